//! The languages of a release, as the compiler of content lists them: one page for each, over files that they share.

use std::path::Path;

use anyhow::Result;

use super::lists;

/// Where the compiler lists them.
const LIST: &str = "languages.txt";

/// A language that the release has a page in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Language {
    /// What its files are called by.
    pub(super) name: String,
    /// What its page says of itself: BCP 47.
    pub(super) tag: String,
    /// `ltr` or `rtl`.
    pub(super) direction: String,
    /// What the tab of its page is called.
    pub(super) title: String,
    /// What it calls itself.
    pub(super) own: String,
    /// What the button says in it that starts.
    pub(super) start: String,
    /// What a list of languages is called in it.
    pub(super) all: String,
    /// The first one's page is the one at the top.
    is_first: bool,
}

impl Language {
    /// Where its own files are inside the release, with a slash at the end.
    pub(super) fn folder(&self) -> String {
        if self.is_first { String::new() } else { format!("{}/", self.name) }
    }

    /// The way from its page to the files that all share.
    pub(super) fn up(&self) -> &'static str {
        if self.is_first { "./" } else { "../" }
    }
}

/// The languages that the content was compiled in.
pub(super) fn list(generated: &Path) -> Result<Vec<Language>> {
    read(&lists::text(generated, LIST)?)
}

fn read(list: &str) -> Result<Vec<Language>> {
    let lines: Vec<[String; 7]> = lists::fields(LIST, list)?;
    let numbered = lines.into_iter().enumerate();
    let languages = numbered.map(|(place, [name, tag, direction, title, own, start, all])| Language {
        name,
        tag,
        direction,
        title,
        own,
        start,
        all,
        is_first: place == 0,
    });
    Ok(languages.collect())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn two() -> Vec<Language> {
        let english = "en\ten-GB\tltr\tHelp & more\tEnglish\tStart\tLanguages\n";
        read(&(english.to_owned() + "ar-XB\tar-XB\trtl\tاب\tاب\tبدء\tلغات\n")).unwrap()
    }

    #[test]
    fn the_first_language_is_at_the_top_and_the_others_each_in_a_folder() {
        let places: Vec<_> = two().iter().map(|it| (it.folder(), it.up())).collect();
        assert_eq!(places, [(String::new(), "./"), ("ar-XB/".to_owned(), "../")]);
        assert_eq!(two()[1].direction, "rtl");
        assert!(read("en\ten-GB\n").is_err());
    }
}
