//! Taking the list home, and the appointment. What can be taken stands here; take.js hears the presses, because only a
//! press lets it copy, share or save.

use signpost_core::catalogue::SupportId;
use signpost_core::family::Who;
use signpost_core::home;
use signpost_core::texts::{WordKey, key};
use signpost_core::time::Day;
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::contacts::in_words;
use crate::view::kit::node::{Node, block, field, tag};

/// Ways to take the list home, folded away until somebody wants one.
pub fn take(app: App) -> Node {
    block("details", "take").with(tag("summary").text(app.word(key::TAKE_TITLE))).folds(move |opened| {
        let supports = move || app.open(|open| open.to_take());
        let by = block("div", if app.is_kiosk() { "take-by-code" } else { "take-by-press" });
        opened.with(by.live(supports, move |place, supports| ways(app, place, supports))).with(not_now(app))
    })
}

/// Stands behind what a script does, and is seen only where that script has not come: then it alone is seen.
fn not_now(app: App) -> Node {
    tag("p").text(app.word(key::TAKE_NOT_NOW))
}

fn ways(app: App, place: Node, supports: &[SupportId]) -> Node {
    let taken = home::write(app.content, supports);
    let left_out = (taken.left_out > 0).then(|| tag("p").text(app.count(key::TAKE_LEFT_OUT, taken.left_out)));
    let place = place.attr("data-list", taken.text).with(tag("p").text(app.word(key::TAKE_HOLDS))).with_all(left_out);
    // On a screen that many people share nothing is copied, shared or saved: code.js draws a code of the list there.
    if app.is_kiosk() { place } else { words_and_link(app, place, supports) }
}

fn words_and_link(app: App, place: Node, supports: &[SupportId]) -> Node {
    let text = field("textarea").attr("readonly", "").attr("rows", "6").attr("hidden", "");
    place
        .with(press(app, "copy", key::TAKE_COPY))
        .with(press(app, "share", key::TAKE_SHARE))
        .with(press(app, "link", key::TAKE_LINK))
        .with(tag("p").text(app.word(key::TAKE_LINK_HOLDS)))
        .with(says(app))
        .with(text.attr("aria-label", app.word(key::TAKE_COPY)).text(list_in_words(app, supports)))
}

/// A button that take.js hears.
fn press(app: App, way: &'static str, words: WordKey) -> Node {
    block("button", "button").attr("type", "button").attr("data-take", way).text(app.word(words))
}

/// What came of a press: take.js has no words of its own.
fn says(app: App) -> Node {
    block("p", "take-says")
        .attr("role", "status")
        .attr("data-copied", app.word(key::TAKE_COPIED))
        .attr("data-by-hand", app.word(key::TAKE_BY_HAND))
}

/// The list as words alone: the name of each, what it is, and how to reach it.
fn list_in_words(app: App, supports: &[SupportId]) -> String {
    let mut words = app.word(key::HOME_TITLE).to_owned();
    for &id in supports {
        let (support, texts) = (app.content.support(id), app.content.texts.support(id));
        let about = ["\n\n", &texts.name, "\n", &app.about(&texts.what, Who::Family)];
        about.into_iter().for_each(|part| words.push_str(part));
        for contact in &support.contacts {
            words.push('\n');
            words.push_str(&in_words(app, contact));
        }
    }
    words
}

/// A day for the sheet, and with a time for the parent's own calendar. They are kept nowhere.
pub fn appointment(app: App) -> Node {
    let label = move |words, field: Node| tag("label").text(app.word(words)).with(field);
    block("details", "take").with(tag("summary").text(app.word(key::TAKE_DAY))).folds(move |opened| {
        // Years of four digits: a calendar reads no others.
        let known = app.glance(|visit| visit.sheet.day.map(Day::typed).unwrap_or_default());
        let day = field("input").value(known).attr("type", "date").attr("required", "").attr("min", "2020-01-01");
        let day =
            day.attr("max", "2099-12-31").on_value("input", move |day| app.tell(Event::SheetDaySet(Day::parse(&day))));
        let time = field("input").attr("type", "time").attr("required", "");
        let by = block("div", "take-by-press")
            .attr("data-event", app.word(key::TAKE_EVENT))
            .with(tag("p").text(app.word(key::TAKE_DAY_SHEET)))
            .with(label(key::TAKE_DATE, day))
            .with(label(key::TAKE_TIME, time))
            .with(press(app, "day", key::TAKE_FILE))
            .with(tag("p").text(app.word(key::TAKE_DAY_HOLDS)));
        opened.with(by).with(not_now(app))
    })
}
