//! Events of one element, and what an event tells about the field or the button it happened to.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, UiEvent};

/// Calls back when something happens to an element, for as long as this is kept. It may go while it calls back: a press on
/// Next takes Next away. What runs is kept until it is done.
pub struct Listener {
    element: Element,
    event: &'static str,
    happened: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen.
    pub fn new(element: &Element, event: &'static str, happened: Box<dyn FnMut(Event)>) -> Self {
        let (element, happened) = (element.clone(), Closure::wrap(happened));
        let _ = element.add_event_listener_with_callback(event, happened.as_ref().unchecked_ref());
        Self { element, event, happened }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.happened.as_ref().unchecked_ref());
    }
}

/// What stands in the field now.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}

/// Whether the box is ticked now.
pub fn is_checked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// Whether what folds away is open now.
pub fn is_open(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|it| it.has_attribute("open"))
}

/// Whether it is the second press of a double-click, or a later one.
pub fn is_repeated(event: &Event) -> bool {
    event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1)
}

/// Whether it is Enter in a box, a button of a group or a line of text, which in a form would send it.
pub fn is_enter_in_field(event: &Event) -> bool {
    let is_enter =
        event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter" && !event.is_composing());
    let in_field = event.target().is_some_and(|target| target.dyn_into::<HtmlInputElement>().is_ok());
    is_enter && in_field
}

/// Puts the row of a pressed button before the one that stands before it. It is that other row that moves, so the button
/// keeps the focus.
pub fn raise(event: &Event) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = button.and_then(|button| button.parent_element());
    let before = row.as_ref().and_then(Element::previous_element_sibling);
    if let (Some(row), Some(before)) = (row, before) {
        let _ = row.after_with_node_1(&before);
    }
}

/// Keeps the browser from doing what it would do by itself.
pub fn stop(event: &Event) {
    event.prevent_default();
}
