//! What holds for every family, tried on the shipped content with families that nobody thought of.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use common::parts::{Parts, is_used};
use proptest::prelude::*;
use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::source::files::Files;
use signpost_core::catalogue::{About, Kind, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::json::Json;
use signpost_core::judge::{Judge, Outline, Truth, Verdict};
use signpost_core::plan::{Kept, Plan};
use signpost_core::record::{self, Loaded};
use signpost_core::time::{Day, Month, Today};
use signpost_core::visit::{Event, Page, Visit};
use signpost_core::written::Written;

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let files = Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let (draft, _) = check::check(&files);
    build::written(&draft)
});
static CONTENT: LazyLock<Content> = LazyLock::new(|| WRITTEN.clone().content().0);

/// Everything that travels.
static PARTS: LazyLock<Parts> = LazyLock::new(|| Parts::of(&CONTENT, &[]));

/// One answer of a random family: about the how-manieth child, to which question, and what.
#[derive(Clone, Debug)]
struct Said {
    child: usize,
    question: usize,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Ticks(Vec<usize>),
    Month(i32),
    Text(String),
    Skip,
    PreferNotToSay,
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => prop::collection::vec(0..25_usize, 1..4).prop_map(What::Ticks),
        3 => (-9..300_i32).prop_map(What::Month),
        1 => ".{0,40}".prop_map(What::Text),
        1 => Just(What::Skip),
        1 => Just(What::PreferNotToSay),
    ]
}

fn said() -> impl Strategy<Value = Said> {
    let question = prop_oneof![1 => Just(born_index()), 8 => 0..CONTENT.questions().count()];
    (0..4_usize, question, what()).prop_map(|(child, question, what)| Said { child, question, what })
}

fn born_index() -> usize {
    CONTENT.born().map_or(0, |born| born.index())
}

fn today() -> impl Strategy<Value = Day> {
    (2026..2028_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

/// That day, by a clock that is believed.
fn at(day: Day, minute: i64) -> Today {
    Today { day, minute: Some(minute) }
}

/// JSON as a browser reads it.
fn json(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().map(tree)
}

fn tree(value: serde_json::Value) -> Json {
    match value {
        serde_json::Value::Null => Json::Null,
        serde_json::Value::Bool(flag) => Json::Flag(flag),
        serde_json::Value::Number(number) => number.as_i64().map_or(Json::Null, Json::Whole),
        serde_json::Value::String(text) => Json::Text(text),
        serde_json::Value::Array(values) => Json::List(values.into_iter().map(tree).collect()),
        serde_json::Value::Object(members) => {
            Json::Object(members.into_iter().map(|(name, value)| (name, tree(value))).collect())
        }
    }
}

fn sayings() -> impl Strategy<Value = Vec<Said>> {
    prop::collection::vec(said(), 0..50)
}

fn family(children: usize, sayings: &[Said], today: Day) -> Answers {
    let mut answers = Answers::without_children();
    for number in 0..children {
        if let Some(key) = answers.add_child() {
            answers.name_child(key, &format!("Child {number}"));
        }
    }
    for said in sayings {
        say(&mut answers, said, today);
    }
    answers
}

fn say(answers: &mut Answers, said: &Said, today: Day) {
    if let Some((who, answer)) = answer_of(answers, said, today) {
        let (question, _) = CONTENT.questions().nth(said.question).unwrap();
        answers.set(&CONTENT, question, who, Some(answer));
    }
}

fn answer_of(answers: &Answers, said: &Said, today: Day) -> Option<(Who, Answer)> {
    let (_, question) = CONTENT.questions().nth(said.question)?;
    let everyone = answers.everyone(question.about);
    let who = *everyone.get(said.child % everyone.len().max(1))?;
    let answer = match (&said.what, question.kind) {
        (What::Skip, _) => Answer::Skipped,
        (What::PreferNotToSay, _) => Answer::PreferNotToSay,
        (What::Month(ago), Kind::Month) => Answer::Month(today.month().plus(-ago)),
        (What::Text(text), Kind::Text) => Answer::Text(text.clone()),
        (What::Ticks(ticks), _) if !question.choices.is_empty() => {
            let wanted = if question.kind == Kind::Many { ticks.as_slice() } else { &ticks[..1] };
            Answer::Ticked(wanted.iter().map(|tick| question.choices[tick % question.choices.len()]).collect())
        }
        _ => return None,
    };
    Some((who, answer))
}

/// What can happen to the answers of a visit.
#[derive(Clone, Debug)]
enum Step {
    Say(Said),
    TakeBack(Said),
    AddChild,
    RemoveChild(usize),
    Sleep(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => said().prop_map(Step::Say),
        4 => said().prop_map(Step::TakeBack),
        1 => Just(Step::AddChild),
        1 => (0..4_usize).prop_map(Step::RemoveChild),
        1 => (1..=28_u8).prop_map(Step::Sleep),
    ]
}

fn take(answers: &mut Answers, today: &mut Day, step: &Step) {
    match step {
        Step::Say(said) => say(answers, said, *today),
        Step::TakeBack(said) => take_back(answers, said),
        Step::AddChild => drop(answers.add_child()),
        Step::RemoveChild(number) => {
            let key = answers.children().get(*number).map(|child| child.key);
            key.into_iter().for_each(|key| answers.remove_child(key));
        }
        Step::Sleep(day) => *today = Day::new(2027, 3, *day).unwrap(),
    }
}

fn take_back(answers: &mut Answers, said: &Said) {
    let (question, asked) = CONTENT.questions().nth(said.question).unwrap();
    for who in answers.everyone(asked.about) {
        answers.set(&CONTENT, question, who, None);
    }
}

/// A family as a person would write it down: what a failing test shows.
fn told(answers: &Answers) -> String {
    let mut text = String::new();
    for (id, question) in CONTENT.questions() {
        for who in answers.everyone(question.about) {
            if let Some(answer) = answers.get(&CONTENT, id, who) {
                let words = match answer {
                    Answer::Ticked(ticks) => {
                        ticks.iter().map(|&tick| CONTENT.choice(tick).name.clone()).collect::<Vec<_>>().join(", ")
                    }
                    other => format!("{other:?}"),
                };
                let _ = writeln!(text, "{who:?} {}: {words}", question.name);
            }
        }
    }
    text
}

fn targeted(answers: &Answers, today: Day) -> Vec<(SupportId, Who)> {
    let plan = Plan::of(&CONTENT, answers, today);
    let mut offers: Vec<_> =
        plan.offers().filter(|it| !CONTENT.support(it.support).is_universal()).map(|it| (it.support, it.who)).collect();
    offers.sort();
    offers
}

fn universal(answers: &Answers, today: Day) -> Vec<(SupportId, Who)> {
    let plan = Plan::of(&CONTENT, answers, today);
    let mut offers: Vec<_> =
        plan.offers().filter(|it| CONTENT.support(it.support).is_universal()).map(|it| (it.support, it.who)).collect();
    offers.sort();
    offers
}

fn names(offers: &[(SupportId, Who)]) -> Vec<String> {
    offers.iter().map(|(support, who)| format!("{} {who:?}", CONTENT.support(*support).name)).collect()
}

/// The same family, with their children told in the opposite order.
fn turned(told: &Answers) -> Answers {
    let mut turned = Answers::without_children();
    for child in told.children().iter().rev() {
        turned.add_child().into_iter().for_each(|key| turned.name_child(key, &child.name));
    }
    for (id, question) in CONTENT.questions() {
        for who in told.everyone(question.about) {
            let answer = told.get(&CONTENT, id, who).cloned();
            turned.set(&CONTENT, id, mirrored(told, &turned, who), answer);
        }
    }
    turned
}

/// The same child, or the family, among answers whose children stand in the opposite order.
fn mirrored(from: &Answers, to: &Answers, who: Who) -> Who {
    let own = from.everyone(About::Child).into_iter().position(|child| child == who);
    own.map_or(who, |index| to.everyone(About::Child)[to.children().len() - 1 - index])
}

/// What is offered, to whom, from when, and what one more answer would decide, in no order.
fn offered(plan: &Plan, named: impl Fn(Who) -> Who) -> BTreeSet<String> {
    let offers = plan.offers().map(|it| {
        let start = format!("{:?} {}", it.because.start, it.because.ends_this_month);
        format!("{} {:?} {start}", CONTENT.support(it.support).name, named(it.who))
    });
    let possible =
        plan.possible.iter().map(|it| format!("{} {:?} perhaps", CONTENT.support(it.support).name, named(it.who)));
    offers.chain(possible).collect()
}

fn is_offered_tagged(answers: &Answers, today: Day, tag: &str) -> Vec<String> {
    let supports = WRITTEN.topics.iter().flat_map(|topic| &topic.supports);
    let tagged: BTreeSet<&String> =
        supports.filter(|support| support.tags.iter().any(|it| it == tag)).map(|support| &support.id).collect();
    assert!(!tagged.is_empty(), "no support has the tag {tag}");
    let plan = Plan::of(&CONTENT, answers, today);
    let offered = plan.offers().map(|offer| &CONTENT.support(offer.support).name);
    offered.filter(|name| tagged.contains(name)).cloned().collect()
}

/// Families for each property; `SIGNPOST_FAMILIES=5000` looks longer.
fn cases() -> u32 {
    std::env::var("SIGNPOST_FAMILIES").ok().and_then(|number| number.parse().ok()).unwrap_or(256)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn children_told_in_another_order_get_the_same_offers(children in 1..4_usize, sayings in sayings(), today in today()) {
        let told = family(children, &sayings, today);
        let turned = turned(&told);
        let there = offered(&Plan::of(&CONTENT, &turned, today), |who| mirrored(&turned, &told, who));
        prop_assert_eq!(offered(&Plan::of(&CONTENT, &told, today), |who| who), there, "{}", self::told(&told));
    }

    #[test]
    fn a_list_planned_again_is_the_list_planned_anew(children in 0..4_usize, sayings in sayings(), today in today(), steps in prop::collection::vec(step(), 1..12)) {
        let (mut answers, mut today) = (family(children, &sayings, today), today);
        let mut kept = Kept::nothing(&CONTENT).again(&answers, today);
        for step in &steps {
            take(&mut answers, &mut today, step);
            kept = kept.again(&answers, today);
            prop_assert_eq!(kept.plan(), &Plan::of(&CONTENT, &answers, today), "after {:?}\n{}", step, told(&answers));
        }
    }

    #[test]
    fn what_is_weighed_has_its_reasons(children in 0..4_usize, sayings in sayings(), today in today()) {
        let answers = family(children, &sayings, today);
        let judge = Judge::new(&CONTENT, &answers, today);
        for (_, support) in CONTENT.supports() {
            for who in answers.everyone(support.about) {
                let reasoned = match judge.rule(&support.rule, who, support.ahead) {
                    Verdict::Yes(because) => Outline { truth: Truth::Yes, pointed: !because.ticks.is_empty() },
                    Verdict::Maybe { unknown, pointed } => {
                        prop_assert!(!unknown.is_empty(), "{}\n{}", support.name, told(&answers));
                        Outline { truth: Truth::Maybe, pointed }
                    }
                    Verdict::No(_) => Outline::NO,
                };
                let weighed = judge.weigh(&support.rule, who, support.ahead);
                prop_assert_eq!(weighed, reasoned, "{}\n{}", support.name, told(&answers));
            }
        }
    }

    #[test]
    fn adding_an_unrelated_answer_changes_nothing(children in 1..4_usize, sayings in sayings(), today in today(), tick in any::<prop::sample::Index>()) {
        let before = family(children, &sayings, today);
        let mut after = before.clone();
        let question = CONTENT.question_named("str-family").unwrap();
        let choice = *tick.get(&CONTENT.question(question).choices);
        after.set(&CONTENT, question, Who::Family, Some(Answer::Ticked(vec![choice])));
        prop_assert_eq!(Plan::of(&CONTENT, &before, today), Plan::of(&CONTENT, &after, today));
    }

    #[test]
    fn a_skipped_question_never_adds_targeted_support(children in 1..4_usize, sayings in sayings(), today in today(), question in 0..CONTENT.questions().count()) {
        let before = family(children, &sayings, today);
        let (id, asked) = CONTENT.questions().nth(question).unwrap();
        for who in before.everyone(asked.about) {
            if before.get(&CONTENT, id, who).is_none() {
                for unknown in [Answer::Skipped, Answer::PreferNotToSay] {
                    let mut after = before.clone();
                    after.set(&CONTENT, id, who, Some(unknown));
                    prop_assert_eq!(names(&targeted(&before, today)), names(&targeted(&after, today)), "{} skipped\n{}", asked.name, told(&before));
                }
            }
        }
    }

    #[test]
    fn a_list_that_was_changed_and_changed_back_is_the_list_from_before(children in 1..4_usize, sayings in sayings(), today in today(), change in said()) {
        let before = family(children, &sayings, today);
        let mut after = before.clone();
        say(&mut after, &change, today);
        let kept = Kept::nothing(&CONTENT).again(&before, today).again(&after, today).again(&before, today);
        prop_assert_eq!(kept.plan(), &Plan::of(&CONTENT, &before, today), "{:?}\n{}", change, told(&before));
    }

    #[test]
    fn one_childs_answers_never_move_another_childs_offers(sayings in sayings(), today in today(), changes in prop::collection::vec(said(), 1..6)) {
        let before = family(2, &sayings, today);
        let mut after = before.clone();
        let second = before.children()[1].key;
        for change in &changes {
            if let Some((Who::Child(_), answer)) = answer_of(&before, change, today) {
                let (id, _) = CONTENT.questions().nth(change.question).unwrap();
                after.set(&CONTENT, id, Who::Child(second), Some(answer));
            }
        }
        let first = Who::Child(before.children()[0].key);
        let own = |answers: &Answers| names(&targeted(answers, today).into_iter().filter(|(_, who)| *who == first).collect::<Vec<_>>());
        prop_assert_eq!(own(&before), own(&after), "before:\n{}\nafter:\n{}", told(&before), told(&after));
    }

    #[test]
    fn universal_offers_never_depend_on_a_sensitive_answer(children in 0..4_usize, sayings in sayings(), today in today()) {
        let answers = family(children, &sayings, today);
        prop_assert_eq!(universal(&answers, today), universal(&answers.without_confided(), today));
    }

    #[test]
    fn every_family_has_universal_support_and_the_urgent_box(children in 0..4_usize, sayings in sayings(), today in today()) {
        let plan = Plan::of(&CONTENT, &family(children, &sayings, today), today);
        prop_assert_eq!(plan.urgent.len(), CONTENT.supports().filter(|(_, support)| support.urgent).count());
        prop_assert!(plan.offers().any(|offer| CONTENT.support(offer.support).is_universal()));
    }

    #[test]
    fn no_family_without_public_funds_is_offered_a_public_fund(children in 1..4_usize, sayings in sayings(), today in today(), which in 0..2_usize) {
        let mut answers = family(children, &sayings, today);
        let tick = CONTENT.choice_named(["f-immigration.nrpf", "f-immigration.seeking-asylum"][which]).unwrap();
        answers.set(&CONTENT, CONTENT.choice(tick).question, Who::Family, Some(Answer::Ticked(vec![tick])));
        // Somebody else at home may claim only where the parent says so: that is told elsewhere.
        if let Some(who) = CONTENT.question_named("f-immigration-who") {
            answers.set(&CONTENT, who, Who::Family, None);
        }
        for tag in ["public-fund", "public-fund-now", "one-may-claim"] {
            prop_assert_eq!(is_offered_tagged(&answers, today, tag), Vec::<String>::new(), "{}", told(&answers));
        }
    }

    #[test]
    fn nobody_who_is_not_safe_is_offered_couple_work(children in 1..4_usize, sayings in sayings(), today in today(), which in 0..3_usize) {
        let mut answers = family(children, &sayings, today);
        let tick = CONTENT.choice_named(["f-safe.no", "f-safe.not-always", "f-safe.my-behaviour"][which]).unwrap();
        answers.set(&CONTENT, CONTENT.choice(tick).question, Who::Family, Some(Answer::Ticked(vec![tick])));
        prop_assert_eq!(is_offered_tagged(&answers, today, "couple-work"), Vec::<String>::new(), "{}", told(&answers));
    }

    #[test]
    fn saved_and_loaded_equals_itself(children in 0..4_usize, sayings in sayings(), today in today(), minute in 0..3_000_000_i64) {
        let plain = family(children, &sayings, today).without_confided();
        let visit = Visit { answers: plain, ..Visit::default() };
        let text = record::write(&visit, &CONTENT, at(today, minute));
        let Loaded::Loaded(loaded) = record::read(&text, json, &CONTENT, at(today, minute)) else { panic!("{text}") };
        prop_assert_eq!(told(&loaded.answers), told(&visit.answers));
        prop_assert_eq!(record::write(&loaded, &CONTENT, at(today, minute)), text);
    }

    #[test]
    fn a_sensitive_answer_is_neither_kept_nor_on_the_sheet(children in 1..4_usize, sayings in sayings(), today in today()) {
        let answers = family(children, &sayings, today);
        let visit = Visit { answers: answers.clone(), ..Visit::default() };
        let plain = Visit { answers: answers.without_confided(), ..Visit::default() };
        prop_assert_eq!(record::write(&visit, &CONTENT, at(today, 0)), record::write(&plain, &CONTENT, at(today, 0)));
        let plan = Plan::of(&CONTENT, &answers, today);
        let without = Plan::of(&CONTENT, &plain.answers, today);
        let sheet = visit.sheet_now(&CONTENT, &plan, today);
        prop_assert_eq!(sheet, plain.sheet_now(&CONTENT, &without, today), "{}", told(&answers));
    }

    #[test]
    fn any_text_at_all_loads_without_panic(text in ".{0,300}", today in today()) {
        let _ = record::read(&text, json, &CONTENT, at(today, 0));
        for place in 0..4 {
            prop_assert!(PARTS.with(place, text.clone().into_bytes()).read().is_err());
        }
    }

    #[test]
    fn any_bytes_as_a_part_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), place in 0..4_usize) {
        prop_assert!(PARTS.with(place, bytes).read().is_err());
    }

    #[test]
    fn a_part_of_which_a_piece_is_another_is_refused_or_does_no_harm(place in 0..4_usize, at in any::<prop::sample::Index>(), gone in 0..5_usize, piece in prop::collection::vec(any::<u8>(), 0..5)) {
        let mut part = PARTS.four[place].clone();
        let at = at.index(part.len());
        let end = part.len().min(at + gone);
        part.splice(at..end, piece);
        if let Ok(content) = PARTS.with(place, part).read() {
            is_used(&content);
        }
    }

    #[test]
    fn a_broken_record_loads_without_panic(children in 0..4_usize, sayings in sayings(), today in today(), place in 0..5_000_usize, letter in any::<char>()) {
        let visit = Visit { answers: family(children, &sayings, today), ..Visit::default() };
        let mut letters: Vec<char> = record::write(&visit, &CONTENT, at(today, 0)).chars().collect();
        let place = place % letters.len();
        letters[place] = letter;
        let _ = record::read(&letters.iter().collect::<String>(), json, &CONTENT, at(today, 0));
        let _ = record::read(&letters[..place].iter().collect::<String>(), json, &CONTENT, at(today, 0));
    }

    #[test]
    fn every_path_ends_at_the_list_and_leads_back_to_the_start(children in 0..4_usize, sayings in sayings(), today in today(), doors in any::<bool>()) {
        let mut visit = Visit { answers: family(children, &sayings, today), ..Visit::default() };
        for (id, section) in CONTENT.sections() {
            visit.doors.set(id, doors && section.has_door);
        }
        let mut path = visit.path(&CONTENT, today);
        (visit, path) = visit.after(&CONTENT, today, &path, Event::WentToQuestions);
        let stops = path.stops().count();
        for _ in 0..stops {
            (visit, path) = visit.after(&CONTENT, today, &path, Event::WentOn);
        }
        prop_assert_eq!(visit.place.page, Page::List);
        for _ in 0..=stops {
            (visit, path) = visit.after(&CONTENT, today, &path, Event::WentBack);
        }
        prop_assert_eq!(visit.place.page, Page::Start);
    }
}

#[test]
fn a_record_of_the_first_version_is_read_for_ever() {
    let record = include_str!("saved/v1.json");
    let today = Day::parse("2026-11-24").unwrap();
    let outcome = record::read(record, json, &CONTENT, at(today, 29_925_000));
    let (Loaded::Loaded(visit) | Loaded::Migrated(visit, _)) = outcome else { panic!("{outcome:?}") };
    let child = &visit.answers.children()[0];
    assert_eq!(child.name, "Ada");
    let born = child.given.get(CONTENT.born().unwrap());
    assert_eq!(born, Some(&Answer::Month(Month::parse("2026-03").unwrap())));
    assert_eq!((visit.place.page, visit.marks.len()), (Page::List, 1));
}

#[test]
fn records_that_are_too_new_too_old_or_changed_are_told_apart() {
    let today = Day::parse("2026-11-24").unwrap();
    let read = |text: &str, minute| record::read(text, json, &CONTENT, at(today, minute));
    assert_eq!(read(r#"{"v":2,"minute":0}"#, 0), Loaded::TooNew);
    assert_eq!(read("{{{", 0), Loaded::Corrupt);
    assert_eq!(read(r#"{"v":1}"#, 0), Loaded::Corrupt);
    let visit = Visit::default();
    let text = record::write(&visit, &CONTENT, at(today, 1_000_000));
    assert!(matches!(read(&text, 1_000_000 + 7 * 24 * 60 - 1), Loaded::Loaded(_)));
    assert_eq!(read(&text, 1_000_000 + 7 * 24 * 60), Loaded::Expired);
    assert!(matches!(read(&text, 1_000_000 - 3 * 24 * 60), Loaded::Loaded(_)), "a clock that was set back");
    let gone = r#"{"v":1,"minute":0,"family":{"goals":["sleep","gone"],"no-such":["a"]},"children":[]}"#;
    let Loaded::Migrated(_, lost) = read(gone, 0) else { panic!("not migrated") };
    assert_eq!(lost, ["goals.gone", "no-such"]);
}
