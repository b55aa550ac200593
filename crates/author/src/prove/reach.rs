//! Which families meet which questions and which supports: the smallest of each, or the proof that there is none.

use signpost_core::content::Content;
use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::prove::calendar::Calendar;
use crate::prove::family::Family;
use crate::prove::judged::Judged;
use crate::prove::model::Model;
use crate::source::problem::Problem;

/// A question or a support, and the smallest family that meets it.
#[derive(Debug)]
pub struct Reached {
    /// Its id.
    pub name: String,
    /// `None`: no family ever does.
    pub family: Option<Family>,
}

/// Every question, in the order they are asked. The error is a sentence: the list says otherwise.
pub(crate) fn questions(model: &mut Model<'_>, calendar: &Calendar, today: Day) -> Result<Vec<Reached>, String> {
    let content = model.content;
    let reach = |(id, question): (_, &signpost_core::catalogue::Question)| {
        let who = Model::one_of(question.about);
        let asked = model.asked(id, who).yes.and(&model.with(who));
        let family = Family::smallest(model.space, content, calendar, today, &asked);
        reached(content, &question.name, family, "is asked of this family", |judged| judged.is_asked(id))
    };
    content.questions().map(reach).collect()
}

/// Every support, in the author's order. The error is a sentence: the list says otherwise.
pub(crate) fn supports(model: &mut Model<'_>, calendar: &Calendar, today: Day) -> Result<Vec<Reached>, String> {
    let content = model.content;
    let reach = |(id, support): (_, &signpost_core::catalogue::Support)| {
        let offered = model.offered(id, Model::one_of(support.about));
        let family = Family::smallest(model.space, content, calendar, today, &offered);
        reached(content, &support.name, family, "is offered to this family", |judged| judged.is_offered(id))
    };
    content.supports().map(reach).collect()
}

fn reached(
    content: &Content,
    name: &str,
    family: Option<Family>,
    says: &str,
    so: impl FnOnce(&Judged<'_>) -> bool,
) -> Result<Reached, String> {
    if let Some(family) = &family {
        let judged = Judged::new(content, family);
        judged.agrees(so(&judged), &format!("`{name}` {says}"))?;
    }
    Ok(Reached { name: name.to_owned(), family })
}

/// What nobody meets.
pub(crate) fn unreached(draft: &Draft, questions: &[Reached], supports: &[Reached]) -> Vec<Problem> {
    let asked = draft.questions().map(|(_, question)| &question.id).zip(questions);
    let offered = draft.supports().map(|support| &support.id).zip(supports);
    let never_asked = asked.filter(|(_, reached)| reached.family.is_none()).map(|(id, _)| {
        Problem::new(id.spot, format!("no family is ever asked `{}`", id.value))
            .rule("never-asked")
            .meant("look at its ask_when and ask_unless")
    });
    let never_offered = offered.filter(|(_, reached)| reached.family.is_none()).map(|(id, _)| {
        Problem::new(id.spot, format!("no family is ever offered `{}`", id.value))
            .rule("never-offered")
            .meant("look at its offer_when, its offer_unless and its tags")
    });
    never_asked.chain(never_offered).collect()
}

/// Targeted supports that nothing a family can answer rules out: everybody who answers is offered them.
pub(crate) fn untargeted(model: &mut Model<'_>, draft: &Draft) -> Vec<Problem> {
    let content: &Content = model.content;
    let mut problems = Vec::new();
    for ((id, support), written) in content.supports().zip(draft.supports()).filter(|((_, it), _)| !it.is_universal()) {
        let who = Model::one_of(support.about);
        if model.support(id, who).no.and(&model.with(who)).is_false() {
            let says = format!("everybody who answers is offered `{}`, though it is targeted", written.id.value);
            problems.push(
                Problem::warning(written.id.spot, says)
                    .rule("offered-to-all")
                    .meant("make it universal, or say for whom it is"),
            );
        }
    }
    problems
}
