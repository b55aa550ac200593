//! The handle every view gets: cheap to copy, it reads the sitting and tells what happened. It decides nothing.

use leptos::prelude::*;
use signpost_core::catalogue::QuestionId;
use signpost_core::content::Content;
use signpost_core::digits::digits;
use signpost_core::family::{Answer, ChildKey, Who};
use signpost_core::judge::Asking;
use signpost_core::plan::Plan;
use signpost_core::sitting::{Happened, Kiosk, Open};
use signpost_core::speech::Speaker;
use signpost_core::texts::{CountKey, WordKey, key};
use signpost_core::time::Today;
use signpost_core::time::birth::{Birth, Trouble};
use signpost_core::visit::{Event, Visit};

use crate::obey::Desk;

/// The only way from a view to the visit.
#[derive(Clone, Copy)]
pub struct App {
    /// All content; it lives as long as the page.
    pub content: &'static Content,
    desk: &'static Desk,
}

impl App {
    /// A handle on what lies on this desk.
    pub fn new(desk: &'static Desk) -> Self {
        Self { content: desk.content, desk }
    }

    /// The parent did something on a screen.
    pub fn tell(self, event: Event) {
        self.happen(Happened::Told(event));
    }

    /// Something else happened.
    pub fn happen(self, happened: Happened) {
        self.desk.happen(happened);
    }

    /// Reads something from the sitting, and reads it again when it changes. Nothing once the parent has left.
    pub fn open<T: Default>(self, read: impl FnOnce(&Open<'static>) -> T) -> T {
        self.desk.read(read)
    }

    /// Reads something from the visit, and reads it again when it changes.
    pub fn read<T: Default>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.open(|open| read(open.visit()))
    }

    /// Reads something from the visit once.
    pub fn glance<T: Default>(self, read: impl FnOnce(&Visit) -> T) -> T {
        untrack(|| self.read(read))
    }

    /// Reads something from the list, and reads it again when the visit changes.
    pub fn read_plan<T: Default>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.open(|open| read(open.plan()))
    }

    /// Reads something from the list once.
    pub fn glance_plan<T: Default>(self, read: impl FnOnce(&Plan) -> T) -> T {
        untrack(|| self.read_plan(read))
    }

    /// What a question shows as answered, read again when it changes.
    pub fn shown(self, asking: Asking) -> Option<Answer> {
        self.open(|open| open.shown(asking).cloned())
    }

    /// How the lists of a month of birth stand, read again when they change.
    pub fn birth(self, asking: Asking) -> Birth {
        self.open(|open| open.birth(asking))
    }

    /// What is wrong with a month of birth, read again when it changes.
    pub fn trouble(self, asking: Asking) -> Option<Trouble> {
        self.open(|open| open.trouble(asking))
    }

    /// What day it is.
    pub fn today(self) -> Option<Today> {
        untrack(|| self.open(|open| Some(open.today())))
    }

    /// How the screen wants it that many people share; nothing on any other.
    pub fn kiosk(self) -> Option<Kiosk> {
        untrack(|| self.open(Open::kiosk))
    }

    /// Whether many people share the screen, so that nothing may lead out of it.
    pub fn is_kiosk(self) -> bool {
        self.kiosk().is_some()
    }

    /// What the way out is called: from a shared screen nobody goes elsewhere.
    pub fn exit_words(self) -> &'static str {
        self.word(if self.is_kiosk() { key::KIOSK_FINISHED } else { key::SHELL_EXIT })
    }

    /// Words of the interface.
    pub fn word(self, key: WordKey) -> &'static str {
        self.content.texts.words.get(key)
    }

    /// Words of the interface with their placeholders filled.
    pub fn fill(self, key: WordKey, values: &[(&str, &str)]) -> String {
        self.content.texts.words.fill(key, values)
    }

    /// Words of the interface that go with a number.
    pub fn count(self, key: CountKey, number: usize) -> String {
        let counts = u32::try_from(number).unwrap_or(u32::MAX);
        self.content.texts.counted(key, counts, &[("number", &digits(number))])
    }

    /// A name, a number or an address as it stands among words of this language.
    pub fn isolated(self, value: &str) -> String {
        self.content.texts.direction.isolated(value)
    }

    /// Lets somebody speak about this family.
    pub fn speak<T: Default>(self, say: impl FnOnce(Speaker<'_>) -> T) -> T {
        self.open(|open| say(Speaker::new(self.content, &open.visit().answers)))
    }

    /// A text of the content about somebody.
    pub fn about(self, text: &str, who: Who) -> String {
        self.speak(|speaker| speaker.about(text, who))
    }

    /// The text of a question, about whom it is asked.
    pub fn question_text(self, question: QuestionId, who: Who) -> String {
        self.about(&self.content.texts.question(question).text, who)
    }

    /// A child's name, read again when it changes.
    pub fn child(self, child: ChildKey) -> String {
        self.speak(|speaker| speaker.child(child))
    }
}
