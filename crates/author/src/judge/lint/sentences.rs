//! A text as its sentences and words, each with its place.

use std::ops::Range;

use crate::judge::lint::phrases::overlap;
use crate::judge::lint::syllables::syllables;

/// One unit of thought: what ends at `.`, `!`, `?`, `:` or `;`, as in Flesch's own rules.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    pub(super) words: Vec<Word>,
}

/// One word. A name that must stay is one word of one syllable, however long it is.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) syllables: usize,
}

/// The sentences that hold any word.
pub(super) fn sentences(text: &str, shields: &[Range<usize>]) -> Vec<Sentence> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for end in ends(text, shields) {
        let range = trimmed(text, start..end);
        let words = words(text, range.clone(), shields);
        sentences.push(Sentence { range, words });
        start = end;
    }
    sentences.retain(|sentence| !sentence.words.is_empty());
    sentences
}

/// A mark ends a sentence where something that is not a letter or a digit follows: `9.30` and `e.g.` go on.
fn ends(text: &str, shields: &[Range<usize>]) -> Vec<usize> {
    let marks = text.char_indices().filter(|(_, mark)| matches!(mark, '.' | '!' | '?' | ':' | ';' | '…' | '\n'));
    let goes_on = |at: usize, end: usize| {
        let inside = shields.iter().any(|shield| shield.start < at && at < shield.end);
        let short = ["e.g", "i.e", " St", " Dr", " vs"].iter().any(|short| text[..at].ends_with(short));
        inside || short || text[end..].starts_with(char::is_alphanumeric)
    };
    let ends = marks.map(|(at, mark)| (at, at + mark.len_utf8())).filter(|&(at, end)| !goes_on(at, end));
    ends.map(|(_, end)| end).chain([text.len()]).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

fn words(text: &str, range: Range<usize>, shields: &[Range<usize>]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for word in plain_words(text, range) {
        match shields.iter().find(|shield| overlap(shield, &word)) {
            Some(shield) if words.last().is_some_and(|last| overlap(&last.range, shield)) => {}
            Some(shield) => words.push(Word { range: shield.clone(), syllables: 1 }),
            None => {
                let parts = text[word.clone()].split('-').filter(|part| !part.is_empty());
                words.push(Word { syllables: parts.map(syllables).sum(), range: word });
            }
        }
    }
    words
}

/// Letters, digits and what joins them: hyphens, apostrophes, points and commas between digits.
fn plain_words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let from = range.start;
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’' | '£' | '%');
    let part = text[range].split(move |letter| !joins(letter));
    let mut at = from;
    let placed = part.map(move |word| {
        let start = at;
        at = text[start + word.len()..].chars().next().map_or(text.len(), |mark| start + word.len() + mark.len_utf8());
        (word, start..start + word.len())
    });
    placed.filter(|(word, _)| word.contains(char::is_alphanumeric)).map(|(word, range)| {
        // Quotes around a word are no part of it.
        let inner = word.trim_matches(['\'', '’', '-']);
        let start = range.start + word.find(inner).unwrap_or_default();
        start..start + inner.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::lint::phrases;

    fn said(text: &str) -> Vec<Vec<&str>> {
        let words = |sentence: &Sentence| sentence.words.iter().map(|word| &text[word.range.clone()]).collect();
        sentences(text, &[]).iter().map(words).collect()
    }

    #[test]
    fn a_text_is_taken_apart_into_sentences_and_words() {
        assert_eq!(
            said("Call at 9.30, e.g. today. It's free: ask! "),
            [vec!["Call", "at", "9", "30", "e", "g", "today"], vec!["It's", "free"], vec!["ask"]]
        );
        assert_eq!(said(" – "), Vec::<Vec<&str>>::new());
    }

    #[test]
    fn a_name_is_one_easy_word() {
        let text = "Ask for Tax-Free Childcare.";
        let shields = phrases::shielded(text, &phrases::Phrases::new(["tax-free childcare"]));
        let sentence = &sentences(text, &shields)[0];
        let last = sentence.words.last().unwrap();
        assert_eq!((&text[last.range.clone()], last.syllables, sentence.words.len()), ("Tax-Free Childcare", 1, 3));
    }
}
