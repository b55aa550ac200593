//! What a parent sees. Views read the visit and send events; they decide nothing, touch no browser API, and
//! call nobody who does but to read a field.
//!
//! - [`app`] is the handle that all of them use.
//! - [`kit`] has what any screen may use; [`frame`] what stands around every screen; [`screens`] one file a screen. None
//!   of the first two knows a screen, and no screen knows the frame.
//! - [`shell`] puts the frame around the screen for where the parent is.
//!
//! Styles stand in the file beside what they dress.

pub mod app;
pub mod frame;
pub mod kit;
pub mod screens;
pub mod shell;
