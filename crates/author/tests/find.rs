//! What `cargo signpost find` and `cargo signpost try` say when somebody gives them little, and in the wrong folder.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What it says, and what it ends with.
fn says(folder: &Path, words: &str) -> (String, i32) {
    let out = Command::new(env!("CARGO_BIN_EXE_signpost")).args(words.split(' ')).current_dir(folder).output().unwrap();
    (String::from_utf8(out.stdout).unwrap(), out.status.code().unwrap())
}

#[test]
fn a_number_is_found_however_it_is_spaced() {
    let (text, end) = says(&root(), "find 08082000247");
    assert_eq!(end, 0, "{text}");
    assert!(text.contains("content/support/crisis.toml:") && text.contains("phone = \"0808 2000 247\""), "{text}");
    assert_eq!(says(&root(), "find 0808 2000 247"), (text, 0));
}

#[test]
fn words_are_found_whatever_their_capitals_and_tools_get_an_array() {
    let (text, end) = says(&root(), "find HEALTHY start");
    assert!(end == 0 && text.lines().last().unwrap().ends_with(" lines"), "{text}");
    let (json, _) = says(&root(), "find HEALTHY start --format json");
    let array: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(array.as_array().unwrap().len() + 1, text.lines().count());
}

#[test]
fn what_stands_nowhere_gets_a_kind_hint() {
    let (text, end) = says(&root(), "find breast-feding");
    assert_eq!(
        (text.as_str(), end),
        ("`breast-feding` stands nowhere in the content. Did you mean `breastfeeding`?\n", 1)
    );
}

#[test]
fn try_without_a_file_or_with_a_folder_tries_all_families() {
    let (text, end) = says(&root(), "try");
    assert!(end == 0 && text.lines().count() > 100, "{text}");
    assert_eq!(says(&root(), "try tests/journeys"), (text, 0));
}

#[test]
fn a_family_that_is_not_there_is_probably_another() {
    let (text, end) = says(&root(), "try tests/journeys/dad-in-crisi.txt");
    let says = "There is no file tests/journeys/dad-in-crisi.txt: did you mean tests/journeys/dad-in-crisis.txt?\n";
    assert_eq!((text.as_str(), end), (says, 2));
}

#[test]
fn every_command_started_in_the_wrong_folder_says_where_to_go() {
    for words in [
        "check",
        "build --out out",
        "prove",
        "diff content-before",
        "try",
        "why x",
        "map --out map.html",
        "new support x --topic y",
        "pages --out out",
        "schema --out out",
        "find x",
    ] {
        let (text, end) = says(&root().join("docs"), words);
        assert!(text.contains("go to the project's folder, the one that holds `content`"), "{words}: {text}");
        assert_eq!((end, text.lines().count()), (2, 1), "{words}: {text}");
    }
}
