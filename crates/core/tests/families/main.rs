//! The domain, tried on a small content (`small.json`) by families that are written as text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod again;
mod ages;
mod content;
mod desk;
mod family;
mod home;
mod languages;
mod parts;
mod path;
mod plan;
mod pressing;
mod record;
mod replay;
mod search;
mod sheet;
mod sites;
mod sitting_anything;
mod sitting_confided;
mod sitting_kiosk;
mod sitting_shown;
mod sitting_steps;
mod sitting_table;
mod sitting_two;
mod speech;
mod verdicts;
mod visit;
mod wire;
