//! What `docs/promises.md` says of tests is true: each that it names is there, and is run. Nothing of this is in a release.

use std::{fs, path::Path};

use crate::{dist, workspace::Workspace};

/// The promises, by number.
const NUMBERS: [&str; 36] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
    "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36",
];

/// Where tests are.
const PLACES: [&str; 3] = ["tests/browser", "xtask/src", "crates/core/tests/families"];

/// A row of the table.
struct Promise {
    number: String,
    cells: Vec<String>,
    /// As `module::name`.
    tests: Vec<String>,
}

fn read(page: &str) -> Vec<Promise> {
    let rows =
        page.lines().filter(|line| line.starts_with("| ") && line.as_bytes().get(2).is_some_and(u8::is_ascii_digit));
    rows.map(promise).collect()
}

fn promise(row: &str) -> Promise {
    let cells: Vec<String> = row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
    let tests = cells.last().map_or("", String::as_str).split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Promise { number: cells.first().cloned().unwrap_or_default(), cells, tests }
}

/// The page of promises, and the folder of the whole project.
fn page() -> (Workspace, String) {
    let workspace = Workspace::find().unwrap();
    let page = fs::read_to_string(workspace.root().join("docs/promises.md")).unwrap();
    (workspace, page)
}

/// Every Rust file in a folder and in those below it.
fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = dist::files(folder).unwrap();
    files.retain(|path| path.extension().is_some_and(|it| it == "rs"));
    files
}

/// Whether this file is the module of this name: `sizes` is `sizes.rs` or `sizes/mod.rs`.
fn is_module(file: &Path, module: &str) -> bool {
    let path = file.with_extension("");
    path.ends_with(module) || path.ends_with(Path::new(module).join("mod"))
}

/// A function of this name stands there, and something runs it: another line of the file names it, or it is marked as a
/// test.
fn is_run(text: &str, name: &str) -> bool {
    let defined = format!("fn {name}(");
    let Some((before, _)) = text.split_once(&defined) else { return false };
    let is_marked = before.trim_end().ends_with("#[test]");
    let is_named =
        |line: &str| !line.contains(&defined) && !line.trim_start().starts_with("//") && has_word(line, name);
    is_marked || text.lines().any(is_named)
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|it| it == word)
}

/// What is wrong with a test that a promise names; nothing where it is there.
fn amiss(sources: &[(std::path::PathBuf, String)], test: &str) -> Option<String> {
    let (module, name) = test.split_once("::")?;
    let found = sources.iter().any(|(file, text)| is_module(file, module) && is_run(text, name));
    (!found).then(|| format!("there is no test {name} in a module {module}"))
}

#[test]
fn every_promise_has_its_row_with_five_cells_and_a_test() {
    let (_, page) = page();
    let promises = read(&page);
    assert_eq!(promises.iter().map(|it| it.number.as_str()).collect::<Vec<_>>(), NUMBERS);
    for Promise { number, cells, tests } in promises {
        assert!(cells.len() == 5 && cells.iter().all(|cell| !cell.is_empty()), "promise {number}: {cells:?}");
        assert!(!tests.is_empty() && tests.iter().all(|test| test.contains("::")), "promise {number}: {tests:?}");
    }
}

#[test]
fn every_test_that_a_promise_names_is_there_and_is_run() {
    let (workspace, page) = page();
    let files = PLACES.iter().flat_map(|place| sources(&workspace.root().join(place)));
    let sources: Vec<_> = files.map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect();
    let named = read(&page).into_iter().flat_map(|it| it.tests.into_iter().map(move |test| (it.number.clone(), test)));
    let amiss: Vec<_> = named.filter_map(|(number, test)| Some((number, amiss(&sources, &test)?))).collect();
    assert!(amiss.is_empty(), "{amiss:?}");
}

#[test]
fn a_test_that_is_not_there_or_that_nothing_runs_is_told() {
    let sources = vec![
        (
            "tests/browser/sky.rs".into(),
            "const CASES: &[Case] = &[case(\"it rains\", rain)];\nfn rain() {}\nfn snow() {}".to_owned(),
        ),
        ("xtask/src/dist/sizes/mod.rs".into(), "#[test]\nfn too_big() {}".to_owned()),
    ];
    for there in ["sky::rain", "sizes::too_big"] {
        assert_eq!(amiss(&sources, there), None);
    }
    for (gone, told) in
        [("sky::snow", "no test snow"), ("sea::rain", "in a module sea"), ("sizes::rain", "no test rain")]
    {
        assert!(amiss(&sources, gone).is_some_and(|it| it.contains(told)), "{gone}");
    }
}
