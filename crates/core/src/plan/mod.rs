//! The plan, which parents know as "your list": every support that applies, for whom, why and from when, in order.
//! What the list, the sheet and "why isn't this here" say comes from the same verdicts.

mod again;
mod marks;
mod planner;
mod rank;
mod seen;

use crate::catalogue::{Catalogue, Support, SupportId, WarningId};
use crate::family::{Answers, ChildKey, Who};
use crate::judge::{Asking, Because, Judge, Verdict};
use crate::time::Day;

pub use again::{Changed, Kept, Looks, Sight};
pub use marks::{Mark, Marks};
pub use seen::Seen;

/// A support on this parent's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is.
    pub support: SupportId,
    /// For whom.
    pub who: Who,
    /// Why, and from when.
    pub because: Because,
    /// One of its reasons comes from a section behind a door: off paper until the parent says otherwise.
    pub private: bool,
    /// One of its figures is past the day it had to be looked at again.
    pub may_have_changed: bool,
    /// The danger or the clock that moves it to the first group, by its place in the support.
    pub soon: Option<usize>,
    /// What to know before asking for it.
    pub warnings: Vec<WarningId>,
}

impl Offer {
    /// What to know before asking for it, and about whom.
    pub fn warned(&self) -> impl Iterator<Item = (WarningId, Who)> {
        self.warnings.iter().map(|&warning| (warning, self.who))
    }
}

/// A support that one more answer would decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// What it is.
    pub support: SupportId,
    /// For whom.
    pub who: Who,
    /// The question to answer.
    pub asking: Asking,
}

/// Where offers stand on the list, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// What has a danger or a clock.
    Soon,
    /// What the parent said they want.
    Wanted,
    /// For more than one of the children: one card says for whom, and why for each.
    Children,
    /// For one child.
    Child(ChildKey),
    /// For the parent and the family.
    Family,
    /// Money, home and work.
    Money,
    /// Being part of nursery or school.
    School,
    /// For every family.
    Universal,
}

/// Offers that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which one.
    pub kind: GroupKind,
    /// The strongest first. The same support for several children stands side by side.
    pub offers: Vec<Offer>,
}

/// A parent's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Numbers for danger and crisis, the same for everyone.
    pub urgent: Vec<SupportId>,
    /// Something was ticked that opens the urgent box at the top.
    pub urgent_first: bool,
    /// Groups that have offers, in order.
    pub groups: Vec<Group>,
    /// What one more answer would decide.
    pub possible: Vec<Possible>,
}

impl Plan {
    /// Works out the whole list. The same answers on the same day always give the same list.
    pub fn of(catalogue: &Catalogue, answers: &Answers, today: Day) -> Self {
        Kept::nothing(catalogue).again(answers, today).into_plan()
    }

    /// The list for paper: what was confided has no part in it, nor in its order, and what is private only where the
    /// parent says so. `None` where it is the list as it stands.
    pub fn on_paper(catalogue: &Catalogue, answers: &Answers, private: bool, today: Day) -> Option<Self> {
        let plain = match private {
            true if answers.is_plain() => return None,
            true => answers.without_confided(),
            false => answers.without_private(catalogue)?,
        };
        Some(Self::of(catalogue, &plain, today))
    }

    /// Every offer of every group, in order.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.groups.iter().flat_map(|group| &group.offers)
    }

    /// The offer of this support for this child or the family, if it is on the list.
    pub fn offer(&self, support: SupportId, who: Who) -> Option<&Offer> {
        self.offers().find(|offer| offer.support == support && offer.who == who)
    }

    /// Its cards in order: the offers of one support in one group.
    pub fn cards(&self) -> impl Iterator<Item = &[Offer]> {
        self.groups.iter().flat_map(Group::cards)
    }
}

impl Group {
    /// The offers, one slice a support: how they are shown.
    pub fn cards(&self) -> impl Iterator<Item = &[Offer]> {
        self.offers.chunk_by(|one, other| one.support == other.support)
    }
}

/// The verdict on a support: universal ones are only ever ruled out, targeted ones must be reasoned in.
pub fn verdict(judge: &Judge<'_>, support: &Support, who: Who) -> Verdict {
    match judge.rule(&support.rule, who, support.ahead) {
        Verdict::Maybe { .. } if support.is_universal() => Verdict::Yes(Because::default()),
        verdict => verdict,
    }
}
