//! How much of the tests a run makes.

use std::env;

/// The environment variable that tells the browser tests to make every visit and every row of every matrix.
pub const ALL: &str = "SIGNPOST_ALL";

/// How much of the tests a run makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// What everybody waits for: of each matrix the rows that stand for the others.
    Daily,
    /// Everything, which takes far longer: for the night.
    All,
}

impl Breadth {
    /// As [`ALL`] says.
    #[must_use]
    pub fn chosen() -> Self {
        Self::said(env::var(ALL).ok().as_deref())
    }

    fn said(value: Option<&str>) -> Self {
        if matches!(value, None | Some("" | "0")) { Self::Daily } else { Self::All }
    }

    /// What [`ALL`] is to say.
    pub(crate) fn says(self) -> &'static str {
        match self {
            Self::Daily => "0",
            Self::All => "1",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_understood() {
        for breadth in [Breadth::Daily, Breadth::All] {
            assert_eq!(Breadth::said(Some(breadth.says())), breadth);
        }
        assert_eq!(Breadth::said(None), Breadth::Daily);
    }
}
