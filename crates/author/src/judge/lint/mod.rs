//! What can be built and yet should not stay: hard words, old facts, nobody who keeps them true.
//!
//! `lists` finds words that are not ours by `phrases`, `reading` says how old a reader a text needs from its
//! `sentences` and `syllables`; `wording` asks both of every text. `facts` looks at days, `owners` at who keeps a support true, `kiosks` at where phones
//! find a screen's page, `doubts` at what an author wanted somebody to look at again. Everything that can be chosen stands in `content/language.toml`.

mod doubts;
mod facts;
mod kiosks;
mod lists;
mod numbers;
mod owners;
mod phrases;
mod reading;
mod sentences;
mod syllables;
mod wishes;
mod wording;

use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::source::files::Files;
use crate::source::problem::{Problem, Spot};

/// All that should be mended, as of today.
pub(crate) fn check(draft: &Draft, files: &Files, today: Day) -> Vec<Problem> {
    let mut problems = owners::check(draft);
    problems.extend(facts::check(draft, today));
    problems.extend(kiosks::check(draft));
    problems.extend(wishes::check(draft));
    problems.extend(numbers::check(draft, files));
    problems.extend(words(draft));
    problems.extend(draft.house_style.iter().flat_map(|style| doubts::check(draft, style)));
    problems
}

/// All that should be mended in texts, whatever the day.
pub(crate) fn words(draft: &Draft) -> Vec<Problem> {
    draft.house_style.as_ref().map_or_else(|| vec![unjudged()], |style| wording::check(draft, style))
}

fn unjudged() -> Problem {
    let says = "there is no language.toml, so nobody looked whether the words are plain";
    Problem::warning(Spot::NOWHERE, says).rule("no-language").meant("copy the one that the project ships")
}
