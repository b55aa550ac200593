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

/// Writes all of these files or none: all beside first, then one after the other in its place. The error is a sentence,
/// and then everything is as it was.
pub(crate) fn put_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), String> {
    let put = files.iter().try_for_each(|(path, bytes)| put_beside(path, bytes)).and_then(|()| put_all_in_place(files));
    if put.is_err() {
        // What was put beside is of no use without the rest; where it cannot be removed, the first error says why.
        files.iter().for_each(|(path, _)| drop(fs::remove_file(beside(path))));
    }
    put
}

fn put_all_in_place(files: &[(PathBuf, Vec<u8>)]) -> Result<(), String> {
    let mut before: Vec<(&Path, Option<Vec<u8>>)> = Vec::new();
    for (path, _) in files {
        let old = fs::read(path).ok();
        if let Err(sentence) = put_in_place(path) {
            before.into_iter().for_each(|(path, old)| put_back(path, old));
            return Err(sentence);
        }
        before.push((path, old));
    }
    Ok(())
}

/// As it was before. Where that fails, too, the first error says why.
fn put_back(path: &Path, old: Option<Vec<u8>>) {
    drop(match old {
        Some(bytes) => fs::write(path, bytes),
        None => fs::remove_file(path),
    });
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn put_beside(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let beside = beside(path);
    fs::write(&beside, bytes).map_err(|error| cannot_write(&beside, &error))
}

fn put_in_place(path: &Path) -> Result<(), String> {
    fs::rename(beside(path), path).map_err(|error| cannot_write(path, &error))
}

pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{} could not be written: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_file_cannot_be_written_all_others_are_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("old"), "as it was").unwrap();
        fs::create_dir(path("taken")).unwrap();
        let files = ["old", "new", "taken"].map(|name| (path(name), b"anew".to_vec()));
        assert!(put_all(&files).is_err());
        assert_eq!(fs::read_to_string(path("old")).unwrap(), "as it was");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no new file, and none beside");
        assert_eq!(put_all(&files[..2]), Ok(()));
        assert_eq!(fs::read_to_string(path("new")).unwrap(), "anew");
    }
}
