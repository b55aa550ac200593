//! One kind sentence about something beside the point, what can be done about it, and the way to put it aside.

use signpost_core::sitting::{Happened, Notice};
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, tag};

/// The notices, in a region that stands there from the start, so that a screen reader hears them come.
pub fn notices(app: App) -> Node {
    let notices = move || app.open(|open| open.notices().to_vec());
    let each = move |region: Node, notices: &Vec<Notice>| {
        region.with_all(notices.iter().map(|notice| one_notice(app, *notice)))
    };
    block("div", "notices").attr("role", "status").live(notices, each)
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
