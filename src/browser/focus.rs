//! Focus moves to the heading of each new screen, so that a screen reader reads it and the keyboard starts there.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, window};

/// The top of a screen. In the frame of embed.js the page around it brings the heading into view, and only where it is not.
const BAR: &str = ":root:not([data-hosted]) .shell-bar, :root:not([data-hosted]) .start-bar";

/// After the screen is drawn: bring its top into view, with Exit, and its heading into focus, or the spot in it that the
/// parent went away from. In a frame as long as its screen it is the page around it that scrolls, where the browser allows
/// that.
pub fn show_screen() {
    after_drawing(|| {
        focus("h1");
        scroll_to_top();
        if let Some(bar) = super::page::document().and_then(|document| shown(&document, BAR)) {
            bar.scroll_into_view();
        }
        focus("[data-here]");
    });
}

/// After the screen is drawn: focus the first element in the widget that matches.
pub fn soon(selector: &'static str) {
    after_drawing(move || focus(selector));
}

/// Focuses the first element that matches, instead of what the browser would do by itself.
pub fn instead_of(event: &web_sys::Event, selector: &'static str) {
    event.prevent_default();
    focus(selector);
}

fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// In the next frame, after whatever the browser does by itself with focus and place when something is pressed or it steps
/// back. Without animation frames it simply does not happen.
fn after_drawing(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(then.unchecked_ref());
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
