//! What the parent says of the offers.

use litemap::LiteMap;

use crate::catalogue::SupportId;
use crate::family::Who;

/// What the parent says of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// I'd like this.
    Want,
    /// Already have it.
    Have,
    /// Not for us.
    NotForUs,
}

impl Mark {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Want, Self::Have, Self::NotForUs];

    /// Its name in saved visits and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Want => "want",
            Self::Have => "have",
            Self::NotForUs => "not-for-us",
        }
    }

    /// The mark of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.name() == name)
    }
}

/// Marks by support and person.
pub type Marks = LiteMap<(SupportId, Who), Mark>;
