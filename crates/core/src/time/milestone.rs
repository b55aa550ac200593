//! Moments in a child's life, and where a child stands between two of them.
//!
//! Only the month of birth is known, so a birthday may be any day of its month: in that month both
//! readings are possible. Term starts and Septembers are exact days.
//!
//! Sources of the rules: the early years entitlements (England) start on 1 January, 1 April or
//! 1 September after the birthday; compulsory arrangements for Reception start on 1 September
//! after the 4th birthday (School Admissions Code 2021, 2.16).

use std::cmp::Ordering;
use std::fmt;

use crate::time::{Day, Month};

/// A moment in a child's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// So many months after birth; negative before it.
    Age(i32),
    /// The first funded term that starts after that age in months.
    TermAfter(i32),
    /// The first 1 September after that age in months.
    SeptemberAfter(i32),
}

/// From one milestone (included) until another (excluded); an open end is always met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AgeSpan {
    /// Where it begins; `None` means from the start.
    pub from: Option<Milestone>,
    /// Where it ends; `None` means for good.
    pub until: Option<Milestone>,
}

/// When something begins; ordered by time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// It already has.
    #[default]
    Now,
    /// On this day.
    On(Day),
    /// In this month: the day of the birthday is not known.
    In(Month),
    /// Before long; which day depends on the month of birth, which is not known.
    Soon,
}

/// Where a child stands to an [`AgeSpan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Inside it.
    Within,
    /// In a birthday month at one of its ends: inside it or not, depending on the day.
    Possibly,
    /// Not yet inside it, but the start lies within the time looked ahead.
    Ahead(Start),
    /// Not yet inside it, or no longer.
    Outside,
}

impl Milestone {
    /// Reads `birth`, `9 months`, `2 years`, `3 months before birth`, `term after 2 years` or
    /// `september after 4 years`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "birth" {
            return Some(Self::Age(0));
        }
        if let Some(age) = text.strip_suffix(" before birth") {
            return months(age).map(|months| Self::Age(-months));
        }
        if let Some(age) = text.strip_prefix("term after ") {
            return months(age).map(Self::TermAfter);
        }
        match text.strip_prefix("september after ") {
            Some(age) => months(age).map(Self::SeptemberAfter),
            None => months(text).map(Self::Age),
        }
    }

    /// The first day it can fall on for a child born in that month.
    pub fn earliest(self, born: Month) -> Day {
        match self {
            Self::Age(age) => born.plus(age).first_day(),
            Self::TermAfter(age) => next_term(born.plus(age)),
            Self::SeptemberAfter(age) => next_september(born.plus(age)),
        }
    }

    /// The last day it can fall on for a child born in that month.
    pub fn latest(self, born: Month) -> Day {
        match self {
            Self::Age(age) => born.plus(age).last_day(),
            exact => exact.earliest(born),
        }
    }

    fn start(self, born: Month) -> Start {
        match self {
            Self::Age(age) => Start::In(born.plus(age)),
            exact => Start::On(exact.earliest(born)),
        }
    }
}

impl Start {
    fn rank(self) -> (u8, Option<Day>) {
        match self {
            Self::Now => (0, None),
            Self::On(day) => (1, Some(day)),
            Self::In(month) => (1, Some(month.first_day())),
            Self::Soon => (2, None),
        }
    }
}

impl PartialOrd for Start {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Start {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl AgeSpan {
    /// Where a child born in `born` stands on `today`, looking `ahead` months into the future.
    pub fn standing(self, born: Month, today: Day, ahead: i32) -> Standing {
        if self.until.is_some_and(|end| today >= end.latest(born)) {
            return Standing::Outside;
        }
        if let Some(start) = self.from.filter(|start| today < start.earliest(born)) {
            let near = start.earliest(born) <= today.plus_months(ahead) && ahead > 0;
            return if near { Standing::Ahead(start.start(born)) } else { Standing::Outside };
        }
        let begun = self.from.is_none_or(|start| today >= start.latest(born));
        let ending = self.until.is_some_and(|end| today >= end.earliest(born));
        if begun && !ending { Standing::Within } else { Standing::Possibly }
    }

    /// It ends in this very month, on a birthday whose day is not known.
    pub fn ends_this_month(self, born: Month, today: Day) -> bool {
        self.until.is_some_and(|end| end.earliest(born) <= today && today < end.latest(born))
    }
}

impl fmt::Display for Milestone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Age(0) => write!(out, "birth"),
            Self::Age(age) if age < 0 => write!(out, "{} before birth", spell(-age)),
            Self::Age(age) => write!(out, "{}", spell(age)),
            Self::TermAfter(age) => write!(out, "term after {}", spell(age)),
            Self::SeptemberAfter(age) => write!(out, "september after {}", spell(age)),
        }
    }
}

/// Reads `9 months` or `2 years` as months; up to 30 years.
pub fn months(text: &str) -> Option<i32> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: i32 = number.parse().ok().filter(|number| (0..=360).contains(number))?;
    match unit.trim() {
        "month" | "months" => Some(number),
        "year" | "years" => Some(number * 12).filter(|&months| months <= 360),
        _ => None,
    }
}

fn spell(age: i32) -> String {
    match age {
        1 => "1 month".into(),
        12 => "1 year".into(),
        age if age % 12 == 0 => format!("{} years", age / 12),
        age => format!("{age} months"),
    }
}

fn next_term(birthday: Month) -> Day {
    let to_next = match birthday.number() {
        1..=3 => 4 - i32::from(birthday.number()),
        4..=8 => 9 - i32::from(birthday.number()),
        number => 13 - i32::from(number),
    };
    birthday.plus(to_next).first_day()
}

fn next_september(birthday: Month) -> Day {
    let to_next = match birthday.number() {
        number @ 1..=8 => 9 - i32::from(number),
        number => 21 - i32::from(number),
    };
    birthday.plus(to_next).first_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn born(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn span(from: &str, until: &str) -> AgeSpan {
        AgeSpan { from: Milestone::parse(from), until: Milestone::parse(until) }
    }

    #[test]
    fn funded_terms_start_on_the_first_of_january_april_and_september_after_the_birthday() {
        let term = Milestone::parse("term after 2 years").unwrap();
        for (month, start) in [
            ("2025-01", "2027-04-01"),
            ("2025-03", "2027-04-01"),
            ("2025-04", "2027-09-01"),
            ("2025-08", "2027-09-01"),
            ("2025-09", "2028-01-01"),
            ("2025-12", "2028-01-01"),
        ] {
            assert_eq!(term.earliest(born(month)), day(start), "born {month}");
        }
    }

    #[test]
    fn a_baby_born_in_march_2026_has_working_parent_hours_from_january_2027() {
        let hours = span("term after 9 months", "september after 4 years");
        let start = Start::On(day("2027-01-01"));
        assert_eq!(hours.standing(born("2026-03"), day("2026-11-23"), 12), Standing::Ahead(start));
        assert_eq!(hours.standing(born("2026-03"), day("2026-11-23"), 0), Standing::Outside);
        assert_eq!(hours.standing(born("2026-03"), day("2027-01-01"), 0), Standing::Within);
    }

    #[test]
    fn a_child_who_turns_four_in_september_starts_school_a_year_later_than_one_of_august() {
        let school = Milestone::parse("september after 4 years").unwrap();
        assert_eq!(school.earliest(born("2022-08")), day("2026-09-01"));
        assert_eq!(school.earliest(born("2022-09")), day("2027-09-01"));
    }

    #[test]
    fn every_month_of_birth_has_its_term_and_its_september() {
        let (term, september) = (Milestone::TermAfter(0), Milestone::SeptemberAfter(0));
        for (month, starts, school) in [
            (1, "2024-04-01", "2024-09-01"),
            (2, "2024-04-01", "2024-09-01"),
            (3, "2024-04-01", "2024-09-01"),
            (4, "2024-09-01", "2024-09-01"),
            (5, "2024-09-01", "2024-09-01"),
            (6, "2024-09-01", "2024-09-01"),
            (7, "2024-09-01", "2024-09-01"),
            (8, "2024-09-01", "2024-09-01"),
            (9, "2025-01-01", "2025-09-01"),
            (10, "2025-01-01", "2025-09-01"),
            (11, "2025-01-01", "2025-09-01"),
            (12, "2025-01-01", "2025-09-01"),
        ] {
            let born = Month::new(2024, month).unwrap();
            assert_eq!((term.earliest(born), september.earliest(born)), (day(starts), day(school)), "born {born}");
        }
    }

    #[test]
    fn it_ends_this_month_until_the_last_day_of_the_birthdays_month() {
        let baby = span("", "2 years");
        for (today, ends) in [("2026-10-31", false), ("2026-11-01", true), ("2026-11-29", true), ("2026-11-30", false)]
        {
            assert_eq!(baby.ends_this_month(born("2024-11"), day(today)), ends, "{today}");
        }
        assert!(!span("2 years", "").ends_this_month(born("2024-11"), day("2026-11-23")));
    }

    #[test]
    fn in_the_month_of_the_birthday_both_readings_are_possible() {
        let toddler = span("2 years", "4 years");
        let at = |today| toddler.standing(born("2024-11"), day(today), 0);
        assert_eq!(at("2026-10-31"), Standing::Outside);
        assert_eq!(at("2026-11-01"), Standing::Possibly);
        assert_eq!(at("2026-11-30"), Standing::Within);
        assert_eq!(at("2028-10-31"), Standing::Within);
        assert_eq!(at("2028-11-29"), Standing::Possibly);
        assert_eq!(at("2028-11-30"), Standing::Outside);
    }

    #[test]
    fn a_milestone_prints_as_it_was_written() {
        for text in
            ["birth", "9 months", "2 years", "3 months before birth", "term after 9 months", "september after 4 years"]
        {
            assert_eq!(Milestone::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "soon", "2", "2 weeks", "term after", "99 years", "after 4 years"] {
            assert_eq!(Milestone::parse(text), None, "{text}");
        }
    }
}
