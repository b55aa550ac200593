//! Whole visits in real browsers, against the real release on a real static server. Every test is a sentence and
//! exists once for each engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "the skipped are named on the screen")]

mod accessibility;
mod altered;
mod clock;
mod driver;
mod embed;
mod embed_page;
mod embedded;
mod faults;
mod frames;
mod gesture;
mod hands;
mod heard;
mod hearing;
mod heights;
mod history;
mod host;
mod hosting;
mod installed;
mod keeping;
mod kiosk;
mod languages;
mod lasting;
mod leaving;
mod list;
mod looks;
mod matrix;
mod neighbours;
mod network;
mod offline;
mod page;
mod pages;
mod parts;
mod picture;
mod policies;
mod presses;
mod print;
mod reading;
mod rig;
mod sandboxes;
mod session;
mod sheet;
mod sites;
mod slowest;
mod spare;
mod starting;
mod tabs;
mod taken_back;
mod taking;
mod themes;
mod traps;
mod unsteady;
mod visit;
mod whole;
mod window;

// Not of the visits: what `cargo xtask bench` makes of its figures.
#[allow(dead_code, reason = "the bench uses the rest")]
#[path = "../bench/figures.rs"]
mod figures;
#[path = "../bench/table.rs"]
mod table;

use std::env;
use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::time::Instant;

use libtest_mimic::{Arguments, Failed, Trial};
use xtask::tools::{Breadth, Engine};

use crate::slowest::Times;
use crate::unsteady::{Outcome, Record};
use crate::visit::Visit;

/// One test: its sentence, the engines it cannot run in with the reason, those where every day is too often, and what it
/// does.
pub(crate) struct Case {
    sentence: &'static str,
    not_in: &'static [(Engine, &'static str)],
    seldom_in: &'static [Engine],
    run: fn(&mut Visit),
}

/// A test for all engines.
pub(crate) const fn case(sentence: &'static str, run: fn(&mut Visit)) -> Case {
    Case { sentence, not_in: &[], seldom_in: &[], run }
}

impl Case {
    /// Not in this engine, and why.
    pub(crate) const fn except(self, not_in: &'static [(Engine, &'static str)]) -> Self {
        Self { not_in, ..self }
    }

    /// Every day in this engine, and in the others only by `cargo xtask test --all`: what it proves is the same in all, or
    /// proved there by another test, and it takes long.
    pub(crate) const fn daily_in(self, engine: Engine) -> Self {
        const FIREFOX_AND_WEBKIT: &[Engine] = &[Engine::Firefox, Engine::WebKit];
        const CHROMIUM_AND_WEBKIT: &[Engine] = &[Engine::Chromium, Engine::WebKit];
        const CHROMIUM_AND_FIREFOX: &[Engine] = &[Engine::Chromium, Engine::Firefox];
        let seldom_in = match engine {
            Engine::Chromium => FIREFOX_AND_WEBKIT,
            Engine::Firefox => CHROMIUM_AND_WEBKIT,
            Engine::WebKit => CHROMIUM_AND_FIREFOX,
        };
        Self { seldom_in, ..self }
    }

    /// Only by `cargo xtask test --all`: it is about much that changes often and on purpose.
    pub(crate) const fn nightly(self) -> Self {
        Self { seldom_in: &[Engine::Chromium, Engine::Firefox, Engine::WebKit], ..self }
    }

    fn is_due(&self, engine: Engine) -> bool {
        Breadth::chosen() == Breadth::All || !self.seldom_in.contains(&engine)
    }
}

/// The unsteady visits of this run.
static UNSTEADY: Record = Record::new();

/// What each visit of this run took.
static TIMES: Times = Times::new();

/// How many visits go on at once: most of a visit is waiting. With three, WebKitGTK's driver loses a press now and then on
/// two processors.
const AT_ONCE: usize = 2;

/// What a shell makes of a program that Ctrl+C ended.
const STOPPED: i32 = 130;

fn main() -> ExitCode {
    ctrlc::set_handler(stop).expect("to hear of Ctrl+C");
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(AT_ONCE);
    let engines = Engine::chosen().expect("the browsers to test in");
    let trials = rig::trials()
        .chain(hosting::trials())
        .chain(taking::trials())
        .chain(engines.into_iter().flat_map(trials))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    spare::close_all();
    let told = [TIMES.summary(), UNSTEADY.summary(), UNSTEADY.complaint()];
    told.into_iter().flatten().for_each(|words| println!("{words}\n"));
    if UNSTEADY.complaint().is_some() { ExitCode::FAILURE } else { conclusion.exit_code() }
}

/// Whoever stops the tests finds no browser running.
fn stop() {
    driver::stop_all();
    process::exit(STOPPED);
}

/// A test that needs no browser.
pub(crate) fn plain(group: &str, sentence: &str, test: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(format!("{group}: {sentence}"), move || {
        test();
        Ok(())
    })
}

fn trials(engine: Engine) -> Vec<Trial> {
    let groups = [
        hands::CASES,
        whole::CASES,
        keeping::CASES,
        taken_back::CASES,
        taking::CASES,
        tabs::CASES,
        history::CASES,
        leaving::CASES,
        clock::CASES,
        network::CASES,
        offline::CASES,
        installed::CASES,
        parts::CASES,
        faults::CASES,
        starting::CASES,
        frames::CASES,
        embed::CASES,
        embed_page::CASES,
        hosting::CASES,
        policies::CASES,
        themes::CASES,
        heights::CASES,
        sandboxes::CASES,
        neighbours::CASES,
        presses::CASES,
        list::CASES,
        sheet::CASES,
        reading::CASES,
        accessibility::CASES,
        heard::CASES,
        looks::CASES,
        print::CASES,
        pages::CASES,
        languages::CASES,
        sites::CASES,
        kiosk::CASES,
        traps::CASES,
        lasting::CASES,
    ];
    groups.into_iter().flatten().filter_map(|case| trial(engine, case)).collect()
}

fn trial(engine: Engine, case: &'static Case) -> Option<Trial> {
    let name = format!("{}: {}", engine.name(), case.sentence);
    if let Some((_, reason)) = case.not_in.iter().find(|(other, _)| *other == engine) {
        println!("not run: {name} ({reason})");
        return None;
    }
    if !case.is_due(engine) {
        println!("not run: {name} (only by cargo xtask test --all)");
        return None;
    }
    Some(Trial::test(name.clone(), move || judge(&name, timed(engine, &name, case.run))))
}

fn timed(engine: Engine, name: &str, run: fn(&mut Visit)) -> Outcome {
    let begun = Instant::now();
    let outcome = visit::run(engine, name, run);
    TIMES.add(name, begun.elapsed());
    outcome
}

fn judge(name: &str, outcome: Outcome) -> Result<(), Failed> {
    match outcome {
        Outcome::Passed => {}
        Outcome::Unsteady(first) => println!("\n{}", UNSTEADY.add(name, &first)),
        Outcome::Failed(words) => return Err(words.into()),
    }
    Ok(())
}

/// The folder with the release.
pub(crate) fn release() -> PathBuf {
    let folder = env::var_os("SIGNPOST_DIST").map_or_else(|| workspace().join("target/site"), PathBuf::from);
    let made = folder.join("index.html").is_file();
    assert!(made, "{} has no release. `cargo xtask test` makes one.", folder.display());
    folder
}

/// The folder of the whole project.
pub(crate) fn workspace() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map(PathBuf::from).unwrap_or(tests)
}
