//! What a command says and how it ends, and the content that most of them begin with. Printing is left to `main`.

use std::path::Path;

use signpost_core::content::Content;
use signpost_core::time::Day;

use signpost_author::format::draft::Draft;
use signpost_author::judge::check::to_build;
use signpost_author::make::build;
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_author::source::say::count;

/// Where a command speaks, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    /// Whether colours are shown.
    pub(crate) colour: bool,
    /// Today.
    pub(crate) today: Day,
}

/// What a command says, and how it ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// For the terminal.
    pub(crate) text: String,
    /// How it went.
    pub(crate) end: End,
}

/// How a command ends; the exit code of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
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
pub(crate) fn content(folder: &Path, terminal: Terminal) -> Result<Content, Said> {
    compiled(&draft(folder, terminal)?)
}

/// A draft without a mistake, ready to be asked.
pub(crate) fn compiled(draft: &Draft) -> Result<Content, Said> {
    build::content(draft).map_err(Said::could_not)
}

/// The content of a folder as it was read. `Err` shows every error in it; warnings and notes are for `check`.
pub(crate) fn draft(folder: &Path, terminal: Terminal) -> Result<Draft, Said> {
    let files = Files::read(folder).map_err(Said::could_not)?;
    let (draft, problems) = to_build(&files);
    if problems.is_empty() {
        return Ok(draft);
    }
    let drawn = report::drawn(&files, &problems, terminal.colour);
    let text = format!("{drawn}{}: {}\n", draft.counted(), count(problems.len(), "error"));
    Err(Said { text, end: End::Problems })
}
