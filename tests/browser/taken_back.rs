//! What was told and then taken back is gone everywhere, and anything told at all closes the lock.

use serde_json::json;

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("what is taken back stays away after a reload, and is kept no longer", taken_back),
    case("an age instead of half a month goes on", half_a_month_and_an_age),
    case("a note or a mark alone closes the network lock", the_lock),
];

fn taken_back(visit: &mut Visit) {
    visit.start().tap("field", "First name or nickname").type_keys("Q");
    visit.until("a record", |visit| visit.stored().contains("\\\"Q\\\"")).press_keys(&["\u{e003}"]);
    visit.until("nothing", |visit| visit.stored() == "{}{}").tap("button", "Next").see("What does your child enjoy");
    visit.tap("choice", "Music or dance").until("a record", |visit| visit.stored().contains("music"));
    visit.tap("choice", "Music or dance").until("nothing", |visit| visit.stored() == "{}{}");
    visit.reload().ready().see("Start").not_see("Carry on").tap("link", "Start").see("Who is your list for?");
    visit.tap("button", "Next").see("What does your child enjoy");
    assert_eq!(visit.ticked(), Vec::<String>::new());
    visit.tap("choice", "Music or dance").until("a record", |visit| visit.stored().contains("music"));
    visit.tap("choice", "Music or dance").unfold("Keeping your answers").tap("choice", "Do not keep them at all");
    assert_eq!(visit.stored(), "{}{}");
    visit.reload().ready().see("Start").not_see("Carry on");
}

fn half_a_month_and_an_age(visit: &mut Visit) {
    visit.start().choose("Month", "March").tap("button", "Next");
    visit.see("Please choose both a month and a year").tap("summary", "Rather not give a month?");
    visit.tap("choice", "9 to 23 months").until("no half month", |visit| {
        visit.script("return fields('Month')[0].value + fields('Year')[0].value") == json!("")
    });
    visit.tap("button", "Next").see("What does your child enjoy");
}

/// Whether anything can still be fetched.
fn is_open(visit: &Visit) -> bool {
    let fetch = "const done = arguments[arguments.length - 1];
        (window.wrappedJSObject ?? window).fetch('/leak').then(() => done(true), () => done(false));";
    visit.session().script_later(fetch, json!([])) == json!(true)
}

fn the_lock(visit: &mut Visit) {
    visit.start().press("Your list so far").see("For every family");
    assert!(is_open(visit));
    visit.tap("button", "I'd like this").until("the lock", |visit| !is_open(visit));
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    visit.open_ready().press_link("Start").see("Who is your list for?").press("Your list so far");
    visit.see("For every family").press("Make a sheet for an appointment").see("What we agreed");
    assert!(is_open(visit));
    visit.tap("field", "Anything you want to say").type_keys("x").until("the lock", |visit| !is_open(visit));
}
