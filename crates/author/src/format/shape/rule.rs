//! The keys of cases, lines and spans of ages.

use crate::format::shape::{Of, Shape, Wants, may, must, shape};

pub(crate) static CASE: Shape =
    shape("One case: all its lines must hold.", &[must("lines", Wants::Tables(1, &LINE), "All must hold.")]);

/// A line of a case: exactly one of these keys.
pub(crate) static LINE: Shape = Shape {
    says: "One line of a case.",
    keys: &[
        may("any", Wants::List(1, &CHOICE_NAME), "At least one of these is ticked."),
        may("all", Wants::List(1, &CHOICE_NAME), "All of these are ticked."),
        may("none", Wants::List(1, &CHOICE_NAME), "None of these is ticked, and we know it."),
        may("age", Wants::Table(&SPAN), "This child's age lies between two milestones."),
        may("is", Wants::Name(Of::Condition), "The named condition holds."),
        may("is_not", Wants::Name(Of::Condition), "The named condition surely does not hold."),
        may("any_child", Wants::Name(Of::Condition), "The named condition holds for at least one child."),
    ],
    least: 1,
    most: 1,
};

pub(crate) static SPAN: Shape = Shape {
    says: "From one milestone until another; either end may be left out.",
    keys: &[
        may("from", Wants::Milestone, "Where it begins."),
        may("until", Wants::Milestone, "Where it ends; this moment is no longer inside."),
    ],
    least: 1,
    most: 2,
};

static CHOICE_NAME: Wants = Wants::Name(Of::Choice);
