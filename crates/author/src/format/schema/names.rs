//! The names that a content has, as the definitions that its schemas share.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use signpost_core::catalogue::Asked;

use crate::format::draft::Draft;
use crate::format::shape::Of;
use crate::source::problem::At;

/// Names by the kind of thing.
pub(super) struct Known<'a> {
    draft: &'a Draft,
}

/// What can be named, and what its definition is called.
const KINDS: [(Of, &str); 9] = [
    (Of::Question, "question"),
    (Of::Choice, "choice"),
    (Of::Goal, "goal"),
    (Of::Condition, "condition"),
    (Of::Tag, "tag"),
    (Of::Warning, "warning"),
    (Of::SheetPart, "sheet-part"),
    (Of::Support, "support"),
    (Of::Topic, "topic"),
];

impl<'a> Known<'a> {
    pub(super) fn of(draft: &'a Draft) -> Self {
        Self { draft }
    }

    /// Everything that a schema refers to.
    pub(super) fn definitions(&self) -> Value {
        let mut definitions = json!({ "text": self.text() });
        for (of, name) in KINDS {
            definitions[name] = one_of(self.names(of));
        }
        definitions
    }

    /// Where the names of this kind are defined.
    pub(super) fn reference(of: Of) -> String {
        let name = KINDS.iter().find(|(kind, _)| *kind == of).map_or("text", |(_, name)| name);
        format!("#/definitions/{name}")
    }

    /// What a parent reads: text whose placeholders somebody fills.
    fn text(&self) -> Value {
        let figures: Vec<&str> = self.draft.figures.iter().map(|figure| figure.id.value.as_str()).collect();
        let figures = if figures.is_empty() { String::new() } else { format!("|figures\\.(?:{})", figures.join("|")) };
        let pattern = format!("^(?:[^{{}}]|\\{{(?:[Cc]hild(?:'s)?|choices{figures})\\}})+$");
        json!({ "type": "string", "pattern": pattern })
    }

    fn names(&self, of: Of) -> BTreeSet<String> {
        let draft = self.draft;
        let ids = |id: &At<String>| id.value.clone();
        match of {
            Of::Question => draft.questions().map(|(_, question)| ids(&question.id)).collect(),
            Of::Choice => self.choices(|_| true),
            Of::Goal => self.choices(|question| self.serves(question)),
            Of::Condition => draft.conditions.iter().map(|condition| ids(&condition.id)).collect(),
            Of::Tag => draft.hiding.iter().map(|hiding| ids(&hiding.tag)).collect(),
            Of::Warning => draft.warnings().map(|word| ids(&word.key)).collect(),
            Of::SheetPart => self.sheet_parts(),
            Of::Support => draft.supports().map(|support| ids(&support.id)).collect(),
            Of::Topic => draft.topics.iter().map(|topic| ids(&topic.id)).collect(),
        }
    }

    fn choices(&self, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
        let questions = self.draft.questions().map(|(_, question)| question);
        let questions = questions.filter(|question| wanted(&question.id.value));
        let full = questions.flat_map(|question| {
            question.choices.iter().map(|choice| format!("{}.{}", question.id.value, choice.value))
        });
        full.collect()
    }

    /// Whether supports serve what is ticked at this question. Where none serves anything yet, any will do.
    fn serves(&self, question: &str) -> bool {
        let mut goals = self.draft.supports().flat_map(|support| &support.goals).peekable();
        goals.peek().is_none() || goals.any(|goal| goal.value.split('.').next() == Some(question))
    }

    fn sheet_parts(&self) -> BTreeSet<String> {
        let asked = self.draft.questions().filter(|(_, question)| question.written.asked == Asked::OnSheet);
        asked.flat_map(|(_, question)| &question.choices).map(|choice| choice.value.clone()).collect()
    }
}

/// An empty list of names would refuse everything.
fn one_of(names: BTreeSet<String>) -> Value {
    if names.is_empty() { json!({ "type": "string" }) } else { json!({ "type": "string", "enum": names }) }
}
