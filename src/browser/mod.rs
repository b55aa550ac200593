//! The browser edge: small adaptors that do one thing each and decide nothing. Nothing else touches the browser, and
//! nobody but [`crate::hear`] and [`crate::obey`] calls them.

pub mod clock;
pub mod dialog;
pub mod event;
pub mod focus;
pub mod history;
pub mod json;
pub mod lock;
pub mod page;
pub mod store;
