//! What can be built and yet should not stay: hard words, old facts, nobody who keeps them true.
//!
//! `phrases` finds words of the lists in a text, `reading` says how old a reader it needs; `wording` asks both
//! of every text. `facts` looks at days, `owners` at who keeps a support true, `doubts` at what an author
//! wanted somebody to look at again. Everything that can be chosen stands in `content/language.toml`.

mod doubts;
mod facts;
mod owners;
mod phrases;
mod reading;
mod sentences;
mod syllables;
mod wording;

use signpost_core::month::Day;

use crate::draft::Draft;
use crate::problem::{Problem, Spot};

/// All that should be mended, as of today.
pub(crate) fn check(draft: &Draft, today: Day) -> Vec<Problem> {
    let mut problems = owners::check(draft);
    problems.extend(facts::check(draft, today));
    match &draft.language {
        Some(language) => {
            problems.extend(wording::check(draft, language));
            problems.extend(doubts::check(draft, language));
        }
        None => problems.push(unjudged()),
    }
    problems
}

fn unjudged() -> Problem {
    let says = "there is no language.toml, so nobody looked whether the words are plain";
    Problem::warning(Spot::NOWHERE, says).rule("no-language").meant("copy the one that the project ships")
}
