//! What stands in the place of every page that shows support until that has come.

use signpost_core::sitting::{Happened, Parts};
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::asking::back;
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, button};

/// That it is on its way, or how to try once more.
pub fn no_list(app: App, parts: Parts) -> Node {
    let missing = parts == Parts::Missing;
    let says = if missing { key::LIST_MISSING } else { key::LIST_COMING };
    let again = || button("button main", app.word(key::LIST_LOAD_AGAIN), move || app.happen(Happened::AskedToReload));
    block("div", "list")
        .with(heading(app.word(key::LIST_TITLE)))
        .with(block("p", "list-intro").attr("role", "status").text(app.word(says)))
        .with_all(missing.then(again))
        .with(back(app))
}
