//! Matrices: many rows that share a browser, often a page, too. Each is a name and what it means; those that fail are told
//! together, each by its name.

use std::panic::{AssertUnwindSafe, catch_unwind};

use xtask::tools::Breadth;

use crate::unsteady::words;

/// A row of a matrix.
#[derive(Clone, Copy)]
pub(crate) struct Row<T> {
    name: &'static str,
    is_daily: bool,
    of: T,
}

/// A row that every run tries: it stands for others.
pub(crate) const fn daily<T>(name: &'static str, of: T) -> Row<T> {
    Row { name, is_daily: true, of }
}

/// A row that only `cargo xtask test --all` tries.
pub(crate) const fn row<T>(name: &'static str, of: T) -> Row<T> {
    Row { name, is_daily: false, of }
}

/// Tries the rows that are due, one after the other, and fails with a sentence for each that failed.
pub(crate) fn every<T>(rows: &[Row<T>], mut tried: impl FnMut(&T)) {
    let due = rows.iter().filter(|row| row.is_daily || Breadth::chosen() == Breadth::All);
    told(due.filter_map(|row| failure(row, &mut tried)).collect());
}

fn failure<T>(row: &Row<T>, tried: &mut impl FnMut(&T)) -> Option<String> {
    let cause = catch_unwind(AssertUnwindSafe(|| tried(&row.of))).err()?;
    Some(format!("{}: {}", row.name, words(&*cause)))
}

fn told(failures: Vec<String>) {
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
