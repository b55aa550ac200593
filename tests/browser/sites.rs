//! The page of a site: its people, its services and its own support beside what everybody has, in its colours; what
//! cannot be had there is gone; and the page without a site is as it was.

use serde_json::json;
use signpost_author::languages::{ENGLISH, MIRRORED};

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("at a school its people, its services and its own support stand on the list", on_the_list),
    case("what cannot be had at a school is on no list, and all support says so kindly", not_here),
    case("a list is for the council area of the school until the family lives elsewhere", elsewhere),
    case("the sheet of a school names whom to talk to", on_the_sheet),
    case("a site has its own colours, and paper has none", colours),
    case("a site that keeps nothing keeps nothing", keeps_nothing),
    case("the page without a site has nothing of any", without),
    case("at a school, whoever changes the language keeps the answers", changed_language),
];

const SENCO: &str = "Special educational needs coordinator (SENCO)";

/// At the school that content has as an example.
fn at_school(visit: &mut Visit) -> &mut Visit {
    visit.open_at("example-school/").ready().see("Example Primary School").press_link("Start")
}

fn on_the_list(visit: &mut Visit) {
    at_school(visit).see("Who is your list for?");
    visit.answer("Where does your child learn", &["Primary school"]);
    visit
        .answer("Is there anything about your child", &["Reading, writing, numbers or learning"])
        .go_to_list()
        .unfold_all();
    visit.see("Who to ask here").see(SENCO);
    visit.see("Breakfast club at our school").see("Only at Example Primary School");
    visit.see("Near here").see("A talk with our SENCO").see("Tuesdays and Thursdays, after school");
}

fn not_here(visit: &mut Visit) {
    at_school(visit).go_to_list().unfold_all().not_see("Help out, or join the PTA");
    visit.press("See all support").until("all support", |visit| visit.heading() == "All support").unfold_all();
    visit.see("Help out, or join the PTA").see("This is not offered here.");
}

fn elsewhere(visit: &mut Visit) {
    at_school(visit).go_to_list().see("This list is for families in Example Borough.");
    visit.press("We live elsewhere").see("You said that you live outside Example Borough.");
    visit.press("We live in Example Borough").see("This list is for families in Example Borough.");
}

fn on_the_sheet(visit: &mut Visit) {
    at_school(visit).go_to_list().press("Make a sheet for an appointment");
    visit.see(&format!("To talk to: {SENCO}; Family support worker"));
}

const ACCENT: &str = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();";

const LOGO: &str = "const logo = document.querySelector('.start-logo'); \
    return logo.decode().then(() => [logo.naturalWidth > 0, logo.alt]);";

fn colours(visit: &mut Visit) {
    visit.open_at("example-school/").ready();
    assert_eq!(visit.script(ACCENT), json!("#5b3a8c"));
    assert_eq!(
        visit.script(LOGO),
        json!([true, "A tree: the badge of our school"]),
        "its logo is shown, and says what it is"
    );
    visit.open_at("example-hub/").ready();
    assert_eq!(visit.script(ACCENT), json!("#8a3b12"));
}

fn keeps_nothing(visit: &mut Visit) {
    visit.open_at("example-hub/").ready().press_link("Start").see("Who is your list for?").name_child("Ada").next();
    assert_eq!(visit.stored(), "{}{}");
    visit.open_at("example-hub/").ready().press_link("Start").see("Who is your list for?").not_see("Ada");
}

fn without(visit: &mut Visit) {
    visit.start().go_to_list().unfold_all();
    visit.not_see("Example Primary School").not_see("Who to ask here").not_see("Breakfast club at our school");
    visit.see("Help out, or join the PTA").not_see("Example Borough");
}

/// What is kept is the site's, not the language's.
fn changed_language(visit: &mut Visit) {
    at_school(visit).see("Who is your list for?").name_child("Ada").next().see("What does Ada enjoy");
    visit.open_at("example-school/").ready().press_link(MIRRORED.own).in_language("ar-XB", "/example-school/ar-XB/");
    assert_eq!(visit.script(ACCENT), json!("#5b3a8c"));
    assert_eq!(visit.script(LOGO), json!([true, "A tree: the badge of our school"]));
    visit.press_first("#start").comes(".question").tick(&MIRRORED.says("Music or dance")).press_first(".ways .main");
    visit.comes(".question").open_at("example-school/ar-XB/").ready();
    visit.press_link(ENGLISH.own).in_language("en-GB", "/example-school/").press_link("Carry on");
    visit
        .unfold("Your answers")
        .see("Ada")
        .see("Music or dance")
        .go_to_list()
        .unfold_all()
        .see("Who to ask here")
        .see(SENCO);
}

impl Visit {
    /// Waits until the questions can begin in another language, at this path.
    pub(crate) fn in_language(&mut self, tag: &str, path: &str) -> &mut Self {
        let here = "return [document.documentElement.lang, location.pathname]";
        self.until(path, |visit| visit.look(here) == json!([tag, path])).ready()
    }
}
