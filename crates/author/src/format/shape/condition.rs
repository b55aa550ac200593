//! The keys of named conditions and hiding rules.

use signpost_core::catalogue::About;

use crate::format::shape::rule::CASE;
use crate::format::shape::{ID, NOTE, Of, Shape, Wants, may, must, shape, words};

/// `conditions.toml`.
pub(crate) static CONDITIONS: Shape = shape(
    "Named conditions, and hiding rules.",
    &[
        may("condition", Wants::Tables(0, &CONDITION), "A condition may use only those before it."),
        may("hiding", Wants::Tables(0, &HIDING), "What a tag does to the supports that carry it."),
    ],
);

static CONDITION: Shape = shape(
    "A named condition: any one case.",
    &[
        must("id", Wants::Id, ID),
        must("about", Wants::Word(words::<About>), "Whom it is about."),
        may("note", Wants::Note, NOTE),
        must("case", Wants::Tables(1, &CASE), "Any one case will do."),
    ],
);

static HIDING: Shape = shape(
    "What a tag does to the supports that carry it: it hides them, warns on them, or both.",
    &[
        must("tag", Wants::Id, "What supports write in tags."),
        may("when", Wants::Name(Of::Condition), "Hidden where this condition surely holds. Left out: it only warns."),
        may("except", Wants::Name(Of::Condition), "But not hidden where this one surely holds."),
        may("warn", Wants::Name(Of::Warning), "The warning that stands before how to get it."),
        may("warn_unless", Wants::Name(Of::Condition), "No warning where this condition surely holds."),
        may("names", Wants::List(1, &PHRASE), "A support that is called so must carry the tag."),
        may("note", Wants::Note, NOTE),
    ],
);

static PHRASE: Wants = Wants::Note;
