//! One question to a screen: its text, its choices, why we ask, and the ways on, past and back.

use leptos::prelude::*;
use signpost_core::answers::{Answer, Who};
use signpost_core::pack::Kind;
use signpost_core::verdict::Asking;
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::hear;
use crate::view::app::App;
use crate::view::choices::choices;
use crate::view::html::{Tag, block, button, field, tag};
use crate::view::month::month_of_birth;
use crate::view::progress::progress;

/// A stop of the path that asks one question.
pub fn question(app: App, asking: Asking) -> Tag {
    let body = match app.content.question(asking.question).kind {
        Kind::One | Kind::Many => choices(app, asking),
        Kind::Month => month_of_birth(app, asking),
        Kind::Text => own_words(app, asking),
    };
    screen(app)
        .with(progress(app))
        .with_all(about_child(app, asking))
        .with(body)
        .with_all(why(app, asking))
        .with(ways(app))
}

/// A screen that goes on by Enter as well as by its button. It is no form: a host may forbid its frames to send one.
pub fn screen(app: App) -> Tag {
    let press = move |happening| {
        if hear::goes_on(&happening) {
            app.tell(Event::WentOn);
        }
    };
    block("div", "question").on("keydown", press)
}

/// The heading of a question; focus comes here when the screen is shown.
pub fn title(text: impl Into<String>) -> Tag {
    block("h1", "question-title").attr("tabindex", "-1").text(text)
}

/// On, past and back. Skipping is as easy as answering.
pub fn ways(app: App) -> Tag {
    block("div", "ways")
        .with(button("button main", app.word(key::QUESTION_NEXT), move || app.tell(Event::WentOn)))
        .with(button("button", app.word(key::QUESTION_SKIP), move || app.tell(Event::Skipped)))
        .with(back(app))
}

/// One step back.
pub fn back(app: App) -> Tag {
    button("button quiet ways-back", app.word(key::QUESTION_BACK), move || app.tell(Event::WentBack))
}

/// With several children, every screen says which one it is about.
fn about_child(app: App, asking: Asking) -> Option<Tag> {
    let Who::Child(child) = asking.who else { return None };
    let several = app.glance(|visit| visit.answers.children().len() > 1);
    several.then(|| block("p", "question-about").text(app.fill(key::QUESTION_ABOUT, &[("child", &app.child(child))])))
}

fn own_words(app: App, asking: Asking) -> Tag {
    let text = match untrack(|| app.shown(asking)) {
        Some(Answer::Text(text)) => text,
        _ => String::new(),
    };
    let write = move |words| app.tell(Event::Answered(asking, Some(Answer::Text(words))));
    tag("div").with(title(app.question_text(asking.question, asking.who))).with(text_area(
        app.word(key::QUESTION_TEXT),
        text,
        write,
    ))
}

/// A field for the parent's own words.
pub fn text_area(label: &str, text: String, write: impl FnMut(String) + 'static) -> Tag {
    let area = field("textarea").attr("rows", "5").attr("maxlength", "2000");
    block("label", "question-words").with(tag("span").text(label)).with(area.value(text).on_value("input", write))
}

fn why(app: App, asking: Asking) -> impl Iterator<Item = Tag> {
    let asked = app.content.question(asking.question);
    let safe = asked.sensitive.then(|| block("p", "question-safe").text(app.word(key::QUESTION_SENSITIVE)));
    let why = (!asked.why.is_empty()).then(|| {
        block("details", "question-why")
            .with(tag("summary").text(app.word(key::QUESTION_WHY)))
            .with(tag("p").text(app.about(&asked.why, asking.who)))
    });
    safe.into_iter().chain(why)
}
