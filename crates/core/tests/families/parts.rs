//! What is offered comes after the questions: what a sitting does before that, when it comes, and when it does not.

use signpost_core::content::Content;
use signpost_core::record;
use signpost_core::sitting::{Beginning, Command, Happened, Look, Notice, Parts, Remedy, Sitting};
use signpost_core::time::{Now, Today};
use signpost_core::visit::{Event, Keeping, Page, Visit};
use signpost_core::wire;

use crate::family::{day, json, small};

const NOW: fn() -> Now = || Now { day: day("2026-11-23"), minute: 29_000_000 };

/// The small content as the browser has it first: what is asked.
fn asked() -> &'static Content {
    let content = wire::read(&wire::asked(small()), &wire::asked_texts(small())).expect("the small content is read");
    Box::leak(Box::new(content))
}

fn bring(content: &Content) {
    wire::bring(content, &wire::offered(small()), &wire::offered_texts(small(), &[]), &[]).expect("it is brought");
}

/// What somebody with a child called Ada keeps.
fn kept() -> String {
    let kept = record::write(&Visit::default(), small(), Today { day: day("2026-11-23"), minute: Some(29_000_000) });
    kept.replace("\"name\":\"\"", "\"name\":\"Ada\"")
}

/// A sitting, and everything it commanded.
struct Table {
    content: &'static Content,
    sitting: Sitting<'static>,
    commands: Vec<Command>,
}

impl Table {
    fn new() -> Self {
        let content = asked();
        let (sitting, commands) = Sitting::begin(content, json, NOW(), Beginning::default());
        Self { content, sitting, commands }.then(Happened::Started)
    }

    fn then(mut self, happened: Happened) -> Self {
        let (sitting, commands) = self.sitting.after(NOW(), happened);
        self.commands.extend(commands);
        Self { sitting, ..self }
    }

    fn told(self) -> Self {
        self.then(Happened::Told(Event::ChildAdded))
    }

    fn arrives(self) -> Self {
        bring(self.content);
        self.then(Happened::PartsArrived)
    }

    /// Another tab keeps something, and the parent wants that.
    fn takes_up(self) -> Self {
        let device = Keeping::ThisDevice;
        self.then(Happened::Seen(device, Look::Text(kept()))).then(Happened::Remedied(Remedy::TakeUp(device)))
    }

    fn knows_ada(&self) -> bool {
        let visit = self.sitting.open().expect("somebody sits here").visit();
        visit.answers.children().iter().any(|child| child.name == "Ada")
    }

    fn is_locked(&self) -> bool {
        self.commands.contains(&Command::Lock)
    }

    fn parts(&self) -> Parts {
        self.sitting.open().expect("somebody sits here").parts()
    }

    fn offers(&self) -> usize {
        self.sitting.open().expect("somebody sits here").plan().offers().count()
    }

    fn warns(&self) -> bool {
        self.sitting.open().expect("somebody sits here").notices().contains(&Notice::NoList)
    }
}

#[test]
fn the_lock_waits_for_what_is_offered_and_closes_as_soon_as_it_has_come() {
    let waiting = Table::new().told();
    assert!(!waiting.is_locked() && waiting.parts() == Parts::Coming);
    let here = waiting.arrives();
    assert!(here.is_locked() && here.parts() == Parts::Here);
}

#[test]
fn where_it_comes_first_the_lock_closes_with_the_first_thing_told() {
    let here = Table::new().arrives();
    assert!(!here.is_locked());
    assert!(here.told().is_locked());
}

#[test]
fn a_list_that_was_opened_too_early_is_whole_when_what_is_offered_has_come() {
    let early = Table::new().then(Happened::Told(Event::Opened(Page::List)));
    assert_eq!(early.offers(), 0);
    assert!(early.arrives().offers() > 0);
}

#[test]
fn without_what_is_offered_the_questions_go_on_locked_and_say_that_there_is_no_list() {
    let without = Table::new().told().then(Happened::PartsMissing);
    assert!(without.is_locked() && without.warns() && without.parts() == Parts::Missing);
    let again = without.then(Happened::Remedied(Remedy::Reload));
    assert!(again.commands.contains(&Command::Reload));
}

#[test]
fn a_page_that_was_left_meanwhile_knows_when_it_is_shown_again() {
    let left = || Table::new().told().then(Happened::Hid);
    let shown = |table: Table| table.then(Happened::Restored(Look::Nothing, Look::Nothing));
    assert_eq!(shown(left().arrives()).parts(), Parts::Here);
    let without = shown(left().then(Happened::PartsMissing));
    assert!(without.parts() == Parts::Missing && without.warns());
}

#[test]
fn what_has_come_is_no_reason_to_write_what_the_parent_has_not_touched() {
    let is_write = |command: &Command| matches!(command, Command::Write { .. });
    let told = Table::new().told();
    let before = told.commands.iter().filter(|command| is_write(command)).count();
    assert_eq!(told.arrives().commands.iter().filter(|command| is_write(command)).count(), before);
    let (content, device) = (asked(), Look::Text(kept()));
    bring(content);
    let (sitting, commands) = Sitting::begin(content, json, NOW(), Beginning { device, ..Beginning::default() });
    let found = Table { content, sitting, commands }.then(Happened::PartsArrived);
    assert!(!found.commands.iter().any(is_write), "{:?}", found.commands);
}

#[test]
fn word_that_it_is_missing_means_nothing_once_it_is_here() {
    let here = Table::new().arrives().then(Happened::PartsMissing);
    assert!(here.parts() == Parts::Here && !here.warns());
}

#[test]
fn what_another_tab_keeps_is_taken_up_once_all_that_it_may_speak_of_is_here() {
    let early = Table::new().takes_up();
    assert!(!early.knows_ada());
    assert!(early.arrives().knows_ada());
    assert!(Table::new().arrives().takes_up().knows_ada());
    let left = Table::new().takes_up().then(Happened::Hid).then(Happened::Restored(Look::Nothing, Look::Nothing));
    assert!(!left.arrives().knows_ada(), "the page was left since");
}

#[test]
fn where_that_will_not_come_the_page_is_loaded_again_to_take_it_up() {
    let without = Table::new().told().then(Happened::PartsMissing).takes_up();
    assert!(!without.knows_ada() && without.commands.contains(&Command::Reload));
}
