//! What is wrong in a file, where, and what was probably meant.

/// A place in one of the files that were read, as bytes from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which file, counted from 0 in the order of [`crate::source::files::Files`].
    pub file: usize,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// A value, and where an author wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub spot: Spot,
}

/// The rule of a problem that nobody gave one.
pub const UNNAMED: &str = "unnamed";

/// How much a problem matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing can be built from it.
    #[default]
    Error,
    /// It can be built, and somebody should mend it.
    Warning,
    /// Worth a look.
    Note,
}

/// One mistake of an author, or something worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub spot: Spot,
    /// How much it matters.
    pub level: Level,
    /// Which rule was broken: a name for tools that never changes, such as `unknown-choice`.
    pub rule: &'static str,
    /// What is wrong, a sentence without its full stop.
    pub what: String,
    /// What was probably meant, or what would be right.
    pub meant: Option<String>,
}

impl Spot {
    /// In no file: something that is not there at all.
    pub const NOWHERE: Self = Self { file: usize::MAX, start: 0, end: 0 };

    /// The same file, nothing but its very beginning.
    pub fn top(file: usize) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

impl<T> At<T> {
    /// A value written there.
    pub fn new(value: T, spot: Spot) -> Self {
        Self { value, spot }
    }

    /// Another value of the same place.
    pub fn with<U>(&self, value: U) -> At<U> {
        At { value, spot: self.spot }
    }
}

impl Problem {
    /// An error at that place.
    pub fn new(spot: Spot, what: impl Into<String>) -> Self {
        Self { spot, level: Level::Error, rule: UNNAMED, what: what.into(), meant: None }
    }

    /// A warning at that place.
    pub fn warning(spot: Spot, what: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::new(spot, what) }
    }

    /// A note at that place.
    pub fn note(spot: Spot, what: impl Into<String>) -> Self {
        Self { level: Level::Note, ..Self::new(spot, what) }
    }

    /// The same, of the rule of that name.
    #[must_use]
    pub fn rule(self, rule: &'static str) -> Self {
        Self { rule, ..self }
    }

    /// The same, with what was probably meant.
    #[must_use]
    pub fn meant(self, meant: impl Into<String>) -> Self {
        Self { meant: Some(meant.into()), ..self }
    }

    /// The same, with a guess if there is one, else with this hint.
    #[must_use]
    pub fn guess_or(self, guess: Option<String>, hint: impl Into<String>) -> Self {
        let meant = guess.map_or_else(|| hint.into(), |guess| format!("did you mean `{guess}`?"));
        self.meant(meant)
    }

    /// The same, with a guess if there is one.
    #[must_use]
    pub fn guess(self, guess: Option<String>) -> Self {
        Self { meant: guess.map(|guess| format!("did you mean `{guess}`?")).or(self.meant), ..self }
    }
}
