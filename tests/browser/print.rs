//! The sheet on paper: what was shown is what is printed.

use std::fs;
use std::process::Command;

use xtask::tools::Engine;

use crate::visit::Visit;
use crate::whole::a_family;
use crate::{Case, case};

pub(crate) const CASES: &[Case] =
    &[case("the printed sheet is what the preview shows, on A4, on at most two pages", printed)
        .except(&[(Engine::WebKit, "WebKitGTK's driver cannot print")])];

fn printed(visit: &mut Visit) {
    a_family(visit);
    visit.go_to_list().press("I'd like this").leave_by("Make a sheet for an appointment");
    for part in ["What I want to talk about", "What would make it easier", "Questions to ask"] {
        visit.tick(part);
    }
    visit.write("Anything you want to say", "Please speak slowly.").see("What I want to say");
    let preview = visit.script("return document.querySelector('article').innerText");
    let folder = tempfile::TempDir::new().expect("a folder");
    let file = folder.path().join("sheet.pdf");
    fs::write(&file, visit.session().print()).expect("a file");
    let facts = output("pdfinfo", &[file.to_str().unwrap_or_default()]);
    assert!(facts.contains("A4") || facts.contains("595") || facts.contains("594.9"), "{facts}");
    let pages =
        facts.lines().find_map(|line| line.strip_prefix("Pages:")).map_or(0, |pages| pages.trim().parse().unwrap_or(0));
    assert!((1..=2).contains(&pages), "{facts}");
    let paper = letters(&output("pdftotext", &["-layout", file.to_str().unwrap_or_default(), "-"]));
    for line in preview.as_str().unwrap_or_default().lines().filter(|line| !line.trim().is_empty()) {
        assert!(paper.contains(&letters(line)), "\"{line}\" is on the screen and not on paper");
    }
    for rest in ["Exit this page", "Your list so far", "Delete my answers", "Who are you meeting?"] {
        assert!(!paper.contains(&letters(rest)), "\"{rest}\" is on paper");
    }
}

/// Only letters and digits: lines break in other places on paper, and some letters are joined.
fn letters(text: &str) -> String {
    let apart = text.replace('\u{fb01}', "fi").replace('\u{fb02}', "fl").replace('\u{fb00}', "ff");
    apart.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
