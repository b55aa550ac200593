//! Families as text, and whether their list is what it should be.
//!
//! ```text
//! # A mum back at work, with a baby.
//! today 2026-11-23
//! family
//!   you-role: mum
//!   f-work: earning-enough
//! child First
//!   c-born: 2026-03
//!   c-areas: sleep, talk
//! offers
//!   First: health-visitor; working-parent-30-hours from 2027-01-01
//!   anyone: work-rights
//! never
//!   anyone: universal-credit
//! ```
//!
//! Beside `offers` and `never` there may be a part `first`: offered, and in the first group of the list. Lines that
//! speak of the list as a whole stand anywhere: `first: A; B` (it begins with these cards), `before: A < B` (A stands
//! before B), `screens: 14` (the questions take at most so many screens; doors behind which something is answered are
//! open).
//!
//! `skip` and `pna` answer any question. A date behind `from` is a day, a month, or `now`; without it any start
//! will do. Parts may repeat and stand in any order. `lines` finds the parts, `answers` and `expected` look names
//! up, [`run`] compares.

mod answers;
mod expected;
mod lines;
mod run;
mod told;

use signpost_core::catalogue::{QuestionId, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answers, Who};
use signpost_core::time::{Day, Month};

use crate::source::files::Files;
use crate::source::problem::{At, Problem};

pub use run::{Outcome, run};
pub use told::told;

/// A family, and what is expected of their list.
#[derive(Debug)]
pub struct Journey {
    today: Day,
    answers: Answers,
    given: Vec<At<(QuestionId, Who)>>,
    expected: Vec<At<Expected>>,
    whole: Vec<At<Whole>>,
    warnings: Vec<Problem>,
}

impl Journey {
    /// The day on which their list is made.
    pub fn today(&self) -> Day {
        self.today
    }

    /// What they answered.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }
}

/// One support that must, or must never, be on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Expected {
    wants: Wants,
    whom: Whom,
    support: SupportId,
    from: Option<From>,
}

/// Where it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wants {
    /// On the list.
    Offered,
    /// In its first group.
    First,
    /// Nowhere.
    Nowhere,
}

/// What is expected of the list as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whole {
    /// It begins with these cards.
    Begins(Vec<SupportId>),
    /// These cards stand in this order, with others between them.
    InOrder(Vec<SupportId>),
    /// The questions take at most so many screens.
    Screens(usize),
}

/// For whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    Anyone,
    Only(Who),
}

/// Since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Now,
    Day(Day),
    Month(Month),
}

impl Journey {
    /// The supports that must be on the list, for whomever; those of `offers`, `first` and `before`.
    pub fn offers(&self) -> impl Iterator<Item = SupportId> {
        let whole = self.whole.iter().flat_map(|whole| match &whole.value {
            Whole::Begins(supports) | Whole::InOrder(supports) => supports.as_slice(),
            Whole::Screens(_) => &[],
        });
        self.supports(|wants| wants != Wants::Nowhere).chain(whole.copied())
    }

    /// The supports that must not be on it, for somebody at least; those of `never`.
    pub fn never(&self) -> impl Iterator<Item = SupportId> {
        self.supports(|wants| wants == Wants::Nowhere)
    }

    fn supports(&self, is_so: fn(Wants) -> bool) -> impl Iterator<Item = SupportId> {
        let expected = self.expected.iter().map(|expected| expected.value);
        expected.filter(move |expected| is_so(expected.wants)).map(|expected| expected.support)
    }
}

/// Reads the first of these files as a journey; without a mistake or not at all. All mistakes come at once.
pub fn read(content: &Content, files: &Files) -> Result<Journey, Vec<Problem>> {
    let text = files.get(0).map_or("", |file| file.text.as_str());
    let mut lines = lines::split(text);
    let mut problems = std::mem::take(&mut lines.problems);
    let today = lines.today(&mut problems);
    let told = answers::read(content, &lines, &mut problems);
    let expected = expected::read(content, &lines, &told, &mut problems);
    let whole = expected::whole(content, &lines, &mut problems);
    files.sort(&mut problems);
    match today {
        Some(today) if problems.is_empty() => {
            let answers::Told { answers, given, warnings, .. } = told;
            Ok(Journey { today, answers, given, expected, whole, warnings })
        }
        _ => Err(problems),
    }
}
