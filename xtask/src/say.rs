//! How the commands speak: headings, remarks, timed stages, failures.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use anyhow::{Error, Result};

/// Text on a line of its own. A reader who has gone away, as in `… | head`, is no reason to stop.
pub(crate) fn line(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// One thing worth knowing, on its own line.
pub(crate) fn note(text: &str) {
    line(&format!("   {text}"));
}

/// Announces a stage, runs it, and says how long it took.
pub(crate) fn stage<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    line(&format!("\n== {name}"));
    let start = Instant::now();
    let outcome = work();
    let verb = if outcome.is_ok() { "done" } else { "failed" };
    line(&format!("== {name}: {verb} in {}", seconds(start.elapsed())));
    outcome
}

/// A length of time as a person says it: "0.4 s", "12 s", "3 min 5 s".
pub(crate) fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        whole @ 10..120 => format!("{whole} s"),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}

/// Tells a failure and what led to it on the error stream.
pub(crate) fn failure(error: &Error) {
    eprintln!("\n{error}");
    for line in causes(error) {
        eprintln!("   {line}");
    }
}

/// What led to it, line by line.
fn causes(error: &Error) -> Vec<String> {
    let causes = error.chain().skip(1).map(ToString::to_string);
    causes.flat_map(|cause| cause.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_unit_that_fits() {
        assert_eq!(seconds(Duration::from_millis(440)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(59)), "59 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn every_line_of_what_led_to_a_failure_is_told() {
        let error = Error::msg("first\nsecond").context("The sentence.");
        assert_eq!(causes(&error), ["first", "second"]);
    }
}
