//! What a sitting knows of the two places where answers can live, and what it may do there. Whatever stands there and
//! is not this sitting's own is never changed but by the parent's own press.

use crate::json::ReadJson;
use crate::record;
use crate::sitting::{Command, Notice, Over};
use crate::visit::Keeping;

/// What is seen of one place when somebody looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Nothing.
    #[default]
    Nothing,
    /// This text.
    Text(String),
    /// The browser does not let us look.
    Blocked,
}

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser does not let us.
    Blocked,
    /// There is no room.
    Full,
}

/// Why something that stands in a place is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read.
    Corrupt,
    /// A newer version wrote it.
    TooNew,
    /// Its time is over.
    Expired,
    /// The page crashed twice over it.
    LeftAlone,
    /// Another tab or frame changed what this one had kept.
    Changed,
    /// It is another visit than this one.
    Another,
}

impl Why {
    /// Why what stands there now is left alone. The reason of what stood there before says nothing of it, but that this
    /// sitting's own record was changed stays true.
    fn of(self, same: bool) -> Self {
        if same || self == Self::Changed { self } else { Self::Another }
    }
}

/// What is known of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing of ours stands there.
    #[default]
    Empty,
    /// What stands there is what this sitting wrote or took up.
    Ours(String),
    /// Something stands there that is left alone.
    Theirs(String, Why),
    /// The browser does not let us use it.
    Shut,
}

/// The two places: this tab and this device.
#[derive(Clone, Debug)]
pub(super) struct Stores {
    /// How what stands there is read.
    pub(super) reads: ReadJson,
    tab: Slot,
    device: Slot,
}

/// Where answers can be written down.
pub(super) const PLACES: [Keeping; 2] = [Keeping::ThisVisit, Keeping::ThisDevice];

impl Stores {
    /// Two empty places.
    pub(super) fn new(reads: ReadJson) -> Self {
        Self { reads, tab: Slot::Empty, device: Slot::Empty }
    }

    pub(super) fn get(&self, keeping: Keeping) -> &Slot {
        match keeping {
            Keeping::Nowhere => &Slot::Empty,
            Keeping::ThisVisit => &self.tab,
            Keeping::ThisDevice => &self.device,
        }
    }

    pub(super) fn set(&mut self, keeping: Keeping, slot: Slot) {
        match keeping {
            Keeping::Nowhere => {}
            Keeping::ThisVisit => self.tab = slot,
            Keeping::ThisDevice => self.device = slot,
        }
    }

    /// Why what stands in this place is left alone, if it is.
    pub(super) fn in_the_way(&self, keeping: Keeping) -> Option<Why> {
        if let Slot::Theirs(_, why) = self.get(keeping) { Some(*why) } else { None }
    }

    /// Whether what a notice speaks of still stands there.
    pub(super) fn still(&self, notice: Notice) -> bool {
        matches!(notice, Notice::InTheWay(keeping, why) if self.in_the_way(keeping) == Some(why))
    }

    /// Whether anything at all stands in a place, as far as is known.
    pub(super) fn hold_anything(&self) -> bool {
        PLACES.iter().any(|&place| matches!(self.get(place), Slot::Ours(_) | Slot::Theirs(..)))
    }

    /// Brings a place to hold this text and no other, as far as it is ours. What is new is written before what is old
    /// is erased elsewhere.
    pub(super) fn mirror(&mut self, keeping: Keeping, text: Option<&str>, out: &mut Vec<Command>) {
        let (over, slot) = match (self.get(keeping), text) {
            (Slot::Ours(old), Some(text)) if old != text => (Some(old.clone()), Slot::Ours(text.to_owned())),
            (Slot::Empty, Some(text)) => (None, Slot::Ours(text.to_owned())),
            (Slot::Ours(old), None) => {
                out.push(Command::Erase { keeping, over: Over::This(old.clone()) });
                return self.set(keeping, Slot::Empty);
            }
            _ => return,
        };
        out.push(Command::Write { keeping, over, text: text.unwrap_or_default().to_owned() });
        self.set(keeping, slot);
    }

    /// Erases every place, whatever stands there.
    pub(super) fn wipe(&mut self, out: &mut Vec<Command>) {
        for keeping in PLACES {
            out.push(Command::Erase { keeping, over: Over::Anything });
            if *self.get(keeping) != Slot::Shut {
                self.set(keeping, Slot::Empty);
            }
        }
    }

    /// Erases what is ours and what was left alone. What others wrote they erase themselves, or it is new.
    pub(super) fn wipe_our_own(&mut self, out: &mut Vec<Command>) {
        for keeping in PLACES {
            match self.get(keeping) {
                Slot::Theirs(text, Why::Changed | Why::Another) => {
                    let text = text.clone();
                    self.set(keeping, Slot::Theirs(text, Why::Another));
                }
                Slot::Ours(text) | Slot::Theirs(text, _) => {
                    out.push(Command::Erase { keeping, over: Over::This(text.clone()) });
                    self.set(keeping, Slot::Empty);
                }
                Slot::Empty | Slot::Shut => {}
            }
        }
    }

    /// What stands in the way becomes ours to write over or to erase, because the parent said so.
    pub(super) fn adopt(&mut self, keeping: Keeping) {
        if let Slot::Theirs(text, _) = self.get(keeping) {
            let text = text.clone();
            self.set(keeping, Slot::Ours(text));
        }
    }

    /// What stands in the way is left alone for this reason.
    pub(super) fn leave(&mut self, keeping: Keeping, why: Why) {
        if let Slot::Theirs(text, _) = self.get(keeping) {
            let text = text.clone();
            self.set(keeping, Slot::Theirs(text, why));
        }
    }

    /// What is ours becomes somebody else's: a new visit leaves it alone.
    pub(super) fn let_go(&mut self, keeping: Keeping) {
        if let Slot::Ours(text) = self.get(keeping) {
            let text = text.clone();
            self.set(keeping, Slot::Theirs(text, Why::Another));
        }
    }

    /// Whether this tells what is ours: walking through the questions in another tab is no news.
    pub(super) fn know(&self, keeping: Keeping, look: &Look) -> bool {
        let (Slot::Ours(ours), Look::Text(text)) = (self.get(keeping), look) else { return false };
        record::tell_the_same(ours, text, self.reads)
    }

    /// Somebody looked, or wanted to write and found this. What they saw is remembered. True where what was kept has
    /// been deleted elsewhere: gone there is gone here.
    pub(super) fn see(&mut self, keeping: Keeping, look: Look) -> bool {
        let known = self.know(keeping, &look);
        let (slot, gone) = match (self.get(keeping), look) {
            (Slot::Ours(_), Look::Text(text)) if known => (Slot::Ours(text), false),
            (Slot::Ours(_) | Slot::Theirs(_, Why::Changed), Look::Nothing) => (Slot::Empty, true),
            (Slot::Theirs(old, why), Look::Text(text)) => (Slot::Theirs(text.clone(), why.of(*old == text)), false),
            (Slot::Ours(_), Look::Text(text)) => (Slot::Theirs(text, Why::Changed), false),
            (Slot::Empty, Look::Text(text)) => (Slot::Theirs(text, Why::Another), false),
            (Slot::Theirs(..), Look::Nothing) => (Slot::Empty, false),
            (Slot::Empty | Slot::Shut, _) | (_, Look::Blocked) => return false,
        };
        self.set(keeping, slot);
        gone
    }

    /// What was to be erased is not what stands there: somebody else changed it.
    pub(super) fn keep_off(&mut self, keeping: Keeping, look: Look) {
        if let Look::Text(text) = look {
            self.set(keeping, Slot::Theirs(text, Why::Changed));
        }
    }

    /// A write was refused, and this is what stands there now: what stood there before, if it was ours. Whether ours
    /// still stands there; what is not ours was not written over.
    pub(super) fn refuse(&mut self, keeping: Keeping, refusal: Refusal, look: Look) -> bool {
        let slot = match (self.get(keeping), refusal, look) {
            (Slot::Theirs(..), ..) | (Slot::Empty, Refusal::Full, _) => return false,
            (Slot::Ours(_), _, Look::Text(text)) => Slot::Ours(text),
            (Slot::Ours(_), Refusal::Full, Look::Nothing) => Slot::Empty,
            _ => Slot::Shut,
        };
        let stands = matches!(slot, Slot::Ours(_));
        self.set(keeping, slot);
        stands
    }
}
