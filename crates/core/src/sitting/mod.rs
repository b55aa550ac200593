//! The sitting: everything between a parent sitting down and the page being gone. What is stored and where, what
//! Back and a reload mean, what Delete and Exit leave, when the network lock closes, what is said and where focus goes:
//! all of it is decided here, and nothing of it is done here. What happens comes in, outcomes of storage and steps of
//! the browser's history among it; what the browser must do once goes out as commands.
//!
//! What holds, whatever happens in whatever order:
//! - [`Sitting::Over`] answers nothing with anything; a page that was left writes nothing before it is shown again.
//! - A place holds what the parent's last choice of keeping says, or nothing, or something that is not this sitting's.
//! - What is not this sitting's is changed by the parent's own press and by nothing else.
//! - What was confided is gone when the page is left, and a draft of it when its screen is left.

mod begin;
mod notice;
mod open;
mod steps;
mod stores;

use crate::catalogue::Catalogue;
use crate::family::{Answer, Called};
use crate::json::ReadJson;
use crate::judge::Asking;
use crate::texts::WordKey;
use crate::time::Now;
use crate::visit::{Event, Keeping};

pub use begin::Beginning;
pub use notice::{Notice, Remedy};
pub use open::{Open, Parts};
pub use stores::{Look, Refusal, Why};

/// A screen that many people share, as its site wants it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kiosk {
    /// Others can see it: what is marked quiet is not asked.
    pub open_plan: bool,
    /// Whether the sheet is printed there.
    pub printing: Printing,
}

/// Whether a kiosk prints the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printing {
    /// It does not.
    #[default]
    Off,
    /// Only after somebody who works there has pressed, so that nothing lies in a tray that others take from.
    Ask,
    /// As at home.
    On,
}

/// Somebody sits here, or has left.
pub enum Sitting<'a> {
    /// Somebody sits here.
    Open(Box<Open<'a>>),
    /// The parent has left. No event does anything any more.
    Over,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// The parent did something on a screen.
    Told(Event),
    /// The month of birth was chosen from its list, or taken back.
    MonthChosen(Asking, Option<u8>),
    /// The year of birth was chosen from its list, or taken back.
    YearChosen(Asking, Option<i32>),
    /// Start, or Carry on, was pressed.
    Started,
    /// Start afresh was pressed: what is kept here is somebody else's, or no longer wanted.
    StartedAfresh,
    /// Delete was pressed: it is asked once more.
    AskedToForget,
    /// The parent would rather keep everything.
    KeptAfterAll,
    /// Everything was deleted in another tab or frame.
    ForgottenElsewhere,
    /// Something was done about a notice.
    Remedied(Remedy),
    /// A notice was put aside.
    NoticeClosed(Notice),
    /// What is offered has come, so that there is a list.
    PartsArrived,
    /// What is offered will not come before the page is loaded again.
    PartsMissing,
    /// The page is to be loaded again.
    AskedToReload,
    /// Print was pressed.
    AskedToPrint,
    /// The browser does not open its print window here.
    PrintRefused,
    /// The browser does not open a tab here.
    TabRefused,
    /// A write was refused; this is what stands there now.
    Refused(Keeping, Refusal, Look),
    /// Something else than expected stands in a place, or another tab or frame changed it.
    Seen(Keeping, Look),
    /// What was to be erased was left, because this stands there.
    NotErased(Keeping, Look),
    /// The browser's own Back or Forward led to this entry; the first one has no number.
    Stepped(Option<u64>),
    /// The page is left, or put aside where Back may find it.
    Hid,
    /// The page was put aside and is shown again; this is what stands in this tab and on this device.
    Restored(Look, Look),
    /// Exit: boot.js has blanked the page and wiped what was kept, and is leaving.
    Left,
}

/// What the browser must do once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write this text, if what stands there is still what is written over. Otherwise say what stands there.
    Write {
        /// Where.
        keeping: Keeping,
        /// What stood there; `None`: nothing.
        over: Option<String>,
        /// What to write.
        text: String,
    },
    /// Erase what stands there.
    Erase {
        /// Where.
        keeping: Keeping,
        /// Only this, or whatever it is.
        over: Over,
    },
    /// Tell other tabs and frames that everything was deleted.
    TellOthers,
    /// From now on nothing may leave the browser.
    Lock,
    /// Another screen is shown: the start page, or the widget. It takes no pointer for a moment, because a second
    /// press may have been meant for the screen before. Unless `quietly`, its heading is brought into view and focus.
    Show {
        /// The start page.
        start: bool,
        /// Without focus: the parent is elsewhere on the host's page.
        quietly: bool,
    },
    /// One more entry of the browser's history, with this number.
    Push(u64),
    /// The entry of the browser's history that we are in gets this number.
    Restep(u64),
    /// The browser goes one more step back.
    StepBack,
    /// Move focus.
    Focus(Target),
    /// Ask once more before everything is deleted.
    OpenForget,
    /// The asking is over.
    CloseForget,
    /// Load the page again.
    Reload,
    /// Open the print window.
    Print,
    /// Show the sheet in a tab of its own.
    OpenTab,
    /// Say this on the start page.
    Dress(Start),
}

/// What may be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Only this text.
    This(String),
    /// Whatever stands there.
    Anything,
}

/// Where focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of the screen.
    Heading,
    /// The name of the child added last.
    NewChild,
    /// What has to be put right.
    Trouble,
    /// What can be done about the notice that came last.
    Notice,
}

/// How the start page looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// Somebody's answers are here: Start is Carry on, with Start afresh beside it.
    pub again: bool,
    /// Something is kept that can be deleted.
    pub deletable: bool,
    /// The key of what it says, if it says anything.
    pub note: Option<WordKey>,
}

/// What a screen reader says next, and how often something was said: the same twice is said twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What, if anything.
    pub saying: Option<Saying>,
    /// Counts up with everything said.
    pub times: u32,
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// One more child: so many there are now.
    ChildAdded(usize),
    /// What they want to talk about was moved up, to this place, from 1.
    Raised(usize),
    /// This child was taken away.
    ChildRemoved(Called),
}

impl<'a> Sitting<'a> {
    /// A parent sits down, and this is what the browser says of the place, and how it reads JSON.
    #[must_use]
    pub fn begin(catalogue: &'a Catalogue, reads: ReadJson, now: Now, beginning: Beginning) -> (Self, Vec<Command>) {
        let (open, commands) = Open::begin(catalogue, reads, now, beginning);
        (Self::Open(Box::new(open)), commands)
    }

    /// What the sitting is after something happened, and what the browser must do.
    #[must_use]
    pub fn after(self, now: Now, happened: Happened) -> (Self, Vec<Command>) {
        match self {
            Self::Over => (Self::Over, Vec::new()),
            Self::Open(_) if matches!(happened, Happened::Left) => (Self::Over, Vec::new()),
            Self::Open(open) => {
                let (open, commands) = open.after(now, happened);
                (Self::Open(Box::new(open)), commands)
            }
        }
    }

    /// The sitting while it lasts.
    pub fn open(&self) -> Option<&Open<'a>> {
        match self {
            Self::Open(open) => Some(open),
            Self::Over => None,
        }
    }
}

/// A sensitive question's answer before the parent goes on: it is nowhere but on the screen.
type Draft = (Asking, Option<Answer>);
