//! How files are written: beside first and then renamed, so that nobody ever reads half of one.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Makes a folder, and those it stands in. The error is a sentence.
pub fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))
}

/// Writes a file beside and then renames it. The error is a sentence.
pub fn put(path: &Path, text: &str) -> Result<(), String> {
    put_beside(path, text.as_bytes())?;
    put_in_place(path)
}

pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

pub(crate) fn put_beside(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let beside = beside(path);
    fs::write(&beside, bytes).map_err(|error| cannot_write(&beside, &error))
}

pub(crate) fn put_in_place(path: &Path) -> Result<(), String> {
    fs::rename(beside(path), path).map_err(|error| cannot_write(path, &error))
}

pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{} could not be written: {error}.", path.display())
}
