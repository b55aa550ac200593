//! A visit in words: what a parent does, and what they see.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::server::{Fault, Route, Server, ServerOptions};
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::page;
use crate::session::Session;
use crate::spare::{self, Browser};
use crate::unsteady::{Outcome, tried, words};
use crate::{release, workspace};

/// How long a screen may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to leave a browser alone before it is looked at again.
const BETWEEN_LOOKS: Duration = Duration::from_millis(30);

/// The most screens a visit walks through.
const MOST_SCREENS: usize = 120;

/// A parent at a browser.
pub(crate) struct Visit {
    /// Which browser.
    pub(crate) engine: Engine,
    /// What the browser talks to.
    pub(crate) server: Server,
    wishes: Wishes,
    pub(crate) browser: Option<Browser>,
    /// The website that holds the widget in a frame, while there is one.
    pub(crate) host: Option<Server>,
    /// The frame that is looked into.
    pub(crate) frame: Option<String>,
}

/// Runs a test, once more when it fails: see [`crate::unsteady`].
pub(crate) fn run(engine: Engine, name: &str, test: fn(&mut Visit)) -> Outcome {
    tried(|again| once(engine, &if again { format!("{name} again") } else { name.to_owned() }, test))
}

/// Runs a test in a browser that knows nothing of others. When it fails, a picture and the text of the page are kept.
fn once(engine: Engine, name: &str, test: fn(&mut Visit)) -> Result<(), String> {
    let mut visit = Visit::new(engine);
    let outcome = catch_unwind(AssertUnwindSafe(|| test(&mut visit)));
    outcome.map_err(|cause| format!("{}\n{}", words(&*cause), visit.keep_evidence(name)))?;
    visit.browser.take().into_iter().for_each(Browser::give_back);
    Ok(())
}

/// Opens whatever of the screen is folded away, and says how much that was.
const UNFOLD: &str = "const folded = [...document.querySelectorAll('main details:not([open])')];\
    folded.forEach((it) => { it.open = true; });\
    return folded.length;";

impl Visit {
    fn new(engine: Engine) -> Self {
        let server = spare::server(ServerOptions::new(release()));
        Self { engine, server, wishes: Wishes::default(), browser: None, host: None, frame: None }
    }

    /// The browser is to be like this.
    pub(crate) fn with(&mut self, wishes: Wishes) -> &mut Self {
        self.wishes = wishes;
        self.browser = None;
        self
    }

    /// Whether the reader's screen is dark.
    pub(crate) fn is_dark(&self) -> bool {
        self.wishes.dark
    }

    /// The server spoils its answers like this.
    pub(crate) fn spoiled_by(&mut self, fault: Fault) -> &mut Self {
        self.served_by(ServerOptions::new(release()).with_fault(fault))
    }

    /// The answers travel like this.
    pub(crate) fn travelling(&mut self, route: Route) -> &mut Self {
        self.served_by(ServerOptions::new(release()).with_route(route))
    }

    /// Another server, with these options, in place of the first.
    pub(crate) fn served_by(&mut self, options: ServerOptions) -> &mut Self {
        self.server = spare::server(options);
        self
    }

    /// Opens the page and waits until it stands.
    pub(crate) fn open(&mut self) -> &mut Self {
        self.open_at("")
    }

    /// Opens another page of the release, by its name; in the tab that is open, as somebody who types the address.
    pub(crate) fn open_at(&mut self, name: &str) -> &mut Self {
        self.go(&format!("{}/{name}", self.server.address()))
    }

    /// Goes to an address, in a fresh browser where none is open.
    pub(crate) fn go(&mut self, address: &str) -> &mut Self {
        if self.browser.is_none() {
            self.browser = Some(Browser::take(self.engine, self.wishes));
        }
        self.frame = None;
        self.session().go(address);
        self
    }

    /// Opens the page and waits until the questions can begin.
    pub(crate) fn open_ready(&mut self) -> &mut Self {
        self.open().ready()
    }

    /// Waits until the questions can begin.
    pub(crate) fn ready(&mut self) -> &mut Self {
        self.until("the widget to be ready", |visit| {
            visit.look("return document.documentElement.dataset.signpost") == json!("ready")
        })
    }

    /// Opens the page and presses Start.
    pub(crate) fn start(&mut self) -> &mut Self {
        self.open_ready().press_link("Start").see("Who is your list for?")
    }

    /// Whether a browser is open.
    pub(crate) fn is_open(&self) -> bool {
        self.browser.is_some()
    }

    /// Gives the browser a moment before it is looked at again.
    pub(crate) fn breathe(&self) {
        sleep(BETWEEN_LOOKS);
    }

    /// The window.
    pub(crate) fn session(&self) -> &Session {
        &self.browser.as_ref().expect("an open page").session
    }

    /// Runs a script in the page.
    pub(crate) fn script(&self, script: &str) -> Value {
        self.session().script(&format!("{}{script}", page::LOOK), json!([]))
    }

    /// Runs a script in the page, with arguments.
    pub(crate) fn script_with(&self, script: &str, arguments: Value) -> Value {
        self.session().script(&format!("{}{script}", page::LOOK), arguments)
    }

    /// Runs a script that only looks; once more when the page was being left just then.
    pub(crate) fn look(&self, script: &str) -> Value {
        let script = format!("{}{script}", page::LOOK);
        let looked = self.session().try_script(&script, json!([]));
        looked.unwrap_or_else(|_| {
            sleep(Duration::from_millis(200));
            self.session().script(&script, json!([]))
        })
    }

    /// The heading on the screen.
    pub(crate) fn heading(&self) -> String {
        self.look(page::HEADING).as_str().unwrap_or_default().to_owned()
    }

    /// Whether the screen asks this, or is called so.
    pub(crate) fn is_at(&self, heading: &str) -> bool {
        let headings = self.look(page::HEADINGS);
        headings.as_array().into_iter().flatten().filter_map(Value::as_str).any(|it| it.starts_with(heading))
    }

    /// Everything that can be read on the screen.
    pub(crate) fn text(&self) -> String {
        self.look(page::TEXT).as_str().unwrap_or_default().to_owned()
    }

    /// Everything in storage.
    pub(crate) fn stored(&self) -> String {
        self.look(page::STORED).as_str().unwrap_or_default().to_owned()
    }

    /// The labels of what is ticked.
    pub(crate) fn ticked(&self) -> Vec<String> {
        let labels = self.look(page::TICKED);
        labels.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until something is so.
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) -> &mut Self {
        let begun = Instant::now();
        while !is_so(self) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what}, but the screen says \"{}\"", self.heading());
            self.breathe();
        }
        self
    }

    /// Waits until this can be read.
    pub(crate) fn see(&mut self, words: &str) -> &mut Self {
        let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.until(&format!("\"{words}\""), |visit| plain(visit.text()).contains(words))
    }

    /// This cannot be read.
    pub(crate) fn not_see(&mut self, words: &str) -> &mut Self {
        assert!(!self.text().contains(words), "\"{words}\" should not be on the screen \"{}\"", self.heading());
        self
    }

    /// Presses a button.
    pub(crate) fn press(&mut self, label: &str) -> &mut Self {
        self.press_role("button", label)
    }

    /// Presses a link.
    pub(crate) fn press_link(&mut self, label: &str) -> &mut Self {
        self.press_role("link", label)
    }

    /// Opens what a heading folds away, and waits until it is there.
    pub(crate) fn unfold(&mut self, label: &str) -> &mut Self {
        self.press_role("summary", label).unfolded()
    }

    /// Opens everything that is folded away on the screen, and waits until it is there: it may fold more away.
    pub(crate) fn unfold_all(&mut self) -> &mut Self {
        while self.script(UNFOLD) != json!(0) {
            self.unfolded();
        }
        self
    }

    fn unfolded(&mut self) -> &mut Self {
        self.until("what is folded away", |visit| visit.look(page::UNFOLDED) == json!(true))
    }

    /// Ticks or unticks a choice.
    pub(crate) fn tick(&mut self, label: &str) -> &mut Self {
        self.press_role("choice", label)
    }

    fn press_role(&mut self, role: &str, label: &str) -> &mut Self {
        let pressed = self.script_with(page::PRESS, json!([role, label]));
        assert_eq!(pressed, json!(true), "there is no {role} \"{label}\" on the screen \"{}\"", self.heading());
        self
    }

    /// Types into a field.
    pub(crate) fn write(&mut self, label: &str, words: &str) -> &mut Self {
        self.write_nth(label, words, 0)
    }

    /// Types into one of several fields with the same label, counted from 0.
    pub(crate) fn write_nth(&mut self, label: &str, words: &str, index: usize) -> &mut Self {
        let typed = self.script_with(page::TYPE, json!([label, words, index]));
        assert_eq!(typed, json!(true), "there is no field \"{label}\" on the screen \"{}\"", self.heading());
        self
    }

    /// Goes on to the next screen.
    pub(crate) fn next(&mut self) -> &mut Self {
        self.leave_by("Next")
    }

    /// Goes back one screen.
    pub(crate) fn back(&mut self) -> &mut Self {
        self.leave_by("Back")
    }

    /// Presses something that leads to another screen, and waits for it.
    pub(crate) fn leave_by(&mut self, label: &str) -> &mut Self {
        let (before, words) = (self.heading(), self.text());
        self.press(label).until("the next screen", |visit| visit.heading() != before || visit.text() != words)
    }

    /// Names the first child.
    pub(crate) fn name_child(&mut self, name: &str) -> &mut Self {
        self.write("First name or nickname", name)
    }

    /// Walks on until this question, door or page is shown.
    pub(crate) fn walk_to(&mut self, heading: &str) -> &mut Self {
        for _ in 0..MOST_SCREENS {
            if self.is_at(heading) {
                return self;
            }
            let on = if self.script_with("return Boolean(find('button', 'Next'))", json!([])) == json!(true) {
                "Next"
            } else {
                "Not now"
            };
            self.leave_by(on);
        }
        panic!("the question \"{heading}\" never came");
    }

    /// Walks on to a question and ticks these choices.
    pub(crate) fn answer(&mut self, question: &str, choices: &[&str]) -> &mut Self {
        self.walk_to(question);
        for choice in choices {
            self.tick(choice);
        }
        self.next()
    }

    /// Chooses the month of birth of the first child, under its name.
    pub(crate) fn born(&mut self, month: &str, year: &str) -> &mut Self {
        self.write("Month", month).write("Year", year)
    }

    /// Goes to the list.
    pub(crate) fn go_to_list(&mut self) -> &mut Self {
        self.press("Your list so far").until("the list", |visit| visit.heading() == "Your list")
    }

    fn keep_evidence(&self, name: &str) -> String {
        let Some(Browser { session, .. }) = self.browser.as_ref() else { return String::new() };
        let folder = workspace().join("target/browser-failures");
        let file = folder.join(name.replace([':', ' ', '\'', ',', '/'], "-"));
        let _ = fs::create_dir_all(&folder);
        if let Some(picture) = session.screenshot() {
            let _ = fs::write(file.with_extension("png"), picture);
        }
        let words = catch_unwind(AssertUnwindSafe(|| self.text())).unwrap_or_default();
        let errors = catch_unwind(AssertUnwindSafe(|| self.script("return window.signpostErrors ?? []").to_string()));
        let _ = fs::write(file.with_extension("txt"), format!("{words}\n\n{}", errors.unwrap_or_default()));
        format!("A picture and the text of the page: {}", file.display())
    }
}
