//! How long answers live: the parent's choice, with its price beside it.

use signpost_core::texts::{WordKey, key};
use signpost_core::visit::{Event, Keeping};

use crate::view::app::App;
use crate::view::kit::choices::{fieldset, row};
use crate::view::kit::node::{Node, block, tag};

/// The three ways of keeping.
pub fn keeping_choice(app: App) -> Node {
    let rows = Keeping::ALL.map(|keeping| {
        let is_on = move || app.read(|visit| visit.keeping == keeping);
        row("radio", "keeping", app.word(words(keeping)), is_on, move |_| app.tell(Event::KeepingChosen(keeping)))
    });
    let heading = block("span", "for-readers").text(app.word(key::KEEPING_TITLE));
    block("details", "keeping").with(tag("summary").text(app.word(key::KEEPING_TITLE))).with(
        fieldset(heading).with_all(rows).with(block("p", "question-help").text(app.word(key::KEEPING_DEVICE_WARNING))),
    )
}

fn words(keeping: Keeping) -> WordKey {
    match keeping {
        Keeping::Nowhere => key::KEEPING_NOWHERE,
        Keeping::ThisVisit => key::KEEPING_THIS_VISIT,
        Keeping::ThisDevice => key::KEEPING_THIS_DEVICE,
    }
}
