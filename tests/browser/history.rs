//! What the browser's own Back, Forward and reload mean, and that they never lead to what is gone or was confided.

use serde_json::json;

use crate::host::Host;
use crate::tabs::forgets;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("after a reload the browser's Back still steps through the questions", back_after_reload),
    case("after deleting no step of the browser's history leads back", no_way_back),
    case("whoever types the address again finds the start page and may start afresh", the_next_person),
    case("a private answer is not seen again by Back, by a reload or in a page put aside", confided),
    case("kept nowhere, Back to the page is a fresh start", kept_nowhere),
    case("start afresh leaves what is kept for seven days, to be carried on later", afresh),
];

/// The browser puts the page aside when it is left, and takes it up again as it was. Not every engine does so under a
/// driver; this is what the page would hear.
const PUT_ASIDE: &str = r#"
for (const name of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
"#;

/// What leads nowhere is passed over, one step after the other.
const COUNT_STEPS: &str = r#"
document.body.dataset.steps = 0;
addEventListener('popstate', () => { document.body.dataset.steps++; });
"#;

/// Goes to a page of another website and presses Back there.
fn away_and_back(visit: &mut Visit) {
    let page = Host::plain().page("http://127.0.0.1:1").replace("<iframe", "<br");
    visit.open_website(&page).see("News from our classes").go_back().ready();
}

fn back_after_reload(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?").name_child("Ada");
    for heading in ["What does Ada enjoy", "What is going well", "Who are you"] {
        visit.tap("button", "Next").see(heading);
    }
    visit.reload().see("Who are you").go_back().see("What is going well");
    visit.go_back().see("What does Ada enjoy").reload().see("What does Ada enjoy").go_back();
    visit.see("Who is your list for?").go_forward().see("What does Ada enjoy");
}

fn no_way_back(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?");
    visit.tap("field", "First name or nickname").type_keys("Zebedee").tap("button", "Next");
    visit.see("What does Zebedee enjoy").tap("button", "Your list so far").see("For every family");
    visit.tap("button", "Make a sheet for an appointment").see("About Zebedee");
    visit.tap("field", "Anything you want to say").type_keys("Ask Zebedee.").see("What I want to say");
    visit.tap("button", "Delete my answers").see("Delete all your answers?").tap("button", "Yes, delete them");
    visit.see("Your answers are deleted.").see("Start");
    forgets(visit, "Zebedee");
    visit.script(COUNT_STEPS);
    visit
        .go_back()
        .until("the first of four entries", |visit| visit.look("return document.body.dataset.steps") == json!("4"));
    visit.see("Find help that fits your family");
    forgets(visit, "Zebedee");
    visit.go_forward().see("Find help that fits your family").tap("link", "Start").see("Who is your list for?");
    visit.tap("button", "Next").see("What does your child enjoy").go_back().see("Who is your list for?");
    forgets(visit, "Zebedee");
}

fn the_next_person(visit: &mut Visit) {
    visit.start().name_child("Zebedee").next().see("What does Zebedee enjoy");
    visit.open_ready().see("Answers from before are still here.").see("Carry on where you left off");
    visit.not_see("Zebedee").tap("button", "Start afresh").see("Who is your list for?");
    forgets(visit, "Zebedee");
    visit.tap("button", "Next").see("What does your child enjoy");
    visit.tap("choice", "Music or dance").until("a tick", |visit| visit.ticked().len() == 1);
    away_and_back(visit);
    visit.see("Carry on where you left off").tap("button", "Delete my answers").tap("button", "Yes, delete them");
    visit.see("Your answers are deleted.").not_see("Carry on");
    forgets(visit, "music");
}

/// The question waits behind the start page, and comes up empty.
fn carries_on_unticked(visit: &mut Visit) {
    visit.see("Carry on where you left off").not_see("Do you feel safe");
    visit.tap("link", "Carry on").see("Do you feel safe");
    not_ticked(visit);
    tick_safe(visit);
}

fn confided(visit: &mut Visit) {
    visit.start().walk_to("Shall we ask how you are").leave_by("Yes").walk_to("Do you feel safe");
    tick_safe(visit);
    visit.reload().see("Do you feel safe");
    not_ticked(visit);
    tick_safe(visit);
    away_and_back(visit);
    carries_on_unticked(visit);
    visit.script(PUT_ASIDE);
    carries_on_unticked(visit);
    visit.tap("button", "Next").until("the next question", |visit| !visit.heading().starts_with("Do you feel safe"));
    visit.go_to_list().see("Because of something you told us.");
    visit.script(PUT_ASIDE);
    visit.see("Carry on where you left off").tap("link", "Carry on").see("For every family");
    visit.not_see("Because of something you told us.");
}

fn tick_safe(visit: &mut Visit) {
    visit.tap("choice", "Not always").until("a tick", |visit| visit.ticked() == ["Not always"]);
}

fn not_ticked(visit: &Visit) {
    assert_eq!(visit.ticked(), Vec::<String>::new());
    let kept = visit.script("return [...document.querySelectorAll('input:checked')].map((it) => name(it))");
    assert_eq!(kept.as_array().map(Vec::len), Some(1), "only the way of keeping is ticked: {kept}");
    assert!(!visit.stored().contains("not-always"), "{}", visit.stored());
}

fn kept_nowhere(visit: &mut Visit) {
    let begin = |visit: &mut Visit| {
        visit.tap("link", "Start").see("Who is your list for?").name_child("Zebedee").next();
        visit.see("What does Zebedee enjoy");
        if visit.script("return Boolean(find('choice', 'Do not keep them at all'))") == json!(false) {
            visit.unfold("Keeping your answers");
        }
        visit.tick("Do not keep them at all");
    };
    begin(visit.open_ready());
    assert_eq!(visit.stored(), "{}{}");
    away_and_back(visit);
    visit.see("Start").not_see("Carry on");
    forgets(visit, "Zebedee");
    begin(visit);
    visit.tap("button", "Delete my answers").see("Delete all your answers?").script(PUT_ASIDE);
    assert_eq!(visit.script("return document.querySelector('dialog[open]') === null"), json!(true));
    visit.see("Start").not_see("Carry on").until("no name", |visit| {
        visit.script("return document.documentElement.outerHTML.includes('Zebedee')") == json!(false)
    });
    visit.tap("link", "Start").see("Who is your list for?").tap("button", "Next").see("What does your child enjoy");
}

fn afresh(visit: &mut Visit) {
    let places = |visit: &Visit| {
        let look = "return [localStorage, sessionStorage].map((it) => it.getItem('parent-signpost') ?? '')";
        let both = visit.script(look);
        [0, 1].map(|index| both[index].as_str().unwrap_or_default().to_owned())
    };
    visit.start().name_child("Ada").next().see("What does Ada enjoy");
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    let [ada, _] = places(visit);
    visit.open_ready().tap("button", "Start afresh").see("Who is your list for?");
    visit.tap("field", "First name or nickname").type_keys("Ben").tap("button", "Next").see("What does Ben enjoy");
    let [device, tab] = places(visit);
    assert!(device == ada && tab.contains("Ben") && !tab.contains("Ada"), "{device} {tab}");
    visit.reload().see("What does Ben enjoy").tap("button", "Next").see("What is going well");
    assert_eq!(places(visit)[0], ada);
    visit.new_tab();
    visit.open_ready().see("Answers from before are still here.").tap("link", "Carry on").see("What does Ada enjoy");
}
