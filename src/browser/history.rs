//! The browser's own Back steps through the visit. An entry carries a number and nothing else: no answer, no address,
//! no title. Which numbers there are and what they mean is decided elsewhere.

use wasm_bindgen::prelude::*;
use web_sys::{PopStateEvent, window};

/// One more entry, with this number.
pub fn push(number: u64) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state(&(number as f64).into(), "");
    }
}

/// The entry that we are in gets this number.
pub fn replace(number: u64) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state(&(number as f64).into(), "");
    }
}

/// One step back, as by the browser's own button.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// The number of the entry that we are in.
pub fn entry() -> Option<u64> {
    number(&window()?.history().ok()?.state().ok()?)
}

/// Calls back with the number of the entry that Back or Forward led to.
pub fn on_step(mut stepped: impl FnMut(Option<u64>) + 'static) {
    let listener =
        Closure::<dyn FnMut(PopStateEvent)>::new(move |event: PopStateEvent| stepped(number(&event.state())));
    super::page::on_window("popstate", listener.into_js_value());
}

fn number(state: &JsValue) -> Option<u64> {
    state.as_f64().filter(|number| *number >= 0.0).map(|number| number as u64)
}

/// Whether another page holds us.
pub fn is_framed() -> bool {
    window().is_some_and(|window| match window.top() {
        Ok(Some(top)) => !js_sys::Object::is(top.as_ref(), window.as_ref()),
        _ => true,
    })
}
