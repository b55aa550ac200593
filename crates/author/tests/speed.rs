//! An author should not have to wait. Alone in its file, so that no other test runs beside it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::path::Path;
use std::time::{Duration, Instant};

use signpost_author::commands::{End, Terminal, check};
use signpost_core::month::Day;

#[test]
fn checking_everything_takes_less_than_a_second() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let terminal = Terminal { colour: true, today: Day::parse("2026-11-24").unwrap() };
    let once = || {
        let start = Instant::now();
        let said = check::run(&check::Arguments { folder: folder.clone(), ..Default::default() }, terminal);
        assert_eq!(said.end, End::Clean, "{}", said.text);
        start.elapsed()
    };
    let best = (0..5).map(|_| once()).min().unwrap();
    assert!(best < Duration::from_secs(1), "the best of five took {best:?}");
}
