//! What authors of the content run, as a library: read, check, prove, compile, try. What is typed is in the binary
//! (`bin/signpost`), a file for each command.
//!
//! Each folder knows only those before it:
//! - [`source`]: which files there are, as text; where something stands in them, and what is wrong there.
//! - [`languages`]: which languages content is compiled in, and the forms of their words.
//! - [`mod@format`]: what an author may write, and reading it into a [`format::draft`]: every value with its place.
//! - [`judge`]: all names looked up, and whether words are plain, facts fresh and parents protected.
//! - [`families`]: one family written as text, and a rule in plain English.
//! - [`make`]: the four parts that the browser fetches (what is asked and what is offered, and the words of each), the
//!   start page, the pages without script, the map of the path.
//! - [`prove`]: the same rules over variables instead of one family's answers; two contents compared in the same way.
//!
//! What holds here:
//! - Reading and checking never stop at the first problem and never panic, whatever bytes a file holds.
//! - Every [`source::problem::Problem`] has a place; [`source::report`] draws it.
//! - With a problem nothing is written.
//! - Content is text: whatever is put into HTML is escaped, in [`make::pages`] and in [`make::map`].

pub mod families;
pub mod format;
pub mod judge;
pub mod languages;
pub mod make;
pub mod prove;
pub mod source;

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    const ORDER: [&str; 7] = ["source", "languages", "format", "judge", "families", "make", "prove"];

    fn files(folder: &Path) -> Vec<PathBuf> {
        let inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        inside.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn each_folder_knows_only_those_before_it() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for (place, folder) in ORDER.iter().enumerate() {
            for file in files(&sources.join(folder)) {
                let text = std::fs::read_to_string(&file).unwrap_or_default();
                for later in &ORDER[place + 1..] {
                    assert!(!text.contains(&format!("crate::{later}")), "{} knows {later}", file.display());
                }
            }
        }
    }
}
