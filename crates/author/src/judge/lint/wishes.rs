//! What a parent may wish for is served by some support: a wish that nothing serves only raises a hope.

use std::collections::BTreeSet;

use crate::format::draft::{Draft, WrittenQuestion};
use crate::source::problem::Problem;

/// A note for every wish that no support serves. A question asks for wishes where supports name its choices as goals.
pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    let goals: BTreeSet<&str> =
        draft.supports().flat_map(|support| &support.goals).map(|goal| goal.value.as_str()).collect();
    let asked: BTreeSet<&str> = goals.iter().filter_map(|goal| goal.split('.').next()).collect();
    let questions = draft.questions().map(|(_, question)| question);
    questions
        .filter(|question| asked.contains(question.id.value.as_str()))
        .flat_map(|it| unserved(it, &goals))
        .collect()
}

fn unserved(question: &WrittenQuestion, goals: &BTreeSet<&str>) -> Vec<Problem> {
    let choices = question.choices.iter().zip(&question.written.choices);
    // "None of these" and "not sure" wish for nothing.
    let wishes = choices.filter(|(_, written)| !written.alone && !written.unsure).map(|(choice, _)| choice);
    let named = wishes.map(|choice| (choice, format!("{}.{}", question.id.value, choice.value)));
    let unserved = named.filter(|(_, name)| !goals.contains(name.as_str()));
    let problem = |(choice, name): (&crate::source::problem::At<String>, String)| {
        let problem = Problem::note(choice.spot, format!("no support serves the wish `{name}`")).rule("unserved-wish");
        problem.meant(format!("add `{name}` to the `goals` of a support, or take the choice out"))
    };
    unserved.map(problem).collect()
}
