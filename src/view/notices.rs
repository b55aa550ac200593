//! One kind sentence about something beside the point, what can be done about it, and the way to put it aside.

use leptos::prelude::*;
use signpost_core::sitting::{Happened, Notice};
use signpost_core::words::key;

use crate::view::app::App;
use crate::view::html::{Node, all, block, button, tag};

/// The notices, in a region that stands there from the start, so that a screen reader hears them come.
pub fn notices(app: App) -> Node {
    let each = move || all(app.notices.get().into_iter().map(|notice| one_notice(app, notice)));
    block("div", "notices").attr("role", "status").live(each)
}

fn one_notice(app: App, notice: Notice) -> Node {
    let remedies = notice
        .remedies()
        .into_iter()
        .map(|(remedy, words)| button("button quiet", app.word(words), move || app.happen(Happened::Remedied(remedy))));
    let close = move || app.happen(Happened::NoticeClosed(notice));
    block("div", "notice").with(tag("p").text(app.word(notice.words()))).with_all(remedies).with(button(
        "button quiet",
        app.word(key::NOTICE_CLOSE),
        close,
    ))
}
