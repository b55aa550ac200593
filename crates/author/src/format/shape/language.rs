//! The keys of how we write.

use crate::format::shape::{Shape, Wants, may, must, shape};

/// `language.toml`.
pub(crate) static LANGUAGE: Shape = shape(
    "How we write: limits, words we do not use and what to say.",
    &[
        must("reading_age", Wants::Number, "Warn about a text that needs an older reader."),
        must("shortest_text", Wants::Number, "A text of fewer words is not judged so."),
        must("longest_sentence", Wants::Number, "In words."),
        must("checked_within", Wants::Length, "Warn about a support that was checked longer ago."),
        must("names", Wants::List(0, &PHRASE), "They stay as they are: each counts as one easy word."),
        must("unfinished", Wants::List(0, &PHRASE), "An error in a text."),
        must("look_again", Wants::List(0, &PHRASE), "A note, wherever an author's note says so."),
        must("jargon", Wants::Tables(0, &INSTEAD), "Words that parents do not use."),
        must("blame", Wants::Tables(0, &INSTEAD), "Words that blame or pity."),
        must("spelling", Wants::Tables(0, &INSTEAD), "Our spellings."),
        may("promise", Wants::Tables(0, &INSTEAD), "Promises that are not ours to keep."),
    ],
);

static INSTEAD: Shape = shape(
    "A word, and what to say instead.",
    &[must("word", Wants::Note, "The word."), must("say", Wants::Note, "What to say instead.")],
);

static PHRASE: Wants = Wants::Note;
