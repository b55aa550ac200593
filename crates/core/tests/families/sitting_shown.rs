//! What a sitting shows and says that no row of the table tells: notices and what can be done about them, a visit that
//! has become another, months of several children on one screen, and what comes late.

use std::sync::LazyLock;

use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::family::{MOST_CHILDREN, Who};
use signpost_core::judge::Asking;
use signpost_core::sheet::SentenceId;
use signpost_core::sitting::{Beginning, Command, Happened, Look, Notice, Refusal, Remedy, Saying, Sitting, Why};
use signpost_core::texts::key;
use signpost_core::time::Now;
use signpost_core::time::birth::Birth;
use signpost_core::visit::{Event, Keeping, Page};

use crate::desk::World;
use crate::family::{choice, day, family, json, small, written};

static PRESSING: LazyLock<Content> = LazyLock::new(|| written(include_str!("pressing.json")).content().0);

const NOW: fn() -> Now = || Now { day: day("2026-11-23"), minute: 29_000_000 };

/// A sitting over the pressing content, and what it commanded.
fn sitting(all: impl IntoIterator<Item = Happened>) -> (Sitting<'static>, Vec<Command>) {
    sitting_over(&PRESSING, all)
}

/// The same over another content.
fn sitting_over(
    content: &'static Content,
    all: impl IntoIterator<Item = Happened>,
) -> (Sitting<'static>, Vec<Command>) {
    let (begun, commands) = Sitting::begin(content, json, NOW(), Beginning::default());
    all.into_iter().fold((begun, commands), |(sitting, mut commands), happened| {
        let (sitting, more) = sitting.after(NOW(), happened);
        commands.extend(more);
        (sitting, commands)
    })
}

#[test]
fn every_notice_has_its_sentence_and_says_what_can_be_done() {
    let device = Keeping::ThisDevice;
    let replace = (Remedy::Replace(device), key::NOTICE_REPLACE);
    let either =
        vec![(Remedy::Replace(device), key::NOTICE_KEEP_THESE), (Remedy::TakeUp(device), key::NOTICE_USE_OTHERS)];
    for (notice, words, remedies) in [
        (Notice::Refused(Refusal::Blocked), key::NOTICE_BLOCKED, vec![]),
        (Notice::Refused(Refusal::Full), key::NOTICE_FULL, vec![]),
        (Notice::InTheWay(device, Why::Corrupt), key::NOTICE_CORRUPT, vec![replace]),
        (Notice::InTheWay(device, Why::TooNew), key::NOTICE_TOO_NEW, vec![replace]),
        (Notice::InTheWay(device, Why::Expired), key::NOTICE_EXPIRED, vec![replace]),
        (
            Notice::InTheWay(device, Why::LeftAlone),
            key::NOTICE_LEFT_ALONE,
            vec![(Remedy::TakeUp(device), key::NOTICE_TRY_AGAIN), replace],
        ),
        (Notice::InTheWay(device, Why::Changed), key::NOTICE_CHANGED, either.clone()),
        (Notice::InTheWay(device, Why::Another), key::NOTICE_ANOTHER, either),
        (Notice::Migrated, key::NOTICE_MIGRATED, vec![]),
        (Notice::ClockWrong, key::NOTICE_CLOCK, vec![]),
        (Notice::NoList, key::NOTICE_NO_LIST, vec![(Remedy::Reload, key::LIST_LOAD_AGAIN)]),
        (Notice::NoPrint, key::NOTICE_NO_PRINT, vec![(Remedy::OpenTab, key::NOTICE_OPEN_TAB)]),
        (Notice::NoTab, key::NOTICE_NO_TAB, vec![]),
    ] {
        assert_eq!((notice.words(), notice.remedies()), (words, remedies), "{notice:?}");
    }
}

#[test]
fn it_is_counted_how_often_the_visit_has_become_another() {
    let visits = |world: &World| world.desks[0].open().visits();
    let mut world = World::new();
    world.does("start, name Ada, next, tick role.mum, open list");
    let first = visits(&world);
    for (number, words) in [(1, "delete, start, name Ben"), (2, "open start, afresh, name Cy"), (3, "hide")] {
        world.does(words);
        assert_eq!(visits(&world), first + number, "{words}");
    }
}

#[test]
fn what_was_said_on_a_screen_is_not_found_on_the_next() {
    let mut world = World::new();
    world.does("start, add, name Ada");
    assert!(world.desks[0].open().said().saying.is_some());
    world.does("next");
    assert!(world.desks[0].open().said().saying.is_none());
}

#[test]
fn only_a_page_that_was_loaded_again_goes_on_where_it_was() {
    let events = [Event::WentToQuestions, Event::ChildAdded, Event::Opened(Page::List)];
    let (_, commands) = sitting_over(small(), events.map(Happened::Told));
    let text = commands.iter().rev().find_map(|command| match command {
        Command::Write { text, .. } => Some(text.clone()),
        _ => None,
    });
    let entry = commands.iter().rev().find_map(|command| match command {
        Command::Push(number) => Some(*number),
        _ => None,
    });
    for reloaded in [true, false] {
        let tab = Look::Text(text.clone().expect("a visit that is kept"));
        let beginning = Beginning { tab, entry, reloaded, ..Beginning::default() };
        let later = Now { minute: NOW().minute + 5, ..NOW() };
        let (_, commands) = Sitting::begin(small(), json, later, beginning);
        let writes = commands.iter().any(|command| matches!(command, Command::Write { .. }));
        assert!(!reloaded || !writes, "a page that goes on writes nothing: {commands:?}");
        let shown = commands.iter().any(|command| matches!(command, Command::Show { start: false, .. }));
        assert_eq!(shown, reloaded, "{commands:?}");
    }
}

#[test]
fn what_may_be_taken_home_is_of_the_list_on_the_screen() {
    let (sitting, _) = sitting_over(small(), [Happened::Told(Event::Opened(Page::List))]);
    let open = sitting.open().expect("somebody sits here");
    let all: Vec<SupportId> = open.plan().offers().map(|offer| offer.support).collect();
    assert!(!all.is_empty() && open.to_take() == all, "{all:?}");
}

#[test]
fn a_sentence_that_was_moved_up_says_where_it_stands_now() {
    let told = family("child Ada\nareas: sleep, talk");
    let all = ["areas.sleep", "areas.talk"].map(|name| SentenceId {
        question: small().choice(choice(name)).question,
        who: told.who("Ada"),
        choice: Some(choice(name)),
    });
    let raised = Event::SheetSentencesSet(vec![(all[1], true), (all[0], true)], Some(1));
    let (sitting, _) = sitting_over(small(), [Happened::Told(raised)]);
    let said = sitting.open().expect("somebody sits here").said().saying.clone();
    assert_eq!(said, Some(Saying::Raised(2)));
}

#[test]
fn half_a_month_of_one_child_stays_while_that_of_another_is_chosen() {
    let born = PRESSING.born().expect("a question");
    let (begun, _) = sitting([Happened::Started, Happened::Told(Event::ChildAdded)]);
    let keys: Vec<_> = begun.open().expect("open").visit().answers.children().iter().map(|child| child.key).collect();
    let asking = |number: usize| Asking { question: born, who: Who::Child(keys[number]) };
    let (sitting, _) = sitting([
        Happened::Started,
        Happened::Told(Event::ChildAdded),
        Happened::MonthChosen(asking(0), Some(3)),
        Happened::MonthChosen(asking(1), Some(4)),
        Happened::YearChosen(asking(1), Some(2020)),
    ]);
    let open = sitting.open().expect("somebody sits here");
    assert_eq!(open.birth(asking(0)), Birth { month: Some(3), year: None });
    assert_eq!(open.birth(asking(1)), Birth { month: Some(4), year: Some(2020) });
}

#[test]
fn what_was_confided_alone_is_no_reason_to_keep_anything() {
    let child = signpost_core::visit::Visit::default().answers.children()[0].key;
    let worry = PRESSING.question_named("worry").expect("a question");
    let asking = Asking { question: worry, who: Who::Child(child) };
    let yes = PRESSING.choice_named("worry.yes").expect("a choice");
    let (sitting, commands) = sitting([
        Happened::Started,
        Happened::Told(Event::WentTo(asking)),
        Happened::Told(Event::ChoiceSet(asking, yes, true)),
        Happened::Told(Event::WentOn),
    ]);
    assert!(!sitting.open().expect("somebody sits here").visit().answers.is_plain(), "it was told");
    assert!(commands.contains(&Command::Lock));
    assert!(!commands.iter().any(|command| matches!(command, Command::Write { .. })), "{commands:?}");
}

#[test]
fn a_refusal_that_comes_late_changes_nothing_for_who_wants_nothing_kept() {
    let mut world = World::new();
    world.does("start, name Ada, keep nowhere");
    world.happens(0, Happened::Refused(Keeping::ThisDevice, Refusal::Blocked, Look::Nothing));
    world.does("name Ben");
    assert_eq!(world.desks[0].visit().keeping, Keeping::Nowhere);
    assert_eq!(world.stands(0), "");
}

#[test]
fn a_place_that_was_full_before_anything_was_kept_there_is_tried_again() {
    let mut world = World::new();
    world.does("start");
    world.happens(0, Happened::Refused(Keeping::ThisVisit, Refusal::Full, Look::Nothing));
    world.does("name Ada");
    assert_eq!(world.stands(0), "tab: Ada");
}

#[test]
fn what_is_left_alone_stays_so_when_a_write_was_refused() {
    let mut world = World::new();
    world.does("stands device junk, reload, start, name Ada, keep device");
    for refusal in [Refusal::Full, Refusal::Blocked] {
        world.happens(0, Happened::Refused(Keeping::ThisDevice, refusal, Look::Text("junk".into())));
        let notices = world.desks[0].open().notices().to_vec();
        assert!(notices.contains(&Notice::InTheWay(Keeping::ThisDevice, Why::Corrupt)), "{notices:?}");
    }
}

#[test]
fn what_cannot_be_taken_up_says_so_again_even_where_that_was_put_aside_before() {
    let mut world = World::new();
    world.does("stands device junk, crash twice, start, name Ada, take device, close corrupt device");
    assert_eq!(world.notices(0), "");
    world.does("stands device rubbish");
    world.happens(0, Happened::Seen(Keeping::ThisDevice, Look::Text("rubbish".into())));
    world.does("take device");
    assert_eq!(world.notices(0), "corrupt device");
}

#[test]
fn back_leads_to_the_screen_of_the_last_of_as_many_children_as_there_can_be() {
    let mut world = World::new();
    world.does("start, name A1");
    for number in 2..=MOST_CHILDREN {
        world.does(&format!("add, name {number} A{number}"));
    }
    let screens = [format!("areas of A{MOST_CHILDREN}"), "areas of A1".into(), format!("born of A{MOST_CHILDREN}")];
    for screen in &screens {
        world.does(&format!("go {screen}"));
    }
    for screen in screens.iter().rev() {
        assert_eq!(world.desks[0].screen(), *screen);
        world.step(0, false);
    }
}

/// What is new on the list, and what is gone from it, in the order of the list.
fn news(world: &World) -> [Vec<&'static str>; 2] {
    let (open, names) = (world.desks[0].open(), |supports: Vec<SupportId>| {
        supports.into_iter().map(|support| small().support(support).name.as_str()).collect()
    });
    [open.seen_of_list().added(), open.seen_of_list().gone()].map(names)
}

#[test]
fn whoever_looks_at_the_list_again_is_told_what_came_and_what_went() {
    let mut world = World::new();
    world.does("start, name Ada, next, tick areas.talk of Ada, open list");
    assert_eq!(news(&world), [vec![""; 0], vec![]], "the first time nothing is news");
    world.does("open sheet, open list");
    assert_eq!(news(&world), [vec![""; 0], vec![]], "nothing has changed");
    world.does("back, tick areas.sleep of Ada, untick areas.talk of Ada, answer work = looking, open list");
    let [new, gone] = news(&world);
    assert!(new.contains(&"grant") && gone.contains(&"talk-web"), "{new:?} {gone:?}");
    assert!(!new.contains(&"hub"), "what is for every family is no news");
    world.does("mark grant");
    assert_eq!(news(&world), [new, gone], "as long as somebody looks");
    world.does("open everything, open list");
    assert_eq!(news(&world), [vec![""; 0], vec![]], "the next time it is known");
}

#[test]
fn where_nothing_was_chosen_before_nothing_is_called_new() {
    let mut world = World::new();
    world.does("start, name Ada, next, open list, back, tick areas.talk of Ada, open list");
    assert_eq!(news(&world), [vec![""; 0], vec![]]);
}

#[test]
fn another_visit_has_no_news_of_the_one_before() {
    let mut world = World::new();
    world.does("start, name Ada, next, tick areas.talk of Ada, open list, delete, start, name Ben, next");
    world.does("tick areas.sleep of Ben, open list");
    assert_eq!(news(&world), [vec![""; 0], vec![]]);
}
