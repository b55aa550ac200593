//! The urgent box: the same numbers for everyone, so that having them on a screen reveals nothing.

use signpost_core::contact::{Sms, tel};
use signpost_core::content::SupportId;
use signpost_core::pack::Support;
use signpost_core::words::key;

use crate::view::app::App;
use crate::view::contacts::{link, numbers};
use crate::view::html::{Node, block, tag};

/// Numbers for danger and crisis. Some answers open it; nothing else about it ever changes.
pub fn urgent(app: App) -> Node {
    let (supports, first) = app.glance_plan(|plan| (plan.urgent.clone(), plan.urgent_first));
    let calm = first.then(|| block("p", "urgent-first").text(app.word(key::URGENT_FIRST)));
    let lines = supports.into_iter().map(|support| line(app, support));
    let whole = block("details", "urgent")
        .with(tag("summary").with(tag("h2").text(app.word(key::URGENT_TITLE))))
        .with_all(calm)
        .with(tag("p").text(app.word(key::URGENT_INTRO)))
        .with(block("ul", "urgent-lines").with_all(lines));
    if first { whole.attr("open", "") } else { whole }
}

fn line(app: App, support: SupportId) -> Node {
    let text = &app.content.support(support).text;
    let number = match Sms::of(&text.text) {
        _ if !text.phone.is_empty() => Some(link("urgent-number", tel(&text.phone), text.phone.as_str())),
        Some(sms) => Some(link("urgent-number", sms.address(), text.text.as_str())),
        None => None,
    };
    let also = text.also.iter().map(|also| {
        let says = (!also.says.is_empty()).then(|| tag("span").text(format!(" {}", also.says)));
        tag("span").text(format!("{}: ", also.name)).with_all(numbers("urgent-number", also)).with_all(says)
    });
    tag("li")
        .with(tag("strong").text(text.name.as_str()))
        .with_all(number)
        .with(tag("span").text(text.what.as_str()))
        .with_all(when(text))
        .with_all(also)
}

/// When it is time for this number, and what to do until somebody comes.
fn when(text: &Support) -> Option<Node> {
    let lines = text.one_of.iter().chain([&text.how]).map(|line| tag("li").text(line.as_str()));
    (!text.one_of.is_empty()).then(|| block("ul", "urgent-when").with_all(lines))
}
