//! What day it is, as far as a device can be believed. A clock that was reset says 1970, and one that was set by hand
//! says anything; neither may put a child in the wrong year, date a sheet or delete what a parent kept.

use crate::time::Day;

/// How long after the newest check (of the content) a day is still believed, in months.
const BELIEVED: i32 = 10 * 12;

/// What the device's clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The day where the parent is.
    pub day: Day,
    /// Minutes since 1970.
    pub minute: i64,
}

/// What is believed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day to reckon ages and deadlines from.
    pub day: Day,
    /// Minutes since 1970; `None` where the clock is wrong, so that nothing is dated or deleted by it.
    pub minute: Option<i64>,
}

impl Today {
    /// The content cannot be read before the day it was checked. Where a clock says so, or says that ten years have
    /// gone by since, the day of the check stands in for today. The day before is a time zone, not a wrong clock.
    pub fn believed(newest: Option<Day>, now: Now) -> Self {
        let Some(checked) = newest else { return Self { day: now.day, minute: Some(now.minute) } };
        let is_known = now.day.next() >= checked && now.day <= checked.plus_months(BELIEVED);
        let day = if is_known { now.day.max(checked) } else { checked };
        Self { day, minute: is_known.then_some(now.minute) }
    }

    /// Whether the clock is believed.
    pub fn is_sure(self) -> bool {
        self.minute.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_day_is_believed_from_the_day_before_the_check_until_ten_years_after_it() {
        for (says, is) in [
            ("1970-01-01", None),
            ("2026-11-21", None),
            ("2026-11-22", Some("2026-11-23")),
            ("2026-11-23", Some("2026-11-23")),
            ("2026-11-24", Some("2026-11-24")),
            ("2036-11-22", Some("2036-11-22")),
            ("2036-11-23", Some("2036-11-23")),
            ("2036-11-24", None),
            ("2199-12-31", None),
        ] {
            let today = Today::believed(Some(day("2026-11-23")), Now { day: day(says), minute: 7 });
            assert_eq!(today.day, is.map_or(day("2026-11-23"), day), "{says}");
            assert_eq!((today.minute, today.is_sure()), (is.map(|_| 7), is.is_some()), "{says}");
        }
    }

    #[test]
    fn where_nothing_was_ever_checked_the_clock_is_believed() {
        let now = Now { day: day("1970-01-01"), minute: 7 };
        assert_eq!(Today::believed(None, now), Today { day: now.day, minute: Some(7) });
    }
}
