//! What stands around every screen.

pub mod answers;
pub mod bar;
pub mod foot;
pub mod keeping;
pub mod notices;
