//! How much a visit downloads, file by file and part by part, and the limits that it must keep.

mod parts;
mod sites;

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use self::parts::{Needed, PARTS, Part, SUMS};
use crate::{say, server::Encoding};

/// What a folder is.
const PAGE: &str = "index.html";

/// One file of a release. A size is missing where the file is too small to compress.
struct Row {
    name: String,
    raw: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
}

impl Row {
    /// The bytes that travel to a browser of today.
    fn travels(&self) -> u64 {
        self.brotli.unwrap_or(self.raw)
    }

    fn needed(&self) -> Needed {
        Part::of(&self.name).needed
    }
}

/// What some files weigh together, and what they may.
struct Load {
    name: &'static str,
    bytes: u64,
    limit: u64,
}

impl Load {
    /// By how many bytes it is over its limit, if it is.
    fn over(&self) -> Option<u64> {
        self.bytes.checked_sub(self.limit).filter(|over| *over > 0)
    }
}

/// Prints the sizes of the files and of the parts.
pub(crate) fn print(release: &Path) -> Result<()> {
    let rows = rows(release)?;
    say::line(&files(&rows));
    say::line(&sites::told(&sites::added(release, &rows)?));
    say::line(&format!("\n{}", table(&loads(&rows))));
    Ok(())
}

/// Every site and the bytes that it adds to a visit.
#[cfg(test)]
pub(crate) fn of_sites(release: &Path) -> Result<Vec<(String, u64)>> {
    let added = sites::added(release, &rows(release)?)?;
    Ok(added.into_iter().map(|added| (added.site, added.bytes)).collect())
}

/// Fails when a site adds more to a visit than it may.
pub(crate) fn gate_sites(release: &Path) -> Result<()> {
    sites::refuse_too_heavy(&sites::added(release, &rows(release)?)?)
}

/// Fails when a part is bigger than its limit, or the page loads what its part says that only some ask for.
pub(crate) fn gate(release: &Path) -> Result<()> {
    print(release)?;
    let page = fs::read_to_string(release.join("index.html")).context("The release has no index.html.")?;
    let rows = rows(release)?;
    refuse_unforeseen(&page, &rows)?;
    refuse_too_big(&loads(&rows))
}

/// The files of a first visit to the page at the top, by their names; the page itself is the folder, and comes first.
pub(crate) fn first_visit(release: &Path) -> Result<Vec<String>> {
    let names = rows(release)?.into_iter().filter(|row| row.needed() <= Needed::FirstVisit).map(|row| row.name);
    let names = names.filter(|name| !name.contains('/') && name != PAGE);
    Ok([String::new()].into_iter().chain(names).collect())
}

fn rows(release: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for file in super::files(release)? {
        let name = file.strip_prefix(release).unwrap_or(&file).to_string_lossy().into_owned();
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            let [brotli, gzip] = Encoding::ALL.map(|it| size(&it.sibling(&file)));
            rows.push(Row { raw: size(&file).unwrap_or_default(), gzip, brotli, name });
        }
    }
    Ok(rows)
}

fn size(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|meta| meta.len())
}

/// Each part, then each sum, of what the page at the top may load. What stands in a folder belongs to the page of another
/// language, which takes the place of that.
fn loads(rows: &[Row]) -> Vec<Load> {
    let at_top = || rows.iter().filter(|row| !row.name.contains('/'));
    let weigh = |counts: &dyn Fn(&Row) -> bool| at_top().filter(|row| counts(row)).map(Row::travels).sum();
    let parts = PARTS.iter().map(|part| {
        let bytes = weigh(&|row| Part::of(&row.name) == part);
        Load { name: part.name, bytes, limit: part.limit }
    });
    let sums = SUMS.into_iter().map(|(name, by_then, limit)| {
        let bytes = weigh(&|row| row.needed() <= by_then);
        Load { name, bytes, limit }
    });
    parts.chain(sums).collect()
}

/// A line for every file but those of sites, which have one for all of them.
fn files(rows: &[Row]) -> String {
    let sites = sites::folders(rows);
    let title = "file (** first question, * first visit)";
    let mut text = format!("{title:<42}{:>10}{:>10}{:>10}", "raw", "gzip", "brotli");
    for row in rows.iter().filter(|row| !sites::is_of(&sites, row)) {
        let mark = match row.needed() {
            Needed::FirstQuestion => " **",
            Needed::FirstVisit => " *",
            Needed::OnRequest => "",
        };
        let name = format!("{}{mark}", row.name);
        let [gzip, brotli] = [row.gzip, row.brotli].map(|it| it.map_or_else(|| "-".to_owned(), |it| it.to_string()));
        text += &format!("\n{name:<42}{:>10}{gzip:>10}{brotli:>10}", row.raw);
    }
    text
}

fn table(loads: &[Load]) -> String {
    let mut text = format!("{:<42}{:>10}{:>10}", "part, as it travels", "bytes", "limit");
    for load in loads {
        let over = load.over().map_or_else(String::new, |over| format!("  over by {over}"));
        text += &format!("\n{:<42}{:>10}{:>10}{over}", load.name, load.bytes, load.limit);
    }
    text
}

fn refuse_too_big(loads: &[Load]) -> Result<()> {
    let too_big = |load: &Load| {
        let over = load.over()?;
        Some(format!("\"{}\" is {over} bytes over its limit of {}", load.name, load.limit))
    };
    let complaints: Vec<_> = loads.iter().filter_map(too_big).collect();
    if !complaints.is_empty() {
        bail!("The release is too big: {}. The limits are in xtask/src/dist/sizes/parts.rs.", complaints.join("; "));
    }
    Ok(())
}

/// A file that the page loads is downloaded by everybody: no part may say otherwise.
fn refuse_unforeseen(page: &str, rows: &[Row]) -> Result<()> {
    let unforeseen = rows.iter().find(|row| row.needed() == Needed::OnRequest && is_loaded(page, &row.name));
    if let Some(row) = unforeseen {
        bail!("The page loads {}, which is in no part of the first visit in xtask/src/dist/sizes/parts.rs.", row.name);
    }
    Ok(())
}

/// Whether the page names the file. A link to another page loads nothing before somebody follows it.
fn is_loaded(page: &str, name: &str) -> bool {
    !name.ends_with(".html") && page.contains(&format!("./{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, raw: u64, brotli: Option<u64>) -> Row {
        Row { name: name.to_owned(), raw, gzip: None, brotli }
    }

    fn bytes(loads: &[Load], name: &str) -> u64 {
        loads.iter().find(|load| load.name == name).unwrap().bytes
    }

    #[test]
    fn a_sum_counts_what_travels_by_then_and_nothing_else() {
        let rows = [row("index.html", 900, Some(300)), row("app-1.css", 90, None), row("paper.html", 4000, Some(1000))];
        let loads = loads(&rows);
        assert_eq!(bytes(&loads, "until the first question"), 390);
        assert_eq!(bytes(&loads, "the whole release"), 1390);
        assert_eq!((bytes(&loads, "page"), bytes(&loads, "style sheet")), (300, 90));
    }

    #[test]
    fn a_first_visit_begins_with_the_folder_and_asks_for_no_other_page() {
        let folder = tempfile::TempDir::new().unwrap();
        for name in ["index.html", "app-1.css", "app-1.css.br", "paper.html", "embed.js", "ar-XB/index.html"] {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, name).unwrap();
        }
        assert_eq!(first_visit(folder.path()).unwrap(), ["", "app-1.css"]);
    }

    #[test]
    fn another_language_is_no_part_of_a_visit() {
        let rows = [row("index.html", 900, Some(300)), row("ar-XB/index.html", 900, Some(400))];
        assert_eq!(bytes(&loads(&rows), "the whole release"), 300);
    }

    #[test]
    fn the_tables_have_a_line_for_each_file_part_and_sum() {
        let rows = [row("index.html", 900, Some(300))];
        assert_eq!(files(&rows).lines().count(), 2);
        let site = ["oak/index.html", "oak/site-1.txt", "ur/index.html"].map(|name| row(name, 900, None));
        assert_eq!(files(&site).lines().count(), 2, "a site has no line of its own");
        assert_eq!(table(&loads(&rows)).lines().count(), 1 + PARTS.len() + SUMS.len());
    }

    #[test]
    fn each_part_that_is_over_is_named_and_by_how_much() {
        let load = |name, bytes| Load { name, bytes, limit: 100 };
        let error = refuse_too_big(&[load("page", 107), load("content", 100), load("script", 101)]).unwrap_err();
        let says = "\"page\" is 7 bytes over its limit of 100; \"script\" is 1 bytes over its limit of 100.";
        assert!(error.to_string().contains(says), "{error}");
        assert!(refuse_too_big(&[load("page", 100)]).is_ok());
    }

    #[test]
    fn what_the_page_loads_must_be_in_a_part_of_the_first_visit() {
        let rows = [row("index.html", 9, None), row("extra.js", 9, None)];
        let error = refuse_unforeseen("<script src=\"./extra.js\">", &rows).unwrap_err();
        assert!(error.to_string().starts_with("The page loads extra.js"), "{error}");
        assert!(refuse_unforeseen("<p>extra.js</p>", &rows).is_ok());
    }

    #[test]
    fn a_page_that_is_only_linked_to_is_not_loaded() {
        assert!(!is_loaded("<a href=\"./support-a-to-z.html\">", "support-a-to-z.html"));
    }
}
