//! What was answered to one question.

use litemap::LiteMap;

use crate::catalogue::{Catalogue, ChoiceId, Kind, QuestionId};
use crate::time::Month;

/// The longest text a parent can type, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// What was answered to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These choices, in the question's order; never empty.
    Ticked(Vec<ChoiceId>),
    /// A month of birth, or of the due date.
    Month(Month),
    /// The parent's own words.
    Text(String),
    /// Not now: unknown.
    Skipped,
    /// Rather not say: unknown, and not to be asked again.
    PreferNotToSay,
}

/// Plain answers about one child or the family: they may be kept and printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(pub(super) LiteMap<QuestionId, Answer>);

impl Given {
    /// The answer to this question, if any was given.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.0.get(&question)
    }

    /// All answers in the content's order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.0.iter().map(|(question, answer)| (*question, answer))
    }
}

/// Writes an answer over the one before it, or takes that away.
pub(super) fn put<K: Ord>(map: &mut LiteMap<K, Answer>, key: K, answer: Option<Answer>) {
    match answer {
        Some(answer) => map.insert(key, answer),
        None => map.remove(&key),
    };
}

/// As much of a parent's own words as is kept.
pub fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// Only this question's own choices, in its order, each once; a choice that stands alone stands alone.
/// Nothing ticked and nothing written is no answer.
/// An answer of another kind than the question asks for is none either: old or damaged records may hold one.
pub(super) fn tidy(catalogue: &Catalogue, question: QuestionId, answer: Answer) -> Option<Answer> {
    let asked = catalogue.question(question);
    match answer {
        Answer::Month(_) if asked.kind != Kind::Month => None,
        Answer::Text(_) if asked.kind != Kind::Text => None,
        Answer::Ticked(ticks) => {
            let own: Vec<ChoiceId> = asked.choices.iter().copied().filter(|choice| ticks.contains(choice)).collect();
            let alone = own.iter().copied().find(|&choice| catalogue.choice(choice).alone);
            let mut kept = alone.map_or(own, |choice| vec![choice]);
            if asked.kind != Kind::Many {
                kept.truncate(1);
            }
            (!kept.is_empty()).then_some(Answer::Ticked(kept))
        }
        Answer::Text(text) => {
            let text = cut(&text);
            (!text.trim().is_empty()).then_some(Answer::Text(text))
        }
        other => Some(other),
    }
}
