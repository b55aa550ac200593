//! What a parent sees. Views read the visit and send events; they decide nothing, touch no browser API, and
//! call nobody who does but to read a field.
//! Each has its styles in the file beside it.

mod answers;
pub mod app;
mod card;
mod children;
mod choices;
mod contacts;
mod door;
mod everything;
pub mod html;
mod keeping;
mod list;
mod marks;
mod month;
mod notices;
mod paper;
mod picture;
mod progress;
mod question;
mod sheet;
pub mod shell;
mod urgent;
