//! What each site adds to a visit: its own files, and what its page has more than the page of its language that is no
//! site's; of several languages, the one that has most more. A logo is a picture that loads beside everything else, and has a limit of its own where content is checked.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail};

use super::{PAGE, Row, parts::SITE};

/// How the names of a site's files begin, in its folder.
const OWN: &str = "site-";

/// A site, and the bytes that it adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) site: String,
    pub(super) bytes: u64,
}

/// Every site of the release, by what it adds.
pub(super) fn added(release: &Path, rows: &[Row]) -> Result<Vec<Added>> {
    let sites = folders(rows);
    let mut plain = BTreeMap::new();
    for row in rows.iter().filter(|row| row.name.ends_with(PAGE) && !is_of(&sites, row)) {
        plain.insert(language(release, row)?, row.travels());
    }
    let added = |(site, own): (&str, Vec<&Row>)| {
        let (pages, files): (Vec<&Row>, Vec<&Row>) = own.into_iter().partition(|row| row.name.ends_with(PAGE));
        let mut most = 0;
        for page in pages {
            let shared = plain.get(&language(release, page)?).copied().unwrap_or_default();
            most = most.max(page.travels().saturating_sub(shared));
        }
        let bytes = files.into_iter().map(Row::travels).sum::<u64>() + most;
        Ok(Added { site: site.to_owned(), bytes })
    };
    sites.into_iter().map(added).collect()
}

/// One line for all of them: a release may have hundreds.
pub(super) fn told(added: &[Added]) -> String {
    let Some(most) = added.iter().max_by_key(|site| site.bytes) else { return "no sites".to_owned() };
    let (many, Added { site, bytes }) = (added.len(), most);
    let sites = if many == 1 { "site" } else { "sites" };
    format!(
        "{many} {sites}, each in a folder of its own; the heaviest, {site}, adds {bytes} of {SITE} bytes to a visit"
    )
}

/// Fails where a site adds more than it may, and names all that do.
pub(super) fn refuse_too_heavy(added: &[Added]) -> Result<()> {
    let heavy: Vec<String> = added
        .iter()
        .filter(|site| site.bytes > SITE)
        .map(|Added { site, bytes }| format!("{site} adds {bytes} bytes"))
        .collect();
    if !heavy.is_empty() {
        let says = "Give it fewer people, services or supports of its own, or shorter texts.";
        bail!("A site may add {SITE} bytes to a visit: {}. {says}", heavy.join("; "));
    }
    Ok(())
}

/// Whether a file stands in the folder of a site.
pub(super) fn is_of<T>(sites: &BTreeMap<&str, T>, row: &Row) -> bool {
    row.name.split_once('/').is_some_and(|(folder, _)| sites.contains_key(folder))
}

/// The files of every folder that has a part of a site, but for logos.
pub(super) fn folders(rows: &[Row]) -> BTreeMap<&str, Vec<&Row>> {
    let inside = || rows.iter().filter_map(|row| row.name.split_once('/').map(|(folder, name)| (folder, name, row)));
    let is_part = |name: &str| name.starts_with(OWN) && name.ends_with(".txt");
    let mut sites: BTreeMap<&str, Vec<&Row>> =
        inside().filter(|(_, name, _)| is_part(name)).map(|(folder, ..)| (folder, Vec::new())).collect();
    for (folder, name, row) in inside() {
        if name.starts_with(OWN) || name.rsplit('/').next() == Some(PAGE) {
            sites.entry(folder).and_modify(|own| own.push(row));
        }
    }
    sites
}

/// What language a page says that it is in.
fn language(release: &Path, row: &Row) -> Result<String> {
    let page = fs::read_to_string(release.join(&row.name)).with_context(|| format!("{} cannot be read.", row.name))?;
    let tag = page.split_once("lang=").map(|(_, rest)| rest.split(['>', ' ']).next().unwrap_or_default());
    Ok(tag.unwrap_or_default().trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, bytes: u64) -> Row {
        Row { name: name.to_owned(), raw: bytes * 3, gzip: None, brotli: Some(bytes) }
    }

    /// A release with these pages, each in a language.
    fn release(pages: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, language) in pages {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, format!("<html lang={language} dir=ltr>")).unwrap();
        }
        folder
    }

    #[test]
    fn a_site_adds_its_own_files_and_what_its_page_has_more_than_that_of_its_language() {
        let pages = [
            ("index.html", "en"),
            ("ur/index.html", "ur"),
            ("oak/index.html", "en"),
            ("oak/ur/index.html", "ur"),
            ("elm/index.html", "ur"),
        ];
        let release = release(&pages);
        let rows = [
            row("index.html", 700),
            row("ur/index.html", 900),
            row("ur/asked-1.txt", 900),
            row("oak/index.html", 720),
            row("oak/ur/index.html", 925),
            row("oak/site-1.txt", 30),
            row("oak/site-2.css", 4),
            row("oak/logo-3.png", 9_000),
            row("elm/index.html", 905),
            row("elm/site-4.txt", 60),
        ];
        let added = added(release.path(), &rows).unwrap();
        let bytes: Vec<_> = added.iter().map(|site| (site.site.as_str(), site.bytes)).collect();
        assert_eq!(bytes, [("elm", 65), ("oak", 59)]);
        assert!(told(&added).starts_with("2 sites, each in a folder of its own; the heaviest, elm, adds 65 of 3000"));
    }

    #[test]
    fn every_site_that_adds_too_much_is_named() {
        let site = |site: &str, bytes| Added { site: site.to_owned(), bytes };
        assert!(refuse_too_heavy(&[site("oak", SITE)]).is_ok());
        let error = refuse_too_heavy(&[site("oak", SITE + 1), site("elm", 1), site("ash", 4_000)]).unwrap_err();
        let says = "A site may add 3000 bytes to a visit: oak adds 3001 bytes; ash adds 4000 bytes.";
        assert!(error.to_string().starts_with(says), "{error}");
    }
}
