//! How long each visit took, and the slowest of them: where to look when a run takes too long. Nobody fails for it.

use std::cmp::Reverse;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many are told.
const TOLD: usize = 10;

/// The visits of a run, and what each took.
#[derive(Default)]
pub(crate) struct Times(Mutex<Vec<(String, Duration)>>);

impl Times {
    /// Of no visit yet.
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Notes what a visit took, both tries of one that was unsteady.
    pub(crate) fn add(&self, name: &str, took: Duration) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((name.to_owned(), took));
    }

    /// The words to say at the end; none where there was no more than one visit.
    pub(crate) fn summary(&self) -> Option<String> {
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        visits.sort_by_key(|(_, took)| Reverse(*took));
        let told = visits.iter().take(TOLD).map(|(name, took)| format!("{:6.1} s  {name}", took.as_secs_f64()));
        let told = told.collect::<Vec<_>>().join("\n");
        (visits.len() > 1).then(|| format!("the slowest visits of {}:\n{told}", visits.len()))
    }
}
