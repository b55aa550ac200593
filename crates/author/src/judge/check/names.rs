//! Everything that has a name, for looking up.

use std::collections::{BTreeMap, BTreeSet};

use signpost_core::catalogue::{About, Asked};

use crate::format::draft::{Draft, WrittenCase, WrittenCondition, WrittenLine, WrittenQuestion};
use crate::source::near::nearest;
use crate::source::problem::{At, Problem};

/// What there is, by name.
pub(crate) struct Names<'a> {
    questions: BTreeMap<&'a str, Known<'a>>,
    conditions: BTreeMap<&'a str, Named<'a>>,
    /// Full names, each with its place in the order of all choices.
    choices: BTreeMap<String, usize>,
}

/// A question that exists.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// Its place in the order of all questions.
    pub(crate) order: usize,
    /// The id of its section.
    pub(crate) section: &'a str,
    /// What was written.
    pub(crate) question: &'a WrittenQuestion,
}

/// A condition that exists.
pub(crate) struct Named<'a> {
    /// Its place in the file.
    pub(crate) order: usize,
    /// What was written.
    pub(crate) condition: &'a WrittenCondition,
    /// Every question it looks at, through other conditions too.
    pub(crate) uses: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    /// Collects all names; of two things with one name the first counts.
    pub(crate) fn of(draft: &'a Draft) -> Self {
        let mut names = Self { questions: BTreeMap::new(), conditions: BTreeMap::new(), choices: BTreeMap::new() };
        for (order, (section, question)) in draft.questions().enumerate() {
            let known = Known { order: order_of(question, order), section: &section.id.value, question };
            names.questions.entry(&question.id.value).or_insert(known);
            let full = |choice: &At<String>| format!("{}.{}", question.id.value, choice.value);
            for name in question.choices.iter().map(full) {
                let place = names.choices.len();
                names.choices.entry(name).or_insert(place);
            }
        }
        for (order, condition) in draft.conditions.iter().enumerate() {
            let uses = names.uses(&condition.cases);
            names.conditions.entry(&condition.id.value).or_insert(Named { order, condition, uses });
        }
        names
    }

    /// The question that a choice `question.choice` belongs to.
    pub(crate) fn question_of(&self, choice: &str) -> Option<Known<'a>> {
        self.questions.get(choice.split('.').next().unwrap_or_default()).copied()
    }

    /// The condition of this name.
    pub(crate) fn condition(&self, name: &str) -> Option<&Named<'a>> {
        self.conditions.get(name)
    }

    /// Every question that these cases look at, through conditions too.
    pub(crate) fn uses(&self, cases: &'a [WrittenCase]) -> BTreeSet<&'a str> {
        cases.iter().flat_map(|case| &case.lines).flat_map(|line| self.line_uses(line)).collect()
    }

    /// Every question that this line looks at, through conditions too.
    pub(crate) fn line_uses(&self, line: &'a WrittenLine) -> BTreeSet<&'a str> {
        let any_child = if let crate::format::draft::Says::AnyChild(name) = &line.says { Some(name) } else { None };
        let named = line.condition().or(any_child).and_then(|name| self.condition(&name.value));
        let through = named.into_iter().flat_map(|named| named.uses.iter().copied());
        let own = line.choices().iter().filter_map(|choice| choice.value.split('.').next());
        own.chain(through).collect()
    }

    /// A problem if no question has this choice.
    pub(crate) fn unknown_choice(&self, name: &At<String>) -> Option<Problem> {
        if self.choices.contains_key(&name.value) {
            return None;
        }
        let guess = nearest(&name.value, self.choices_in_order());
        let Some((question, choice)) = name.value.split_once('.') else {
            let says = format!("`{}` is not the name of a choice", name.value);
            return Some(
                Problem::new(name.spot, says).rule("unknown-choice").guess_or(guess, "write it as `question.choice`"),
            );
        };
        Some(match self.questions.get(question) {
            Some(known) => {
                let says = format!("the question `{question}` has no choice `{choice}`");
                let own = nearest(choice, known.question.choices.iter().map(|choice| choice.value.as_str()));
                let own = own.map(|own| format!("{question}.{own}"));
                Problem::new(name.spot, says).rule("unknown-choice").guess_or(own, choices_of(known.question))
            }
            None => {
                let near = nearest(question, self.questions.keys().copied());
                Problem::new(name.spot, format!("there is no question `{question}`"))
                    .rule("unknown-question")
                    .guess(guess.or(near))
            }
        })
    }

    fn choices_in_order(&self) -> Vec<&str> {
        let mut choices: Vec<&str> = self.choices.keys().map(String::as_str).collect();
        choices.sort_by_key(|name| self.choices.get(*name));
        choices
    }

    /// A problem if there is no such condition before this place in the file of conditions.
    pub(crate) fn unknown_condition(&self, name: &At<String>, before: usize) -> Option<Problem> {
        match self.conditions.get(name.value.as_str()) {
            Some(named) if named.order < before => None,
            Some(_) => {
                let says = format!("the condition `{}` is used before it stands there", name.value);
                Some(
                    Problem::new(name.spot, says)
                        .rule("condition-order")
                        .meant("a condition may use only those before it: move it up"),
                )
            }
            None => {
                let guess = nearest(&name.value, self.conditions.keys().copied());
                Some(
                    Problem::new(name.spot, format!("there is no condition `{}`", name.value))
                        .rule("unknown-condition")
                        .guess(guess),
                )
            }
        }
    }

    /// Whom a condition is about, as far as we know.
    pub(crate) fn about(&self, condition: &str) -> Option<About> {
        self.condition(condition).and_then(|named| named.condition.about)
    }
}

/// The place of a question in the order in which all are asked: what is asked with the names stands before all.
pub(crate) fn order_of(question: &WrittenQuestion, written: usize) -> usize {
    if question.written.asked == Asked::WithName { 0 } else { written + 1 }
}

fn choices_of(question: &WrittenQuestion) -> String {
    format!(
        "it has {}",
        crate::source::near::one_of(question.choices.iter().map(|choice| choice.value.as_str()))
            .trim_start_matches("one of ")
    )
}
