//! What authors of the content run: read, check, compile, try. The binary is called `signpost`.
//!
//! How content becomes a pack: `files` (which files, as text) → `read` (a [`draft`], every value with its place)
//! → [`check`] (all names looked up) → [`build`] (the pack, and `start.html` by [`pages`]).
//! How a journey is tried: [`journey`] reads a family written as text and compares their list with what was
//! expected; [`explain`] says a verdict in an author's words.
//! How content is proven: [`prove`] reads the same rules over variables instead of one family's answers;
//! [`diff`] compares two contents in the same way.
//! What is put on a website or on paper beside the widget: [`pages`].
//! [`new`] begins a support, a question or a site for them; [`schema`] tells editors what the reader knows of the format.
//! Where something stands: [`commands::find`], whatever its capitals and spaces.
//! What authors look at: [`why`] says a rule in plain [`english`], for anybody or for one family; [`map`] draws the
//! path.
//!
//! What holds here:
//! - Reading and checking never stop at the first problem and never panic, whatever bytes a file holds.
//! - Every [`problem::Problem`] has a place; [`report`] draws it.
//! - With a problem nothing is written.
//! - Content is text: whatever is put into HTML is escaped, in [`pages`] and in [`map`].

pub mod build;
mod bytes;
pub mod check;
pub mod clock;
mod colour;
pub mod commands;
pub mod diff;
pub mod draft;
pub mod english;
pub mod explain;
pub mod files;
mod find;
pub mod generate;
pub mod journey;
pub(crate) mod language;
pub mod languages;
pub mod map;
mod near;
pub mod new;
pub mod pages;
pub mod problem;
pub mod prove;
pub mod publishing;
mod read;
pub mod report;
pub mod schema;
mod uses;
mod wanted;
pub mod why;
