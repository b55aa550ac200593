//! The only clock.

use signpost_core::month::Day;

const MILLISECONDS_A_MINUTE: f64 = 60_000.0;

/// Today where the parent is.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let (year, month) = (now.get_full_year() as i32, now.get_month() as u8 + 1);
    Day::new(year, month, now.get_date() as u8).unwrap_or(Day::UNKNOWN)
}

/// Minutes since 1970.
pub fn minute() -> i64 {
    (js_sys::Date::now() / MILLISECONDS_A_MINUTE) as i64
}
