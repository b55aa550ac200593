//! Months and days as plain numbers. There is no clock here: today is always handed in.

use crate::digits::in_tens;
use std::fmt;

/// A month of a year, such as March 2026. Families tell us months, never days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    month: Month,
    day: u8,
}

impl Month {
    /// `number` is 1 for January to 12 for December; anything else is `None`, as is a year outside 1900 to 2199.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        let known = (1900..2200).contains(&year) && (1..=12).contains(&number);
        known.then(|| Self(year * 12 + i32::from(number) - 1))
    }

    /// Reads `2026-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.trim().split_once('-')?;
        let whole = year.len() == 4 && number.len() == 2;
        whole.then_some(())?;
        Self::new(digits(year)?, u8::try_from(digits(number)?).ok()?)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January to 12 for December.
    pub fn number(self) -> u8 {
        (self.0.rem_euclid(12) + 1) as u8
    }

    /// This month moved by `months`, which may be negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months from `earlier` to this one; negative if it lies later.
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// The first day of this month.
    pub fn first_day(self) -> Day {
        Day { month: self, day: 1 }
    }

    /// The last day of this month, leap years included.
    pub fn last_day(self) -> Day {
        Day { month: self, day: self.length() }
    }

    fn length(self) -> u8 {
        match self.number() {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap(self.year()) => 29,
            2 => 28,
            _ => 31,
        }
    }
}

impl Day {
    /// 1 January 2026: what a clock that has lost itself is taken to say.
    pub const UNKNOWN: Self = Self { month: Month(2026 * 12), day: 1 };

    /// `None` for a day that no calendar has, such as 30 February.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::new(year, month)?;
        (1..=month.length()).contains(&day).then_some(Self { month, day })
    }

    /// Reads `2026-11-23`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (month, day) = (Month::parse(text.get(..7)?)?, text.get(7..)?.strip_prefix('-')?);
        let day = if day.len() == 2 { digits(day)? } else { return None };
        Self::new(month.year(), month.number(), u8::try_from(day).ok()?)
    }

    /// The month this day lies in.
    pub fn month(self) -> Month {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> u8 {
        self.day
    }

    /// The day after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let ends = self.day >= self.month.length();
        if ends { self.month.plus(1).first_day() } else { Self { day: self.day + 1, ..self } }
    }

    /// The same day `months` later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let month = self.month.plus(months);
        Self { month, day: self.day.min(month.length()) }
    }
}

impl Month {
    /// As saved visits have it: "2026-03".
    pub fn written(self) -> String {
        [in_tens(self.year().into(), 4), in_tens(self.number().into(), 2)].join("-")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written())
    }
}

impl Day {
    /// As a date field of a page has it: `2027-01-09`.
    pub fn typed(self) -> String {
        let two = |number: u8| [if number < 10 { "0" } else { "" }, &crate::digits::digits(number)].concat();
        [crate::digits::digits(self.month.year()), two(self.month.number()), two(self.day)].join("-")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.month, self.day)
    }
}

fn digits(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_prints_as_it_was_read() {
        let month = Month::parse("2026-03").unwrap();
        assert_eq!((month.year(), month.number(), month.to_string()), (2026, 3, "2026-03".into()));
    }

    #[test]
    fn a_date_field_reads_a_day_as_it_is_typed() {
        for day in ["2026-01-09", "2026-09-10", "2026-10-01", "2026-12-31"] {
            assert_eq!(Day::parse(day).unwrap().typed(), day);
        }
    }

    #[test]
    fn what_is_no_month_and_no_day_is_refused() {
        for text in ["", "2026", "2026-13", "2026-00", "26-03", "2026-3", "-026-03", "2026-0３", "9999-01"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        for text in ["2026-02-29", "2026-04-31", "2026-11-00", "2026-11", "2026-11-2"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn february_is_longer_in_a_leap_year() {
        let lengths: Vec<u8> =
            [2023, 2024, 2100].iter().map(|&year| Month::new(year, 2).unwrap().last_day().day).collect();
        assert_eq!(lengths, [28, 29, 28]);
    }

    #[test]
    fn a_clock_that_has_lost_itself_says_the_first_of_january_2026() {
        assert_eq!(Day::UNKNOWN, Day::parse("2026-01-01").unwrap());
    }

    #[test]
    fn a_year_of_a_hundred_is_no_leap_year_and_one_of_four_hundred_is() {
        for (year, last) in [(1900, 28), (2000, 29), (2003, 28), (2004, 29), (2096, 29), (2100, 28)] {
            assert_eq!(Month::new(year, 2).unwrap().last_day().day_of_month(), last, "{year}");
        }
    }

    #[test]
    fn the_day_after_the_last_of_a_month_is_the_first_of_the_next() {
        for (day, next) in [
            ("2026-11-01", "2026-11-02"),
            ("2026-11-23", "2026-11-24"),
            ("2026-11-29", "2026-11-30"),
            ("2026-11-30", "2026-12-01"),
            ("2026-12-31", "2027-01-01"),
            ("2028-02-28", "2028-02-29"),
        ] {
            assert_eq!(Day::parse(day).unwrap().next().to_string(), next);
        }
    }

    #[test]
    fn six_months_after_the_end_of_august_is_the_end_of_february() {
        assert_eq!(Day::parse("2026-08-31").unwrap().plus_months(6).to_string(), "2027-02-28");
    }
}
