//! The list as a parent uses it: what they say of a card has its place the next time they look, and nothing comes to the
//! list, or goes from it, in silence.

use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("what a parent would like stands first the next time, and what is not for them is folded away", marked)
        .daily_in(Engine::Chromium),
    case("a parent with two minutes has a list after eight questions, and the others when there is time", hurried)
        .daily_in(Engine::Chromium),
    case("a question that was opened from the list leads back to it, where what came of it stands", aside),
    case("an answer that is changed from the list leads back to the list", changed_from_list)
        .daily_in(Engine::Chromium),
];

const SHEET: &str = "Make a sheet for an appointment";
const NOT_FOR_US: &str = "Not for us";

/// The names of the cards that stand open, group by group.
const CARDS: &str = "return [...document.querySelectorAll('section.group')].map((group) =>\
    [...group.querySelectorAll('.cards:not(details .cards) > .card h3')].map((name) => name.textContent));";

/// Presses a mark on the card of this name.
const MARK: &str = "const card = [...document.querySelectorAll('.card')].find((card) => card.querySelector('h3').textContent === arguments[0]);\
    [...card.querySelectorAll('.mark')].find((button) => button.textContent === arguments[1]).click();";

fn cards(visit: &Visit) -> Vec<Vec<String>> {
    serde_json::from_value(visit.script(CARDS)).expect("names of cards")
}

pub(crate) fn mark(visit: &mut Visit, name: &str, mark: &str) {
    visit.script_with(MARK, json!([name, mark]));
}

/// Away from the list and back.
fn look_again(visit: &mut Visit) {
    visit.leave_by(SHEET).see("What we agreed").leave_by("Back").see("Your list");
}

/// What the summary of the last group says, and how many cards stand in it once it is open.
fn put_aside(visit: &Visit) -> Value {
    visit.script(
        "const last = [...document.querySelectorAll('details.group')].at(-1); last.open = true;\
         return [last.querySelector('h2').textContent, last.querySelector('.group-count').textContent];",
    )
}

fn marked(visit: &mut Visit) {
    visit.start().name_child("Ada").next().answer("Is there anything about Ada", &["Sleep", "Talking"]).go_to_list();
    let first = cards(visit);
    let (last, next) = (first.concat().pop().expect("a card"), first[0][0].clone());
    mark(visit, &last, "I'd like this");
    mark(visit, &next, NOT_FOR_US);
    assert_eq!(cards(visit), first, "nothing moves under the finger");
    look_again(visit);
    let then = cards(visit);
    let group = then.iter().find(|group| group.contains(&last)).expect("the group of what they would like");
    assert_eq!(group[0], last, "{then:?}");
    assert!(!then.concat().contains(&next), "{next} is put aside: {then:?}");
    assert_eq!(then.concat().len(), first.concat().len(), "another card stands open in its place");
    assert_eq!(put_aside(visit), json!([NOT_FOR_US, "1"]));
    visit.see(&next);
    mark(visit, &next, NOT_FOR_US);
    look_again(visit);
    assert!(cards(visit).concat().contains(&next), "{next} is back");
    news(visit);
}

/// The next look at the list, after one more tick on the question that it was opened from, or one less.
fn changed(visit: &mut Visit) -> &mut Visit {
    visit.leave_by("Back to questions").see("Is there anything about Ada").tick("Feeding or eating").go_to_list()
}

fn news(visit: &mut Visit) {
    visit.leave_by("Back to questions").back().go_to_list().not_see("New since you last looked");
    changed(visit).see("New since you last looked: ");
    let tags =
        "return [...document.querySelectorAll('.card-tags li')].filter((tag) => tag.textContent === 'New').length";
    visit.unfold_all();
    assert!(visit.script(tags).as_u64() > Some(0), "what is new is marked");
    look_again(visit);
    visit.not_see("New since you last looked");
    changed(visit).see("No longer on your list: ");
}

/// The questions that are asked until the list is there.
fn questions(visit: &mut Visit) -> Vec<String> {
    let mut asked = Vec::new();
    while !visit.is_at("Your list") {
        asked.push(visit.heading());
        visit.leave_by("Next");
    }
    asked
}

fn hurried(visit: &mut Visit) {
    visit.start().name_child("Ada").leave_by("Only two minutes?");
    let asked = questions(visit);
    assert!((4..=8).contains(&asked.len()), "{asked:?}");
    assert!(asked.iter().any(|question| question.starts_with("Is there anything about Ada")), "{asked:?}");
    visit.leave_by("Answer more questions").see("What does Ada enjoy").walk_to("Is there anything about Ada");
    visit.tick("Sleep").go_to_list().leave_by("Answer more questions").see("Is there anything about Ada");
}

/// Whether the group of what one more answer would tell is open, and what has the focus.
const SPOT: &str = "const spot = document.querySelector('.possible');\
    return [spot.open, spot.contains(document.activeElement), spot.textContent.includes('New since you last looked')];";

fn aside(visit: &mut Visit) {
    visit.start().name_child("Ada").next().answer("Is there anything about Ada", &["Sleep", "Behaviour"]).go_to_list();
    visit.unfold("One more answer would tell us");
    let questions = "return [...document.querySelectorAll('.possible-lines button')].map((one) => one.textContent);";
    let questions: Vec<String> = serde_json::from_value(visit.script(questions)).expect("questions");
    let care = questions.iter().find(|question| question.contains("need much more looking after"));
    let question = care.unwrap_or_else(|| panic!("{questions:?}")).clone();
    visit.leave_by(&question).see("need much more looking after").leave_by("Back").see("Your list");
    visit.until("the spot, and nothing came of it", |visit| visit.script(SPOT) == json!([true, true, false]));
    visit.leave_by(&question).tick("Yes, a lot more").next().see("Your list");
    visit.until("the spot, and what came of it", |visit| visit.script(SPOT) == json!([true, true, true]));
    visit.leave_by(SHEET).see("What we agreed").leave_by("Back").see("Your list");
    assert_eq!(visit.script("return document.querySelector('.possible')?.open ?? false"), json!(false));
    visit.leave_by("Answer more questions").next();
    assert_ne!(visit.heading(), "Your list", "who walks through the questions goes on with them");
}

fn changed_from_list(visit: &mut Visit) {
    visit.start().name_child("Ada").next().answer("Is there anything about Ada", &["Sleep"]).go_to_list();
    visit.unfold("Your answers").see("Help your child has or may need");
    visit.leave_by("Change your answer: Is there anything about Ada you would like to talk to someone about?");
    visit.until("the focus on the question that is second on its screen", |visit| {
        visit.script("return text(document.activeElement).startsWith('Is there anything about Ada')") == json!(true)
    });
    visit.tick("Behaviour").next().see("Your list");
    visit.see("New since you last looked: ");
}
