//! The screens.

pub mod children;
pub mod door;
pub mod everything;
pub mod home;
pub mod list;
pub mod no_list;
pub mod question;
pub mod sheet;
