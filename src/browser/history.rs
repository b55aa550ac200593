//! The browser's own Back steps through the visit. Its entries carry a number and nothing else: no answer, no
//! address, no title. Inside a frame there are none at all, so that the host's Back button stays the host's.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{PopStateEvent, window};

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Another screen is shown: one more step for Back to undo.
pub fn step() {
    let depth = DEPTH.get() + 1;
    if !is_framed() && push(depth).is_some() {
        DEPTH.set(depth);
    }
}

/// Calls back with the number of the step that Back or Forward led to; 0 is the start.
pub fn on_return(mut returned: impl FnMut(u32) + 'static) {
    let listener = Closure::<dyn FnMut(PopStateEvent)>::new(move |event: PopStateEvent| {
        let depth = event.state().as_f64().unwrap_or(0.0) as u32;
        DEPTH.set(depth);
        returned(depth);
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// How many steps lie behind.
pub fn depth() -> u32 {
    DEPTH.get()
}

/// A reloaded document stands where its history entry stood.
pub fn resume() {
    let state = window().and_then(|window| window.history().ok()).and_then(|history| history.state().ok());
    DEPTH.set(state.and_then(|state| state.as_f64()).unwrap_or(0.0) as u32);
}

fn push(depth: u32) -> Option<()> {
    window()?.history().ok()?.push_state(&depth.into(), "").ok()
}

/// Whether another page holds us.
pub fn is_framed() -> bool {
    window().is_some_and(|window| match window.top() {
        Ok(Some(top)) => !js_sys::Object::is(top.as_ref(), window.as_ref()),
        _ => true,
    })
}
