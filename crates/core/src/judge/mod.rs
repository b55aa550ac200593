//! Whether something applies to somebody, and why: yes because …, maybe if …, no because ….
//!
//! Verdicts combine as Kleene's three-valued logic. A question that was not answered, was skipped, or whose
//! answer the parent would rather not give, is unknown: it never makes a yes and never makes a no.
//!
//! A rule is read in two ways that agree: `weigh` weighs it, which gives an [`Outline`] and costs almost nothing,
//! so that a list can be made of thousands of supports; `reasons` gives the whole [`Verdict`], where somebody
//! will read why.

mod ages;
mod look;
mod outline;
mod reasons;
mod weigh;

use crate::catalogue::{ChoiceId, QuestionId};
use crate::family::Who;
use crate::time::{AgeSpan, Start};

pub use ages::age;
pub(crate) use ages::birth_months;
pub use look::{Look, Reading};
pub use outline::{Outline, Truth};
pub use weigh::Judge;

/// A tick, and whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick {
    /// What was ticked.
    pub choice: ChoiceId,
    /// About whom.
    pub who: Who,
}

/// A question about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asking {
    /// What is asked.
    pub question: QuestionId,
    /// About whom.
    pub who: Who,
}

/// Why something applies; nothing at all is a reason for what applies to everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Because {
    /// The ticks that made it so, in the order they are asked, each once.
    pub ticks: Vec<Tick>,
    /// A child's age had a part in it.
    pub age: bool,
    /// When it begins.
    pub start: Start,
    /// It ends in this very month, on a birthday whose day is not known.
    pub ends_this_month: bool,
}

/// One thing that ruled something out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// This was ticked.
    Ticked(Tick),
    /// None of these was ticked.
    NoneOf(Vec<ChoiceId>, Who),
    /// The child is outside these ages.
    Age(AgeSpan, Who),
    /// No child fits.
    NoChild,
}

/// Whether something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does, because of this.
    Yes(Because),
    /// It would depend on the answers to these; `pointed` says that something the parent ticked points this way.
    Maybe {
        /// What would settle it.
        unknown: Vec<Asking>,
        /// A tick already speaks for it.
        pointed: bool,
    },
    /// It does not, because of this.
    No(Vec<Ruling>),
}

impl Verdict {
    /// It applies.
    pub fn is_yes(&self) -> bool {
        matches!(self, Self::Yes(_))
    }

    /// It surely does not apply.
    pub fn is_no(&self) -> bool {
        matches!(self, Self::No(_))
    }

    /// What would settle it, where there is a doubt.
    pub fn unknown(&self) -> &[Asking] {
        if let Self::Maybe { unknown, .. } = self { unknown } else { &[] }
    }
}
