//! A screen that many people share: a visit there leaves nothing, and what others must not see is not asked.

use std::sync::LazyLock;

use signpost_core::content::Content;
use signpost_core::path::Stop;
use signpost_core::plan::Plan;
use signpost_core::sitting::{Beginning, Command, Happened, Kiosk, Look, Open, Sitting};
use signpost_core::speech::Speaker;
use signpost_core::time::Now;
use signpost_core::visit::{Event, Keeping, Page};
use signpost_core::written::{Case, Line, Written};

use crate::desk::{NOON, TODAY};
use crate::family::{changed, day, family, json, small, support};
use crate::record::V1;

/// The small content, in which `safe` is quiet, in a place where others can see the screen.
static OPEN_PLAN: LazyLock<Content> = LazyLock::new(|| {
    let mut content = changed(|written| written.sections[3].questions[0].quiet = true).clone();
    content.catalogue.in_open_plan = true;
    content
});

/// What they want to talk about is not asked where others can see the screen.
fn quiet_areas(written: &mut Written) {
    let questions = &mut written.sections[1].questions;
    questions.iter_mut().find(|question| question.id == "areas").unwrap().quiet = true;
}

fn sits_down(content: &Content, tab: Look) -> (Sitting<'_>, Vec<Command>) {
    let now = Now { day: day(TODAY), minute: NOON };
    let (kiosk, reloaded, entry) = (Some(Kiosk::default()), true, Some(3));
    Sitting::begin(content, json, now, Beginning { tab, kiosk, reloaded, entry, ..Beginning::default() })
}

fn goes_on<'a>(sitting: Sitting<'a>, event: Event) -> (Sitting<'a>, Vec<Command>) {
    sitting.after(Now { day: day(TODAY), minute: NOON }, Happened::Told(event))
}

fn open<'s, 'a>(sitting: &'s Sitting<'a>) -> &'s Open<'a> {
    sitting.open().expect("somebody sits here")
}

#[test]
fn a_kiosk_writes_nothing_and_leaves_no_entry_in_the_history() {
    let (mut sitting, mut commands) = sits_down(small(), Look::Nothing);
    for event in [Event::WentToQuestions, Event::WentOn, Event::WentOn, Event::Opened(Page::List), Event::WentBack] {
        let (after, more) = goes_on(sitting, event);
        (sitting, commands) = (after, [commands, more].concat());
    }
    assert_eq!(open(&sitting).visit().keeping, Keeping::Nowhere);
    let left = |command: &Command| {
        matches!(command, Command::Write { .. } | Command::Erase { .. } | Command::Push(_) | Command::Restep(_))
    };
    assert!(!commands.iter().any(left), "{commands:?}");
}

#[test]
fn a_kiosk_takes_nothing_up_that_another_page_left_in_its_browser() {
    let (sitting, _) = sits_down(small(), Look::Text("{\"format\":1}".to_owned()));
    assert!(open(&sitting).visit().is_blank() && open(&sitting).notices().is_empty());
    let now = Now { day: day(TODAY), minute: NOON };
    let device = Look::Text(V1.to_owned());
    for (kiosk, is_blank) in [(None, false), (Some(Kiosk::default()), true)] {
        let beginning = Beginning { device: device.clone(), kiosk, ..Beginning::default() };
        let (sitting, _) = Sitting::begin(small(), json, now, beginning);
        assert_eq!(open(&sitting).visit().is_blank(), is_blank, "{kiosk:?}");
    }
}

#[test]
fn where_others_can_see_the_screen_nothing_is_asked_that_is_quiet() {
    let quiet = OPEN_PLAN.question_named("safe").unwrap();
    let (mut sitting, _) = sits_down(&OPEN_PLAN, Look::Nothing);
    sitting = goes_on(sitting, Event::WentToQuestions).0;
    for _ in 0..30 {
        let stop = open(&sitting).visit().place.stop;
        assert!(!matches!(stop, Stop::Question(asking) if asking.question == quiet), "{stop:?}");
        let event = match stop {
            Stop::Door(section) => Event::DoorAnswered(section, true),
            _ => Event::WentOn,
        };
        sitting = goes_on(sitting, event).0;
    }
    assert_eq!(open(&sitting).visit().place.page, Page::List, "and every question leads to the list");
}

#[test]
fn where_others_can_see_the_screen_no_support_stands_there_that_a_quiet_question_can_bring() {
    let wishes = family("child Ada\ngoals: sleep").answers;
    let is_offered = |content: &Content| {
        Plan::of(content, &wishes, day(TODAY)).offers().any(|offer| offer.support == support("sleep-clinic"))
    };
    let quiet = changed(quiet_areas);
    let mut open_plan = quiet.clone();
    open_plan.catalogue.in_open_plan = true;
    assert_eq!([small(), quiet, &open_plan].map(is_offered), [true, true, false], "also where a wish points to it");
}

#[test]
fn where_others_can_see_the_screen_what_is_for_every_family_stands_there_whatever_it_asks_for() {
    let content = |in_open_plan| {
        let mut content = changed(|written| {
            quiet_areas(written);
            let hub = written.topics[1].supports.iter_mut().find(|support| support.id == "hub").unwrap();
            let lines = vec![Line::None(vec!["areas.sleep".into()])];
            hub.offer_when = vec![Case { lines }];
        })
        .clone();
        content.catalogue.in_open_plan = in_open_plan;
        content
    };
    let told = family("child Ada\nareas: talk").answers;
    let is_offered =
        |content: &Content| Plan::of(content, &told, day(TODAY)).offers().any(|offer| offer.support == support("hub"));
    assert_eq!([false, true].map(|in_open_plan| is_offered(&content(in_open_plan))), [true, true]);
}

#[test]
fn where_others_can_see_the_screen_no_reason_repeats_what_is_private() {
    let told = family("work: looking\nrole: dad");
    let reasons = |content: &'static Content, name: &str| {
        let plan = Plan::of(content, &told.answers, day(TODAY));
        let offer = plan.offers().find(|offer| offer.support == support(name)).unwrap();
        Speaker::new(content, &told.answers).reasons(offer)
    };
    assert_eq!(reasons(&OPEN_PLAN, "grant"), ["Because of something private you told us."]);
    for name in ["grant", "dads-at-school"] {
        assert!(!reasons(small(), name)[0].contains("private"), "{name}");
    }
    assert_eq!(reasons(&OPEN_PLAN, "dads-at-school"), reasons(small(), "dads-at-school"));
}

#[test]
fn only_a_shared_screen_is_a_kiosk() {
    let (shared, _) = sits_down(small(), Look::Nothing);
    let now = Now { day: day(TODAY), minute: NOON };
    let (own, _) = Sitting::begin(small(), json, now, Beginning::default());
    assert_eq!((open(&shared).kiosk(), open(&own).kiosk()), (Some(Kiosk::default()), None));
}
