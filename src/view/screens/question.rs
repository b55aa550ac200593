//! One question to a screen, or a few that belong together: the text, the choices, why we ask, and the ways on, past
//! and back.

use leptos::prelude::*;
use signpost_core::catalogue::{Kind, Question};
use signpost_core::family::{Answer, Who};
use signpost_core::judge::Asking;
use signpost_core::path::Stop;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::asking::{screen, text_area, title, ways, why_and_help};
use crate::view::kit::choices::choices;
use crate::view::kit::month::month_of_birth;
use crate::view::kit::node::{Node, block, tag};
use crate::view::kit::progress::progress;

/// A stop of the path. Questions that share it hang on nothing that stands there, so it never changes.
pub fn question(app: App, first: Asking) -> Node {
    let asks = untrack(|| app.open(|open| open.path().asks(Stop::Question(first)).to_vec()));
    let skip = if asks.len() > 1 { key::QUESTION_SKIP_ALL } else { key::QUESTION_SKIP };
    screen(app)
        .with(progress(app))
        .with_all(about_child(app, first))
        .with_all(asks.into_iter().enumerate().map(|(place, asking)| one(app, asking, place == 0)))
        .with(ways(app, skip))
}

/// A question, what answering it brings, and what follows it. The first one is what the screen is called.
fn one(app: App, asking: Asking, is_first: bool) -> Node {
    let asked = app.content.question(asking.question);
    let text = app.question_text(asking.question, asking.who);
    let title = if is_first { title(text) } else { block("h2", "question-title").attr("tabindex", "-1").text(text) };
    // Whoever went to one of several that share a screen is there.
    let title =
        if !is_first && app.glance(|visit| visit.asked == Some(asking)) { title.attr("data-here", "") } else { title };
    let body = match asked.kind {
        Kind::One | Kind::Many => choices(app, asking, title),
        Kind::Month => month_of_birth(app, asking),
        Kind::Text => own_words(app, asking, title),
    };
    block("div", "question-one").with(body).with_all(safe(app, asked))
}

/// With several children, every screen says which one it is about.
fn about_child(app: App, asking: Asking) -> Option<Node> {
    let Who::Child(child) = asking.who else { return None };
    let several = app.glance(|visit| visit.answers.children().len() > 1);
    several.then(|| block("p", "question-about").text(app.fill(key::QUESTION_ABOUT, &[("child", &app.child(child))])))
}

fn own_words(app: App, asking: Asking, title: Node) -> Node {
    let text = move || match app.shown(asking) {
        Some(Answer::Text(text)) => text,
        _ => String::new(),
    };
    let write = move |words| app.tell(Event::Answered(asking, Some(Answer::Text(words))));
    why_and_help(app, asking, tag("div").with(title)).with(text_area(
        app,
        app.word(key::QUESTION_TEXT),
        "room",
        text,
        write,
    ))
}

fn safe(app: App, asked: &Question) -> Option<Node> {
    asked.sensitive.then(|| block("p", "question-safe").text(app.word(key::QUESTION_SENSITIVE)))
}
