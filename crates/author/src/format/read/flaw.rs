//! What can be wrong with a number or an address.

/// What is wrong with a number or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// The rule of the problem.
    pub(crate) rule: &'static str,
    /// Works, but not as well as it should: a warning.
    pub(crate) mild: bool,
    /// What is wrong, after the number or the address itself.
    pub(crate) says: &'static str,
    /// What was probably meant.
    pub(crate) meant: String,
}

impl Flaw {
    /// It does not work.
    pub(crate) fn new(rule: &'static str, says: &'static str, meant: &str) -> Self {
        Self { rule, mild: false, says, meant: meant.to_owned() }
    }

    /// It works, and could be better.
    pub(crate) fn warning(rule: &'static str, says: &'static str, meant: &str) -> Self {
        Self { mild: true, ..Self::new(rule, says, meant) }
    }
}
