//! What is pressing stands first, what is wanted is lifted, what may harm is warned of, what is private stays off paper,
//! and what belongs together shares a screen.

use std::sync::LazyLock;

use signpost_core::catalogue::{SheetPart, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, ChildKey, Who};
use signpost_core::judge::{Asking, Judge};
use signpost_core::path::{Doors, Path, Stop};
use signpost_core::plan::{GroupKind, Kept, Offer, Plan};
use signpost_core::record;
use signpost_core::speech::Speaker;
use signpost_core::time::{Day, Month, Today};
use signpost_core::visit::{Event, Page, Visit};

use crate::family::json;

static PRESSING: LazyLock<Content> = LazyLock::new(|| {
    let (content, problems) = crate::family::written(include_str!("pressing.json")).content();
    assert_eq!(problems, [""; 0], "pressing.json");
    content
});

fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn support(name: &str) -> SupportId {
    PRESSING.support_named(name).unwrap()
}

/// A family with as many children as `born` has months, and these ticks; `2: needs.sleep` is about the second child.
fn family(born: &[&str], ticks: &str) -> Answers {
    let mut answers = Answers::without_children();
    let keys: Vec<ChildKey> = born.iter().filter_map(|_| answers.add_child()).collect();
    let question = PRESSING.born().unwrap();
    for (key, month) in keys.iter().zip(born) {
        answers.set(&PRESSING, question, Who::Child(*key), Month::parse(month).map(Answer::Month));
    }
    for tick in ticks.split_whitespace() {
        let (who, name) = match tick.split_once(':') {
            Some((number, name)) => (Who::Child(keys[number.parse::<usize>().unwrap() - 1]), name),
            None => (Who::Family, tick),
        };
        let choice = PRESSING.choice_named(name).unwrap_or_else(|| panic!("no choice {name}"));
        let question = PRESSING.choice(choice).question;
        let mut ticked = match answers.get(&PRESSING, question, who) {
            Some(Answer::Ticked(ticked)) => ticked.clone(),
            _ => Vec::new(),
        };
        ticked.push(choice);
        answers.set(&PRESSING, question, who, Some(Answer::Ticked(ticked)));
    }
    answers
}

fn list(answers: &Answers) -> String {
    let plan = Plan::of(&PRESSING, answers, today());
    let group = |kind: GroupKind| match kind {
        GroupKind::Soon => "soon",
        GroupKind::Wanted => "wanted",
        GroupKind::Children => "children",
        GroupKind::Child(_) => "child",
        GroupKind::Universal => "universal",
        _ => "family",
    };
    let names = |group: &signpost_core::plan::Group| {
        group.cards().map(|card| PRESSING.support(card[0].support).name.clone()).collect::<Vec<_>>().join(", ")
    };
    plan.groups.iter().map(|it| format!("{}: {}", group(it.kind), names(it))).collect::<Vec<_>>().join(" | ")
}

fn says(answers: &Answers, name: &str) -> Vec<String> {
    let plan = Plan::of(&PRESSING, answers, today());
    let offers = plan.offers().filter(|offer| offer.support == support(name));
    let soon = offers.filter_map(|offer| PRESSING.texts.support(offer.support).soon.get(offer.soon?));
    soon.cloned().collect()
}

#[test]
fn a_danger_stands_before_every_clock_and_the_shortest_clock_before_longer_ones() {
    let told = family(&[], "trouble.letter trouble.no-food trouble.excluded goals.calm");
    assert_eq!(
        list(&told),
        "soon: food, exclusion, appeal | wanted: calm-club | family: benefit | universal: hub, pta"
    );
}

#[test]
fn of_several_cases_the_most_pressing_one_is_said() {
    assert_eq!(says(&family(&[], "trouble.letter trouble.no-food"), "food"), ["Today."]);
    assert_eq!(says(&family(&[], "trouble.letter"), "food"), ["In two months."]);
}

#[test]
fn where_nothing_is_pressing_there_is_no_such_group() {
    assert_eq!(list(&family(&[], "")), "universal: pta, hub");
}

#[test]
fn a_skipped_question_makes_nothing_pressing() {
    let told = family(&["2026-09"], "1:needs.sleep");
    assert_eq!(list(&told), "child: nights | universal: pta, hub, crying");
}

#[test]
fn a_support_stands_once_and_says_of_whom_it_is_pressing() {
    let told = family(&["2018-01", "2019-01"], "1:needs.sleep 2:needs.sleep 2:needs.school");
    assert_eq!(list(&told), "soon: nights | universal: pta, hub");
    let plan = Plan::of(&PRESSING, &told, today());
    let soon: Vec<bool> = plan.groups[0].offers.iter().map(|offer| offer.soon.is_some()).collect();
    assert_eq!(soon, [false, true]);
    let speaker = Speaker::new(&PRESSING, &told);
    let said = |offers: &[Offer]| speaker.on_one_card(offers, |offer| speaker.soon(offer));
    assert_eq!(said(&plan.groups[0].offers), ["For child 2: Child 2 first."]);
    assert_eq!(said(&plan.groups[0].offers[1..]), ["Child 2 first."]);
}

#[test]
fn what_is_so_for_everyone_on_a_card_is_said_once_and_names_nobody() {
    let told = family(&["2018-01", "2019-01", "2020-01"], "1:needs.sleep 2:needs.sleep 3:needs.sleep");
    let plan = Plan::of(&PRESSING, &told, today());
    let speaker = Speaker::new(&PRESSING, &told);
    let offers: Vec<Offer> = plan.offers().filter(|offer| offer.support == support("nights")).cloned().collect();
    assert_eq!(speaker.on_one_card(&offers, |_| Some("From May".to_owned())), ["From May"]);
    let unless_first = |offer: &Offer| Some(if offer.who == offers[0].who { "Now" } else { "From May" }.to_owned());
    assert_eq!(speaker.on_one_card(&offers, unless_first), ["For child 1: Now", "For child 2 and child 3: From May"]);
}

#[test]
fn what_was_confided_moves_a_card_on_the_screen_and_never_on_paper() {
    let told = family(&["2026-09"], "1:worry.yes");
    assert_eq!(list(&told), "soon: crying | universal: pta, hub");
    let sheet = |answers: Answers| {
        let plan = Plan::of(&PRESSING, &answers, today());
        (Visit { answers, ..Visit::default() }).sheet_now(&PRESSING, &plan, today())
    };
    let printed = sheet(told.clone());
    assert!(printed.supports.iter().all(|chosen| chosen.soon.is_none()));
    assert_eq!(printed, sheet(told.without_confided()), "not even the order tells of it");
}

#[test]
fn only_a_question_that_lifts_moves_support_for_every_family() {
    assert_eq!(list(&family(&[], "goals.calm")), "universal: hub, pta");
    let told = family(&[], "join-in.help-out");
    assert_eq!(list(&told), "wanted: pta | universal: hub");
    let plan = Plan::of(&PRESSING, &told, today());
    let speaker = Speaker::new(&PRESSING, &told);
    assert_eq!(speaker.reasons(&plan.groups[0].offers[0]), ["You would like to help out"]);
}

#[test]
fn a_fund_is_hidden_unless_somebody_surely_may_claim_and_warns_unless_the_parent_surely_may() {
    for (visa, offered, warned) in [
        ("", true, true),
        ("visa.none", true, false),
        ("visa.no-funds", false, false),
        ("visa.no-funds visa.partner-may", true, true),
        ("visa.partner-may", true, true),
    ] {
        let plan = Plan::of(&PRESSING, &family(&[], &format!("trouble.letter {visa}")), today());
        let offer = plan.offers().find(|offer| offer.support == support("benefit"));
        assert_eq!(offer.is_some(), offered, "{visa}");
        assert_eq!(
            offer.is_some_and(|offer| offer.warnings == [PRESSING.warning_named("warning.visa").unwrap()]),
            warned,
            "{visa}"
        );
    }
}

#[test]
fn a_plan_made_again_is_the_plan_made_anew_whatever_changed() {
    let told = [
        "",
        "trouble.letter",
        "trouble.letter visa.none",
        "trouble.letter visa.no-funds visa.partner-may",
        "trouble.letter join-in.help-out",
        "trouble.no-food 1:needs.sleep",
        "1:needs.sleep 1:needs.school 1:worry.yes",
    ];
    for before in told {
        for after in told {
            let (one, other) = (family(&["2026-09"], before), family(&["2026-09"], after));
            let again = Kept::nothing(&PRESSING).again(&one, today()).again(&other, today()).into_plan();
            assert_eq!(again, Plan::of(&PRESSING, &other, today()), "from {before:?} to {after:?}");
        }
    }
}

#[test]
fn a_private_choice_has_a_sentence_of_its_own_that_is_off_until_the_parent_ticks_it() {
    let told = family(&["2018-01"], "1:needs.sleep 1:needs.identity");
    let mut visit = Visit { answers: told, ..Visit::default() };
    let sheet = |visit: &Visit| {
        let plan = Plan::of(&PRESSING, &visit.answers, today());
        visit.sheet_now(&PRESSING, &plan, today())
    };
    let on = |visit: &Visit| {
        let sheet = sheet(visit);
        let part = sheet.block_on(SheetPart::Needs).unwrap();
        let speaker = Speaker::new(&PRESSING, &visit.answers);
        part.sentences_on().map(|sentence| speaker.sentence(sentence)).collect::<Vec<_>>().join(" / ")
    };
    assert_eq!(on(&visit), "For your child: Sleep");
    assert!(sheet(&visit).supports.iter().any(|it| it.support == support("nights") && it.private && !it.on));
    let ids: Vec<_> = sheet(&visit).sentences().map(|sentence| sentence.id).collect();
    for (id, is_on) in [(ids[1], true), (ids[0], false)] {
        let path = visit.path(&PRESSING, today());
        let set = Event::SheetSentencesSet(sheet(&visit).with_set(id, is_on), None);
        visit = visit.after(&PRESSING, today(), &path, set).0;
    }
    assert_eq!(on(&visit), "For your child: Who they are");
    let now = Today { day: today(), minute: Some(1) };
    let record::Loaded::Loaded(loaded) = record::read(&record::write(&visit, &PRESSING, now), json, &PRESSING, now)
    else {
        panic!("what was written is read");
    };
    assert_eq!(loaded.sheet, visit.sheet);
}

#[test]
fn what_is_asked_with_the_name_counts_before_everything_and_its_screen_is_that_of_the_children() {
    let (unborn, born) = (family(&["2027-02"], ""), family(&["2020-02"], ""));
    let path = |answers: &Answers| {
        let judge = Judge::new(&PRESSING, answers, today());
        Path::of(&PRESSING, answers, &Doors::default(), &judge)
    };
    let names = |path: &Path| {
        path.questions().map(|asking| PRESSING.question(asking.question).name.clone()).collect::<Vec<_>>().join(" ")
    };
    let rest = "trouble visa goals join-in";
    assert_eq!(names(&path(&unborn)), format!("born needs worry {rest}"), "nobody asks what an unborn child likes");
    assert_eq!(names(&path(&born)), format!("born likes knows needs worry {rest}"));
    let path = path(&born);
    let asking =
        |name| Asking { question: PRESSING.question_named(name).unwrap(), who: Who::Child(born.children()[0].key) };
    assert_eq!(path.stop_of(asking("born")), Some(Stop::Children));
    assert_eq!(path.stop_of(asking("knows")), Some(Stop::Question(asking("likes"))), "they share a screen");
    assert_eq!(path.asks(Stop::Question(asking("likes"))), [asking("likes"), asking("knows")]);
}

#[test]
fn going_to_a_question_that_shares_a_screen_leads_to_that_screen_and_skipping_it_skips_all() {
    let born = family(&["2020-02"], "");
    let who = Who::Child(born.children()[0].key);
    let asking = |name| Asking { question: PRESSING.question_named(name).unwrap(), who };
    let visit = Visit { answers: born, ..Visit::default() };
    let tell = |visit: Visit, event: Event| {
        let path = visit.path(&PRESSING, today());
        visit.after(&PRESSING, today(), &path, event).0
    };
    let there = tell(visit, Event::WentTo(asking("knows")));
    assert_eq!(there.place.stop, Stop::Question(asking("likes")));
    let on = tell(there.clone(), Event::Skipped);
    for name in ["likes", "knows"] {
        assert_eq!(on.answers.get(&PRESSING, asking(name).question, who), Some(&Answer::Skipped), "{name}");
    }
    assert_eq!(on.place.stop, Stop::Question(asking("needs")));
    let names = tell(on, Event::WentTo(asking("born")));
    assert_eq!((names.place.page, names.place.stop), (Page::Asking, Stop::Children));
}

#[test]
fn what_is_private_of_one_child_keeps_the_card_of_both_off_paper_until_the_parent_ticks_it() {
    for ticks in ["1:needs.sleep 2:needs.identity", "1:needs.identity 2:needs.sleep"] {
        let told = family(&["2018-01", "2019-01"], ticks);
        let plan = Plan::of(&PRESSING, &told, today());
        let sheet = (Visit { answers: told, ..Visit::default() }).sheet_now(&PRESSING, &plan, today());
        let nights = sheet.supports.iter().find(|chosen| chosen.support == support("nights")).unwrap();
        assert!(nights.private && !nights.on && nights.whos.len() == 2, "{ticks}");
    }
}
