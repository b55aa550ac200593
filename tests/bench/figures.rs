//! The one table of what is measured, and the figures of a run.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// What a figure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Milliseconds.
    Time,
    /// Bytes, told in kB of 1000.
    Bytes,
    /// Bytes, told in MB of 1 048 576.
    Memory,
    /// Things.
    Count,
}

/// What is measured: its name in files, what it is called in the table, its unit.
pub(crate) struct Figure {
    pub(crate) key: &'static str,
    pub(crate) says: &'static str,
    pub(crate) unit: Unit,
}

/// Everything that is measured, in the order of the table.
pub(crate) const FIGURES: [Figure; 25] = [
    figure("first-paint", "first contentful paint", Unit::Time),
    figure("ready", "questions ready", Unit::Time),
    figure("start-screen", "Start, once ready -> first screen", Unit::Time),
    figure("first-answer", "first answer works", Unit::Time),
    figure("start-main-thread", "of it main thread", Unit::Time),
    figure("bytes-first-answer", "over the wire until then", Unit::Bytes),
    figure("bytes-all", "over the wire in all", Unit::Bytes),
    figure("memory-start", "memory after the start", Unit::Memory),
    figure("answer-p50", "an answer -> next paint, p50", Unit::Time),
    figure("answer-p95", "an answer -> next paint, p95", Unit::Time),
    figure("next-p50", "next page -> paint, p50", Unit::Time),
    figure("next-p95", "next page -> paint, p95", Unit::Time),
    figure("long-tasks", "tasks over 50 ms with these 20 answers", Unit::Count),
    figure("main-thread", "main thread for an answer, a page on and back", Unit::Time),
    figure("memory-answers", "memory after 200 answers", Unit::Memory),
    figure("list-few", "last answer -> list, one answer", Unit::Time),
    figure("list-many", "last answer -> list, many answers", Unit::Time),
    figure("list-many-main-thread", "of it main thread", Unit::Time),
    figure("list-many-script", "of that script", Unit::Time),
    figure("list-many-cards", "cards on it", Unit::Count),
    figure("list-many-elements", "elements", Unit::Count),
    figure("list-many-comments", "comment nodes", Unit::Count),
    figure("list-many-everything", "that list -> all support", Unit::Time),
    figure("list-many-long-tasks", "tasks over 50 ms on the way there", Unit::Count),
    figure("memory-list", "memory with that list", Unit::Memory),
];

const fn figure(key: &'static str, says: &'static str, unit: Unit) -> Figure {
    Figure { key, says, unit }
}

/// The figures of one run, by their keys, in the units of the browser: milliseconds, bytes, things.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Run(BTreeMap<String, f64>);

impl Run {
    /// Notes a figure.
    pub(crate) fn note(&mut self, key: &str, value: f64) {
        debug_assert!(FIGURES.iter().any(|figure| figure.key == key), "{key} is in no table");
        self.0.insert(key.to_owned(), value);
    }

    /// Notes the middle of many times, and what only one in twenty is over.
    pub(crate) fn note_times(&mut self, key: &str, times: &[f64]) {
        for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
            quantile(times, share).into_iter().for_each(|time| self.note(&format!("{key}-{name}"), time));
        }
    }

    fn get(&self, key: &str) -> Option<f64> {
        self.0.get(key).copied()
    }
}

impl fmt::Display for Run {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [answer, list] = ["first-answer", "list-many"].map(|key| self.get(key).unwrap_or_default());
        write!(out, "the first answer worked after {answer:.0} ms, the long list stood after {list:.0} ms")
    }
}

/// A figure in every run that has it.
pub(crate) fn values(runs: &[Run], key: &str) -> Vec<f64> {
    runs.iter().filter_map(|run| run.get(key)).collect()
}

/// What this share of the values is not over, between the two nearest. Nothing where there is no value.
pub(crate) fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let place = share * values.len().saturating_sub(1) as f64;
    let (low, high) = (values.get(place.floor() as usize)?, values.get(place.ceil() as usize)?);
    Some(low + (high - low) * place.fract())
}

/// Writes the raw figures of these runs.
pub(crate) fn write(file: &Path, runs: &[Run]) -> Result<()> {
    let runs: Vec<_> = runs.iter().map(|run| &run.0).collect();
    let text = serde_json::to_string_pretty(&json!({ "runs": runs }))?;
    fs::write(file, text + "\n").with_context(|| format!("{} cannot be written.", file.display()))
}

/// Reads what [`write`] wrote.
pub(crate) fn read(file: &Path) -> Result<Vec<Run>> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let figures: Value = serde_json::from_str(&text).with_context(|| format!("{} is no JSON.", file.display()))?;
    let runs: Vec<_> = figures["runs"].as_array().into_iter().flatten().map(run).collect();
    ensure!(!runs.is_empty(), "{} has no figures: write some with --json.", file.display());
    Ok(runs)
}

fn run(figures: &Value) -> Run {
    let figures = figures.as_object().into_iter().flatten();
    Run(figures.filter_map(|(key, value)| Some((key.clone(), value.as_f64()?))).collect())
}
