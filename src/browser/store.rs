//! Storage as it really is: it throws, it fills, and it may not be there at all. Nothing is written here but
//! what core wrote as text, under one key.

use web_sys::{Storage, window};

use signpost_core::visit::Keeping;

const KEY: &str = "parent-signpost";

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not let us.
    Blocked,
    /// There is no room.
    Full,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing is kept.
    Nothing,
    /// This text, kept for this long.
    Text(String, Keeping),
    /// The browser does not let us look.
    Blocked,
}

/// Looks for a kept visit: first in this tab, then on this device.
pub fn find() -> Found {
    let mut blocked = false;
    for keeping in [Keeping::ThisVisit, Keeping::ThisDevice] {
        match storage(keeping).map(|storage| storage.get_item(KEY)) {
            Some(Ok(Some(text))) => return Found::Text(text, keeping),
            Some(Ok(None)) => {}
            _ => blocked = true,
        }
    }
    if blocked { Found::Blocked } else { Found::Nothing }
}

/// Keeps this text for this long, and nowhere else.
///
/// # Errors
/// Says why, when the browser refuses. A text that was kept before stays as it was.
pub fn keep(text: &str, keeping: Keeping) -> Result<(), Trouble> {
    let storage = storage(keeping).ok_or(Trouble::Blocked)?;
    storage.set_item(KEY, text).map_err(|_| trouble(&storage))?;
    for other in [Keeping::ThisVisit, Keeping::ThisDevice].into_iter().filter(|other| *other != keeping) {
        erase_in(other);
    }
    Ok(())
}

/// Erases what is kept, everywhere.
pub fn erase() {
    erase_in(Keeping::ThisVisit);
    erase_in(Keeping::ThisDevice);
}

fn erase_in(keeping: Keeping) {
    if let Some(storage) = storage(keeping) {
        // A storage that refuses this refused to keep anything, too.
        let _ = storage.remove_item(KEY);
    }
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
fn trouble(storage: &Storage) -> Trouble {
    match storage.length() {
        Ok(_) => Trouble::Full,
        Err(_) => Trouble::Blocked,
    }
}
