//! The keys of named conditions and hiding rules.

use signpost_core::pack::About;

use crate::read::shape::rule::CASE;
use crate::read::shape::{ID, NOTE, Of, Shape, Wants, may, must, shape, words};

/// `conditions.toml`.
pub(crate) static CONDITIONS: Shape = shape(
    "Named conditions, and hiding rules.",
    &[
        may("condition", Wants::Tables(0, &CONDITION), "A condition may use only those before it."),
        may("hiding", Wants::Tables(0, &HIDING), "Supports with this tag are hidden where the condition surely holds."),
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
    "A hiding rule.",
    &[
        must("tag", Wants::Id, "What supports write in tags."),
        must("when", Wants::Name(Of::Condition), "The condition that hides them."),
        may("note", Wants::Note, NOTE),
    ],
);
