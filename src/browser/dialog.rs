//! A dialog over the page.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens the dialog of this id.
pub fn open(id: &str) {
    if let Some(dialog) = find(id).filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        dialog.set_open(true);
    }
}

/// Closes the dialog of this id.
pub fn close(id: &str) {
    if let Some(dialog) = find(id) {
        dialog.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    super::page::document()?.get_element_by_id(id)?.dyn_into().ok()
}
