//! The sites of a release, as the compiler of content lists them: a page for each in each of its
//! languages, over the files that all share.

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
    /// The languages of its pages, by what the files of those are called, the usual one first.
    pub(super) languages: Vec<String>,
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

    /// Whether its page in this language is the one in its folder; each other has a folder in there.
    pub(super) fn begins_in(&self, language: &str) -> bool {
        self.languages.first().is_some_and(|first| first == language)
    }

    /// Where its page in this language is inside its folder.
    pub(super) fn inside(&self, language: &str) -> String {
        if self.begins_in(language) { String::new() } else { format!("{language}/") }
    }

    /// Where its pages are inside the release, each with its language.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&str, String)> {
        self.languages.iter().map(|language| (language.as_str(), self.folder() + &self.inside(language)))
    }
}

/// The sites that the content was compiled for.
pub(super) fn list(generated: &Path) -> Result<Vec<Site>> {
    read(&lists::text(generated, LIST)?)
}

fn read(list: &str) -> Result<Vec<Site>> {
    let lines = lists::fields(LIST, list)?.into_iter();
    let site = |[id, languages, keeping, name, logo, kiosk, offline]: [String; 7]| {
        let (offline, languages) = (offline == "offline", languages.split(' ').map(str::to_owned).collect());
        Site { id, languages, keeping, name, logo, kiosk, offline }
    };
    Ok(lines.map(site).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_site() {
        let sites =
            read("elm\ten\tthis-visit\tElm\t\t\t\noak-primary\ten ur\tnowhere\tOak Primary\tsvg\t90 off\toffline\n")
                .unwrap();
        assert_eq!(sites.iter().map(Site::folder).collect::<Vec<_>>(), ["elm/", "oak-primary/"]);
        let Site { keeping, name, logo, kiosk, .. } = &sites[1];
        assert_eq!([keeping, name, logo, kiosk], ["nowhere", "Oak Primary", "svg", "90 off"]);
        assert_eq!([sites[0].offline, sites[1].offline], [false, true]);
        assert_eq!(read("").unwrap(), []);
        assert!(read("elm\n").is_err());
    }

    #[test]
    fn the_usual_language_of_a_site_is_in_its_folder_and_each_other_in_one_inside() {
        let sites = read("oak\tur en pa-Arab\tnowhere\tOak\t\t\t\n").unwrap();
        let pages: Vec<_> = sites[0].pages().collect();
        assert_eq!(pages, [("ur", "oak/".into()), ("en", "oak/en/".into()), ("pa-Arab", "oak/pa-Arab/".into())]);
        assert!(sites[0].begins_in("ur") && !sites[0].begins_in("en"));
    }
}
