//! The officer's guide, `content/README.md`, followed exactly as it is written: every block it shows is used, and
//! what it says the commands answer is what they answer.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::day_of_the_shipped_content;

const GUIDE: &str = include_str!("../../../content/README.md");

/// The file to which the guide adds a support.
const TOPIC: &str = "support/learning-at-home.toml";

/// A copy of the project's content and families, in which the guide is followed.
struct Desk(PathBuf);

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Desk {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let desk = std::env::temp_dir().join(format!("signpost-guide-{name}-{}", std::process::id()));
        copy(&root.join("content"), &desk.join("project/content"));
        copy(&root.join("content"), &desk.join("content-before"));
        fs::create_dir_all(desk.join("project/tests/journeys")).unwrap();
        let desk = Self(desk);
        desk.begins_without_the_toy_library();
        desk
    }

    /// Somebody may have followed the guide already, and kept what it adds.
    fn begins_without_the_toy_library(&self) {
        for content in ["project/content", "content-before"] {
            let file = self.0.join(content).join(TOPIC);
            let text = fs::read_to_string(&file).unwrap();
            let others = text.split_inclusive("\n[[support]]\n").filter(|one| !one.starts_with("id = \"toy-library\""));
            let others: String = others.collect();
            fs::write(&file, others.strip_suffix("[[support]]\n").unwrap_or(&others)).unwrap();
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join("project").join(name)
    }

    /// Runs a command as the guide writes it.
    fn types(&self, command: &str) -> (bool, String) {
        let words = command.strip_prefix("cargo signpost ").expect(command).split(' ');
        let mut signpost = Command::new(env!("CARGO_BIN_EXE_signpost"));
        let Output { status, stdout, .. } = signpost
            .args(words)
            .args(["--today", &day_of_the_shipped_content().to_string()])
            .current_dir(self.0.join("project"))
            .output()
            .unwrap();
        (status.success(), String::from_utf8(stdout).unwrap())
    }

    fn all_is_well(&self, command: &str) -> String {
        assert!(GUIDE.contains(command), "the guide says nothing of `{command}`");
        let (well, said) = self.types(command);
        assert!(well, "{command}\n{said}");
        said
    }

    /// What an officer does in the editor: the template at the end of the file becomes the block of the guide.
    fn fills_in(&self) {
        let file = self.file("content").join(TOPIC);
        let text = fs::read_to_string(&file).unwrap();
        let template = text.find("[[support]]\nid = \"toy-library\"").unwrap();
        fs::write(&file, format!("{}{}", &text[..template], block("toml", "[[support]]"))).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() { copy(&entry.path(), &to) } else { drop(fs::copy(entry.path(), to)) }
    }
}

/// The block of this language that begins so.
fn block(language: &str, begins: &str) -> String {
    let fence = format!("```{language}\n{begins}");
    let start = GUIDE.find(&fence).expect(&fence) + language.len() + 4;
    let length = GUIDE[start..].find("```").unwrap();
    GUIDE[start..start + length].to_owned()
}

/// What a text says but for its numbers, which change whenever content is added.
fn shape(text: &str) -> String {
    let pieces: Vec<&str> =
        text.split(|letter: char| letter.is_ascii_digit()).filter(|piece| !piece.is_empty()).collect();
    pieces.join("#").trim().to_owned()
}

/// How many supports `check` says there are.
fn supports(said: &str) -> usize {
    let (before, _) = said.split_once(" supports").expect(said);
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn every_command_of_the_guide_works_in_its_order() {
    let desk = Desk::new("whole");
    let before = desk.all_is_well("cargo signpost check --level warning");
    assert!(before.contains(" supports, ") && block("", "56 questions").contains(" supports, "), "{before}");
    let begun = desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    assert!(shape(&begun).starts_with(&shape(&block("", "`toy-library` stands"))), "{begun}");
    let (well, said) = desk.types("cargo signpost check --level warning");
    assert!(!well && said.contains("TODO"), "what is not filled in yet is an error\n{said}");
    desk.fills_in();
    let checked = desk.all_is_well("cargo signpost check --level warning");
    assert_eq!(supports(&checked), supports(&before) + 1);
    assert!(desk.all_is_well("cargo signpost why toy-library").contains("from birth until the 5th birthday"));
    let family = "tests/journeys/a-boy-who-loves-toys.txt";
    fs::write(desk.file(family), block("text", "# A dad")).unwrap();
    assert!(desk.all_is_well(&format!("cargo signpost try {family}")).ends_with("1 as expected, 0 not\n"));
    let why = desk.all_is_well(&format!("cargo signpost why toy-library --for {family}"));
    assert!(why.contains("For Leo: offered from now.") && why.contains("For Mia: not offered."), "{why}");
    let all = supports(&checked);
    assert!(desk.all_is_well("cargo signpost prove --level warning").contains(&format!("{all} of {all} supports")));
    desk.all_is_well("cargo signpost schema --out content/schemas");
    let changed = desk.all_is_well("cargo signpost diff ../content-before");
    assert!(changed.starts_with("Supports\n  new: toy-library\n"), "{changed}");
    desk.all_is_well("cargo signpost map --out map.html");
    desk.all_is_well("cargo signpost pages --out pages");
}

#[test]
fn the_mistake_that_the_guide_shows_is_shown_as_it_says() {
    let desk = Desk::new("mistake");
    desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    desk.fills_in();
    let file = desk.file("content").join(TOPIC);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("\"goals.learn-home\", \"c-areas.talk\"", "\"goals.learn-at-home\", \"c-areas.talk\""),
    )
    .unwrap();
    let (well, said) = desk.types("cargo signpost check --level warning");
    assert!(!well);
    let plain: Vec<String> = said.lines().map(shape).collect();
    for line in block("", "Error:").lines().map(shape) {
        assert!(plain.contains(&line), "{line}\nis not said in\n{said}");
    }
}

#[test]
fn the_schemas_are_up_to_date_after_the_guide_was_followed() {
    let desk = Desk::new("schemas");
    desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    desk.fills_in();
    desk.all_is_well("cargo signpost schema --out content/schemas");
    let invariants = fs::read_to_string(desk.file("content/schemas/invariants.json")).unwrap();
    assert!(invariants.contains("toy-library"), "the new id is completed in editors");
}
