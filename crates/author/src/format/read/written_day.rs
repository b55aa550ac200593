//! Days as people write them elsewhere, so that a message can say how the same day is written here.

use signpost_core::time::Day;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that is meant by `23 November 2026`, `Nov 23rd, 2026`, `23/11/2026` or `2026-11-23`, as British people
/// read it: the day before the month.
pub(crate) fn meant(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split([' ', ',', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let [one, two, three] = parts.as_slice() else { return None };
    let (day, month, year) = match (month(one), month(two)) {
        (Some(month), _) => (ordinal(two)?, month, *three),
        (_, Some(month)) => (ordinal(one)?, month, *three),
        _ if one.len() == 4 => (ordinal(three)?, two.parse().ok()?, *one),
        _ => in_numbers(one, two)?.with_year(three),
    };
    let year: u16 = year.parse().ok().filter(|_| year.len() == 4)?;
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// A day and a month as two numbers, in the order in which they can be one.
struct InNumbers(u8, u8);

impl InNumbers {
    fn with_year(self, year: &str) -> (u8, u8, &str) {
        (self.0, self.1, year)
    }
}

fn in_numbers(one: &str, two: &str) -> Option<InNumbers> {
    let (one, two): (u8, u8) = (one.parse().ok()?, two.parse().ok()?);
    Some(if two > 12 { InNumbers(two, one) } else { InNumbers(one, two) })
}

/// A month by its name or by three letters of it or more.
fn month(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let found = MONTHS.iter().position(|month| word.len() > 2 && month.starts_with(&word));
    found.and_then(|index| u8::try_from(index + 1).ok())
}

fn ordinal(word: &str) -> Option<u8> {
    word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_however_it_is_written() {
        for text in [
            "23 November 2026",
            "23rd Nov 2026",
            "November 23, 2026",
            "23/11/2026",
            "11/23/2026",
            "23.11.2026",
            "23-11-2026",
            "2026/11/23",
            "2026-11-23",
        ] {
            assert_eq!(meant(text), Day::parse("2026-11-23"), "{text}");
        }
        for text in ["", "soon", "November 2026", "31/02/2026", "23/11/26", "é 1 2", "1 2 3 4"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
