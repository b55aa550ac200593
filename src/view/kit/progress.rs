//! How far the visit has come, section by section: no percentages, nothing that can be failed.

use leptos::prelude::*;
use signpost_core::digits::digits;
use signpost_core::path::Progress as Standing;
use signpost_core::sitting::Open;
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::node::{Node, block, tag};

/// A row of small marks and one line of words.
pub fn progress(app: App) -> Node {
    let progress = |open: &Open<'_>| open.path().progress(app.content, open.visit().place.stop);
    let sections = untrack(|| app.open(progress));
    let total = digits(sections.len());
    let here = sections.iter().position(|(_, standing)| *standing == Standing::Here);
    let words = here.map(|index| {
        let title = &app.content.texts.section(sections[index].0).title;
        let number = digits(index + 1);
        let values = [("number", number.as_str()), ("total", total.as_str()), ("title", title.as_str())];
        block("p", "progress-words").text(app.fill(key::PROGRESS_HERE, &values))
    });
    let marks = sections.iter().map(|(_, standing)| tag("li").attr("class", class(*standing)));
    let marks = block("ol", "progress-marks").attr("aria-hidden", "true").with_all(marks);
    block("div", "progress").with(marks).with_all(words)
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "done",
        Standing::Here => "here",
        Standing::Ahead => "ahead",
    }
}
