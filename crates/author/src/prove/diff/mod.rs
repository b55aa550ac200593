//! What changed between two contents: for which families the list or the questions are no longer the same, and,
//! apart from that, which texts and figures.
//!
//! Behaviour is compared by proof, not by text: a rule that was written anew and means the same is no change, and
//! a change in one condition shows on every support that uses it.

mod behaviour;
mod texts;

use std::collections::BTreeSet;

use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::prove::Family;

/// Everything that changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Questions.
    pub questions: Kinds,
    /// Supports.
    pub supports: Kinds,
    /// Supports that stand first, for a danger or a clock, on other lists now.
    pub soon: Vec<Difference>,
    /// Supports that carry a warning on other lists now.
    pub warned: Vec<Difference>,
    /// Texts: what it belongs to, which text, before and after.
    pub texts: Vec<Change>,
    /// Figures: the id, before and after.
    pub figures: Vec<Change>,
}

/// What happened to things of one kind.
#[derive(Debug, Default)]
pub struct Kinds {
    /// Only in the new content.
    pub new: Vec<String>,
    /// Only in the old content.
    pub removed: Vec<String>,
    /// In another topic or section now: the id, before and after.
    pub moved: Vec<Change>,
    /// Met by other families now.
    pub changed: Vec<Difference>,
}

/// Something that was one way and is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub what: String,
    /// Empty where it was not there.
    pub before: String,
    /// Empty where it is gone.
    pub after: String,
}

/// A question or a support that other families meet now.
#[derive(Debug)]
pub struct Difference {
    /// Its id.
    pub name: String,
    /// The smallest family who meets it now and did not before.
    pub gains: Option<Family>,
    /// The smallest family who met it before and does not now.
    pub loses: Option<Family>,
}

impl Changes {
    /// Nothing changed at all.
    pub fn is_empty(&self) -> bool {
        let still = |kinds: &Kinds| {
            kinds.new.is_empty() && kinds.removed.is_empty() && kinds.moved.is_empty() && kinds.changed.is_empty()
        };
        let same_lists = still(&self.questions) && still(&self.supports);
        same_lists && self.soon.is_empty() && self.warned.is_empty() && self.texts.is_empty() && self.figures.is_empty()
    }
}

/// Compares two contents without a mistake. The error is a sentence: they are too large, names do not fit, or a family
/// that was found meets nothing else by either content's own judge.
pub fn compare(old: &Draft, new: &Draft, today: Day) -> Result<Changes, String> {
    let mut changes = Changes {
        questions: kinds(questions(old), questions(new)),
        supports: kinds(supports(old), supports(new)),
        soon: Vec::new(),
        warned: Vec::new(),
        texts: texts::of_content(old, new),
        figures: texts::of_figures(old, new),
    };
    behaviour::compare(old, new, today, &mut changes)?;
    Ok(changes)
}

/// Each id with the section it stands in.
fn questions(draft: &Draft) -> Vec<(&str, &str)> {
    draft.questions().map(|(section, question)| (question.id.value.as_str(), section.id.value.as_str())).collect()
}

/// Each id with the topic it stands in.
fn supports(draft: &Draft) -> Vec<(&str, &str)> {
    let topics = draft.topics.iter();
    let of_topic = topics.flat_map(|topic| topic.supports.iter().map(move |support| (topic, support)));
    of_topic.map(|(topic, support)| (support.id.value.as_str(), topic.id.value.as_str())).collect()
}

fn kinds(old: Vec<(&str, &str)>, new: Vec<(&str, &str)>) -> Kinds {
    let only = |these: &[(&str, &str)], others: &[(&str, &str)]| -> Vec<String> {
        let others: BTreeSet<&str> = others.iter().map(|(id, _)| *id).collect();
        these.iter().filter(|(id, _)| !others.contains(id)).map(|(id, _)| (*id).to_owned()).collect()
    };
    let moved = new.iter().filter_map(|(id, after)| {
        let (_, before) = old.iter().find(|(other, before)| other == id && before != after)?;
        Some(Change { what: (*id).to_owned(), before: (*before).to_owned(), after: (*after).to_owned() })
    });
    Kinds { new: only(&new, &old), removed: only(&old, &new), moved: moved.collect(), changed: Vec::new() }
}
