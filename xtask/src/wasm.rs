//! Which Rust on this machine can build WebAssembly, and with which environment.
//!
//! The standard library is compiled with the widget, for size and without the machinery of panic messages: that
//! makes the download 7 KB smaller. Its source comes from rustup on the internet; on a closed network, where
//! rustup cannot reach its server, Debian's compiler comes with Debian's source. Nothing here changes the host.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    process,
    workspace::{Workspace, cargo_home},
};

/// The Debian packages that together can build WebAssembly.
pub(crate) const DEBIAN: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

const TARGET: &str = "wasm32-unknown-unknown";
/// Where cargo reads which program links; it is xtask, by [`crate::link`].
const LINKER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust";
const DEBIAN_PROGRAMS: [&str; 3] = ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/bin/rust-lld"];

/// A way to build WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The Rust in use, with the source that rustup adds.
    Rustup,
    /// Debian's Rust, with Debian's source.
    Debian,
}

impl Toolchain {
    /// The way that is open now, without asking the network.
    pub(crate) fn find() -> Option<Self> {
        if has_rustup_source() {
            Some(Self::Rustup)
        } else if has_debian_source() {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// What it means about the machine.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::Rustup => "the Rust in use, with its source from rustup (a machine on the internet)",
            Self::Debian => "Debian's Rust and its source (a closed network with package registries)",
        }
    }

    /// Gives a command what it needs to build WebAssembly, beside the programs of these folders.
    pub(crate) fn prepare(self, command: &mut Command, workspace: &Workspace, tools: Vec<PathBuf>) -> Result<()> {
        for name in ["CARGO", "RUSTC", "RUSTFLAGS", "CARGO_BUILD_TARGET", "LD_LIBRARY_PATH"] {
            command.env_remove(name);
        }
        command
            .env("PATH", process::path_with(&self.folders(tools))?)
            .env("CARGO_TARGET_DIR", workspace.wasm_target())
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags(workspace.root()))
            .env(LINKER, this_program()?)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        Ok(())
    }

    /// A panic traps at once, which boot.js hears of; nothing is said that only programmers read; functions that are alike
    /// keep each its name, so that it can be told which half they belong to; and no message names a folder of this
    /// machine.
    fn flags(self, root: &Path) -> String {
        let source = self.source().unwrap_or_default();
        let lean = [
            "-Zunstable-options",
            "-Cpanic=immediate-abort",
            "-Zfmt-debug=none",
            "-Zlocation-detail=none",
            "-Zmerge-functions=disabled",
        ];
        let lean = lean.map(str::to_owned);
        let paths = nameless_paths(root, &source);
        lean.into_iter().chain(paths).collect::<Vec<_>>().join("\u{1f}")
    }

    /// Where the source of the standard library is.
    fn source(self) -> Option<PathBuf> {
        match self {
            Self::Rustup => rustup_source(),
            Self::Debian => Some(DEBIAN_SOURCE.into()),
        }
    }

    /// The folders of the tools, then that of the compiler.
    fn folders(self, tools: Vec<PathBuf>) -> Vec<PathBuf> {
        let compiler = (self == Self::Debian).then(|| "/usr/bin".into());
        tools.into_iter().chain(compiler).collect()
    }
}

/// Asks rustup for the source of the standard library. False where there is no rustup or it cannot reach its server.
pub(crate) fn add_with_rustup() -> bool {
    process::on_path("rustup").is_some()
        && process::output(Command::new("rustup").args(["target", "add", TARGET])).is_some()
        && process::output(Command::new("rustup").args(["component", "add", "rust-src"])).is_some()
        && has_rustup_source()
}

fn has_rustup_source() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    let target = process::output(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir());
    target && rustup_source().is_some_and(|source| source.join("library/std").is_dir())
}

fn rustup_source() -> Option<PathBuf> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib/src/rust"))
}

fn has_debian_source() -> bool {
    Path::new(DEBIAN_SOURCE).join("library/std").is_dir()
        && DEBIAN_PROGRAMS.iter().all(|file| process::is_executable(Path::new(file)))
}

/// Compiler flags that keep this machine's folders out of the release.
fn nameless_paths(root: &Path, source: &Path) -> impl Iterator<Item = String> {
    let mut folders = crate_folders();
    folders.push((root.to_path_buf(), "/signpost"));
    folders.push((source.to_path_buf(), "/rust"));
    folders.into_iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
}

/// Where cargo keeps the sources of crates: one folder for each registry.
fn crate_folders() -> Vec<(PathBuf, &'static str)> {
    let registries = fs::read_dir(cargo_home().join("registry/src"));
    let mut folders: Vec<_> =
        registries.into_iter().flatten().filter_map(|entry| Some((entry.ok()?.path(), "/crates"))).collect();
    folders.sort();
    folders
}

/// Linux says behind the path where cargo has put a newer program in the place of this one since.
fn this_program() -> Result<PathBuf> {
    let path = env::current_exe().context("Where xtask itself is cannot be told.")?;
    let replaced = path.to_str().and_then(|path| path.strip_suffix(" (deleted)")).map(PathBuf::from);
    Ok(replaced.filter(|newer| newer.exists()).unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_tools_lead_the_search_path() {
        let folders = Toolchain::Debian.folders(vec!["/cache/trunk-1/bin".into()]);
        assert_eq!(folders, [Path::new("/cache/trunk-1/bin"), Path::new("/usr/bin")]);
    }

    #[test]
    fn the_release_names_no_folder_of_this_machine() {
        let flags = Toolchain::Debian.flags(Path::new("/home/a"));
        assert!(flags.split('\u{1f}').any(|flag| flag == "--remap-path-prefix=/home/a=/signpost"), "{flags}");
    }
}
