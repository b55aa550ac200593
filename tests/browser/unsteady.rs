//! A visit that fails is tried once more, in a fresh browser. If it passes then it is unsteady: it is named, with what
//! it said the first time, and counted. A run with too many of them fails.

use std::any::Any;
use std::sync::{Mutex, PoisonError};

/// How many unsteady visits a run may have. One or two can be a slow computer's; more are somebody's to mend.
pub(crate) const MOST: usize = 2;

/// What came of a visit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It passed at once.
    Passed,
    /// It passed the second time; this is what it said the first time.
    Unsteady(String),
    /// It failed twice.
    Failed(String),
}

/// Makes a visit and, when it fails, once more. It is told whether it is the second time.
pub(crate) fn tried(visit: impl Fn(bool) -> Result<(), String>) -> Outcome {
    let Err(first) = visit(false) else {
        return Outcome::Passed;
    };
    match visit(true) {
        Ok(()) => Outcome::Unsteady(first),
        Err(second) => Outcome::Failed(format!("{first}\nThe second time: {second}")),
    }
}

/// What somebody said who gave up.
pub(crate) fn words(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}

/// The unsteady visits of a run: their names, and what each said the first time.
#[derive(Default)]
pub(crate) struct Record(Mutex<Vec<(String, String)>>);

impl Record {
    /// With nothing in it yet.
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Notes an unsteady visit; gives the words to say at once.
    pub(crate) fn add(&self, name: &str, first: &str) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((name.to_owned(), first.to_owned()));
        told(name, first)
    }

    /// The words to say at the end; none when every visit was steady.
    pub(crate) fn summary(&self) -> Option<String> {
        let visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let told: Vec<_> = visits.iter().map(|(name, first)| told(name, first)).collect();
        (!told.is_empty()).then(|| format!("unsteady visits: {}\n{}", told.len(), told.join("\n")))
    }

    /// The sentence with which the run fails when there are too many.
    pub(crate) fn complaint(&self) -> Option<String> {
        let visits = self.0.lock().unwrap_or_else(PoisonError::into_inner).len();
        let sentence = format!("{visits} visits passed only the second time; more than {MOST} fail the run.");
        (visits > MOST).then_some(sentence)
    }
}

fn told(name: &str, first: &str) -> String {
    format!("unsteady: {name}\n  the first time: {}\n  the second time: passed", first.trim().replace('\n', "\n  "))
}
