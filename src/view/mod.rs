//! What a parent sees. Views read the visit and send events; they decide nothing and touch no browser API.
//! Each has its styles in the file beside it.

mod answers;
pub mod app;
mod card;
mod children;
mod choices;
mod contacts;
mod door;
mod everything;
mod forget;
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
mod shell;
mod urgent;
