//! English in Arabic letters: text that browsers lay out from right to left by itself.

use signpost_core::texts::Direction;

use crate::languages::spans::{Span, spans};

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz,;?";
const ARABIC: &str = "ابصدعفغهيجكلمنوپقرستثڤشخىز،؛؟";

/// What becomes of a text. Numbers and addresses keep to themselves, as they must in any text of that direction.
pub(super) fn made(text: &str) -> String {
    let one = |span: Span<'_>| match span {
        Span::Words(words) => words.chars().map(arabic).collect(),
        Span::Placeholder(kept) => kept.to_owned(),
        Span::Kept(kept) => Direction::RightToLeft.isolated(kept),
    };
    spans(text).into_iter().map(one).collect()
}

fn arabic(letter: char) -> char {
    let place = LATIN.chars().position(|latin| latin == letter.to_ascii_lowercase());
    place.and_then(|place| ARABIC.chars().nth(place)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_another_that_goes_left_and_no_two_the_same() {
        let mut letters: Vec<char> = LATIN.chars().map(arabic).collect();
        assert!(letters.iter().all(|letter| ('\u{600}'..='\u{6ff}').contains(letter)), "{letters:?}");
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LATIN.len());
    }

    #[test]
    fn a_number_keeps_to_itself_among_words() {
        assert_eq!(made("Call 0800 1111, {child}"), "صالل \u{2068}0800 1111\u{2069}، {child}");
    }
}
