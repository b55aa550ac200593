//! The schemas are right: they take what the reader takes, refuse what it refuses, and are the ones that are shipped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::{CONDITIONS, FIGURES, INVARIANTS, LANGUAGE, QUESTIONS, SUPPORT, WORDS, with};
use serde_json::{Value, json};
use signpost_author::format::schema;
use signpost_author::judge::check::check;
use signpost_author::source::files::Files;

/// A content in which every key of the format stands at least once.
const EVERY_KEY: [(&str, &str); 6] = [
    (WORDS, "\n[warning]\nvisa = \"Ask an adviser first.\"\n"),
    (INVARIANTS, AN_INVARIANT),
    (
        QUESTIONS,
        r#"
[section.door]
title = "Shall we?"
text = "It is short."
open = "Yes"
skip = "No"
[[question]]
id = "you-every"
about = "family"
kind = "many"
text = "Every {figures.limit}?"
help = "Help"
why = "Why"
said = "You {choices}"
written = "You: {choices}"
quiet = true
essential = false
asked = "on-path"
sheet = "needs"
ask_when = [
  { lines = [{ all = ["f-work.earning"] }, { none = ["f-work.studying"] }, { is = "working" }, { is_not = "working" }] },
  { lines = [{ any_child = "baby" }] },
]
ask_unless = [{ lines = [{ any = ["f-work.earning"] }] }]
lifts = true
choice = [{ id = "one", heading = "Some", label = "One", said = "one", picture = "moon", alone = true, unsure = true, urgent = true, private = true, prefers = ["phone"] }]
[[question]]
id = "you-join"
about = "family"
kind = "text"
text = "More?"
joins = true
[[question]]
id = "you-confide"
about = "family"
kind = "one"
text = "Hard?"
sensitive = true
choice = [{ id = "yes", label = "Yes" }]
[[question]]
id = "c-due"
about = "child"
kind = "month"
text = "When?"
choice = [{ id = "baby", label = "A baby", born = { from = "birth", until = "9 months" } }]
"#,
    ),
    (
        SUPPORT,
        r#"
[[support]]
id = "every"
kind = "targeted"
about = "child"
name = "Every"
what = "What"
who = "Who"
how = "How"
ways = ["phone", "web"]
ask_yourself = true
phone = "0300 123 4097"
text = "SHOUT to 85258"
email = "jo@samaritans.org"
also = [
  { name = "Other", says = "at night", phone = "116 123", text = "SHOUT to 85258", email = "jo@samaritans.org", url = "https://www.gov.uk" },
]
found_by = "nursery, free hours"
one_of = ["One"]
all_of = ["All"]
soon = "Today."
soon_danger = true
soon_within = "8 weeks"
soon_when = [{ lines = [{ any = ["f-work.earning"] }], says = "Now.", danger = false, within = "1 month" }]
hours = "Weekdays"
url = "https://www.gov.uk"
cost = "free"
tags = ["couple-work"]
goals = ["f-work.studying"]
ahead = "12 months"
questions = ["What now?"]
checked = 2026-11-23
source = "read somewhere"
sure = "high"
owner = "Family hubs team"
note = "A note"
offer_when = [{ lines = [{ age = { from = "term after 2 years", until = "september after 4 years" } }] }]
offer_unless = [{ lines = [{ age = { from = "3 years" } }] }]
[[support]]
id = "danger"
kind = "universal"
about = "family"
name = "Danger"
what = "What"
who = "Who"
how = "How"
phone = "999"
cost = "free"
urgent = true
checked = 2026-11-23
source = "read somewhere"
sure = "high"
"#,
    ),
    (
        CONDITIONS,
        r#"
[[condition]]
id = "noted"
about = "family"
note = "A note"
case = [{ lines = [{ any = ["f-work.earning"] }] }]
[[hiding]]
tag = "noted"
when = "noted"
except = "working"
warn = "warning.visa"
warn_unless = "working"
names = ["Child Benefit"]
note = "A note"
"#,
    ),
    (
        FIGURES,
        r#"
[[figure]]
id = "noted"
text = "£2"
from = 2026-04-06
review = 2027-04-06
source = "read somewhere"
sure = "low"
note = "A note"
"#,
    ),
];

const SITE: &str = "sites/oak.toml";
const A_SITE: &str = r##"
[site]
id = "oak"
name = "Oak"
kind = "school"
area = "Calderdale"
colour = "#0f5f63"
logo = "oak.svg"
logo_says = "An oak"
languages = ["en-GB", "ur"]
keeping = "nowhere"
kiosk = true
idle = 120
open_plan = true
printing = "ask"
address = "https://help.council.gov.uk/oak/"
offline = true
hide = ["every"]
[[person]]
role = "SENCO"
name = "Whoever is there"
phone = "0300 123 4097"
email = "jo@samaritans.org"
supports = ["every"]
topics = ["sleep"]
[[service]]
support = "every"
name = "Every Tuesday"
where = "Here"
hours = "Weekdays"
phone = "0300 123 4097"
email = "jo@samaritans.org"
url = "https://www.gov.uk"
[[extra]]
id = "ours"
topic = "sleep"
name = "Ours"
what = "What"
who = "Who"
how = "How"
phone = "0300 123 4097"
email = "jo@samaritans.org"
url = "https://www.gov.uk"
cost = "paid"
checked = 2026-11-23
"##;

const AN_INVARIANT: &str = r#"
[[invariant]]
id = "safe"
about = "family"
says = "Nobody who is not safe is offered everything."
never = ["every"]
never_tagged = ["couple-work"]
always = ["every"]
only = ["every"]
warned = ["every"]
first = ["every"]
never_asks = ["f-work"]
note = "A note"
case = [{ lines = [{ any = ["f-safe.no"] }] }]
unless = [{ lines = [{ any = ["f-safe.yes"] }] }]
"#;

const A_LANGUAGE: &str = r#"
reading_age = 14
shortest_text = 10
longest_sentence = 22
checked_within = "12 months"
names = ["Universal Credit"]
unfinished = ["TODO"]
look_again = ["to be checked"]
jargon = [{ word = "utilise", say = "use" }]
blame = [{ word = "suffers from", say = "has" }]
spelling = [{ word = "preschool", say = "pre-school" }]
promise = [{ word = "nobody else sees", say = "this page keeps it" }]
"#;

fn every_key() -> Vec<(String, String)> {
    let more = |name: &str| EVERY_KEY.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| text);
    let base = with(SUPPORT, |text| text.replace("picture", "owner = \"Sleep team\"\npicture")).into_iter();
    let whole = base.map(|(name, text)| {
        let more = more(&name);
        // The door belongs to the section, which stands first.
        let (first, rest) = more.split_once("[[question]]").filter(|_| name == QUESTIONS).unwrap_or(("", more));
        let rest = if first.is_empty() { rest.to_owned() } else { format!("[[question]]{rest}") };
        (name, text.replacen("[[question]]", &format!("{first}[[question]]"), 1) + &rest)
    });
    let alone = [(SITE, A_SITE), (LANGUAGE, A_LANGUAGE)];
    whole.chain(alone.map(|(name, text)| (name.to_owned(), text.to_owned()))).collect()
}

fn read(files: &[(String, String)]) -> Files {
    let oak = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>"#;
    Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).with_picture("oak.svg", oak)
}

fn problems(files: &[(String, String)]) -> Vec<String> {
    check(&read(files)).1.into_iter().map(|problem| problem.what).collect()
}

fn schemas(files: &Files) -> Vec<(&'static str, Value)> {
    schema::all(&check(files).0)
}

/// The schema that `.taplo.toml` gives to this file of the content.
fn schema_of<'a>(schemas: &'a [(&'static str, Value)], file: &str) -> &'a Value {
    let taplo: toml::Table = fs::read_to_string(root().join(".taplo.toml")).unwrap().parse().unwrap();
    let matches = |pattern: &str| match pattern.strip_prefix("content/").unwrap().split_once('*') {
        Some((folder, end)) => file.starts_with(folder) && file.ends_with(end),
        None => pattern == format!("content/{file}"),
    };
    let rules = taplo["rule"].as_array().unwrap();
    let rule = rules.iter().find(|rule| matches(rule["include"][0].as_str().unwrap()));
    let path = rule.unwrap_or_else(|| panic!("no rule for {file}"))["schema"]["path"].as_str().unwrap().to_owned();
    let name = path.strip_prefix("content/schemas/").unwrap();
    &schemas.iter().find(|(schema, _)| *schema == name).unwrap().1
}

/// As an editor hands it to the schema: a date is a string.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(values) => values.iter().map(as_json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn refused(schema: &Value, text: &str) -> Vec<String> {
    let validator = jsonschema::draft7::options().should_validate_formats(true).build(schema).unwrap();
    let value = as_json(&toml::Value::Table(text.parse().unwrap()));
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_shipped_schemas_are_those_of_the_shipped_content() {
    let files = Files::read(&root().join("content")).unwrap();
    for (name, schema) in schemas(&files) {
        let shipped = fs::read_to_string(root().join("content/schemas").join(name)).unwrap();
        let shipped: Value = serde_json::from_str(&shipped).unwrap();
        assert!(shipped == schema, "{name} is old: run `cargo signpost schema --out content/schemas`");
    }
}

#[test]
fn the_shipped_content_is_valid() {
    let files = Files::read(&root().join("content")).unwrap();
    let schemas = schemas(&files);
    for file in files.iter() {
        assert_eq!(refused(schema_of(&schemas, &file.name), &file.text), [""; 0], "{}", file.name);
    }
}

#[test]
fn every_key_of_every_schema_is_one_that_the_reader_takes() {
    let files = every_key();
    assert_eq!(problems(&files), [""; 0]);
    let schemas = schemas(&read(&files));
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for (name, text) in files.iter().filter(|(name, _)| name != WORDS) {
        let schema = schema_of(&schemas, name);
        assert_eq!(refused(schema, text), [""; 0], "{name}");
        let value = as_json(&toml::Value::Table(text.parse().unwrap()));
        see(schema, &[&value], name, &mut seen);
    }
    let unseen: Vec<String> = seen.into_iter().filter(|(_, seen)| !seen).map(|(key, _)| key).collect();
    assert_eq!(unseen, [""; 0], "keys of the schema that no example has");
}

/// Notes for each key of a schema whether an example has it. Lines are alike wherever they stand.
fn see(schema: &Value, examples: &[&Value], at: &str, seen: &mut BTreeMap<String, bool>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let values: Vec<&Value> = examples.iter().filter_map(|example| example.get(key)).collect();
        let path = if key == "lines" { "lines".to_owned() } else { format!("{at}.{key}") };
        *seen.entry(path.clone()).or_default() |= !values.is_empty();
        let items: Vec<&Value> = values.iter().filter_map(|value| value.as_array()).flatten().collect();
        see(&inner["items"], &items, &path, seen);
        see(inner, &values, &path, seen);
    }
}

/// Every key is taken away, and every key is misspelt, wherever it stands.
#[test]
fn what_the_reader_misses_and_what_it_does_not_know_the_schema_misses_and_does_not_know() {
    let files = every_key();
    let schemas = schemas(&read(&files));
    for (index, (name, text)) in files.iter().enumerate().filter(|(_, (name, _))| name != WORDS) {
        let schema = schema_of(&schemas, name);
        let whole = toml::Value::Table(text.parse().unwrap());
        for path in paths(&whole) {
            for misspelt in [None, Some("zzzz")] {
                let mut changed = whole.clone();
                change(&mut changed, &path, misspelt);
                let text = toml::to_string(&changed).unwrap();
                let mut files = files.clone();
                files[index].1.clone_from(&text);
                let (reader, editor) = (problems(&files), refused(schema, &text));
                let key = path.last().unwrap();
                let missing = reader.iter().any(|what| {
                    *what == format!("the key `{key}` is missing") || what.contains("has no [[condition.case]]")
                });
                assert_eq!(missing, says(&editor, "is a required property"), "{path:?}: {reader:?} {editor:?}");
                if misspelt.is_some() {
                    assert!(!reader.is_empty(), "{path:?}");
                    assert!(says(&editor, "zzzz"), "{path:?}: {editor:?}");
                }
            }
        }
    }
}

fn says(found: &[String], what: &str) -> bool {
    found.iter().any(|error| error.contains(what))
}

/// Every key of every table, by the way to it.
fn paths(value: &toml::Value) -> Vec<Vec<String>> {
    let inner: Vec<(String, &toml::Value)> = match value {
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), value)).collect(),
        toml::Value::Array(values) => values.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => return Vec::new(),
    };
    let of_table = value.is_table();
    let below = inner.into_iter().flat_map(|(key, value)| {
        let own = of_table.then(|| vec![key.clone()]);
        own.into_iter().chain(paths(value).into_iter().map(move |path| [vec![key.clone()], path].concat()))
    });
    below.collect()
}

fn change(value: &mut toml::Value, path: &[String], misspelt: Option<&str>) {
    match (value, path) {
        (toml::Value::Table(table), [key]) => {
            let old = table.remove(key).unwrap();
            misspelt.map(|other| table.insert(other.to_owned(), old));
        }
        (toml::Value::Table(table), [key, rest @ ..]) => change(&mut table[key], rest, misspelt),
        (toml::Value::Array(values), [at, rest @ ..]) => {
            change(&mut values[at.parse::<usize>().unwrap()], rest, misspelt);
        }
        _ => {}
    }
}

#[test]
fn a_name_that_the_content_lacks_is_refused() {
    let files = every_key();
    let schemas = schemas(&read(&files));
    for (file, right, wrong) in [
        (SUPPORT, "\"f-work.studying\"", "\"f-work.studyign\""),
        (SUPPORT, "\"couple-work\"", "\"couple-wrok\""),
        (SUPPORT, "\"phone\", \"web\"", "\"fone\", \"web\""),
        (SUPPORT, "term after 2 years", "term past 2 years"),
        (QUESTIONS, "{figures.limit}", "{figures.limmit}"),
        (QUESTIONS, "is = \"working\"", "is = \"wroking\""),
        (QUESTIONS, "sheet = \"needs\"", "sheet = \"neads\""),
        (CONDITIONS, "when = \"noted\"", "when = \"notde\""),
        (SITE, "hide = [\"every\"]", "hide = [\"evry\"]"),
        (INVARIANTS, "never = [\"every\"]", "never = [\"evry\"]"),
        (LANGUAGE, "reading_age = 14", "reading_age = -1"),
        (SITE, "topic = \"sleep\"", "topic = \"slep\""),
        (SITE, "#0f5f63", "teal"),
    ] {
        let text = &files.iter().find(|(name, _)| name == file).unwrap().1;
        assert!(text.contains(right), "{right}");
        let errors = refused(schema_of(&schemas, file), &text.replacen(right, wrong, 1));
        assert!(!errors.is_empty(), "{wrong}");
    }
}
