//! Your answers, to read through and to change. What was confided is not among them.

use signpost_core::path::is_answered;
use signpost_core::verdict::Asking;
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::view::app::App;
use crate::view::html::{Node, all, block, button, tag};

/// Closed until it is opened.
pub fn your_answers(app: App) -> Node {
    let questions = move || app.open(|open| open.path().questions().collect::<Vec<_>>());
    let answered = move || questions().into_iter().filter(|&asking| is_shown(app, asking)).collect::<Vec<_>>();
    let lines = move || all(answered().into_iter().map(|asking| one_answer(app, asking)));
    let none = move || if answered().is_empty() { app.word(key::ANSWERS_NONE) } else { "" }.to_owned();
    block("details", "answers")
        .with(tag("summary").text(app.word(key::ANSWERS_TITLE)))
        .with(tag("p").live_text(none))
        .with(block("dl", "answers-list").live(lines))
        .with(block("p", "shell-small").text(app.word(key::ANSWERS_HIDDEN)))
}

fn is_shown(app: App, asking: Asking) -> bool {
    !app.content.question(asking.question).sensitive && is_answered(app.shown(asking).as_ref())
}

fn one_answer(app: App, asking: Asking) -> Node {
    let question = app.question_text(asking.question, asking.who);
    let answer = app.speak(|speaker| speaker.answer(asking.question, asking.who)).unwrap_or_default();
    let label = app.fill(key::ANSWERS_CHANGE_WHAT, &[("question", &question)]);
    let change = button("button quiet", app.word(key::ANSWERS_CHANGE), move || app.tell(Event::WentTo(asking)));
    block("div", "answers-one")
        .with(tag("dt").text(question))
        .with(tag("dd").text(answer))
        .with(tag("dd").with(change.attr("aria-label", label)))
}
