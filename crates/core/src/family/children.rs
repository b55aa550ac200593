//! The children of a family, and what each is called among the others.

use crate::family::Given;

/// The most children one visit can hold.
pub const MOST_CHILDREN: usize = 12;

/// A child of this visit. Keys are never reused within a visit, so removing one child moves no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildKey(pub(crate) u32);

impl ChildKey {
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
    /// The only one, and without a name.
    Unnamed,
    /// One of several, without a name: the number it has among them, from 1.
    Numbered(usize),
    /// By its name.
    Named(String),
    /// By a name that another one has too, and the number it has among all.
    Alike(String, usize),
}
