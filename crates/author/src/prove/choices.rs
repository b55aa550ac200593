//! Choices and questions that change nothing: whatever is ticked, the same questions are asked, the same supports
//! are offered in the same order, and nothing more stands on the sheet.

use std::collections::HashSet;

use biodivine_lib_bdd::BddVariable;
use signpost_core::catalogue::{ChoiceId, Kind, Question};
use signpost_core::content::Content;

use crate::format::draft::Draft;
use crate::prove::model::Model;
use crate::prove::space::Bit;
use crate::source::problem::Problem;

/// A note for each choice that changes nothing, a warning for each question none of whose choices changes anything.
pub(crate) fn idle(model: &mut Model<'_>, draft: &Draft) -> Vec<Problem> {
    let content = model.content;
    let weighed = weighed(model);
    let mut problems = Vec::new();
    for ((_, question), (_, written)) in content.questions().zip(draft.questions()) {
        let idle: Vec<usize> = (0..question.choices.len())
            .filter(|&index| !matters(model, &weighed, question, question.choices[index]))
            .collect();
        if !idle.is_empty() && idle.len() == question.choices.len() && question.kind != Kind::Month {
            let says = format!("whatever is answered to `{}`, nothing changes", question.name);
            problems.push(
                Problem::warning(written.id.spot, says)
                    .rule("idle-question")
                    .meant("ask nothing that changes nothing: take it out"),
            );
        } else {
            problems.extend(idle.into_iter().filter_map(|index| written.choices.get(index)).map(|choice| {
                Problem::note(choice.spot, format!("ticking `{}.{}` changes nothing", question.name, choice.value))
                    .rule("idle-choice")
            }));
        }
    }
    problems
}

/// Every variable that any question or support depends on.
fn weighed(model: &mut Model<'_>) -> HashSet<BddVariable> {
    let content = model.content;
    let mut weighed = HashSet::new();
    for (id, question) in content.questions() {
        weighed.extend(model.asked(id, Model::one_of(question.about)).support_set());
    }
    for (id, support) in content.supports() {
        weighed.extend(model.support(id, Model::one_of(support.about)).support_set());
    }
    weighed
}

/// Beside rules, a choice can order the list, open the urgent box, belong to the sheet or be an age. "Not sure" is
/// there so that a parent can say so.
fn matters(model: &Model<'_>, weighed: &HashSet<BddVariable>, question: &Question, id: ChoiceId) -> bool {
    let content: &Content = model.content;
    let choice = content.choice(id);
    let in_rules = model
        .space
        .variable(&Bit::Tick(Model::one_of(question.about), content.choice_name(id)))
        .is_some_and(|variable| weighed.contains(&variable));
    let is_goal = content.supports().any(|(_, support)| support.goals.contains(&id));
    let elsewhere = choice.urgent || !choice.prefers.is_empty() || question.sheet.is_some() || choice.born.is_some();
    let on_sheet = question.asked != signpost_core::catalogue::Asked::OnPath;
    in_rules || is_goal || elsewhere || on_sheet || choice.unsure
}
