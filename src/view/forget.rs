//! Delete my answers: asked once more, then gone.

use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::browser::dialog;
use crate::view::app::App;
use crate::view::html::{Tag, block, button, tag};

const DIALOG: &str = "forget";

/// The button and its dialog.
pub fn forget(app: App) -> [Tag; 2] {
    let forget = move || {
        dialog::close(DIALOG);
        app.tell(Event::Forgotten);
    };
    let ways = block("div", "ways")
        .with(button("button main", app.word(key::KEEPING_FORGET_YES), forget))
        .with(button("button", app.word(key::KEEPING_FORGET_NO), || dialog::close(DIALOG)));
    let dialog = block("dialog", "forget")
        .attr("id", DIALOG)
        .attr("aria-labelledby", "forget-title")
        .with(tag("h2").attr("id", "forget-title").text(app.word(key::KEEPING_FORGET_TITLE)))
        .with(tag("p").text(app.word(key::KEEPING_FORGET_TEXT)))
        .with(ways);
    [button("button quiet", app.word(key::KEEPING_FORGET), || dialog::open(DIALOG)), dialog]
}
