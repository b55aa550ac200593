//! The keys of figures. The keys of words are those that the program asks for.

use crate::format::shape::{ID, NOTE, Shape, Wants, may, must, shape, words};
use crate::format::vocabulary::Sure;

/// `figures.toml`.
pub(crate) static FIGURES: Shape = shape(
    "Amounts, limits and dates that change.",
    &[may("figure", Wants::Tables(0, &FIGURE), "Written in a text as {figures.id}.")],
);

static FIGURE: Shape = shape(
    "An amount, a limit or a date that changes.",
    &[
        must("id", Wants::Id, ID),
        must("text", Wants::Figure, "What stands in the texts."),
        must("from", Wants::Day, "The day it starts."),
        must("review", Wants::Day, "The day it must be looked at again."),
        must("source", Wants::Note, "Where it comes from."),
        must("sure", Wants::Word(words::<Sure>), "How sure the author is."),
        may("note", Wants::Note, NOTE),
    ],
);

/// `words.toml`: its keys are those that the program asks for.
pub(crate) static WORDS: Shape = shape("Every word of the buttons, headings and messages.", &[]);
