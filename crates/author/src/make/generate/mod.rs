//! A content folder that nobody wrote: as large as is asked for, believable in its rules, and always the same for
//! the same seed. The benchmarks measure themselves on it; no parent ever reads it.

mod asked;
mod dice;
mod questions;
mod rules;
mod supports;

use crate::format::wanted::{holds, keys};
use crate::make::generate::asked::Asked;
use crate::make::generate::dice::Dice;
use crate::make::generate::rules::Named;

/// How much of it there is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many supports.
    pub supports: usize,
    /// How many questions; there are never fewer than the three that every content has.
    pub questions: usize,
}

/// The files of a content folder: their place in it, and their text. [`crate::judge::check`] finds nothing wrong with them.
pub fn content(size: Size, seed: u64) -> Vec<(String, String)> {
    let mut dice = Dice::new(seed);
    let (mut files, asked) = questions::files(size.questions, &mut dice);
    let (conditions, named) = rules::conditions(size.questions / 4, &asked, &mut dice);
    files.extend(supports::files(size.supports, &Known { asked: &asked, named: &named }, &mut dice));
    files.push(("conditions.toml".into(), conditions));
    files.push(("figures.toml".into(), figures()));
    files.push(("words.toml".into(), interface()));
    files
}

/// What a rule can name.
#[derive(Clone, Copy)]
struct Known<'a> {
    asked: &'a [Asked],
    named: &'a [Named],
}

const FIGURES: usize = 20;

fn figures() -> String {
    let figure = |number: usize| {
        format!(
            "[[figure]]\nid = \"amount-{number}\"\ntext = \"£{number}00 a year\"\nfrom = 2026-04-01\n\
             review = 2027-04-06\nsource = \"https://www.example.org/amounts\"\nsure = \"high\"\n\n"
        )
    };
    (1..=FIGURES).map(figure).collect()
}

fn interface() -> String {
    let word = |key: String| {
        let holds = holds(&key).map(|holds| holds.must.concat()).unwrap_or_default();
        let holds: String = holds.into_iter().map(|name| format!(" {{{name}}}")).collect();
        format!("{key} = \"{}{holds}\"\n", key.replace(['.', '-'], " "))
    };
    keys().into_iter().map(word).collect()
}
