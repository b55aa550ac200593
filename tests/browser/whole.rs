//! From the first question to the sheet, and every way a parent may take in between.

use serde_json::json;

use crate::accessibility::check;
use crate::altered::months_ago;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a parent goes from the first question to the sheet", from_start_to_sheet),
    case("a list before any answer shows help for every family and nothing else", an_empty_list),
    case("skipping every question ends at the list", skipping_everything),
    case("going back shows the answer, and changing it loses no other", going_back),
    case("a choice that stands alone unticks the others", standing_alone),
    case("a month without a year gets one kind sentence, and skipping goes on", half_a_month),
    case("a child is added, named and taken away", children_come_and_go),
    case("a door that stays closed asks nothing behind it", doors),
    case("one more answer is asked for only where something points that way", one_more_answer),
    case("all support can be read without answering, and says why it is not on the list", all_support),
    case("all support can be searched in a parent's own words, also misspelt, and nothing of it is kept", searched),
    case("your answers can be read and changed", reading_answers),
    case("a private answer is never shown again, kept or printed", private_answers),
    case("focus moves to the heading of every new screen", focus_follows),
    case("the browser's Back steps back, and address and title never change", browser_back),
    case("a short visit needs no mouse", keyboard_only),
];

/// A family that several tests begin with: a baby of eight months, whatever day it is. What begins at nine months
/// still lies ahead.
pub(crate) fn a_family(visit: &mut Visit) {
    let (month, year) = months_ago(8);
    visit.start().name_child("Ada").born(month, &year.to_string()).next();
    visit.answer("What is going well with Ada", &["Feeds well"]);
    visit.answer("Who are you", &["Mum"]);
    visit.answer("Is there anything about Ada", &["Sleep", "Talking, or understanding words"]);
    visit.walk_to("Shall we ask about home").leave_by("Yes");
    visit.answer("Are you working", &["Working and earning about"]);
    visit.answer("What would you like to happen", &["Better sleep"]);
}

fn from_start_to_sheet(visit: &mut Visit) {
    a_family(visit);
    visit.go_to_list().see("What you said you want").see("Help with sleep").see("you would like to talk about sleep");
    visit.unfold_all().see("30 free hours for working parents").see("From 1 ").see("For every family");
    visit.see("Health visitor");
    visit.press("I'd like this").leave_by("Make a sheet for an appointment");
    visit.see("A sheet to take with you").see("My notes for a chat about health and growing up").see("About Ada");
    visit.see("Ada feeds well").see("Help with sleep").see("What we agreed");
    visit.tick("An annual review").see("My notes for the review meeting");
    visit.write("Anything you want to say", "Please speak slowly.").see("What I want to say");
}

fn an_empty_list(visit: &mut Visit) {
    visit.start().go_to_list().see("You have not answered anything yet").see("For every family");
    visit.not_see("What you said you want").not_see("For you and your family");
    visit.unfold("Help right now").see("116 123").see("999");
}

fn skipping_everything(visit: &mut Visit) {
    visit.start();
    for _ in 0..120 {
        if visit.heading() == "Your list" {
            return;
        }
        let skips = visit.script("return Boolean(find('button', 'Skip th'))") == json!(true);
        visit.leave_by(if skips { "Skip th" } else { "Not now" });
    }
    panic!("the list never came");
}

fn going_back(visit: &mut Visit) {
    visit.start().name_child("Ada").next();
    visit.answer("What does Ada enjoy", &["Music or dance", "Stories and books"]);
    visit.answer("What is going well", &["We laugh together"]).back().back();
    assert_eq!(visit.ticked(), ["Music or dance", "Stories and books"]);
    visit.tick("Music or dance").next();
    assert_eq!(visit.ticked(), ["We laugh together"]);
    visit.back();
    assert_eq!(visit.ticked(), ["Stories and books"]);
}

fn standing_alone(visit: &mut Visit) {
    visit.start().walk_to("What is going well");
    visit.tick("We laugh together").tick("Nothing comes to mind today");
    assert_eq!(visit.ticked(), ["Nothing comes to mind today"]);
    visit.tick("We keep going");
    assert_eq!(visit.ticked(), ["We keep going"]);
    visit.tick("Prefer not to say");
    assert_eq!(visit.ticked(), ["Prefer not to say"]);
}

fn half_a_month(visit: &mut Visit) {
    visit.start().write("Month", "March");
    visit.press("Next").see("Please choose both a month and a year, or skip this question.");
    visit.write("Year", "2024").next().back();
    assert_eq!(visit.script("return document.querySelectorAll('select')[1].value"), json!("2024"));
    visit.unfold("Rather not give a month?").tick("9 to 23 months").next().back();
    visit.unfold("Rather not give a month?");
    assert_eq!(visit.ticked(), ["9 to 23 months"]);
}

fn children_come_and_go(visit: &mut Visit) {
    visit.start().name_child("Ada").press("Add another child").write_nth("First name or nickname", "Ben", 1);
    visit.press("Add another child").see("Child 3").press("Remove child 3").not_see("Child 3");
    visit.next().see("What does Ada enjoy").next().see("What does Ben enjoy").back().back();
    visit.press("Remove Ada").next().see("What does Ben enjoy");
}

fn doors(visit: &mut Visit) {
    visit.start().walk_to("Shall we ask about home").leave_by("Not now").see("Shall we ask how you are");
    visit.back().leave_by("Yes").see("Which adults live in your home?");
}

fn one_more_answer(visit: &mut Visit) {
    visit.start().walk_to("Shall we ask about home").leave_by("Yes");
    visit.answer("Do you get any of these", &["Universal Credit"]);
    visit.go_to_list().unfold("One more answer would tell us").see("It depends on one thing").leave_by("Answer:");
    assert!(visit.heading().ends_with('?'), "{}", visit.heading());
}

fn all_support(visit: &mut Visit) {
    visit.open_ready().press_link("Look at all the help without answering").see("All support");
    visit.unfold("Sleep").see("Help with sleep").unfold("Why isn't this on my list?");
    visit
        .see("We would know more with an answer to")
        .press("Your list so far")
        .see("You have not answered anything yet");
}

const FIELD: &str = "Or say what you need";

fn searched(visit: &mut Visit) {
    visit.open_ready().press_link("Look at all the help without answering").see("All support");
    visit.write(FIELD, "slepe").see("The nearest come first.").see("Help with sleep");
    visit.write(FIELD, "kicked out of nursery").see("Suspended or excluded: your rights").not_see("Help with sleep");
    check(visit);
    visit.write(FIELD, "xylophone").see("Nothing here goes by those words.").not_see("Suspended or excluded");
    visit.write(FIELD, "").not_see("Nothing here goes by those words.");
    assert_eq!(visit.stored(), "{}{}");
}

fn reading_answers(visit: &mut Visit) {
    visit.start().name_child("Ada").next();
    visit.answer("What does Ada enjoy", &["Music or dance"]).unfold("Your answers").see("Music or dance");
    visit.leave_by("Change").see("What does Ada enjoy");
    assert_eq!(visit.ticked(), ["Music or dance"]);
}

fn private_answers(visit: &mut Visit) {
    visit.start().name_child("Ada").walk_to("Shall we ask how you are").leave_by("Yes");
    visit.walk_to("Do you feel safe").tick("Not always").next().back().see("Do you feel safe");
    assert_eq!(visit.ticked(), Vec::<String>::new());
    let stored = visit.stored();
    assert!(stored.contains("Ada") && !stored.contains("not-always"), "{stored}");
    visit.unfold("Your answers");
    let told = visit
        .script("return document.querySelector('.answers').innerText + location.href + document.title")
        .to_string();
    assert!(!told.contains("Not always") && !told.contains("feel safe"), "{told}");
    visit.go_to_list().see("Because of something you told us. We do not show that answer again.");
    visit.leave_by("Make a sheet for an appointment").not_see("Galop");
}

/// Focus is on the heading, where the keyboard and a screen reader begin.
fn on_the_heading(visit: &Visit) -> bool {
    visit.script("return document.activeElement.tagName") == json!("H1")
}

fn focus_follows(visit: &mut Visit) {
    visit.start();
    visit.until("focus on the heading", on_the_heading).next().until("focus on the heading", on_the_heading);
    visit.go_to_list().until("focus on the heading", on_the_heading);
}

fn browser_back(visit: &mut Visit) {
    let place = |visit: &Visit| visit.script("return location.href + ' ' + document.title");
    visit.start().name_child("Ada");
    let first = place(visit);
    visit.next().see("What does Ada enjoy").next().see("What is going well").go_to_list();
    assert_eq!(place(visit), first);
    visit.session().back();
    visit.see("What is going well for your family?").session().back();
    visit.see("What does Ada enjoy").session().back();
    visit.see("Who is your list for?");
    assert_eq!(place(visit), first);
}

fn keyboard_only(visit: &mut Visit) {
    const TAB: &str = "\u{e004}";
    const ENTER: &str = "\u{e007}";
    visit.open_ready();
    visit.script("document.getElementById('start').focus()");
    visit.session().key(ENTER);
    visit.see("Who is your list for?").until("focus on the heading", on_the_heading);
    visit.session().key(TAB);
    visit.session().key("A");
    visit.session().key(ENTER);
    visit.see("What does A enjoy").until("focus on the heading", on_the_heading);
    visit.session().key(TAB);
    visit.session().key(" ");
    visit.until("a tick", |visit| visit.ticked().len() == 1);
    visit.session().key(ENTER);
    visit.see("What is going well for your family?").until("focus on the heading", on_the_heading);
}
