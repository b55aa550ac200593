//! Where words of a list stand in a text: whole words only, whatever their capitals.

use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::AhoCorasick;

/// Words to find, all of them in one pass over a text.
pub(super) struct Phrases(Option<AhoCorasick>);

impl Phrases {
    /// Words, or several words each.
    pub(super) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        // It fails only on more words than a file may hold.
        Self(AhoCorasick::builder().ascii_case_insensitive(true).build(phrases).ok())
    }

    /// Every place where one of them stands as whole words, and which it is; an `s` more is the same word.
    pub(super) fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let found = self.0.iter().flat_map(|finder| finder.find_overlapping_iter(text));
        found.filter_map(|found| Some((found.pattern().as_usize(), whole(text, found.range())?))).collect()
    }
}

/// The place of a word if it is a whole word there, with the `s` of its plural.
fn whole(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let word = text.get(place.clone())?;
    let (first, last) = (word.starts_with(is_inner), word.ends_with(is_inner));
    let before = text[..place.start].chars().next_back().filter(|letter| first && is_inner(*letter));
    let mut after = text[place.end..].chars().filter(|_| last).map(is_inner);
    let end = match (text[place.end..].starts_with('s') && last, after.next(), after.next()) {
        (_, None | Some(false), _) => place.end,
        (true, _, None | Some(false)) => place.end + 1,
        _ => return None,
    };
    before.is_none().then_some(place.start..end)
}

/// Whether a word goes on with it. Marks such as `...` have no edges.
fn is_inner(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

/// Where `{placeholders}` and names that must stay are: what stands there is nobody's fault.
pub(super) fn shielded(text: &str, names: &Phrases) -> Vec<Range<usize>> {
    let mut shields: Vec<Range<usize>> = names.find(text).into_iter().map(|(_, range)| range).collect();
    let opened = text.match_indices('{').map(|(start, _)| start);
    shields.extend(opened.filter_map(|start| Some(start..start + text[start..].find('}')? + 1)));
    apart(shields, |range| range.clone())
}

/// Of things that overlap the longest only, in the order of the text.
pub(super) fn apart<T>(mut things: Vec<T>, range: impl Fn(&T) -> Range<usize>) -> Vec<T> {
    things.sort_by_key(|thing| (Reverse(range(thing).len()), range(thing).start));
    let mut kept: Vec<T> = Vec::new();
    for thing in things {
        if !kept.iter().any(|other| overlap(&range(&thing), &range(other))) {
            kept.push(thing);
        }
    }
    kept.sort_by_key(|thing| range(thing).start);
    kept
}

/// Whether two ranges share a byte.
pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, phrase: &str) -> Vec<Range<usize>> {
        Phrases::new([phrase]).find(text).into_iter().map(|(_, range)| range).collect()
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(find("Assess an assessment, ASSESS.", "assess"), [0..6, 22..28]);
        assert_eq!(find("Carers care for a carer, not carerss.", "Carer"), [0..6, 18..23]);
        assert_eq!(find("a long-term plan", "term"), [0..0; 0]);
        assert_eq!(find("Wait... lorem ...s", "..."), [4..7, 14..17]);
        assert_eq!(find("é eligible é eligible", "eligible"), [3..11, 15..23]);
        assert_eq!(find("éeligible", "eligible"), [0..0; 0]);
    }

    #[test]
    fn names_and_placeholders_are_shielded_the_longest_first() {
        let names = Phrases::new(["Universal Credit", "Credit"]);
        assert_eq!(shielded("Does {child} get Universal Credit?", &names), [5..12, 17..33]);
    }
}
