//! Languages: every word holds the placeholders that the program fills, and a language made of English is the same
//! content with other words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::path::Path;

use common::*;
use proptest::prelude::*;
use signpost_author::format::draft::Draft;
use signpost_author::judge::check::check;
use signpost_author::languages::{ACCENTED, ENGLISH, Language, MIRRORED};
use signpost_author::make::build::{write, written, written_in};
use signpost_author::source::files::Files;
use signpost_core::texts::{ALL, COUNTED, Plurals, placeholders};
use signpost_core::written::Written;

/// The shipped words with one of them replaced.
fn word(old: &str, new: &str, says: &str) {
    let change = |base: &str| {
        assert!(base.contains(&format!("\n{old}\n")), "{old}");
        base.replacen(&format!("\n{old}\n"), &format!("\n{new}\n"), 1)
    };
    expect(&with(WORDS, change), says);
}

#[test]
fn a_word_has_the_placeholders_that_the_program_fills() {
    word(
        "about = \"About {child}\"",
        "about = «\"About them\"»",
        "the word `question.about` lacks its placeholder `{child}`; write it where it reads well: the program fills it",
    );
    word(
        "about = \"About {child}\"",
        "about = \"About «{chil}»\"",
        "nobody fills `{chil}` in the word `question.about`; did you mean `{child}`?",
    );
    word(
        "next = \"Next\"",
        "next = \"Next «{child}»\"",
        "nobody fills `{child}` in the word `question.next`; this word holds none",
    );
    word(
        "between = \"from {from} until {until}\"",
        "between = \"from {from} until {until} «{unit}»\"",
        "nobody fills `{unit}` in the word `ages.between`; did you mean `{until}`?",
    );
}

#[test]
fn a_word_about_a_child_may_name_it_in_any_form() {
    let changed = with(WORDS, |base| base.replace("Because of {child's} age.", "{Child} has the age for it."));
    assert_eq!(problems(&changed).1, []);
    word(
        "age = \"Because of {child's} age.\"",
        "age = «\"Because of the age.\"»",
        "the word `reason.age` lacks its placeholder `{child}`; write it where it reads well: the program fills it",
    );
}

#[test]
fn a_counted_word_has_every_form_of_english_and_no_other() {
    let years = "years = { one = \"{number} year\", other = \"{number} years\" }";
    word(
        years,
        "years = { one = \"a year\", other = «\"years\"» }",
        "the word `age.years.other` lacks its placeholder `{number}`; write it where it reads well: the program fills it",
    );
    word(
        years,
        "years = { one = \"a year\", other = \"{number} years\", «few» = \"{number} years\" }",
        "English has no form `few` of the word `age.years`; it has `one` and `other`",
    );
    let one = with(WORDS, |base| base.replace(years, "years = { one = \"a year\", other = \"{number} years\" }"));
    assert_eq!(problems(&one).1, [], "a form for one number may do without it");
}

fn shipped() -> Draft {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    check(&Files::read(&folder).unwrap()).0
}

/// Every text in a content, by where it stands.
fn texts(written: &Written) -> Vec<(String, String)> {
    let mut all = Vec::new();
    gather("", &serde_json::to_value(written).unwrap(), &mut all);
    all
}

fn gather(place: &str, value: &serde_json::Value, all: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => all.push((place.to_owned(), text.clone())),
        serde_json::Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| gather(&format!("{place}.{at}"), value, all));
        }
        serde_json::Value::Object(values) => {
            values.iter().for_each(|(key, value)| gather(&format!("{place}.{key}"), value, all));
        }
        _ => {}
    }
}

/// What must not differ: placeholders, and what a parent dials or types.
fn kept(text: &str) -> (Vec<String>, String) {
    let mut names: Vec<String> = placeholders(text).unwrap_or_default().into_iter().map(str::to_owned).collect();
    names.sort();
    (names, text.chars().filter(char::is_ascii_digit).collect())
}

#[test]
fn a_made_language_keeps_every_placeholder_and_every_number() {
    let draft = shipped();
    let english = texts(&written(&draft));
    for language in [ACCENTED, MIRRORED] {
        let made: std::collections::BTreeMap<_, _> = texts(&written_in(&draft, &language)).into_iter().collect();
        let mut said = 0;
        for (place, text) in english.iter().filter(|(place, _)| !place.starts_with(".forms") && place != ".language") {
            let other = &made[place];
            assert_eq!(kept(text), kept(other), "{place} in {}", language.tag);
            said += usize::from(text != other);
        }
        assert!(said > 2_000, "{said} texts of {}", language.tag);
    }
}

#[test]
fn a_made_language_keeps_numbers_to_call_addresses_and_all_that_rules_name() {
    let draft = shipped();
    let same = |written: &Written| {
        let supports = written.topics.iter().flat_map(|topic| &topic.supports);
        let contacts = supports.map(|it| [&it.id, &it.phone, &it.text, &it.email, &it.url].map(Clone::clone));
        contacts.collect::<Vec<_>>()
    };
    let english = written(&draft);
    for language in [ACCENTED, MIRRORED] {
        let made = written_in(&draft, &language);
        assert_eq!((same(&made), &made.version), (same(&english), &english.version));
        let (content, problems) = made.content();
        assert_eq!(problems, [""; 0]);
        assert_eq!(content.catalogue, english.clone().content().0.catalogue, "another language is the same catalogue");
    }
}

#[test]
fn in_a_made_language_nothing_that_parents_read_is_left_in_english() {
    let draft = shipped();
    for language in [ACCENTED, MIRRORED] {
        let texts = written_in(&draft, &language).content().0.texts;
        let words: Vec<String> = ALL.iter().map(|wanted| wanted.name.to_owned()).collect();
        let made = written_in(&draft, &language).words;
        for key in
            words.iter().chain(COUNTED.iter().flat_map(|it| forms(it.name, &language)).collect::<Vec<_>>().iter())
        {
            assert!(!is_english(&made[key]), "{key} in {}: {}", language.tag, made[key]);
        }
        assert_eq!(texts.language, language.tag);
    }
}

fn forms(name: &'static str, language: &Language) -> Vec<String> {
    language.forms().into_iter().map(|form| format!("{name}.{form}")).collect()
}

/// Whether a plain Latin letter stands outside of placeholders.
fn is_english(text: &str) -> bool {
    let outside = text.split('{').flat_map(|part| part.split_once('}').map_or(Some(part), |(_, after)| Some(after)));
    outside.flat_map(str::chars).any(|letter| letter.is_ascii_alphabetic())
}

#[test]
fn a_language_calls_itself_by_its_own_name_in_its_own_script() {
    assert_eq!(ENGLISH.own, "English");
    assert!(ACCENTED.says("English").contains(ACCENTED.own) && !is_english(ACCENTED.own));
    assert_eq!(MIRRORED.own, MIRRORED.says("English"));
}

/// The fields of the lines of a list that is made of the shipped content, with these languages of the hub.
fn lists(of_the_hub: &str, there: &[Language], name: &str) -> Vec<Vec<String>> {
    let files = Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let shipped = "languages = [\"en-GB\", \"ur\", \"pl\"]";
    assert!(files.iter().any(|file| file.text.contains(shipped)));
    let texts: Vec<_> = files.iter().map(|file| (&*file.name, file.text.replace(shipped, of_the_hub))).collect();
    let (draft, _) = check(&Files::of(texts.iter().map(|(name, text)| (*name, text.as_str()))));
    let out = tempfile::tempdir().unwrap();
    write(&draft, there, out.path()).unwrap();
    let list = std::fs::read_to_string(out.path().join(name)).unwrap();
    list.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn a_site_is_in_those_of_its_languages_that_there_are_in_its_own_order_and_else_in_english() {
    let of_the_hub = |languages: &str, there: &[Language]| {
        let sites = lists(languages, there, "sites.txt");
        sites.into_iter().find(|site| site[0] == "example-hub").unwrap()[1].clone()
    };
    let mut another = MIRRORED;
    another.is_made = false;
    let spoken = [ENGLISH, another];
    assert_eq!(of_the_hub("languages = [\"ur\", \"ar-XB\", \"en-GB\", \"en\"]", &spoken), "ar-XB en");
    assert_eq!(of_the_hub("languages = [\"en-GB\", \"ur\"]", &spoken), "en");
    assert_eq!(of_the_hub("", &spoken), "en");
    assert_eq!(of_the_hub("languages = [\"ar-XB\"]", &[ENGLISH, ACCENTED, MIRRORED]), "ar-XB en-XA", "made for tests");
}

#[test]
fn whoever_makes_the_pages_hears_what_each_language_calls_itself_and_says_on_the_button_that_starts() {
    for (line, language) in lists("", &[ENGLISH, MIRRORED], "languages.txt").iter().zip([ENGLISH, MIRRORED]) {
        assert_eq!([&line[0], &line[4]], [language.name, language.own]);
        assert_eq!([&line[5], &line[6]], [&language.says("Start"), &language.says("Languages")]);
    }
}

#[test]
fn a_table_of_forms_is_the_rule_of_cldr_for_every_number_that_is_ever_said() {
    for language in [ENGLISH, ACCENTED, MIRRORED] {
        let table = Plurals::of(|number| language.form(number));
        for number in 0..10_000 {
            assert_eq!(table.form(number), language.form(number) as usize, "{number} in {}", language.tag);
        }
    }
    assert_eq!(ENGLISH.forms(), ["one", "other"]);
    assert_eq!(MIRRORED.forms().len(), 6);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_written_a_made_language_keeps_its_placeholders_and_digits(text in "([a-zA-Z ,.?£0-9]|\\{child\\}|\\{figures\\.limit\\}|www\\.nhs\\.uk|a@b\\.uk){0,30}") {
        for language in [ACCENTED, MIRRORED] {
            let made = language.says(&text);
            prop_assert_eq!(kept(&text), kept(&made));
            prop_assert!(!made.contains('\u{202e}'), "an override");
        }
    }
}
