//! What is written is read: every field of every part that travels, of the shipped content and of content that nobody
//! wrote. A part that is cut, spoilt or of other content is refused, or differs and does no harm.
//!
//! The whole content below has no `..default()`: whoever adds a field must say here what it can hold, and whoever forgets
//! to carry it finds it empty here and not on a parent's list.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use common::parts::{Parts, is_used, travelled};
use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::make::generate::{self, Size};
use signpost_author::make::pages;
use signpost_author::source::files::Files;
use signpost_core::catalogue::{About, Asked, Contact, Cost, Kind, Means, Named, SheetPart, Tier, TopicGroup, Way};
use signpost_core::content::Content;
use signpost_core::texts::{COUNTED, WordKey, key};
use signpost_core::wire::{self, Refused};
use signpost_core::written::{
    self, Also, Case, Choice, Condition, Door, Hiding, Line, Question, Section, Soon, Span, Support, Topic, Written,
};

/// Every word of an enum. A word that is added must be added here: the match would not compile without it.
macro_rules! every {
    ($name:ident: $($word:ident),*) => {{
        let _ = |word: $name| match word { $($name::$word => ()),* };
        let all = [$($name::$word),*];
        assert_eq!(all.to_vec(), $name::ALL.iter().map(|(_, word)| *word).collect::<Vec<_>>());
        all
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
        Line::Any(words(&["ask.goals", "ask.needs"])),
        Line::All(words(&["ask.goals"])),
        Line::None(words(&["ask.needs"])),
        Line::Age(span()),
        Line::Age(Span { from: None, ..span() }),
        Line::Age(Span { until: None, ..span() }),
        Line::Age(Span { from: Some("3 months before birth".into()), until: Some("term after 9 months".into()) }),
        Line::Age(Span { from: Some("september after 4 years".into()), until: Some("30 years".into()) }),
        Line::Is("before".into()),
        Line::IsNot("before".into()),
        Line::AnyChild("before".into()),
    ];
    let each = |line: &Line| match line {
        Line::Any(_) | Line::All(_) | Line::None(_) | Line::Age(_) => (),
        Line::Is(_) | Line::IsNot(_) | Line::AnyChild(_) => (),
    };
    lines.iter().for_each(each);
    vec![Case { lines }, Case { lines: vec![Line::Is("before".into())] }]
}

fn door() -> Door {
    Door { title: "title".into(), text: "text".into(), open: "open".into(), skip: "skip".into() }
}

fn choice() -> Choice {
    Choice {
        id: "goals".into(),
        heading: "heading".into(),
        label: "label".into(),
        said: "said".into(),
        picture: "moon".into(),
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
        id: "ask".into(),
        about: About::Child,
        kind: Kind::Many,
        text: "text".into(),
        help: "help".into(),
        why: "why".into(),
        said: "said".into(),
        written: "written".into(),
        sensitive: true,
        quiet: true,
        essential: true,
        asked: Asked::OnSheet,
        joins: true,
        lifts: true,
        sheet: "options".into(),
        ask_when: cases(),
        ask_unless: cases(),
        choices: vec![choice(), Choice { id: "needs".into(), ..choice() }],
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
        found_by: "found by".into(),
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
        goals: words(&["ask.goals"]),
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

fn written() -> Written {
    Written {
        version: "0123456789abcdef".into(),
        language: "ar-XB".into(),
        right_to_left: true,
        forms: vec!["one".into(), "other".into()],
        numbers: (0..200).map(|number| u32::from(number != 1)).collect(),
        checked: "2026-11-23".into(),
        newest: "2026-11-25".into(),
        unchecked: true,
        words: named(&[("product.name", "Parent Signpost"), ("warning.tag", "Ask first.")]),
        sections: vec![section()],
        conditions: vec![Condition { id: "before".into(), ..Condition::default() }, condition()],
        hiding: vec![hiding()],
        topics: vec![topic()],
    }
}

fn named(words: &[(&str, &str)]) -> BTreeMap<String, String> {
    words.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

/// The whole content after one of each in which nothing is said.
fn after_nothing() -> Written {
    let question = Question { choices: vec![Choice::default()], ..Question::default() };
    let first = Section { questions: vec![question], ..Section::default() };
    let nothing = Topic { supports: vec![Support::default()], ..Topic::default() };
    let twice = Support { also: vec![Also::default(), also()], soon: vec![Soon::default(), soon()], ..support() };
    let second = Topic { supports: vec![twice], ..topic() };
    Written { sections: vec![first, section()], topics: vec![nothing, second], ..written() }
}

#[track_caller]
fn compiled(written: &Written) -> Content {
    let (content, problems) = written.clone().content();
    assert_eq!(problems, [""; 0]);
    content
}

fn drafted(files: &Files) -> Content {
    compiled(&build::written(&check::check(files).0))
}

static SHIPPED: LazyLock<Content> =
    LazyLock::new(|| drafted(&Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap()));

fn generated(seed: u64) -> Content {
    let texts = generate::content(Size { supports: 60, questions: 40 }, seed);
    drafted(&Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))))
}

#[track_caller]
fn is_read_as_it_is_written(content: &Content) {
    let whole = content.clone().travelling();
    assert!(travelled(content) == whole);
    assert!(travelled(&whole) == whole, "what travelled once travels again");
}

#[test]
fn the_shipped_content_is_read_as_it_is_written() {
    is_read_as_it_is_written(&SHIPPED);
}

#[test]
fn content_that_nobody_wrote_is_read_as_it_is_written() {
    (0..20).for_each(|seed| is_read_as_it_is_written(&generated(seed)));
}

#[test]
fn content_in_which_there_is_nothing_is_read_as_it_is_written() {
    is_read_as_it_is_written(&compiled(&Written::default()));
}

#[test]
fn every_field_is_read_as_it_is_written() {
    for written in [written(), after_nothing()] {
        let content = compiled(&written);
        assert_eq!(travelled(&content), content.travelling());
    }
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
    differ_in_every_field(&T::default(), whole);
}

#[track_caller]
fn differ_in_every_field<T: std::fmt::Debug>(usual: &T, whole: &T) {
    let (usual, whole) = (fields(usual), fields(whole));
    assert_eq!(usual.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    let forgotten: Vec<&String> = whole.keys().filter(|name| whole.get(*name) == usual.get(*name)).collect();
    assert!(!whole.is_empty() && forgotten.is_empty(), "as if nobody had written them: {forgotten:?}");
}

#[test]
fn no_field_of_the_whole_content_is_as_if_it_had_been_forgotten() {
    differs_in_every_field(&written());
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

/// The first and the last of several, which are neighbours here.
#[track_caller]
fn ends<T>(all: impl Iterator<Item = T>) -> (T, T) {
    let mut all: Vec<T> = all.collect();
    let last = all.pop().unwrap();
    (all.swap_remove(0), last)
}

/// The content at a site that adds one of everything.
fn at_a_site() -> Content {
    let mut written = after_nothing();
    let question = written.sections.iter_mut().flat_map(|section| &mut section.questions).last().unwrap();
    question.asked = Asked::BySite;
    let content = compiled(&written);
    let named = |id: &str| id.to_owned();
    let (topic, support) = (content.topics().next().unwrap().1, content.supports().next().unwrap().1);
    let own = written::Own { topic: topic.name.clone(), support: support_of_its_own() };
    let service = written::LocalService { support: support.name.clone(), name: named("Drop-in"), ..Default::default() };
    let person = written::Person { role: named("SENCO"), concerns: vec![support.name.clone()], ..Default::default() };
    let site = written::Site {
        id: named("oak"),
        name: named("Oak"),
        area: named("Calderdale"),
        people: vec![person],
        services: vec![service],
        hide: vec![support.name.clone()],
        own: vec![own],
    };
    let travelling = content.clone().travelling();
    let (added, problems) = site.added(&travelling);
    assert_eq!(problems, [""; 0]);
    let there = wire::read(&wire::asked(&travelling), &wire::asked_texts(&travelling)).unwrap();
    let (offered, texts) = (wire::offered(&travelling), wire::offered_texts(&travelling, &[]));
    wire::bring_to(&there, &offered, &texts, Some(&wire::site(&travelling, &added)), &[]).unwrap();
    there
}

fn support_of_its_own() -> Support {
    Support { id: "breakfast-here".into(), name: "Breakfast".into(), ..Support::default() }
}

#[test]
fn no_field_of_the_catalogue_is_as_if_it_had_been_forgotten() {
    let mut content = compiled(&after_nothing());
    // The place says so, and no content.
    content.catalogue.in_open_plan = true;
    differs_in_every_field(&content.catalogue);
    let there = at_a_site();
    differs_in_every_field(there.offered().unwrap());
    differs_in_every_field(there.site().unwrap());
    let ((_, nothing), (_, whole)) = ends(content.sections());
    differ_in_every_field(nothing, whole);
    let ((_, nothing), (_, whole)) = ends(content.questions());
    differ_in_every_field(nothing, whole);
    let ((_, nothing), (_, whole)) = ends(content.choices());
    differ_in_every_field(nothing, whole);
    let ((_, nothing), (_, whole)) = ends(content.conditions());
    differ_in_every_field(nothing, whole);
    let ((_, nothing), (_, whole)) = ends(content.topics());
    differ_in_every_field(nothing, whole);
    let ((_, nothing), (_, whole)) = ends(content.supports());
    differ_in_every_field(nothing, whole);
    let (nothing, whole) = ends(whole.soon.iter());
    differ_in_every_field(nothing, whole);
}

#[test]
fn no_field_of_the_texts_is_as_if_it_had_been_forgotten() {
    let content = compiled(&after_nothing());
    let texts = &content.texts;
    differs_in_every_field(texts);
    let there = at_a_site();
    differs_in_every_field(there.texts.offered().unwrap());
    differs_in_every_field(there.texts.site().unwrap());
    let section = content.sections().map(|(id, _)| texts.section(id)).last().unwrap();
    differs_in_every_field(section);
    differs_in_every_field(section.door.as_ref().unwrap());
    content.questions().skip(1).for_each(|(id, _)| differs_in_every_field(texts.question(id)));
    content.choices().skip(1).for_each(|(id, _)| differs_in_every_field(texts.choice(id)));
    let support = content.supports().map(|(id, _)| texts.support(id)).last().unwrap();
    differs_in_every_field(support);
    differs_in_every_field(support.also.last().unwrap());
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
    let parts = every!(SheetPart: Strengths, Goals, Needs, Options, Access, Questions);
    let choices = || parts.map(|part| Choice { id: part.name().into(), ..choice() }).to_vec();
    let question = || Question { choices: choices(), ..question() };
    let abouts = every!(About: Child, Family).map(|about| Question { about, ..question() });
    let kinds = every!(Kind: One, Many, Month, Text).map(|kind| Question { kind, ..question() });
    let asked = every!(Asked: OnPath, OnSheet, BySite, WithName).map(|asked| Question { asked, ..question() });
    let sheets = parts.map(|part| Question { sheet: part.name().into(), ..question() });
    let questions = [abouts.to_vec(), kinds.to_vec(), asked.to_vec(), sheets.to_vec()].concat();
    let all = Written { topics: topics.to_vec(), sections: vec![Section { questions, ..section() }], ..written() };
    let content = compiled(&all);
    assert_eq!(travelled(&content), content.travelling());
}

#[test]
fn every_way_to_reach_somebody_is_read_as_it_is_written() {
    let none =
        || Also { phone: String::new(), text: String::new(), email: String::new(), url: String::new(), ..also() };
    let also = vec![
        none(),
        Also { phone: "0300 123 4097".into(), ..none() },
        Also { text: "SHOUT to 85258".into(), ..none() },
        Also { text: "a message to 07860 039 967".into(), ..none() },
        Also { email: "jo@samaritans.org".into(), ..none() },
        Also { url: "https://fis.kent.gov.uk?id=7".into(), ..none() },
        also(),
    ];
    let topics = vec![Topic { supports: vec![Support { also, ..support() }], ..topic() }];
    let content = compiled(&Written { topics, ..written() });
    let read = travelled(&content);
    assert_eq!(read, content.travelling());
    let (_, support) = read.supports().next().unwrap();
    let [nobody, call, word, message, mail, web, all] = support.also.as_slice() else { panic!("{support:?}") };
    assert_eq!(nobody, &[]);
    assert_eq!(call, &[Contact::call("0300 123 4097")]);
    assert_eq!((word[0].means, word[0].word.as_str(), word[0].to.as_str()), (Means::Text, "SHOUT", "85258"));
    assert_eq!(
        (message[0].means, message[0].word.as_str(), message[0].to.as_str()),
        (Means::Text, "", "07860 039 967")
    );
    assert_eq!(mail, &[Contact::mail("jo@samaritans.org")]);
    assert_eq!(web, &[Contact::web("https://fis.kent.gov.uk?id=7")]);
    let means = every!(Means: Call, Text, Mail, Web);
    assert_eq!(all.iter().map(|contact| contact.means).collect::<Vec<_>>(), means);
    assert_eq!(means.map(|means| support.contact(means).is_some()), [true; 4]);
}

/// Texts as people of any language write them, and as a keyboard never would.
const SCRIPTS: [&str; 16] = [
    "",
    " before and after ",
    "\u{a0}\u{2003}spaces\u{2028}\u{2029}\u{85}",
    "“Quotes”, \"quotes\", \\ and <b>&amp;</b>",
    "{child} and {child’s}",
    "Ŵyl Ŷd: Cymraeg",
    "Zażółć gęślą jaźń",
    "Україна, България",
    "اُردُو اور العربية \u{200f}(\u{200e}999\u{200f})",
    "עִבְרִית",
    "বাংলা ক্ষ, ਪੰਜਾਬੀ, தமிழ், नेपाली",
    "中文，日本語、한국어",
    "Tiếng Việt: e\u{301} is no é",
    "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "\u{0}\t\r\u{b}\u{7f}\u{feff}",
    "\u{10ffff}\u{fffd}\u{e000}",
];

#[test]
fn a_text_of_any_script_is_read_as_it_is_written() {
    for text in SCRIPTS {
        let text = text.to_owned();
        let also = Also { name: text.clone(), says: text.clone(), ..also() };
        let soon = Soon { says: text.clone(), ..soon() };
        let lists = || vec![text.clone(), "between".into(), text.clone()];
        let support = Support {
            name: text.clone(),
            what: text.clone(),
            who: text.clone(),
            how: text.clone(),
            hours: text.clone(),
            one_of: lists(),
            all_of: lists(),
            questions: lists(),
            also: vec![also],
            soon: vec![soon],
            ..support()
        };
        let door = Door { title: text.clone(), text: text.clone(), open: text.clone(), skip: text.clone() };
        let choices =
            vec![choice(), Choice { id: "needs".into(), label: text.clone(), said: text.clone(), ..choice() }];
        let question = Question { text: text.clone(), help: text.clone(), why: text.clone(), choices, ..question() };
        let content = compiled(&Written {
            version: text.clone(),
            language: text.clone(),
            words: named(&[("product.name", &text), ("warning.tag", &text)]),
            sections: vec![Section { title: text.clone(), door: Some(door), questions: vec![question], ..section() }],
            topics: vec![Topic { name: text.clone(), supports: vec![support], ..topic() }],
            ..written()
        });
        assert_eq!(travelled(&content), content.clone().travelling(), "{text:?}");
        let there = Parts::of(&content, std::slice::from_ref(&text)).read();
        assert_eq!(there, Ok(content.travelling()), "{text:?} in the page");
    }
}

#[test]
fn a_line_break_in_a_text_travels_as_a_space() {
    let named = |name: &str| {
        let topics = vec![Topic { supports: vec![Support { name: name.into(), ..support() }], ..topic() }];
        compiled(&Written { topics, ..written() })
    };
    assert_eq!(travelled(&named("one\nother\n")), named("one other ").travelling());
}

#[test]
fn what_stands_in_the_page_does_not_travel_a_second_time_and_is_read_all_the_same() {
    let (_, on_page) = pages::start(&SHIPPED);
    assert!(!on_page.is_empty());
    let pages =
        [on_page.clone(), [on_page.clone(), on_page.clone()].concat(), vec!["of another content".into(), "".into()]];
    for on_page in pages {
        assert!(Parts::of(&SHIPPED, &on_page).read() == Ok(SHIPPED.clone().travelling()));
    }
    let saved: usize = on_page.iter().map(String::len).sum();
    let (all, rest) = (Parts::of(&SHIPPED, &[]).weight(), Parts::of(&SHIPPED, &on_page).weight());
    assert!(rest + saved / 2 < all, "{rest} of {all} bytes, {saved} of them in the page");
}

#[test]
fn a_page_in_which_a_text_is_missing_is_not_taken_for_another() {
    let (_, mut on_page) = pages::start(&SHIPPED);
    let parts = Parts::of(&SHIPPED, &on_page);
    on_page.pop();
    assert_eq!(Parts { on_page, ..parts.clone() }.read(), Err(Refused::Broken));
    assert_eq!(Parts { on_page: Vec::new(), ..parts }.read(), Err(Refused::Broken));
}

/// What a few words and a few of everything weigh is little: every byte of it can be spoilt.
static SMALL: LazyLock<Content> = LazyLock::new(|| compiled(&after_nothing()));

#[track_caller]
fn is_refused_wherever_it_is_cut(content: &Content, step: usize) {
    let (_, on_page) = pages::start(content);
    let parts = Parts::of(content, &on_page);
    for (place, part) in parts.four.iter().enumerate() {
        for end in (0..part.len()).rev().step_by(step) {
            let cut = parts.with(place, part[..end].to_vec()).read();
            assert!(cut.is_err(), "part {place} is taken with {end} of {} bytes", part.len());
        }
        let more = |more: u8| parts.with(place, [part.as_slice(), &[more]].concat()).read();
        assert!([0, 1, b'\n', b'a'].map(more).iter().all(Result::is_err), "part {place} is taken with a byte more");
    }
}

#[test]
fn a_part_that_is_cut_at_any_byte_is_refused() {
    is_refused_wherever_it_is_cut(&SMALL, 1);
    is_refused_wherever_it_is_cut(&SHIPPED, 997);
}

/// How one byte becomes another.
const SPOILT: [fn(u8) -> u8; 7] =
    [|byte| byte ^ 1, |byte| byte ^ 0x80, |byte| byte.wrapping_add(1), |_| 0, |_| 1, |_| b'\n', |_| 0xff];

/// How many of the parts that were spoilt are taken all the same, and how many are refused.
fn spoilt(content: &Content, step: usize) -> (usize, usize) {
    let (_, on_page) = pages::start(content);
    let parts = Parts::of(content, &on_page);
    let (mut taken, mut refused) = (0, 0);
    for (place, part) in parts.four.iter().enumerate() {
        for at in (0..part.len()).step_by(step) {
            for spoil in SPOILT {
                let mut other = part.clone();
                other[at] = spoil(part[at]);
                match parts.with(place, other).read() {
                    Ok(content) => {
                        is_used(&content);
                        taken += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
    }
    (taken, refused)
}

#[test]
fn a_part_with_any_byte_changed_is_refused_or_does_no_harm() {
    let (taken, refused) = spoilt(&SMALL, 1);
    assert!(taken > 100 && refused > 100, "{taken} taken, {refused} refused");
}

#[test]
fn a_part_of_the_shipped_content_with_any_byte_changed_is_refused_or_does_no_harm() {
    let (taken, refused) = spoilt(&SHIPPED, 9_973);
    assert!(taken > 10 && refused > 10, "{taken} taken, {refused} refused");
}

/// A number as it travels: seven bits a byte, the lowest first.
fn seven_bits_a_byte(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// The numbers of a part, which stand before its lines, and its lines.
fn numbers_and_lines(part: &[u8]) -> (Vec<u32>, &[u8]) {
    let mut numbers: Vec<u32> = Vec::new();
    let (mut at, mut end, mut bits) = (0, part.len(), 0);
    let mut number = 0;
    while at < end {
        number |= u32::from(part[at] & 0x7f) << bits;
        bits += 7;
        if part[at] < 0x80 {
            // The first says how many bytes the others are.
            if end == part.len() && numbers.is_empty() {
                end = at + 1 + number as usize;
            }
            numbers.push(number);
            (number, bits) = (0, 0);
        }
        at += 1;
    }
    numbers.remove(0);
    (numbers, &part[end..])
}

fn part_of(numbers: &[u32], lines: &[u8]) -> Vec<u8> {
    let numbers: Vec<u8> = numbers.iter().flat_map(|&number| seven_bits_a_byte(number)).collect();
    [seven_bits_a_byte(u32::try_from(numbers.len()).unwrap()), numbers, lines.to_vec()].concat()
}

#[test]
fn a_number_of_a_part_that_is_larger_than_anything_is_refused_or_does_no_harm() {
    let parts = Parts::of(&SMALL, &[]);
    let mut taken = 0;
    for (place, part) in parts.four.iter().enumerate() {
        let (numbers, lines) = numbers_and_lines(part);
        assert_eq!(&part_of(&numbers, lines), part);
        for at in 0..numbers.len() {
            for large in [2, 3, 7, 0xff, 0xffff, 0x1_0000, 0x1_0001, 0x7fff_ffff, 0x8000_0000, u32::MAX - 1, u32::MAX] {
                let mut other = numbers.clone();
                other[at] = large;
                if let Ok(content) = parts.with(place, part_of(&other, lines)).read() {
                    is_used(&content);
                    taken += 1;
                }
            }
        }
    }
    assert!(taken > 100, "{taken} taken");
}

/// Other content, of its own version or of the same.
fn other(version: &str) -> Content {
    let more = Question { id: "more".into(), ask_when: Vec::new(), ask_unless: Vec::new(), ..question() };
    let sections = vec![Section { questions: vec![question(), more], ..section() }];
    let topics = vec![Topic { supports: vec![support(), Support { id: "more".into(), ..support() }], ..topic() }];
    compiled(&Written { version: version.into(), sections, topics, ..written() })
}

#[test]
fn a_part_of_another_version_is_refused_and_what_is_right_may_still_come() {
    let (own, other) = (compiled(&written()), other("another"));
    let (right, wrong) = (Parts::of(&own, &[]), Parts::of(&other, &[]));
    for place in 0..4 {
        assert_eq!(right.with(place, wrong.four[place].clone()).read(), Err(Refused::Other), "part {place}");
    }
    let content = wire::read(&right.four[0], &right.four[1]).unwrap();
    let before = content.clone();
    for (catalogue, texts) in [(&wrong, &wrong), (&wrong, &right), (&right, &wrong)] {
        assert_eq!(wire::bring(&content, &catalogue.four[2], &texts.four[3], &[]), Err(Refused::Other));
        assert!(content == before && !content.is_whole(), "nothing of it is brought");
    }
    assert_eq!(wire::bring(&content, &right.four[2], &right.four[3], &[]), Ok(()));
    assert_eq!(content, own.travelling());
}

#[test]
fn what_is_said_of_more_or_less_than_there_is_is_refused() {
    let (own, other) = (compiled(&written()), other(&written().version));
    let (right, wrong) = (Parts::of(&own, &[]), Parts::of(&other, &[]));
    assert!(wrong.read().is_ok());
    for place in [0, 1, 2, 3] {
        assert_eq!(right.with(place, wrong.four[place].clone()).read(), Err(Refused::Broken), "part {place}");
    }
    let closed = Written { sections: vec![Section { door: None, ..section() }], ..written() };
    let closed = Parts::of(&compiled(&closed), &[]);
    assert_eq!(right.with(1, closed.four[1].clone()).read(), Err(Refused::Broken), "a door of which nothing is said");
    assert_eq!(closed.with(1, right.four[1].clone()).read(), Err(Refused::Broken), "something is said of no door");
}

#[test]
fn what_is_brought_twice_is_taken_once() {
    let (own, other) = (compiled(&written()), other(&written().version));
    let right = Parts::of(&own, &[]);
    let content = right.read().unwrap();
    let offered = wire::offered_texts(&other, &[]);
    assert_eq!(wire::bring(&content, &wire::offered(&other), &offered, &[]), Ok(()));
    assert_eq!(content, own.travelling());
}

#[test]
fn a_part_of_another_format_or_in_the_place_of_another_is_refused() {
    let right = Parts::of(&SMALL, &[]);
    for place in 0..4 {
        let mut part = right.four[place].clone();
        let at = part.windows(10).position(|bytes| bytes == b"signpost 5").unwrap();
        part[at + 9] = b'9';
        assert_eq!(right.with(place, part).read(), Err(Refused::Other), "part {place}");
        for other in (0..4).filter(|other| *other != place) {
            assert!(right.with(place, right.four[other].clone()).read().is_err(), "part {other} for {place}");
        }
        for nothing in [b"".as_slice(), b"{}", b"<!doctype html><title>404</title>", &[0; 64], &[0xff; 64]] {
            assert!(right.with(place, nothing.to_vec()).read().is_err(), "part {place}: {nothing:?}");
        }
    }
}

#[test]
fn the_same_catalogue_with_other_texts_is_another_language() {
    let welsh = |text: &str| format!("{text} (Cymraeg)");
    let support = Support { name: welsh("name"), what: welsh("what"), ..support() };
    let other = Written {
        language: "cy".into(),
        words: named(&[("product.name", "Cymraeg"), ("warning.tag", "Gofynnwch.")]),
        topics: vec![Topic { name: welsh("name"), supports: vec![support], ..topic() }],
        ..written()
    };
    let (english, welsh) = (compiled(&written()), compiled(&other));
    let (parts, others) = (Parts::of(&english, &[]), Parts::of(&welsh, &[]));
    assert_eq!([&parts.four[0], &parts.four[2]], [&others.four[0], &others.four[2]]);
    let read = parts.with(1, others.four[1].clone()).with(3, others.four[3].clone()).read();
    assert_eq!(read, Ok(welsh.travelling()));
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
fn every_word_that_the_widget_speaks_travels_and_what_authors_call_conditions_does_not() {
    let read = travelled(&SHIPPED);
    let keys = include_str!("../../core/src/texts/words.rs");
    let spoken = spoken();
    assert!(spoken.len() > 100, "{} words", spoken.len());
    for name in spoken.iter().filter(|name| !name.is_empty()) {
        let key = keys.split(&format!("    {name} = \"")).nth(1).and_then(|rest| rest.split('"').next());
        if key.is_some_and(|key| COUNTED.iter().any(|counted| counted.name == key)) {
            continue;
        }
        let key = key.and_then(WordKey::named).unwrap_or_else(|| panic!("no word {name}"));
        assert_ne!(read.texts.words.get(key), "", "{name} does not travel");
    }
    let years = |many: u32| read.texts.counted(key::AGE_YEARS, many, &[("number", &many.to_string())]);
    assert_eq!([years(1), years(2)], ["1 year", "2 years"]);
    assert_eq!(read.supports().count(), SHIPPED.supports().count());
    assert!(SHIPPED.conditions().all(|(_, condition)| !condition.name.is_empty()));
    assert!(read.conditions().all(|(_, condition)| condition.name.is_empty()));
}

#[test]
fn what_travels_is_less_than_what_was_written() {
    let draft = check::check(&Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap()).0;
    let written = serde_json::to_string(&build::written(&draft)).unwrap();
    let weight = Parts::of(&SHIPPED, &[]).weight();
    assert!(weight < written.len() * 9 / 10, "{weight} of {} bytes", written.len());
}
