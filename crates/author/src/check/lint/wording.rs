//! Every text that parents read: no word that is not ours, nothing left unfinished, no older a reader than need be.

use std::ops::Range;

use crate::check::lint::phrases::{find, overlap, shielded};
use crate::check::lint::reading::{age, hardest};
use crate::check::lint::sentences::{Sentence, sentences};
use crate::draft::{Draft, Reader, Text};
use crate::language::{Instead, Language};
use crate::problem::{Level, Problem};

/// How many hard words a message names.
const NAMED: usize = 4;

/// Above this the number says nothing more.
const GROWN_UP: usize = 18;

/// From here on a sentence is better made two than reworded.
const LONG: usize = 15;

/// All problems with words.
pub(super) fn check(draft: &Draft, language: &Language) -> Vec<Problem> {
    let texts = draft.texts.iter().filter(|text| text.reader == Reader::Parent);
    texts.flat_map(|text| Judged::new(text, language).problems()).collect()
}

/// A text, and what may stand in it.
struct Judged<'a> {
    text: &'a Text,
    low: String,
    language: &'a Language,
    shields: Vec<Range<usize>>,
}

/// A word of a list, where it stands.
struct Found<'a> {
    range: Range<usize>,
    list: List,
    say: &'a str,
}

/// Which list a word stands in.
#[derive(Clone, Copy)]
enum List {
    Unfinished,
    Jargon,
    Blame,
    Spelling,
}

impl<'a> Judged<'a> {
    fn new(text: &'a Text, language: &'a Language) -> Self {
        let low = text.words.value.to_ascii_lowercase();
        Self { text, language, shields: shielded(&low, &language.names), low }
    }

    fn problems(&self) -> Vec<Problem> {
        let sentences = sentences(&self.text.words.value, &self.shields);
        let mut problems: Vec<Problem> = self.found().iter().map(|found| self.listed(found)).collect();
        let long = self.too_long(&sentences);
        problems.extend(self.too_old(&sentences).filter(|_| long.is_empty()));
        problems.extend(long);
        problems
    }

    /// Words of the lists, of those that overlap the longest only.
    fn found(&self) -> Vec<Found<'a>> {
        let Language { unfinished, jargon, blame, spelling, .. } = self.language;
        let mut found: Vec<Found<'a>> = Vec::new();
        unfinished.iter().for_each(|word| found.extend(self.places(List::Unfinished, word, "")));
        for (list, words) in [(List::Jargon, jargon), (List::Blame, blame), (List::Spelling, spelling)] {
            words.iter().for_each(|Instead { low, say, .. }| found.extend(self.places(list, low, say)));
        }
        found.sort_by_key(|found| (std::cmp::Reverse(found.range.len()), found.range.start));
        let mut apart: Vec<Found<'a>> = Vec::new();
        for one in found {
            if !apart.iter().any(|other| overlap(&one.range, &other.range)) {
                apart.push(one);
            }
        }
        apart
    }

    fn places(&self, list: List, word: &str, say: &'a str) -> Vec<Found<'a>> {
        let places = find(&self.low, word, !matches!(list, List::Unfinished));
        let text = &self.text.words.value;
        let right = |range: &Range<usize>| text[range.clone()].eq_ignore_ascii_case(say);
        let free = |range: &Range<usize>| !right(range) && !self.shields.iter().any(|shield| overlap(shield, range));
        places.into_iter().filter(free).map(|range| Found { range, list, say }).collect()
    }

    fn listed(&self, found: &Found<'_>) -> Problem {
        let written = &self.text.words.value[found.range.clone()];
        let (level, rule, says) = match found.list {
            List::Unfinished => (Level::Error, "unfinished", "was left here to be filled in"),
            List::Jargon => (Level::Warning, "jargon", "is a word of our trade, not of parents"),
            List::Blame => (Level::Warning, "blame", "can sound as if somebody were to blame"),
            List::Spelling => (Level::Warning, "spelling", "is not how we spell it"),
        };
        let meant = match found.list {
            List::Unfinished => "write the text, or take this out".to_owned(),
            _ => format!("say `{}`", found.say),
        };
        let problem = Problem::new(self.text.part(found.range.clone()), format!("`{written}` {says}"));
        Problem { level, ..problem.rule(rule).meant(meant) }
    }

    fn too_long(&self, sentences: &[Sentence]) -> Vec<Problem> {
        let longest = self.language.longest_sentence;
        let long = sentences.iter().filter(|sentence| sentence.words.len() > longest);
        long.map(|sentence| {
            let says = format!("this sentence has {} words, and {longest} are plenty", sentence.words.len());
            let problem = Problem::warning(self.text.part(sentence.range.clone()), says).rule("long-sentence");
            problem.meant("make two of it")
        })
        .collect()
    }

    fn too_old(&self, sentences: &[Sentence]) -> Option<Problem> {
        let age = age(sentences, self.language.shortest_text).filter(|age| *age > self.language.reading_age)?;
        let hardest = hardest(sentences)?;
        let age = if age > GROWN_UP { format!("over {GROWN_UP}") } else { age.to_string() };
        let says = format!("this text reads like age {age}, and we write for 9 to 11");
        let problem = Problem::warning(self.text.part(hardest.range.clone()), says).rule("reading-age");
        Some(problem.meant(self.easier(hardest)))
    }

    fn easier(&self, sentence: &Sentence) -> String {
        let hard = sentence.words.iter().filter(|word| word.syllables > 2).take(NAMED);
        let hard: Vec<String> = hard.map(|word| format!("`{}`", &self.text.words.value[word.range.clone()])).collect();
        let words = sentence.words.len();
        match hard.as_slice() {
            [] => format!("this is its hardest sentence, with {words} words: make two of it"),
            _ if words < LONG => {
                format!("this is its hardest sentence: is there a plainer way to say {}?", hard.join(", "))
            }
            _ => format!(
                "this is its hardest sentence, with {words} words and {}: make two of it, or say it plainer",
                hard.join(", ")
            ),
        }
    }
}
