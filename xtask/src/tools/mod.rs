//! The one table of programs that the project needs. Set-up and `doctor` both read it.

mod breadth;
mod engine;
mod table;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow};

pub(crate) use self::table::TABLE;
pub use self::{
    breadth::{ALL, Breadth},
    engine::{BROWSERS, Engine},
};
use crate::{process, wasm, workspace};

/// The environment variable that tells the browser tests where the tools are.
pub const TOOLS: &str = "SIGNPOST_TOOLS";

/// What a tool is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Format and lints.
    Lint,
    /// Making the release folder.
    Build,
    /// The browser tests, whichever engine.
    Visit,
    /// The browser tests in one engine.
    In(Engine),
    /// Serving the release by real web servers, as the files in `docs/hosting` set them.
    Hosting,
}

/// Which version is wanted.
pub(crate) enum Version {
    /// Whatever the system has.
    Any,
    /// Exactly this one.
    Is(&'static str),
    /// The one of this crate in Cargo.lock.
    SameAsCrate(&'static str),
}

/// Where a tool comes from and what it is called there.
pub(crate) enum Source {
    /// Rust's standard library for WebAssembly: see [`wasm`].
    WasmLibrary,
    /// A part of the Rust toolchain, called `cargo NAME`, with what rustup and Debian call it.
    Component { name: &'static str, rustup: &'static str, debian: &'static str },
    /// A crate, built into the cache folder.
    Cargo { package: &'static str, program: &'static str },
    /// An npm package, put into the cache folder.
    Npm { package: &'static str, file: &'static str },
    /// Programs of the system. Each group names programs of which one is enough.
    System { debian: &'static [&'static str], programs: &'static [&'static [&'static str]] },
    /// A program of the system, or else that of a Debian package, unpacked into the cache folder: a server that was
    /// installed would run from then on.
    Unpacked { debian: &'static str, program: &'static str, inside: &'static str },
}

/// One line of the table.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) version: Version,
    /// Why it is needed, as the end of "It …".
    pub(crate) why: &'static str,
    /// How long fetching it usually takes.
    pub(crate) usually: &'static str,
    pub(crate) need: Need,
    pub(crate) source: Source,
}

impl Tool {
    /// The version that is wanted; none where the system's will do.
    pub(crate) fn version(&self) -> Result<Option<String>> {
        match self.version {
            Version::Any => Ok(None),
            Version::Is(version) => Ok(Some(version.to_owned())),
            Version::SameAsCrate(name) => locked_version(name).map(Some),
        }
    }

    /// Its folder in the cache: one for each version, so that a new one never meets an old one.
    pub(crate) fn home(&self) -> Result<PathBuf> {
        let folder = match self.version()? {
            Some(version) => format!("{}-{version}", self.name),
            None => self.name.to_owned(),
        };
        Ok(shelf().join(folder))
    }

    /// The file that shows that the tool is in the cache; none for tools of the system.
    pub(crate) fn file(&self) -> Result<Option<PathBuf>> {
        Ok(match self.source {
            Source::Cargo { program, .. } => Some(self.home()?.join("bin").join(program)),
            Source::Npm { file, .. } => Some(self.home()?.join(file)),
            _ => None,
        })
    }

    /// The program of a server, where it is: the system's own, or the unpacked one. None for other tools.
    pub(crate) fn server(&self) -> Result<Option<PathBuf>> {
        let Source::Unpacked { program, inside, .. } = self.source else { return Ok(None) };
        let unpacked = self.home()?.join(inside);
        let unpacked = process::is_executable(&unpacked).then_some(unpacked);
        Ok(process::on_path(program).or(unpacked))
    }

    /// What is missing of it, by name. Empty when it is ready. Never asks the network.
    pub(crate) fn missing(&self) -> Result<Vec<&'static str>> {
        let ready = match &self.source {
            Source::System { programs, .. } => return Ok(missing_programs(programs)),
            Source::WasmLibrary => wasm::Toolchain::find().is_some(),
            Source::Component { name, .. } => has_component(name),
            Source::Unpacked { .. } => self.server()?.is_some(),
            Source::Cargo { .. } | Source::Npm { .. } => self.file()?.is_some_and(|file| file.exists()),
        };
        Ok(if ready { vec![] } else { vec![self.name] })
    }
}

/// The folder in which every tool has its own.
#[must_use]
pub fn shelf() -> PathBuf {
    env::var_os(TOOLS).map_or_else(|| workspace::cache().join("tools"), PathBuf::from)
}

/// The file of a tool in the cache: the program, or for `axe-core` the script.
///
/// # Errors
/// The table has no such tool, or it belongs to the system.
pub fn path(name: &str) -> Result<PathBuf> {
    let tool = TABLE.iter().find(|tool| tool.name == name);
    tool.context("no such tool")?.file()?.ok_or_else(|| anyhow!("{name} is a program of the system, not of the cache."))
}

/// The program of a server of the table.
///
/// # Errors
/// The table has no such server, or it is not here.
pub(crate) fn server(name: &str) -> Result<PathBuf> {
    let tool = TABLE.iter().find(|tool| tool.name == name).context("no such tool")?;
    tool.server()?.with_context(|| format!("{name} is missing. This fetches it: cargo xtask doctor --mend"))
}

/// The folders of the programs in the cache that make the release.
///
/// # Errors
/// A version cannot be told.
pub(crate) fn build_folders() -> Result<Vec<PathBuf>> {
    let files = TABLE.iter().filter(|tool| tool.need == Need::Build).map(Tool::file);
    let folder = |file: Option<PathBuf>| file?.parent().map(Path::to_path_buf);
    Ok(files.collect::<Result<Vec<_>>>()?.into_iter().filter_map(folder).collect())
}

fn missing_programs(groups: &[&'static [&'static str]]) -> Vec<&'static str> {
    let lacking = groups.iter().filter(|group| {
        let mut names = group.iter();
        !names.any(|name| process::on_path(name).is_some())
    });
    lacking.filter_map(|group| group.first().copied()).collect()
}

fn has_component(name: &str) -> bool {
    process::output(Command::new("cargo").args([name, "--version"])).is_some()
}

fn locked_version(name: &str) -> Result<String> {
    let file = workspace::Workspace::find()?.root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).context("Cargo.lock cannot be read.")?;
    version_in(&lock, name).ok_or_else(|| anyhow!("Cargo.lock does not name {name}."))
}

/// The version of a package in the text of a Cargo.lock.
fn version_in(lock: &str, name: &str) -> Option<String> {
    let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{name}\"\n")))?;
    let line = entry.lines().find_map(|line| line.strip_prefix("version = "))?;
    Some(line.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_tool_has_a_name_of_its_own() {
        let names: HashSet<_> = TABLE.iter().map(|tool| tool.name).collect();
        assert_eq!(names.len(), TABLE.len());
    }

    #[test]
    fn whatever_goes_into_the_cache_has_a_version() {
        for tool in &TABLE {
            let cached = tool.file().unwrap().is_some();
            assert_eq!(cached, tool.version().unwrap().is_some(), "{}", tool.name);
        }
    }

    #[test]
    fn trunk_is_among_what_makes_the_release() {
        assert!(build_folders().unwrap().iter().any(|folder| folder.to_string_lossy().contains("trunk-")));
    }

    #[test]
    fn reasons_and_times_read_as_sentences() {
        for tool in &TABLE {
            assert!(!tool.why.ends_with('.') && tool.usually.contains(' '));
        }
    }

    #[test]
    fn the_version_is_that_of_the_crate_not_of_its_namesakes() {
        let lock = "version = 4\n\n[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"2.0.0\"\ndependencies = [\n \"a-b\",\n]\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("2.0.0"));
        assert_eq!(version_in(lock, "b"), None);
    }

    #[test]
    fn the_bindings_tool_matches_the_bindings_crate() {
        let version = locked_version("wasm-bindgen").unwrap();
        let file = path("wasm-bindgen").unwrap();
        assert!(file.to_string_lossy().contains(&version));
    }

    #[test]
    fn one_program_of_each_group_is_enough() {
        let groups: [&[&str]; 2] = [&["no-such", "sh"], &["nor-this", "nor-that"]];
        assert_eq!(missing_programs(&groups), ["nor-this"]);
    }
}
