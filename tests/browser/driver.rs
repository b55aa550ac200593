//! Starts the driver of an engine and stops it again, whatever happens.

use std::collections::BTreeMap;
use std::fs;
use std::mem;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::tools::{self, Engine};

static STARTING: Mutex<()> = Mutex::new(());

/// The drivers that run, each with the folder of its profile: what is to be cleared away when a run is cut short.
static RUNNING: Mutex<Vec<(u32, PathBuf)>> = Mutex::new(Vec::new());

const START_LIMIT: Duration = Duration::from_secs(30);

/// How often to clear a profile away that a browser may still be writing in, and how long to wait in between.
const MOST_CLEARINGS: usize = 40;
const BETWEEN_CLEARINGS: Duration = Duration::from_millis(50);

/// What a test wants of its browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// The reader's screen is dark.
    pub(crate) dark: bool,
    /// JavaScript is off.
    pub(crate) no_script: bool,
    /// Storage throws when it is touched.
    pub(crate) no_storage: bool,
    /// The reader's own text size is 32 pixels, twice the usual.
    pub(crate) big_text: bool,
    /// A page is looked at before it is whole: some never are.
    pub(crate) unfinished: bool,
    /// No other visit was made in it before: what it counts is of this one alone.
    pub(crate) unused: bool,
    /// When it begins again it opens what was open when it ended, where that is Chromium.
    pub(crate) restores: bool,
    /// It has the letters of `tests/looks/fonts.conf` and no others.
    pub(crate) own_letters: bool,
    /// It leaves no history behind, where that is Chromium.
    pub(crate) private: bool,
}

/// A running driver.
pub(crate) struct Driver {
    child: Child,
    /// Where it listens.
    pub(crate) address: String,
    profile: TempDir,
}

impl Driver {
    /// Starts the driver of this engine on a free port. One starts at a time: a port, and the number of a screen that is
    /// only in memory, are free until somebody else takes them.
    pub(crate) fn start(engine: Engine, wishes: Wishes) -> Self {
        let _alone = lock(&STARTING);
        let port = free_port();
        let profile = TempDir::new().unwrap();
        let child = spawn(engine, wishes, port, profile.path());
        wait_for(port);
        Self { child, address: format!("http://127.0.0.1:{port}"), profile }
    }

    /// What to ask the driver for. A dialog of the browser stays open until somebody answers it: left to themselves,
    /// drivers send it away unseen.
    pub(crate) fn capabilities(&self, engine: Engine, wishes: Wishes) -> Value {
        let mut wanted = self.of_engine(engine, wishes);
        wanted["unhandledPromptBehavior"] = json!("ignore");
        wanted["pageLoadStrategy"] = json!(if wishes.unfinished { "none" } else { "normal" });
        wanted
    }

    fn of_engine(&self, engine: Engine, wishes: Wishes) -> Value {
        match engine {
            Engine::Chromium => self.chromium(wishes),
            Engine::Firefox => firefox(wishes),
            Engine::WebKit => {
                json!({ "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] } })
            }
        }
    }

    fn chromium(&self, wishes: Wishes) -> Value {
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        let mut arguments = vec![
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            &profile,
        ];
        if wishes.dark {
            arguments.push("--blink-settings=preferredColorScheme=0");
        }
        if wishes.private {
            arguments.push("--incognito");
        }
        let allowed = |allowed: bool| if allowed { 1 } else { 2 };
        let preferences = json!({
            "profile.managed_default_content_settings.javascript": allowed(!wishes.no_script),
            "profile.default_content_setting_values.cookies": allowed(!wishes.no_storage),
            "webkit.webprefs.default_font_size": text_size(wishes),
            "session.restore_on_startup": if wishes.restores { 1 } else { 5 },
        });
        json!({ "goog:chromeOptions": { "args": arguments, "prefs": preferences } })
    }
}

impl Driver {
    /// What all processes of the browser hold in memory, in bytes, by what each of them is for; what they share counts in
    /// each. The driver, which no family has, is not among them.
    pub(crate) fn memory(&self) -> BTreeMap<String, u64> {
        let group = self.child.id().to_string();
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
        let of_browser = processes.filter(|process| is_of(process, &group) && !process.ends_with(&group));
        let mut memory = BTreeMap::new();
        for process in of_browser {
            *memory.entry(purpose(&process)).or_default() += held(&process).unwrap_or_default();
        }
        memory
    }

    /// The files of the profile, and of whatever lies beside it, that hold these bytes.
    pub(crate) fn holding(&self, bytes: &[u8]) -> Vec<PathBuf> {
        let mut found = files(self.profile.path());
        found.retain(|file| fs::read(file).is_ok_and(|all| all.windows(bytes.len()).any(|some| some == bytes)));
        found
    }
}

/// Whether a process, a folder below `/proc`, is of this group. Its name stands in brackets and may hold anything.
fn is_of(process: &Path, group: &str) -> bool {
    let told = fs::read_to_string(process.join("stat")).unwrap_or_default();
    told.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2)) == Some(group)
}

/// What a process of a browser is for: Chromium says it (`--type=renderer`), of the others it is how the program is called.
fn purpose(process: &Path) -> String {
    let told = fs::read_to_string(process.join("cmdline")).unwrap_or_default();
    let mut words = told.split(['\0', ' ']);
    let program = words.next().and_then(|path| path.rsplit('/').next()).unwrap_or_default().to_owned();
    words.find_map(|word| word.strip_prefix("--type=")).map_or(program, str::to_owned)
}

fn held(process: &Path) -> Option<u64> {
    let told = fs::read_to_string(process.join("statm")).ok()?;
    Some(told.split_whitespace().nth(1)?.parse::<u64>().ok()? * 4096)
}

/// Every file below a folder, as far as they stand still.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

impl Drop for Driver {
    /// The driver started the browser, so its whole group of processes goes.
    fn drop(&mut self) {
        let id = self.child.id();
        end(id);
        let _ = self.child.wait();
        lock(&RUNNING).retain(|(other, _)| *other != id);
    }
}

/// Stops every driver and clears its profile away. From then on none starts: the process is to end.
pub(crate) fn stop_all() {
    let running = lock(&RUNNING);
    running.iter().for_each(|(driver, _)| end(*driver));
    running.iter().for_each(|(_, profile)| clear_away(profile));
    mem::forget(running);
}

/// Ends a driver and the browser that it started: they are one group of processes.
fn end(driver: u32) {
    let _ = Command::new("kill").args(["-9", "--", &format!("-{driver}")]).status();
}

fn clear_away(profile: &Path) {
    for _ in 0..MOST_CLEARINGS {
        if fs::remove_dir_all(profile).is_ok() || !profile.exists() {
            return;
        }
        sleep(BETWEEN_CLEARINGS);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// No driver runs that [`stop_all`] does not know of.
fn spawn(engine: Engine, wishes: Wishes, port: u16, profile: &Path) -> Child {
    let mut running = lock(&RUNNING);
    let mut command = command(engine, port);
    // Firefox makes its profile there, and Chromium leaves a folder beside its own when it is killed.
    command.env("TMPDIR", profile);
    if wishes.own_letters {
        command.env("FONTCONFIG_FILE", concat!(env!("CARGO_MANIFEST_DIR"), "/looks/fonts.conf"));
    }
    let child = command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let child = child.unwrap_or_else(|error| panic!("the driver of {} does not start: {error}", engine.name()));
    running.push((child.id(), profile.to_owned()));
    child
}

/// The size of text that a reader chose in the browser, in pixels.
fn text_size(wishes: Wishes) -> u32 {
    if wishes.big_text { 32 } else { 16 }
}

fn firefox(wishes: Wishes) -> Value {
    let preferences = json!({
        "ui.systemUsesDarkTheme": i32::from(wishes.dark),
        "javascript.enabled": !wishes.no_script,
        "dom.storage.enabled": !wishes.no_storage,
        "network.cookie.cookieBehavior": if wishes.no_storage { 2 } else { 5 },
        "font.size.variable.x-western": text_size(wishes),
    });
    json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": preferences } })
}

fn command(engine: Engine, port: u16) -> Command {
    match engine {
        Engine::Chromium => with(Command::new("chromedriver"), &[&format!("--port={port}")]),
        Engine::Firefox => {
            let program = tools::path("geckodriver").expect("geckodriver in the table of tools");
            with(Command::new(program), &["--port", &port.to_string()])
        }
        Engine::WebKit => with(Command::new("xvfb-run"), &["-a", "WebKitWebDriver", &format!("--port={port}")]),
    }
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

fn mini_browser() -> String {
    let folders =
        ["x86_64-linux-gnu", "aarch64-linux-gnu"].map(|it| format!("/usr/lib/{it}/webkit2gtk-4.1/MiniBrowser"));
    folders.into_iter().find(|file| std::path::Path::new(file).exists()).expect("MiniBrowser of WebKitGTK")
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).unwrap().port()
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < START_LIMIT, "the driver does not listen on port {port}");
        sleep(Duration::from_millis(50));
    }
}
