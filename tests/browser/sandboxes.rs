//! The sixteen sandboxes that let scripts run, around a bare frame: the questions start there or the page says that they do
//! not and helps; it prints or says how; it is left, or it is blank and says what is left to do.

use serde_json::json;
use xtask::server::Travel;
use xtask::tools::Engine;

use crate::altered::{SUNNY, weather};
use crate::gesture::keys;
use crate::host::{FRAME, Host};
use crate::matrix::{Row, daily, every, row};
use crate::starting::sees_numbers;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("in sixteen sandboxes the questions start, print and are left, or the page says what does not go", |visit| {
        every(&SANDBOXES, |rights| goes_through(visit, rights));
    }),
    case("exit by a press, by keyboard and by three taps on Shift leaves four sandboxes or a blank frame", |visit| {
        every(&EXITS, |exit| leaves(visit, exit));
    }),
];

/// What the frame may do beside running scripts: each line has its own name.
const SANDBOXES: [Row<&str>; 16] = [
    named("allow-scripts"),
    named("allow-scripts allow-popups"),
    named("allow-scripts allow-modals"),
    named("allow-scripts allow-modals allow-popups"),
    named("allow-scripts allow-top-navigation-by-user-activation"),
    named("allow-scripts allow-top-navigation-by-user-activation allow-popups"),
    named("allow-scripts allow-top-navigation-by-user-activation allow-modals"),
    every_day("allow-scripts allow-top-navigation-by-user-activation allow-modals allow-popups"),
    named("allow-scripts allow-same-origin"),
    every_day("allow-scripts allow-same-origin allow-popups"),
    named("allow-scripts allow-same-origin allow-modals"),
    named("allow-scripts allow-same-origin allow-modals allow-popups"),
    named("allow-scripts allow-same-origin allow-top-navigation-by-user-activation"),
    named("allow-scripts allow-same-origin allow-top-navigation-by-user-activation allow-popups"),
    named("allow-scripts allow-same-origin allow-top-navigation-by-user-activation allow-modals"),
    named("allow-scripts allow-same-origin allow-top-navigation-by-user-activation allow-modals allow-popups"),
];

const fn named(rights: &'static str) -> Row<&'static str> {
    row(rights, rights)
}

const fn every_day(rights: &'static str) -> Row<&'static str> {
    daily(rights, rights)
}

/// A frame of no sandbox may do everything.
fn may(rights: &str, what: &str) -> bool {
    rights.is_empty() || rights.split(' ').any(|right| right == what)
}

/// A page of no origin may load nothing in WebKit by its own policy: it says so, and helps.
fn starts(visit: &Visit, rights: &str) -> bool {
    visit.engine != Engine::WebKit || may(rights, "allow-same-origin")
}

fn open(visit: &mut Visit, rights: &str) {
    let host = if rights.is_empty() { Host::plain() } else { Host::sandboxed(rights) };
    visit.open_host(&host).in_frame(FRAME);
}

/// To Zebedee's question, after which there is something to wipe.
fn begin(visit: &mut Visit, rights: &str) {
    open(visit, rights);
    visit.ready().tap("link", "Start").see("Who is your list for?").tap("field", "First name or nickname");
    visit.type_keys("Zebedee").tap("button", "Next").see("What does Zebedee enjoy").rested();
    if !may(rights, "allow-same-origin") {
        visit.see("This browser does not let us keep your answers.");
    }
}

fn goes_through(visit: &mut Visit, rights: &str) {
    let (_there, fault) = weather(Travel::Whole);
    visit.spoiled_by(fault);
    if !starts(visit, rights) {
        open(visit, rights);
        visit.see("do not seem to start").tap("link", "Start").until("open help", sees_numbers);
        return;
    }
    begin(visit, rights);
    visit.tap("button", "Your list so far").see("For every family").tap("button", "Make a sheet for an appointment");
    visit.see("What we agreed");
    prints(visit, rights);
    visit.tap("button", "Exit this page");
    is_left(visit, may(rights, "allow-top-navigation-by-user-activation"));
}

/// Headless Firefox hangs in its window for printing, and WebKit's would wait for a person.
const PRINTER: &str = "window.printed = 0;\
    window.print = () => { window.printed += 1; dispatchEvent(new Event('beforeprint')); };";

fn prints(visit: &mut Visit, rights: &str) {
    if may(rights, "allow-modals") {
        visit.script(PRINTER);
        visit.tap("button", "Print");
        visit.until("printing", |visit| visit.look("return window.printed") == json!(1));
        return;
    }
    visit.tap("button", "Print").see("This page could not open the print window.");
    let before = visit.session().tab();
    visit.tap("button", "Open the sheet in a new tab");
    if may(rights, "allow-popups") && may(rights, "allow-same-origin") {
        visit.until("the sheet in a tab", |visit| visit.session().tabs().len() == 2);
        let opened = visit.session().tabs().into_iter().find(|tab| *tab != before).expect("a new tab");
        visit.switch_to(&opened).see("What we agreed").see("Zebedee").close_tab(&before).in_frame(FRAME);
    } else {
        visit.see("This page could not open a tab either.");
        visit.until("one tab", |visit| visit.session().tabs().len() == 1);
    }
}

/// The whole page is left for the weather; or the frame is blank, and says that the tab can be closed.
fn is_left(visit: &mut Visit, wholly: bool) {
    if wholly {
        visit.in_top().see(SUNNY);
        return;
    }
    visit.see("This page is closed. You can close the tab.").not_see("Zebedee");
    assert!(["{}{}", "blocked"].contains(&visit.stored().as_str()), "{}", visit.stored());
    visit.in_top().see("Oak Primary School");
}

/// How somebody leaves.
#[derive(Clone, Copy)]
enum Way {
    Press,
    Keyboard,
    Shift,
}

const BARE: &str = "";
const STRICT: &str = "allow-scripts";
const SAME: &str = "allow-scripts allow-same-origin";
const TOP: &str = "allow-scripts allow-same-origin allow-top-navigation-by-user-activation";

const EXITS: [Row<(&str, Way)>; 12] = [
    row("no sandbox, by a press", (BARE, Way::Press)),
    daily("no sandbox, by keyboard", (BARE, Way::Keyboard)),
    row("no sandbox, by Shift", (BARE, Way::Shift)),
    row("no origin, by a press", (STRICT, Way::Press)),
    row("no origin, by keyboard", (STRICT, Way::Keyboard)),
    row("no origin, by Shift", (STRICT, Way::Shift)),
    row("an origin, by a press", (SAME, Way::Press)),
    row("an origin, by keyboard", (SAME, Way::Keyboard)),
    daily("an origin, by Shift", (SAME, Way::Shift)),
    row("the right to leave, by a press", (TOP, Way::Press)),
    row("the right to leave, by keyboard", (TOP, Way::Keyboard)),
    daily("the right to leave, by Shift", (TOP, Way::Shift)),
];

fn leaves(visit: &mut Visit, (rights, way): &(&str, Way)) {
    if !starts(visit, rights) {
        return;
    }
    let (_there, fault) = weather(Travel::Whole);
    visit.spoiled_by(fault);
    begin(visit, rights);
    match way {
        Way::Press => visit.tap("button", "Exit this page"),
        Way::Keyboard => visit.tab_back_to("Exit this page").press_keys(&[keys::ENTER]),
        Way::Shift => visit.press_keys(&[keys::SHIFT, keys::SHIFT, keys::SHIFT]),
    };
    is_left(visit, may(rights, "allow-top-navigation-by-user-activation"));
}
