//! What boot.js prepared, and the two halves of the page: the start page that stands without us, and ours.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, window};

/// The document, which every page has.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The content, as boot.js fetched and checked it.
pub fn pack() -> Option<String> {
    prepared("pack")?.as_string()
}

/// Whether Start was pressed before we were here.
pub fn is_awaited() -> bool {
    prepared("waiting").is_some_and(|waiting| waiting.is_truthy())
}

/// Whether the last start ended in a crash: then kept answers are left alone.
pub fn starts_clean() -> bool {
    prepared("clean").is_some_and(|clean| clean.is_truthy())
}

/// Shows the calm panel: we cannot go on.
pub fn crashed() {
    if let Some(crashed) = prepared("crashed").and_then(|crashed| crashed.dyn_into::<Function>().ok()) {
        // A panel that cannot be shown leaves the page as it is; there is nobody left to tell.
        let _ = crashed.call0(&JsValue::NULL);
    }
}

/// The element that the widget fills.
pub fn stage() -> Option<HtmlElement> {
    element("app")?.dyn_into().ok()
}

/// Shows the start page, or the widget.
pub fn show_start(start: bool) {
    hide("start-page", !start);
    hide("app", start);
}

/// Says one sentence on the start page; an empty one says nothing.
pub fn say_on_start(words: &str) {
    if let Some(note) = element("start-note") {
        note.set_text_content(Some(words));
    }
}

/// Writes on the button of the start page.
pub fn label_start(label: &str) {
    if let Some(start) = element("start") {
        start.set_text_content(Some(label));
    }
}

/// Calls back when the element of this id is pressed, instead of what it does by itself.
pub fn on_press(id: &str, mut pressed: impl FnMut() + 'static) {
    let Some(element) = element(id) else { return };
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        event.prevent_default();
        pressed();
    });
    // The start page lives as long as the document, and so does its listener.
    let _ = element.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        // A frame without the right to print ignores this; the page can still be printed from the menu.
        let _ = window.print();
    }
}

fn hide(id: &str, hidden: bool) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(hidden);
    }
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn prepared(name: &str) -> Option<JsValue> {
    let signpost = Reflect::get(window()?.as_ref(), &"signpost".into()).ok()?;
    Reflect::get(&signpost, &name.into()).ok().filter(|value| !value.is_undefined())
}
