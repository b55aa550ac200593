//! What opens the pages of a site where there is no network: a service worker in its folder, with a list of all that they
//! need in each of its languages. The list is made of the finished release, by following what each file names; nobody keeps it by hand.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    finish::{self, FRAMED, Scope},
    languages::Language,
    sites::Site,
};
use crate::{names, workspace::Workspace};

/// The script in `public/`, and in the folder of a site.
pub(super) const WORKER: &str = "sw.js";

/// What the script has in the place of what differs between sites.
const SITE: &str = "signpost-site";
const VERSION: &str = "signpost-version";
const FILES: &str = "\"signpost-files\"";

/// The page in a folder.
const PAGE: &str = "index.html";

/// Stands in the folder of every other site: where an earlier release opened without a network and this one does not, the
/// browser finds this, and forgets what it kept. docs/hosting.md has the same line, for whoever must stop it in a hurry.
pub(super) const OFF: &str = "addEventListener(\"install\", () => skipWaiting()); \
    addEventListener(\"activate\", (event) => event.waitUntil(registration.unregister().then(() => caches.keys())\
    .then((names) => Promise.all(names.filter((name) => name.startsWith(\"parent-signpost/\"))\
    .map((name) => caches.delete(name))))));\n";

/// Gives every site of a finished release its script.
pub(super) fn write(workspace: &Workspace, languages: &[Language], sites: &[Site], release: &Path) -> Result<()> {
    let script = finish::read(&workspace.root().join("public").join(WORKER))?;
    let script = finish::shortened(&script, Scope::Module, &workspace.trunk_out())?;
    sites.iter().try_for_each(|site| {
        let folder = release.join(site.folder());
        let worker = if site.offline { whole(&script, site, languages, release)? } else { OFF.to_owned() };
        finish::write(&folder.join(WORKER), worker.as_bytes())
    })
}

/// The pages without a script come into the folder of the site: a service worker answers for its own folder alone.
fn whole(script: &str, site: &Site, languages: &[Language], release: &Path) -> Result<String> {
    for (language, page) in site.pages() {
        let language = languages.iter().find(|it| it.name == language);
        let language = language.with_context(|| format!("{} has the language of no page.", site.id))?;
        copy_pages(&release.join(language.folder()), &release.join(page))?;
    }
    filled_in(script, site, &listed(release, &release.join(site.folder()))?)
}

/// Only what the page of the site leads to, which is nothing at a kiosk.
fn copy_pages(from: &Path, to: &Path) -> Result<()> {
    let page = finish::read(&to.join(PAGE))?;
    for first in words(&page).filter(|word| word.ends_with(".html")).filter_map(|word| resolved(from, from, word)) {
        for file in needed(from, &first)? {
            let name = file.file_name().unwrap_or_default();
            let is_plain = !names::is_hashed(&name.to_string_lossy()) && name != PAGE;
            if is_plain && file.parent() == Some(from) {
                let bytes = fs::read(&file).with_context(|| format!("{} cannot be read.", file.display()))?;
                finish::write(&to.join(name), &bytes)?;
            }
        }
    }
    Ok(())
}

/// Two versions are the same where script and list are: so the name of a version is the hash of both.
fn filled_in(script: &str, site: &Site, list: &str) -> Result<String> {
    for mark in [SITE, VERSION, FILES] {
        ensure!(script.matches(mark).count() == 1, "{WORKER} must have `{mark}` once.");
    }
    let script = script.replace(SITE, &site.id).replace(FILES, list);
    Ok(script.replace(VERSION, &names::digits(script.as_bytes())))
}

/// The address of each file, as seen from the folder of the site, and its digest.
fn listed(release: &Path, folder: &Path) -> Result<String> {
    let line = |file: &PathBuf| {
        let bytes = fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))?;
        Ok(format!("[\"{}\",\"{}\"]", address(release, folder, file), names::integrity(&bytes)))
    };
    let lines: Result<Vec<String>> = needed_by_site(release, folder)?.iter().map(line).collect();
    Ok(format!("[{}]", lines?.join(",")))
}

/// The folder stands for its page: no host redirects that.
fn address(release: &Path, folder: &Path, file: &Path) -> String {
    let inside = |folder: &Path| file.strip_prefix(folder).ok().map(|it| it.to_string_lossy().replace('\\', "/"));
    match inside(folder) {
        Some(name) if name == PAGE => "./".to_owned(),
        Some(name) => name.strip_suffix(&format!("/{PAGE}")).map(|folder| format!("{folder}/")).unwrap_or(name),
        None => format!("../{}", inside(release).unwrap_or_default()),
    }
}

/// What the page of a site needs, in each of its languages.
pub(super) fn needed_by_site(release: &Path, folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let pages = super::files(folder)?.into_iter().filter(|file| file.file_name().is_some_and(|name| name == PAGE));
    let each: Result<Vec<_>> = pages.map(|page| needed(release, &page)).collect();
    Ok(each?.into_iter().flatten().collect())
}

/// The page, every file of the release that it names, and what those name in turn; but nothing that only frames ask for,
/// and no folder, which is the page of another site or language.
fn needed(release: &Path, page: &Path) -> Result<BTreeSet<PathBuf>> {
    let (mut found, mut next) = (BTreeSet::new(), vec![page.to_owned()]);
    while let Some(file) = next.pop() {
        if !is_of_frames(&file) && found.insert(file.clone()) && names_others(&file) {
            let (text, around) = (finish::read(&file)?, file.parent().unwrap_or(release));
            next.extend(words(&text).filter_map(|word| resolved(release, around, word)));
        }
    }
    Ok(found)
}

fn is_of_frames(file: &Path) -> bool {
    let stem = FRAMED.trim_end_matches("js").trim_end_matches('.');
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{stem}-")))
}

fn names_others(file: &Path) -> bool {
    ["html", "css", "js"].iter().any(|it| file.extension().is_some_and(|extension| extension == *it))
}

/// Whatever may be an address.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || "\"'`<>()=,;#?".contains(letter))
        .filter(|word| word.contains('.'))
}

/// The file that an address means, if it is one of the release.
fn resolved(release: &Path, around: &Path, word: &str) -> Option<PathBuf> {
    let mut file = around.to_owned();
    for part in Path::new(word).components() {
        match part {
            Component::Normal(name) => file.push(name),
            Component::ParentDir => {
                file.pop();
            }
            Component::CurDir => {}
            _ => return None,
        }
    }
    (file.starts_with(release) && file.is_file()).then_some(file)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    const FILES: [(&str, &str); 16] = [
        ("index.html", "<a href=all.html><a href=\"oak/\"><script src=\"./app-0123456789abcdef.js\">"),
        ("all.html", "<link href=\"pages.css\"><a href=\"index.html\">"),
        ("pages.css", "p {}"),
        ("app-0123456789abcdef.js", "fetch('./later-0123456789abcdef.txt')"),
        ("later-0123456789abcdef.txt", "elm/index.html"),
        ("framed-0123456789abcdef.js", ""),
        ("embed.js", ""),
        (
            "oak/index.html",
            "<meta data-framed=\"../framed-0123456789abcdef.js\"><a href=all.html#top><a href=\"../elm/\">\
            <script src=\"../app-0123456789abcdef.js\"><link href=./site-0123456789abcdef.css rel=x>",
        ),
        ("oak/site-0123456789abcdef.css", "a { background: url(logo-0123456789abcdef.svg) }"),
        ("oak/logo-0123456789abcdef.svg", "<svg/>"),
        ("oak/ur/index.html", "<a href=\"../\"><a href=all.html><script src=\"../../ur/asked-0123456789abcdef.txt\">"),
        ("ur/index.html", "<a href=all.html>"),
        ("ur/all.html", "<a href=\"index.html\">"),
        ("ur/asked-0123456789abcdef.txt", ""),
        ("elm/index.html", "<p>"),
        ("elm/site-0123456789abcdef.css", ""),
    ];

    fn release() -> TempDir {
        let release = tempfile::tempdir().unwrap();
        FILES.iter().for_each(|(name, text)| finish::write(&release.path().join(name), text.as_bytes()).unwrap());
        copy_pages(release.path(), &release.path().join("oak")).unwrap();
        copy_pages(&release.path().join("ur"), &release.path().join("oak/ur")).unwrap();
        release
    }

    fn addresses(list: &str) -> Vec<&str> {
        list.split("[\"").skip(1).map(|line| line.split('"').next().unwrap()).collect()
    }

    fn site() -> Site {
        let [id, keeping, name, logo] = ["oak", "nowhere", "Oak", ""].map(String::from);
        Site { id, languages: vec!["en".into()], keeping, name, logo, kiosk: String::new(), offline: true }
    }

    const SCRIPT: &str = "keep('signpost-site signpost-version', \"signpost-files\")";

    #[test]
    fn the_list_has_all_that_the_page_needs_in_each_language_and_nothing_of_frames_or_of_another_site() {
        let release = release();
        let list = listed(release.path(), &release.path().join("oak")).unwrap();
        let mut found = addresses(&list);
        found.sort_unstable();
        let shared = ["app-0123456789abcdef.js", "later-0123456789abcdef.txt", "ur/asked-0123456789abcdef.txt"];
        let own =
            ["all.html", "logo-0123456789abcdef.svg", "pages.css", "site-0123456789abcdef.css", "ur/", "ur/all.html"];
        let shared = shared.map(|name| format!("../{name}"));
        let meant: Vec<_> = shared.iter().map(String::as_str).chain(["./"]).chain(own).collect();
        assert_eq!(found, meant);
        assert!(list.contains(&names::integrity(b"p {}")), "{list}");
    }

    #[test]
    fn a_page_that_leads_to_no_other_has_none_in_its_folder() {
        let release = release();
        finish::write(&release.path().join("hub/index.html"), b"<p>Start</p>").unwrap();
        copy_pages(release.path(), &release.path().join("hub")).unwrap();
        assert!(!release.path().join("hub/all.html").exists() && release.path().join("oak/all.html").exists());
    }

    #[test]
    fn a_version_changes_with_any_byte_of_any_file_and_with_nothing_else() {
        let (one, other) = (release(), release());
        let made = |release: &TempDir| {
            let list = listed(release.path(), &release.path().join("oak")).unwrap();
            filled_in(SCRIPT, &site(), &list).unwrap()
        };
        assert_eq!(made(&one), made(&other));
        fs::write(other.path().join("elm/index.html"), "<b>").unwrap();
        assert_eq!(made(&one), made(&other), "another site is no part of it");
        fs::write(other.path().join("oak/pages.css"), "q {}").unwrap();
        assert_ne!(made(&one), made(&other));
    }

    #[test]
    fn a_script_without_a_place_for_its_list_is_refused() {
        let error = filled_in("keep(signpost-site, signpost-version)", &site(), "[]").unwrap_err();
        assert_eq!(error.to_string(), "sw.js must have `\"signpost-files\"` once.");
    }

    #[test]
    fn the_line_that_stops_it_is_one_and_is_that_of_the_guide() {
        let guide = Workspace::find().unwrap().root().join("docs/hosting.md");
        assert_eq!(OFF.lines().count(), 1);
        assert!(finish::read(&guide).unwrap().contains(OFF.trim_end()));
    }
}
