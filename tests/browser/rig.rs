//! Tests of what the visits and the bench stand on: they need no browser.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use image::{Rgb, RgbImage};
use libtest_mimic::Trial;
use tempfile::TempDir;

use crate::figures::{Run, quantile, read, write};
use crate::host::Host;
use crate::matrix::{daily, every};
use crate::picture::{beside, otherwise, small};
use crate::plain;
use crate::print::is_a4;
use crate::slowest::Times;
use crate::table::table;
use crate::unsteady::{MOST, Outcome, Record, tried, words};

const TESTS: [(&str, fn()); 11] = [
    ("a visit that fails once and then passes is unsteady, with its first words", unsteady),
    ("a visit that fails twice has failed, with both outcomes", failed),
    ("every row of a matrix that fails is told by its name, and the others are tried all the same", rows),
    ("the slowest visits are told, the slowest first", slowest),
    ("two unsteady visits are told and a third fails the run", too_many),
    ("only paper within a point of A4 is A4", paper),
    ("a host's page holds the widget in a frame with the attributes it was given", host),
    ("a picture looks otherwise where a word changed or something ends, not where its letters have other edges", seen),
    ("a figure of several runs is their median, and others stand beside it with the ratio", compared),
    ("a share of the values lies between the two nearest", shares),
    ("the raw figures that were written are read again, and a file without figures is told", raw_figures),
];

pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    TESTS.into_iter().map(|(sentence, test)| plain("rig", sentence, test))
}

fn unsteady() {
    let second_passes = |again: bool| if again { Ok(()) } else { Err("too slow".to_owned()) };
    assert_eq!(tried(second_passes), Outcome::Unsteady("too slow".to_owned()));
    assert_eq!(tried(|_| Ok(())), Outcome::Passed);
}

fn failed() {
    let outcome = tried(|again| Err(if again { "still too slow" } else { "too slow" }.to_owned()));
    assert_eq!(outcome, Outcome::Failed("too slow\nThe second time: still too slow".to_owned()));
}

fn too_many() {
    let record = Record::new();
    assert_eq!((record.summary(), record.complaint()), (None, None));
    for visit in 1..=MOST {
        assert!(record.add(&format!("visit {visit}"), "too slow").contains("the first time: too slow"));
    }
    assert!(record.complaint().is_none());
    record.add("one more", "no picture\nand no text");
    let summary = record.summary().expect("a summary");
    assert!(summary.starts_with("unsteady visits: 3\n") && summary.contains("unsteady: one more"), "{summary}");
    assert!(record.complaint().is_some_and(|it| it.starts_with("3 visits passed only the second time")));
}

fn rows() {
    let tried = RefCell::new(Vec::new());
    let rows = [daily("one", 1), daily("two", 2), daily("three", 3)];
    let failed = catch_unwind(AssertUnwindSafe(|| {
        every(&rows, |row| {
            tried.borrow_mut().push(*row);
            assert_ne!(row % 2, 1, "odd");
        });
    }));
    let told = words(&*failed.expect_err("two that failed"));
    assert!(told.starts_with("one: ") && told.contains("\nthree: ") && !told.contains("two: "), "{told}");
    assert_eq!(*tried.borrow(), [1, 2, 3]);
}

fn slowest() {
    let times = Times::new();
    times.add("quick", Duration::from_millis(900));
    assert_eq!(times.summary(), None);
    times.add("slow", Duration::from_secs(12));
    assert_eq!(times.summary().expect("a summary"), "the slowest visits of 2:\n  12.0 s  slow\n   0.9 s  quick");
}

fn paper() {
    for right in ["595.28 x 841.89 pts (A4)", "594.96 x 841.92 pts", "596 x 842.5 pts"] {
        assert!(is_a4(&format!("Pages:  1\nPage size:       {right}\n")), "{right}");
    }
    for wrong in ["595 x 792 pts", "612 x 792 pts (letter)", "841.89 x 595.28 pts (A4)", "597 x 842 pts", "A4"] {
        assert!(!is_a4(&format!("Title: A4 595 x 842\nPage size:       {wrong}\n")), "{wrong}");
    }
}

fn host() {
    let page = Host::sandboxed("allow-scripts").with("loading=\"lazy\"").page("http://127.0.0.1:1");
    assert!(page.contains("<iframe id=\"signpost\" src=\"http://127.0.0.1:1/\""), "{page}");
    assert!(page.contains(" sandbox=\"allow-scripts\" loading=\"lazy\"></iframe>"), "{page}");
}

fn seen() {
    let paper = |shade: u8| RgbImage::from_pixel(20, 16, Rgb([shade; 3]));
    let mut word = paper(250);
    (10..14).for_each(|x| (9..13).for_each(|y| word.put_pixel(x, y, Rgb([0; 3]))));
    assert_eq!(otherwise(&paper(250), &word), [(8, 8)]);
    assert_eq!(otherwise(&paper(250), &paper(240)), []);
    assert_eq!(otherwise(&paper(250), &RgbImage::from_pixel(20, 8, Rgb([250; 3]))), [(0, 8), (8, 8), (16, 8)]);
    assert_eq!(otherwise(&RgbImage::default(), &paper(250)).len(), 6);
    assert_eq!(beside(&paper(250), &word, &[(8, 8)]).dimensions(), (84, 16));
    assert_eq!(small(&paper(250)).dimensions(), (10, 8));
}

/// Runs in which the questions were ready after so many milliseconds.
fn runs(times: &[f64]) -> Vec<Run> {
    let run = |time: &f64| {
        let mut run = Run::default();
        run.note("ready", *time);
        run
    };
    times.iter().map(run).collect()
}

fn compared() {
    let text = table(&runs(&[300.0, 900.0, 150.0]), Some(&runs(&[200.0])));
    let line = text.lines().find(|line| line.starts_with("questions ready")).expect("a line for it");
    let told: Vec<_> = line.split_whitespace().skip(2).collect();
    assert_eq!(told, ["300", "ms", "840", "150", "to", "900", "200", "ms", "1.50"], "{line}");
}

fn shares() {
    assert_eq!(quantile(&[3.0, 1.0, 2.0], 0.5), Some(2.0));
    assert_eq!(quantile(&[0.0, 10.0], 0.95), Some(9.5));
    assert_eq!(quantile(&[], 0.5), None);
}

fn raw_figures() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("figures.json");
    write(&file, &runs(&[1.5, 2.0])).expect("a file");
    assert_eq!(read(&file).expect("figures"), runs(&[1.5, 2.0]));
    write(&file, &[]).expect("a file");
    assert!(read(&file).is_err_and(|error| error.to_string().contains("has no figures")));
}
