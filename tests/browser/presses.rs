//! A press does once what it was meant for: a double-click, a quick finger and a held Shift change nothing unasked.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::gesture::{Pointer, keys};
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a double-click on Next goes on by one screen and ticks nothing", |visit| twice(visit, Pointer::Mouse)),
    case("two quick taps of a finger on Next go on by one screen and tick nothing", |visit| {
        twice(visit, Pointer::Finger);
    })
    .except(&[(Engine::WebKit, "WebKitGTK's driver has no finger, only a mouse")]),
    case("a double-click on a button around the screen does once what one click does", around),
    case("Shift held while boxes are clicked leaves nothing and ticks them", shift_held),
];

/// Presses that come sooner after each other are one double-click; the other drivers count those of one act only.
pub(crate) const DOUBLE: Duration = Duration::from_millis(500);

/// The screens behind Start, in their order.
const SCREENS: [&str; 6] = ["Who is your list for?", "What does your child enjoy", "What is going well", "", "", ""];

/// Notes how many presses in a row the browser counts as one act.
const COUNT: &str = "window.counted = 0;
addEventListener('click', (event) => { window.counted = Math.max(window.counted, event.detail); }, true);";

/// How many those were since it was asked last.
const COUNTED: &str = "const { counted } = window; window.counted = 0; return counted;";

/// How often presses may come too slowly to be one act.
const TRIES: usize = 8;

/// On a busy machine Firefox's driver may press so slowly that two presses are no double-click. Then they prove nothing,
/// and all is done again from the start.
fn in_one_act_each<T>(mut done: impl FnMut() -> Option<T>) -> T {
    (0..TRIES).find_map(|_| done()).unwrap_or_else(|| panic!("in none of {TRIES} tries were all presses one act each"))
}

/// Presses so many times; `None` where that was not one act.
fn press(visit: &mut Visit, with: Pointer, role: &str, label: &str, times: usize) -> Option<()> {
    visit.rested().taps(with, role, label, times).rested();
    if visit.engine == Engine::WebKit {
        sleep(DOUBLE);
    }
    let is_counted = visit.engine == Engine::Firefox && matches!(with, Pointer::Mouse);
    (!is_counted || visit.script(COUNTED) == json!(times)).then_some(())
}

/// Opens the page where nothing is kept of the try before.
fn open(visit: &mut Visit) {
    visit.with(Wishes::default()).open_phone("390", 844).script(COUNT);
}

/// The headings of the first screens, going on by so many presses each.
fn headings(visit: &mut Visit, with: Pointer, times: usize) -> Option<Vec<String>> {
    open(visit);
    press(visit, with, "link", "Start", times)?;
    visit.see(SCREENS[0]);
    let mut headings = vec![visit.heading()];
    while headings.len() < SCREENS.len() {
        press(visit, with, "button", "Next", times)?;
        let last = headings.last().cloned();
        visit.until("the next screen", |visit| Some(visit.heading()) != last);
        assert_eq!(visit.ticked(), Vec::<String>::new(), "on the screen \"{}\"", visit.heading());
        headings.push(visit.heading());
    }
    Some(headings)
}

fn twice(visit: &mut Visit, with: Pointer) {
    let [once, twice, thrice] = [1, 2, 3].map(|times| in_one_act_each(|| headings(visit, with, times)));
    assert!(once[1].starts_with(SCREENS[1]) && once[2].starts_with(SCREENS[2]), "{once:?}");
    assert_eq!([twice, thrice], [once.clone(), once]);
}

fn around(visit: &mut Visit) {
    in_one_act_each(|| around_once(visit));
}

fn around_once(visit: &mut Visit) -> Option<()> {
    open(visit);
    press(visit, Pointer::Mouse, "link", "Start", 2)?;
    visit.see(SCREENS[0]);
    for times in [2, 3] {
        press(visit, Pointer::Mouse, "button", "Your list so far", times)?;
        visit.until("the list", |visit| visit.heading() == "Your list");
        press(visit, Pointer::Mouse, "button", "Back to questions", times)?;
        visit.see(SCREENS[0]);
    }
    press(visit, Pointer::Mouse, "button", "Add another child", 2)?;
    visit.see("Child 2").not_see("Child 3").see("Remove");
    visit.write("First name or nickname", "Ada");
    press(visit, Pointer::Mouse, "button", "Delete my answers", 2)?;
    visit.see("Delete all your answers?");
    press(visit, Pointer::Mouse, "button", "Yes, delete them", 2)?;
    visit.see("Your answers are deleted.").see("Find help that fits your family");
    visit.tap("link", "Start").see(SCREENS[0]).not_see("Ada");
    Some(())
}

fn shift_held(visit: &mut Visit) {
    visit.start().walk_to("What does your child enjoy").rested();
    for choice in ["Music or dance", "Stories and books", "Numbers and puzzles"] {
        visit.hold(keys::SHIFT, |visit| {
            visit.tap("field", choice);
        });
    }
    visit.until("three ticks", |visit| visit.ticked().len() == 3).see("What does your child enjoy");
    visit.hold(keys::SHIFT, |visit| {
        for choice in ["Music or dance", "Stories and books", "Numbers and puzzles"] {
            visit.tap("field", choice);
        }
    });
    visit.until("no tick", |visit| visit.ticked().is_empty()).see("What does your child enjoy");
}
