//! The only clock of the author's side: commands are handed today as a value.

use signpost_core::time::Day;

/// Today, where this computer is.
pub(crate) fn today() -> Day {
    let today = jiff::ZonedDateTime::now().date();
    let number = |number: i8| u8::try_from(number).unwrap_or_default();
    Day::new(i32::from(today.year()), number(today.month()), number(today.day())).unwrap_or(Day::UNKNOWN)
}
