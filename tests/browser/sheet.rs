//! The sheet as a parent makes it: who the meeting is with, whom it is about, what comes first, and their own words.

use serde_json::json;
use xtask::tools::Engine;

use crate::gesture::keys;
use crate::print::{NO_PRINTER, Paper};
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a sheet about one of two children says nothing of the other, after a reload either", one_child)
        .daily_in(Engine::Chromium),
    case("what is to be talked about first is moved up by its button, which keeps the focus and says so", moved),
    case("another meeting has other support first, and other questions", meetings).daily_in(Engine::Chromium),
    case("the day of a meeting goes on the paper and is kept nowhere", day).daily_in(Engine::Chromium),
    case("a box for own words says how much room is left there", room).daily_in(Engine::Chromium),
    case("a sheet of one child and eight supports is one page, and none of its parts is cut in two", one_side)
        .except(NO_PRINTER),
];

const SHEET: &str = "Make a sheet for an appointment";

fn paper(visit: &Visit) -> String {
    visit.script("return document.querySelector('article').innerText").as_str().unwrap_or_default().to_owned()
}

/// What stands under a heading of the paper.
fn part(visit: &Visit, heading: &str) -> Vec<String> {
    let lines = "const parts = [...document.querySelectorAll('.paper-part')];\
        const part = parts.find((part) => part.querySelector('h3').textContent === arguments[0]);\
        return part ? [...part.querySelectorAll('li, p')].map((line) => line.textContent) : [];";
    serde_json::from_value(visit.script_with(lines, json!([heading]))).expect("lines")
}

fn one_child(visit: &mut Visit) {
    visit.start().name_child("Ada").press("Add another child").write_nth("First name or nickname", "Zebedee", 1).next();
    visit.answer("Is there anything about Ada", &["Sleep"]).answer("Is there anything about Zebedee", &["Behaviour"]);
    visit.go_to_list().leave_by(SHEET).see("Who is it about?");
    assert!(paper(visit).contains("About Ada and Zebedee") && paper(visit).contains("For Zebedee: Behaviour"));
    visit.tick("Zebedee").until("the paper is about Ada", |visit| !paper(visit).contains("Zebedee"));
    assert_eq!(part(visit, "What I want to talk about"), ["For Ada: Sleep"]);
    visit.reload().ready().see("Who is it about?");
    assert!(!paper(visit).contains("Zebedee"), "{}", paper(visit));
    visit.tick("Zebedee").until("the paper is about both", |visit| paper(visit).contains("About Ada and Zebedee"));
}

/// The name of what has the focus, and what was said last.
const FOCUSED: &str =
    "return [document.activeElement.getAttribute('aria-label'), document.querySelector('.announcement').textContent];";

/// Gives the focus to the button of this name.
const FOCUS: &str = "[...document.querySelectorAll('.sheet-row .button')]\
    .find((up) => up.getAttribute('aria-label') === arguments[0]).focus();";

fn moved(visit: &mut Visit) {
    visit.start().name_child("Ada").next();
    visit.answer("Is there anything about Ada", &["Sleep", "Behaviour", "Talking, or understanding words"]);
    visit.go_to_list().leave_by(SHEET).see("What we agreed").unfold("Leave something out, or move it up");
    // The heading takes the focus of a new screen in the next frame, which may come late.
    visit.until("the focus on the heading", |visit| visit.script("return document.activeElement.tagName") == "H1");
    let talk = |visit: &Visit| part(visit, "What I want to talk about");
    assert_eq!(talk(visit)[1..], ["For Ada: Sleep", "For Ada: Behaviour"]);
    let label = "Move up: For Ada: Behaviour";
    for (place, before) in [(2, "For Ada: Sleep"), (1, "For Ada: Talking, or understanding words")] {
        visit.script_with(FOCUS, json!([label]));
        visit
            .press_keys(&[keys::ENTER])
            .until("it is moved up", |visit| talk(visit)[place - 1] == "For Ada: Behaviour");
        assert_eq!(talk(visit)[place], before);
        let [focused, said]: [String; 2] = serde_json::from_value(visit.script(FOCUSED)).expect("two texts");
        assert_eq!((focused.as_str(), said.trim()), (label, &*format!("Moved up. It is number {place} now.")));
    }
    let rows =
        "return [...document.querySelectorAll('.sheet-row .button')].map((up) => up.getAttribute('aria-label'))[0]";
    assert_eq!(visit.script(rows), label, "the boxes stand in the order of the paper");
    visit.reload().ready().see("What we agreed");
    assert_eq!(talk(visit)[0], "For Ada: Behaviour", "after a reload");
}

fn meetings(visit: &mut Visit) {
    visit.start().name_child("Ada").next().answer("Is there anything about Ada", &["Sleep", "Behaviour"]);
    visit.go_to_list().leave_by(SHEET).see("My notes for a chat about school");
    let all = |visit: &Visit| [part(visit, "Help I would like to ask about"), part(visit, "Questions I want to ask")];
    let at_school = all(visit);
    visit.tick("A GP (family doctor)").see("My notes for the GP");
    let at_gp = all(visit);
    assert!(at_school.iter().zip(&at_gp).all(|(one, other)| one != other), "{at_school:?} {at_gp:?}");
    assert!(at_gp.iter().all(|part| !part.is_empty()), "{at_gp:?}");
}

fn day(visit: &mut Visit) {
    visit.start().name_child("Ada").next().go_to_list().leave_by(SHEET).see("What we agreed");
    visit.unfold("Do you know the day?").see("It is not kept.");
    visit.script(
        "const day = document.querySelector('input[type=date]'); day.value = '2031-12-03';\
         day.dispatchEvent(new Event('input', { bubbles: true }));",
    );
    visit.see("Date: 3 December 2031");
    visit.leave_by("Back").see("Your list").leave_by(SHEET).see("Date: 3 December 2031");
    visit.unfold("Do you know the day?").see("It is not kept.");
    assert_eq!(visit.script("return document.querySelector('input[type=date]').value"), "2031-12-03");
    let stored = visit.stored();
    assert!(!stored.contains("2031") && stored.contains("Ada"), "{stored}");
}

fn room(visit: &mut Visit) {
    visit.start().next().go_to_list().leave_by(SHEET).see("Room for 2000 more letters");
    visit.write("Anything you want to ask", "Who helps at lunch?").see("Room for 1981 more letters");
    assert_eq!(part(visit, "Questions I want to ask")[0], "Who helps at lunch?");
    let described = "const area = [...document.querySelectorAll('.sheet textarea')][1];\
        return document.getElementById(area.getAttribute('aria-describedby')).textContent;";
    assert_eq!(visit.script(described), "Room for 1981 more letters");
}

fn one_side(visit: &mut Visit) {
    visit.start().name_child("Ada").next();
    visit.answer("What does Ada enjoy", &["Music or dance", "Stories and books"]);
    visit.answer("Is there anything about Ada", &["Sleep", "Behaviour", "Feeding or eating"]);
    visit.go_to_list().leave_by(SHEET).see("What we agreed").unfold("Choose the help that goes on it");
    let put_on = "const boxes = [...document.querySelectorAll('.sheet-supports input')];\
        boxes.filter((box, place) => box.checked !== place < 8).forEach((box) => box.click());";
    visit.script(put_on);
    visit.until("eight supports", |visit| part(visit, "Help I would like to ask about").len() == 8);
    let on_a4 = Paper::of(visit);
    assert_eq!(on_a4.pages(), 1, "{}", on_a4.facts);
    assert!(on_a4.holds("By when:") && on_a4.holds("Made by a parent"), "{}", on_a4.facts);
    let on_letter = Paper::on_letter(visit);
    assert!(on_letter.pages() <= 2 && !on_letter.is_a4(), "{}", on_letter.facts);
}
