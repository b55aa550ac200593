//! What screens that ask share: the heading, what answering brings, the ways on, past and back, and a field for own
//! words.

use leptos::prelude::*;
use signpost_core::digits::digits;
use signpost_core::family::LONGEST_TEXT;
use signpost_core::judge::Asking;
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::Event;

use crate::hear;
use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, field, tag};

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

/// A field for the parent's own words, and how much room is left there. Browsers count as this does: a letter that is
/// not of the first 65,536 is two.
pub fn text_area(
    app: App,
    label: &str,
    id: &'static str,
    text: impl Fn() -> String + 'static,
    write: impl FnMut(String) + 'static,
) -> Node {
    let area = field("textarea").attr("dir", "auto").attr("rows", "5").attr("maxlength", digits(LONGEST_TEXT));
    let area = area.attr("aria-describedby", id).value(untrack(&text)).on_value("input", write);
    let room = move || LONGEST_TEXT.saturating_sub(text().encode_utf16().count());
    let says = tag("small").attr("id", id).live_text(move || app.count(key::QUESTION_ROOM, room()));
    block("div", "question-words").with(tag("label").with(tag("span").text(label)).with(area)).with(says)
}

/// What answering brings, and how to answer, under the heading of the question.
pub fn why_and_help(app: App, asking: Asking, node: Node) -> Node {
    let texts = app.content.texts.question(asking.question);
    [("question-why", &texts.why), ("question-help", &texts.help)].into_iter().fold(node, |node, (class, line)| {
        if line.is_empty() { node } else { node.with(block("p", class).text(app.about(line, asking.who))) }
    })
}
