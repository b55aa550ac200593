//! Measures the release as it is shipped, in Chromium that is slowed down to a telephone, and prints what it costs. It
//! judges nothing: only what cannot be measured is a failure. `cargo xtask bench` runs it; docs/measuring.md says what
//! each figure means.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what cannot be measured ends the run")]
#![allow(clippy::print_stdout, reason = "the figures are what it is for")]

mod answers;
mod figures;
mod list;
mod phone;
mod start;
mod table;

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../browser/driver.rs"]
mod driver;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../browser/page.rs"]
mod page;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../browser/session.rs"]
mod session;

use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::time::Instant;
use std::{fs, panic};

use anyhow::{Context, Result};
use clap::Parser;

use crate::figures::{Run, read, write};
use crate::list::Journeys;

/// What a shell makes of a program that Ctrl+C ended.
const STOPPED: i32 = 130;

/// What `cargo xtask bench` hands on.
#[derive(Parser)]
struct Options {
    /// The folder with the release.
    #[arg(long)]
    release: PathBuf,
    /// How many times to measure everything.
    #[arg(long)]
    runs: usize,
    /// Where to write the raw figures.
    #[arg(long)]
    json: Option<PathBuf>,
    /// The raw figures of an earlier run, or the folder of another release, which is then measured in turns with this one.
    #[arg(long)]
    against: Option<PathBuf>,
    /// Cargo says so to every bench.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    ctrlc::set_handler(stop).expect("to hear of Ctrl+C");
    panic::set_hook(Box::new(|cause| eprintln!("\n{}", words(cause))));
    match measure(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whoever stops it finds no browser running.
fn stop() {
    driver::stop_all();
    process::exit(STOPPED);
}

/// What ended the run, without the place in the source.
fn words<'a>(cause: &'a panic::PanicHookInfo<'_>) -> &'a str {
    let payload = cause.payload();
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("")
}

/// Says so where others use the computer already.
fn warn_if_busy() {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: f64 = load.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default();
    if load > 1.0 {
        println!(
            "   This computer is busy already (load {load}), so what is waited for says little; the rest still counts."
        );
    }
}

fn measure(options: &Options) -> Result<()> {
    warn_if_busy();
    let other = options.against.as_ref().filter(|against| against.is_dir());
    let earlier = options.against.as_ref().filter(|_| other.is_none()).map(|file| read(file)).transpose()?;
    let mut releases = vec![Release::new(&options.release)?];
    if let Some(folder) = other {
        releases.push(Release::new(folder)?);
    }
    for turn in 1..=options.runs {
        for release in &mut releases {
            release.measure(turn, options.runs)?;
        }
    }
    let mut runs = releases.into_iter().map(|release| release.runs);
    let (these, others) = (runs.next().unwrap_or_default(), runs.next().or(earlier));
    println!("\n{}", table::table(&these, others.as_deref()));
    options.json.as_ref().map_or(Ok(()), |file| write(file, &these))
}

/// A release and what was measured of it.
struct Release {
    folder: PathBuf,
    journeys: Journeys,
    runs: Vec<Run>,
}

impl Release {
    /// Walks through it once, to learn how many screens there are.
    fn new(folder: &PathBuf) -> Result<Self> {
        let folder = fs::canonicalize(folder).with_context(|| format!("{} cannot be found.", folder.display()))?;
        println!("   Walking through {} once.", folder.display());
        let journeys = Journeys::explore(&folder)?;
        println!("   {journeys}");
        Ok(Self { folder, journeys, runs: Vec::new() })
    }

    fn measure(&mut self, turn: usize, of: usize) -> Result<()> {
        let begun = Instant::now();
        let mut run = Run::default();
        let phone = start::measure(&self.folder, &mut run)?;
        answers::measure(&phone, &mut run)?;
        list::of_few(&phone, &self.journeys, &mut run)?;
        drop(phone);
        list::of_many(&self.folder, &self.journeys, &mut run)?;
        let name = self.folder.file_name().unwrap_or_default().display();
        println!("   Run {turn} of {of}, {name}: {run}, in {} s.", begun.elapsed().as_secs());
        self.runs.push(run);
        Ok(())
    }
}
