//! The sites of a release, as the compiler of content lists them: one page for each, over the files that all share.

use std::path::Path;

use anyhow::Result;

use super::lists;

/// Where the compiler lists them.
const LIST: &str = "sites.txt";

/// A school, hub or council that the release has a page for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// What its folder is called.
    pub(super) id: String,
    /// The language of its page, by what the files of that are called.
    pub(super) language: String,
    /// How long answers live there before the parent says anything.
    pub(super) keeping: String,
    /// Whether its page opens without a network.
    pub(super) offline: bool,
    /// What it is called: a text, not HTML.
    pub(super) name: String,
    /// How the name of its logo ends; empty where it has none.
    pub(super) logo: String,
    /// How a screen that many people share shows it: the seconds, the printing, perhaps `open-plan` and an address; empty anywhere else.
    pub(super) kiosk: String,
}

impl Site {
    /// Whether many people share the screen.
    pub(super) fn is_kiosk(&self) -> bool {
        !self.kiosk.is_empty()
    }

    /// Where its own files are inside the release.
    pub(super) fn folder(&self) -> String {
        format!("{}/", self.id)
    }
}

/// The sites that the content was compiled for.
pub(super) fn list(generated: &Path) -> Result<Vec<Site>> {
    read(&lists::text(generated, LIST)?)
}

fn read(list: &str) -> Result<Vec<Site>> {
    let lines = lists::fields(LIST, list)?.into_iter();
    let site = |[id, language, keeping, name, logo, kiosk, offline]: [String; 7]| {
        let offline = offline == "offline";
        Site { id, language, keeping, name, logo, kiosk, offline }
    };
    Ok(lines.map(site).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_site() {
        let sites =
            read("elm\ten\tthis-visit\tElm\t\t\t\noak-primary\ten\tnowhere\tOak Primary\tsvg\t90 off\toffline\n")
                .unwrap();
        assert_eq!(sites.iter().map(Site::folder).collect::<Vec<_>>(), ["elm/", "oak-primary/"]);
        let Site { language, keeping, name, logo, kiosk, .. } = &sites[1];
        assert_eq!([language, keeping, name, logo, kiosk], ["en", "nowhere", "Oak Primary", "svg", "90 off"]);
        assert_eq!([sites[0].offline, sites[1].offline], [false, true]);
        assert_eq!(read("").unwrap(), []);
        assert!(read("elm\n").is_err());
    }
}
