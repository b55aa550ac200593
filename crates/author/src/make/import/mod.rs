//! Sites from a sheet that a spreadsheet saved: one row, one site. Each row becomes the file that an author would have
//! written; the whole content is checked with all of them, and what is wrong is shown in the sheet. Nothing is written
//! unless every row is right.

mod column;
mod site;
mod template;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use signpost_core::time::Day;

use crate::format::read::phone::phone;
use crate::judge::check;
use crate::make::import::site::Site;
use crate::source::files::Files;
use crate::source::problem::{Level, Problem, Spot};
use crate::source::put::{make, put_all};
use crate::source::sheet;

pub use template::template;

/// The sheet among the files that are read with it: it is read alone.
const SHEET: usize = 0;

/// What a sheet comes to.
#[derive(Debug)]
pub struct Import {
    /// The sheet itself, for showing what is wrong in it.
    pub sheet: Files,
    /// What is wrong in it. With an error nothing can be written.
    pub problems: Vec<Problem>,
    /// The file of each site.
    pub sites: Vec<Imported>,
    /// The ids of sites that a sheet made before and this one does not have. Their files stay.
    pub left: Vec<String>,
}

/// The file of a site that the sheet has.
#[derive(Debug, PartialEq, Eq)]
pub struct Imported {
    /// Where it goes.
    pub path: PathBuf,
    /// What goes there.
    pub text: String,
    /// What it does to what is there.
    pub news: News,
}

/// What writing the file of a site changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// There is no such site yet.
    New,
    /// There is one, and it will be another.
    Changed,
    /// There is this very one.
    Same,
}

/// Reads a sheet for a content folder, and checks what both come to. Sites that are there already are refused unless they
/// are to be replaced. The error is a sentence: one of the two could not be read.
pub fn read(sheet: &Path, folder: &Path, replace: bool, today: Day) -> Result<Import, String> {
    let (content, sheet) = (Files::read(folder)?, Files::read_one(sheet)?);
    let mut problems = sheet.problems();
    // A sheet may be called whatever its owner likes.
    problems.retain(|problem| problem.rule != "unknown-file");
    let heading = heading(&sheet);
    let (sites, found) = sites(&sheet, &heading);
    problems.extend(found);
    let there = |site: &Site| news(&content, site).is_some_and(|news| news != News::New);
    let imported = |site: &Site| {
        let (name, news) = (site.name()?, news(&content, site)?);
        Some(Imported { path: folder.join(name), text: site.text.clone(), news })
    };
    problems.extend(doubled(&sheet, &sites));
    problems.extend(sites.iter().filter(|site| !replace && there(site)).map(taken));
    let imported = sites.iter().filter_map(imported).collect();
    let left = left(&content, &sites);
    problems.extend(judged(content, &sites, &problems, today));
    sheet.sort(&mut problems);
    Ok(Import { sheet, problems, sites: imported, left })
}

impl Import {
    /// Whether nothing stands against writing.
    pub fn is_right(&self) -> bool {
        self.problems.iter().all(|problem| problem.level != Level::Error)
    }

    /// Writes all files or none. The error is a sentence.
    pub fn write(self) -> Result<(), String> {
        let files: Vec<(PathBuf, Vec<u8>)> =
            self.sites.into_iter().map(|site| (site.path, site.text.into_bytes())).collect();
        files.first().and_then(|(path, _)| path.parent()).map_or(Ok(()), make)?;
        put_all(&files)
    }
}

/// What the file of a site changes. Nothing, where its id cannot be the name of a file.
fn news(content: &Files, site: &Site) -> Option<News> {
    let name = site.name()?;
    let there = content.iter().find(|file| file.name == name);
    Some(there.map_or(News::New, |file| if file.text == site.text { News::Same } else { News::Changed }))
}

/// The sites that came from a sheet and are not in this one.
fn left(content: &Files, sites: &[Site]) -> Vec<String> {
    let imported = content.iter().filter(|file| file.text.starts_with(MADE_OF) && file.text.contains(MADE_BY));
    let id = |name: &str| name.strip_prefix("sites/")?.strip_suffix(".toml").map(str::to_owned);
    let ids = imported.filter_map(|file| id(&file.name));
    ids.filter(|id| sites.iter().all(|site| site.id.value != *id)).collect()
}

/// How the first line of a file begins that a sheet made, and what follows the sheet's name.
const MADE_OF: &str = "# Made of ";
const MADE_BY: &str = " by `cargo signpost sites import`, which writes it anew with --replace.\n";

/// The first line of every file: where it is to be changed.
fn heading(sheet: &Files) -> String {
    let name = sheet.get(SHEET).and_then(|file| Path::new(&file.path).file_name());
    let name = name.unwrap_or_default().to_string_lossy().replace(char::is_control, " ");
    format!("{MADE_OF}{name}{MADE_BY}")
}

/// The site of each row, and what is wrong with the sheet as a sheet.
fn sites(sheet: &Files, heading: &str) -> (Vec<Site>, Vec<Problem>) {
    let text = sheet.get(SHEET).map_or("", |file| file.text.as_str());
    let (rows, mut problems) = sheet::rows(text, SHEET);
    let Some((first, rows)) = rows.split_first().filter(|_| !is_workbook(text)) else {
        return (Vec::new(), vec![no_sheet(text)]);
    };
    let (columns, found) = column::read(first, rows);
    problems.extend(found);
    if rows.is_empty() {
        let below = Spot { file: SHEET, start: text.len(), end: text.len() };
        problems.push(
            Problem::new(below, "there is no site in this sheet")
                .rule("not-csv")
                .meant("write one in each row below the names of the columns"),
        );
    }
    let mut sites = Vec::new();
    for row in rows {
        let (site, found) = site::read(row, &columns, heading);
        problems.extend(found);
        sites.push(site);
    }
    (sites, problems)
}

/// Spreadsheets save their own format as an archive.
fn is_workbook(text: &str) -> bool {
    text.starts_with("PK\u{3}\u{4}")
}

fn no_sheet(text: &str) -> Problem {
    let (says, meant) = if is_workbook(text) {
        ("this is a spreadsheet as its program keeps it", "save it as \"CSV UTF-8\" and import that file")
    } else {
        ("there is nothing in this sheet", "begin with `cargo signpost sites template`")
    };
    Problem::new(Spot::top(SHEET), says).rule("not-csv").meant(meant)
}

/// Every site has an id of its own.
fn doubled(sheet: &Files, sites: &[Site]) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, Spot> = BTreeMap::new();
    let mut problems = Vec::new();
    for Site { id, .. } in sites.iter().filter(|site| !site.id.value.is_empty()) {
        let first = *seen.entry(&id.value).or_insert(id.spot);
        if first != id.spot {
            let says = format!("in the column `id`: there is already a site `{}`", id.value);
            let meant = format!("the other stands in {}: give one of the two another id", sheet.place(first));
            problems.push(Problem::new(id.spot, says).rule("same-id").meant(meant));
        }
    }
    problems
}

fn taken(site: &Site) -> Problem {
    let id = &site.id;
    let says = format!("in the column `id`: there is already a site `{}`", id.value);
    let meant = format!("it stands in {}: add --replace to write it anew, or leave the row out", site.file());
    Problem::new(id.spot, says).rule("same-id").meant(meant)
}

/// What is wrong with the files of these sites among the content, as it shows in the sheet.
fn judged(content: Files, sites: &[Site], known: &[Problem], today: Day) -> Vec<Problem> {
    let content = content.without(|file| sites.iter().any(|site| file.name == site.file()));
    let before = content.iter().count();
    let files = sites.iter().fold(content, |files, site| files.with(&site.file(), &site.text));
    let (_, found) = check::all(&files, today);
    let shown = |problem: Problem| {
        let site = sites.get(problem.spot.file.checked_sub(before)?)?;
        // What a row lacks was said of its cell, or of the first row.
        (problem.rule != "missing-key").then(|| shown(site, &problem))
    };
    let echo = |problem: &Problem| known.iter().any(|one| one.rule == problem.rule && one.spot == problem.spot);
    found.into_iter().filter_map(shown).filter(|problem| !echo(problem)).collect()
}

fn shown(site: &Site, problem: &Problem) -> Problem {
    let (problem, cell) = site.in_the_sheet(problem);
    let whole = cell.map(|cell| format!("0{cell}")).filter(|whole| problem.rule == "bad-phone" && is_called(whole));
    match whole {
        Some(whole) => {
            let meant = format!("a spreadsheet took its first 0 away: keep the column as text, and write `{whole}`");
            problem.meant(meant)
        }
        None => problem,
    }
}

fn is_called(number: &str) -> bool {
    phone(number).map_or_else(|flaw| flaw.mild, |()| true)
}
