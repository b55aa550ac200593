//! A catalogue with forty different mistakes: each is found on its line, by its rule, and nothing else is.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use signpost_author::judge::check;
use signpost_author::source::files::Files;
use signpost_core::time::Day;

/// File, line, rule.
type Place = (String, usize, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forty")
}

/// The files of the folder, with the words of the interface that are shipped.
fn catalogue() -> Files {
    Files::read(&folder()).unwrap().with("words.toml", &words())
}

/// Without the warnings, which belong to the shipped tags.
fn words() -> String {
    let shipped = include_str!("../../../content/words.toml");
    let (before, warnings) = shipped.split_once("[warning]\n").unwrap();
    let after = warnings.find("\n[").map_or("", |at| &warnings[at..]);
    before.to_owned() + after
}

fn expected(files: &Files) -> BTreeSet<Place> {
    let of = |name: &str, text: &str| -> Vec<Place> {
        let expects = |(line, text): (usize, &str)| {
            let rule = text.split_once("# expect: ")?.1.trim();
            Some((name.to_owned(), line + 1, rule.to_owned()))
        };
        text.lines().enumerate().filter_map(expects).collect()
    };
    files.iter().flat_map(|file| of(&file.name, &file.text)).collect()
}

#[test]
fn forty_mistakes_are_found_each_on_its_line_and_nothing_else_is() {
    let files = catalogue();
    let (_, problems) = check::all(&files, Day::parse("2026-11-24").unwrap());
    let expected = expected(&files);
    let rules: BTreeSet<&str> = expected.iter().map(|(.., rule)| rule.as_str()).collect();
    assert_eq!((expected.len(), rules.len()), (40, 40), "forty mistakes, all different");
    let place = |problem: &signpost_author::source::problem::Problem| {
        let (line, _) = files.line_and_column(problem.spot);
        (files.get(problem.spot.file).unwrap().name.clone(), line, problem.rule.to_owned())
    };
    let found: Vec<Place> = problems.iter().map(place).collect();
    let missed: Vec<&Place> = expected.iter().filter(|place| !found.contains(place)).collect();
    let too_many: Vec<&Place> = found.iter().filter(|place| !expected.contains(*place)).collect();
    assert_eq!((missed, too_many), (vec![], vec![]), "not found, and found but not expected");
    assert_eq!(found.len(), 40, "each once");
}
