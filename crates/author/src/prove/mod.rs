//! Proofs about all families at once, complete and not sampled.
//!
//! Every rule is worked out as a binary decision diagram over the answers: a picture of all families for whom it
//! holds. Whether there is any such family, the smallest of them, whether two rules are the same and which answers
//! matter are then plain questions about the picture. A solver for satisfiability would find families too, but
//! could not say that two rules are equal or what the smallest family is without asking again and again.
//!
//! `space` names the variables, `calendar` turns days and months of birth into digits, `model` is the judge for all
//! families, `cone` says how many children are enough; the other modules each ask one kind of question. Every family
//! that is found is `judged` by the judge of the list as well, before anybody reads of them.

#[cfg(test)]
mod agreement;
mod calendar;
mod choices;
pub(crate) mod cone;
mod contradictions;
pub mod diff;
mod essentials;
mod family;
mod half;
mod invariants;
mod judged;
mod model;
mod reach;
mod rules;
mod smallest;
mod space;
mod told;
mod truth;
mod unused;

use signpost_core::catalogue::Kind;
use signpost_core::content::Content;
use signpost_core::time::Day;
use signpost_core::written;

use crate::format::draft::Draft;
use crate::make::build;
use crate::prove::rules::WrittenRule;
use crate::source::problem::Problem;

pub use essentials::Essentials;
pub use family::Family;
pub use reach::Reached;

pub(crate) use calendar::Calendar;
pub(crate) use judged::Judged;
pub(crate) use model::Model;
pub(crate) use space::{Person, Space};

/// What came of proving a content.
#[derive(Debug)]
pub struct Proof {
    /// What holds for every family, a sentence each.
    pub proven: Vec<String>,
    /// What does not, and what can never matter, each where it was written.
    pub problems: Vec<Problem>,
    /// Every question with the smallest family who is asked it.
    pub questions: Vec<Reached>,
    /// Every support with the smallest family who is offered it.
    pub supports: Vec<Reached>,
    /// What few questions decide by themselves.
    pub essentials: Essentials,
    /// In how many ways a family with one child can answer, as a power of ten.
    pub ways: f64,
    /// With how many children at once the proof was led; more cannot bring about anything new.
    pub children: usize,
}

/// Proves everything that can be said about a content without a mistake. The error is a sentence: it is too large,
/// its names do not fit together, or a family that was found is none by the list's own judge.
pub fn prove(draft: &Draft, today: Day) -> Result<Proof, String> {
    let content = content(draft)?;
    let children = cone::children(&content, 2);
    let space = Space::of(&[&content], children);
    if space.is_too_large() {
        return Err("There are more questions and choices here than a proof can hold.".into());
    }
    let calendar = Calendar::from(today);
    let mut model = Model::new(&space, &content, &calendar);
    let questions = reach::questions(&mut model, &calendar, today)?;
    let supports = reach::supports(&mut model, &calendar, today)?;
    let mut problems = reach::unreached(draft, &questions, &supports);
    problems.extend(reach::untargeted(&mut model, draft));
    problems.extend(unused::conditions(draft));
    problems.extend(idle_rules(&mut model, draft));
    problems.extend(choices::idle(&mut model, draft));
    let outcome = invariants::prove(&mut model, draft, &calendar, today)?;
    problems.extend(outcome.broken);
    let (essentials, ways) = (Essentials::of(&content, &supports), ways(&content));
    Ok(Proof { proven: outcome.proven, problems, questions, supports, essentials, ways, children })
}

/// The content as the browser would read it, and beside its conditions those that the invariants speak of.
pub(crate) fn content(draft: &Draft) -> Result<Content, String> {
    let mut all = build::written(draft);
    let condition = |invariant: &crate::format::draft::WrittenInvariant| written::Condition {
        id: invariants::condition_name(invariant),
        about: invariant.about.unwrap_or_default(),
        cases: build::cases(&invariant.cases),
    };
    let left_out = |invariant: &crate::format::draft::WrittenInvariant| written::Condition {
        id: invariants::left_out_name(invariant),
        cases: build::cases(&invariant.unless),
        ..condition(invariant)
    };
    all.conditions.extend(draft.invariants.iter().map(condition));
    all.conditions.extend(draft.invariants.iter().map(left_out));
    let (content, problems) = all.content();
    if problems.is_empty() { Ok(content) } else { Err(problems.join("\n")) }
}

fn idle_rules(model: &mut Model<'_>, draft: &Draft) -> Vec<Problem> {
    let content = model.content;
    let mut problems = Vec::new();
    for ((_, question), (_, written)) in content.questions().zip(draft.questions()) {
        let (who, rule, when, unless) = (Model::one_of(question.about), &question.rule, &written.when, &written.unless);
        problems.extend(rules::idle(model, &WrittenRule { who, ahead: 0, rule, when, unless }));
    }
    for ((_, support), written) in content.supports().zip(draft.supports()) {
        let (who, ahead) = (Model::one_of(support.about), support.ahead);
        let (rule, when, unless) = (&support.rule, &written.when, &written.unless);
        problems.extend(rules::idle(model, &WrittenRule { who, ahead, rule, when, unless }));
    }
    for written in &draft.conditions {
        if let Some(named) = content.condition_named(&written.id.value) {
            let named = content.condition(named);
            problems.extend(rules::idle_condition(model, Model::one_of(named.about), &named.condition, &written.cases));
        }
    }
    problems
}

/// Every question of one child and of the family, answered in any way or not at all.
fn ways(content: &Content) -> f64 {
    let of_question = |(_, question): (_, &signpost_core::catalogue::Question)| {
        let (alone, together): (Vec<_>, Vec<_>) =
            question.choices.iter().map(|&choice| content.choice(choice)).partition(|choice| choice.alone);
        match question.kind {
            Kind::Many => (2_f64.powi(together.len() as i32) + alone.len() as f64).log10(),
            Kind::One => (question.choices.len() as f64 + 1.0).log10(),
            Kind::Month => (question.choices.len() as f64 + 1.0 + 2_f64.powi(calendar::CODE_BITS as i32)).log10(),
            Kind::Text => 0.0,
        }
    };
    content.questions().map(of_question).sum()
}
