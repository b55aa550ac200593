//! Verdicts without their reasons: three values, ordered so that the smallest decides where all must hold and the
//! largest where any will do. Nothing here allocates.

/// One of Kleene's three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It surely does not apply.
    No,
    /// It is not known.
    Maybe,
    /// It applies.
    Yes,
}

/// A verdict without its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What it says.
    pub truth: Truth,
    /// A tick already speaks for it.
    pub pointed: bool,
}

impl Outline {
    /// It applies to everyone.
    pub const YES: Self = Self { truth: Truth::Yes, pointed: false };
    /// It applies to nobody.
    pub const NO: Self = Self { truth: Truth::No, pointed: false };

    /// Of something that no tick speaks for, such as an age.
    pub(super) fn bare(truth: Truth) -> Self {
        Self { truth, pointed: false }
    }

    /// The opposite; what would have spoken for it says nothing then, unless it is in doubt.
    pub(super) fn not(self) -> Self {
        Self { truth: self.truth.not(), pointed: self.pointed && self.truth == Truth::Maybe }
    }

    fn and(self, other: Self) -> Self {
        Self { truth: self.truth.min(other.truth), pointed: self.pointed || other.pointed }
    }

    fn or(self, other: Self) -> Self {
        match self.truth.cmp(&other.truth) {
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Equal => Self { pointed: self.pointed || other.pointed, ..self },
        }
    }
}

impl Truth {
    /// Yes unless it surely applies: then there is no doubt either way.
    pub(super) fn not_surely(self) -> Self {
        if self == Self::Yes { Self::No } else { Self::Yes }
    }

    /// The opposite.
    pub(super) fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

/// A case: all must hold. The first no decides.
pub(super) fn all(outlines: impl Iterator<Item = Outline>) -> Outline {
    let mut whole = Outline::YES;
    for outline in outlines {
        if outline.truth == Truth::No {
            return Outline::NO;
        }
        whole = whole.and(outline);
    }
    whole
}

/// A condition: any case will do. Nothing can be added to a yes that a tick speaks for.
pub(super) fn any(outlines: impl Iterator<Item = Outline>) -> Outline {
    let mut whole = Outline::NO;
    for outline in outlines {
        whole = whole.or(outline);
        if whole.truth == Truth::Yes && whole.pointed {
            break;
        }
    }
    whole
}
