//! One kind sentence about something beside the point, and the way to put it aside.

use leptos::prelude::*;
use signpost_core::words::key;

use crate::browser::store::Trouble;
use crate::view::app::{App, Notice};
use crate::view::html::{Tag, all, block, button, live, tag};

/// The notice, if there is one.
pub fn notices(app: App) -> AnyView {
    live(move || all(app.notice.get().map(|notice| one_notice(app, notice))))
}

fn one_notice(app: App, notice: Notice) -> Tag {
    let in_the_way = matches!(notice, Notice::Corrupt | Notice::TooNew);
    let replace = in_the_way.then(|| button("button quiet", app.word(key::NOTICE_REPLACE), move || app.replace_kept()));
    block("div", "notice")
        .attr("role", "status")
        .with(tag("p").text(app.word(words(notice))))
        .with_all(replace)
        .with(button("button quiet", app.word(key::NOTICE_CLOSE), move || app.notice.set(None)))
}

fn words(notice: Notice) -> &'static str {
    match notice {
        Notice::Trouble(Trouble::Blocked) => key::NOTICE_BLOCKED,
        Notice::Trouble(Trouble::Full) => key::NOTICE_FULL,
        Notice::Corrupt => key::NOTICE_CORRUPT,
        Notice::TooNew => key::NOTICE_TOO_NEW,
        Notice::Migrated => key::NOTICE_MIGRATED,
    }
}
