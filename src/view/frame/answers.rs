//! Your answers, to read through and to change. What was confided is not among them.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use signpost_core::judge::Asking;
use signpost_core::path::is_answered;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::hear;
use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, tag};

/// Closed until it is opened; while it is closed, nothing is there.
pub fn your_answers(app: App) -> Node {
    let (is_open, turned) = (Rc::new(Cell::new(false)), ArcTrigger::new());
    let (reads, shows, turns) = (is_open.clone(), is_open.clone(), turned.clone());
    let read = move || {
        turned.track();
        if reads.get() {
            app.open(|_| ());
        }
    };
    let toggled = move |happening| {
        is_open.set(hear::is_open(&happening));
        turns.notify();
    };
    block("details", "answers")
        .on("toggle", toggled)
        .with(tag("summary").text(app.word(key::ANSWERS_TITLE)))
        .with(tag("div").live_always(read, move |place| if shows.get() { told(app, place) } else { place }))
}

/// Everything that was told, section by section.
fn told(app: App, place: Node) -> Node {
    let asked = app.open(|open| open.path().questions().collect::<Vec<_>>());
    let (mut place, mut nothing) = (place, true);
    for (id, section) in app.content.sections() {
        let here = asked.iter().filter(|asking| section.questions.contains(&asking.question));
        let lines: Vec<Node> = here.filter_map(|&asking| one_answer(app, asking)).collect();
        if !lines.is_empty() {
            nothing = false;
            let title = tag("h2").text(&app.content.texts.section(id).title);
            place = place.with(title).with(block("dl", "answers-list").with_all(lines));
        }
    }
    let none = nothing.then(|| tag("p").text(app.word(key::ANSWERS_NONE)));
    place.with_all(none).with(block("p", "shell-small").text(app.word(key::ANSWERS_HIDDEN)))
}

fn one_answer(app: App, asking: Asking) -> Option<Node> {
    if app.content.question(asking.question).sensitive || !is_answered(app.shown(asking).as_ref()) {
        return None;
    }
    let question = app.question_text(asking.question, asking.who);
    let answer = app.speak(|speaker| speaker.answer(asking.question, asking.who)).unwrap_or_default();
    let label = app.fill(key::ANSWERS_CHANGE_WHAT, &[("question", &question)]);
    let change = button("button quiet", app.word(key::ANSWERS_CHANGE), move || app.tell(Event::WentTo(asking)));
    let one = block("div", "answers-one").with(tag("dt").text(question)).with(tag("dd").text(answer));
    Some(one.with(tag("dd").with(change.attr("aria-label", label))))
}
