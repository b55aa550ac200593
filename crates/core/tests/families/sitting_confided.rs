//! A question that only something confided leads to: neither what is kept nor the browser's history tells that it was
//! asked.

use signpost_core::catalogue::{ChoiceId, QuestionId};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::Asking;
use signpost_core::path::Stop;
use signpost_core::sitting::{Beginning, Command, Happened, Look, Sitting};
use signpost_core::time::Now;
use signpost_core::visit::Event;

use crate::desk::{NOON, TODAY};
use crate::family::{changed, day, json};

/// The small content, in which whoever is not safe is asked one thing more.
fn content() -> &'static Content {
    changed(|written| {
        let asked = &mut written.sections[3].questions;
        let mut more = asked[0].clone();
        more.id = "safe-who".to_owned();
        more.ask_when = serde_json::from_str(r#"[{ "lines": [{ "any": ["safe.no"] }] }]"#).unwrap();
        asked.push(more);
    })
}

/// Everything that the browser is told to keep or to remember, and where the parent stood, as they go on from there.
struct Told {
    stops: Vec<Stop>,
    commands: Vec<Vec<Command>>,
}

fn parent_who_says(content: &'static Content, choice: &str) -> Told {
    let now = Now { day: day(TODAY), minute: NOON };
    let beginning = Beginning {
        kiosk: None,
        tab: Look::Nothing,
        device: Look::Nothing,
        crashed_twice: false,
        reloaded: false,
        framed: false,
        focused: true,
        awaited: false,
        nowhere: false,
        entry: None,
        brought: None,
    };
    let (mut sitting, _) = Sitting::begin(content, json, now, beginning);
    let asking = Asking { question: of(content, "safe"), who: Who::Family };
    let door = content.question(asking.question).section;
    let choice: ChoiceId = content.choice_named(choice).unwrap();
    let mut told = Told { stops: vec![], commands: vec![] };
    for event in [
        Event::WentToQuestions,
        Event::DoorAnswered(door, true),
        Event::WentTo(asking),
        Event::ChoiceSet(asking, choice, true),
        Event::WentOn,
        Event::WentOn,
    ] {
        let (after, commands) = sitting.after(now, Happened::Told(event));
        let Sitting::Open(open) = &after else { panic!("nobody left") };
        told.stops.push(open.visit().place.stop);
        told.commands.push(commands.into_iter().filter(is_remembered).collect());
        sitting = after;
    }
    told
}

fn of(content: &Content, question: &str) -> QuestionId {
    content.question_named(question).unwrap()
}

fn is_remembered(command: &Command) -> bool {
    matches!(command, Command::Write { .. } | Command::Push(_) | Command::Restep(_))
}

#[test]
fn a_screen_that_only_something_confided_leads_to_is_in_no_record_and_no_entry_of_the_history() {
    let content = content();
    let (safe, unsafe_) = (parent_who_says(content, "safe.yes"), parent_who_says(content, "safe.no"));
    let asked = Stop::Question(Asking { question: of(content, "safe-who"), who: Who::Family });
    assert!(unsafe_.stops[4] == asked && !safe.stops.contains(&asked), "{:?} {:?}", safe.stops, unsafe_.stops);
    assert_eq!(safe.commands[..4], unsafe_.commands[..4]);
    assert!(unsafe_.commands[4].iter().all(|it| safe.commands[3].contains(it)), "{:?}", unsafe_.commands);
    assert_eq!(safe.stops[4], unsafe_.stops[5], "and both come to the same screen");
    assert_eq!(safe.commands[4], unsafe_.commands[5]);
}
