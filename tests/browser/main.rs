//! Whole visits in real browsers, against the real release on a real static server. Every test is a sentence and
//! exists once for each engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "the skipped are named on the screen")]

mod accessibility;
mod driver;
mod faults;
mod keeping;
mod network;
mod page;
mod pages;
mod print;
mod session;
mod visit;
mod whole;

use std::env;
use std::path::PathBuf;

use libtest_mimic::{Arguments, Trial};
use xtask::tools::Engine;

use crate::visit::Visit;

/// One test: its sentence, the engines it cannot run in with the reason, and what it does.
pub(crate) struct Case {
    sentence: &'static str,
    not_in: &'static [(Engine, &'static str)],
    run: fn(&mut Visit),
}

/// A test for all engines.
pub(crate) const fn case(sentence: &'static str, run: fn(&mut Visit)) -> Case {
    Case { sentence, not_in: &[], run }
}

impl Case {
    /// Not in this engine, and why.
    pub(crate) const fn except(self, not_in: &'static [(Engine, &'static str)]) -> Self {
        Self { not_in, ..self }
    }
}

fn main() {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let engines = Engine::chosen().expect("the browsers to test in");
    let trials = engines.into_iter().flat_map(trials).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn trials(engine: Engine) -> Vec<Trial> {
    let groups =
        [whole::CASES, keeping::CASES, network::CASES, faults::CASES, accessibility::CASES, print::CASES, pages::CASES];
    groups.into_iter().flatten().filter_map(|case| trial(engine, case)).collect()
}

fn trial(engine: Engine, case: &'static Case) -> Option<Trial> {
    let name = format!("{}: {}", engine.name(), case.sentence);
    if let Some((_, reason)) = case.not_in.iter().find(|(other, _)| *other == engine) {
        println!("not run: {name} ({reason})");
        return None;
    }
    Some(Trial::test(name.clone(), move || visit::run(engine, &name, case.run)))
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
