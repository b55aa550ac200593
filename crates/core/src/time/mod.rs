//! Days, months and moments in a child's life; and what a device's clock is believed to say. Nothing here knows of
//! anything else.

pub mod birth;
mod milestone;
mod month;
mod today;

pub use milestone::{AgeSpan, Milestone, Standing, Start, months};
pub use month::{Day, Month};
pub use today::{Now, Today};
