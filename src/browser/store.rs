//! Storage as it really is: it throws, it fills, it may not be there at all, and other tabs write to it. Nothing is
//! written here but what core wrote as text, under one key, and never over anything that was not expected there.

use signpost_core::sitting::{Look, Refusal};
use signpost_core::visit::Keeping;
use wasm_bindgen::prelude::Closure;
use web_sys::{Storage, StorageEvent, window};

const KEY: &str = "parent-signpost";

/// What came of wanting to change something.
pub enum Outcome {
    /// It is done.
    Done,
    /// It was left, because this stands there.
    Left(Look),
    /// The browser refused, and this is what stands there.
    Refused(Refusal, Look),
}

/// What stands there.
pub fn look(keeping: Keeping) -> Look {
    match storage(keeping).map(|storage| storage.get_item(KEY)) {
        Some(Ok(Some(text))) => Look::Text(text),
        Some(Ok(None)) => Look::Nothing,
        _ => Look::Blocked,
    }
}

/// Writes this text, if what stands there is what is written over.
pub fn write(keeping: Keeping, over: Option<String>, text: &str) -> Outcome {
    let stands = look(keeping);
    if stands != over.map_or(Look::Nothing, Look::Text) {
        return if stands == Look::Blocked {
            Outcome::Refused(Refusal::Blocked, stands)
        } else {
            Outcome::Left(stands)
        };
    }
    let Some(storage) = storage(keeping) else { return Outcome::Refused(Refusal::Blocked, Look::Blocked) };
    match storage.set_item(KEY, text) {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Refused(refusal(&storage), look(keeping)),
    }
}

/// Erases what stands there, if it is this.
pub fn erase(keeping: Keeping, text: String) -> Outcome {
    match look(keeping) {
        Look::Text(stands) if stands != text => Outcome::Left(Look::Text(stands)),
        _ => {
            erase_anything(keeping);
            Outcome::Done
        }
    }
}

/// Erases whatever stands there.
pub fn erase_anything(keeping: Keeping) {
    if let Some(storage) = storage(keeping) {
        // A storage that refuses this refused to keep anything, too.
        let _ = storage.remove_item(KEY);
    }
}

/// Calls back when another tab or frame changed what stands in a place.
pub fn on_change(mut changed: impl FnMut(Keeping) + 'static) {
    let listener = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
        if event.key().is_none_or(|key| key == KEY) {
            let device = event.storage_area() == storage(Keeping::ThisDevice);
            changed(if device { Keeping::ThisDevice } else { Keeping::ThisVisit });
        }
    });
    super::page::on_window("storage", listener.into_js_value());
}

fn storage(keeping: Keeping) -> Option<Storage> {
    let window = window()?;
    match keeping {
        Keeping::Nowhere => None,
        Keeping::ThisVisit => window.session_storage().ok()?,
        Keeping::ThisDevice => window.local_storage().ok()?,
    }
}

/// A storage that can still be counted is not blocked, so it is full.
fn refusal(storage: &Storage) -> Refusal {
    match storage.length() {
        Ok(_) => Refusal::Full,
        Err(_) => Refusal::Blocked,
    }
}
