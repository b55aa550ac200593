//! The commands of `signpost`, one file each: what each is asked, what it says and how it ends.
//! Printing is left to `main`.

pub mod build;
pub mod check;
pub mod diff;
pub mod find;
pub mod map;
pub mod new;
pub mod pages;
pub mod prove;
pub mod schema;
pub mod showing;
pub mod try_families;
pub mod why;

use std::path::Path;

use signpost_core::content::Content;
use signpost_core::time::Day;

use crate::draft::{Draft, count};
use crate::files::Files;
use crate::{build as compile, check as reader, report};

/// Where a command speaks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether colours are shown.
    pub colour: bool,
    /// Today.
    pub today: Day,
}

/// What a command says, and how it ends.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// For the terminal.
    pub text: String,
    /// How it went.
    pub end: End,
}

/// How a command ends; the exit code of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Nothing is wrong.
    Clean = 0,
    /// Something is wrong with what it was given.
    Problems = 1,
    /// It could not do its work.
    CouldNotRun = 2,
}

impl Said {
    /// Something to show, and nothing wrong.
    pub(crate) fn clean(text: String) -> Self {
        Self { text, end: End::Clean }
    }

    /// It could not do its work, for this reason.
    pub(crate) fn could_not(sentence: String) -> Self {
        Self { text: format!("{sentence}\n"), end: End::CouldNotRun }
    }
}

/// The content of a folder, ready to be asked. `Err` says what is wrong with it.
pub fn content(folder: &Path, terminal: Terminal) -> Result<Content, Said> {
    compiled(&draft(folder, terminal)?)
}

/// A draft without a mistake, ready to be asked.
pub(crate) fn compiled(draft: &Draft) -> Result<Content, Said> {
    let (content, problems) = compile::written(draft).content();
    if problems.is_empty() { Ok(content) } else { Err(Said::could_not(problems.join("\n"))) }
}

/// The content of a folder as it was read. `Err` shows every error in it; warnings and notes are for `check`.
pub(crate) fn draft(folder: &Path, terminal: Terminal) -> Result<Draft, Said> {
    let files = Files::read(folder).map_err(Said::could_not)?;
    let (draft, problems) = reader::to_build(&files);
    if problems.is_empty() {
        return Ok(draft);
    }
    let drawn = report::drawn(&files, &problems, terminal.colour);
    let text = format!("{drawn}{}: {}\n", draft.counted(), count(problems.len(), "error"));
    Err(Said { text, end: End::Problems })
}
