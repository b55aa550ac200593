//! Visits by real pointer and real keys only, as a person makes them: what a script presses may be out of reach.

use xtask::tools::Engine;

use crate::gesture::keys;
use crate::host::{FRAME, Host};
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a parent goes from the first question to the sheet by mouse and keys", by_mouse),
    case("a parent goes from the first question to the sheet without a mouse", by_keys),
    case("a parent goes from the first question to the sheet in a school's page", in_a_page),
    case("the questions start in every kind of frame", in_every_frame),
    case("two quick presses at one place are two presses", twice),
    case("a parent begins with a finger", by_finger)
        .except(&[(Engine::WebKit, "WebKitGTK's driver has no finger, only a mouse")]),
    case("the browser's own Back and Forward step through the questions", back_and_forward),
    case("two tabs are two visits", two_tabs),
];

/// The most screens between two questions.
const MOST_SCREENS: usize = 60;

/// Presses on until this question comes, and ticks these choices.
fn answer(visit: &mut Visit, question: &str, choices: &[&str]) {
    go_on_to(visit, question);
    for choice in choices {
        visit.tap("choice", choice).until(&format!("\"{choice}\" to be ticked"), |visit| is_ticked(visit, choice));
    }
}

fn go_on_to(visit: &mut Visit, question: &str) {
    for _ in 0..MOST_SCREENS {
        let before = visit.heading();
        if visit.is_at(question) {
            return;
        }
        visit.tap("button", "Next").until("the next screen", |visit| visit.heading() != before);
    }
    panic!("the question \"{question}\" never came");
}

fn is_ticked(visit: &Visit, choice: &str) -> bool {
    visit.ticked().iter().any(|ticked| ticked.starts_with(choice))
}

fn by_mouse(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?");
    from_names_to_list(visit);
    from_list_to_sheet(visit);
}

fn from_names_to_list(visit: &mut Visit) {
    visit.tap("field", "First name or nickname").type_keys("Zoë");
    visit.choose("Month", "March").choose("Year", "2020");
    answer(visit, "What does Zoë enjoy", &["Music or dance", "Stories and books"]);
    answer(visit, "Who are you", &["Mum"]);
    answer(visit, "Is there anything about Zoë", &["Sleep"]);
    visit.tap("button", "Your list so far").see("Help with sleep").see("For every family");
}

fn from_list_to_sheet(visit: &mut Visit) {
    visit.tap("button", "I'd like this").tap("button", "Make a sheet for an appointment").see("What we agreed");
    visit.see("Zoë enjoys or is good at music or dance");
    visit.tap("choice", "An annual review").see("My notes for the review meeting");
    visit.tap("field", "Anything you want to say").type_keys("Please speak slowly.").see("What I want to say");
}

fn by_keys(visit: &mut Visit) {
    visit.open_ready();
    enter(visit, "Start");
    visit.see("Who is your list for?").tab_to("First name or nickname").type_keys("Ada");
    enter(visit, "Next");
    visit.see("What does Ada enjoy").tab_to("Music or dance").press_keys(&[keys::SPACE]);
    visit.until("a tick", |visit| is_ticked(visit, "Music or dance")).tab_to("Stories").shift_tab();
    visit.press_keys(&[keys::SPACE]).until("no tick", |visit| visit.ticked().is_empty());
    visit.tab_back_to("Your list so far").press_keys(&[keys::ENTER]).see("For every family");
    enter(visit, "Make a sheet for an appointment");
    visit.see("What we agreed");
}

fn enter(visit: &mut Visit, label: &str) {
    visit.tab_to(label).press_keys(&[keys::ENTER]);
}

fn in_a_page(visit: &mut Visit) {
    visit.open_host(&Host::plain()).see("News from our classes").in_frame(FRAME).ready();
    visit.tap("link", "Start").see("Who is your list for?");
    from_names_to_list(visit);
    from_list_to_sheet(visit);
    visit.in_top().see("News from our classes").reload().in_frame(FRAME);
    carry_on(visit);
    visit.see("What we agreed");
}

/// Chromium does not tell a frame that its host's page was loaded again: then somebody else may be sitting there, and
/// the start page asks first.
fn carry_on(visit: &mut Visit) {
    let asks = |visit: &Visit| visit.text().contains("Carry on where you left off");
    visit.until("the sheet or Carry on", |visit| asks(visit) || visit.text().contains("What we agreed"));
    if asks(visit) {
        visit.tap("link", "Carry on");
    }
}

fn in_every_frame(visit: &mut Visit) {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; frame-src http:\">";
    let sandbox = Host::sandboxed("allow-scripts allow-same-origin");
    for host in [Host::narrow(), Host::tall(), sandbox, Host::plain().with_head(policy)] {
        visit.open_host(&host).in_frame(FRAME).ready().tap("link", "Start").see("Who is your list for?");
    }
}

fn twice(visit: &mut Visit) {
    visit.start().walk_to("What does your child enjoy").double_tap("choice", "Music or dance");
    assert_eq!(visit.ticked(), Vec::<String>::new());
}

fn by_finger(visit: &mut Visit) {
    visit.open_ready().touch("link", "Start").see("Who is your list for?");
    visit.touch("field", "First name or nickname").type_keys("Ada").touch("button", "Next").see("What does Ada enjoy");
    visit.touch("choice", "Music or dance").until("a tick", |visit| is_ticked(visit, "Music or dance"));
}

fn back_and_forward(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?");
    visit.tap("button", "Next").see("What does your child enjoy").tap("button", "Next").see("What is going well");
    visit.go_back().see("What does your child enjoy").go_back().see("Who is your list for?");
    visit.go_forward().see("What does your child enjoy");
}

fn two_tabs(visit: &mut Visit) {
    visit.start().name_child("Ada").tap("button", "Next").see("What does Ada enjoy");
    let first = visit.session().tab();
    visit.new_tab();
    visit.open_ready().tap("link", "Start").see("Who is your list for?").tap("button", "Next");
    visit.see("What does your child enjoy").not_see("Ada");
    assert_eq!(visit.session().tabs().len(), 2);
    visit.close_tab(&first).see("What does Ada enjoy");
    assert_eq!(visit.session().tabs(), [first]);
}
