//! The first letter of a sentence, in the scripts that have capitals and that families here write in.
//!
//! The standard library knows the capitals of every script, in tables that would be 4 KB of the widget's download.

/// The capital of a Latin, Greek or Cyrillic letter; any other letter as it is.
pub(crate) fn capital(letter: char) -> char {
    let code = u32::from(letter);
    let capital = match code {
        0x61..=0x7a | 0xe0..=0xf6 | 0xf8..=0xfe | 0x3b1..=0x3c1 | 0x3c3..=0x3cb | 0x430..=0x44f => code - 0x20,
        0x100..=0x137 | 0x14a..=0x177 | 0x460..=0x481 if code != 0x131 => code & !1,
        0x139..=0x148 | 0x179..=0x17e if code % 2 == 0 => code - 1,
        0x450..=0x45f => code - 0x50,
        _ => code,
    };
    char::from_u32(capital).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_full(letter: char) -> char {
        let mut capitals = letter.to_uppercase();
        if capitals.len() == 1 { capitals.next().unwrap_or(letter) } else { letter }
    }

    #[test]
    fn no_letter_gets_a_capital_that_is_not_its_own() {
        for letter in ('\0'..='\u{2fff}').filter(|&letter| capital(letter) != letter) {
            assert_eq!(capital(letter), in_full(letter), "{letter}");
        }
    }

    #[test]
    fn names_of_families_here_get_their_capitals() {
        for (small, large) in ["aA", "żŻ", "éÉ", "łŁ", "şŞ", "čČ", "ўЎ", "їЇ", "αΑ", "ъЪ", "ñÑ", "őŐ", "žŽ", "ŵŴ"]
            .map(|pair| (pair.chars().next(), pair.chars().nth(1)))
        {
            assert_eq!(small.map(capital), large);
        }
    }

    #[test]
    fn what_has_no_capital_stays() {
        for letter in ['A', 'É', '7', 'ا', '李', 'ß', 'ı', '{'] {
            assert_eq!(capital(letter), letter);
        }
    }
}
