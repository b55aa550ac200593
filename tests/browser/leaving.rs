//! Exit, from wherever somebody is: the page is blank at once, nothing is left, and nothing comes back.

use std::time::Duration;

use serde_json::json;
use xtask::server::Travel;

use crate::altered::SUNNY;
use crate::gesture::keys;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("exit leaves the start page, and one that is still loading", from_the_start),
    case("exit leaves from everywhere, and Back finds an empty start page", from_everywhere),
    case("after exit nothing does anything, however long the other page takes", while_it_takes_long),
    case("only three quick taps on Shift leave the page", by_shift),
    case("a stack that runs over counts as a crash", overflow),
    case("two crashes leave what is kept for seven days alone, until the parent opens it", left_alone),
];

fn from_the_start(visit: &mut Visit) {
    visit.with_weather(Travel::Whole).open_ready().tap("link", "Exit this page").see(SUNNY);
    visit.with_weather_only().open().see("Start").tap("link", "Start").see("Getting ready");
    visit.tap("link", "Exit this page").see(SUNNY);
}

/// Zebedee's question, with something in storage.
fn begin(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?").name_child("Zebedee");
    visit.tap("button", "Next").see("What does Zebedee enjoy");
    assert!(visit.stored().contains("Zebedee"), "{}", visit.stored());
}

fn from_everywhere(visit: &mut Visit) {
    visit.with_weather(Travel::Whole);
    let ways: [fn(&mut Visit); 4] = [by_mouse, by_keys, from_the_dialog, from_the_crash];
    for way in ways {
        begin(visit);
        way(visit);
        visit.see(SUNNY).go_back().ready().see("Find help that fits your family").not_see("Carry on");
        crate::tabs::forgets(visit, "Zebedee");
    }
}

fn by_mouse(visit: &mut Visit) {
    visit.tap("button", "Exit this page");
}

fn by_keys(visit: &mut Visit) {
    visit.tab_back_to("Exit this page").press_keys(&[keys::ENTER]);
}

/// The dialog lies over everything, so it has an exit of its own.
fn from_the_dialog(visit: &mut Visit) {
    visit.tap("button", "Delete my answers").see("Delete all your answers?");
    let exits = "return [...document.querySelectorAll('dialog [data-exit]')].filter(shown).length";
    assert_eq!(visit.script(exits), json!(1));
    visit.tap("button", "Exit this page");
}

fn from_the_crash(visit: &mut Visit) {
    crate::keeping::trap(visit);
    visit.tap("button", "Exit this page");
}

/// Leaves, and lets everything happen that can happen to a page while the other one is on its way; says what is on the
/// screen and in storage. It is one script, because a driver waits for the other page before it runs the next.
const LEAVE: &str = r#"
document.querySelector('[data-exit]').click();
for (const name of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(name));
document.dispatchEvent(new Event('visibilitychange'));
dispatchEvent(new PopStateEvent('popstate', { state: null }));
dispatchEvent(new StorageEvent('storage', { key: null }));
for (const key of ['Enter', 'Shift']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
dispatchEvent(new ErrorEvent('error', { error: new RangeError('too deep') }));
history.back();
return [document.body.textContent, { ...sessionStorage, ...localStorage }];
"#;

fn while_it_takes_long(visit: &mut Visit) {
    visit.with_weather(Travel::Delay(Duration::from_secs(1)));
    begin(visit);
    assert_eq!(visit.script(LEAVE), json!(["This page is closed. You can close the tab.", {}]));
    visit.until("nobody's page", |visit| visit.text().contains(SUNNY) || visit.text().contains("This page is closed."));
    visit.open_ready().see("Start").not_see("Carry on");
    crate::tabs::forgets(visit, "Zebedee");
}

fn by_shift(visit: &mut Visit) {
    visit.with_weather(Travel::Whole);
    begin(visit);
    visit.hold(keys::SHIFT, |visit| {
        for choice in ["Music or dance", "Stories and books", "Running, sport"] {
            visit.tap("choice", choice);
        }
    });
    visit.see("What does Zebedee enjoy").tap("button", "Back").see("Who is your list for?");
    visit.tap("field", "First name or nickname");
    for letter in ["A", "B", "C", "D"] {
        visit.hold(keys::SHIFT, |visit| {
            visit.press_keys(&[letter]);
        });
    }
    visit.shift_tab().shift_tab().shift_tab().press_keys(&[keys::SHIFT, keys::SHIFT]).long_shift();
    visit.press_keys(&[keys::SHIFT, keys::SHIFT]).see("Who is your list for?");
    visit.press_keys(&["B"]).press_keys(&[keys::SHIFT, keys::SHIFT, keys::SHIFT]).see(SUNNY);
}

fn overflow(visit: &mut Visit) {
    visit.with_overflow();
    begin(visit);
    visit.script("dispatchEvent(new Event('overflow'))");
    visit.see("Sorry, something went wrong").tap("button", "Try again").see("What does Zebedee enjoy");
}

fn left_alone(visit: &mut Visit) {
    let kept = |visit: &Visit| visit.script("return localStorage.getItem('parent-signpost')");
    begin(visit);
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    crate::keeping::crash(visit);
    visit.see("Carry on where you left off").tap("link", "Carry on").see("What does Zebedee enjoy");
    let before = kept(visit);
    crate::keeping::crash(visit);
    visit.see("The page stopped twice").ready().tap("link", "Start").see("Who is your list for?");
    visit.tap("field", "First name or nickname").type_keys("Q").tap("button", "Next").see("What does Q enjoy");
    assert_eq!(kept(visit), before);
    visit.tap("button", "Open the saved answers").see("What does Zebedee enjoy");
    visit.tap("choice", "Music or dance").until("one record", |visit| {
        let stored = visit.stored();
        stored.starts_with("{\"parent-signpost-crashed\"") && stored.contains("Zebedee") && stored.contains("music")
    });
}
