//! A sitting while it lasts: what is known, and what follows from what happens.

use std::mem::take;

use crate::catalogue::{Catalogue, SupportId};
use crate::family::{Answer, ChildKey};
use crate::home::{self, Brought};
use crate::judge::Asking;
use crate::path::Path;
use crate::plan::{Kept, Plan, Seen};
use crate::record;
use crate::sheet::Sheet;
use crate::sitting::begin::{Found, read_again};
use crate::sitting::steps::Steps;
use crate::sitting::stores::{Look, PLACES, Refusal, Slot, Stores, Why};
use crate::sitting::{Command, Draft, Happened, Kiosk, Notice, Remedy, Said, Saying, Start, Target};
use crate::texts::{WordKey, key};
use crate::time::birth::{Birth, Trouble};
use crate::time::{Now, Today};
use crate::visit::{Event, Keeping, Page, Place, Visit};

/// Somebody sits here.
pub struct Open<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) today: Today,
    pub(super) visit: Visit,
    /// Counts up when the visit as a whole becomes another one.
    pub(super) visits: u32,
    /// The path of the visit: it is worked out once for everything that happens.
    pub(super) path: Path,
    /// The list, as it was when somebody last looked at it.
    pub(super) plan: Kept<'a>,
    /// What of the list somebody has looked at.
    pub(super) seen: Seen,
    /// What goes on the sheet, while that is on the screen.
    pub(super) sheet: Sheet,
    pub(super) stores: Stores,
    pub(super) steps: Steps,
    pub(super) draft: Option<Draft>,
    pub(super) births: Vec<(Asking, Birth)>,
    /// The parent wanted to go on with a month that is not one yet.
    pub(super) blamed: bool,
    /// Where Carry on leads.
    pub(super) carry_on: Page,
    /// The parent wants what is kept in this place, and what it may speak of has not come yet.
    pub(super) wants: Option<Keeping>,
    /// The list that a link brought, until the page is left.
    pub(super) brought: Option<Brought>,
    pub(super) framed: bool,
    pub(super) kiosk: Option<Kiosk>,
    /// The page was left and is not shown.
    pub(super) asleep: bool,
    pub(super) locked: bool,
    /// What is offered will not come any more.
    pub(super) missing: bool,
    pub(super) notices: Vec<Notice>,
    /// Notices that were put aside are not raised again.
    pub(super) closed: Vec<Notice>,
    pub(super) said: Said,
    pub(super) start: Start,
    /// How the start page looks now.
    pub(super) dressed: Start,
    pub(super) out: Vec<Command>,
}

/// Whether what is offered is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// Not yet.
    #[default]
    Coming,
    /// Yes.
    Here,
    /// Not before the page is loaded again.
    Missing,
}

/// What views read.
impl<'a> Open<'a> {
    /// The visit.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// Counts up when the visit as a whole becomes another one: the same place is then another screen.
    pub fn visits(&self) -> u32 {
        self.visits
    }

    /// The path as it is now.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The list, while a page that shows it is on the screen.
    pub fn plan(&self) -> &Plan {
        self.plan.plan()
    }

    /// What of the list somebody has looked at.
    pub fn seen_of_list(&self) -> &Seen {
        &self.seen
    }

    /// What goes on the sheet, while that is on the screen.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// How the screen wants it that many people share; nothing on any other.
    pub fn kiosk(&self) -> Option<Kiosk> {
        self.kiosk
    }

    /// The list that a link brought.
    pub fn brought(&self) -> Option<&Brought> {
        self.brought.as_ref()
    }

    /// What of the list may be taken home, while a page that shows it is on the screen.
    pub fn to_take(&self) -> Vec<SupportId> {
        home::of(self.catalogue, &self.visit.answers, self.plan(), self.today.day)
    }

    /// Whether there is a list, or will be one, or there will be none before the page is loaded again.
    pub fn parts(&self) -> Parts {
        match (self.catalogue.is_whole(), self.missing) {
            (true, _) => Parts::Here,
            (false, false) => Parts::Coming,
            (false, true) => Parts::Missing,
        }
    }

    /// What day it is, as far as the clock is believed.
    pub fn today(&self) -> Today {
        self.today
    }

    /// What the parent should know, the oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What a screen reader says.
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// What the screen of a question shows as answered. What was confided before is not shown again.
    pub fn shown(&self, asking: Asking) -> Option<&Answer> {
        if self.catalogue.question(asking.question).sensitive {
            let draft = self.draft.as_ref().filter(|(about, _)| *about == asking);
            return draft.and_then(|(_, answer)| answer.as_ref());
        }
        self.visit.answers.get(self.catalogue, asking.question, asking.who)
    }

    /// How the two lists of a month of birth stand.
    pub fn birth(&self, asking: Asking) -> Birth {
        let begun = self.births.iter().find(|(about, _)| *about == asking).map(|(_, birth)| *birth);
        let told = || match self.shown(asking) {
            Some(Answer::Month(month)) => Birth::of(*month),
            _ => Birth::default(),
        };
        begun.unwrap_or_else(told)
    }

    /// What is wrong with the month of birth, once the parent wanted to go on.
    pub fn trouble(&self, asking: Asking) -> Option<Trouble> {
        let trouble = self.birth(asking).read(self.today.day).err()?;
        (self.blamed || trouble == Trouble::Far).then_some(trouble)
    }
}

/// What happens.
impl Open<'_> {
    pub(super) fn after(mut self, now: Now, happened: Happened) -> (Self, Vec<Command>) {
        self.today = Today::believed(self.catalogue.newest, now);
        let wakes = matches!(happened, Happened::Restored(..));
        if self.asleep && !wakes {
            return (self.asleep_after(&happened), Vec::new());
        }
        let (kept, hides) = (self.visit.keeping, matches!(happened, Happened::Hid));
        let refused = matches!(happened, Happened::Refused(..));
        let no_news = matches!(&happened, Happened::Seen(place, look) if self.stores.know(*place, look));
        let parts = matches!(happened, Happened::PartsArrived | Happened::PartsMissing);
        self.take(happened);
        let keeping = self.visit.keeping;
        let waits =
            hides || no_news || parts || (refused && keeping == kept) || (wakes && keeping == Keeping::ThisDevice);
        self.finish(!waits);
        let commands = take(&mut self.out);
        (self, commands)
    }

    pub(super) fn take(&mut self, happened: Happened) {
        match happened {
            Happened::Told(event) => self.told(event),
            Happened::MonthChosen(asking, month) => self.chose(asking, Birth { month, ..self.birth(asking) }),
            Happened::YearChosen(asking, year) => self.chose(asking, Birth { year, ..self.birth(asking) }),
            Happened::Started => self.started(),
            Happened::StartedAfresh => self.started_afresh(),
            Happened::AskedToForget => self.out.push(Command::OpenForget),
            Happened::KeptAfterAll => self.out.push(Command::CloseForget),
            Happened::ForgottenElsewhere => self.forgotten_elsewhere(),
            Happened::Remedied(remedy) => self.remedied(remedy),
            Happened::NoticeClosed(notice) => self.close(notice),
            Happened::PartsArrived => self.parts_arrived(),
            Happened::PartsMissing => self.go_without(),
            Happened::AskedToReload => self.out.push(Command::Reload),
            Happened::AskedToPrint => self.out.push(Command::Print),
            Happened::PrintRefused => self.reply(Notice::NoPrint),
            Happened::TabRefused => self.reply(Notice::NoTab),
            Happened::Refused(keeping, refusal, look) => self.refused(keeping, refusal, look),
            Happened::Seen(keeping, look) => self.seen(keeping, look),
            Happened::NotErased(keeping, look) => self.stores.keep_off(keeping, look),
            Happened::Stepped(entry) => self.stepped(entry),
            Happened::Hid => self.hid(),
            Happened::Restored(tab, device) => self.restored(tab, device),
            Happened::Left => {}
        }
    }

    /// Everything that follows from what is known now: the lock, what is kept, the list, the start page. A page that
    /// is left writes nothing, one that is shown again nothing that other tabs keep, too; what was just refused is not
    /// tried again at once; what another tab wrote that is no news, and parts that come, are not answered by writing.
    pub(super) fn finish(&mut self, may_write: bool) {
        self.lock();
        if may_write {
            self.mirror();
        }
        self.plan_again();
        self.dress();
    }

    fn told(&mut self, event: Event) {
        match event {
            Event::Forgotten => self.forget_everywhere(),
            Event::WentOn | Event::Hurried if self.is_half_chosen() => self.blame(),
            Event::WentOn => {
                self.hand_in();
                self.apply(Event::WentOn);
            }
            Event::Answered(asking, answer) if self.is_sensitive(asking) => self.draft = Some((asking, answer)),
            Event::ChoiceSet(asking, choice, on) if self.is_sensitive(asking) => {
                self.draft = Some((asking, on.then(|| Answer::Ticked(vec![choice]))));
            }
            Event::SheetSentencesSet(sentences, Some(before)) => {
                self.apply(Event::SheetSentencesSet(sentences, None));
                self.say(Saying::Raised(before + 1));
            }
            Event::ChildAdded => self.add_child(),
            Event::ChildRemoved(child) => self.remove_child(child),
            other => self.apply(other),
        }
    }

    /// The visit takes an event; another place is another screen.
    pub(super) fn apply(&mut self, event: Event) {
        if let Event::ChoiceSet(asking, ..) | Event::Answered(asking, _) = &event {
            self.births.retain(|(about, _)| about != asking);
        }
        if matches!(event, Event::KeepingChosen(_)) {
            self.closed.clear();
        }
        let (place, step) = (self.visit.place, self.step());
        let (visit, path) = take(&mut self.visit).after(self.catalogue, self.today.day, &self.path, event);
        self.visit = visit;
        self.path = path;
        if self.visit.place != place {
            self.show();
            self.push_step(step);
        }
    }

    /// The visit as a whole is another one.
    pub(super) fn visit_is(&mut self, visit: Visit) {
        self.path = visit.path(self.catalogue, self.today.day);
        self.visit = visit;
        self.visits = self.visits.wrapping_add(1);
        self.plan = Kept::nothing(self.catalogue);
        self.seen = Seen::default();
        self.leave_screen();
    }

    /// What is only the screen's goes with it. What was said there is over, too: whoever reads the next one to its end is
    /// not to find it.
    fn leave_screen(&mut self) {
        self.said.saying = None;
        (self.draft, self.births, self.blamed) = (None, Vec::new(), false);
    }

    fn show(&mut self) {
        self.leave_screen();
        let start = self.visit.place.page == Page::Start;
        if !start && self.visit.place.page != Page::Home {
            self.start.note = None;
            self.carry_on = Page::Start;
        }
        self.out.push(Command::Show { start, quietly: false });
    }

    /// A screen to which only something confided leads shares the entry of the one before it, so that the browser's
    /// history does not tell of it.
    fn push_step(&mut self, before: u64) {
        let number = self.step();
        if self.has_history() && number != before {
            self.out.push(Command::Push(number));
        }
    }

    /// A frame leaves the browser's history to the page around it; a kiosk leaves nothing in it for the next family.
    pub(super) fn has_history(&self) -> bool {
        !self.framed && self.kiosk.is_none()
    }

    /// What the entry of this screen carries.
    fn step(&self) -> u64 {
        self.steps.number(self.catalogue, &self.visit, self.visit.place_told(self.catalogue, self.today.day))
    }

    /// Earlier entries of the browser's history lead nowhere any more.
    pub(super) fn steps_begin_anew(&mut self) {
        self.steps.begin_anew();
        if self.has_history() {
            self.out.push(Command::Restep(self.step()));
        }
    }

    /// The entry we are in stands for this screen, so that a page loaded again in it goes on with this run.
    pub(super) fn step_is_here(&mut self, entry: Option<u64>) {
        let number = self.step();
        if self.has_history() && entry != Some(number) {
            self.out.push(Command::Restep(number));
        }
    }

    fn is_sensitive(&self, asking: Asking) -> bool {
        self.catalogue.question(asking.question).sensitive
    }

    /// What was confided becomes the visit's when the parent goes on, and only then.
    fn hand_in(&mut self) {
        if let Some((asking, Some(answer))) = self.draft.take() {
            self.apply(Event::Answered(asking, Some(answer)));
        }
    }
}

/// The screen of the children, and of the month of birth.
impl Open<'_> {
    fn add_child(&mut self) {
        self.apply(Event::ChildAdded);
        self.say(Saying::ChildAdded(self.visit.answers.children().len()));
        self.out.push(Command::Focus(Target::NewChild));
    }

    /// Entries of the browser's history count children, so those before this moment may mean another child.
    fn remove_child(&mut self, child: ChildKey) {
        let called = self.visit.answers.called(child);
        self.apply(Event::ChildRemoved(child));
        self.steps_begin_anew();
        self.say(Saying::ChildRemoved(called));
        self.out.push(Command::Focus(Target::Heading));
    }

    /// Half a month is no answer, and takes an earlier one back.
    fn chose(&mut self, asking: Asking, birth: Birth) {
        let month = birth.read(self.today.day).unwrap_or_default();
        self.apply(Event::Answered(asking, month.map(Answer::Month)));
        self.births.retain(|(about, _)| *about != asking);
        self.births.push((asking, birth));
        self.blamed = false;
    }

    fn is_half_chosen(&self) -> bool {
        self.asked().iter().any(|&asking| self.birth(asking).read(self.today.day).is_err())
    }

    fn blame(&mut self) {
        self.blamed = true;
        self.out.push(Command::Focus(Target::Trouble));
    }

    /// The questions on the screen.
    fn asked(&self) -> &[Asking] {
        match self.visit.place {
            Place { page: Page::Asking, stop } => self.path.asks(stop),
            _ => &[],
        }
    }

    fn say(&mut self, saying: Saying) {
        self.said = Said { saying: Some(saying), times: self.said.times.wrapping_add(1) };
    }
}

/// Beginning, deleting and coming back.
impl Open<'_> {
    /// Carry on leads to the page that was left, Start to the questions.
    fn started(&mut self) {
        match take(&mut self.carry_on) {
            Page::Start => self.apply(Event::WentToQuestions),
            page => self.apply(Event::Opened(page)),
        }
    }

    /// A record of this tab gives way to the new visit; one on the device is somebody else's and stays.
    fn started_afresh(&mut self) {
        self.stores.let_go(Keeping::ThisDevice);
        let keeping = self.visit.keeping.after_forgetting();
        self.visit_is(Visit { keeping, ..Visit::default() });
        self.notices.retain(|notice| *notice != Notice::Migrated);
        self.closed.clear();
        self.carry_on = Page::Start;
        self.steps_begin_anew();
        self.started();
    }

    fn forget_everywhere(&mut self) {
        self.stores.wipe(&mut self.out);
        self.forget_here(key::KEEPING_FORGOTTEN);
        self.out.push(Command::TellOthers);
    }

    /// The word may come late. What was told elsewhere since then is not what was deleted.
    fn forgotten_elsewhere(&mut self) {
        self.stores.wipe_our_own(&mut self.out);
        self.forget_here(key::START_FORGOTTEN_ELSEWHERE);
    }

    /// A page that was left does nothing. It still hears that everything was deleted: what it kept goes when it is
    /// shown again.
    fn asleep_after(mut self, happened: &Happened) -> Self {
        match happened {
            Happened::ForgottenElsewhere => self.forget_here(key::START_FORGOTTEN_ELSEWHERE),
            Happened::PartsMissing => self.go_without(),
            _ => {}
        }
        self.out.clear();
        self
    }

    /// The questions go on without a list, and say so.
    fn go_without(&mut self) {
        self.missing = !self.catalogue.is_whole();
        self.wants = None;
        self.raise(self.missing, Notice::NoList);
    }

    /// Nothing is left: not on the screen, not in what was said, not in the browser's history.
    fn forget_here(&mut self, note: WordKey) {
        let keeping = self.visit.keeping.after_forgetting();
        self.visit_is(Visit { keeping, ..Visit::default() });
        self.notices.retain(|notice| matches!(notice, Notice::ClockWrong | Notice::NoList));
        self.closed.clear();
        self.carry_on = Page::Start;
        (self.brought, self.wants) = (None, None);
        self.start = Start { note: Some(note), ..Start::default() };
        self.steps_begin_anew();
        self.out.extend([Command::CloseForget, Command::Show { start: true, quietly: false }]);
    }

    /// Where the entry is known and still there, its screen comes up; else Back is the page's own Back, and the entry
    /// stands for that from now on. On the start page that is one more step back, so that no press is dead.
    fn stepped(&mut self, entry: Option<u64>) {
        let known = self.steps.place(self.catalogue, &self.visit, entry);
        let there = known.filter(|place| place.page != Page::Asking || self.path.has(place.stop));
        if there.is_none() && self.visit.place.page == Page::Start {
            return self.out.push(Command::StepBack);
        }
        let event = there.map_or(Event::WentBack, Event::Returned);
        let place = self.visit.place;
        let (visit, path) = take(&mut self.visit).after(self.catalogue, self.today.day, &self.path, event);
        (self.visit, self.path) = (visit, path);
        if self.visit.place != place {
            self.show();
        }
        self.step_is_here(entry);
    }

    /// Whoever finds this page again, by Back or in a tab that comes back, finds the start page. What is kept nowhere
    /// is gone, what was confided too; nothing is written any more.
    fn hid(&mut self) {
        self.asleep = true;
        (self.brought, self.wants) = (None, None);
        if !matches!(self.visit.place.page, Page::Start | Page::Home) {
            self.carry_on = self.visit.place.page;
        }
        let mut visit = take(&mut self.visit);
        if visit.keeping == Keeping::Nowhere {
            visit = Visit { keeping: Keeping::Nowhere, ..Visit::default() };
            self.carry_on = Page::Start;
        }
        visit.answers = visit.answers.without_confided();
        visit.place.page = Page::Start;
        self.visit_is(visit);
        self.start.note = (!self.visit.is_blank()).then_some(key::START_FOUND);
        self.out.push(Command::Show { start: true, quietly: true });
    }

    /// What was kept may have been deleted or changed in the meantime.
    fn restored(&mut self, tab: Look, device: Look) {
        let was_asleep = take(&mut self.asleep);
        self.seen(Keeping::ThisVisit, tab);
        self.seen(Keeping::ThisDevice, device);
        if was_asleep {
            self.steps_begin_anew();
        }
    }
}

/// Keeping.
impl Open<'_> {
    /// From the first thing told on, nothing may leave the browser; the draft of an answer is told, too. What was asked
    /// for before still comes.
    fn lock(&mut self) {
        let told = !self.visit.is_blank() || self.draft.is_some() || !self.births.is_empty();
        if told && (self.catalogue.is_whole() || self.missing) && !self.locked {
            self.locked = true;
            self.out.push(Command::Lock);
        }
    }

    /// Storage holds what the parent chose, or nothing. Nothing told is nothing kept.
    fn mirror(&mut self) {
        if self.visit.keeping == Keeping::ThisDevice && *self.stores.get(Keeping::ThisDevice) == Slot::Shut {
            self.cannot_keep(Refusal::Blocked, Keeping::ThisDevice);
        }
        let keeping = self.visit.keeping;
        let text = self.is_to_be_kept().then(|| record::write(&self.to_be_kept(), self.catalogue, self.today));
        self.stores.mirror(keeping, text.as_deref(), &mut self.out);
        for other in PLACES.into_iter().filter(|&place| place != keeping) {
            self.stores.mirror(other, None, &mut self.out);
        }
        self.warn(keeping, text.is_some());
    }

    /// What was confided cannot be kept, so it alone is no reason to keep anything.
    fn is_to_be_kept(&self) -> bool {
        let plain = || Visit { answers: self.visit.answers.without_confided(), ..self.visit.clone() };
        self.visit.keeping != Keeping::Nowhere && !self.visit.is_blank() && !plain().is_blank()
    }

    /// What waits behind the start page, or behind the list that a link brought, waits at its own page.
    fn to_be_kept(&self) -> Visit {
        let Place { page, stop } = self.visit.place;
        let waits = self.has_history() && matches!(page, Page::Start | Page::Home);
        Visit { place: Place { page: if waits { self.carry_on } else { page }, stop }, ..self.visit.clone() }
    }

    /// Says what keeps this visit from being kept.
    fn warn(&mut self, keeping: Keeping, wanted: bool) {
        self.raise(wanted && *self.stores.get(keeping) == Slot::Shut, Notice::Refused(Refusal::Blocked));
        self.notices.retain(|notice| !matches!(notice, Notice::InTheWay(..)) || self.stores.still(*notice));
        for place in PLACES {
            let Some(why) = self.stores.in_the_way(place) else { continue };
            let is_so = why == Why::Changed || (wanted && place == keeping);
            self.raise(is_so, Notice::InTheWay(place, why));
        }
    }

    fn refused(&mut self, keeping: Keeping, refusal: Refusal, look: Look) {
        if self.stores.refuse(keeping, refusal, look) {
            self.raise(true, Notice::Refused(refusal));
        } else {
            self.cannot_keep(refusal, keeping);
        }
    }

    /// Where nothing can be kept on the device, this tab keeps it. A record that stands there goes only when the
    /// parent says so: then the tab is no better place.
    fn cannot_keep(&mut self, refusal: Refusal, keeping: Keeping) {
        self.raise(true, Notice::Refused(refusal));
        if keeping == Keeping::ThisDevice && keeping == self.visit.keeping {
            self.visit.keeping = Keeping::ThisVisit;
        }
    }

    fn seen(&mut self, keeping: Keeping, look: Look) {
        if self.stores.see(keeping, look) && keeping == self.visit.keeping {
            self.forget_here(key::START_FORGOTTEN_ELSEWHERE);
        }
    }

    fn remedied(&mut self, remedy: Remedy) {
        match remedy {
            Remedy::Replace(keeping) => self.stores.adopt(keeping),
            Remedy::TakeUp(keeping) => self.take_up_other(keeping),
            Remedy::OpenTab => self.out.push(Command::OpenTab),
            Remedy::Reload => return self.out.push(Command::Reload),
        }
        self.out.push(Command::Focus(Target::Heading));
    }

    /// What a press comes to is said every time, in view, and in place of what was said of the press before.
    fn reply(&mut self, notice: Notice) {
        let is_reply = |notice: &Notice| matches!(notice, Notice::NoPrint | Notice::NoTab);
        self.notices.retain(|notice| !is_reply(notice));
        self.notices.push(notice);
        self.out.push(Command::Focus(Target::Notice));
    }

    /// The list that was planned of nothing is none.
    fn parts_arrived(&mut self) {
        self.plan = Kept::nothing(self.catalogue);
        if let Some(keeping) = self.wants.take() {
            self.take_up_other(keeping);
        }
    }

    /// A record may speak of what is offered: without that its marks would be lost, so it waits, or the page is loaded
    /// again.
    fn take_up_other(&mut self, keeping: Keeping) {
        match self.parts() {
            Parts::Here => self.take_up_now(keeping),
            Parts::Coming => self.wants = Some(keeping),
            Parts::Missing => self.out.push(Command::Reload),
        }
    }

    fn take_up_now(&mut self, keeping: Keeping) {
        let Slot::Theirs(text, _) = self.stores.get(keeping) else { return };
        let Found { visit, migrated } = match read_again(self.catalogue, self.stores.reads, self.today, text, keeping) {
            Ok(found) => found,
            Err(why) => return self.is_no_better(keeping, why),
        };
        self.stores.adopt(keeping);
        self.raise(migrated, Notice::Migrated);
        let page = if visit.place.page == Page::Start { Page::Asking } else { visit.place.page };
        self.visit_is(Visit { place: Place { page, ..visit.place }, ..visit });
        self.steps_begin_anew();
        self.show();
    }

    /// What was to be taken up cannot be read, and that is said.
    fn is_no_better(&mut self, keeping: Keeping, why: Why) {
        self.stores.leave(keeping, why);
        self.closed.retain(|notice| *notice != Notice::InTheWay(keeping, why));
        self.raise(true, Notice::InTheWay(keeping, why));
    }

    pub(super) fn raise(&mut self, is_so: bool, notice: Notice) {
        if is_so && !self.notices.contains(&notice) && !self.closed.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn close(&mut self, notice: Notice) {
        self.notices.retain(|other| *other != notice);
        self.closed.push(notice);
        self.out.push(Command::Focus(Target::Heading));
    }

    /// The list is planned again only while somebody looks at it, and so is the sheet. Before what is offered has come
    /// there is nothing to plan.
    fn plan_again(&mut self) {
        self.sheet = Sheet::default();
        let page = self.visit.place.page;
        if page != Page::List {
            self.seen.look_away();
        }
        if matches!(page, Page::List | Page::Sheet | Page::Everything) && self.catalogue.is_whole() {
            self.plan_anew(page);
        }
    }

    #[inline(never)]
    fn plan_anew(&mut self, page: Page) {
        let plan = std::mem::replace(&mut self.plan, Kept::nothing(self.catalogue));
        self.plan = plan.again(&self.visit.answers, self.today.day);
        if page == Page::List {
            self.seen.look(self.plan.plan());
        }
        if page == Page::Sheet {
            self.sheet = self.visit.sheet_now(self.catalogue, self.plan.plan(), self.today.day);
        }
    }

    /// While the start page is on the screen, whatever was told is there to carry on with.
    fn dress(&mut self) {
        self.start.again = self.visit.place.page == Page::Start && !self.visit.is_blank();
        self.start.deletable = self.start.again || self.stores.hold_anything();
        if self.start != self.dressed {
            self.dressed = self.start.clone();
            self.out.push(Command::Dress(self.start.clone()));
        }
    }
}
