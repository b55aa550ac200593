//! Devices whose clock is wrong, and what time does to a visit.

use serde_json::Value;

use crate::altered::this_year;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a clock that is far wrong is named, dates no sheet and moves no year", far_wrong),
    case("no clock, wrong or set back, deletes what is kept", deletes_nothing),
    case("the year of a child of twenty-five is offered in March", in_march),
    case("a stop that time takes away gives way to the last one before it of the same child", time_passes),
];

const WRONG: &str = "The date on this device seems to be wrong.";

/// The years to choose from on the screen.
fn years(visit: &Visit) -> Vec<u64> {
    let years = visit.script("return [...fields('Year')[0].options].map((it) => it.value).filter(Boolean)");
    years.as_array().into_iter().flatten().filter_map(Value::as_str).filter_map(|year| year.parse().ok()).collect()
}

fn far_wrong(visit: &mut Visit) {
    visit.with_clock().open();
    for says in ["1970-01-01T00:10", "2000-06-01T12:00", "2199-06-01T12:00"] {
        visit.set_clock(says).open_ready().tap("link", "Start").see("Who is your list for?").see(WRONG);
        let this_year = this_year();
        let offered = years(visit);
        assert!(offered.contains(&(this_year - 5)) && offered.contains(&this_year), "{says}: {offered:?}");
        assert!(offered.iter().all(|year| year.abs_diff(this_year) <= 36), "{says}: {offered:?}");
        visit.go_to_list().leave_by("Make a sheet for an appointment").see("What we agreed");
        let day = visit.script("return document.querySelector('article').innerText.match(/^Date:(.*)/m)?.[1]");
        assert!(day.as_str().is_some_and(|day| !day.contains(|it: char| it.is_ascii_digit())), "{says}: {day}");
    }
}

fn deletes_nothing(visit: &mut Visit) {
    let kept = |visit: &Visit| visit.script("return localStorage.getItem('parent-signpost')");
    let says = |years: u64, day: &str| format!("{}-{day}T12:00", this_year() + years);
    visit.with_clock().open().set_clock(&says(2, "06-20")).open_ready();
    visit.press_link("Start").see("Who is your list for?").name_child("Ada").next().see("What does Ada enjoy");
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    let record = kept(visit);
    for other in [says(2, "06-19"), says(1, "06-20"), "1970-01-01T00:10".into(), "2199-06-01T12:00".into()] {
        visit.set_clock(&other).open_ready().see("Carry on where you left off");
        assert_eq!(kept(visit), record, "{other}");
    }
    visit.set_clock(&says(2, "06-28")).open_ready().see("more than 7 days old").not_see("Carry on");
    visit.tap("link", "Start").see("Who is your list for?").tap("button", "Next").see("What does your child enjoy");
    assert_eq!(kept(visit), record);
    visit.set_clock(&says(2, "06-26")).open_ready().tap("link", "Carry on").see("What does Ada enjoy");
}

fn in_march(visit: &mut Visit) {
    let year = this_year() + 1;
    visit.with_clock().open().set_clock(&format!("{year}-03-15T12:00")).open_ready();
    visit.press_link("Start").see("Who is your list for?").not_see(WRONG);
    assert_eq!((years(visit).first(), years(visit).last()), (Some(&(year + 1)), Some(&(year - 26))));
    visit.choose("Month", "June").choose("Year", &(year - 26).to_string()).tap("button", "Next");
    visit.see("What does your child enjoy");
}

/// Ada, who has just had her first birthday or will soon, is asked about as a baby. Two years later she is none.
fn time_passes(visit: &mut Visit) {
    visit.with_clock().open_ready().press_link("Start").see("Who is your list for?").name_child("Ada");
    visit.born("January", &this_year().to_string());
    visit.press("Add another child").write_nth("First name or nickname", "Ben", 1);
    visit.set_clock(&format!("{}-06-30T12:00", this_year())).walk_to("What is going well with Ada");
    visit.set_clock(&format!("{}-12-30T12:00", this_year() + 1)).tap("choice", "Feeds well");
    visit.until("another stop", |visit| !visit.heading().starts_with("What is going well with Ada"));
    assert_eq!(visit.heading(), "What does Ada enjoy, or do well?");
}
