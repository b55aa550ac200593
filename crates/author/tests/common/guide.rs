//! A guide for people who know families, not computers, followed exactly as it is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::day_of_the_shipped_content;

/// A guide, and a copy of the project's content in which it is followed.
pub struct Desk {
    folder: PathBuf,
    guide: &'static str,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Desk {
    /// A desk of this name, with the content as it is shipped in `project` and in `content-before`.
    pub fn new(name: &str, guide: &'static str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = std::env::temp_dir().join(format!("signpost-guide-{name}-{}", std::process::id()));
        copy(&root.join("content"), &folder.join("project/content"));
        copy(&root.join("content"), &folder.join("content-before"));
        fs::create_dir_all(folder.join("project/tests/journeys")).unwrap();
        Self { folder, guide }
    }

    /// A file of the desk, such as `content-before/words.toml`.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A file of the project.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join("project").join(name)
    }

    /// Runs a command as the guide writes it: whether it went well, and what it said.
    pub fn types(&self, command: &str) -> (bool, String) {
        let words = command.strip_prefix("cargo signpost ").expect(command).split(' ');
        let mut signpost = Command::new(env!("CARGO_BIN_EXE_signpost"));
        let Output { status, stdout, .. } = signpost
            .args(words)
            .args(["--today", &day_of_the_shipped_content().to_string()])
            .current_dir(self.folder.join("project"))
            .output()
            .unwrap();
        (status.success(), String::from_utf8(stdout).unwrap())
    }

    /// Runs a command that the guide has and that must go well.
    #[track_caller]
    pub fn all_is_well(&self, command: &str) -> String {
        assert!(self.guide.contains(command), "the guide says nothing of `{command}`");
        let (well, said) = self.types(command);
        assert!(well, "{command}\n{said}");
        said
    }

    /// The block of the guide in this language that begins so.
    #[track_caller]
    pub fn block(&self, language: &str, begins: &str) -> String {
        let fence = format!("```{language}\n{begins}");
        let start = self.guide.find(&fence).expect(&fence) + language.len() + 4;
        let length = self.guide[start..].find("```").unwrap();
        self.guide[start..start + length].to_owned()
    }

    /// Expects that a command said every line of a block of the guide, whatever the numbers in it.
    #[track_caller]
    pub fn is_said(&self, block: &str, said: &str) {
        let plain: Vec<String> = said.lines().map(shape).collect();
        for line in block.lines().map(shape) {
            assert!(plain.contains(&line), "{line}\nis not said in\n{said}");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() { copy(&entry.path(), &to) } else { drop(fs::copy(entry.path(), to)) }
    }
}

/// What a text says but for its numbers, which change whenever content is added.
pub fn shape(text: &str) -> String {
    let pieces: Vec<&str> =
        text.split(|letter: char| letter.is_ascii_digit()).filter(|piece| !piece.is_empty()).collect();
    pieces.join("#").trim().to_owned()
}
