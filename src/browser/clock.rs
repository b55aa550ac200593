//! The only clock.

use signpost_core::time::{Day, Now};

const MILLISECONDS_A_MINUTE: f64 = 60_000.0;

/// What the device's clock says, where the parent is. Whether it is believed is decided elsewhere.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    let (year, month) = (date.get_full_year() as i32, date.get_month() as u8 + 1);
    let day = Day::new(year, month, date.get_date() as u8).unwrap_or(Day::UNKNOWN);
    Now { day, minute: (date.get_time() / MILLISECONDS_A_MINUTE) as i64 }
}
