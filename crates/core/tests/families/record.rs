//! Saved visits: what is written reads back as it was; what cannot be read is said, never guessed.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::path::Stop;
use signpost_core::plan::Mark;
use signpost_core::record::{self, Loaded};
use signpost_core::sheet::{Meeting, SentenceId};
use signpost_core::time::Today;
use signpost_core::visit::{Event, Keeping, Page, Place, Visit};
use signpost_core::written::Written;

use crate::family::{Family, choice, day, family, json, question, small, support};

const TODAY: &str = "2026-11-23";
/// Noon of that day, in minutes since 1970.
const NOON: i64 = 29_924_880;
const DAY: i64 = 24 * 60;

/// What the first released version wrote. Never change it: every version ever released stays readable.
pub const V1: &str = include_str!("../records/v1.json");

fn everything() -> Family {
    family(
        "role: kinship
        child Ada
          born: 2024-12
          order: not-sure
          areas: sleep, talk
          care: skip
          good-at: \"\\ \u{1f600} {child}\"
        child Ben
          born: age-2-to-3
          areas: pna
        work: looking
        goals: sleep
        print: needs",
    )
}

fn rich_visit(family: &Family) -> Visit {
    let mut visit = family.visit();
    visit.marks.insert((support("kin-advice"), Who::Family), Mark::Want);
    visit.marks.insert((support("sleep-clinic"), family.who("Ben")), Mark::NotForUs);
    visit.note = "Please\nring after three.".into();
    visit.sheet.meeting = Some(Meeting::Review);
    visit.sheet.supports.insert(support("hub"), false);
    visit.keeping = Keeping::ThisDevice;
    visit.place = Place { page: Page::Sheet, stop: Stop::Question(family.asking("areas", "Ben")) };
    visit
}

fn at(minute: i64) -> Today {
    Today { day: day(TODAY), minute: Some(minute) }
}

fn write(visit: &Visit) -> String {
    record::write(visit, small(), at(NOON))
}

fn read(text: &str) -> Loaded {
    record::read(text, json, small(), at(NOON))
}

fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is in {text}");
    text.replacen(from, to, 1)
}

#[test]
fn what_was_written_reads_back_as_the_same_visit() {
    let visit = rich_visit(&everything());
    assert_eq!(read(&write(&visit)), Loaded::Loaded(visit));
    assert_eq!(read(&write(&Visit::default())), Loaded::Loaded(Visit::default()));
}

#[test]
fn a_parent_in_a_hurry_is_so_after_a_reload_and_whoever_is_in_none_has_nothing_of_it_kept() {
    let mut visit = rich_visit(&everything());
    assert!(!write(&visit).contains("hurried"));
    visit.doors.hurried = true;
    let Loaded::Loaded(read) = read(&write(&visit)) else { panic!("it was written just now") };
    assert!(read.doors.hurried);
}

#[test]
fn what_was_chosen_for_the_paper_is_there_after_a_reload_but_for_the_day() {
    let told = everything();
    let mut visit = rich_visit(&told);
    visit.asks = "Who helps at lunch?".into();
    let talk = choice("areas.talk");
    let id = SentenceId { question: small().choice(talk).question, who: told.who("Ada"), choice: Some(talk) };
    visit.sheet.sentences = vec![(id, false)];
    let ben = told.child("Ben");
    visit.sheet.without = vec![ben];
    visit.sheet.day = Some(day("2026-12-03"));
    let text = write(&visit);
    assert!(!text.contains("2026-12-03"), "{text}");
    visit.sheet.day = None;
    assert_eq!(read(&text), Loaded::Loaded(visit));
}

#[test]
fn a_sentence_that_was_taken_off_before_it_was_several_takes_off_each_that_is_not_private() {
    let told = everything();
    let text = write(&rich_visit(&told));
    let off =
        changed(&text, "\"page\":", "\"sentences\":[[\"areas\",1,null,false],[\"good-at\",1,null,true]],\"page\":");
    let Loaded::Loaded(read) = read(&off) else { panic!("{off}") };
    let areas = &small().question(question("areas")).choices;
    let each = areas.iter().map(|&choice| (Some(choice), false));
    let wanted: Vec<_> = each.chain([(None, true)]).collect();
    assert_eq!(read.sheet.sentences.iter().map(|(id, on)| (id.choice, *on)).collect::<Vec<_>>(), wanted);
    let private = crate::family::changed(|written| written.sections[1].questions[2].choices[2].private = true);
    let Loaded::Loaded(read) = record::read(&off, json, private, at(NOON)) else { panic!("{off}") };
    let eating = Some(choice("areas.eating"));
    assert!(read.sheet.sentences.iter().all(|(id, _)| id.choice != eating), "it has a sentence of its own");
    assert_eq!(read.sheet.sentences.len(), wanted.len() - 1);
}

#[test]
fn what_the_first_version_wrote_still_reads() {
    assert_eq!(read(V1), Loaded::Loaded(rich_visit(&everything())));
}

#[test]
fn what_is_written_today_is_what_the_first_version_wrote() {
    let now: serde_json::Value = serde_json::from_str(&write(&rich_visit(&everything()))).unwrap();
    let then: serde_json::Value = serde_json::from_str(V1).unwrap();
    assert_eq!(now, then, "a new form needs a new version, and a reader for the old one");
}

#[test]
fn a_newer_version_is_left_alone() {
    assert_eq!(read(&changed(V1, "\"v\": 1", "\"v\": 2")), Loaded::TooNew);
    assert_eq!(read("{\"v\": 7}"), Loaded::TooNew);
}

#[test]
fn what_cannot_be_read_is_corrupt() {
    let cut: String = V1.chars().take(V1.chars().count() / 2).collect();
    for text in ["", "null", "[]", "{}", "{\"v\": 0}", "{\"v\": -1}", "{\"v\": \"1\"}", "{\"v\": 1}", "\u{0}", &cut] {
        assert_eq!(read(text), Loaded::Corrupt, "{text}");
    }
}

#[test]
fn a_visit_is_kept_for_seven_days() {
    let text = write(&rich_visit(&everything()));
    let later = |minutes| record::read(&text, json, small(), at(NOON + minutes));
    for minutes in [0, 7 * DAY - 1] {
        assert!(matches!(later(minutes), Loaded::Loaded(_)), "{minutes} minutes later");
    }
    for minutes in [7 * DAY, 400 * DAY] {
        assert_eq!(later(minutes), Loaded::Expired, "{minutes} minutes later");
    }
}

#[test]
fn a_clock_set_back_and_one_that_is_wrong_put_an_end_to_nothing() {
    let text = write(&rich_visit(&everything()));
    for minute in [NOON - 1, NOON - DAY - 1, NOON - 400 * DAY, 0, i64::MIN] {
        assert!(matches!(record::read(&text, json, small(), at(minute)), Loaded::Loaded(_)), "at minute {minute}");
    }
    let unsure = Today { day: day(TODAY), minute: None };
    assert!(matches!(record::read(&text, json, small(), unsure), Loaded::Loaded(_)));
    let undated = record::write(&rich_visit(&everything()), small(), unsure);
    assert!(matches!(record::read(&undated, json, small(), at(NOON)), Loaded::Loaded(_)), "{undated}");
}

#[test]
fn a_time_of_writing_that_is_anything_at_all_is_no_trouble() {
    for written in [i64::MIN, i64::MAX, 0] {
        let text = changed(V1, "29924880", &written.to_string());
        assert_eq!(read(&text) == Loaded::Expired, written == 0, "written at {written}");
    }
    assert_eq!(record::read(V1, json, small(), at(i64::MAX)), Loaded::Expired);
}

#[test]
fn an_answer_of_another_kind_than_the_question_asks_for_is_lost_and_named() {
    for (from, to, lost) in [
        (r#""role": ["kinship"]"#, r#""role": {"month": "2024-12"}"#, "role"),
        (r#""goals": ["sleep"]"#, r#""goals": {"text": "sleep"}"#, "goals"),
        (r#""good-at": { "text": "\\ 😀 {child}" }"#, r#""good-at": { "month": "2024-12" }"#, "good-at"),
        (r#""born": { "month": "2024-12" }"#, r#""born": {"text": "2024"}"#, "born"),
        (r#""born": { "month": "2024-12" }"#, r#""born": 7"#, "born"),
    ] {
        let found = read(&changed(V1, from, to));
        assert!(matches!(&found, Loaded::Migrated(_, names) if names == &[lost]), "{to}: {found:?}");
    }
}

#[test]
fn marks_doors_and_choices_for_the_sheet_that_are_lost_are_named() {
    for (from, to) in [
        (r#""sleep-clinic", 2"#, r#""gone", 2"#),
        (r#""sleep-clinic", 2, "not-for-us""#, r#""gone", 2, "loved""#),
        (r#""3-home", "4-ok""#, r#""3-home", "gone""#),
        (r#""hub": false"#, r#""gone": false"#),
    ] {
        let found = read(&changed(V1, from, to));
        assert!(matches!(&found, Loaded::Migrated(_, names) if names == &["gone"]), "{to}: {found:?}");
    }
}

/// The small content, changed after the visit was saved.
fn newer(change: impl FnOnce(&mut Written)) -> Content {
    let mut written = crate::family::written(include_str!("small.json"));
    change(&mut written);
    written.content().0
}

#[test]
fn an_answer_in_a_word_that_nobody_knows_is_lost_and_named() {
    for word in ["later", "", "PNA", "skipped"] {
        let found = read(&changed(V1, r#""areas": "pna""#, &format!(r#""areas": "{word}""#)));
        assert!(matches!(&found, Loaded::Migrated(_, names) if names == &["areas"]), "{word}: {found:?}");
    }
}

#[test]
fn a_visit_at_a_door_is_at_that_door_again() {
    let told = everything();
    for (id, section) in small().sections().filter(|(_, section)| section.has_door) {
        let place = Place { page: Page::Asking, stop: Stop::Door(id) };
        let visit = Visit { place, ..rich_visit(&told) };
        assert_eq!(read(&write(&visit)), Loaded::Loaded(visit), "{}", section.name);
    }
}

/// As when content has changed under a kept visit: Ada is 1, Ben is 2.
#[test]
fn a_stop_that_never_was_on_the_path_gives_way_to_the_last_one_before_it_of_nobody_later() {
    let told = everything();
    let stop = r#""stop": { "question": "areas", "who": 2 }"#;
    for (kept, leads_to) in [
        (r#"{ "question": "areas", "who": 2 }"#, "areas of Ben"),
        (r#"{ "question": "care", "who": 1 }"#, "care of Ada"),
        (r#"{ "question": "care", "who": 2 }"#, "areas of Ben"),
        (r#"{ "question": "order-date", "who": 1 }"#, "order of Ada"),
        (r#"{ "question": "rich", "who": 0 }"#, "work"),
        (r#"{ "question": "print", "who": 0 }"#, "how"),
        (r#"{ "question": "hurt", "who": 3 }"#, "children"),
        (r#"{ "door": "1-you" }"#, "children"),
        (r#"{ "door": "2-child" }"#, "role"),
        (r#"{ "door": "5-want" }"#, "safe"),
        (r#"{ "door": "gone" }"#, "children"),
        (r#"null"#, "children"),
    ] {
        let Loaded::Loaded(visit) = read(&changed(V1, stop, &format!(r#""stop": {kept}"#))) else {
            panic!("{kept} is read")
        };
        assert_eq!(told.stop(visit.place.stop).replace(" of ?", ""), leads_to, "{kept}");
    }
}

#[test]
fn when_the_content_has_changed_the_rest_is_kept_and_what_is_lost_is_named() {
    let visit = rich_visit(&everything());
    let text = write(&visit);
    let content = newer(|written| {
        written.sections[1].questions.retain(|question| question.id != "good-at");
        written.sections[1].questions[2].choices.retain(|choice| choice.id != "sleep");
    });
    let Loaded::Migrated(found, lost) = record::read(&text, json, &content, at(NOON)) else {
        panic!("it should be migrated")
    };
    assert_eq!(lost, ["areas.sleep", "good-at"]);
    let ada = &found.answers.children()[0];
    assert_eq!(ada.name, "Ada");
    let areas = ada.given.get(content.question_named("areas").unwrap());
    let talk = content.choice_named("areas.talk").unwrap();
    assert_eq!(areas, Some(&signpost_core::family::Answer::Ticked(vec![talk])));
    assert_eq!(found.note, visit.note);
}

#[test]
fn a_stop_that_is_gone_gives_way_to_one_on_the_path() {
    let told = everything();
    let visit = Visit {
        place: Place { page: Page::Asking, stop: Stop::Question(told.asking("good-at", "Ben")) },
        ..rich_visit(&told)
    };
    let text = write(&visit);
    let content = newer(|written| written.sections[1].questions.retain(|question| question.id != "good-at"));
    let Loaded::Migrated(found, _) = record::read(&text, json, &content, at(NOON)) else {
        panic!("it should be migrated")
    };
    assert!(found.path(&content, day(TODAY)).has(found.place.stop));
}

#[test]
fn a_question_that_has_become_sensitive_is_not_read() {
    let content = newer(|written| written.sections[1].questions[2].sensitive = true);
    let found = record::read(V1, json, &content, at(NOON));
    assert!(matches!(&found, Loaded::Migrated(_, lost) if lost == &["areas"]), "{found:?}");
}

#[test]
fn what_was_confided_is_never_written() {
    let told = family("safe: no\nchild Ada\nareas: talk\nhurt: yes");
    let without = family("child Ada\nareas: talk");
    let text = write(&told.visit());
    assert_eq!(text, write(&without.visit()));
    assert!(!text.contains("hurt") && !text.contains("safe"), "{text}");
    assert_eq!(read(&text), Loaded::Loaded(without.visit()));
    assert_eq!(format!("{:?}", told.answers), format!("{:?}", without.answers), "nor shown to a developer");
}

#[test]
fn a_mark_on_what_stands_on_something_confided_is_not_written() {
    let told = family("safe: no\nrole: dad");
    let mark = |visit, name| told.after(visit, Event::Marked(support(name), vec![Who::Family], Some(Mark::Want)));
    let marked = mark(mark(told.visit(), "abuse-line"), "dads-at-school");
    let text = write(&marked);
    assert!(text.contains("dads-at-school"), "{text}");
    assert!(!text.contains("abuse-line"), "{text}");
}

#[test]
fn what_something_confided_alone_puts_on_the_sheet_is_not_written() {
    let told = family("safe: no\nrole: dad");
    let on = |visit, name| told.after(visit, Event::SheetSupportSet(support(name), true));
    let text = write(&on(on(told.visit(), "abuse-line"), "dads-at-school"));
    assert!(text.contains("dads-at-school"), "{text}");
    assert!(!text.contains("abuse-line"), "{text}");
}

/// What can happen to a text between two visits: a place in it, and how it is spoilt there.
fn spoilt() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0u8..6, any::<u8>()), 1..6)
}

fn spoil(text: &str, spoilings: &[(prop::sample::Index, u8, u8)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (place, how, byte) in spoilings.iter().filter(|_| !text.is_empty()) {
        let at = place.index(bytes.len().max(1));
        match how {
            0 if at < bytes.len() => bytes[at] ^= 1 << (byte % 8),
            1 => bytes.truncate(at),
            2 if at < bytes.len() => drop(bytes.remove(at)),
            3 => bytes.insert(at, *byte),
            // Half of a letter that JSON writes as two.
            4 => drop(bytes.splice(at..at, *b"\\ud83d")),
            // A piece twice.
            _ => bytes.extend_from_within(at..),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whatever was read can be written, and reads back as the same.
fn is_sound(text: &str) -> bool {
    match read(text) {
        Loaded::Loaded(visit) | Loaded::Migrated(visit, _) => match read(&write(&visit)) {
            Loaded::Loaded(again) => write(&again) == write(&visit),
            Loaded::Expired => true,
            _ => false,
        },
        Loaded::Corrupt | Loaded::TooNew | Loaded::Expired => true,
    }
}

/// Anything that is JSON, with the names of a record in it.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    const NAMES: [&str; 17] = [
        "v", "minute", "answers", "children", "family", "name", "month", "doors", "marks", "note", "sheet", "meeting",
        "keeping", "page", "stop", "question", "who",
    ];
    let name = prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (0i64..3).prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        name.clone().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 48, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(name.clone(), inner, 0..8)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(Config { cases: 10_000, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), ..Config::default() })]

    #[test]
    fn a_record_that_was_spoilt_is_read_soundly_or_left_alone(spoilings in spoilt()) {
        let text = spoil(V1, &spoilings);
        prop_assert!(is_sound(&text), "{}", text);
    }

    #[test]
    fn whatever_stands_in_a_record_is_read_soundly_or_left_alone(mut value in any_json()) {
        if let Some(object) = value.as_object_mut() {
            object.insert("v".to_owned(), 1.into());
        }
        let text = value.to_string();
        prop_assert!(is_sound(&text), "{}", text);
    }
}
