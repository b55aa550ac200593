//! Exit this page: first the screen is blank and everything is wiped, then the page is left. The address is a
//! constant: this is the only place that goes anywhere else.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, window};

/// A page that gives nothing away; it stays the same for everyone.
const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

/// Presses further apart than this, in milliseconds, do not count together.
const TOGETHER: f64 = 5_000.0;

thread_local! {
    static PRESSES: Cell<(u8, f64)> = const { Cell::new((0, 0.0)) };
}

/// Blanks the page, erases everything and leaves. `farewell` is left on the page where it cannot be left.
pub fn leave(farewell: &str) {
    blank(farewell);
    super::store::erase();
    if let Some(window) = window() {
        let top = window.top().ok().flatten().unwrap_or_else(|| window.clone());
        if top.location().replace(ELSEWHERE).is_err() {
            let _ = window.location().replace(ELSEWHERE);
        }
    }
}

/// Calls back when Shift is pressed three times in a row.
pub fn on_three_shifts(mut pressed: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if is_third(&event) {
            pressed();
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("keyup", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Another key in between starts the count again, so that typing capitals does not leave the page.
fn is_third(event: &KeyboardEvent) -> bool {
    let now = event.time_stamp();
    let (count, last) = PRESSES.get();
    let together = if now - last < TOGETHER { count } else { 0 };
    let count = if event.key() == "Shift" { together + 1 } else { 0 };
    PRESSES.set((count % 3, now));
    count == 3
}

fn blank(farewell: &str) {
    if let Some(body) = super::page::document().and_then(|document| document.body()) {
        body.set_text_content(Some(farewell));
    }
}
