//! The keys of invariants.

use signpost_core::catalogue::About;

use crate::format::shape::rule::CASE;
use crate::format::shape::{ID, NOTE, Of, Shape, Wants, may, must, shape, words};

/// `invariants.toml`.
pub(crate) static INVARIANTS: Shape = shape(
    "What must hold for every family, whatever the rules say.",
    &[may("invariant", Wants::Tables(0, &INVARIANT), "Proven for all families by `cargo signpost prove`.")],
);

static INVARIANT: Shape = shape(
    "Something that must hold for every family.",
    &[
        must("id", Wants::Id, ID),
        must("about", Wants::Word(words::<About>), "Whom it is about."),
        must("says", Wants::Note, "What it says, as a sentence."),
        may("note", Wants::Note, NOTE),
        may("never", Wants::List(0, &SUPPORT_NAME), "Supports that these families are never offered."),
        may("never_tagged", Wants::List(0, &TAG_NAME), "Nor any support with one of these tags."),
        may("always", Wants::List(0, &SUPPORT_NAME), "Supports that these families are always offered."),
        may("only", Wants::List(0, &SUPPORT_NAME), "Supports that nobody but these families is offered."),
        may(
            "warned",
            Wants::List(0, &SUPPORT_NAME),
            "Supports that carry a warning wherever these families are offered them.",
        ),
        may(
            "first",
            Wants::List(0, &SUPPORT_NAME),
            "The lists of these families begin with dangers, all of them among these.",
        ),
        may("never_asks", Wants::List(0, &QUESTION_NAME), "Questions that these families are never asked."),
        may("case", Wants::Tables(0, &CASE), "Families who surely fit any one case. Left out: all families."),
        may("unless", Wants::Tables(0, &CASE), "Families who surely fit one of these are left out."),
    ],
);

static SUPPORT_NAME: Wants = Wants::Name(Of::Support);
static QUESTION_NAME: Wants = Wants::Name(Of::Question);
static TAG_NAME: Wants = Wants::Name(Of::Tag);
