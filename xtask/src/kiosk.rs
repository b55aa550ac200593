//! A screen as `docs/kiosk.md` tells an installer to set it up: Chromium with the flags and the policies of the guide, its
//! profile in memory, started again whenever it ends. For a try-out, and for the tests, which begin in exactly this way.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::sleep,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::{
    apt::Installer,
    dist::{self, Languages},
    kiosks, process, say,
    server::{PortChoice, Server, ServerOptions},
    setup,
    tools::{Engine, Need},
    workspace::Workspace,
};

/// What Chromium is started with. The guide has the same, one a line.
pub const FLAGS: [&str; 12] = [
    "--kiosk",
    "--incognito",
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--disable-session-crashed-bubble",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--disable-features=Translate",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
];

/// What the guide copies to Chromium's folder of policies.
pub const POLICIES: &str = include_str!("../../docs/kiosk/policies.json");

/// The one website that the policies let in: that of the guide, on the computer itself.
pub const ADDRESS: &str = "http://127.0.0.1:8970";

/// The port of it.
const PORT: u16 = 8970;

/// Where Debian's Chromium looks for policies, and whatever else the system sets for it.
const SETTINGS: &str = "/etc/chromium";

/// How wide and how high a screen is that is only in memory.
const SIZE: [&str; 2] = ["1280", "800"];

/// How long Chromium is left alone after it ended: one that cannot start would keep the computer busy.
const REST: Duration = Duration::from_secs(1);

/// `cargo xtask kiosk`: the release as it is now, on this computer alone, until it is stopped.
pub(crate) fn try_out(workspace: &Workspace, site: &str, installer: Installer) -> Result<()> {
    let site = kiosks::choose(workspace, site, "--site")?;
    say::stage("Set-up", || setup::set_up(&[Need::Build, Need::In(Engine::Chromium)], installer))?;
    say::stage("Build", || dist::build(workspace, &workspace.site(), Languages::Spoken))?;
    let server = Server::start(ServerOptions::new(workspace.site()).on(PortChoice::From(PORT)))?;
    let screen = if env::var_os("DISPLAY").is_some() { None } else { Some(Screen::start()?) };
    let mut kiosk = Kiosk::start(&server.address(), &format!("{site}/"), screen.as_ref())?;
    greet(&kiosk, screen.as_ref());
    let is_stopped = on_ctrl_c()?;
    while !is_stopped.load(Ordering::SeqCst) {
        if kiosk.mind()? {
            say::note("Chromium had ended, and was started again.");
        }
        sleep(REST);
    }
    Ok(())
}

/// Whoever stops it finds nothing running and nothing left in memory.
fn on_ctrl_c() -> Result<Arc<AtomicBool>> {
    let is_stopped = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&is_stopped);
    ctrlc::set_handler(move || stopped.store(true, Ordering::SeqCst)).context("Ctrl+C cannot be heard.")?;
    Ok(is_stopped)
}

fn greet(kiosk: &Kiosk, screen: Option<&Screen>) {
    say::line(&format!("\n   The kiosk shows {}", kiosk.address));
    if let Some(screen) = screen {
        say::note(&format!("There is no screen, so it is one in memory: {}", screen.picture().display()));
    }
    if kiosk.policies.is_none() {
        say::note("The policies of docs/kiosk.md are not in force: only root can lay them out for one program alone.");
    }
    say::note("Ctrl+C stops it.");
}

/// A screen that is only in memory, for computers without one. It goes when dropped.
pub struct Screen {
    server: Child,
    display: String,
    folder: TempDir,
}

impl Screen {
    /// Starts it under a number that is free.
    ///
    /// # Errors
    /// There is no Xvfb, or it does not start.
    pub fn start() -> Result<Self> {
        let folder = TempDir::new().context("There is no room for a screen.")?;
        let [width, height] = SIZE;
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24"), "-fbdir"]);
        server.arg(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = server.spawn().context("There is no screen, and no Xvfb to make one: apt-get install xvfb")?;
        let mut number = String::new();
        let said = server.stdout.take().context("Xvfb says nothing.")?;
        BufReader::new(said).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb does not start.");
        Ok(Self { server, display: format!(":{}", number.trim()), folder })
    }

    /// The file that holds what is on it, as an X window dump.
    #[must_use]
    pub fn picture(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// Chromium on a screen, showing one page. It ends when dropped.
pub struct Kiosk {
    browser: Child,
    address: String,
    display: Option<String>,
    profile: TempDir,
    /// What stands in the place of the system's settings for Chromium, where that is possible.
    policies: Option<TempDir>,
}

impl Kiosk {
    /// Shows a page of this website, which the policies let in and nothing else. Without a screen, on the one there is.
    ///
    /// # Errors
    /// Chromium is not here or cannot be started.
    pub fn start(website: &str, page: &str, screen: Option<&Screen>) -> Result<Self> {
        Self::showing(&format!("{website}/{page}"), website, screen)
    }

    /// The same with an address that need not be of the website that is let in.
    ///
    /// # Errors
    /// Chromium is not here or cannot be started.
    pub fn showing(address: &str, website: &str, screen: Option<&Screen>) -> Result<Self> {
        let (profile, policies) = (in_memory()?, policies(website)?);
        let display = screen.map(|screen| screen.display.clone());
        let browser = browser(address, profile.path(), policies.as_ref(), display.as_deref())?;
        Ok(Self { browser, address: address.to_owned(), display, profile, policies })
    }

    /// Whether the policies are in force. Only root can lay them out for one program alone.
    #[must_use]
    pub fn has_policies(&self) -> bool {
        self.policies.is_some()
    }

    /// The process that was started.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.browser.id()
    }

    /// Starts Chromium again if it has ended, and says whether it had.
    ///
    /// # Errors
    /// It cannot be started again.
    pub fn mind(&mut self) -> Result<bool> {
        if self.browser.try_wait()?.is_none() {
            return Ok(false);
        }
        let Self { address, display, profile, policies, .. } = &*self;
        self.browser = browser(address, profile.path(), policies.as_ref(), display.as_deref())?;
        Ok(true)
    }
}

impl Drop for Kiosk {
    fn drop(&mut self) {
        end(&mut self.browser);
    }
}

/// Asked to end, Chromium ends its own processes too.
fn end(child: &mut Child) {
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let _ = child.wait();
}

/// A folder that is gone when the computer is switched off, where the system has such a place.
fn in_memory() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    folder.context("There is no room for Chromium's profile.")
}

/// The policies for this website, in a folder that can stand in the place of the system's. None where it cannot.
fn policies(website: &str) -> Result<Option<TempDir>> {
    if !may_lay_out() {
        return Ok(None);
    }
    let folder = TempDir::new().context("There is no room for the policies.")?;
    let managed = folder.path().join("policies/managed");
    fs::create_dir_all(&managed)?;
    fs::write(managed.join("parent-signpost.json"), POLICIES.replace(ADDRESS, website))?;
    Ok(Some(folder))
}

fn may_lay_out() -> bool {
    let tried = || process::output(Command::new("unshare").args(["--mount", "true"])).is_some();
    process::is_root() && Path::new(SETTINGS).is_dir() && tried()
}

/// With policies, in a view of the files of its own, in which they stand where Chromium looks for them: no other Chromium
/// on this computer sees them.
fn browser(address: &str, profile: &Path, policies: Option<&TempDir>, display: Option<&str>) -> Result<Child> {
    let program = ["chromium", "chromium-browser"].into_iter().find_map(process::on_path);
    let program = program.context("Chromium is missing. This says more: cargo xtask doctor")?;
    let mut command = match policies {
        Some(folder) => {
            let mut view = Command::new("unshare");
            view.args(["--mount", "sh", "-c", "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"", "sh"]);
            view.arg(folder.path()).arg(SETTINGS).arg(program);
            view
        }
        None => Command::new(program),
    };
    command.args(FLAGS).arg(format!("--user-data-dir={}", profile.display()));
    command.arg("--window-position=0,0").arg(format!("--window-size={}", SIZE.join(",")));
    if process::is_root() {
        // Chromium refuses to start its sandbox as root. An installer starts it as a user of its own.
        command.arg("--no-sandbox");
    }
    if let Some(display) = display {
        command.env("DISPLAY", display);
    }
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().context("Chromium cannot be started.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guide() -> String {
        let file = Workspace::find().unwrap().root().join("docs/kiosk.md");
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn the_guide_names_each_flag_on_a_line_of_its_own_and_no_other() {
        let guide = guide();
        let lines = guide.lines().map(|line| line.trim().trim_end_matches(" \\"));
        let named: Vec<_> = lines.filter(|line| line.starts_with("--")).collect();
        let own = ["--user-data-dir=/run/kiosk/profile", "--window-position=0,0", "--window-size=1280,800"];
        assert_eq!(named, [&FLAGS[..], &own].concat());
    }

    #[test]
    fn the_policies_are_whole_and_let_in_the_address_of_the_guide_alone() {
        let policies: serde_json::Value = serde_json::from_str(POLICIES).unwrap();
        assert_eq!(policies["URLAllowlist"], serde_json::json!([ADDRESS]));
        assert_eq!(policies["URLBlocklist"], serde_json::json!(["*"]));
        assert_eq!(ADDRESS, format!("http://127.0.0.1:{PORT}"));
        assert!(guide().contains(&format!("{ADDRESS}/")));
    }
}
