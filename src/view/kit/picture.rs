//! A small line picture for each topic. It says nothing that the words beside it do not.

use crate::view::kit::node::{Node, shape};

/// The picture of this name, from the sheet of pictures in the page.
pub fn picture(name: &str) -> Node {
    let from_sheet = shape("use").attr("href", ["#picture-", name].concat());
    shape("svg").attr("class", "picture").attr("aria-hidden", "true").attr("viewBox", "0 0 24 24").with(from_sheet)
}
