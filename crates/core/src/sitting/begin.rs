//! How a sitting begins: what was kept is looked at once, and whoever sits there now decides about it.

use crate::catalogue::Catalogue;
use crate::home;
use crate::json::ReadJson;
use crate::plan::{Kept, Seen};
use crate::record::{self, Loaded};
use crate::sitting::open::Open;
use crate::sitting::steps::Steps;
use crate::sitting::stores::{Look, PLACES, Slot, Stores, Why};
use crate::sitting::{Command, Happened, Kiosk, Notice, Said};
use crate::texts::key;
use crate::time::{Now, Today};
use crate::visit::{Event, Keeping, Page, Visit};

/// What the browser says when the page is ready.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// What stands in this tab.
    pub tab: Look,
    /// What stands on this device.
    pub device: Look,
    /// The page crashed twice within a minute: what was kept may be why.
    pub crashed_twice: bool,
    /// The page was loaded again where it stood, not opened.
    pub reloaded: bool,
    /// Another page holds us.
    pub framed: bool,
    /// The parent is in our page, and not elsewhere on the host's.
    pub focused: bool,
    /// Start was pressed before the questions were ready.
    pub awaited: bool,
    /// The site keeps nothing, unless the parent asks for it.
    pub nowhere: bool,
    /// This is a screen that many people share.
    pub kiosk: Option<Kiosk>,
    /// The number of the entry of the browser's history.
    pub entry: Option<u64>,
    /// What a link brought in its address: a list, as [`home`] writes it.
    pub brought: Option<String>,
}

impl Beginning {
    /// A kiosk takes nothing up, whatever another page left in its browser.
    fn of_its_own(self) -> Self {
        if self.kiosk.is_none() {
            return self;
        }
        Self { tab: Look::default(), device: Look::default(), entry: None, nowhere: true, ..self }
    }
}

/// A visit that was found in a place.
pub(super) struct Found {
    pub(super) visit: Visit,
    pub(super) migrated: bool,
}

impl<'a> Open<'a> {
    pub(super) fn begin(
        catalogue: &'a Catalogue,
        reads: ReadJson,
        now: Now,
        beginning: Beginning,
    ) -> (Self, Vec<Command>) {
        let beginning = beginning.of_its_own();
        let today = Today::believed(catalogue.newest, now);
        let (stores, found) = look_around(catalogue, reads, today, &beginning);
        let migrated = found.as_ref().is_some_and(|found| found.migrated);
        let visit = found.map(|found| found.visit);
        let mut open = Self::new(catalogue, today, stores, Steps::resume(catalogue, today, beginning.entry));
        (open.framed, open.kiosk) = (beginning.framed, beginning.kiosk);
        open.raise(!today.is_sure(), Notice::ClockWrong);
        open.raise(migrated, Notice::Migrated);
        open.warn_of_old();
        if beginning.nowhere && visit.is_none() {
            open.visit.keeping = Keeping::Nowhere;
        }
        let resumed = open.take_up(visit, &beginning);
        if let Some(text) = &beginning.brought {
            open.bring(text);
        } else if beginning.awaited && open.visit.is_blank() {
            open.take(Happened::Started);
        }
        open.finish(!resumed && open.visit.keeping == Keeping::ThisVisit);
        let commands = std::mem::take(&mut open.out);
        (open, commands)
    }

    fn new(catalogue: &'a Catalogue, today: Today, stores: Stores, steps: Steps) -> Self {
        let visit = Visit::default();
        let path = visit.path(catalogue, today.day);
        Self {
            catalogue,
            today,
            path,
            visit,
            visits: 0,
            stores,
            steps,
            plan: Kept::nothing(catalogue),
            seen: Seen::default(),
            sheet: crate::sheet::Sheet::default(),
            draft: None,
            births: Vec::new(),
            blamed: false,
            carry_on: Page::Start,
            wants: None,
            brought: None,
            framed: false,
            kiosk: None,
            asleep: false,
            locked: false,
            missing: false,
            notices: Vec::new(),
            closed: Vec::new(),
            said: Said::default(),
            start: crate::sitting::Start::default(),
            dressed: crate::sitting::Start::default(),
            out: Vec::new(),
        }
    }

    /// A reload goes on where it was: then this is true, and nothing is written. Whatever else was found waits behind
    /// the start page, because somebody else may be sitting there now: the entry then says so, for the reload after, or
    /// in a frame what is kept in this tab. On the device nothing is written before somebody does something: other tabs
    /// may keep it, too.
    fn take_up(&mut self, visit: Option<Visit>, beginning: &Beginning) -> bool {
        let goes_on = |visit: &Visit| is_of_this_tab(visit) && !self.stands_at_start(visit, beginning.entry);
        let reloaded = beginning.reloaded && beginning.brought.is_none() && visit.as_ref().is_some_and(goes_on);
        if let Some(visit) = visit {
            self.visit_is(visit);
        }
        if reloaded {
            let quietly = self.framed && !beginning.focused;
            self.out.push(Command::Show { start: false, quietly });
            self.step_is_here(beginning.entry);
            return true;
        }
        self.carry_on = std::mem::take(&mut self.visit.place.page);
        if !self.visit.is_blank() {
            self.start.note = Some(key::START_FOUND);
        }
        self.steps = Steps::afresh(self.catalogue, self.today, beginning.entry);
        if beginning.entry.is_some() {
            self.step_is_here(beginning.entry);
        }
        false
    }

    /// Whether the entry is that of the start page.
    fn stands_at_start(&self, visit: &Visit, entry: Option<u64>) -> bool {
        let place = self.steps.place(self.catalogue, visit, entry);
        self.has_history() && place.is_some_and(|place| place.page == Page::Start)
    }

    /// The list that a link brought comes first, and whatever is kept here waits. A link that leads to none leads to
    /// the start page, which says so.
    fn bring(&mut self, text: &str) {
        self.brought = home::read(self.catalogue, text);
        if self.brought.is_some() {
            self.apply(Event::Opened(Page::Home));
        } else {
            self.start.note = Some(key::HOME_BROKEN);
        }
    }

    /// What cannot be taken up is said at once, wherever it is.
    fn warn_of_old(&mut self) {
        for keeping in PLACES {
            let why = self.stores.in_the_way(keeping).filter(|why| *why != Why::Another);
            let notice = why.map(|why| Notice::InTheWay(keeping, why));
            if let Some(notice) = notice {
                self.raise(true, notice);
                self.start.note = Some(notice.words());
            }
        }
    }
}

fn is_of_this_tab(visit: &Visit) -> bool {
    visit.keeping == Keeping::ThisVisit && visit.place.page != Page::Start
}

/// The first visit that can be read is taken up, this tab's before this device's. The rest is left alone.
fn look_around(catalogue: &Catalogue, reads: ReadJson, today: Today, beginning: &Beginning) -> (Stores, Option<Found>) {
    let (mut stores, mut found) = (Stores::new(reads), None);
    for keeping in PLACES {
        let look = if keeping == Keeping::ThisVisit { &beginning.tab } else { &beginning.device };
        let slot = match look {
            Look::Nothing => Slot::Empty,
            Look::Blocked => Slot::Shut,
            Look::Text(text) if beginning.crashed_twice => Slot::Theirs(text.clone(), Why::LeftAlone),
            Look::Text(text) if found.is_some() => Slot::Theirs(text.clone(), Why::Another),
            Look::Text(text) => match read(catalogue, reads, today, text, keeping) {
                Ok(visit) => {
                    found = Some(visit);
                    Slot::Ours(text.clone())
                }
                Err(why) => Slot::Theirs(text.clone(), why),
            },
        };
        stores.set(keeping, slot);
    }
    (stores, found)
}

/// Where a visit stands says how it is kept, whatever it says itself.
fn read(catalogue: &Catalogue, reads: ReadJson, today: Today, text: &str, keeping: Keeping) -> Result<Found, Why> {
    let (visit, migrated) = match record::read(text, reads, catalogue, today) {
        Loaded::Loaded(visit) => (visit, false),
        Loaded::Migrated(visit, _) => (visit, true),
        Loaded::TooNew => return Err(Why::TooNew),
        Loaded::Expired => return Err(Why::Expired),
        Loaded::Corrupt => return Err(Why::Corrupt),
    };
    Ok(Found { visit: Visit { keeping, ..visit }, migrated })
}

/// What stands in the way, read after all because the parent asked for it; never refused for its age.
pub(super) fn read_again(
    catalogue: &Catalogue,
    reads: ReadJson,
    today: Today,
    text: &str,
    keeping: Keeping,
) -> Result<Found, Why> {
    let timeless = Today { minute: None, ..today };
    read(catalogue, reads, timeless, text, keeping)
}
