//! Where the lines of a language begin, and what keeps to itself inside them.

/// Where the lines of a language begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// On the left.
    #[default]
    LeftToRight,
    /// On the right.
    RightToLeft,
}

impl Direction {
    /// As HTML calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    /// A name, a number or an address as it stands inside a sentence. What is written the other way keeps to itself:
    /// without the two marks around it, it would swap places with the words beside it, and the parts of a number with
    /// each other (Unicode Standard Annex 9, isolates). What is written the same way is left as it is.
    pub fn isolated(self, value: &str) -> String {
        let other = match self {
            Self::LeftToRight => value.chars().any(goes_left),
            Self::RightToLeft => value.chars().any(goes_right),
        };
        if other { ["\u{2068}", value, "\u{2069}"].concat() } else { value.to_owned() }
    }
}

fn goes_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Signs that go no way of their own may count as well: marks around those change nothing.
fn goes_right(letter: char) -> bool {
    let is_sign = matches!(letter, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}');
    letter.is_ascii_alphanumeric() || letter >= '\u{c0}' && !is_sign && !goes_left(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_the_other_way_keeps_to_itself() {
        assert_eq!(Direction::LeftToRight.isolated("ليلى"), "\u{2068}ليلى\u{2069}");
        assert_eq!(Direction::RightToLeft.isolated("Ada"), "\u{2068}Ada\u{2069}");
        for value in ["0800 1111", "李", "É"] {
            assert_eq!(Direction::RightToLeft.isolated(value), format!("\u{2068}{value}\u{2069}"));
        }
    }

    #[test]
    fn a_direction_is_called_as_html_calls_it() {
        assert_eq!([Direction::LeftToRight, Direction::RightToLeft].map(Direction::name), ["ltr", "rtl"]);
    }

    #[test]
    fn what_is_written_the_same_way_is_left_as_it_is() {
        for name in ["Ada", "Zoë", "李", "0800 1111", "", "…"] {
            assert_eq!(Direction::LeftToRight.isolated(name), name);
        }
        for name in ["ليلى", "דוד", "", "…"] {
            assert_eq!(Direction::RightToLeft.isolated(name), name);
        }
    }
}
