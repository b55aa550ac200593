//! How much a visit downloads, file by file, and the limit that it must keep.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{say, server::Encoding};

/// What a first visit may download, in bytes of brotli: a few seconds on a slow telephone.
const LIMIT: u64 = 190_000;

/// One file of a release. A size is missing where the file is too small to compress.
struct Row {
    name: String,
    raw: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
    first_visit: bool,
}

impl Row {
    /// The bytes that travel to a browser of today.
    fn travels(&self) -> u64 {
        self.brotli.unwrap_or(self.raw)
    }
}

/// Prints the table of sizes.
pub(crate) fn print(release: &Path) -> Result<()> {
    say::line(&table(&rows(release)?));
    Ok(())
}

/// Fails when a first visit downloads more than the limit.
pub(crate) fn gate(release: &Path) -> Result<()> {
    let rows = rows(release)?;
    say::line(&table(&rows));
    let total = first_visit(&rows);
    if total > LIMIT {
        bail!("The first visit downloads {total} bytes; the limit is {LIMIT}. The table says what grew.");
    }
    Ok(())
}

fn first_visit(rows: &[Row]) -> u64 {
    rows.iter().filter(|row| row.first_visit).map(Row::travels).sum()
}

/// A file belongs to the first visit when it is the page or the page loads it.
fn rows(release: &Path) -> Result<Vec<Row>> {
    let page = fs::read_to_string(release.join("index.html")).context("The release has no index.html.")?;
    let mut rows = Vec::new();
    for file in super::files(release)? {
        let name = file.strip_prefix(release).unwrap_or(&file).to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let [brotli, gzip] = Encoding::ALL.map(|it| size(&it.sibling(&file)));
        rows.push(Row {
            raw: size(&file).unwrap_or_default(),
            gzip,
            brotli,
            first_visit: name == "index.html" || is_loaded(&page, &name),
            name,
        });
    }
    Ok(rows)
}

/// Whether the page names the file. A link to another page loads nothing before somebody follows it.
fn is_loaded(page: &str, name: &str) -> bool {
    !name.ends_with(".html") && page.contains(&format!("./{name}"))
}

fn size(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|meta| meta.len())
}

fn table(rows: &[Row]) -> String {
    let mut text = format!("{:<36}{:>10}{:>10}{:>10}", "file (* first visit)", "raw", "gzip", "brotli");
    for row in rows {
        let mark = if row.first_visit { " *" } else { "" };
        let name = format!("{}{mark}", row.name);
        let [gzip, brotli] = [row.gzip, row.brotli].map(|it| it.map_or_else(|| "-".to_owned(), |it| it.to_string()));
        text += &format!("\n{name:<36}{:>10}{gzip:>10}{brotli:>10}", row.raw);
    }
    let total = first_visit(rows);
    text + &format!("\n{:<36}{total:>30} of {LIMIT}", "first visit")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, raw: u64, brotli: Option<u64>, first_visit: bool) -> Row {
        Row { name: name.to_owned(), raw, gzip: None, brotli, first_visit }
    }

    #[test]
    fn the_first_visit_counts_what_travels_and_nothing_else() {
        let rows = [
            row("index.html", 900, Some(300), true),
            row("tiny.css", 90, None, true),
            row("embed.js", 4000, Some(1000), false),
        ];
        assert_eq!(first_visit(&rows), 390);
    }

    #[test]
    fn the_table_has_a_line_for_each_file_and_a_sum() {
        let text = table(&[row("index.html", 900, Some(300), true)]);
        assert_eq!(text.lines().count(), 3);
        assert!(text.ends_with(&format!("300 of {LIMIT}")));
    }

    #[test]
    fn a_file_counts_when_the_page_loads_it() {
        assert!(is_loaded("<link href=\"./app.css\">", "app.css"));
        assert!(!is_loaded("<p>app.css</p>", "app.css"));
    }

    #[test]
    fn a_page_that_is_only_linked_to_does_not_count() {
        assert!(!is_loaded("<a href=\"./support-a-to-z.html\">", "support-a-to-z.html"));
    }
}
