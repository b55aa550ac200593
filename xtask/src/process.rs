//! Finding and running other programs.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// What only a WebAssembly build may see; it would break a build for this computer.
const WASM_ONLY: [&str; 4] =
    ["RUSTC_BOOTSTRAP", "CARGO_UNSTABLE_BUILD_STD", "CARGO_UNSTABLE_BUILD_STD_FEATURES", "CARGO_BUILD_TARGET"];

/// Cargo for this computer, free of any WebAssembly setting.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    for name in WASM_ONLY {
        cargo.env_remove(name);
    }
    cargo
}

/// The same in the workspace.
pub(crate) fn host_cargo(workspace: &Workspace) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(workspace.root());
    cargo
}

/// The authors' tool, run from source.
pub(crate) fn signpost(workspace: &Workspace) -> Command {
    let mut cargo = host_cargo(workspace);
    cargo.args(["run", "--quiet", "--package", "signpost-author", "--bin", "signpost", "--"]);
    cargo
}

/// Runs a command with its output on the terminal. `purpose` begins the sentence when it fails.
pub(crate) fn run(command: &mut Command, purpose: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{purpose} needs the program `{program}`."))?;
    if !status.success() {
        bail!("{purpose} failed: `{program}` ended with {status}. Its own words are above.");
    }
    Ok(())
}

/// What a command prints, or nothing when it cannot run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Where Debian has servers, which it keeps out of the search path of users.
const OF_SERVERS: [&str; 2] = ["/usr/local/sbin", "/usr/sbin"];

/// Where a program is on the search path, or among the servers.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders = env::split_paths(&path).chain(OF_SERVERS.map(PathBuf::from));
    folders.map(|folder| folder.join(program)).find(|file| is_executable(file))
}

/// The search path with these folders in front.
pub(crate) fn path_with(front: &[PathBuf]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = front.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).context("A tool's folder has a colon in its name.")
}

/// Whether this file can be run.
pub(crate) fn is_executable(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file() || file.with_extension("exe").is_file()
    }
}

/// Whether the user may install Debian packages.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_told_with_its_purpose() {
        let error = run(&mut Command::new("false"), "The trial").unwrap_err();
        assert!(error.to_string().starts_with("The trial failed: `false`"));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program"), "The trial").unwrap_err();
        assert_eq!(error.to_string(), "The trial needs the program `no-such-program`.");
    }

    #[test]
    fn new_folders_come_first_on_the_search_path() {
        let path = path_with(&["/first".into()]).unwrap();
        assert!(path.to_string_lossy().starts_with("/first:"));
    }
}
