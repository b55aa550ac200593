//! The browser's own Back and Forward: each leads where the screen of that entry was, or acts as the page's own Back;
//! none leads to another child's question, and none keeps a parent from the start page.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError};

use signpost_core::catalogue::About;
use signpost_core::family::Who;
use signpost_core::judge::Asking;
use signpost_core::sitting::Happened;
use signpost_core::visit::{Event, Keeping, Page, Visit};

use crate::desk::{self, World, happened};
use crate::family::{choice, question, small};

type Step = (u8, u8, u8);

/// What each entry of the browser's history showed, and whether children have gone or all was begun anew since.
#[derive(Clone, Debug)]
struct Shown {
    screen: String,
    known: bool,
}

/// A parent who goes to and fro. Every child has a name of its own, so that it is known again after a reload.
struct Walk {
    world: World,
    shown: Vec<Shown>,
    names: usize,
}

impl Walk {
    fn new() -> Self {
        let shown = vec![Shown { screen: "start".into(), known: true }];
        let mut walk = Self { world: World::new(), shown, names: 0 };
        walk.name_everybody();
        walk
    }

    fn visit(&self) -> &Visit {
        self.world.desks[0].visit()
    }

    fn screen(&self) -> String {
        self.world.desks[0].screen()
    }

    fn name_everybody(&mut self) {
        let nameless =
            |visit: &Visit| visit.answers.children().iter().find(|child| child.name.is_empty()).map(|child| child.key);
        while let Some(key) = nameless(self.visit()) {
            self.names += 1;
            self.world.happens(0, Happened::Told(Event::ChildNamed(key, format!("Child{}", self.names))));
        }
    }

    /// Whatever is on the screen now is what this entry of the history shows.
    fn remember(&mut self) {
        let desk = &self.world.desks[0];
        let screen = desk.screen();
        self.shown.truncate(desk.history.len());
        while self.shown.len() < desk.history.len() {
            self.shown.push(Shown { screen: screen.clone(), known: true });
        }
        self.shown[desk.cursor] = Shown { screen, known: true };
    }

    fn forget_the_others(&mut self) {
        for shown in self.shown.iter_mut().skip(1) {
            shown.known = false;
        }
    }

    fn does(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step.0 % 24 {
            0..=5 => self.step(false)?,
            6 | 7 => self.step(true)?,
            8 => self.world.reload(0),
            9 => {
                self.world.does("hide, restore");
                self.remember();
                self.world.does("start");
            }
            10 => {
                self.world.now.minute += 1;
                self.world.open_again(0);
            }
            _ => {
                let (happened, cursor) = (self.told(step), self.world.desks[0].cursor);
                self.world.happens(0, happened.clone());
                if happened == Happened::StartedAfresh {
                    self.shown[cursor] = Shown { screen: "start".into(), known: true };
                }
                if matches!(
                    happened,
                    Happened::Told(Event::ChildRemoved(_) | Event::Forgotten) | Happened::StartedAfresh
                ) {
                    self.forget_the_others();
                }
            }
        }
        if matches!(step.0 % 24, 8..=10) && self.screen() == "start" || matches!(step.0 % 24, 9) {
            self.forget_the_others();
        }
        self.name_everybody();
        self.remember();
        Ok(())
    }

    fn told(&self, (kind, a, b): Step) -> Happened {
        let children = self.visit().answers.children();
        let child = children.get(usize::from(a) % children.len().max(1)).map(|child| child.key);
        Happened::Told(match (kind % 24, child) {
            (11..=14, _) => Event::WentOn,
            (15, _) => Event::WentBack,
            (16, _) => Event::ChildAdded,
            (17, Some(child)) => Event::ChildRemoved(child),
            (18, Some(child)) => {
                let talk = Asking { question: question("areas"), who: Who::Child(child) };
                Event::ChoiceSet(talk, choice("areas.talk"), b % 2 == 0)
            }
            (19, _) => {
                let role = Asking { question: question("role"), who: Who::Family };
                Event::ChoiceSet(role, choice("role.kinship"), b % 2 == 0)
            }
            (20, _) => Event::Opened([Page::List, Page::Sheet, Page::Everything, Page::Asking][usize::from(a) % 4]),
            (21, child) => {
                let questions: Vec<_> = small().questions().collect();
                let (question, asked) = questions[usize::from(b) % questions.len()];
                match (asked.about, child) {
                    (About::Child, Some(child)) => Event::WentTo(Asking { question, who: Who::Child(child) }),
                    (About::Child, None) => Event::ChildAdded,
                    (About::Family, _) => Event::WentTo(Asking { question, who: Who::Family }),
                }
            }
            (22, _) if a % 8 == 0 => Event::Forgotten,
            (22, _) if a % 8 == 1 => return Happened::StartedAfresh,
            (23, _) if a % 4 == 0 => Event::KeepingChosen(Keeping::ALL[usize::from(b) % 3]),
            _ => return Happened::Started,
        })
    }

    /// One step of Back or Forward.
    fn step(&mut self, forward: bool) -> Result<(), TestCaseError> {
        let before = self.visit().clone();
        if !self.world.step(0, forward) {
            return Ok(());
        }
        let own_back = own_back(&self.world, before);
        let (screen, shown) = (self.screen(), &self.shown[self.world.desks[0].cursor]);
        prop_assert!(screen == shown.screen || screen == own_back, "{screen}, not {shown:?} or {own_back}");
        prop_assert!(
            !(shown.known && self.is_there(&shown.screen)) || screen == shown.screen,
            "{screen}, not {shown:?}"
        );
        Ok(())
    }

    /// Whether a screen of before can still be shown.
    fn is_there(&self, screen: &str) -> bool {
        let visit = self.visit();
        let pages = Page::ALL.iter().any(|page| page.name() == screen);
        pages || self.world.desks[0].open().path().stops().any(|stop| desk::stop(visit, stop) == screen)
    }
}

fn own_back(world: &World, before: Visit) -> String {
    let today = world.today().day;
    let path = before.path(small(), today);
    let (after, _) = before.after(small(), today, &path, Event::WentBack);
    match after.place.page {
        Page::Asking => desk::stop(&after, after.place.stop),
        page => page.name().to_owned(),
    }
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), max_shrink_iters: 20_000, ..Config::default() })]

    #[test]
    fn every_step_leads_where_its_screen_was_or_is_the_pages_own_back(steps in prop::collection::vec(any::<Step>(), 0..100)) {
        let mut walk = Walk::new();
        for step in steps {
            walk.does(step)?;
        }
        let entries = walk.world.desks[0].history.len();
        for _ in 0..entries {
            walk.step(false)?;
            walk.remember();
        }
        prop_assert_eq!(walk.screen(), "start");
    }
}

/// Screens that the browser's Back leads through, until the first entry.
fn backs(world: &mut World) -> String {
    let mut screens = Vec::new();
    while world.step(0, false) {
        screens.push(world.desks[0].screen());
    }
    screens.join(", ")
}

#[test]
fn back_leads_through_every_screen_and_after_a_reload_too() {
    let walked = "start, name Ada, next, next, open list, open sheet";
    let all = "list, born of Ada, role, children, start";
    assert_eq!(backs(World::new().does(walked)), all);
    for reloaded in [format!("{walked}, reload"), format!("{walked}, keep device, reload, start")] {
        let screens = backs(World::new().does(&reloaded));
        assert!(all.ends_with(&screens) || reloaded.contains("device"), "{screens}");
        assert!(screens.ends_with("start"), "{screens}");
    }
}

#[test]
fn forward_goes_back_up_again() {
    let mut world = World::new();
    world.does("start, name Ada, next, next, open list");
    backs(&mut world);
    let mut screens = Vec::new();
    while world.step(0, true) {
        screens.push(world.desks[0].screen());
    }
    assert_eq!(screens.join(", "), "children, role, born of Ada, list");
}

#[test]
fn a_step_to_a_question_that_is_gone_is_the_pages_own_back() {
    let mut world = World::new();
    world.does("start, name Ada, go areas, tick areas.talk, go care, open list, go areas, untick areas.talk");
    assert_eq!(world.does("browser back").desks[0].screen(), "list");
    assert_eq!(world.does("browser back").desks[0].screen(), "areas of Ada");
    assert_eq!(world.does("browser back").desks[0].screen(), "areas of Ada");
}

#[test]
fn no_step_leads_to_another_child() {
    let two = "start, name Ada, add, name 2 Ben, go areas of Ada, go areas of Ben, questions, go role, remove Ada";
    for reload in ["", "browser back, reload", "reload"] {
        let mut world = World::new();
        world.does(two).does(reload);
        let screens = backs(&mut world);
        assert!(!screens.contains("areas"), "{reload}: {screens}");
    }
}

#[test]
fn no_step_leads_to_another_child_when_the_page_was_loaded_again_at_an_early_entry() {
    for reload in ["browser back, browser back, browser back, browser back, reload", "reload"] {
        let mut world = World::new();
        world.does("start, name Ada, add, name 2 Ben, go areas of Ada, go areas of Ben, open list, remove Ada");
        world.does(reload);
        let mut screens = vec![world.desks[0].screen()];
        for _ in 0..world.desks[0].history.len() {
            world.step(0, true);
            screens.push(world.desks[0].screen());
        }
        assert!(!screens.join(", ").contains("areas of Ben"), "{screens:?}");
    }
}

#[test]
fn after_deleting_one_press_of_back_passes_over_all_that_leads_nowhere() {
    let mut world = World::new();
    world.does("start, name Ada, next, next, open list, delete");
    assert!(world.step(0, false));
    assert_eq!((world.desks[0].cursor, world.desks[0].screen()), (0, "start".into()));
    assert!(world.step(0, true), "nor does Forward lead to what is gone");
    assert_eq!((world.desks[0].cursor, world.desks[0].screen()), (0, "start".into()));
}

#[test]
fn a_frame_has_no_steps_of_its_own() {
    let mut world = World::empty(1);
    world.sit_down(0, true);
    world.does("start, name Ada, add, next, next, remove 2, open list, delete, start, next, hide, restore, start");
    assert_eq!(world.desks[0].history, [None]);
}

#[test]
fn a_number_that_nobody_gave_is_the_pages_own_back() {
    for number in [0, 1, 5, 1 << 20, 1 << 36, (1 << 52) + 3, u64::MAX] {
        let mut world = World::new();
        world.does("start, next, next");
        world.happens(0, Happened::Stepped(Some(number)));
        assert_eq!(world.desks[0].screen(), "role", "{number}");
        assert_eq!(happened("step none", &Visit::default()), Happened::Stepped(None));
    }
}
