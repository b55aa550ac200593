//! One run through: what happened comes in as events, what the browser must do once goes out as commands.

use crate::catalogue::{Asked, Catalogue, ChoiceId, Kind, SectionId, SupportId};
use crate::family::{Answer, Answers, ChildKey, Who, cut};
use crate::judge::{Asking, Judge};
use crate::path::{Doors, Path, Stop};
use crate::plan::{Mark, Marks, Plan};
use crate::sheet::{Meeting, SentenceId, Sheet, SheetChoices};
use crate::time::Day;

/// How long answers live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In memory only.
    Nowhere,
    /// Until this tab is closed.
    #[default]
    ThisVisit,
    /// On this device for [`crate::record::DAYS_KEPT`] days.
    ThisDevice,
}

impl Keeping {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Nowhere, Self::ThisVisit, Self::ThisDevice];

    /// Its name in saved visits and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nowhere => "nowhere",
            Self::ThisVisit => "this-visit",
            Self::ThisDevice => "this-device",
        }
    }

    /// The keeping of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keeping| keeping.name() == name)
    }
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The page that stands before any script.
    #[default]
    Start,
    /// A stop of the path.
    Asking,
    /// Your list.
    List,
    /// The sheet and its preview.
    Sheet,
    /// All support, without answering.
    Everything,
    /// A list that a link brought. Whatever is written of a visit says that this is the start page: the list itself is
    /// kept nowhere.
    Home,
}

impl Page {
    /// All that a visit, or an entry of the browser's history, can come back to.
    pub const ALL: [Self; 5] = [Self::Start, Self::Asking, Self::List, Self::Sheet, Self::Everything];

    /// Its name in saved visits.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Asking => "asking",
            Self::List => "list",
            Self::Sheet => "sheet",
            Self::Everything => "everything",
            Self::Home => "home",
        }
    }

    /// The page of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// Where the parent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is on the screen.
    pub page: Page,
    /// The stop of the path, also while another page is on the screen.
    pub stop: Stop,
}

/// Whether they look at one question only, and where they go from there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// They walk through the questions.
    #[default]
    No,
    /// Back to the list.
    List,
    /// Back to the list, where it says what one more answer would tell.
    Spot,
}

/// One run through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// What the family told us.
    pub answers: Answers,
    /// Which doors they opened.
    pub doors: Doors,
    /// What they said of the offers.
    pub marks: Marks,
    /// What they want to say, for the sheet.
    pub note: String,
    /// What they want to ask, for the sheet; each on a line of its own.
    pub asks: String,
    /// What they chose for the sheet.
    pub sheet: SheetChoices,
    /// Where they are.
    pub place: Place,
    /// Whether they came from the list to one question. It stays so on the list that they are back on.
    pub aside: Aside,
    /// The question that they have just gone to, of all that share its screen.
    pub asked: Option<Asking>,
    /// How long answers live.
    pub keeping: Keeping,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            answers: Answers::default(),
            doors: Doors::default(),
            marks: Marks::default(),
            note: String::new(),
            asks: String::new(),
            sheet: SheetChoices::default(),
            place: Place { page: Page::Start, stop: Stop::Children },
            aside: Aside::default(),
            asked: None,
            keeping: Keeping::default(),
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The parent pressed Start, or came back to the questions.
    WentToQuestions,
    /// A child was added.
    ChildAdded,
    /// A child was named.
    ChildNamed(ChildKey, String),
    /// A child was taken away.
    ChildRemoved(ChildKey),
    /// A question was answered, or its answer taken back.
    Answered(Asking, Option<Answer>),
    /// A choice was ticked or unticked.
    ChoiceSet(Asking, ChoiceId, bool),
    /// The parent went on to the next stop.
    WentOn,
    /// The parent has time for the essentials only.
    Hurried,
    /// The parent has time for more, after all.
    Lingered,
    /// The parent skipped this stop.
    Skipped,
    /// The parent went one stop back.
    WentBack,
    /// The parent opened a door, or passed by.
    DoorAnswered(SectionId, bool),
    /// The parent went to a question, to change the answer. From the list they come back to it.
    WentTo(Asking),
    /// The parent went from the list to a question that one more answer would tell.
    WentAside(Asking),
    /// The parent opened another page.
    Opened(Page),
    /// The parent marked an offer for these people, or took the mark back.
    Marked(SupportId, Vec<Who>, Option<Mark>),
    /// The parent wrote what they want to say.
    NoteWritten(String),
    /// The parent wrote what they want to ask.
    AsksWritten(String),
    /// The parent said who the sheet is for.
    MeetingChosen(Meeting),
    /// A support was put on the sheet or taken off.
    SheetSupportSet(SupportId, bool),
    /// A part of the sheet was put on or taken off.
    SheetBlockSet(ChoiceId, bool),
    /// These sentences of the sheet are on or off, and in this order: one was changed by hand, or moved up, and so many
    /// stand before it now.
    SheetSentencesSet(Vec<(SentenceId, bool)>, Option<usize>),
    /// The parent said on which day the meeting is.
    SheetDaySet(Option<Day>),
    /// The sheet is about this child, or is not.
    SheetChildSet(ChildKey, bool),
    /// The parent chose how long answers live.
    KeepingChosen(Keeping),
    /// Everything is to be forgotten.
    Forgotten,
    /// The browser's own Back or Forward brought the parent here.
    Returned(Place),
}

impl Visit {
    /// The visit and its path after an event. `before` is its path as it was.
    #[must_use]
    pub fn after(mut self, catalogue: &Catalogue, today: Day, before: &Path, event: Event) -> (Self, Path) {
        let (from, goes) = (self.place.page, self.aside_by(&event));
        self.asked = match event {
            Event::WentTo(asking) | Event::WentAside(asking) => Some(asking),
            _ => None,
        };
        self.take(catalogue, today, before, event);
        let path = self.path(catalogue, today);
        self.settle(catalogue, before, &path);
        let stays = self.place.page == from || (from, self.place.page) == (Page::Asking, Page::List);
        self.aside = goes.unwrap_or(if stays { self.aside } else { Aside::No });
        (self, path)
    }

    /// Whether they look at one question only from now on; `None` where it is as before.
    fn aside_by(&self, event: &Event) -> Option<Aside> {
        match event {
            Event::WentAside(_) => Some(Aside::Spot),
            Event::WentTo(_) if self.place.page == Page::List => Some(Aside::List),
            Event::WentTo(_) | Event::Returned(_) | Event::Forgotten => Some(Aside::No),
            _ => None,
        }
    }

    /// The path as it is now.
    pub fn path(&self, catalogue: &Catalogue, today: Day) -> Path {
        let judge = Judge::new(catalogue, &self.answers, today);
        Path::of(catalogue, &self.answers, &self.doors, &judge)
    }

    /// Where the parent stands, as far as it may be written down: a screen to which only something confided leads is the
    /// last one before it.
    pub fn place_told(&self, catalogue: &Catalogue, today: Day) -> Place {
        if self.place.page == Page::Home {
            return Place { page: Page::Start, ..self.place };
        }
        if self.answers.is_plain() {
            return self.place;
        }
        let mut told = Self { answers: self.answers.without_confided(), ..self.clone() };
        let path = told.path(catalogue, today);
        told.settle(catalogue, &self.path(catalogue, today), &path);
        told.place
    }

    /// What its sheet would be now.
    pub fn sheet_now(&self, catalogue: &Catalogue, plan: &Plan, today: Day) -> Sheet {
        Sheet::of(catalogue, &self.answers, &self.marks, &self.sheet, plan, today)
    }

    /// Whether the parent has told nothing at all: no answer, name or child, no mark, no note, no choice.
    pub fn is_blank(&self) -> bool {
        let children = self.answers.children().len();
        let unmarked = self.marks.is_empty()
            && self.note.is_empty()
            && self.asks.is_empty()
            && self.sheet == SheetChoices::default();
        self.answers.is_empty() && children == 1 && unmarked && self.doors.open().next().is_none()
    }

    fn take(&mut self, catalogue: &Catalogue, today: Day, before: &Path, event: Event) {
        match event {
            Event::WentToQuestions => self.place.page = Page::Asking,
            Event::ChildAdded => drop(self.answers.add_child()),
            Event::ChildNamed(key, name) => self.answers.name_child(key, &name),
            Event::ChildRemoved(key) => self.remove_child(key),
            Event::Answered(asking, answer) => self.answers.set(catalogue, asking.question, asking.who, answer),
            Event::ChoiceSet(asking, choice, on) => self.set_choice(catalogue, asking, choice, on),
            Event::WentOn => self.go_on(before),
            Event::Hurried => self.hurry(catalogue, today),
            Event::Lingered => self.linger(catalogue, today),
            Event::Skipped => self.skip(catalogue, before),
            Event::WentBack => self.go_back(before),
            Event::DoorAnswered(section, open) => self.answer_door(catalogue, today, before, section, open),
            Event::WentTo(asking) | Event::WentAside(asking) => self.go_to(catalogue, asking),
            Event::Opened(page) => self.place.page = page,
            Event::Marked(support, whos, mark) => whos.into_iter().for_each(|who| self.mark(support, who, mark)),
            Event::NoteWritten(note) => self.note = cut(&note),
            Event::AsksWritten(asks) => self.asks = cut(&asks),
            Event::MeetingChosen(meeting) => self.sheet.meeting = Some(meeting),
            Event::SheetSupportSet(support, on) => drop(self.sheet.supports.insert(support, on)),
            Event::SheetBlockSet(choice, on) => self.set_block(catalogue, choice, on),
            Event::SheetSentencesSet(sentences, _) => self.set_sentences(sentences),
            Event::SheetDaySet(day) => self.sheet.day = day,
            Event::SheetChildSet(child, on) => self.set_sheet_child(child, on),
            Event::KeepingChosen(keeping) => self.keeping = keeping,
            Event::Forgotten => *self = Self { keeping: self.keeping.after_forgetting(), ..Self::default() },
            Event::Returned(place) => self.place = place,
        }
    }

    /// A question that shares a screen is found there. A stop that is no longer on the path gives way to what else it
    /// asked, or else to the last one before it that still is.
    fn settle(&mut self, catalogue: &Catalogue, before: &Path, path: &Path) {
        if let Stop::Question(asking) = self.place.stop
            && let Some(stop) = path.stop_of(asking)
        {
            self.place.stop = stop;
        } else if let Some(stop) = before.asks(self.place.stop).iter().find_map(|&asking| path.stop_of(asking)) {
            self.place.stop = stop;
        } else if !path.has(self.place.stop) {
            self.place.stop = nearest(catalogue, before, path, self.place.stop);
        }
    }

    /// A parent who shuts the section they stand in is at its door again, and goes on from there.
    fn answer_door(&mut self, catalogue: &Catalogue, today: Day, before: &Path, section: SectionId, open: bool) {
        self.doors.set(section, open);
        let path = self.path(catalogue, today);
        self.settle(catalogue, before, &path);
        self.go_on(&path);
    }

    fn remove_child(&mut self, key: ChildKey) {
        self.answers.remove_child(key);
        self.marks.retain(|(_, who), _| *who != Who::Child(key));
        self.sheet.sentences.retain(|(sentence, _)| sentence.who != Who::Child(key));
        self.sheet.without.retain(|child| *child != key);
    }

    /// One choice replaces another where only one may be ticked; one that stands alone clears the rest.
    fn set_choice(&mut self, catalogue: &Catalogue, asking: Asking, choice: ChoiceId, on: bool) {
        let one = catalogue.question(asking.question).kind != Kind::Many;
        let mut ticks = match self.answers.get(catalogue, asking.question, asking.who) {
            Some(Answer::Ticked(ticks)) if !one => ticks.clone(),
            _ => Vec::new(),
        };
        ticks.retain(|&tick| tick != choice && !(on && catalogue.choice(tick).alone));
        if on {
            let alone = catalogue.choice(choice).alone;
            ticks.retain(|_| !alone);
            ticks.push(choice);
        }
        self.answers.set(catalogue, asking.question, asking.who, Some(Answer::Ticked(ticks)));
    }

    fn set_block(&mut self, catalogue: &Catalogue, choice: ChoiceId, on: bool) {
        let asking = Asking { question: catalogue.choice(choice).question, who: Who::Family };
        let question = catalogue.question(asking.question);
        if question.asked != Asked::OnSheet {
            return;
        }
        if self.answers.get(catalogue, asking.question, asking.who).is_none() {
            let usual = question.choices.iter().copied().filter(|&choice| catalogue.choice(choice).usual).collect();
            self.answers.set(catalogue, asking.question, asking.who, Some(Answer::Ticked(usual)));
        }
        self.set_choice(catalogue, asking, choice, on);
        if self.answers.get(catalogue, asking.question, asking.who).is_none() {
            self.answers.set(catalogue, asking.question, asking.who, Some(Answer::Skipped));
        }
    }

    fn set_sentences(&mut self, sentences: Vec<(SentenceId, bool)>) {
        self.sheet.sentences.retain(|(id, _)| sentences.iter().all(|(other, _)| other != id));
        self.sheet.sentences.extend(sentences);
    }

    fn set_sheet_child(&mut self, child: ChildKey, on: bool) {
        self.sheet.without.retain(|other| *other != child);
        self.sheet.without.extend((!on).then_some(child));
    }

    fn mark(&mut self, support: SupportId, who: Who, mark: Option<Mark>) {
        match mark {
            Some(mark) => self.marks.insert((support, who), mark),
            None => self.marks.remove(&(support, who)),
        };
    }

    fn go_on(&mut self, path: &Path) {
        match path.after(self.place.stop).filter(|_| self.aside == Aside::No) {
            Some(stop) => self.place = Place { page: Page::Asking, stop },
            None => self.place.page = Page::List,
        }
    }

    /// Skipping takes nothing away: an answer that was given before stays. Nor does it move the path, because what
    /// was skipped is as unknown as what was not asked.
    fn skip(&mut self, catalogue: &Catalogue, path: &Path) {
        let open = |asking: &&Asking| self.answers.get(catalogue, asking.question, asking.who).is_none();
        let open: Vec<Asking> = path.asks(self.place.stop).iter().filter(open).copied().collect();
        for asking in open {
            self.answers.set(catalogue, asking.question, asking.who, Some(Answer::Skipped));
        }
        self.go_on(path);
    }

    fn hurry(&mut self, catalogue: &Catalogue, today: Day) {
        self.doors.hurried = true;
        let path = self.path(catalogue, today);
        self.go_on(&path);
    }

    /// Who was in a hurry goes on with the first question that was passed over, and who was through with all of them with
    /// the first that has no answer; anybody else, where they were.
    fn linger(&mut self, catalogue: &Catalogue, today: Day) {
        self.place.page = Page::Asking;
        let hurried = std::mem::take(&mut self.doors.hurried);
        let path = self.path(catalogue, today);
        if hurried || self.place.stop == path.last() {
            let open = |asking: &Asking| match self.answers.get(catalogue, asking.question, asking.who) {
                None => true,
                Some(answer) => *answer == Answer::Skipped && !hurried,
            };
            let mut passed = path.stops().filter(|&stop| stop != Stop::Children && path.asks(stop).iter().any(open));
            self.place.stop = passed.next().unwrap_or(self.place.stop);
        }
    }

    fn go_back(&mut self, path: &Path) {
        self.place = match self.place.page {
            Page::Start | Page::Home => Place { page: Page::Start, ..self.place },
            Page::Asking if self.aside != Aside::No => Place { page: Page::List, ..self.place },
            Page::Asking => match path.before(self.place.stop) {
                Some(stop) => Place { page: Page::Asking, stop },
                None => Place { page: Page::Start, ..self.place },
            },
            Page::Sheet => Place { page: Page::List, ..self.place },
            Page::List | Page::Everything => Place { page: Page::Asking, ..self.place },
        };
    }

    fn go_to(&mut self, catalogue: &Catalogue, asking: Asking) {
        let section = catalogue.question(asking.question).section;
        if catalogue.section(section).has_door {
            self.doors.set(section, true);
        }
        self.doors.hurried &= catalogue.question(asking.question).essential;
        self.place = Place { page: Page::Asking, stop: Stop::Question(asking) };
    }
}

impl Keeping {
    /// "Nowhere" was chosen for everybody who uses this page; saving on the device was chosen for what is now gone.
    pub(crate) fn after_forgetting(self) -> Self {
        if self == Self::ThisDevice { Self::ThisVisit } else { self }
    }
}

/// The last stop before the one that is gone, on the path as it was, that is still there. A stop that was on neither
/// path, as when content has changed under a kept visit, gives way to the last one of its section or before.
fn nearest(catalogue: &Catalogue, before: &Path, path: &Path, gone: Stop) -> Stop {
    if before.has(gone) {
        let earlier = before.stops().take_while(|&stop| stop != gone).filter(|&stop| path.has(stop));
        return earlier.last().unwrap_or(Stop::Children);
    }
    let place = |stop: Stop| match stop {
        Stop::Children => (0, 0),
        Stop::Door(section) => (section.index() + 1, 0),
        Stop::Question(asking) => {
            (catalogue.question(asking.question).section.index() + 1, asking.question.index() + 1)
        }
    };
    let later_child = |one: Who, other: Who| other != Who::Family && one > other;
    let fits = |stop: Stop| !matches!((stop, gone), (Stop::Question(one), Stop::Question(other)) if later_child(one.who, other.who));
    path.stops().filter(|&stop| fits(stop) && place(stop) <= place(gone)).last().unwrap_or(Stop::Children)
}
