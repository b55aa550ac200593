//! How we write, as `language.toml` says it: what is too long, too hard, not our word or not our spelling.

use crate::source::problem::At;

/// The limits and the words by which texts are judged.
#[derive(Debug, Default)]
pub(crate) struct HouseStyle {
    /// A text that reads older than this, in years, is worth a warning.
    pub(crate) reading_age: usize,
    /// Texts of fewer words have no reading age worth the name.
    pub(crate) shortest_text: usize,
    /// A sentence of more words is worth a warning.
    pub(crate) longest_sentence: usize,
    /// A fact that was checked longer ago than this, in months, is worth a warning.
    pub(crate) checked_within: i32,
    /// Names that must stay: they never count against a text.
    pub(crate) names: Vec<String>,
    /// What an author leaves where words are still missing.
    pub(crate) unfinished: Vec<String>,
    /// What an author writes into a note so that somebody looks again.
    pub(crate) look_again: Vec<String>,
    /// Words few parents use, and what to say.
    pub(crate) jargon: Vec<Instead>,
    /// Words that blame, and what to say.
    pub(crate) blame: Vec<Instead>,
    /// Spellings that are not ours, and ours.
    pub(crate) spelling: Vec<Instead>,
    /// Promises of what others do, or of a secrecy that we cannot keep, and what to say.
    pub(crate) promise: Vec<Instead>,
}

/// A word that is not ours.
#[derive(Debug)]
pub(crate) struct Instead {
    /// The word, or several.
    pub(crate) word: At<String>,
    /// What to say instead.
    pub(crate) say: String,
}
