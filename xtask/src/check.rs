//! `test`: every proof that the product works, in order, the quick ones first.

use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    apt::Installer,
    dist::{self, Languages, sizes},
    process::{host_cargo, run, signpost},
    say::{self, stage},
    setup,
    tools::{self, BROWSERS, Breadth, Engine, Need},
    workspace::Workspace,
};

/// The environment variable that tells the browser tests where the release is.
const DIST: &str = "SIGNPOST_DIST";

/// The packages whose tests need neither WebAssembly nor a browser.
const HOST: [&str; 4] = ["signpost-core", "signpost-author", "xtask", "parent-signpost"];

/// A half of the test run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Half {
    /// Everything that runs without WebAssembly.
    Host,
    /// The release folder, its size, and the visits in real browsers.
    Browser,
}

/// Runs the stages, all of them or one half, and stops at the first that fails.
pub(crate) fn check(
    workspace: &Workspace,
    only: Option<Half>,
    breadth: Breadth,
    filter: Option<&str>,
    installer: Installer,
) -> Result<()> {
    let start = Instant::now();
    let engines = Engine::chosen()?;
    stage("Set-up", || setup::set_up(&needs(only, &engines), installer))?;
    if only != Some(Half::Browser) {
        on_host(workspace, filter)?;
    }
    if only != Some(Half::Host) {
        in_browsers(workspace, breadth, filter, &engines)?;
    }
    say::line(&format!("\nAll is well. It took {}.", say::seconds(start.elapsed())));
    Ok(())
}

fn needs(only: Option<Half>, engines: &[Engine]) -> Vec<Need> {
    let mut needs = Vec::new();
    if only != Some(Half::Browser) {
        needs.push(Need::Lint);
    }
    if only != Some(Half::Host) {
        needs.extend([Need::Build, Need::Visit, Need::Hosting]);
        needs.extend(engines.iter().copied().map(Need::In));
    }
    needs
}

fn on_host(workspace: &Workspace, filter: Option<&str>) -> Result<()> {
    stage("Format", || run(host_cargo(workspace).args(["fmt", "--all", "--check"]), "The format check"))?;
    stage("Lints", || {
        let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
        run(host_cargo(workspace).args(lints), "The lint check")
    })?;
    stage("Unit tests", || {
        let packages = HOST.iter().flat_map(|name| ["--package", *name]);
        let mut cargo = host_cargo(workspace);
        run(cargo.args(["test", "--quiet"]).args(packages).args(filter), "A unit test")
    })?;
    stage("Content", || {
        run(signpost(workspace).args(["check", "content", "--level", "warning"]), "The content check")
    })?;
    stage("Proofs", || run(signpost(workspace).args(["prove", "content", "--level", "warning"]), "A proof"))?;
    stage("Journeys", || run(signpost(workspace).arg("try"), "A journey"))
}

fn in_browsers(workspace: &Workspace, breadth: Breadth, filter: Option<&str>, engines: &[Engine]) -> Result<()> {
    let release = workspace.site();
    stage("Release", || dist::build(workspace, &release, Languages::AlsoMade))?;
    stage("Size", || sizes::gate(&release))?;
    stage("Visits in browsers", || {
        let names: Vec<_> = engines.iter().map(|engine| engine.name()).collect();
        let mut cargo = host_cargo(workspace);
        cargo
            .args(["test", "--package", "parent-signpost-tests"])
            .args(filter)
            .env(DIST, &release)
            .env(tools::TOOLS, tools::shelf())
            .env(tools::ALL, breadth.says())
            .env(BROWSERS, names.join(","));
        run(&mut cargo, "A visit in a browser")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_half_needs_no_webassembly_and_no_browser() {
        assert!(needs(Some(Half::Host), &Engine::ALL) == [Need::Lint]);
    }

    #[test]
    fn only_the_chosen_engines_are_asked_for() {
        let needs = needs(None, &[Engine::Firefox]);
        assert!(needs.contains(&Need::In(Engine::Firefox)));
        assert!(!needs.contains(&Need::In(Engine::WebKit)));
    }
}
