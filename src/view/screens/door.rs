//! A door: what lies behind it is asked only if the parent opens it.

use signpost_core::catalogue::SectionId;
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::asking::{back, title};
use crate::view::kit::node::{Node, block, button};
use crate::view::kit::progress::progress;

/// Asks whether to open a section.
pub fn door(app: App, section: SectionId) -> Node {
    let screen = block("div", "question door").with(progress(app));
    let Some(door) = app.content.texts.section(section).door.as_ref() else { return screen };
    let ways = block("div", "ways")
        .with(button("button main", door.open.as_str(), move || app.tell(Event::DoorAnswered(section, true))))
        .with(button("button", door.skip.as_str(), move || app.tell(Event::DoorAnswered(section, false))))
        .with(back(app));
    screen.with(title(door.title.as_str())).with(block("p", "door-text").text(door.text.as_str())).with(ways)
}
