//! What is written is read: every field of every part of a pack, of the shipped content and of content that nobody wrote.
//!
//! The whole pack below has no `..default()`: whoever adds a field must say here what it can hold, and whoever forgets
//! to read it finds it empty here and not on a parent's list.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use signpost_author::files::Files;
use signpost_author::generate::{Size, content};
use signpost_author::{build, check};
use signpost_core::pack::{
    About, Also, Asked, Case, Choice, Condition, Cost, Door, FORMAT, Hiding, Kind, Line, Pack, Question, Section, Soon,
    Span, Support, Tier, Topic, TopicGroup, Way, read,
};

/// Every word of an enum. A word that is added must be added here: the match would not compile without it.
macro_rules! every {
    ($name:ident: $($word:ident),*) => {{
        let _ = |word: $name| match word { $($name::$word => ()),* };
        [$($name::$word),*]
    }};
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn span() -> Span {
    Span { from: Some("birth".into()), until: Some("2 years".into()) }
}

/// One line of each kind.
fn cases() -> Vec<Case> {
    let lines = vec![
        Line::Any(words(&["q.a", "q.b"])),
        Line::All(words(&["q.a"])),
        Line::None(words(&["q.b"])),
        Line::Age(span()),
        Line::Age(Span { from: None, ..span() }),
        Line::Age(Span { until: None, ..span() }),
        Line::Is("named".into()),
        Line::IsNot("named".into()),
        Line::AnyChild("named".into()),
    ];
    let each = |line: &Line| match line {
        Line::Any(_) | Line::All(_) | Line::None(_) | Line::Age(_) => (),
        Line::Is(_) | Line::IsNot(_) | Line::AnyChild(_) => (),
    };
    lines.iter().for_each(each);
    vec![Case { lines }, Case { lines: vec![Line::Is("named".into())] }]
}

fn door() -> Door {
    Door { title: "title".into(), text: "text".into(), open: "open".into(), skip: "skip".into() }
}

fn choice() -> Choice {
    Choice {
        id: "id".into(),
        heading: "heading".into(),
        label: "label".into(),
        said: "said".into(),
        alone: true,
        unsure: true,
        urgent: true,
        usual: true,
        private: true,
        prefers: vec![Way::Web, Way::Phone],
        born: Some(span()),
    }
}

fn question() -> Question {
    Question {
        id: "id".into(),
        about: About::Child,
        kind: Kind::Many,
        text: "text".into(),
        help: "help".into(),
        why: "why".into(),
        said: "said".into(),
        written: "written".into(),
        sensitive: true,
        quiet: true,
        asked: Asked::OnSheet,
        joins: true,
        lifts: true,
        sheet: "sheet".into(),
        ask_when: cases(),
        ask_unless: cases(),
        choices: vec![choice()],
    }
}

fn section() -> Section {
    Section { id: "id".into(), title: "title".into(), door: Some(door()), questions: vec![question()] }
}

fn condition() -> Condition {
    Condition { id: "named".into(), about: About::Child, cases: cases() }
}

fn hiding() -> Hiding {
    Hiding {
        tag: "tag".into(),
        when: "named".into(),
        except: "named".into(),
        warn: "warning.tag".into(),
        warn_unless: "named".into(),
    }
}

fn also() -> Also {
    Also {
        name: "name".into(),
        says: "says".into(),
        phone: "999".into(),
        text: "SHOUT to 85258".into(),
        email: "a@b.uk".into(),
        url: "https://www.gov.uk".into(),
    }
}

fn soon() -> Soon {
    Soon { says: "says".into(), danger: true, within: 15, lines: cases().remove(0).lines }
}

fn support() -> Support {
    Support {
        id: "id".into(),
        kind: Tier::Targeted,
        about: About::Child,
        name: "name".into(),
        what: "what".into(),
        who: "who".into(),
        one_of: words(&["one"]),
        all_of: words(&["all"]),
        how: "how".into(),
        ways: vec![Way::Web, Way::Phone],
        ask_yourself: true,
        phone: "999".into(),
        text: "SHOUT to 85258".into(),
        email: "a@b.uk".into(),
        also: vec![also()],
        hours: "hours".into(),
        url: "https://www.gov.uk".into(),
        cost: Cost::Paid,
        urgent: true,
        tags: words(&["tag"]),
        goals: words(&["q.a"]),
        ahead: 12,
        questions: words(&["question"]),
        checked: "2026-11-23".into(),
        review: "2027-04-06".into(),
        offer_when: cases(),
        offer_unless: cases(),
        soon: vec![soon()],
    }
}

fn topic() -> Topic {
    Topic {
        id: "id".into(),
        name: "name".into(),
        group: TopicGroup::School,
        picture: "moon".into(),
        supports: vec![support()],
    }
}

fn pack() -> Pack {
    Pack {
        format: FORMAT,
        version: "0123456789abcdef".into(),
        language: "en-GB".into(),
        checked: "2026-11-23".into(),
        newest: "2026-11-25".into(),
        unchecked: true,
        words: [("product.name".to_owned(), "Parent Signpost".to_owned())].into_iter().collect(),
        sections: vec![section()],
        conditions: vec![condition()],
        hiding: vec![hiding()],
        topics: vec![topic()],
    }
}

/// The pack as the browser reads it.
fn again(pack: &Pack) -> Pack {
    let (read, problems) = read(&build::json(pack).unwrap());
    assert_eq!(problems, [""; 0]);
    read
}

fn built(texts: &[(String, String)]) -> Pack {
    let files = Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    build::pack(&check::check(&files).0)
}

#[test]
fn the_shipped_content_is_read_as_it_is_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let pack = build::pack(&check::check(&Files::read(&folder).unwrap()).0);
    assert!(pack == again(&pack));
}

#[test]
fn content_that_nobody_wrote_is_read_as_it_is_written() {
    for seed in 0..20 {
        let pack = built(&content(Size { supports: 60, questions: 40 }, seed));
        assert!(pack == again(&pack), "seed {seed}");
    }
}

#[test]
fn every_field_is_read_as_it_is_written() {
    assert_eq!(pack(), again(&pack()));
}

/// The fields of a part, each with all of its value.
fn fields(part: &impl std::fmt::Debug) -> BTreeMap<String, String> {
    let (mut fields, mut own) = (BTreeMap::new(), String::new());
    for line in format!("{part:#?}").lines() {
        let begins = line.starts_with("    ") && !line.starts_with("     ");
        match line.trim().split_once(": ").filter(|_| begins) {
            Some((name, value)) => {
                own = name.to_owned();
                fields.insert(own.clone(), value.to_owned());
            }
            None => fields.entry(own.clone()).or_default().push_str(line),
        }
    }
    // The first line is the name of the part.
    fields.remove("");
    fields
}

#[track_caller]
fn differs_in_every_field<T: Default + std::fmt::Debug>(whole: &T) {
    let (usual, whole) = (fields(&T::default()), fields(whole));
    assert_eq!(usual.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    let forgotten: Vec<&String> = whole.keys().filter(|name| whole.get(*name) == usual.get(*name)).collect();
    assert!(!whole.is_empty() && forgotten.is_empty(), "as if nobody had written them: {forgotten:?}");
}

#[test]
fn no_field_of_the_whole_pack_is_as_if_it_had_been_forgotten() {
    differs_in_every_field(&pack());
    differs_in_every_field(&section());
    differs_in_every_field(&door());
    differs_in_every_field(&question());
    differs_in_every_field(&choice());
    differs_in_every_field(&condition());
    differs_in_every_field(&hiding());
    differs_in_every_field(&topic());
    differs_in_every_field(&support());
    differs_in_every_field(&also());
    differs_in_every_field(&soon());
    differs_in_every_field(&span());
}

#[test]
fn every_word_of_the_format_is_read_as_it_is_written() {
    let ways = every!(Way: Phone, Web, Text, Email, InPerson, School, EarlyYears, Hub, Gp, HealthVisitor, Midwife, Council, Home, Video);
    let support = |about, kind, cost| Support { about, kind, cost, ways: ways.to_vec(), ..support() };
    let tiers = every!(Tier: Universal, Targeted).map(|kind| support(About::Family, kind, Cost::Free));
    let costs = every!(Cost: Free, LowCost, Paid).map(|cost| support(About::Child, Tier::Targeted, cost));
    let supports = [tiers.to_vec(), costs.to_vec()].concat();
    let topics =
        every!(TopicGroup: Family, Money, School).map(|group| Topic { group, supports: supports.clone(), ..topic() });
    let abouts = every!(About: Child, Family).map(|about| Question { about, ..question() });
    let kinds = every!(Kind: One, Many, Month, Text).map(|kind| Question { kind, ..question() });
    let asked = every!(Asked: OnPath, OnSheet, BySite, WithName).map(|asked| Question { asked, ..question() });
    let questions = [abouts.to_vec(), kinds.to_vec(), asked.to_vec()].concat();
    let all = Pack { topics: topics.to_vec(), sections: vec![Section { questions, ..section() }], ..pack() };
    assert_eq!(all, again(&all));
}

/// The names of all words that the widget and the core speak, as their sources have them.
fn spoken() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = ["src", "crates/core/src"].into_iter().flat_map(|folder| sources(&root.join(folder)));
    let named = files.map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>();
    let names = named.split("key::").skip(1);
    names.map(|rest| rest.chars().take_while(|it| it.is_ascii_uppercase() || *it == '_').collect()).collect()
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

#[test]
fn every_word_that_the_widget_speaks_travels_and_conditions_are_found_under_their_short_names() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let draft = check::check(&Files::read(&folder).unwrap()).0;
    let out = tempfile::TempDir::new().unwrap();
    let whole = build::write(&draft, out.path()).unwrap();
    let written = std::fs::read_to_string(out.path().join("pack.en.json")).unwrap();
    let (travelled, problems) = signpost_core::content::Content::read(&written);
    assert_eq!(problems, [""; 0]);
    let keys = include_str!("../../core/src/words.rs");
    for name in spoken().iter().filter(|name| !name.is_empty()) {
        let key = keys.split(&format!("    {name} = \"")).nth(1).and_then(|rest| rest.split('"').next());
        let key = key.unwrap_or_else(|| panic!("no word {name}"));
        assert_ne!(travelled.words.get(key), key, "{name} does not travel");
    }
    assert_eq!(travelled.supports().count(), whole.topics.iter().map(|topic| topic.supports.len()).sum::<usize>());
    assert!(written.len() < build::json(&whole).unwrap().len());
}
