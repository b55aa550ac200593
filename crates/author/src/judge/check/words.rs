//! The words of the interface are the ones the program asks for: none missing, none too many.

use signpost_core::texts::COUNTED;

use crate::format::draft::{Draft, WrittenWord};
use crate::format::wanted::{WARNING, keys};
use crate::judge::check::file_named;
use crate::languages::ENGLISH;
use crate::source::files::Files;
use crate::source::near::nearest;
use crate::source::problem::{Problem, Spot};
use crate::source::say::joined;

/// All problems with words.
pub(crate) fn check(draft: &Draft, files: &Files) -> Vec<Problem> {
    let Some(top) = file_named(files, "words.toml") else { return vec![no_words()] };
    let asked = |word: &&WrittenWord| !word.key.value.starts_with(WARNING);
    let keys = keys();
    let mut problems: Vec<Problem> = draft.words.iter().filter(asked).filter_map(|word| unknown(word, &keys)).collect();
    problems.extend(draft.warnings().filter_map(|word| unused(draft, word)));
    problems.extend(keys.iter().filter_map(|key| missing(draft, key, top)));
    problems
}

fn unused(draft: &Draft, word: &WrittenWord) -> Option<Problem> {
    let says = format!("no tag of conditions.toml warns with `{}`", word.key.value);
    let used = draft.hiding.iter().filter_map(|hiding| hiding.warn.as_ref()).any(|warn| warn.value == word.key.value);
    let problem = || Problem::new(word.key.spot, says).rule("unknown-interface-word");
    (!used).then(|| problem().meant("take it out, or write `warn` into a [[hiding]]"))
}

fn no_words() -> Problem {
    let problem = Problem::new(Spot::NOWHERE, "there is no words.toml, so the buttons and headings have no words");
    problem.rule("missing-interface-word").meant("copy the one that the project ships")
}

fn unknown(word: &WrittenWord, keys: &[String]) -> Option<Problem> {
    if keys.contains(&word.key.value) {
        return None;
    }
    let problem = |says| Problem::new(word.key.spot, says).rule("unknown-interface-word");
    let form = word.key.value.rsplit_once('.').filter(|(name, _)| COUNTED.iter().any(|wanted| wanted.name == *name));
    Some(match form {
        Some((name, form)) => {
            let forms: Vec<String> = ENGLISH.forms().into_iter().map(|form| format!("`{form}`")).collect();
            let says = format!("English has no form `{form}` of the word `{name}`");
            problem(says).meant(format!("it has {}", joined(&forms, "and")))
        }
        None => problem(format!("the program never asks for the word `{}`", word.key.value))
            .guess(nearest(&word.key.value, keys.iter().map(String::as_str))),
    })
}

/// Reported where its neighbours stand.
fn missing(draft: &Draft, key: &str, top: Spot) -> Option<Problem> {
    if draft.words.iter().any(|word| word.key.value == key) {
        return None;
    }
    let group = key.split_once('.').map_or(key, |(group, _)| group);
    let beside = |word: &&WrittenWord| word.key.value.split('.').next() == Some(group);
    let spot = draft.words.iter().rfind(beside).map_or(top, |word| word.key.spot);
    Some(Problem::new(spot, format!("words.toml lacks the word `{key}`")).rule("missing-interface-word"))
}
