//! Set-up: fetches what the table asks for and the machine does not have. Safe to run again.
//!
//! When everything is here it looks at files only and is done at once, without a network.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    apt::{self, Installer, Lack},
    process, say,
    tools::{self, Need, Source, TABLE, Tool},
    wasm, workspace,
};

/// Sees to it that every tool for these needs is here. What goes into the user's cache folder is fetched in any case;
/// the system's installer is used only where it may be.
pub(crate) fn set_up(needs: &[Need], installer: Installer) -> Result<()> {
    let missing = missing_for(needs)?;
    if missing.is_empty() {
        say::note("Every tool is here.");
        return Ok(());
    }
    install_packages(&missing, installer)?;
    for tool in missing {
        fetch(tool)?;
    }
    tidy()
}

/// The tools for these needs that are not here.
pub(crate) fn missing_for(needs: &[Need]) -> Result<Vec<&'static Tool>> {
    let mut missing = Vec::new();
    for tool in TABLE.iter().filter(|tool| needs.contains(&tool.need)) {
        if !tool.missing()?.is_empty() {
            missing.push(tool);
        }
    }
    Ok(missing)
}

/// What the system must bring of these tools.
pub(crate) fn lacks_of(tools: &[&Tool]) -> Result<Vec<Lack>> {
    let packaged = tools.iter().filter(|tool| is_packaged(tool));
    packaged.map(|tool| lack(tool)).collect()
}

fn lack(tool: &Tool) -> Result<Lack> {
    let packages = debian_packages(tool).to_vec();
    Ok(Lack { name: tool.name, why: tool.why, programs: tool.missing()?, packages })
}

fn debian_packages(tool: &Tool) -> &[&'static str] {
    match &tool.source {
        Source::System { debian, .. } => debian,
        Source::Component { debian, .. } => std::slice::from_ref(debian),
        Source::WasmLibrary => &wasm::DEBIAN,
        Source::Cargo { .. } | Source::Npm { .. } | Source::Unpacked { .. } => &[],
    }
}

/// First rustup for what it can give, then the system's installer, once, for the rest.
fn install_packages(missing: &[&Tool], installer: Installer) -> Result<()> {
    let rest: Vec<&Tool> = missing.iter().copied().filter(|tool| !add_with_rustup(tool)).collect();
    apt::install(&lacks_of(&rest)?, installer)
}

fn is_packaged(tool: &Tool) -> bool {
    !debian_packages(tool).is_empty()
}

/// Whether rustup brought it, into the user's own folder. Where it cannot, Debian's package takes its place.
fn add_with_rustup(tool: &Tool) -> bool {
    let is_rust = matches!(tool.source, Source::WasmLibrary | Source::Component { .. });
    if !is_rust || process::on_path("rustup").is_none() {
        return false;
    }
    announce(tool);
    let added = match tool.source {
        Source::Component { rustup, .. } => {
            process::output(Command::new("rustup").args(["component", "add", rustup])).is_some()
        }
        _ => wasm::add_with_rustup(),
    };
    if !added {
        say::note(&format!("rustup cannot fetch {} here; Debian may have it.", tool.name));
    }
    added
}

fn fetch(tool: &Tool) -> Result<()> {
    match tool.source {
        Source::Cargo { package, .. } => into_cache(tool, |home| cargo_install(tool, package, home)),
        Source::Npm { package, .. } => into_cache(tool, |home| npm_install(tool, package, home)),
        Source::Unpacked { debian, .. } => into_cache(tool, |home| apt::unpack(debian, home)),
        _ => still_missing(tool),
    }
}

/// A step of the system that ended well may still have left something out.
fn still_missing(tool: &Tool) -> Result<()> {
    let names = tool.missing()?;
    if names.is_empty() {
        return Ok(());
    }
    bail!("{} is still missing: {}. It {}.", tool.name, names.join(", "), tool.why);
}

/// Fills a folder beside the final one and then renames it, so that half a tool is never found.
fn into_cache(tool: &Tool, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    announce(tool);
    let home = tool.home()?;
    let part = tools::shelf().join(format!("{}.part", tool.name));
    for folder in [&part, &home] {
        remove(folder)?;
    }
    fs::create_dir_all(&part).with_context(|| format!("{} cannot be written.", part.display()))?;
    fill(&part)?;
    fs::rename(&part, &home).context("The finished tool could not be put in its place.")?;
    still_missing(tool)
}

fn cargo_install(tool: &Tool, package: &str, home: &Path) -> Result<()> {
    let version = tool.version()?.unwrap_or_default();
    let mut cargo = process::cargo();
    cargo
        .args(["install", package, "--locked", "--debug", "--version", &version])
        .args(["--root".as_ref(), home.as_os_str()])
        .current_dir(home)
        .env("PATH", process::path_with(&[home.join("bin")])?)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_TARGET_DIR", build_folder());
    process::run(&mut cargo, &format!("Building {package} {version} (is the Rust registry reachable?)"))
}

fn npm_install(tool: &Tool, package: &str, home: &Path) -> Result<()> {
    let version = tool.version()?.unwrap_or_default();
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"])
        .args(["--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--loglevel=error"])
        .args(["--prefix".as_ref(), home.as_os_str()])
        .arg(format!("{package}@{version}"));
    process::run(&mut npm, &format!("Fetching {package} {version} (is the npm registry reachable?)"))
}

fn announce(tool: &Tool) {
    say::note(&format!("Fetching {}: it {}. This usually takes {}.", tool.name, tool.why, tool.usually));
}

/// What cargo leaves behind is only of use while tools are being built.
fn tidy() -> Result<()> {
    remove(&build_folder())
}

fn build_folder() -> PathBuf {
    workspace::cache().join("build")
}

/// Removes a folder with all that is in it, if it is there.
pub(crate) fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed.", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_several_tools_want_is_named_once() {
        let all: Vec<&Tool> = TABLE.iter().collect();
        let packages = apt::packages(&lacks_of(&all).unwrap());
        let fonts = packages.iter().filter(|it| **it == "fonts-dejavu-core");
        assert_eq!(fonts.count(), 1);
    }

    #[test]
    fn whatever_the_system_must_bring_is_said_with_its_reason() {
        let all: Vec<&Tool> = TABLE.iter().collect();
        let lacks = lacks_of(&all).unwrap();
        assert!(lacks.iter().any(|lack| lack.name == "Node" && lack.packages == ["nodejs", "npm"]));
        assert!(lacks.iter().all(|lack| !lack.why.is_empty() && !lack.packages.is_empty()));
    }

    #[test]
    fn tools_of_the_cache_need_no_debian_package() {
        for tool in TABLE.iter().filter(|tool| tool.file().unwrap().is_some()) {
            assert!(debian_packages(tool).is_empty());
        }
    }
}
