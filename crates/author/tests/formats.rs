//! What `check` says to people, to tools and to GitHub, and how it ends.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::command::{End, Said, signpost};
use common::{CONDITIONS, FIGURES, SUPPORT, WORDS, with};
use signpost_core::time::Day;

/// A support with a note, and a figure whose day came on 6 April 2027.
const NOTED: &str = "owner = \"Sleep editors\"\n[[support]]\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"New\"\nwhat = \"It is new.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"read somewhere\"\nsure = \"low\"\n";

/// The content on the disk, with these changes, checked in this way.
fn checked(name: &str, file: &str, more: &str, showing: &[&str], today: &str) -> Said {
    let folder = std::env::temp_dir().join(format!("signpost-formats-{name}-{}", std::process::id()));
    let language = ("language.toml".to_owned(), include_str!("../../../content/language.toml").to_owned());
    let mut files = with(file, |base| format!("{base}{more}"));
    files.push(language);
    for (name, text) in &files {
        let path: PathBuf = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let words = [&["check", folder.to_str().unwrap()], showing].concat();
    let said = signpost(Day::parse(today).unwrap(), words);
    fs::remove_dir_all(&folder).unwrap();
    Said { text: said.text.replace(&format!("{}/", folder.display()), ""), ..said }
}

#[test]
fn content_without_a_problem_ends_well_in_every_format() {
    let said = |format| checked("clean", WORDS, "", &["--format", format], "2026-11-24");
    assert_eq!(said("human").text, "5 questions, 0 supports, 3 conditions: no problems\n");
    assert_eq!(said("json").text, "[]\n");
    assert_eq!(said("github").text, "");
    assert_eq!(said("json").end, End::Clean);
}

#[test]
fn a_note_alone_is_shown_and_does_not_matter() {
    let said = |showing: &[&str]| checked("note", SUPPORT, NOTED, showing, "2026-11-24");
    let shown = said(&["--strict"]);
    assert!(shown.text.starts_with("Note: this is marked for checking"), "{}", shown.text);
    assert!(shown.text.ends_with("1 support, 3 conditions: 1 note\n"), "{}", shown.text);
    assert_eq!(shown.end, End::Clean, "a note is not wrong, even strictly");
    let hidden = said(&["--level", "warning"]);
    assert_eq!(hidden.text.lines().count(), 1, "{}", hidden.text);
}

#[test]
fn a_warning_ends_badly_only_when_asked_strictly() {
    let said = |showing: &[&str]| checked("warning", SUPPORT, NOTED, showing, "2027-04-06");
    assert_eq!(said(&["--level", "error"]).end, End::Clean);
    let strict = said(&["--level", "error", "--strict"]);
    assert_eq!(strict.end, End::Problems);
    assert!(strict.text.ends_with(": 1 warning, 1 note\n"), "what is hidden is counted: {}", strict.text);
}

#[test]
fn tools_read_one_array_with_the_place_the_level_and_the_rule() {
    let more = "[[hiding]]\ntag = \"new\"\nwhen = \"not-save\"\n";
    let said = checked("json", CONDITIONS, more, &["--format", "json"], "2026-11-24");
    let read: serde_json::Value = serde_json::from_str(&said.text).unwrap();
    assert_eq!(
        read,
        serde_json::json!([{
            "file": "conditions.toml", "line": 21, "column": 8, "end_line": 21, "end_column": 18,
            "level": "error", "rule": "unknown-condition",
            "message": "there is no condition `not-save`", "meant": "did you mean `not-safe`?",
        }])
    );
    assert_eq!(said.end, End::Problems);
}

#[test]
fn github_shows_a_problem_beside_its_line_whatever_letters_it_has() {
    let figure = "[[figure]]\nid = \"50%,\\n::x\"\ntext = \"£1\"\nfrom = 2026-04-06\nreview = 2027-04-06\nsource = \"a\"\nsure = \"high\"\n";
    let said = checked("github", FIGURES, figure, &["--format", "github"], "2026-11-24");
    assert_eq!(
        said.text,
        "::error file=figures.toml,line=9,endLine=9,col=6,endColumn=17,title=bad-id::the id `50%25,%0A::x` of this figure is not lower-case words joined by hyphens; did you mean `50-x`?\n"
    );
}
