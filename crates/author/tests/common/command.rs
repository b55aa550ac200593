//! The commands, run as somebody types them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use signpost_author::judge::check::to_build;
use signpost_author::make::build;
use signpost_author::source::files::Files;
use signpost_core::content::Content;
use signpost_core::time::Day;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Clean,
    Problems,
    CouldNotRun,
}

/// What a command said, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub end: End,
}

/// Runs `signpost` with these words, as if it were that day.
pub fn signpost<W: AsRef<OsStr>>(today: Day, words: impl IntoIterator<Item = W>) -> Said {
    let mut signpost = Command::new(env!("CARGO_BIN_EXE_signpost"));
    let output = signpost.args(words).args(["--today", &today.to_string()]).output().unwrap();
    let end = [End::Clean, End::Problems, End::CouldNotRun];
    let end = end[usize::try_from(output.status.code().unwrap()).unwrap()];
    let said = Said { text: String::from_utf8(output.stdout).unwrap(), end };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{}", said.text);
    said
}

/// The folder that holds `content`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The content that is shipped, ready to be asked.
pub fn shipped() -> Content {
    let (draft, problems) = to_build(&Files::read(&root().join("content")).unwrap());
    assert_eq!(problems, []);
    build::content(&draft).unwrap()
}
