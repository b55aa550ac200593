//! The network lock: once it is closed, nothing can leave this document.
//!
//! A policy that a document adds to itself can be tightened but never loosened, by anyone. Fetches, images,
//! beacons, forms, frames and workers are refused by the browser itself; what runs already goes on running.

const POLICY: &str = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'";

/// Closes the lock. There is no way to open it again but to leave the page.
pub fn close() -> Option<()> {
    let document = super::page::document()?;
    let meta = document.create_element("meta").ok()?;
    meta.set_attribute("http-equiv", "Content-Security-Policy").ok()?;
    meta.set_attribute("content", POLICY).ok()?;
    document.query_selector("head").ok()??.append_child(&meta).ok()?;
    Some(())
}
