//! From the sources to the folder that a school uploads: the same sources give the same bytes.

mod archive;
mod bill;
mod choosing;
mod code;
mod compress;
mod embed;
mod finish;
mod folder;
mod glue;
mod languages;
mod lean;
mod lists;
mod offline;
mod order;
mod page;
mod pages;
mod replace;
mod short;
mod sites;
pub(crate) mod sizes;
mod split;
mod styles;
mod trunk;
mod weights;

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

pub use self::finish::copy;
pub(crate) use self::folder::write as write_kiosk;
use self::languages::Language;
use crate::{apt::Installer, kiosks, process, say, setup, tools::Need, workspace::Workspace};

/// Which languages a release is made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Languages {
    /// Those that somebody speaks.
    Spoken,
    /// Also those that are made of English, for tests.
    AlsoMade,
}

/// What `cargo xtask dist` makes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// Where the folder is to be.
    pub(crate) out: &'a Path,
    pub(crate) languages: Languages,
    /// Also the archive of it.
    pub(crate) zip: bool,
    /// Also one kiosk alone, in a folder that its own computer serves: by its name, or the only one by none.
    pub(crate) kiosk: Option<&'a str>,
}

/// `cargo xtask dist`: set-up, build, and the tables of sizes and weights.
pub(crate) fn release(workspace: &Workspace, wanted: Wanted<'_>, installer: Installer) -> Result<()> {
    let out = workspace.root().join(wanted.out);
    may_replace(&out)?;
    let kiosk = wanted.kiosk.map(|site| kiosks::choose_offline(workspace, site, "--offline-folder")).transpose()?;
    say::stage("Set-up", || setup::set_up(&[Need::Build], installer))?;
    say::stage("Release", || build(workspace, &out, wanted.languages))?;
    if wanted.zip {
        archive::write(&out)?;
    }
    sizes::print(&out)?;
    weights::print(workspace)?;
    let alone = kiosk.map(|site| folder::beside(&out, &site)).transpose()?;
    say::line(&format!("\nUpload this folder: {}", out.display()));
    if let Some(alone) = alone {
        say::line(&format!("For the computer behind the screen: {}", alone.display()));
    }
    if wanted.zip {
        say::line(&format!("To send it to somebody: {}", archive::place(&out).display()));
    }
    Ok(())
}

/// Builds into `out`. Whatever is there stays until the new release is whole.
pub(crate) fn build(workspace: &Workspace, out: &Path, languages: Languages) -> Result<()> {
    let generated = workspace.generated();
    make_afresh(&generated)?;
    compile_content(workspace, languages)?;
    styles::join(&workspace.root().join("src/view"), &generated.join("app.css"))?;
    trunk::build(workspace)?;
    let next = workspace.root().join("target/next");
    make_afresh(&next)?;
    let languages = languages::list(&generated)?;
    let sites = sites::list(&generated)?;
    finish::finish(workspace, &languages, &sites, &next)?;
    languages.iter().try_for_each(|language| make_pages(workspace, language, &next))?;
    bill::write(workspace, &next)?;
    offline::write(workspace, &languages, &sites, &next)?;
    compress::beside_each(&next, &sites)?;
    sizes::gate_sites(&next)?;
    replace::replace(out, &next)
}

fn compile_content(workspace: &Workspace, languages: Languages) -> Result<()> {
    say::note("Compiling the content.");
    if !workspace.root().join("target/debug/signpost").exists() {
        say::note("The first time, this builds the authors' tool, which takes about a minute.");
    }
    let mut signpost = process::signpost(workspace);
    signpost.args(["build", "content", "--out"]).arg(workspace.generated());
    if languages == Languages::AlsoMade {
        signpost.arg("--made-languages");
    }
    process::run(&mut signpost, "Compiling the content")
}

/// The pages that need no JavaScript, beside the page with the questions.
fn make_pages(workspace: &Workspace, language: &Language, release: &Path) -> Result<()> {
    let mut signpost = process::signpost(workspace);
    signpost.args(["pages", "content", "--start", "index.html", "--language", &language.name, "--out"]);
    signpost.arg(release.join(language.folder()));
    process::run(&mut signpost, "Making the pages that need no JavaScript")
}

/// An empty folder of this name.
fn make_afresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied.", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be written.", folder.display()))
}

/// Refuses to wipe a folder that no release was made in.
fn may_replace(out: &Path) -> Result<()> {
    let is_ours = !out.exists() || out.join("index.html").is_file();
    if !is_ours && fs::read_dir(out).is_ok_and(|mut files| files.next().is_some()) {
        bail!("{} is no earlier release; choose an empty folder with --out.", out.display());
    }
    Ok(())
}

/// The name in JavaScript that a text begins with.
fn first_word(text: &str) -> &str {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    &text[..text.find(|letter| !is_word(letter)).unwrap_or(text.len())]
}

/// Every file below a folder, in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
