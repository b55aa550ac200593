//! The files themselves, before anybody knows what stands in them: which there are, where in them something is, what
//! is wrong there, and how that is shown.

mod bytes;
pub mod files;
pub mod find;
pub mod near;
pub mod problem;
pub mod put;
pub mod report;
pub mod say;
pub(crate) mod sheet;
