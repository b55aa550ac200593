//! Commands become calls of the browser: once each, in their order, and nothing else. What a call comes to happens to
//! the sitting in turn.

use std::collections::VecDeque;
use std::mem::replace;

use leptos::prelude::*;
use signpost_core::content::Content;
use signpost_core::sitting::{Command, Happened, Open, Over, Sitting, Start, Target};
use signpost_core::texts::key;

use crate::browser::store::{self, Outcome};
use crate::browser::{clock, dialog, focus, history, lock, page};

/// The dialog that asks once more before everything is deleted.
const FORGET: &str = "forget";

/// The sitting, and who obeys it. It stands as long as the page, so that whoever needs it holds no more than where it is.
pub struct Desk {
    /// All content; it lives as long as the page.
    pub content: &'static Content,
    sitting: ArcStoredValue<Sitting<'static>>,
    /// Tells whoever read the sitting that it is another one. It lets go of them as it tells them, as no signal does: a
    /// screen that is gone leaves nothing behind.
    changed: ArcTrigger,
}

impl Desk {
    /// A desk with this sitting on it.
    pub fn new(content: &'static Content, sitting: Sitting<'static>) -> &'static Self {
        let sitting = ArcStoredValue::new(sitting);
        Box::leak(Box::new(Self { content, sitting, changed: ArcTrigger::new() }))
    }

    /// Reads something from the sitting, and reads it again when it changes. Nothing once the parent has left.
    pub fn read<T: Default>(&self, read: impl FnOnce(&Open<'static>) -> T) -> T {
        self.changed.track();
        self.sitting.with_value(|sitting| sitting.open().map(read).unwrap_or_default())
    }

    /// Something happened: the views look, then the commands are obeyed. What the browser says to these happens next.
    pub fn happen(&self, happened: Happened) {
        let mut waiting = VecDeque::from([happened]);
        while let Some(happened) = waiting.pop_front() {
            let commands = self.sitting.try_update_value(|sitting| {
                let (after, commands) = replace(sitting, Sitting::Over).after(clock::now(), happened);
                *sitting = after;
                commands
            });
            self.changed.notify();
            waiting.extend(self.obey(commands.unwrap_or_default()));
        }
    }

    /// Does what has to be done, and says what came of it.
    pub fn obey(&self, commands: Vec<Command>) -> Vec<Happened> {
        commands.into_iter().filter_map(|command| self.obey_one(command)).collect()
    }

    fn obey_one(&self, command: Command) -> Option<Happened> {
        match command {
            Command::Write { keeping, over, text } => match store::write(keeping, over, &text) {
                Outcome::Done => return None,
                Outcome::Left(look) => return Some(Happened::Seen(keeping, look)),
                Outcome::Refused(refusal, look) => return Some(Happened::Refused(keeping, refusal, look)),
            },
            Command::Erase { keeping, over: Over::This(text) } => match store::erase(keeping, text) {
                Outcome::Left(look) => return Some(Happened::NotErased(keeping, look)),
                _ => return None,
            },
            Command::Erase { keeping, over: Over::Anything } => store::erase_anything(keeping),
            Command::TellOthers => page::call("tellOthers"),
            Command::Lock => drop(lock::close()),
            Command::Show { start, quietly } => show(start, quietly),
            Command::Push(number) => history::push(number),
            Command::Restep(number) => history::replace(number),
            Command::StepBack => history::back(),
            Command::Focus(target) => move_focus(target),
            Command::OpenForget => {
                page::call("rest");
                dialog::open(FORGET);
            }
            Command::CloseForget => dialog::close(FORGET),
            Command::Reload => page::call("reload"),
            Command::Print => page::call("print"),
            Command::OpenTab => page::call("openTab"),
            Command::Dress(start) => self.dress(&start),
        }
        None
    }

    /// Both ways on stand beside each other as soon as there is something to carry on with.
    fn dress(&self, start: &Start) {
        let words = |key| self.content.texts.words.get(key);
        page::write("start", words(if start.again { key::START_AGAIN } else { key::START_GO }));
        page::hide("start-afresh", !start.again);
        page::hide("start-forget", !start.deletable);
        page::write("start-note", start.note.map_or("", words));
    }
}

fn show(start: bool, quietly: bool) {
    page::show_start(start);
    page::call("rest");
    if !quietly {
        focus::show_screen();
    }
}

fn move_focus(target: Target) {
    match target {
        Target::Heading => focus::soon("h1"),
        Target::NewChild => focus::soon(".children li:last-child input"),
        Target::Notice => focus::soon(".notice:last-child button"),
        Target::Trouble => focus::soon("[aria-invalid=true]"),
    }
}
