//! What `cargo signpost new` writes, where, and what it refuses.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::command::{End, signpost};
use common::{LANGUAGE, with};
use signpost_author::judge::check::all;
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;
use signpost_core::time::Day;

/// A content folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("signpost-new-{name}-{}", std::process::id()));
        let language = include_str!("../../../content/language.toml").to_owned();
        for (name, text) in with("", str::to_owned).into_iter().chain([(LANGUAGE.to_owned(), language)]) {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn begin(&self, what: &[&str]) -> (End, String) {
        let said = signpost(today(), ["new", "--content", self.0.to_str().unwrap()].iter().chain(what));
        (said.end, said.text.replace(&format!("{}/", self.0.display()), ""))
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// What is wrong that is not for the author to fill in; and that there is something to fill in.
    fn problems(&self) -> Vec<String> {
        let (_, problems) = all(&Files::read(&self.0).unwrap(), today());
        let errors = problems.into_iter().filter(|problem| problem.level == Level::Error);
        let (open, others): (Vec<_>, Vec<_>) = errors.partition(|problem| problem.rule == "unfinished");
        assert!(!open.is_empty(), "every TODO is an error");
        others.into_iter().map(|problem| problem.what).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

/// What is typed for a support of that topic.
fn support<'a>(id: &'a str, topic: &'a str) -> Vec<&'a str> {
    vec!["support", id, "--topic", topic]
}

fn question<'a>(id: &'a str, section: &'a str) -> Vec<&'a str> {
    vec!["question", id, "--section", section]
}

fn site(id: &str) -> Vec<&str> {
    vec!["site", id]
}

#[test]
fn a_support_is_added_to_the_file_of_its_topic_and_leaves_the_rest_alone() {
    let folder = Folder::new("support");
    let before = folder.text("support/1.toml");
    let (end, text) = folder.begin(&support("night-nurse", "sleep"));
    assert_eq!(end, End::Clean);
    let says = "`night-nurse` stands in support/1.toml, from line 7 on.\nFill in every TODO, then run `cargo signpost check --level warning`.\n";
    assert_eq!(text, says);
    let after = folder.text("support/1.toml");
    assert!(after.starts_with(&before));
    assert_eq!(after.lines().nth(6), Some("[[support]]"));
    assert_eq!(folder.problems(), [""; 0], "only what is to be filled in");
    assert!(after.contains("checked = 2026-11-24"));
}

#[test]
fn several_things_can_be_begun_before_any_is_filled_in() {
    let folder = Folder::new("several");
    for what in [support("one", "sleep"), support("two", "sleep"), question("f-three", "3-child"), site("four")] {
        assert_eq!(folder.begin(&what).0, End::Clean);
    }
    assert_eq!(folder.problems(), [""; 0]);
}

#[test]
fn a_new_topic_gets_a_file_of_its_own_but_a_slip_of_the_pen_does_not() {
    let folder = Folder::new("topic");
    let (end, text) = folder.begin(&support("night-nurse", "slep"));
    let says = "There is no topic `slep`. Did you mean `sleep`? If it is to be a new topic, add --new-topic.\n";
    assert_eq!((end, text.as_str()), (End::CouldNotRun, says));
    let (end, text) = folder.begin(&support("night-nurse", "grandparents"));
    assert_eq!(end, End::Clean, "{text}");
    assert!(text.contains("stands in the new file support/grandparents.toml."), "{text}");
    assert_eq!(folder.begin(&support("aunts", "aunts-and-uncles")).0, End::Clean);
    let (_, text) = folder.begin(&support("more", "uncles"));
    assert!(text.starts_with("There is no topic `uncles`. Did you mean `aunts-and-uncles`?"), "a part of it: {text}");
    let slep = ["support", "another", "--topic", "slep", "--new-topic"];
    assert_eq!(folder.begin(&slep).0, End::Clean);
    assert_eq!(folder.problems(), [""; 0]);
}

#[test]
fn a_question_is_added_to_the_file_of_its_section() {
    let folder = Folder::new("question");
    let (end, text) = folder.begin(&question("c-teeth", "3-child"));
    assert_eq!(end, End::Clean);
    assert!(text.contains("It stands last in its section: move it to where it should be asked."), "{text}");
    assert!(folder.text("questions/1.toml").contains("id = \"c-teeth\"\nabout = \"child\""));
    assert_eq!(folder.begin(&question("f-car", "3-child")).0, End::Clean);
    assert!(folder.text("questions/1.toml").contains("id = \"f-car\"\nabout = \"family\""));
    assert_eq!(folder.problems(), [""; 0]);
    let (end, text) = folder.begin(&question("c-hair", "child"));
    assert_eq!((end, text.as_str()), (End::CouldNotRun, "There is no section `child`: it is one of `3-child`.\n"));
}

#[test]
fn a_site_is_a_file_of_its_own() {
    let folder = Folder::new("site");
    let (end, text) = folder.begin(&site("oak-primary"));
    assert_eq!(end, End::Clean);
    assert!(text.starts_with("`oak-primary` stands in the new file sites/oak-primary.toml."), "{text}");
    assert_eq!(folder.problems(), [""; 0]);
}

#[test]
fn a_site_that_could_have_no_folder_is_not_begun() {
    let folder = Folder::new("folder");
    let (end, text) = folder.begin(&site("demo"));
    let says = "No site can be called `demo`: the folder `demo` of the release is the page of a made-up school. Choose another id.\n";
    assert_eq!((end, text.as_str()), (End::CouldNotRun, says));
}

#[test]
fn what_is_there_already_is_refused_and_never_changed() {
    let folder = Folder::new("there");
    folder.begin(&support("night-nurse", "sleep"));
    folder.begin(&site("oak"));
    let files = ["support/1.toml", "questions/1.toml", "sites/oak.toml"];
    let before = files.map(|name| folder.text(name));
    for (what, says) in [
        (
            support("night-nurse", "sleep"),
            "There is already a support `night-nurse`: support/1.toml, line 8. Nothing was written.\n",
        ),
        (
            question("f-safe", "3-child"),
            "There is already a question `f-safe`: questions/1.toml, line 23. Nothing was written.\n",
        ),
        (site("oak"), "There is already a site `oak`: sites/oak.toml, line 4. Nothing was written.\n"),
        (
            support("Night Nurse", "sleep"),
            "`Night Nurse` is not an id: lower-case words joined by hyphens. Did you mean `night-nurse`?\n",
        ),
        (site("../oak"), "`../oak` is not an id: lower-case words joined by hyphens. Did you mean `oak`?\n"),
        (
            support("nurse", "../sleep"),
            "`../sleep` is not an id: lower-case words joined by hyphens. Did you mean `sleep`?\n",
        ),
    ] {
        assert_eq!(folder.begin(&what), (End::CouldNotRun, says.to_owned()));
    }
    assert_eq!(files.map(|name| folder.text(name)), before);
}

#[test]
fn a_file_that_holds_something_else_is_not_overwritten() {
    let folder = Folder::new("else");
    fs::write(folder.0.join("support/grandparents.toml"), "# mine\n").unwrap();
    let (end, text) = folder.begin(&support("night-nurse", "grandparents"));
    let says = "support/grandparents.toml is there already. Nothing was written.\n";
    assert_eq!((end, text.as_str()), (End::CouldNotRun, says));
    assert_eq!(folder.text("support/grandparents.toml"), "# mine\n");
}

#[test]
fn a_file_from_windows_keeps_its_line_ends_and_an_open_last_line_is_closed() {
    let folder = Folder::new("windows");
    let path = folder.0.join("support/1.toml");
    let open = folder.text("support/1.toml").trim_end().replace('\n', "\r\n");
    fs::write(&path, &open).unwrap();
    assert_eq!(folder.begin(&support("night-nurse", "sleep")).0, End::Clean);
    let after = folder.text("support/1.toml");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    assert_eq!(folder.problems(), [""; 0]);
}
