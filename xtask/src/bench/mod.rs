//! `bench`: what the release costs, as figures to compare: a parent with a slow telephone, or the host that serves it.
//! Nothing fails for being slow.

mod load;

use std::{
    fs,
    path::{Path, PathBuf, absolute},
};

use anyhow::{Context, Result, ensure};
use clap::{Args, value_parser};

use crate::{
    apt::Installer,
    dist::{self, Languages},
    process::{host_cargo, run},
    say::{self, stage},
    setup,
    tools::{self, Engine, Need},
    workspace::Workspace,
};

/// What to measure, how often, and what to compare it with.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of a release that is made already. Without it, one is made.
    #[arg(long, value_name = "DIR")]
    release: Option<PathBuf>,
    /// How many times to measure everything; the table has the medians, and what one in twenty is over.
    #[arg(long, default_value_t = 9, value_parser = value_parser!(u32).range(1..))]
    runs: u32,
    /// Write the raw figures of every run into this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print ratios to what --json wrote earlier; or to another release, by its folder, measured in turns with this one.
    #[arg(long, value_name = "FILE or DIR")]
    against: Option<PathBuf>,
    /// Measure the host in place of the telephone: how many first visits a second one core of nginx serves.
    #[arg(long, conflicts_with_all = ["json", "against", "runs"])]
    server: bool,
}

/// Makes a release where none is given, and measures it in Chromium or on nginx.
pub(crate) fn bench(workspace: &Workspace, options: &Options, installer: Installer) -> Result<()> {
    options.check()?;
    stage("Set-up", || setup::set_up(&options.needs(), installer))?;
    let release = match &options.release {
        Some(folder) => folder.clone(),
        None => made(workspace)?,
    };
    stage("Figures", || if options.server { load::measure(&release) } else { measure(workspace, options, &release) })
}

fn made(workspace: &Workspace) -> Result<PathBuf> {
    let release = workspace.site();
    stage("Release", || dist::build(workspace, &release, Languages::Spoken))?;
    Ok(release)
}

/// Cargo runs the bench in its own package's folder, so every path is told in full.
fn measure(workspace: &Workspace, options: &Options, release: &Path) -> Result<()> {
    say::note(&format!("This takes about a minute for each run, {} in all. Ctrl+C stops it.", options.runs));
    let mut cargo = host_cargo(workspace);
    // Not optimised: a browser is measured, not this program, and that is built quickly.
    cargo.args(["bench", "--profile", "dev", "--package", "parent-signpost-tests", "--bench", "figures", "--"]);
    cargo.args(["--runs", &options.runs.to_string(), "--release"]).arg(absolute(release)?);
    for (option, path) in [("--json", &options.json), ("--against", &options.against)] {
        if let Some(path) = path {
            cargo.arg(option).arg(absolute(path)?);
        }
    }
    run(cargo.env(tools::TOOLS, tools::shelf()), "Measuring")
}

impl Options {
    /// What can be known to be wrong before minutes are spent.
    fn check(&self) -> Result<()> {
        self.release.as_deref().map_or(Ok(()), must_be_release)?;
        match self.against.as_deref() {
            Some(folder) if folder.is_dir() => must_be_release(folder),
            Some(file) => fs::metadata(file).map(drop).with_context(|| {
                format!("There is no {} to compare with: --json of an earlier run writes one.", file.display())
            }),
            None => Ok(()),
        }
    }

    fn needs(&self) -> Vec<Need> {
        let build = self.release.is_none().then_some(Need::Build);
        let other = if self.server { Need::Hosting } else { Need::In(Engine::Chromium) };
        build.into_iter().chain([other]).collect()
    }
}

fn must_be_release(folder: &Path) -> Result<()> {
    let made = folder.join("index.html").is_file();
    ensure!(made, "{} has no release. `cargo xtask dist --out` makes one there.", folder.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(release: Option<&str>, against: Option<&str>) -> Options {
        Options {
            release: release.map(Into::into),
            runs: 1,
            json: None,
            against: against.map(Into::into),
            server: false,
        }
    }

    #[test]
    fn a_release_that_is_given_needs_no_build() {
        assert!(options(Some("dist"), None).needs() == [Need::In(Engine::Chromium)]);
        assert!(options(None, None).needs() == [Need::Build, Need::In(Engine::Chromium)]);
    }

    #[test]
    fn to_measure_the_host_a_server_is_needed_and_no_browser() {
        let options = Options { server: true, ..options(Some("dist"), None) };
        assert!(options.needs() == [Need::Hosting]);
    }

    #[test]
    fn a_folder_without_a_release_is_told_before_anything_is_built() {
        let error = options(Some("/no/such/folder"), None).check().unwrap_err();
        assert!(error.to_string().starts_with("/no/such/folder has no release."), "{error}");
    }

    #[test]
    fn figures_that_are_not_there_are_told_with_what_writes_them() {
        let error = options(None, Some("/no/such/file.json")).check().unwrap_err();
        assert!(error.to_string().contains("--json of an earlier run writes one"), "{error}");
    }
}
