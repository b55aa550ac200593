//! Your answers, to read through and to change. What was confided is not among them.

use leptos::prelude::*;
use signpost_core::judge::Asking;
use signpost_core::path::is_answered;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::hear;
use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, tag};

/// A question as it was asked, and what was answered.
type Answered = (Asking, String, String);

/// Closed until it is opened; while it is closed, nothing is there.
pub fn your_answers(app: App) -> Node {
    let opened = RwSignal::new(false);
    let answered = move || opened.get().then(|| answered(app));
    block("details", "answers")
        .on("toggle", move |happening| opened.set(hear::is_open(&happening)))
        .with(tag("summary").text(app.word(key::ANSWERS_TITLE)))
        .with(tag("div").live(answered, move |place, answered| match answered {
            Some(answered) => lines(app, place, answered),
            None => place,
        }))
}

fn answered(app: App) -> Vec<Answered> {
    let questions = app.open(|open| open.path().questions().collect::<Vec<_>>());
    let shown = questions.into_iter().filter(|&asking| is_shown(app, asking));
    shown.map(|asking| (asking, app.question_text(asking.question, asking.who), answer(app, asking))).collect()
}

fn lines(app: App, place: Node, answered: &[Answered]) -> Node {
    let none = if answered.is_empty() { app.word(key::ANSWERS_NONE) } else { "" };
    place
        .with(tag("p").text(none))
        .with(block("dl", "answers-list").with_all(answered.iter().map(|answered| one_answer(app, answered))))
        .with(block("p", "shell-small").text(app.word(key::ANSWERS_HIDDEN)))
}

fn is_shown(app: App, asking: Asking) -> bool {
    !app.content.question(asking.question).sensitive && is_answered(app.shown(asking).as_ref())
}

fn answer(app: App, asking: Asking) -> String {
    app.speak(|speaker| speaker.answer(asking.question, asking.who)).unwrap_or_default()
}

fn one_answer(app: App, (asking, question, answer): &Answered) -> Node {
    let asking = *asking;
    let label = app.fill(key::ANSWERS_CHANGE_WHAT, &[("question", question)]);
    let change = button("button quiet", app.word(key::ANSWERS_CHANGE), move || app.tell(Event::WentTo(asking)));
    block("div", "answers-one")
        .with(tag("dt").text(question))
        .with(tag("dd").text(answer))
        .with(tag("dd").with(change.attr("aria-label", label)))
}
