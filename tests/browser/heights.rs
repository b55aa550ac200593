//! The frame of the line is as high as its screen, in narrow and in wide columns, through a visit: no bar to scroll inside,
//! few messages for a change, and none once it stands.

use serde_json::json;
use xtask::tools::Breadth;

use crate::driver::Wishes;
use crate::embedded::{FRAME, Website};
use crate::matrix::{Row, daily, every, row};
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] =
    &[case("the frame of the line is as high as its screen at six widths through a visit", fits)];

/// The most messages about its height that one change of the screen may cost.
const MOST_MESSAGES: u64 = 3;

/// The most screens of a visit to its end.
const MOST_SCREENS: usize = 120;

/// How wide the column of the website is, in pixels.
const WIDTHS: [Row<u32>; 6] = [
    row("375 pixels", 375),
    daily("1280 pixels", 1280),
    row("480 pixels", 480),
    row("1024 pixels", 1024),
    row("768 pixels", 768),
    daily("320 pixels", 320),
];

/// How high the page in the frame is, and how high the frame lets it be.
const HIGH: &str = "return [Math.ceil(document.documentElement.getBoundingClientRect().height), innerHeight,\
    document.documentElement.scrollHeight, document.documentElement.clientWidth - innerWidth]";

/// Whether the frame that is looked into is as high as its page.
pub(crate) fn is_fitting(visit: &Visit) -> bool {
    let high = visit.look(HIGH);
    let number = |index: usize| high[index].as_i64().unwrap_or(-99);
    number(0) > 50 && (number(0) - number(1)).abs() <= 1 && number(2) - number(1) <= 1 && number(3) == 0
}

/// Whether it is higher, if anything: nothing is cut, and nothing scrolls inside.
pub(crate) fn is_high_enough(visit: &Visit) -> bool {
    let high = visit.look(HIGH);
    let number = |index: usize| high[index].as_i64().unwrap_or(-99);
    number(0) > 50 && number(0) - number(1) <= 1 && number(2) - number(1) <= 1 && number(3) == 0
}

/// Every screen is seen at all widths, the narrowest last, where it stays for the next step.
fn fits(visit: &mut Visit) {
    visit.open_line(&Website::plain().wide(320)).answered().in_frame(FRAME).ready();
    let place = "return [location.href, document.title, history.length]";
    let before = visit.around(place);
    walk(visit);
    assert_eq!(visit.around(place), before, "the address, the title and the history of the website");
    if Breadth::chosen() == Breadth::All {
        to_the_end(visit);
        visit.with(Wishes { big_text: true, ..Wishes::default() });
        visit.open_line(&Website::plain().wide(320)).answered().in_frame(FRAME).ready();
        walk(visit);
    }
}

/// A browser may draw nothing in a frame that is not on the screen.
fn walk(visit: &mut Visit) {
    visit.around("document.querySelector('parent-signpost').scrollIntoView()");
    step(visit, |visit| visit.press_link("Start"), "Who is your list for?");
    step(visit, |visit| visit.unfold("Keeping your answers"), "For 7 days on this device");
    step(visit, |visit| visit.press("Next"), "What does your child enjoy");
    step(visit, |visit| visit.press("Your list so far"), "For every family");
    step(visit, |visit| visit.unfold("Keeping your answers"), "For every family");
    let long = height(visit);
    step(visit, |visit| visit.press("Make a sheet for an appointment"), "What we agreed");
    step(visit, |visit| visit.press("Back"), "For every family");
    step(visit, |visit| visit.press("Back to questions"), "What does your child enjoy");
    assert!(height(visit) < long, "the frame has not shrunk");
}

/// Every screen there is, by skipping, to the list.
fn to_the_end(visit: &mut Visit) {
    for _ in 0..MOST_SCREENS {
        if visit.heading() == "Your list" {
            return;
        }
        let skips = visit.script("return Boolean(find('button', 'Skip th'))") == json!(true);
        changes(visit, |visit| {
            visit.leave_by(if skips { "Skip th" } else { "Not now" });
        });
        at_every_width(visit);
    }
    panic!("the list never came");
}

fn step(visit: &mut Visit, act: fn(&mut Visit) -> &mut Visit, sees: &str) {
    changes(visit, |visit| {
        act(visit).see(sees);
    });
    at_every_width(visit);
}

fn at_every_width(visit: &mut Visit) {
    every(&WIDTHS, |width| changes(visit, |visit| widen(visit, *width)));
}

fn widen(visit: &mut Visit, width: u32) {
    visit.around(&format!("document.querySelector('div').style.inlineSize = '{width}px'"));
    let wide = format!("return Math.abs(innerWidth - {width}) < 1");
    visit.until("the width", |visit| visit.look(&wide) == json!(true));
}

/// Does something; afterwards the frame is as high as its page, and few messages told so. A message more would have come
/// with the next pictures.
fn changes(visit: &mut Visit, change: impl Fn(&mut Visit)) {
    let before = messages(visit);
    change(visit);
    visit.until("the frame to fit", is_fitting);
    let pictures = "const done = arguments[0]; let left = 10;\
        const next = () => { left -= 1; left > 0 ? requestAnimationFrame(next) : done(); }; next();";
    visit.session().script_later(pictures, json!([]));
    assert!(is_fitting(visit), "{}", visit.script(HIGH));
    let told = messages(visit) - before;
    assert!(told <= MOST_MESSAGES, "{told} messages on \"{}\"", visit.heading());
}

fn messages(visit: &mut Visit) -> u64 {
    visit.around("return heights.length").as_u64().expect("a number")
}

fn height(visit: &mut Visit) -> u64 {
    visit.around("return heights.at(-1)").as_u64().expect("a number")
}
