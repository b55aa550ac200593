//! What a screen reader goes through on every main screen is written down in `tests/heard/`, a file for each, so that
//! somebody can read it aloud and judge it. Whatever is heard otherwise in any engine fails.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::json;
use similar::TextDiff;
use xtask::tools::Engine;

use crate::hearing::{heard, listen};
use crate::host::{FRAME, Host};
use crate::pages::CONTENT;
use crate::reading::NO_PRINT;
use crate::visit::Visit;
use crate::{Case, case, workspace};

pub(crate) const CASES: &[Case] =
    &[case("on every main screen a screen reader goes through what is written down", every_screen)];

/// Where this is set, what is heard in Chromium is written down, and what is seen is kept in pictures.
pub(crate) const ACCEPT: &str = "SIGNPOST_ACCEPT";

/// What to do where all is well with what is heard.
const ANEW: &str = "If it is right, `SIGNPOST_ACCEPT=1 SIGNPOST_BROWSERS=chromium cargo xtask test \"screen reader\" \
    --only browser` writes it down. docs/tasks/what-is-heard.md says more.";

/// Whoever hears the screens, and what was heard otherwise than it is written down.
#[derive(Default)]
struct Ears {
    otherwise: Vec<String>,
}

impl Ears {
    /// Hears a screen once what is called so has the focus: the dialog that is open, else what this style finds.
    fn hear(&mut self, visit: &mut Visit, screen: &str, css: &str, focused: &str) {
        visit.until(&format!("the focus on \"{focused}\""), |visit| {
            visit.script_with(FOCUSED, json!([focused])) == json!(true)
        });
        let heard = heard(visit, css);
        if env::var_os(ACCEPT).is_none() {
            let written = fs::read_to_string(file(screen)).unwrap_or_default();
            self.otherwise.extend(difference(screen, visit.engine, &written, &heard));
        } else if visit.engine == Engine::Chromium {
            fs::write(file(screen), heard).expect("a file");
        }
    }
}

const FOCUSED: &str = "return called(document.activeElement).startsWith(arguments[0])";

fn file(screen: &str) -> PathBuf {
    workspace().join(format!("tests/heard/{screen}.txt"))
}

fn difference(screen: &str, engine: Engine, written: &str, heard: &str) -> Option<String> {
    let lines = TextDiff::from_lines(written, heard).unified_diff().context_radius(2).to_string();
    let name = engine.name();
    (written != heard)
        .then(|| format!("In {name} the screen \"{screen}\" is heard otherwise (+) than written (-):\n{lines}"))
}

fn every_screen(visit: &mut Visit) {
    let mut ears = Ears::default();
    visit.with_clock();
    from_start_to_list(visit, &mut ears);
    from_list_to_start(visit, &mut ears);
    on_a_shared_screen(visit, &mut ears);
    in_a_frame(visit, &mut ears);
    assert!(ears.otherwise.is_empty(), "{}\n{ANEW}", ears.otherwise.join("\n"));
}

fn open_on_that_day(visit: &mut Visit, page: &str) {
    visit.open_on_newest_day(page);
    listen(visit);
}

impl Visit {
    /// Opens the page at noon of the day of the newest check of the content.
    pub(crate) fn open_on_newest_day(&mut self, page: &str) -> &mut Self {
        self.open_at(page);
        set_clock(self, "12:00:00").open_at(page).ready()
    }
}

/// On the day of the newest check of the content: then only another text makes a screen otherwise, and no other day.
fn set_clock<'v>(visit: &'v mut Visit, time: &str) -> &'v mut Visit {
    let newest = CONTENT.newest.expect("content that was checked");
    visit.set_clock(&format!("{newest}T{time}"))
}

fn from_start_to_list(visit: &mut Visit, ears: &mut Ears) {
    open_on_that_day(visit, "");
    ears.hear(visit, "start", "#start-page", "");
    visit.unfold("Help right now");
    ears.hear(visit, "urgent", "#start-page .urgent", "");
    visit.press_link("Start").see("Who is your list for?");
    ears.hear(visit, "names", "#main", "Who is your list for?");
    visit.name_child("Ada").press("Add another child").see("Child 2").write_nth("First name or nickname", "Ben", 1);
    visit.write("Month", "March").press("Next").see("Please choose both");
    ears.hear(visit, "month", "#main", "Month");
    visit.write("Month", "Choose");
    visit.script_with(BAND, json!([0, "Reception to Year 2"]));
    visit.script_with(BAND, json!([1, "Years 3 to 6"]));
    visit.walk_to("Where does Ada live");
    ears.hear(visit, "question", "#main", "Where does Ada live");
    visit.walk_to("Is there anything about Ada").tick("Sleep").next().back();
    ears.hear(visit, "many", "#app", "Does Ada have");
    visit.walk_to("Is there anything about Ben").tick("Worry, sadness");
    visit.walk_to("Shall we ask about home");
    ears.hear(visit, "door", "#main", "Shall we ask about home");
    visit.unfold("Your answers").unfold("Keeping your answers");
    ears.hear(visit, "foot", "footer", "Shall we ask about home");
}

/// Says how old a child is.
const BAND: &str = r#"
const child = document.querySelectorAll('.child')[arguments[0]];
child.querySelector('details').open = true;
[...child.querySelectorAll('label')].find((it) => text(it) === arguments[1]).click();
"#;

fn from_list_to_start(visit: &mut Visit, ears: &mut Ears) {
    visit.go_to_list();
    ears.hear(visit, "list", "header, #main", "Your list");
    visit.unfold("How to get it").press("I'd like this");
    ears.hear(visit, "how", ".card:has(.card-more[open])", "Your list");
    visit.leave_by("Make a sheet for an appointment").write("Anything you want to say", "Please speak slowly.");
    visit.unfold("Do you know the day?");
    ears.hear(visit, "sheet", "#main", "A sheet to take");
    visit.script(NO_PRINT);
    ears.hear(visit, "notice", ".notices", "Open the sheet");
    visit.press("See all support").see("All support").write("Or say what you need", "blue badge").see("found.");
    ears.hear(visit, "search", "#main", "All support");
    visit.press("Delete my answers").see("Delete all your answers?");
    ears.hear(visit, "delete", "dialog", "No");
    visit.press("Yes, delete them").see("Your answers are deleted.");
    ears.hear(visit, "deleted", "#start-note, h1", "Find help");
}

fn on_a_shared_screen(visit: &mut Visit, ears: &mut Ears) {
    open_on_that_day(visit, "example-hub/");
    visit.press_link("Start").see("Who is your list for?");
    set_clock(visit, "12:01:35").script("dispatchEvent(new Event('focus'))");
    ears.hear(visit, "still-there", "dialog", "I am still here");
}

/// Where the frame may not leave the website's page.
fn in_a_frame(visit: &mut Visit, ears: &mut Ears) {
    let host = Host::sandboxed("allow-scripts allow-same-origin");
    visit.open_host(&host).in_frame(FRAME).ready().press_link("Start").see("Who is your list for?");
    listen(visit);
    visit.press("Exit this page");
    ears.hear(visit, "exit", "body", "This page is closed.");
}
