//! The heading of a page that asks nothing.

use crate::view::kit::node::{Node, block};

/// The heading; focus comes here when the page is shown.
pub fn heading(text: &str) -> Node {
    block("h1", "list-title").attr("tabindex", "-1").text(text)
}
