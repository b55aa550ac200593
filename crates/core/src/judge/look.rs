//! How a rule is looked at, which follows from where a line stands in it.

use crate::family::Who;

/// How to read what is not certain, such as the month of a birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Possible counts as yes: for offering and asking.
    Generous,
    /// Possible stays unknown: for hiding.
    Strict,
}

impl Reading {
    /// The other one: what makes something certain makes its opposite uncertain.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Generous => Self::Strict,
            Self::Strict => Self::Generous,
        }
    }
}

/// How a line is looked at: about whom, how far ahead, and how what is not certain is read. It follows from where
/// the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub(super) who: Who,
    pub(super) ahead: i32,
    pub(super) reading: Reading,
}

impl Look {
    /// For the half of a rule that must hold, looking `ahead` months into the future.
    pub fn offering(who: Who, ahead: i32) -> Self {
        Self { who, ahead, reading: Reading::Generous }
    }

    /// For the half of a rule that hides only where it surely holds.
    pub fn hiding(who: Who) -> Self {
        Self { who, ahead: 0, reading: Reading::Strict }
    }

    /// The same about somebody else: what an [`crate::content::Line::AnyChild`] asks of each child.
    #[must_use]
    pub fn at(self, who: Who) -> Self {
        Self { who, ..self }
    }

    /// For what must not hold: inside an [`crate::content::Line::IsNot`].
    #[must_use]
    pub fn denied(self) -> Self {
        Self { reading: self.reading.flipped(), ahead: 0, ..self }
    }

    /// About whom.
    pub fn who(self) -> Who {
        self.who
    }
}
