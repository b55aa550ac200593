//! Named conditions that nothing uses.

use std::collections::BTreeSet;

use crate::format::draft::{Draft, Says, WrittenCase};
use crate::source::problem::Problem;

/// A warning for each.
pub(crate) fn conditions(draft: &Draft) -> Vec<Problem> {
    let used = used(draft);
    let unused = draft.conditions.iter().filter(|condition| !used.contains(condition.id.value.as_str()));
    let problem = |condition: &crate::format::draft::WrittenCondition| {
        let says = format!("nothing uses the condition `{}`", condition.id.value);
        Problem::warning(condition.id.spot, says).rule("unused-condition").meant("take it out, or use it")
    };
    unused.map(problem).collect()
}

fn used(draft: &Draft) -> BTreeSet<&str> {
    let questions = draft.questions().flat_map(|(_, question)| question.when.iter().chain(&question.unless));
    let supports = draft.supports().flat_map(|support| support.all_cases());
    let conditions = draft.conditions.iter().flat_map(|condition| &condition.cases);
    let invariants = draft.invariants.iter().flat_map(|invariant| invariant.all_cases());
    let cases = questions.chain(supports).chain(conditions).chain(invariants);
    let hiding = draft.hiding.iter().flat_map(|hiding| hiding.conditions()).map(|name| name.value.as_str());
    cases.flat_map(named).chain(hiding).collect()
}

fn named(case: &WrittenCase) -> impl Iterator<Item = &str> {
    case.lines.iter().filter_map(|line| match &line.says {
        Says::Is(name) | Says::IsNot(name) | Says::AnyChild(name) => Some(name.value.as_str()),
        _ => None,
    })
}
