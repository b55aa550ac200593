//! English with an accent on every letter, in brackets that show where a text was cut, and two fifths longer.

use crate::languages::spans::{Span, has_words, spans};

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";

/// How long a word of the lengthening is.
const WORD: usize = 6;

/// What becomes of a text. What has no words is only a pattern, and stays.
pub(super) fn made(text: &str) -> String {
    if !has_words(text) {
        return text.to_owned();
    }
    let mut out = String::from("[");
    for span in spans(text) {
        match span {
            Span::Words(words) => out.extend(words.chars().map(accented)),
            Span::Placeholder(kept) | Span::Kept(kept) => out.push_str(kept),
        }
    }
    out + &longer(text.chars().count()) + "]"
}

/// The brackets count as well.
fn longer(letters: usize) -> String {
    let more = (letters * 2).div_ceil(5).saturating_sub(2).max(1);
    (0..more).map(|place| if place % WORD == 0 { ' ' } else { '·' }).chain(['·']).collect()
}

fn accented(letter: char) -> char {
    let place = PLAIN.chars().position(|plain| plain == letter);
    place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_another_and_no_two_the_same() {
        let mut letters: Vec<char> = PLAIN.chars().map(accented).collect();
        assert!(letters.iter().all(|letter| !letter.is_ascii() && letter.is_alphabetic()));
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), PLAIN.len());
    }

    #[test]
    fn a_text_is_two_fifths_longer_and_shows_its_ends() {
        let text = "Answer a few plain questions about {child} on 0800 1111.";
        let made = made(text);
        assert!(made.starts_with("[Åñšŵéŕ å ƒéŵ") && made.ends_with("·]"), "{made}");
        assert!(made.contains("{child}") && made.contains("0800 1111"), "{made}");
        assert!(made.chars().count() * 5 >= text.chars().count() * 7, "{made}");
    }

    #[test]
    fn a_pattern_without_words_stays() {
        assert_eq!(made("{first}, {next}"), "{first}, {next}");
    }
}
