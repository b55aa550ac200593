//! The lists of `language.toml`, ready for finding their words in every text.

use std::ops::Range;

use crate::format::draft::Text;
use crate::format::house_style::{HouseStyle, Instead};
use crate::judge::lint::phrases::{Phrases, apart, overlap, shielded};
use crate::source::problem::{Level, Problem};

/// The rule of what was left to be filled in.
const UNFINISHED: &str = "unfinished";

/// All lists.
pub(super) struct Lists<'a> {
    names: Phrases,
    words: Phrases,
    entries: Vec<Entry<'a>>,
}

/// What a word of a list is, and what to say instead.
#[derive(Clone, Copy)]
struct Entry<'a> {
    list: List,
    word: &'a str,
    say: &'a str,
}

#[derive(Clone, Copy)]
enum List {
    Unfinished,
    Jargon,
    Blame,
    Spelling,
    Promise,
}

impl<'a> Lists<'a> {
    /// The lists of this style.
    pub(super) fn new(style: &'a HouseStyle) -> Self {
        let unfinished = style.unfinished.iter().map(|word| Entry { list: List::Unfinished, word, say: "" });
        let of = |list: List, words: &'a [Instead]| {
            words.iter().map(move |Instead { word, say }| Entry { list, word: &word.value, say })
        };
        let instead = of(List::Jargon, &style.jargon).chain(of(List::Blame, &style.blame));
        let entries: Vec<Entry<'a>> = unfinished
            .chain(instead)
            .chain(of(List::Spelling, &style.spelling))
            .chain(of(List::Promise, &style.promise))
            .collect();
        let names = Phrases::new(style.names.iter().map(String::as_str));
        Self { names, words: Phrases::new(entries.iter().map(|entry| entry.word)), entries }
    }

    /// Where names and placeholders stand, which never count against a text.
    pub(super) fn shields(&self, text: &Text) -> Vec<Range<usize>> {
        shielded(&text.words.value, &self.names)
    }

    /// A problem for every place of a text for authors that was left to be filled in. A `source` makes the facts
    /// worth something, so it must be there; a `note` is the place for what is still to do.
    pub(super) fn unfinished(&self, text: &Text) -> Vec<Problem> {
        let level = match text.key {
            "source" => Level::Error,
            "note" => Level::Note,
            _ => Level::Warning,
        };
        let found = self.problems(text, &[]).into_iter().filter(|problem| problem.rule == UNFINISHED);
        found.map(|problem| Problem { level, ..problem }).collect()
    }

    /// A problem for every word of a list; of those that overlap for the longest only.
    pub(super) fn problems(&self, text: &Text, shields: &[Range<usize>]) -> Vec<Problem> {
        let written = |range: &Range<usize>| text.words.value.get(range.clone()).unwrap_or_default();
        let free = |range: &Range<usize>| !shields.iter().any(|shield| overlap(shield, range));
        let found = self.words.find(&text.words.value).into_iter();
        let found = found.filter_map(|(which, range)| Some((self.entries.get(which).copied()?, range)));
        // `maths` is the plural of `math`, and right.
        let wrong = found.filter(|(entry, range)| free(range) && !written(range).eq_ignore_ascii_case(entry.say));
        let wrong = apart(wrong.collect(), |(_, range)| range.clone());
        wrong.into_iter().map(|(entry, range)| entry.problem(written(&range), text, range.clone())).collect()
    }
}

impl Entry<'_> {
    fn problem(self, written: &str, text: &Text, range: Range<usize>) -> Problem {
        let (level, rule, says) = match self.list {
            List::Unfinished => (Level::Error, UNFINISHED, "was left here to be filled in"),
            List::Jargon => (Level::Warning, "jargon", "is a word of our trade, not of parents"),
            List::Blame => (Level::Warning, "blame", "can sound as if somebody were to blame"),
            List::Spelling => (Level::Warning, "spelling", "is not how we spell it"),
            List::Promise => (Level::Warning, "promise", "promises what is not ours to keep"),
        };
        let meant = match self.list {
            List::Unfinished => "write the text, or take this out".to_owned(),
            _ => format!("say `{}`", self.say),
        };
        let problem = Problem::new(text.part(range), format!("`{written}` {says}"));
        Problem { level, ..problem.rule(rule).meant(meant) }
    }
}
