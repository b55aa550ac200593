//! The children of a family, and what each is called among the others.

use crate::family::Given;

/// The most children one visit can hold.
pub const MOST_CHILDREN: usize = 12;

/// A child of this visit. Keys are never reused within a visit, so removing one child moves no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildKey(pub(crate) u32);

impl ChildKey {
    /// No child of any visit.
    pub(crate) const EACH: Self = Self(u32::MAX);

    /// Its number within this visit, never given twice.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// Whom an answer or an offer concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// The family as a whole.
    Family,
    /// One child.
    Child(ChildKey),
}

impl Who {
    /// Each of several children, for what is said of all of them in the words for one: "what each child is learning".
    pub const EACH_CHILD: Self = Self::Child(ChildKey::EACH);

    /// Whom words are about that are said once for all of these.
    pub fn all_of(whos: &[Self]) -> Self {
        match whos {
            [] => Self::Family,
            [one] => *one,
            _ => Self::EACH_CHILD,
        }
    }
}

/// One child the parent told us about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Its key within this visit.
    pub key: ChildKey,
    /// A first name or a nickname; may be empty.
    pub name: String,
    /// Plain answers about this child.
    pub given: Given,
}

/// What a child is called among the others: for whoever speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// Each of several.
    Each,
    /// The only one, and without a name.
    Unnamed,
    /// One of several, without a name: the number it has among them, from 1.
    Numbered(usize),
    /// By its name.
    Named(String),
    /// By a name that another one has too, and the number it has among all.
    Alike(String, usize),
}
