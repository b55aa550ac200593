//! Folders that a site cannot have, so that no site can be called as they are.

/// A folder of the release that is no site's: the page of a made-up school.
const DEMO: &str = "demo";

/// How names of files begin that never change: hosts are told to keep whatever is called so for a year.
const KEPT: [&str; 9] = ["app-", "asked-", "code-", "embed-", "framed-", "kiosk-", "late-", "offered-", "take-"];

/// Folders that Windows cannot make.
const NO_FOLDERS: [&str; 4] = ["aux", "con", "nul", "prn"];

/// More letters than this are too many for the name of a file on some computers.
const LONGEST_ID: usize = 100;

/// Why a site cannot be called so; nothing where it can.
pub(crate) fn refused(id: &str) -> Option<String> {
    Some(if id == DEMO {
        format!("the folder `{DEMO}` of the release is the page of a made-up school")
    } else if id.len() == 2 {
        format!("a folder `{id}` could be that of a language")
    } else if NO_FOLDERS.contains(&id) {
        format!("a computer with Windows cannot make a folder `{id}`")
    } else if id.len() > LONGEST_ID {
        format!("an id of {} letters is too long for the name of a folder", id.len())
    } else {
        let kept = KEPT.into_iter().find(|kept| id.starts_with(kept))?;
        format!("hosts keep whatever is called `{kept}…` for a year, and a page must not be kept so")
    })
}
