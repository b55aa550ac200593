//! When a support is offered.

use signpost_core::answers::Who;
use signpost_core::content::{Content, Line, Support, SupportId};
use signpost_core::pack::About;
use signpost_core::plan;
use signpost_core::verdict::Verdict;

use crate::draft::Draft;
use crate::english::{English, Family, Item, length};
use crate::explain::joined;
use crate::why::{Halves, page};

const HALVES: Halves =
    Halves { when: "Offered where", always: "Offered to everyone.", unless: "Never offered where we surely know that" };

/// Which tag hides by which condition.
pub struct Tags(Vec<(String, String)>);

impl Tags {
    /// The hiding rules of a content.
    pub fn of(draft: &Draft) -> Self {
        let rule = |hiding: &crate::draft::Hiding| Some((hiding.tag.value.clone(), hiding.when.as_ref()?.value.clone()));
        Self(draft.hiding.iter().filter_map(rule).collect())
    }

    /// Cases past the author's own were added by tags: they say which.
    fn name(&self, content: &Content, support: &Support, halves: &mut [Item]) {
        let Some((unless, half)) = support.rule.unless.as_ref().zip(halves.get_mut(1)) else { return };
        let items = if unless.cases.len() == 1 { std::slice::from_mut(half) } else { half.under.as_mut_slice() };
        for (case, item) in unless.cases.iter().zip(items).skip(support.text.offer_unless.len()) {
            let Some(Line::Is(named)) = case.lines.first() else { continue };
            let hidden = |(tag, when): &&(String, String)| {
                *when == content.condition(*named).name && support.text.tags.contains(tag)
            };
            if let Some((tag, _)) = self.0.iter().find(hidden) {
                item.says = format!("{} (by its tag {tag})", item.says.trim_end_matches(':')) + ":";
            }
        }
    }
}

/// Everything about when this support is offered; for a family, to whom of them, and why.
pub fn support(english: &English<'_>, tags: &Tags, id: SupportId) -> String {
    let support = english.content.support(id);
    let verdicts = match english.family {
        None => vec![rule(english, tags, support, Who::Family)],
        Some(family) => {
            let everyone = family.answers.everyone(support.about()).into_iter();
            everyone.map(|who| verdict(family, support, who) + &rule(english, tags, support, who)).collect()
        }
    };
    let nobody = (verdicts.is_empty()).then(|| "There is no child to offer it to.\n".to_owned());
    page(
        &[vec![about(english, support)], verdicts, nobody.into_iter().collect(), vec![more(english, support)]].concat(),
    )
}

fn about(english: &English<'_>, support: &Support) -> String {
    let topic = &english.content.topic(support.topic).title;
    let whom = match support.about() {
        About::Child => "looked at for each child",
        About::Family => "looked at for the family as a whole",
    };
    let tier = match (support.text.urgent, support.is_universal()) {
        (true, _) => "A number of the urgent box: it is there for everyone, whatever they answer".to_owned(),
        (_, true) => format!("For every family, {whom}: what is not known never takes it away"),
        _ => format!("For some families, {whom}"),
    };
    let name = english.text(&support.text.name);
    Item::of(format!("{name} [{}]", support.text.id)).drawn() + &Item::of(format!("{tier}. Topic: {topic}.")).drawn()
}

fn rule(english: &English<'_>, tags: &Tags, support: &Support, who: Who) -> String {
    if support.text.urgent {
        return String::new();
    }
    let mut halves = HALVES.spelled(english, &support.rule, who, support.text.ahead);
    tags.name(english.content, support, &mut halves);
    halves.iter().map(Item::drawn).collect::<Vec<_>>().join("\n")
}

/// The heading for one of the family, from the verdict that the list itself uses.
fn verdict(family: Family<'_>, support: &Support, who: Who) -> String {
    let says = match plan::verdict(family.judge, support, who) {
        _ if support.text.urgent => "always there".to_owned(),
        Verdict::Yes(because) => format!("offered from {}", family.start(because.start)),
        Verdict::No(_) => "not offered".to_owned(),
        Verdict::Maybe { unknown, .. } => {
            let asked: Vec<String> = unknown.iter().map(|asking| family.asking(*asking)).collect();
            format!("not offered, because not enough is known: an answer to {} would settle it", joined(&asked, "and"))
        }
    };
    let heading = format!("For {}: {says}.", family.called(who));
    Item::of(&heading).drawn() + &"=".repeat(heading.chars().count().min(100)) + "\n"
}

fn more(english: &English<'_>, support: &Support) -> String {
    if support.text.urgent {
        return String::new();
    }
    let ahead = (support.text.ahead > 0).then(|| {
        let long = length(support.text.ahead);
        format!("It may be offered up to {long} before it starts, and then says from when.")
    });
    let goals: Vec<String> = support.goals.iter().map(|&goal| english.choice(goal)).collect();
    let first = if support.is_universal() { "first among what is for every family" } else { "first on the list" };
    let wanted = (!goals.is_empty())
        .then(|| format!("Where it is offered, it stands {first}, for a parent who wants {}.", joined(&goals, "or")));
    ahead.into_iter().chain(wanted).map(|says| Item::of(says).drawn()).collect()
}
