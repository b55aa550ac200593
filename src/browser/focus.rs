//! Focus moves to the heading of each new screen, so that a screen reader reads it and the keyboard starts there.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, window};

/// After the screen is drawn: start at its top, with its heading in focus.
pub fn show_screen() {
    let draw = Closure::once_into_js(|| {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus("h1");
    });
    if let Some(window) = window() {
        // Without animation frames the heading simply is not in focus.
        let _ = window.request_animation_frame(draw.unchecked_ref());
    }
}

/// After the screen is drawn: focus the first element in the widget that matches.
pub fn soon(selector: &'static str) {
    let focus = Closure::once_into_js(move || focus(selector));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(focus.unchecked_ref());
    }
}

/// Focuses the first element that matches, instead of what the browser would do by itself.
pub fn instead_of(event: &web_sys::Event, selector: &'static str) {
    event.prevent_default();
    focus(selector);
}

/// Focuses one of the elements that match, counted from 0, and brings it into view.
pub fn on_nth(selector: &str, index: u32) {
    let all = super::page::document().and_then(|document| document.query_selector_all(selector).ok());
    let found = all.and_then(|all| all.item(index)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

fn focus(selector: &str) {
    let found = super::page::document().and_then(|document| shown(&document, selector));
    if let Some(element) = found {
        let _ = element.focus();
    }
}

fn shown(document: &web_sys::Document, selector: &str) -> Option<HtmlElement> {
    let half = document.query_selector("#app:not([hidden]), #start-page:not([hidden])").ok()??;
    half.query_selector(selector).ok()??.dyn_into().ok()
}
