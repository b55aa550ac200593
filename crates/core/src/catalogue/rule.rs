//! Rules: when a question is asked and when a support is offered. Data, closed and total: there is nothing to run.

use crate::catalogue::{ChoiceId, ConditionId};
use crate::time::AgeSpan;

/// When something applies: some case of `when` holds, and no case of `unless` surely does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    /// `None` means always.
    pub when: Option<Condition>,
    /// `None` means nothing hides it.
    pub unless: Option<Condition>,
}

/// Any one case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// Each holds when all its lines do.
    pub cases: Vec<Case>,
}

/// All its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// All must hold.
    pub lines: Vec<Line>,
}

/// One line of a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// At least one of these.
    Any(Vec<ChoiceId>),
    /// All of these.
    All(Vec<ChoiceId>),
    /// None of these.
    None(Vec<ChoiceId>),
    /// The child's age.
    Age(AgeSpan),
    /// The named condition holds.
    Is(ConditionId),
    /// The named condition surely does not hold.
    IsNot(ConditionId),
    /// The named condition holds for at least one child.
    AnyChild(ConditionId),
    /// It is not so that the named condition surely holds: what is not known counts as not. Only tags make it.
    NotSurely(ConditionId),
}
