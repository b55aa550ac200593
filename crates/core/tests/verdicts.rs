//! Verdicts, path and visit on a content small enough to see through.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use signpost_core::answers::{Answer, Answers, Who};
use signpost_core::content::Content;
use signpost_core::milestone::Start;
use signpost_core::month::{Day, Month};
use signpost_core::path::Stop;
use signpost_core::plan::{GroupKind, Plan, verdict};
use signpost_core::verdict::{Asking, Judge, Verdict};
use signpost_core::visit::{Command, Event, Mark, Page, Visit};

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let (content, problems) = Content::read(include_str!("small.json"));
    assert_eq!(problems, [""; 0]);
    content
});

const TODAY: &str = "2026-11-24";

fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

/// A family with one child: answers as `question.choice`, `question skip`, `question pna` or `born 2026-03`.
fn family(said: &[&str]) -> Answers {
    let mut answers = Answers::default();
    said.iter().for_each(|saying| say(&mut answers, saying));
    answers
}

fn say(answers: &mut Answers, saying: &str) {
    let child = Who::Child(answers.children()[0].key);
    let (name, answer) = match saying.split_once(' ') {
        Some((name, "skip")) => (name, Answer::Skipped),
        Some((name, "pna")) => (name, Answer::PreferNotToSay),
        Some((name, month)) => (name, Answer::Month(Month::parse(month).unwrap())),
        None => {
            let choice = CONTENT.choice_named(saying).unwrap();
            (saying.split('.').next().unwrap(), Answer::Ticked(vec![choice]))
        }
    };
    let question = CONTENT.question_named(name).unwrap();
    let who = if name == "worry" || name == "born" || name == "asked-if-worried" { child } else { Who::Family };
    answers.set(&CONTENT, question, who, Some(answer));
}

/// "yes", "no", or "maybe" with the names of what would settle it.
fn judged(said: &[&str], support: &str) -> String {
    let answers = family(said);
    let judge = Judge::new(&CONTENT, &answers, today());
    let support = CONTENT.support(CONTENT.support_named(support).unwrap());
    let who = answers.everyone(support.about())[0];
    match verdict(&judge, support, who) {
        Verdict::Yes(_) => "yes".into(),
        Verdict::No(_) => "no".into(),
        Verdict::Maybe { unknown, .. } => {
            let names: Vec<&str> = unknown.iter().map(|it| CONTENT.question(it.question).name.as_str()).collect();
            format!("maybe {}", names.join(" "))
        }
    }
}

#[test]
fn unknown_is_neither_yes_nor_no() {
    for (said, expected) in [
        (vec![], "maybe money work"),
        (vec!["money skip", "work pna"], "maybe money work"),
        (vec!["money.tight"], "maybe work"),
        (vec!["money.fine"], "no"),
        (vec!["money.fine", "work skip"], "no"),
        (vec!["money.tight", "work.yes"], "yes"),
        (vec!["money.tight", "work.no"], "no"),
        (vec!["money.tight", "work.not-sure"], "maybe work"),
    ] {
        assert_eq!(judged(&said, "both"), expected, "{said:?}");
    }
}

#[test]
fn what_hides_hides_only_where_it_is_certain() {
    for (said, expected) in [
        (vec!["money.tight"], "yes"),
        (vec!["money.tight", "visa skip"], "yes"),
        (vec!["money.tight", "visa.not-sure"], "yes"),
        (vec!["money.tight", "visa.none"], "yes"),
        (vec!["money.tight", "visa.nrpf"], "no"),
    ] {
        assert_eq!(judged(&said, "fund"), expected, "{said:?}");
    }
}

#[test]
fn in_the_month_of_a_birthday_offering_is_generous_and_hiding_strict() {
    for (born, offered, hidden) in [
        ("2024-10", "yes", "no"),
        ("2024-11", "yes", "yes"),
        ("2024-12", "no", "yes"),
        ("2022-11", "yes", "no"),
        ("2022-10", "no", "no"),
    ] {
        let born = format!("born {born}");
        assert_eq!(judged(&[&born, "worry.sleep"], "from-two-until-four"), offered, "{born}");
        assert_eq!(judged(&[&born, "worry.sleep"], "unless-two"), hidden, "{born}");
    }
}

#[test]
fn an_age_band_must_hold_for_every_month_it_stands_for() {
    assert_eq!(judged(&["born.baby", "worry.sleep"], "from-two-until-four"), "no");
    assert_eq!(judged(&["born.two", "worry.sleep"], "from-two-until-four"), "yes");
    assert_eq!(judged(&["born.two-to-six", "worry.sleep"], "from-two-until-four"), "maybe born");
}

#[test]
fn a_universal_support_is_only_ever_ruled_out() {
    assert_eq!(judged(&[], "everyone-under-five"), "yes");
    assert_eq!(judged(&["born 2024-03"], "everyone-under-five"), "yes");
    assert_eq!(judged(&["born 2019-03"], "everyone-under-five"), "no");
}

#[test]
fn any_child_will_do() {
    assert_eq!(judged(&["money.tight", "worry.sleep"], "family-of-a-worried-child"), "yes");
    assert_eq!(judged(&["money.tight", "worry.nothing"], "family-of-a-worried-child"), "no");
    assert_eq!(judged(&["money.tight"], "family-of-a-worried-child"), "maybe worry");
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_does_not_count() {
    assert_eq!(judged(&["worry.sleep", "asked-if-worried.yes"], "after-a-branch"), "yes");
    assert_eq!(judged(&["worry.nothing", "asked-if-worried.yes"], "after-a-branch"), "no");
}

#[test]
fn an_offer_ahead_of_its_time_says_from_when() {
    let plan = Plan::of(&CONTENT, &family(&["born 2026-03", "worry.sleep"]), today());
    let offer = plan.offers().find(|it| CONTENT.support(it.support).text.id == "term-after-nine-months").unwrap();
    assert_eq!(offer.because.start, Start::On(Day::parse("2027-01-01").unwrap()));
}

#[test]
fn one_more_answer_is_asked_for_only_where_a_tick_points_and_the_parent_has_not_declined() {
    let possible = |said: &[&str]| {
        let plan = Plan::of(&CONTENT, &family(said), today());
        plan.possible.iter().map(|it| CONTENT.support(it.support).text.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(possible(&[]), [""; 0]);
    assert_eq!(possible(&["money.tight"]), ["both", "family-of-a-worried-child"]);
    assert_eq!(possible(&["money.tight", "work pna", "worry pna"]), [""; 0]);
}

#[test]
fn what_was_confided_steers_the_list_and_never_reaches_paper() {
    let answers = family(&["safe.no"]);
    let plan = Plan::of(&CONTENT, &answers, today());
    let offer = plan.offers().find(|it| CONTENT.support(it.support).text.id == "safety").unwrap();
    assert!(!offer.printable && plan.urgent_first);
    assert_eq!(format!("{answers:?}").matches("safe").count(), 0);
    let plain = Plan::of(&CONTENT, &answers.without_confided(), today());
    assert!(plain.offers().all(|it| CONTENT.support(it.support).text.id != "safety"));
}

#[test]
fn what_the_parent_wants_stands_first_and_what_is_for_everyone_last() {
    let said = ["goals.calm", "worry.sleep", "money.tight", "work.yes", "born 2024-03"];
    let plan = Plan::of(&CONTENT, &family(&said), today());
    let kinds: Vec<GroupKind> = plan.groups.iter().map(|group| group.kind).collect();
    assert_eq!(kinds.first(), Some(&GroupKind::Wanted));
    assert_eq!(kinds.last(), Some(&GroupKind::Universal));
    assert!(kinds.is_sorted());
}

fn after(visit: Visit, events: Vec<Event>) -> Visit {
    events.into_iter().fold(visit, |visit, event| visit.after(&CONTENT, today(), event).0)
}

fn asking(visit: &Visit, question: &str) -> Asking {
    let id = CONTENT.question_named(question).unwrap();
    Asking { question: id, who: visit.answers.everyone(CONTENT.question(id).about)[0] }
}

#[test]
fn a_choice_that_stands_alone_clears_the_rest_and_gives_way() {
    let visit = Visit::default();
    let worry = asking(&visit, "worry");
    let tick = |name| Event::ChoiceSet(worry, CONTENT.choice_named(name).unwrap(), true);
    let ticked = |visit: &Visit| match visit.answers.get(&CONTENT, worry.question, worry.who) {
        Some(Answer::Ticked(ticks)) => ticks.iter().map(|&it| CONTENT.choice(it).name.clone()).collect(),
        _ => Vec::new(),
    };
    let visit = after(visit, vec![tick("worry.sleep"), tick("worry.talk")]);
    assert_eq!(ticked(&visit), ["sleep", "talk"]);
    let visit = after(visit, vec![tick("worry.nothing")]);
    assert_eq!(ticked(&visit), ["nothing"]);
    let visit = after(visit, vec![tick("worry.talk")]);
    assert_eq!(ticked(&visit), ["talk"]);
}

#[test]
fn a_stop_that_vanishes_gives_way_to_the_one_before_it() {
    let visit = Visit::default();
    let worry = asking(&visit, "worry");
    let sleep = CONTENT.choice_named("worry.sleep").unwrap();
    let branch = asking(&visit, "asked-if-worried");
    let visit = after(visit, vec![Event::ChoiceSet(worry, sleep, true), Event::WentTo(branch)]);
    assert_eq!(visit.place.stop, Stop::Question(branch));
    let visit = after(visit, vec![Event::ChoiceSet(worry, sleep, false)]);
    assert_eq!(visit.place.stop, Stop::Question(worry));
}

#[test]
fn a_child_that_goes_takes_its_answers_and_marks_along() {
    let visit = after(Visit::default(), vec![Event::ChildAdded]);
    let (first, second) = (visit.answers.children()[0].key, visit.answers.children()[1].key);
    let support = CONTENT.support_named("both").unwrap();
    let marked = Event::Marked(support, Who::Child(first), Some(Mark::Want));
    let visit = after(visit, vec![marked, Event::ChildNamed(second, "Ben".into()), Event::ChildRemoved(first)]);
    assert_eq!((visit.marks.len(), visit.answers.children()[0].name.as_str()), (0, "Ben"));
}

#[test]
fn the_network_is_locked_with_the_first_answer_and_only_then() {
    let (visit, commands) = Visit::default().after(&CONTENT, today(), Event::WentToQuestions);
    assert!(!commands.contains(&Command::LockNetwork));
    let child = visit.answers.children()[0].key;
    let (visit, commands) = visit.after(&CONTENT, today(), Event::ChildNamed(child, "Ada".into()));
    assert!(commands.contains(&Command::LockNetwork));
    let (_, commands) = visit.after(&CONTENT, today(), Event::ChildNamed(child, "Ad".into()));
    assert!(!commands.contains(&Command::LockNetwork));
}

#[test]
fn forgetting_leaves_nothing_and_erases_what_was_kept() {
    let visit = Visit { answers: family(&["money.tight", "safe.no"]), note: "Hello".into(), ..Visit::default() };
    let (visit, commands) = visit.after(&CONTENT, today(), Event::Forgotten);
    assert_eq!(visit, Visit::default());
    assert_eq!((visit.place.page, commands.contains(&Command::Erase)), (Page::Start, true));
}
