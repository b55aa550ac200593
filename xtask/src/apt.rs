//! The system's own package installer: the only thing that set-up uses outside the user's cache folder. Before it runs,
//! what it will bring and why is said; a word forbids it. Nothing it does can ask a question.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use anyhow::{Context, Error, Result, bail};

use crate::{process, say};

/// The environment variable that forbids the system's installer, as `--no-install` does.
pub(crate) const NO_INSTALL: &str = "SIGNPOST_NO_INSTALL";

/// Whether set-up may use the system's installer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Installer {
    /// It may, and says so first. A machine that nobody sits at needs no answer.
    Allowed,
    /// Somebody said that it must not.
    Forbidden,
}

/// Something that the system must bring.
#[derive(Clone, Debug)]
pub(crate) struct Lack {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Why it is needed, as the end of "It …".
    pub(crate) why: &'static str,
    /// Its programs that are not here.
    pub(crate) programs: Vec<&'static str>,
    /// The Debian packages that bring it.
    pub(crate) packages: Vec<&'static str>,
}

/// What matters of this machine and this user.
#[derive(Clone, Copy)]
struct Machine {
    has_apt: bool,
    is_root: bool,
}

impl Installer {
    /// Forbidden by the option or by the environment.
    pub(crate) fn chosen(forbidden: bool) -> Self {
        Self::of(forbidden, env::var(NO_INSTALL).ok().as_deref())
    }

    /// An empty value and 0 forbid nothing.
    fn of(forbidden: bool, variable: Option<&str>) -> Self {
        let by_variable = variable.is_some_and(|value| !matches!(value.trim(), "" | "0"));
        if forbidden || by_variable { Self::Forbidden } else { Self::Allowed }
    }
}

/// Brings what is lacking, having said so; or says in one sentence what is missing and what installs it.
pub(crate) fn install(lacks: &[Lack], installer: Installer) -> Result<()> {
    if lacks.is_empty() {
        return Ok(());
    }
    let machine = Machine { has_apt: process::on_path("apt-get").is_some(), is_root: process::is_root() };
    if let Some(sentence) = obstacle(lacks, installer, machine) {
        bail!("{sentence}");
    }
    announcement(lacks).iter().for_each(|line| say::note(line));
    fetch(lacks)
}

/// Unpacks a Debian package into a folder, without installing it. A package that needs others, or settings, is not for
/// this.
pub(crate) fn unpack(package: &str, folder: &Path) -> Result<()> {
    if process::on_path("apt-get").is_none() {
        bail!("{package} is missing; this is not Debian, so install it with your system's own packages.");
    }
    if download(package, folder).is_err() && process::is_root() {
        // A machine that nobody used yet has no lists of packages.
        run(apt().arg("update"), &by_hand(&[package], true))?;
    }
    download(package, folder)?;
    let mut packages = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let file = packages.find(|file| file.extension().is_some_and(|it| it == "deb"));
    let file = file.with_context(|| format!("The package {package} did not come."))?;
    run(Command::new("dpkg-deb").arg("-x").arg(&file).arg(folder), &by_hand(&[package], process::is_root()))?;
    fs::remove_file(file).context("A package that was unpacked could not be removed.")
}

fn download(package: &str, folder: &Path) -> Result<()> {
    run(apt().args(["download", package]).current_dir(folder), &by_hand(&[package], process::is_root()))
}

/// The one command that installs these, for somebody who sits at the machine.
pub(crate) fn by_hand(packages: &[&str], is_root: bool) -> String {
    let sudo = if is_root { "" } else { "sudo " };
    format!("{sudo}apt-get update && {sudo}apt-get install {}", packages.join(" "))
}

/// Each package once, in the order in which they are wanted.
pub(crate) fn packages(lacks: &[Lack]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    for package in lacks.iter().flat_map(|lack| &lack.packages) {
        if !packages.contains(package) {
            packages.push(*package);
        }
    }
    packages
}

/// Why the system's installer will not run here, and what to do instead: one sentence.
fn obstacle(lacks: &[Lack], installer: Installer, machine: Machine) -> Option<String> {
    let (are, them) = if lacks.len() == 1 { ("is", "it") } else { ("are", "them") };
    let missing = format!("{} {are} missing", named(lacks));
    let command = by_hand(&packages(lacks), machine.is_root);
    match (machine, installer) {
        (Machine { has_apt: false, .. }, _) => {
            Some(format!("{missing}; this is not Debian, so install {them} with your system's own packages."))
        }
        (_, Installer::Forbidden) => {
            Some(format!("{missing}, and set-up was told to install nothing; this installs {them}: {command}"))
        }
        (Machine { is_root: false, .. }, _) => Some(format!("{missing}; this installs {them}: {command}")),
        _ => None,
    }
}

/// What is said before anything is installed, a line each.
fn announcement(lacks: &[Lack]) -> Vec<String> {
    let heading = "These are missing, and the system's own package installer brings them now:".to_owned();
    let each = lacks.iter().map(|lack| format!("- {}: it {}.", lack.named(), lack.why));
    let command = format!("With: apt-get {} {}", INSTALL.join(" "), packages(lacks).join(" "));
    let instead = format!("To install nothing, stop it, and say --no-install or {NO_INSTALL}=1.");
    [heading].into_iter().chain(each).chain([command, instead]).collect()
}

fn named(lacks: &[Lack]) -> String {
    let names: Vec<String> = lacks.iter().map(Lack::named).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

impl Lack {
    /// "Node (node, npm)".
    fn named(&self) -> String {
        let others: Vec<&str> = self.programs.iter().copied().filter(|program| *program != self.name).collect();
        if others.is_empty() { self.name.to_owned() } else { format!("{} ({})", self.name, others.join(", ")) }
    }
}

const INSTALL: [&str; 3] = ["install", "--yes", "--no-install-recommends"];

/// A settings file that somebody changed stays as it is, so that nothing has to be asked.
const ASK_NOTHING: [&str; 5] =
    ["-qq", "-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold"];

fn fetch(lacks: &[Lack]) -> Result<()> {
    let packages = packages(lacks);
    let by_hand = by_hand(&packages, true);
    run(apt().arg("update"), &by_hand)?;
    run(apt().args(INSTALL).args(packages), &by_hand)
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.args(ASK_NOTHING).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    apt
}

/// Its own words are kept back, and told only when it fails.
fn run(installer: &mut Command, by_hand: &str) -> Result<()> {
    let output = installer.output().context("The system's package installer could not be started.")?;
    if output.status.success() { Ok(()) } else { Err(failure(&output, by_hand)) }
}

/// One sentence of ours, and below it the last words of the installer.
fn failure(output: &Output, by_hand: &str) -> Error {
    let ours = format!("The system's package installer failed; mend what it says below, or run by hand: {by_hand}");
    Error::msg(last_words(output)).context(ours)
}

/// How many of its lines are worth showing.
const LAST_WORDS: usize = 8;

fn last_words(output: &Output) -> String {
    let both = [&output.stdout, &output.stderr].map(|words| String::from_utf8_lossy(words));
    let lines: Vec<&str> = both.iter().flat_map(|words| words.lines()).filter(|line| !line.trim().is_empty()).collect();
    match lines.get(lines.len().saturating_sub(LAST_WORDS)..) {
        Some([]) | None => format!("It said nothing, and ended with {}.", output.status),
        Some(last) => last.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: Machine = Machine { has_apt: true, is_root: true };
    const USER: Machine = Machine { has_apt: true, is_root: false };
    const MAC: Machine = Machine { has_apt: false, is_root: false };

    fn node() -> Lack {
        let why = "fetches and runs the tools that make the files smaller";
        Lack { name: "Node", why, programs: vec!["node", "npm"], packages: vec!["nodejs", "npm"] }
    }

    fn poppler() -> Lack {
        let why = "reads the printed sheet back";
        Lack { name: "poppler", why, programs: vec!["pdfinfo"], packages: vec!["poppler-utils", "npm"] }
    }

    fn obstacle_of(lacks: &[Lack], installer: Installer, machine: Machine) -> String {
        obstacle(lacks, installer, machine).unwrap_or_default()
    }

    #[test]
    fn before_anything_is_installed_it_is_said_what_and_why_and_how_and_what_forbids_it() {
        assert_eq!(
            announcement(&[node(), poppler()]),
            [
                "These are missing, and the system's own package installer brings them now:",
                "- Node (node, npm): it fetches and runs the tools that make the files smaller.",
                "- poppler (pdfinfo): it reads the printed sheet back.",
                "With: apt-get install --yes --no-install-recommends nodejs npm poppler-utils",
                "To install nothing, stop it, and say --no-install or SIGNPOST_NO_INSTALL=1.",
            ]
        );
    }

    #[test]
    fn where_nobody_forbids_it_root_needs_no_hands() {
        assert_eq!(obstacle(&[node()], Installer::Allowed, ROOT), None);
    }

    #[test]
    fn where_it_is_forbidden_one_sentence_says_what_is_missing_and_the_command_that_installs_it() {
        assert_eq!(
            obstacle_of(&[node()], Installer::Forbidden, ROOT),
            "Node (node, npm) is missing, and set-up was told to install nothing; this installs it: \
             apt-get update && apt-get install nodejs npm"
        );
        assert_eq!(
            obstacle_of(&[node(), poppler()], Installer::Forbidden, USER),
            "Node (node, npm) and poppler (pdfinfo) are missing, and set-up was told to install nothing; this \
             installs them: sudo apt-get update && sudo apt-get install nodejs npm poppler-utils"
        );
    }

    #[test]
    fn who_is_not_root_and_who_has_no_debian_hears_what_to_do() {
        assert_eq!(
            obstacle_of(&[node()], Installer::Allowed, USER),
            "Node (node, npm) is missing; this installs it: sudo apt-get update && sudo apt-get install nodejs npm"
        );
        assert_eq!(
            obstacle_of(&[node(), poppler()], Installer::Allowed, MAC),
            "Node (node, npm) and poppler (pdfinfo) are missing; this is not Debian, so install them with your \
             system's own packages."
        );
    }

    #[test]
    fn something_without_programs_of_its_own_goes_by_its_name() {
        let wasm = Lack { name: "clippy", why: "finds mistakes", programs: vec!["clippy"], packages: vec!["clippy"] };
        assert_eq!(named(&[wasm]), "clippy");
    }

    #[test]
    fn the_option_and_the_variable_forbid_it_and_an_empty_variable_does_not() {
        for (option, variable, installer) in [
            (false, None, Installer::Allowed),
            (false, Some(""), Installer::Allowed),
            (false, Some("0"), Installer::Allowed),
            (false, Some("1"), Installer::Forbidden),
            (true, None, Installer::Forbidden),
            (true, Some("0"), Installer::Forbidden),
        ] {
            assert_eq!(Installer::of(option, variable), installer, "{option} {variable:?}");
        }
    }

    #[test]
    fn a_failing_installer_is_told_in_our_sentence_and_its_own_last_words() {
        let script = "echo Reading; for line in 1 2 3 4 5 6 7 8 9; do echo \"E: $line\" >&2; done; exit 100";
        let error = run(Command::new("sh").args(["-c", script]), "apt-get install nodejs").unwrap_err();
        let told: Vec<String> = error.chain().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "The system's package installer failed; mend what it says below, or run by hand: apt-get install nodejs",
                "E: 2\nE: 3\nE: 4\nE: 5\nE: 6\nE: 7\nE: 8\nE: 9",
            ]
        );
        let silent = run(Command::new("sh").args(["-c", "exit 3"]), "").unwrap_err();
        assert!(silent.root_cause().to_string().starts_with("It said nothing, and ended with "));
    }
}
