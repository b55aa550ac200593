//! What an author wanted somebody to look at again, so that it stays visible until somebody does.

use std::ops::Range;

use crate::format::draft::{Draft, ReadBy, Text};
use crate::format::house_style::HouseStyle;
use crate::judge::lint::phrases::Phrases;
use crate::source::problem::{Problem, Spot};

/// A note for everything that is marked for checking.
pub(super) fn check(draft: &Draft, style: &HouseStyle) -> Vec<Problem> {
    let phrases = Phrases::new(style.look_again.iter().map(String::as_str));
    let unsure = draft.unsure.iter().map(|spot| marked(*spot, "its author is not sure of this"));
    let notes = draft.texts.iter().filter(|text| text.read_by == ReadBy::Author);
    let noted = notes.filter_map(|text| Some(marked(text.part(first(text, &phrases)?), "its note asks for it")));
    unsure.chain(noted).collect()
}

fn first(text: &Text, phrases: &Phrases) -> Option<Range<usize>> {
    let found = phrases.find(&text.words.value).into_iter().map(|(_, range)| range);
    found.min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

fn marked(spot: Spot, why: &str) -> Problem {
    Problem::note(spot, "this is marked for checking").rule("marked-for-checking").meant(why)
}
