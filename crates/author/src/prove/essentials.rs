//! What a parent with two minutes should be asked: the questions that decide most by themselves.
//!
//! Of each targeted support there is the smallest family who is offered it. What that family answered is enough for it,
//! so a few questions are enough for every support whose family answered nothing else. The best few are found one after
//! the other: each time the question that makes most supports complete, or, of several, the one that most of the
//! others wait for. Private questions are none of them.

use std::collections::BTreeSet;

use signpost_core::catalogue::{Asked, Question};
use signpost_core::content::Content;

use crate::judge::check::essentials::MOST;
use crate::prove::reach::Reached;

/// How much few questions decide.
#[derive(Debug, Default)]
pub struct Essentials {
    /// The questions that the content marks as essential.
    pub marked: Vec<String>,
    /// For how many targeted supports they are enough.
    pub enough: usize,
    /// The questions that decide most, and for how many supports they are enough, with those before.
    pub best: Vec<(String, usize)>,
    /// How many supports need an answer at all.
    pub of: usize,
}

/// What each support needs to be answered.
type Needs<'a> = Vec<BTreeSet<&'a str>>;

impl Essentials {
    /// Of a content, with the smallest family of each support.
    pub(crate) fn of(content: &Content, supports: &[Reached]) -> Self {
        let fits = |question: &Question| question.asked == Asked::OnPath && !question.sensitive;
        let open = |question: &Question| !content.section(question.section).has_door;
        let asked: Vec<&Question> = content.questions().map(|(_, question)| question).collect();
        let names = |which: &dyn Fn(&Question) -> bool| -> Vec<&str> {
            asked.iter().filter(|question| which(question)).map(|question| question.name.as_str()).collect()
        };
        let with_name = names(&|question| question.asked == Asked::WithName);
        let families = supports.iter().filter_map(|reached| reached.family.as_ref());
        let needs = families.map(|family| family.questions().filter(|name| !with_name.contains(name)).collect());
        let needs: Needs<'_> = needs.filter(|needs: &BTreeSet<&str>| !needs.is_empty()).collect();
        let marked = names(&|question| question.essential);
        let enough = enough(&needs, &marked.iter().copied().collect());
        let best = best(&needs, &names(&|question| fits(question) && open(question)));
        Self { marked: marked.into_iter().map(str::to_owned).collect(), enough, best, of: needs.len() }
    }
}

fn best<'a>(needs: &Needs<'a>, candidates: &[&'a str]) -> Vec<(String, usize)> {
    let (mut chosen, mut best) = (BTreeSet::new(), Vec::new());
    while best.len() < MOST {
        let with = |name: &'a str| chosen.iter().copied().chain([name]).collect::<BTreeSet<&str>>();
        let waits = |name| needs.iter().filter(|needs| needs.contains(name) && !needs.is_subset(&chosen)).count();
        let left = candidates.iter().copied().rev().filter(|name| !chosen.contains(name));
        let Some(next) = left.max_by_key(|&name| (enough(needs, &with(name)), waits(name))) else { break };
        chosen.insert(next);
        best.push((next.to_owned(), enough(needs, &chosen)));
    }
    best
}

fn enough(needs: &Needs<'_>, answered: &BTreeSet<&str>) -> usize {
    needs.iter().filter(|needs| needs.is_subset(answered)).count()
}
