//! The words of the interface are the ones the program asks for: none missing, none too many.

use signpost_core::texts::ALL;

use crate::check::file_named;
use crate::draft::{Draft, Word};
use crate::files::Files;
use crate::near::nearest;
use crate::problem::{Problem, Spot};

/// All problems with words.
pub(crate) fn check(draft: &Draft, files: &Files) -> Vec<Problem> {
    let Some(top) = file_named(files, "words.toml") else { return vec![no_words()] };
    let asked = |word: &&Word| !word.key.value.starts_with(WARNING);
    let mut problems: Vec<Problem> = draft.words.iter().filter(asked).filter_map(unknown).collect();
    problems.extend(warnings(draft).filter_map(|word| unused(draft, word)));
    problems.extend(ALL.iter().filter_map(|key| missing(draft, key, top)));
    problems
}

/// What the keys of warnings begin with: the content itself says which there are.
const WARNING: &str = "warning.";

/// The warnings that tags can put on supports.
pub(crate) fn warnings(draft: &Draft) -> impl Iterator<Item = &Word> {
    draft.words.iter().filter(|word| word.key.value.starts_with(WARNING))
}

fn unused(draft: &Draft, word: &Word) -> Option<Problem> {
    let says = format!("no tag of conditions.toml warns with `{}`", word.key.value);
    let used = draft.hiding.iter().filter_map(|hiding| hiding.warn.as_ref()).any(|warn| warn.value == word.key.value);
    let problem = || Problem::new(word.key.spot, says).rule("unknown-interface-word");
    (!used).then(|| problem().meant("take it out, or write `warn` into a [[hiding]]"))
}

fn no_words() -> Problem {
    let problem = Problem::new(Spot::NOWHERE, "there is no words.toml, so the buttons and headings have no words");
    problem.rule("missing-interface-word").meant("copy the one that the project ships")
}

fn unknown(word: &Word) -> Option<Problem> {
    let known = ALL.contains(&word.key.value.as_str());
    let problem = Problem::new(word.key.spot, format!("the program never asks for the word `{}`", word.key.value))
        .rule("unknown-interface-word");
    (!known).then(|| problem.guess(nearest(&word.key.value, ALL.iter().copied())))
}

/// Reported where its neighbours stand.
fn missing(draft: &Draft, key: &str, top: Spot) -> Option<Problem> {
    if draft.words.iter().any(|word| word.key.value == key) {
        return None;
    }
    let group = key.split_once('.').map_or(key, |(group, _)| group);
    let beside = |word: &&Word| word.key.value.split('.').next() == Some(group);
    let spot = draft.words.iter().rfind(beside).map_or(top, |word| word.key.spot);
    Some(Problem::new(spot, format!("words.toml lacks the word `{key}`")).rule("missing-interface-word"))
}
