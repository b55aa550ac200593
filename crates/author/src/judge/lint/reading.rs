//! How old a reader has to be for a text: Flesch–Kincaid grade level plus 5.
//!
//! Why this one. It was fitted to real readers (Kincaid and others, 1975), it is the measure that councils, the
//! NHS and word processors already use, so that an officer can compare, and its two parts are the two things an
//! author can mend: long sentences and long words. SMOG wants thirty sentences; Dale–Chall wants a list of 3,000
//! American words of 1984. Grades are American school years, which children begin at 6, so the age is grade + 5.
//!
//! On a few words every formula is noise: one word of five syllables in six words reads like a doctorate. So a
//! text is judged from `shortest_text` words on, and names that must stay count as one easy word.

use crate::judge::lint::sentences::Sentence;

/// The reading age in years, rounded; `None` for fewer words than `shortest`.
pub(super) fn age(sentences: &[Sentence], shortest: usize) -> Option<usize> {
    let words: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    (words >= shortest.max(1)).then(|| years(grade(sentences)))
}

/// The sentence that makes a text hardest.
pub(super) fn hardest(sentences: &[Sentence]) -> Option<&Sentence> {
    let grade = |sentence: &&Sentence| grade(std::slice::from_ref(*sentence));
    sentences.iter().max_by(|one, other| grade(one).total_cmp(&grade(other)))
}

/// Flesch–Kincaid: 0.39 words a sentence + 11.8 syllables a word − 15.59.
fn grade(sentences: &[Sentence]) -> f64 {
    let words: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    let syllables: usize = sentences.iter().flat_map(|sentence| &sentence.words).map(|word| word.syllables).sum();
    0.39 * ratio(words, sentences.len()) + 11.8 * ratio(syllables, words) - 15.59
}

fn ratio(many: usize, few: usize) -> f64 {
    many as f64 / few.max(1) as f64
}

fn years(grade: f64) -> usize {
    (grade + 5.0).round().max(5.0) as usize
}
