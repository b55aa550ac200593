//! How the cost of a proof grows with the number of supports, on content that is generated, and what it is for the
//! content that is shipped. It prints and asserts nothing: `cargo bench -p signpost-author --bench proofs`. Each is
//! led once: a proof of ten thousand supports takes minutes.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "it prints, and stops where it cannot go on")]

use std::path::Path;
use std::time::{Duration, Instant};

use signpost_author::judge::check;
use signpost_author::make::generate::{self, Size};
use signpost_author::prove::diff;
use signpost_author::prove::prove;
use signpost_author::source::files::Files;
use signpost_core::time::Day;

const SUPPORTS: [usize; 3] = [100, 1_000, 10_000];
const QUESTIONS: usize = 200;
const SEED: u64 = 1;

fn main() {
    let shipped = Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    println!("{:28}{:>12} {:>12} {:>8}", "", "prove", "diff", "ratio");
    let mut before = None;
    row("shipped content", &shipped, &mut before);
    before = None;
    for supports in SUPPORTS {
        let texts = generate::content(Size { supports, questions: QUESTIONS }, SEED);
        let files = Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        row(&format!("{supports} supports, {QUESTIONS} questions"), &files, &mut before);
    }
}

fn row(what: &str, files: &Files, before: &mut Option<Duration>) {
    let (draft, _) = check::check(files);
    let today = Day::new(2026, 11, 24).unwrap();
    let proof = timed(|| drop(prove(&draft, today).unwrap()));
    let compared = timed(|| drop(diff::compare(&draft, &draft, today).unwrap()));
    let ratio = before.map(|before| format!("× {:.1}", proof.div_duration_f64(before))).unwrap_or_default();
    println!("{what:28}{:>10.2} s {:>10.2} s {ratio:>8}", proof.as_secs_f64(), compared.as_secs_f64());
    *before = Some(proof);
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}
