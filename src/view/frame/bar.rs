//! The bar at the top: the way to the list, and the way out.

use signpost_core::texts::key;
use signpost_core::visit::{Event, Page};

use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, exit};

/// The bar.
pub fn bar(app: App) -> Node {
    let on_list = move || app.read(|visit| visit.place.page == Page::List);
    let press = move || app.tell(if on_list() { Event::WentToQuestions } else { Event::Opened(Page::List) });
    let label = move || app.word(if on_list() { key::SHELL_QUESTIONS } else { key::SHELL_LIST }).to_owned();
    block("header", "shell-bar")
        .with(block("span", "shell-name").text(app.word(key::PRODUCT_NAME)))
        .with(button("button quiet", "", press).live_text(label))
        .with(exit(app.exit_words()))
}
