//! axe-core on every kind of screen, light and dark, narrow and wide; targets, reflow.

use std::fs;

use serde_json::{Value, json};
use xtask::tools::{self, Engine};

use crate::driver::Wishes;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("every kind of screen is accessible on a phone", |visit| every_screen(visit, 360)),
    case("every kind of screen is accessible on a wide screen", |visit| every_screen(visit, 1280))
        .daily_in(Engine::Chromium),
    case("every kind of screen is accessible in the dark", |visit| {
        visit.with(Wishes { dark: true, ..Wishes::default() });
        every_screen(visit, 360);
    })
    .except(&[(Engine::WebKit, "WebKitGTK's driver cannot ask for a dark screen")]),
    case("everything to press is big enough for a thumb", big_targets),
    case("nothing has to be scrolled sideways at 320 pixels", no_sideways_scrolling),
];

const AXE: &str = r#"
const done = arguments[arguments.length - 1];
const page = window.wrappedJSObject ?? window;
axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(
  (found) => done(found.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.target} ${node.failureSummary}`))),
  (error) => done([String(error)]),
);
"#;

const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// axe-core finds nothing on the screen.
pub(crate) fn check(visit: &Visit) {
    check_by(visit, &RULES);
}

/// axe-core finds nothing by these rules, given by name or by tag. It looks from the top of the page: what stands half
/// under the bar only where somebody scrolled so is no small target.
pub(crate) fn check_by(visit: &Visit, rules: &[&str]) {
    let file = tools::path("axe-core").expect("axe-core in the table of tools");
    let axe = fs::read_to_string(&file).expect("axe-core in the cache");
    let found = visit
        .session()
        .script_later(&format!("scrollTo({{ top: 0, behavior: 'instant' }});{axe}\n;{AXE}"), json!([rules]));
    let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(found.is_empty(), "on the screen \"{}\":\n{}", visit.heading(), found.join("\n"));
}

fn every_screen(visit: &mut Visit, width: u32) {
    visit.open_ready().session().resize(width);
    check(visit);
    visit.unfold("Help right now").unfold("For every family");
    check(visit);
    visit.press_link("Start").see("Who is your list for?").name_child("Ada").press("Add another child");
    check(visit);
    visit.press("Remove child 2");
    visit.unfold("Rather not give a month?").unfold("Your answers").unfold("Keeping your answers");
    check(visit);
    visit.write("Month", "March").press("Next").see("Please choose both");
    check(visit);
    visit.write("Year", "2019").next();
    for heading in ["Is there something you know", "Where does Ada live", "Is there anything about Ada"] {
        visit.walk_to(heading);
        check(visit);
    }
    visit.answer("Is there anything about Ada", &["Sleep", "Worry, sadness"]);
    visit.walk_to("Shall we ask about home");
    check(visit);
    visit.walk_to("Shall we ask how you are").leave_by("Yes").walk_to("Do you feel safe");
    check(visit);
    visit.go_to_list();
    check(visit);
    visit.unfold_all();
    visit.press("I'd like this");
    check(visit);
    visit.press("Not for us").leave_by("Make a sheet for an appointment").unfold("Choose the help");
    check(visit);
    visit.press("See all support").see("All support").unfold("Sleep").see("Help with sleep");
    check(visit);
    visit.press("Delete my answers").see("Delete all your answers?");
    check(visit);
}

const TARGETS: &str = r#"
const inText = (element) => element.closest('p') && element.tagName === 'A';
return [...document.querySelectorAll('button, a[href], summary, select, main label:has(input[type=radio], input[type=checkbox])')]
  .filter(shown).filter((element) => !inText(element))
  .filter((element) => element.getBoundingClientRect().height < 43.5 && element.getBoundingClientRect().top >= 0)
  .map((element) => name(element) + ' ' + element.getBoundingClientRect().height);
"#;

fn big_targets(visit: &mut Visit) {
    visit.open_ready().session().resize(360);
    assert_eq!(visit.script(TARGETS), json!([]));
    visit.press_link("Start").see("Who is your list for?");
    assert_eq!(visit.script(TARGETS), json!([]), "the names");
    for heading in ["What does your child enjoy", "Is there anything about", "Shall we ask about home"] {
        visit.walk_to(heading);
        assert_eq!(visit.script(TARGETS), json!([]), "{heading}");
    }
    visit.go_to_list();
    visit.unfold_all();
    assert_eq!(visit.script(TARGETS), json!([]), "the list");
    visit.leave_by("Make a sheet for an appointment");
    assert_eq!(visit.script(TARGETS), json!([]), "the sheet");
}

fn no_sideways_scrolling(visit: &mut Visit) {
    visit.open_ready().session().resize(320);
    visit.press_link("Start").see("Who is your list for?");
    for page in ["Who is your list for?", "What does your child enjoy", "Is there anything about"] {
        visit.walk_to(page);
        fits(visit);
    }
    visit.go_to_list();
    fits(visit);
    visit.leave_by("Make a sheet for an appointment");
    fits(visit);
}

/// Nothing has to be scrolled sideways.
pub(crate) fn fits(visit: &Visit) {
    let over = visit.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(over, json!(0), "the screen \"{}\" is too wide", visit.heading());
}
