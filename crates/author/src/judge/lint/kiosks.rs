//! Whether a phone can open what the code of a kiosk says. A screen may have its page from the computer behind it, and no
//! phone comes there.

use crate::format::draft::{Draft, WrittenSite};
use crate::source::problem::Problem;

/// A note for every kiosk that does not say where phones find its page.
pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    draft
        .sites
        .iter()
        .filter(|site| site.kiosk.as_ref().is_some_and(|kiosk| kiosk.address.is_none()))
        .map(note)
        .collect()
}

fn note(site: &WrittenSite) -> Problem {
    let says = format!("the kiosk `{}` says no address for phones", site.id.value);
    let meant = "where its own computer serves the page, no phone can open the code: add `address = \"https://…\"`";
    Problem::note(site.id.spot, says).rule("no-address").meant(meant)
}
