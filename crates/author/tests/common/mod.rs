//! A small content without a mistake, into which a test puts one. «These marks» say what must be underlined.
#![allow(dead_code, reason = "every test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

pub mod command;
pub mod guide;
pub mod parts;

use signpost_author::judge::check::{all as check_all, check};
use signpost_author::source::files::Files;
use signpost_author::source::problem::{Problem, UNNAMED};
use signpost_author::source::report;
use signpost_core::time::Day;

pub const QUESTIONS: &str = "questions/1.toml";
pub const SUPPORT: &str = "support/1.toml";
pub const CONDITIONS: &str = "conditions.toml";
pub const INVARIANTS: &str = "invariants.toml";
pub const FIGURES: &str = "figures.toml";
pub const WORDS: &str = "words.toml";
pub const LANGUAGE: &str = "language.toml";

/// A support that every family has.
pub const SLEEP_CLINIC: &str = r#"
[[support]]
id = "sleep-clinic"
kind = "universal"
about = "family"
name = "A"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
"#;

const BASE: [(&str, &str); 6] = [
    (INVARIANTS, ""),
    (
        QUESTIONS,
        r#"[section]
id = "3-child"
title = "About each child"
[[question]]
id = "f-work"
about = "family"
kind = "many"
text = "Do you work?"
said = "You {choices}"
choice = [{ id = "earning", label = "Yes" }, { id = "studying", label = "I study" }]
[[question]]
id = "c-born"
about = "child"
kind = "month"
text = "When was {child} born?"
[[question]]
id = "c-areas"
about = "child"
kind = "many"
text = "Anything about {child}?"
choice = [{ id = "sleep", label = "Sleep" }, { id = "nothing", label = "Nothing", alone = true }]
[[question]]
id = "f-safe"
about = "family"
kind = "one"
text = "Are you safe?"
sensitive = true
choice = [{ id = "yes", label = "Yes" }, { id = "no", label = "No" }]
[[question]]
id = "end-print"
about = "family"
kind = "many"
text = "What goes on the sheet?"
asked = "on-sheet"
choice = [{ id = "needs", label = "Needs", usual = true }]
"#,
    ),
    (
        SUPPORT,
        r#"[topic]
id = "sleep"
name = "Sleep"
group = "family"
picture = "moon"
"#,
    ),
    (
        CONDITIONS,
        r#"[[condition]]
id = "baby"
about = "child"
case = [{ lines = [{ age = { from = "birth", until = "12 months" } }] }]
[[condition]]
id = "working"
about = "family"
case = [{ lines = [{ any = ["f-work.earning"] }] }]
[[condition]]
id = "not-safe"
about = "family"
case = [{ lines = [{ any = ["f-safe.no"] }] }]
[[hiding]]
tag = "couple-work"
when = "not-safe"
[[hiding]]
tag = "no-babies"
when = "baby"
"#,
    ),
    (
        FIGURES,
        r#"[[figure]]
id = "limit"
text = "£100"
from = 2026-04-06
review = 2027-04-06
source = "https://www.gov.uk/limit"
sure = "high"
"#,
    ),
    (WORDS, include_str!("../../../../content/words.toml")),
];

/// A whole support, one key a line.
const A_SUPPORT: &str = r#"[[support]]
id = "new"
kind = "targeted"
about = "family"
name = "New"
what = "It is new."
who = "Everyone."
how = "Ask."
cost = "free"
checked = 2026-11-23
source = "read somewhere"
sure = "high"
offer_when = [{ lines = [{ any = ["f-work.earning"] }] }]
"#;

const A_QUESTION: &str = r#"[[question]]
id = "f-new"
about = "family"
kind = "one"
text = "New?"
choice = [{ id = "yes", label = "Yes" }]
"#;

const A_CONDITION: &str = r#"[[condition]]
id = "new"
about = "family"
case = [{ lines = [{ any = ["f-work.earning"] }] }]
"#;

const A_FIGURE: &str = r#"[[figure]]
id = "new"
text = "£1"
from = 2026-04-06
review = 2027-04-06
source = "read somewhere"
sure = "high"
"#;

/// Puts a support with these lines into the content and expects exactly this one problem at the «marks».
#[track_caller]
pub fn support(lines: &str, says: &str) {
    finds(SUPPORT, &edited(A_SUPPORT, lines), says);
}

#[track_caller]
pub fn question(lines: &str, says: &str) {
    finds(QUESTIONS, &edited(A_QUESTION, lines), says);
}

#[track_caller]
pub fn condition(lines: &str, says: &str) {
    finds(CONDITIONS, &edited(A_CONDITION, lines), says);
}

#[track_caller]
pub fn figure(lines: &str, says: &str) {
    finds(FIGURES, &edited(A_FIGURE, lines), says);
}

/// Puts this at the end of a file and expects exactly this one problem at the «marks».
#[track_caller]
pub fn finds(file: &str, more: &str, says: &str) {
    expect(&with(file, |base| format!("{base}{more}")), says);
}

/// Replaces a file and expects exactly this one problem at the «marks».
#[track_caller]
pub fn finds_in(file: &str, text: &str, says: &str) {
    expect(&with(file, |_| text.to_owned()), says);
}

/// The content with one file changed.
pub fn with(file: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let text = |name: &str, text: &str| {
        let text = without_warnings(text);
        if name == file { change(&text) } else { text }
    };
    BASE.iter().map(|(name, base)| ((*name).to_owned(), text(name, base))).collect()
}

/// The warnings among the shipped words belong to the shipped tags.
fn without_warnings(words: &str) -> String {
    let Some((before, rest)) = words.split_once("[warning]\n") else { return words.to_owned() };
    let after = rest.find("\n[").map_or("", |at| &rest[at + 1..]);
    format!("{before}{after}")
}

/// All problems of these files, and the files.
pub fn problems(files: &[(String, String)]) -> (Files, Vec<Problem>) {
    let files = Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let (_, problems) = check(&files);
    (files, problems)
}

/// Puts a support with these lines into content that has the shipped language and an owner, and expects exactly
/// this one problem at the «marks» on 24 November 2026.
#[track_caller]
pub fn judged(lines: &str, says: &str) {
    judged_in(SUPPORT, &edited(A_SUPPORT, lines), says);
}

/// The same for any file.
#[track_caller]
pub fn judged_in(file: &str, more: &str, says: &str) {
    let mut marked = with(file, |base| format!("{base}{more}"));
    let owned = |(name, text): &mut (String, String)| {
        if name == SUPPORT && !text.contains("owner = ") {
            *text = text.replacen("picture", "owner = \"Sleep editors\"\npicture", 1);
        }
    };
    marked.iter_mut().for_each(owned);
    judged_files(marked, says);
}

/// The same for all files as they are.
#[track_caller]
pub fn judged_files(mut marked: Vec<(String, String)>, says: &str) {
    marked.push(("language.toml".into(), include_str!("../../../../content/language.toml").into()));
    let in_words = marked.iter().any(|(name, text)| name == WORDS && text.contains('«'));
    expect_by(&marked, says, |files| {
        let (_, mut found) = check_all(files, Day::parse("2026-11-24").unwrap());
        // The shipped words stand here only to be complete; `shipped` judges them.
        found.retain(|one| in_words || files.get(one.spot.file).is_none_or(|file| file.name != WORDS));
        found
    });
}

/// Checks these files and expects exactly this one problem at the «marks».
#[track_caller]
pub fn expect(marked: &[(String, String)], says: &str) {
    expect_by(marked, says, |files| check(files).1);
}

#[track_caller]
fn expect_by(marked: &[(String, String)], says: &str, check: impl Fn(&Files) -> Vec<Problem>) {
    let (clean, place) = unmarked(marked);
    let files = Files::of(clean.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let found = check(&files);
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(lines, [format!("{}: {says}", place.shown)], "the problems found");
    assert_ne!(found[0].rule, UNNAMED, "every rule has a name");
    let underlined = &files.get(found[0].spot.file).unwrap().text[found[0].spot.start..found[0].spot.end];
    assert_eq!(underlined, place.text, "what is underlined");
}

struct Place {
    shown: String,
    text: String,
}

fn unmarked(marked: &[(String, String)]) -> (Vec<(String, String)>, Place) {
    let (name, text) = marked.iter().find(|(_, text)| text.contains('«')).expect("one file has the «marks»");
    let (before, rest) = text.split_once('«').unwrap();
    let (inside, _) = rest.split_once('»').unwrap();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let place = Place { shown: format!("{name}:{line}:{column}"), text: inside.to_owned() };
    let clean = |(name, text): &(String, String)| (name.clone(), text.replace(['«', '»'], ""));
    (marked.iter().map(clean).collect(), place)
}

/// Each line replaces the line of the same key, is added, or, as `-key`, takes that line away.
fn edited(template: &str, lines: &str) -> String {
    let key =
        |line: &str| line.trim_start_matches(['«', '-']).split([' ', '»', '=']).next().unwrap_or_default().to_owned();
    let mut out: Vec<String> = template.lines().map(str::to_owned).collect();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let at = out.iter().position(|old| key(old) == key(line));
        match (at, line.starts_with('-')) {
            (Some(at), true) => drop(out.remove(at)),
            (Some(at), false) => out[at] = line.to_owned(),
            (None, _) => out.push(line.to_owned()),
        }
    }
    out.join("\n") + "\n"
}

/// The day for which the shipped content is judged: the day on which its newest fact was checked, so that these tests
/// need no change when somebody checks a fact.
pub fn day_of_the_shipped_content() -> Day {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let (draft, _) = check(&Files::read(&folder).unwrap());
    let written = signpost_author::make::build::written(&draft);
    let days =
        written.topics.iter().flat_map(|topic| &topic.supports).filter_map(|support| Day::parse(&support.checked));
    let newest = days.max().unwrap();
    newest.max(Day::parse("2026-11-24").unwrap())
}
