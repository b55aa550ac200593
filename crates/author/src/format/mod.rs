//! What an author may write: every key and word of the format once, for the reader and for the author's editor.
//!
//! `shape` holds the keys, `vocabulary` the fixed words, `id` what an id looks like, `folder` what no site can be called,
//! `colour` and `logo` what can be seen, `wanted` what the program asks of the words of the interface. `read` makes a
//! [`draft`] of the files by them; [`schema`] tells editors the same; [`new`] begins something with a comment beside every
//! key.

pub(crate) mod colour;
pub mod draft;
pub(crate) mod figures;
pub(crate) mod folder;
pub(crate) mod house_style;
pub(crate) mod id;
pub(crate) mod logo;
pub mod new;
pub(crate) mod read;
pub mod schema;
pub(crate) mod shape;
pub(crate) mod vocabulary;
pub(crate) mod wanted;
