//! What each answer could point to: the supports whose rule names it, through named conditions too, and those that
//! serve it as a goal. An age group points to what such a child is offered for no other reason than its age.

use std::collections::{BTreeMap, BTreeSet};

use signpost_core::catalogue::{ChoiceId, Condition, Line, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::plan::Plan;
use signpost_core::time::Day;

/// The supports of each choice, in the author's order.
pub(super) struct Points(BTreeMap<ChoiceId, BTreeSet<SupportId>>);

impl Points {
    /// Follows all rules of a content. Age groups are the same on every day; the day its facts were checked is one.
    pub(super) fn of(content: &Content) -> Self {
        let mut points = Self(BTreeMap::new());
        for (id, support) in content.supports() {
            let named = support.rule.when.iter().flat_map(|when| speaking_for(content, when));
            named.chain(support.goals.iter().copied()).for_each(|choice| points.add(choice, id));
        }
        let today = content.newest.unwrap_or(Day::UNKNOWN);
        for (choice, _) in content.choices().filter(|(_, choice)| choice.born.is_some()) {
            by_age(content, choice, today).into_iter().for_each(|id| points.add(choice, id));
        }
        points
    }

    /// What this choice could point to.
    pub(super) fn get(&self, choice: ChoiceId) -> impl Iterator<Item = SupportId> {
        self.0.get(&choice).into_iter().flatten().copied()
    }

    fn add(&mut self, choice: ChoiceId, support: SupportId) {
        self.0.entry(choice).or_default().insert(support);
    }
}

/// The choices that speak for a condition: never those that must not be ticked.
fn speaking_for(content: &Content, condition: &Condition) -> Vec<ChoiceId> {
    let lines = condition.cases.iter().flat_map(|case| &case.lines);
    let named = lines.flat_map(|line| match line {
        Line::Any(choices) | Line::All(choices) => choices.clone(),
        Line::Is(named) | Line::AnyChild(named) => speaking_for(content, &content.condition(*named).condition),
        Line::None(_) | Line::IsNot(_) | Line::NotSurely(_) | Line::Age(_) => Vec::new(),
    });
    named.collect()
}

fn by_age(content: &Content, band: ChoiceId, today: Day) -> Vec<SupportId> {
    let mut answers = Answers::without_children();
    let Some(child) = answers.add_child().map(Who::Child) else { return Vec::new() };
    let question = content.choice(band).question;
    answers.set(content, question, child, Some(Answer::Ticked(vec![band])));
    let plan = Plan::of(content, &answers, today);
    plan.offers().filter(|offer| offer.because.age).map(|offer| offer.support).collect()
}
