//! Kleene's three values for all families at once: for which the answer is yes, for which it is no, and for the
//! rest it is not known.

use std::collections::HashSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

/// Where something holds and where it does not. No family is in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Truth {
    /// The families for whom it surely holds.
    pub(crate) yes: Bdd,
    /// The families for whom it surely does not.
    pub(crate) no: Bdd,
}

impl Truth {
    /// Known for every family.
    pub(crate) fn known(yes: Bdd) -> Self {
        Self { no: yes.not(), yes }
    }

    /// The other way round.
    pub(crate) fn not(&self) -> Self {
        Self { yes: self.no.clone(), no: self.yes.clone() }
    }

    /// Both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self { yes: self.yes.and(&other.yes), no: self.no.or(&other.no) }
    }

    /// Either.
    pub(crate) fn or(&self, other: &Self) -> Self {
        Self { yes: self.yes.or(&other.yes), no: self.no.and(&other.no) }
    }

    /// Every variable it depends on. A decision diagram holds only variables that matter.
    pub(crate) fn support_set(&self) -> HashSet<BddVariable> {
        self.yes.support_set().into_iter().chain(self.no.support_set()).collect()
    }
}
