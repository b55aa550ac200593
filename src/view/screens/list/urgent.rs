//! The urgent box: the same numbers for everyone, so that having them on a screen reveals nothing.

use signpost_core::catalogue::{Means, SupportId};
use signpost_core::family::Who;
use signpost_core::texts::{SupportTexts, key};

use crate::view::app::App;
use crate::view::kit::contacts::{in_short, named, others};
use crate::view::kit::node::{Node, block, tag};

/// Numbers for danger and crisis. Some answers open it; nothing else about it ever changes.
pub fn urgent(app: App) -> Node {
    let (supports, first) = app.glance_plan(|plan| (plan.urgent.clone(), plan.urgent_first));
    let calm = first.then(|| block("p", "urgent-first").text(app.word(key::URGENT_FIRST)));
    let lines = supports.into_iter().map(|support| line(app, support));
    // Said aloud, because WebKit knows no list whose items are rows of boxes.
    let lines = block("ul", "urgent-lines").attr("role", "list").with_all(lines);
    let whole = block("details", "urgent")
        .with(tag("summary").with(tag("h2").text(app.word(key::URGENT_TITLE))))
        .with_all(calm)
        .with(tag("p").text(app.word(key::URGENT_INTRO)))
        .with(lines);
    if first { whole.attr("open", "") } else { whole }
}

fn line(app: App, id: SupportId) -> Node {
    let (support, texts) = (app.content.support(id), app.content.texts.support(id));
    let number = support.contact(Means::Call).or_else(|| support.contact(Means::Text));
    let short = |name: &str, contact| in_short(app, "urgent-number", name, contact);
    let also = others(app, id).map(|(contacts, also)| {
        let says = (!also.says.is_empty()).then(|| tag("span").text(app.about(&also.says, Who::Family)));
        let numbers = contacts.iter().map(|contact| short(&app.about(&also.name, Who::Family), contact));
        tag("span").text(named(app, also, Who::Family)).text(" ").with_all(numbers).text(" ").with_all(says)
    });
    tag("li")
        .with(tag("strong").text(&texts.name))
        .with_all(number.map(|contact| short(&texts.name, contact)))
        .with(tag("span").text(app.about(&texts.what, Who::Family)))
        .with_all(when(app, texts))
        .with_all(also)
}

/// When it is time for this number, and what to do until somebody comes.
fn when(app: App, texts: &SupportTexts) -> Option<Node> {
    let lines = texts.one_of.iter().map(|line| tag("li").text(app.about(line, Who::Family)));
    let how = tag("span").text(app.about(&texts.how, Who::Family));
    (!texts.one_of.is_empty()).then(|| tag("div").with(block("ul", "urgent-when").with_all(lines)).with(how))
}
