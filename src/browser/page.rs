//! What boot.js prepared, and the two halves of the page: the start page that stands without us, and ours.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, window};

/// The document, which every page has.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// A part of the content, as boot.js fetched and checked it; `None` while it is not here. It is handed over once.
pub fn take_part(name: &str) -> Option<Vec<u8>> {
    let part = prepared(name)?.dyn_into::<Uint8Array>().ok()?.to_vec();
    let _ = Reflect::set(&signpost()?, &name.into(), &JsValue::UNDEFINED);
    Some(part)
}

/// The texts of the content that stand in the page, in its order.
pub fn texts() -> Vec<String> {
    let texts = prepared("texts").and_then(|texts| texts.dyn_into::<Array>().ok()).unwrap_or_default();
    texts.iter().map(|text| text.as_string().unwrap_or_default()).collect()
}

/// What boot.js says of this, in words.
pub fn said(name: &str) -> Option<String> {
    prepared(name)?.as_string()
}

/// Whether boot.js says that this is so.
pub fn is(name: &str) -> bool {
    prepared(name).is_some_and(|value| value.is_truthy())
}

/// Lets boot.js do what it alone does.
pub fn call(name: &str) {
    if let Some(act) = prepared(name).and_then(|act| act.dyn_into::<Function>().ok()) {
        // What boot.js cannot do leaves the page as it is; there is nobody left to tell.
        let _ = act.call0(&JsValue::NULL);
    }
}

/// Lets boot.js call back under this name.
pub fn on_call(name: &str, called: impl FnMut() + 'static) {
    let called = Closure::<dyn FnMut()>::new(called).into_js_value();
    if let Some(signpost) = signpost() {
        let _ = Reflect::set(&signpost, &name.into(), &called);
    }
}

/// Calls back when this happens to the window, for as long as the page lives.
pub fn on_window(event: &str, listener: JsValue) {
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
    }
}

/// Calls back when the element of this id is pressed, instead of what it does by itself. The second press of a
/// double-click was meant for what stood there before.
pub fn on_press(id: &str, mut pressed: impl FnMut() + 'static) {
    let Some(element) = element(id) else { return };
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        event.prevent_default();
        if !super::event::is_repeated(&event) {
            pressed();
        }
    });
    let _ = element.add_event_listener_with_callback("click", listener.into_js_value().unchecked_ref());
}

/// Whether the parent is in this page, and not elsewhere on the host's.
pub fn has_focus() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or(false))
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

/// Hides the element of this id, or shows it.
pub fn hide(id: &str, hidden: bool) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(hidden);
    }
}

/// Writes this into the element of this id.
pub fn write(id: &str, words: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(words));
    }
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn prepared(name: &str) -> Option<JsValue> {
    Reflect::get(&signpost()?, &name.into()).ok().filter(|value| !value.is_undefined())
}

fn signpost() -> Option<JsValue> {
    Reflect::get(window()?.as_ref(), &"signpost".into()).ok().filter(|value| value.is_object())
}
