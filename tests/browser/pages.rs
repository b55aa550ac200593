//! The pages beside the questions, which need no JavaScript, and the authors' map: linked, easy to read, and on paper.

use std::fs;
use std::sync::LazyLock;

use serde_json::json;
use signpost_author::judge::check::to_build;
use signpost_author::make::build;
use signpost_author::make::map;
use signpost_author::make::pages;
use signpost_author::source::files::Files;
use signpost_core::catalogue::{Means, Support, SupportId};
use signpost_core::content::Content;
use tempfile::TempDir;
use xtask::server::{Fault, ServerOptions};
use xtask::tools::Engine;

use crate::accessibility::{check, check_by, fits};
use crate::driver::Wishes;
use crate::print::Paper;
use crate::spare;
use crate::visit::Visit;
use crate::{Case, case, workspace};

pub(crate) const CASES: &[Case] = &[
    case("where no script runs the start page leads to all support, on screen and on paper, and back", by_links),
    case("the pages beside the questions and the authors' map are accessible and fit every screen", |visit| {
        pages_in_order().for_each(|name| readable(visit, name));
        let _folder = the_map(visit);
        readable(visit, MAP);
    })
    .daily_in(Engine::Chromium),
    case("the pages beside the questions and the authors' map can be read in the dark", in_the_dark).except(&[
        (Engine::Firefox, "the colours are the same in every engine"),
        (Engine::WebKit, "WebKitGTK's driver cannot ask for a dark screen"),
    ]),
    case("every page beside the questions prints on A4 with all that it holds", on_paper).except(&[
        (Engine::Firefox, "the pages are long, and one engine prints them"),
        (Engine::WebKit, "WebKitGTK's driver cannot print"),
    ]),
];

/// The most pages of A4 that the questions may take, with the list of support: a font may be wider elsewhere.
const MOST_PAPER: usize = 36;

const MAP: &str = "map.html";

pub(crate) static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let files = Files::read(&workspace().join("content")).unwrap_or_else(|sentence| panic!("{sentence}"));
    build::content(&to_build(&files).0).unwrap_or_else(|sentence| panic!("{sentence}"))
});

pub(crate) fn pages_in_order() -> impl Iterator<Item = &'static str> {
    pages::whole(&CONTENT, None).into_iter().map(|(name, _)| name)
}

/// The name and the number to call of every support.
fn supports() -> Vec<(&'static str, &'static str)> {
    let named = |(id, support): (SupportId, &'static Support)| {
        let number = support.contact(Means::Call).map_or("", |contact| contact.to.as_str());
        (CONTENT.texts.support(id).name.as_str(), number)
    };
    CONTENT.supports().map(named).collect()
}

/// WebKitGTK's driver cannot switch JavaScript off; there the host's policy forbids every script.
fn without_scripts(visit: &mut Visit) {
    if visit.engine == Engine::WebKit {
        visit.spoiled_by(policy("default-src 'none'; style-src 'self'"));
    } else {
        visit.with(Wishes { no_script: true, ..Wishes::default() });
    }
}

fn policy(policy: &'static str) -> Fault {
    Box::new(move |_, served| served.with_header("Content-Security-Policy", policy))
}

fn by_links(visit: &mut Visit) {
    without_scripts(visit);
    visit.open().press_link("All help from A to Z").see("All support, A to Z");
    holds_everything(visit);
    visit.press_link("Support by topic").see("All support, by topic");
    holds_everything(visit);
    visit.press_link("Questions on paper").see("The questions, on paper").see("The help, by number");
    visit.press_link("Questions on screen").see("Find help that fits your family");
}

/// Every support with its name as a heading and its number, and the urgent numbers before them.
fn holds_everything(visit: &mut Visit) {
    let headings = visit.script("return [...document.querySelectorAll('main article h3')].filter(shown).map(text)");
    let headings = headings.as_array().cloned().unwrap_or_default();
    assert_eq!(headings.len(), supports().len());
    let words = visit.text();
    for (name, number) in supports() {
        assert!(headings.contains(&json!(name)), "{name}");
        assert!(words.contains(number), "{name}");
    }
    visit.see("Help right now");
    for number in ["999", "111", "116 123", "0800 1111", "SHOUT to 85258"] {
        visit.see(number);
    }
}

/// What is on a page and its colours are the same at every width; where things stand is not.
fn readable(visit: &mut Visit, name: &str) {
    visit.open_at(name).session().resize(360);
    check(visit);
    visit.session().resize(1280);
    check_by(visit, &["target-size"]);
    visit.session().resize(320);
    fits(visit);
}

/// Only colours change in the dark, and they are the same at every width.
fn in_the_dark(visit: &mut Visit) {
    visit.with(Wishes { dark: true, ..Wishes::default() });
    pages_in_order().for_each(|name| check_by(visit.open_at(name), &["color-contrast"]));
    let _folder = the_map(visit);
    check_by(visit.open_at(MAP), &["color-contrast"]);
}

/// Serves the map until its folder is dropped. It is one file with its style inside, which authors open from their
/// disk.
fn the_map(visit: &mut Visit) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(MAP), map::page(&CONTENT)).expect("a file");
    let options = ServerOptions::new(folder.path()).with_fault(policy("style-src 'unsafe-inline'"));
    visit.server = spare::server(options);
    folder
}

fn on_paper(visit: &mut Visit) {
    let supports = supports();
    for name in pages_in_order() {
        let paper = Paper::of(visit.open_at(name));
        assert!(paper.is_a4(), "{name}: {}", paper.facts);
        for (support, _) in supports.first().into_iter().chain(supports.last()) {
            assert!(paper.holds(support), "{name}: \"{support}\" is not on paper");
        }
        assert!(!paper.holds("Questions on screen"), "{name}: a way around is on paper");
        assert!(name != "questions-on-paper.html" || paper.pages() <= MOST_PAPER, "{}", paper.facts);
    }
}
