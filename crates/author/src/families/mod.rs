//! What content is for one family, and what a rule is in plain words.
//!
//! [`journey`] reads a family written as text and compares their list with what was expected; [`explain`] says a
//! verdict by the names of choices. [`why`] says a rule in plain [`english`], for anybody or for one family.

pub mod english;
pub mod explain;
pub mod journey;
pub mod why;
