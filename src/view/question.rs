//! One question to a screen, or a few that belong together: the text, the choices, why we ask, and the ways on, past
//! and back.

use leptos::prelude::*;
use signpost_core::catalogue::{Kind, Question, QuestionId};
use signpost_core::family::{Answer, Who};
use signpost_core::judge::Asking;
use signpost_core::path::Stop;
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::Event;

use crate::hear;
use crate::view::app::App;
use crate::view::choices::choices;
use crate::view::html::{Node, block, button, field, tag};
use crate::view::month::month_of_birth;
use crate::view::progress::progress;

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

/// A question, what follows it, and why it is asked. The first one is what the screen is called.
fn one(app: App, asking: Asking, is_first: bool) -> Node {
    let asked = app.content.question(asking.question);
    let text = app.question_text(asking.question, asking.who);
    let title = if is_first { title(text) } else { block("h2", "question-title").text(text) };
    let body = match asked.kind {
        Kind::One | Kind::Many => choices(app, asking, title),
        Kind::Month => month_of_birth(app, asking),
        Kind::Text => own_words(app, asking, title),
    };
    block("div", "question-one").with(body).with_all(safe(app, asked)).with_all(why(app, asking.question, asking.who))
}

/// A screen that goes on by Enter as well as by its button. It is no form: a host may forbid its frames to send one.
pub fn screen(app: App) -> Node {
    let press = move |happening| {
        if hear::goes_on(&happening) {
            app.tell(Event::WentOn);
        }
    };
    block("div", "question").on("keydown", press)
}

/// The heading of a question; focus comes here when the screen is shown.
pub fn title(text: impl AsRef<str>) -> Node {
    block("h1", "question-title").attr("tabindex", "-1").text(text)
}

/// On, past and back. Skipping is as easy as answering.
pub fn ways(app: App, skip: WordKey) -> Node {
    block("div", "ways")
        .with(button("button main", app.word(key::QUESTION_NEXT), move || app.tell(Event::WentOn)))
        .with(button("button", app.word(skip), move || app.tell(Event::Skipped)))
        .with(back(app))
}

/// One step back.
pub fn back(app: App) -> Node {
    button("button quiet ways-back", app.word(key::QUESTION_BACK), move || app.tell(Event::WentBack))
}

/// With several children, every screen says which one it is about.
fn about_child(app: App, asking: Asking) -> Option<Node> {
    let Who::Child(child) = asking.who else { return None };
    let several = app.glance(|visit| visit.answers.children().len() > 1);
    several.then(|| block("p", "question-about").text(app.fill(key::QUESTION_ABOUT, &[("child", &app.child(child))])))
}

fn own_words(app: App, asking: Asking, title: Node) -> Node {
    let text = match untrack(|| app.shown(asking)) {
        Some(Answer::Text(text)) => text,
        _ => String::new(),
    };
    let write = move |words| app.tell(Event::Answered(asking, Some(Answer::Text(words))));
    let help = app.about(&app.content.texts.question(asking.question).help, asking.who);
    let help = (!help.is_empty()).then(|| block("p", "question-help").text(help));
    tag("div").with(title).with_all(help).with(text_area(app.word(key::QUESTION_TEXT), text, write))
}

/// A field for the parent's own words.
pub fn text_area(label: &str, text: String, write: impl FnMut(String) + 'static) -> Node {
    let area = field("textarea").attr("dir", "auto").attr("rows", "5").attr("maxlength", "2000");
    block("label", "question-words").with(tag("span").text(label)).with(area.value(text).on_value("input", write))
}

fn safe(app: App, asked: &Question) -> Option<Node> {
    asked.sensitive.then(|| block("p", "question-safe").text(app.word(key::QUESTION_SENSITIVE)))
}

/// Why a question is asked, a press away.
pub fn why(app: App, question: QuestionId, who: Who) -> Option<Node> {
    let why = &app.content.texts.question(question).why;
    (!why.is_empty()).then(|| {
        block("details", "question-why")
            .with(tag("summary").text(app.word(key::QUESTION_WHY)))
            .with(tag("p").text(app.about(why, who)))
    })
}
