//! The format as one table: which keys each table has, what each wants, and which must be there. The reader knows
//! no other keys, and [`crate::format::schema`] tells editors the same.

mod condition;
mod figure;
mod invariant;
mod language;
mod question;
mod rule;
mod site;
mod support;

use crate::format::vocabulary::Vocabulary;

pub(crate) use condition::CONDITIONS;
pub(crate) use figure::{FIGURES, WORDS};
pub(crate) use invariant::INVARIANTS;
pub(crate) use language::LANGUAGE;
pub(crate) use question::QUESTIONS;
pub(crate) use rule::LINE;
pub(crate) use site::SITE_FILE;
pub(crate) use support::TOPIC_FILE;

/// A kind of table.
pub(crate) struct Shape {
    /// What it is, in a few words.
    pub(crate) says: &'static str,
    /// Its keys in the order in which authors write them.
    pub(crate) keys: &'static [Key],
    /// At least so many of them.
    pub(crate) least: usize,
    /// At most so many of them.
    pub(crate) most: usize,
}

/// A key of a table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// The table is not whole without it.
    pub(crate) must: bool,
    pub(crate) wants: Wants,
    /// For an author, as a sentence.
    pub(crate) says: &'static str,
}

/// What a key wants.
pub(crate) enum Wants {
    /// Lower-case words joined by hyphens.
    Id,
    /// What a parent reads; may hold placeholders.
    Text,
    /// A figure: text without placeholders.
    Figure,
    /// What parents never read.
    Note,
    Flag,
    /// A whole number from 0.
    Number,
    Day,
    /// A length of time, `12 months`.
    Length,
    /// A shorter length of time, `15 days`, `8 weeks` or `3 months`.
    Days,
    Milestone,
    /// One of a fixed set of words.
    Word(fn() -> Vec<&'static str>),
    Phone,
    Email,
    Url,
    /// A colour, `#0f5f63`.
    Colour,
    /// The name of a picture beside the file, `oak.svg`.
    Picture,
    /// A language, `en-GB`.
    Language,
    /// The name of something in the content.
    Name(Of),
    /// So many or more of these.
    List(usize, &'static Wants),
    Table(&'static Shape),
    /// So many or more of these tables.
    Tables(usize, &'static Shape),
}

/// Things in the content that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Of {
    Question,
    Choice,
    Goal,
    Condition,
    Tag,
    Warning,
    SheetPart,
    Support,
    Topic,
}

impl Shape {
    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Wants {
    /// The table that stands there; none of these keys where it wants no table.
    pub(crate) fn shape(&self) -> &'static Shape {
        match self {
            Self::Table(shape) | Self::Tables(_, shape) => shape,
            _ => &NOTHING,
        }
    }
}

fn words<T: Vocabulary>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}

const fn shape(says: &'static str, keys: &'static [Key]) -> Shape {
    Shape { says, keys, least: 0, most: usize::MAX }
}

const fn must(name: &'static str, wants: Wants, says: &'static str) -> Key {
    Key { name, must: true, wants, says }
}

const fn may(name: &'static str, wants: Wants, says: &'static str) -> Key {
    Key { name, must: false, wants, says }
}

static NOTHING: Shape = shape("Nothing.", &[]);
const ID: &str = "Lower-case words joined by hyphens. It stays for ever once released.";
const OWNER: &str = "The role or the team that keeps this true; never a person's name.";
const NOTE: &str = "For authors; parents never see it.";
