//! A small line picture for each topic. It says nothing that the words beside it do not.

use leptos::prelude::*;
use leptos::svg;

/// The picture of this name, from the sheet of pictures in the page.
pub fn picture(name: &str) -> AnyView {
    let shape = svg::r#use().attr("href", format!("#picture-{name}"));
    svg::svg().attr("class", "picture").attr("aria-hidden", "true").attr("viewBox", "0 0 24 24").child(shape).into_any()
}
