//! One kiosk alone, in a folder that the computer behind its screen serves to itself.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::{finish, make_afresh, may_replace, offline};
use crate::say;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What to read before anything else, and what serves it: the file that the guide names, too.
const READ_ME: (&str, &str) = ("READ-ME-FIRST.txt", include_str!("OFFLINE-READ-ME.txt"));
const CADDYFILE: (&str, &str) = ("Caddyfile", include_str!("../../../docs/kiosk/Caddyfile"));

/// What Chromium is told on that computer: the file that the guide names, too.
const POLICIES: (&str, &str) = ("policies.json", include_str!("../../../docs/kiosk/policies.json"));

/// By which whoever sets the screen up measures it.
const CHECK: [&str; 2] = ["screen-check.html", "screen-check.css"];

/// How a page says where phones find it: from the computer behind the screen they cannot have it.
const ADDRESS: &str = " data-address=";

/// The page in a folder.
const PAGE: &str = "index.html";

/// Writes the folder beside the release, and says where.
pub(super) fn beside(release: &Path, site: &str) -> Result<PathBuf> {
    let out = release.with_file_name(format!("parent-signpost-{VERSION}-{site}"));
    write(release, site, &out)?;
    if !finish::read(&out.join(site).join(PAGE))?.contains(ADDRESS) {
        say::note(&format!(
            "No phone finds the list by the code on this screen: content/sites/{site}.toml names no address for phones."
        ));
    }
    Ok(out)
}

/// Writes what the page of a site needs into an empty folder, or over an earlier one.
///
/// # Errors
/// The release has no such site, or it does not open without a network.
pub fn write(release: &Path, site: &str, out: &Path) -> Result<()> {
    let folder = release.join(site);
    if !opens_offline(&folder) {
        bail!("`{site}` is no kiosk of this release: its file in content/sites needs kiosk = true.");
    }
    may_replace(out)?;
    make_afresh(out)?;
    let needed = offline::needed_by_site(release, &folder)?;
    let check = |inside: &Path| CHECK.iter().any(|name| inside == Path::new(name));
    finish::copy(release, out, |inside| check(inside) || needed.contains(&release.join(inside)))?;
    finish::copy(&folder, &out.join(site), |inside| inside == Path::new(offline::WORKER))?;
    let filled = |text: &str| text.replace("signpost-version", VERSION).replace("signpost-site", site);
    finish::write(&out.join(READ_ME.0), filled(READ_ME.1).as_bytes())?;
    for (name, text) in [CADDYFILE, POLICIES] {
        finish::write(&out.join(name), text.as_bytes())?;
    }
    finish::write(&out.join(PAGE), leads_to(site).as_bytes())
}

/// The top of the folder leads to the page, and is no entry of the history.
fn leads_to(site: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url={site}/\">\
         <title>Parent Signpost</title><p><a href=\"{site}/\">Parent Signpost</a></html>\n"
    )
}

fn opens_offline(folder: &Path) -> bool {
    let worker = fs::read_to_string(folder.join(offline::WORKER));
    worker.is_ok_and(|worker| worker != offline::OFF)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn release() -> TempDir {
        let release = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("index.html", "<a href=\"hub/\">"),
            ("app-0123456789abcdef.js", "go()"),
            ("app-0123456789abcdef.js.br", ""),
            ("hub/index.html", "<script src=\"../app-0123456789abcdef.js\">"),
            ("hub/sw.js", "keep()"),
            ("hub/ur/index.html", "<script src=\"../../ur/asked-0123456789abcdef.txt\">"),
            ("ur/asked-0123456789abcdef.txt", ""),
            ("ur/index.html", "<p>"),
            ("screen-check.html", "<p>"),
            ("oak/index.html", "<p>"),
            ("oak/sw.js", offline::OFF),
        ] {
            finish::write(&release.path().join("dist").join(name), text.as_bytes()).unwrap();
        }
        release
    }

    fn names(folder: &Path) -> Vec<String> {
        let inside = |file: &PathBuf| file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        crate::dist::files(folder).unwrap().iter().map(inside).collect()
    }

    #[test]
    fn the_folder_has_what_one_kiosk_needs_what_serves_it_and_what_to_read() {
        let release = release();
        let out = beside(&release.path().join("dist"), "hub").unwrap();
        let meant = [
            "Caddyfile",
            "READ-ME-FIRST.txt",
            "app-0123456789abcdef.js",
            "hub/index.html",
            "hub/sw.js",
            "hub/ur/index.html",
            PAGE,
            POLICIES.0,
            CHECK[0],
            "ur/asked-0123456789abcdef.txt",
        ];
        assert_eq!(names(&out), meant);
        assert!(finish::read(&out.join(READ_ME.0)).unwrap().contains("http://127.0.0.1:8970/hub/"));
        assert!(finish::read(&out.join(PAGE)).unwrap().contains("url=hub/"));
        assert_eq!(beside(&release.path().join("dist"), "hub").unwrap(), out, "once more, over the first");
    }

    #[test]
    fn a_site_that_is_no_kiosk_has_no_such_folder() {
        let release = release();
        let error = beside(&release.path().join("dist"), "oak").unwrap_err();
        assert!(error.to_string().starts_with("`oak` is no kiosk"), "{error}");
    }

    #[test]
    fn what_to_read_first_is_one_page_of_narrow_lines() {
        assert!(READ_ME.1.lines().count() <= 60 && READ_ME.1.lines().all(|line| line.len() <= 80));
    }
}
