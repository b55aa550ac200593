//! What any screen may use.

pub mod asking;
pub mod choices;
pub mod contacts;
pub mod heading;
pub mod here;
pub mod month;
pub mod node;
pub mod picture;
pub mod progress;
pub mod support;
pub mod take;
