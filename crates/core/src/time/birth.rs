//! A month of birth while it is being chosen: two lists, either of which may still be empty.

use crate::time::{Day, Month};

/// The oldest a child of this tool can be, in years.
pub const OLDEST: i32 = 26;

/// The furthest a due month can lie ahead, in months.
pub const FURTHEST: i32 = 10;

/// What was chosen so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Birth {
    /// 1 for January to 12 for December.
    pub month: Option<u8>,
    /// Such as 2026.
    pub year: Option<i32>,
}

/// Why it is not a month yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A month without a year, or a year without a month.
    Half,
    /// Further ahead than a baby can be due.
    Far,
}

impl Birth {
    /// The two lists as they stand for this month.
    pub fn of(month: Month) -> Self {
        Self { month: Some(month.number()), year: Some(month.year()) }
    }

    /// The month; `None` where nothing is chosen.
    ///
    /// # Errors
    /// Says what the parent has to put right before it is one.
    pub fn read(self, today: Day) -> Result<Option<Month>, Trouble> {
        match (self.month, self.year) {
            (None, None) => Ok(None),
            (Some(number), Some(year)) => {
                let month = Month::new(year, number).ok_or(Trouble::Half)?;
                if month.since(today.month()) > FURTHEST { Err(Trouble::Far) } else { Ok(Some(month)) }
            }
            _ => Err(Trouble::Half),
        }
    }
}

/// The years to choose from, the latest first. A child of [`OLDEST`] years may have been born in this month of that
/// year, so it counts from this year and not from that of a baby due.
pub fn years(today: Day) -> impl Iterator<Item = i32> {
    let latest = today.month().plus(FURTHEST).year();
    (today.month().year() - OLDEST..=latest).rev()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(month: Option<u8>, year: Option<i32>) -> Result<Option<String>, Trouble> {
        let today = Day::new(2026, 3, 15).unwrap_or(Day::UNKNOWN);
        Birth { month, year }.read(today).map(|month| month.map(|month| month.to_string()))
    }

    #[test]
    fn a_month_needs_both_lists_and_a_baby_is_due_within_ten_months() {
        assert_eq!(read(None, None), Ok(None));
        assert_eq!(read(Some(3), None), Err(Trouble::Half));
        assert_eq!(read(None, Some(2026)), Err(Trouble::Half));
        assert_eq!(read(Some(1), Some(2027)), Ok(Some("2027-01".into())));
        assert_eq!(read(Some(2), Some(2027)), Err(Trouble::Far));
    }

    #[test]
    fn a_month_that_was_told_stands_in_both_lists() {
        let told = Month::new(2024, 11).unwrap();
        assert_eq!(Birth::of(told), Birth { month: Some(11), year: Some(2024) });
        assert_eq!(read(Birth::of(told).month, Birth::of(told).year), Ok(Some("2024-11".into())));
    }

    #[test]
    fn the_year_of_a_child_of_twenty_six_is_offered_in_every_month() {
        for month in 1..=12 {
            let today = Day::new(2026, month, 1).unwrap_or(Day::UNKNOWN);
            let years: Vec<i32> = years(today).collect();
            assert_eq!(years.last(), Some(&2000), "in month {month}");
            assert_eq!(years.first(), Some(if month >= 3 { &2027 } else { &2026 }), "in month {month}");
        }
    }
}
