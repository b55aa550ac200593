//! Several tabs and frames with one parent, or several: what one of them writes or deletes concerns the others.

use serde_json::json;

use crate::altered::SUNNY;
use crate::host::Host;
use crate::session::Tab;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("what is deleted in one tab is gone in the other, and nothing writes it back", deleted_elsewhere),
    case("exit in one tab forgets in the other", left_elsewhere),
    case("what two tabs change is asked about, and neither answer is lost", both_change),
    case("what is deleted in one tab is gone in its copy, even while that has crashed", deleted_in_a_copy),
    case("two frames on one page notice each other", two_frames),
];

const GONE: &str = "Your answers were deleted in another tab or window";
const CHANGED: &str = "These answers were also changed in another tab or window.";

/// Zebedee's answers, kept on the device, on the screen in two tabs. The second one is looked at; the first is given.
fn in_two_tabs(visit: &mut Visit) -> Tab {
    visit.start().name_child("Zebedee").next().see("What does Zebedee enjoy");
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    let first = visit.session().tab();
    visit.new_tab();
    visit.open_ready().tap("link", "Carry on").see("What does Zebedee enjoy");
    first
}

/// Nothing in the page or in storage tells of anybody.
pub(crate) fn forgets(visit: &mut Visit, name: &str) {
    let page = visit.script("return document.documentElement.outerHTML").to_string();
    assert!(!page.contains(name), "{name} is still in the page");
    assert_eq!(visit.stored(), "{}{}");
}

fn deleted_elsewhere(visit: &mut Visit) {
    let first = in_two_tabs(visit);
    let second = visit.session().tab();
    visit.switch_to(&first).tap("button", "Delete my answers").tap("button", "Yes, delete them");
    visit.see("Your answers are deleted.").switch_to(&second).see(GONE).not_see("Carry on");
    forgets(visit, "Zebedee");
    visit.tap("link", "Start").see("Who is your list for?").tap("button", "Next").see("What does your child enjoy");
    visit.tap("choice", "Music or dance").until("a tick", |visit| visit.ticked().len() == 1);
    let stored = visit.stored();
    assert!(stored.contains("music") && stored.ends_with("{}") && !stored.contains("Zebedee"), "{stored}");
}

fn left_elsewhere(visit: &mut Visit) {
    visit.with_weather(xtask::server::Travel::Whole);
    let first = in_two_tabs(visit);
    let second = visit.session().tab();
    visit.switch_to(&first).tap("button", "Exit this page").see(SUNNY).switch_to(&second).see(GONE);
    forgets(visit, "Zebedee");
}

fn device(visit: &Visit) -> String {
    visit.script("return localStorage.getItem('parent-signpost') ?? ''").as_str().unwrap_or_default().to_owned()
}

fn both_change(visit: &mut Visit) {
    let first = in_two_tabs(visit);
    let second = visit.session().tab();
    visit.switch_to(&first).tap("choice", "Music or dance").until("a record", |visit| device(visit).contains("music"));
    visit.switch_to(&second).see(CHANGED).tap("choice", "Stories and books");
    visit.until("a tick", |visit| visit.ticked() == ["Stories and books"]);
    assert!(device(visit).contains("music") && !device(visit).contains("stories"), "{}", device(visit));
    visit.tap("button", "Use the other answers").until("the tick", |visit| visit.ticked() == ["Music or dance"]);
    visit.not_see(CHANGED).tap("choice", "Stories and books");
    visit.until("both", |visit| device(visit).contains("music") && device(visit).contains("stories"));
    visit.switch_to(&first).see(CHANGED).tap("choice", "Drawing, making").tap("button", "Keep the answers here");
    visit.until("this tab's", |visit| !device(visit).contains("stories") && device(visit).contains("making"));
    visit.not_see(CHANGED).switch_to(&second).see(CHANGED);
}

/// A copy of the tab: what the tab keeps is copied with it.
fn copy_tab(visit: &mut Visit) -> Tab {
    let link = "const link = document.createElement('a'); link.href = location.href; link.target = '_blank';
        link.rel = 'opener'; link.textContent = 'A copy of this tab'; document.body.prepend(link);";
    let before = visit.session().tabs();
    visit.script(link);
    visit.tap("link", "A copy of this tab").until("the copy", |visit| visit.session().tabs().len() > before.len());
    let copy = visit.session().tabs().into_iter().find(|tab| !before.contains(tab)).expect("the copy");
    visit.script("document.querySelector('a[rel=opener]').remove()");
    visit.switch_to(&copy).ready();
    copy
}

fn deleted_in_a_copy(visit: &mut Visit) {
    visit.start().name_child("Zebedee").next().see("What does Zebedee enjoy");
    let (first, copy) = (visit.session().tab(), copy_tab(visit));
    visit.press_link("Carry on").see("What does Zebedee enjoy").switch_to(&first);
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    visit.switch_to(&copy).see(GONE);
    forgets(visit, "Zebedee");
    visit.press_link("Start").see("Who is your list for?").name_child("Zebedee").next().see("What does Zebedee");
    crate::keeping::trap(visit);
    visit.script("(window.wrappedJSObject ?? window).signpost.forgotten = () => { throw new Error('dead'); };");
    visit.switch_to(&first).press_link("Start").see("Who is your list for?");
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    visit.switch_to(&copy).see("Sorry, something went wrong").press("Try again").see("Find help that fits your family");
    visit.ready().not_see("Carry on");
    let stored = visit.stored();
    assert!(!stored.contains("Zebedee"), "{stored}");
}

fn two_frames(visit: &mut Visit) {
    let page = |address: &str| {
        let frame = |id| format!("<iframe id=\"{id}\" src=\"{address}/\" width=\"100%\" height=\"700\"></iframe>");
        Host::plain()
            .page(address)
            .replace("<iframe id=\"signpost\"", "<iframe hidden")
            .replace("</body>", &format!("{}{}</body>", frame("one"), frame("two")))
    };
    let page = page(&visit.server.address());
    visit.open_website(&page);
    for (frame, name) in [("#one", "Ada"), ("#two", "Ben")] {
        visit.in_frame(frame).ready().tap("link", "Start").see("Who is your list for?");
        visit.tap("field", "First name or nickname").type_keys(name);
    }
    visit.see("Other answers are already kept here.");
    assert!(visit.stored().contains("Ada") && !visit.stored().contains("Ben"), "{}", visit.stored());
    visit.tap("button", "Keep the answers here").until("Ben's", |visit| visit.stored().contains("Ben"));
    visit.in_frame("#one").see(CHANGED).tap("button", "Next").see("What does Ada enjoy");
    assert!(!visit.stored().contains("Ada"), "{}", visit.stored());
    visit.tap("button", "Keep the answers here").until("Ada's", |visit| visit.stored().contains("Ada"));
    visit.in_frame("#two").see(CHANGED).tap("button", "Use the other answers");
    visit.see("What does Ada enjoy");
    assert_eq!(visit.script("return document.documentElement.outerHTML.includes('Ben')"), json!(false));
}
