//! Where words of a list stand in a text: whole words only, whatever their capitals. Texts and words come in lower
//! case already, by ASCII letters only, so that every byte keeps its place.

use std::ops::Range;

/// Every place where `phrase` stands in `low` as whole words. With `plural`, an `s` more is the same word.
pub(super) fn find(low: &str, phrase: &str, plural: bool) -> Vec<Range<usize>> {
    let starts = low.match_indices(phrase).map(|(start, _)| start);
    let ends = |start: usize| {
        let end = start + phrase.len();
        if plural && low[end..].starts_with('s') && !is_inside(low, end + 1, phrase) { end + 1 } else { end }
    };
    let found = starts.map(|start| start..ends(start));
    found.filter(|range| !is_inside(low, range.start, phrase) && !is_inside(low, range.end, phrase)).collect()
}

/// Whether a word goes on across this place. What is not a letter or a digit itself, such as `...`, has no edges.
fn is_inside(text: &str, at: usize, phrase: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || letter == '-';
    let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
    let edges = phrase.starts_with(char::is_alphanumeric) || phrase.ends_with(char::is_alphanumeric);
    edges && before.is_some_and(joins) && after.is_some_and(joins)
}

/// Where `{placeholders}` and names that must stay are: what stands there is nobody's fault.
pub(super) fn shielded(low: &str, names: &[String]) -> Vec<Range<usize>> {
    let mut shields: Vec<Range<usize>> = names.iter().flat_map(|name| find(low, name, true)).collect();
    let opened = low.match_indices('{').map(|(start, _)| start);
    shields.extend(opened.filter_map(|start| Some(start..start + low[start..].find('}')? + 1)));
    shields.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for shield in shields {
        if apart.last().is_none_or(|last| last.end <= shield.start) {
            apart.push(shield);
        }
    }
    apart
}

/// Whether two ranges share a byte.
pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(find("assess an assessment, assess.", "assess", false), [0..6, 22..28]);
        assert_eq!(find("carers care for a carer.", "carer", true), [0..6, 18..23]);
        assert_eq!(find("a long-term plan", "term", true), [0..0; 0]);
        assert_eq!(find("wait... lorem ...", "...", false), [4..7, 14..17]);
        assert_eq!(find("é eligible é eligible", "eligible", true), [3..11, 15..23]);
    }

    #[test]
    fn names_and_placeholders_are_shielded_the_longest_first() {
        let names = ["universal credit".to_owned(), "credit".to_owned()];
        assert_eq!(shielded("does {child} get universal credit?", &names), [5..12, 17..33]);
    }
}
