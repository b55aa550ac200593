//! The sheet on paper: what was shown is what is printed.

use std::fs;
use std::process::Command;

use xtask::tools::Engine;

use crate::list::mark;
use crate::visit::Visit;
use crate::whole::a_family;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("the printed sheet is what the preview shows, on A4, on at most two pages", printed).except(NO_PRINTER),
    case("the printed list has everything, in few words and with the numbers, and nothing to press", list_printed)
        .except(NO_PRINTER),
    case("what was confided brings nothing to the printed list", nothing_confided).except(NO_PRINTER),
    case(
        "what is private is printed with the list where its box is ticked, and what is not for us never",
        private_printed,
    )
    .except(NO_PRINTER),
];

pub(crate) const NO_PRINTER: &[(Engine, &str)] = &[(Engine::WebKit, "WebKitGTK's driver cannot print")];

/// 210 mm in points.
const A4_WIDTH: f64 = 595.28;

/// 297 mm in points.
const A4_HEIGHT: f64 = 841.89;

fn printed(visit: &mut Visit) {
    a_family(visit);
    visit.go_to_list().press("I'd like this").leave_by("Make a sheet for an appointment");
    visit.tick("What would make it easier");
    visit.write("Anything you want to say", "Please speak slowly.").see("What I want to say");
    let preview = visit.script("return document.querySelector('article').innerText");
    let paper = Paper::of(visit);
    assert!(paper.is_a4(), "{}", paper.facts);
    assert!((1..=2).contains(&paper.pages()), "{}", paper.facts);
    for line in preview.as_str().unwrap_or_default().lines().filter(|line| !line.trim().is_empty()) {
        assert!(paper.holds(line), "\"{line}\" is on the screen and not on paper");
    }
    for rest in ["Exit this page", "Your list so far", "Delete my answers", "Who are you meeting?"] {
        assert!(!paper.holds(rest), "\"{rest}\" is on paper");
    }
    let long = "Please speak slowly.\n".repeat(40);
    let small = Paper::of(visit.write("Anything you want to say", &long)).pages();
    let large = Paper::of(visit.tick("Large print"));
    assert!(large.is_a4() && large.pages() > small, "{small} small pages; {}", large.facts);
    assert!(large.holds("Please speak slowly."), "{}", large.facts);
}

fn list_printed(visit: &mut Visit) {
    a_family(visit);
    let paper = Paper::of(visit.go_to_list().see("Print this list"));
    assert!(paper.is_a4(), "{}", paper.facts);
    let folded = ["For every family", "Health visitor", "Dentist and eye tests", "Phone 0808"];
    for line in ["Your list", "What you said you want", "Help with sleep"].into_iter().chain(folded) {
        assert!(paper.holds(line), "\"{line}\" is not on paper");
    }
    for rest in
        ["How to get it, and more", "I'd like this", "Answer more questions", "Help right now", "Exit this page"]
    {
        assert!(!paper.holds(rest), "\"{rest}\" is on paper");
    }
}

/// The names of what stands on the list because of something confided.
const CONFIDED: &str = "return [...document.querySelectorAll('.card')]\
    .filter((it) => text(it).includes('Because of something you told us.'))\
    .map((it) => text(it.querySelector('h3')))";

fn nothing_confided(visit: &mut Visit) {
    visit.start().name_child("Ada").walk_to("Is there anything about Ada").tick("Sleep").tick("Worry, sadness");
    visit.walk_to("Are you worried that someone is hurting Ada").tick("Yes, I am worried").next();
    visit.walk_to("Shall we ask how you are").leave_by("Yes");
    visit.walk_to("Do you feel safe").tick("Not always").next().go_to_list().see("For every family").unfold_all();
    visit.tick("Print private things too");
    let confided: Vec<String> = serde_json::from_value(visit.look(CONFIDED)).expect("names");
    let paper = Paper::of(visit);
    let of_both = ["When you worry that a child is being hurt", "Help to feel safe at home"];
    assert!(of_both.iter().all(|name| confided.contains(&(*name).to_owned())), "{confided:?}");
    assert!(paper.holds("For every family"));
    for name in confided {
        assert!(!paper.holds(&name), "\"{name}\" is on paper");
    }
}

fn private_printed(visit: &mut Visit) {
    visit.start().name_child("Ada").walk_to("Is there anything about Ada").tick("Sleep");
    visit.walk_to("Shall we ask about home").leave_by("Yes");
    visit
        .walk_to("How are things with money")
        .tick("We are behind with bills")
        .walk_to("What would you like to happen");
    visit.tick("Feel safer").go_to_list().see("Print private things too");
    let private = ["Free debt advice", "What you said you want"];
    let paper = Paper::of(visit);
    assert!(paper.holds("Help with sleep") && !private.iter().any(|words| paper.holds(words)));
    let paper = Paper::of(visit.tick("Print private things too"));
    assert!(paper.holds("Help with sleep") && private.iter().all(|words| paper.holds(words)));
    mark(visit, "Help with sleep", "Not for us");
    let paper = Paper::of(visit);
    assert!(!paper.holds("Help with sleep"), "it was said just now that it is not for them");
}

/// A page as it is printed.
pub(crate) struct Paper {
    /// What pdfinfo says.
    pub(crate) facts: String,
    letters: String,
}

impl Paper {
    /// Prints what is on the screen, on A4.
    pub(crate) fn of(visit: &Visit) -> Self {
        Self::on(visit, [21.0, 29.7])
    }

    /// On the paper of North America.
    pub(crate) fn on_letter(visit: &Visit) -> Self {
        Self::on(visit, [21.59, 27.94])
    }

    fn on(visit: &Visit, size: [f64; 2]) -> Self {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = folder.path().join("page.pdf");
        fs::write(&file, visit.session().print(size)).expect("a file");
        let name = file.to_str().unwrap_or_default();
        Self { facts: output("pdfinfo", &[name]), letters: letters(&output("pdftotext", &["-layout", name, "-"])) }
    }

    /// Whether every page is 210 by 297 mm.
    pub(crate) fn is_a4(&self) -> bool {
        is_a4(&self.facts)
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        let pages = self.facts.lines().find_map(|line| line.strip_prefix("Pages:"));
        pages.map_or(0, |pages| pages.trim().parse().unwrap_or(0))
    }

    /// Whether these words are on it.
    pub(crate) fn holds(&self, words: &str) -> bool {
        self.letters.contains(&letters(words))
    }
}

/// Whether pdfinfo's `Page size:` is A4 upright, within a point on both sides: engines round.
pub(crate) fn is_a4(facts: &str) -> bool {
    let size = facts.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap_or_default();
    let mut sides = size.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    let near = |side: Option<f64>, points: f64| side.is_some_and(|side| (side - points).abs() <= 1.0);
    near(sides.next(), A4_WIDTH) && near(sides.next(), A4_HEIGHT)
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
