//! What was asked already, for rules to look at.

use signpost_core::catalogue::About;

/// A question that rules can look at.
pub(super) struct Asked {
    /// Whom it is about.
    pub(super) about: About,
    /// The full names of its choices, `question.choice`.
    pub(super) choices: Vec<String>,
    /// It asks what the parent wants.
    pub(super) goals: bool,
    /// Its answers are confided, so no plain question may look at them.
    pub(super) sensitive: bool,
}

impl Asked {
    /// What the parent wants.
    pub(super) fn goals() -> Self {
        let choices = (1..=12).map(|goal| format!("goals.goal-{goal}")).collect();
        Self { about: About::Family, choices, goals: true, sensitive: false }
    }

    /// How they like to get help.
    pub(super) fn ways() -> Self {
        let choices = vec!["ways.phone".into(), "ways.web".into()];
        Self { about: About::Family, choices, goals: false, sensitive: false }
    }

    /// Whether a rule about somebody may look at it: a family has many children, a child has one family.
    pub(super) fn fits(&self, about: About) -> bool {
        !self.choices.is_empty() && (about == About::Child || self.about == About::Family)
    }
}
