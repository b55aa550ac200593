//! What all whole pages share: the head, the way around, the end.

use maud::{DOCTYPE, Markup, html};
use signpost_core::content::Content;
use signpost_core::texts::{WordKey, key};

use crate::make::pages::STYLE;
use crate::make::pages::voice::Voice;

/// A page, and what links to it say.
pub(super) struct Link {
    /// Its file, beside the others.
    pub(super) file: &'static str,
    /// What it is called.
    pub(super) title: WordKey,
    /// The same where four such names stand in one line.
    short: WordKey,
}

pub(super) const A_TO_Z: Link =
    Link { file: "support-a-to-z.html", title: key::PAGES_A_TO_Z, short: key::PAGES_A_TO_Z_SHORT };
pub(super) const TOPICS: Link =
    Link { file: "support-by-topic.html", title: key::PAGES_TOPICS, short: key::PAGES_TOPICS_SHORT };
pub(super) const PAPER: Link =
    Link { file: "questions-on-paper.html", title: key::PAGES_PAPER, short: key::PAGES_PAPER_SHORT };

/// The pages of a content, and how they speak to everybody.
pub(super) struct Pages<'a> {
    pub(super) content: &'a Content,
    pub(super) voice: Voice<'a>,
    /// Where the questions are asked on screen, if they are.
    start: Option<&'a str>,
}

impl<'a> Pages<'a> {
    pub(super) fn new(content: &'a Content, start: Option<&'a str>) -> Self {
        Self { content, voice: Voice::new(content), start }
    }

    /// A whole page around its main part.
    pub(super) fn page(&self, link: &Link, intro: WordKey, main: &Markup) -> Markup {
        let (title, product) = (self.voice.word(link.title), self.voice.word(key::PRODUCT_NAME));
        let texts = &self.content.texts;
        html! {
            (DOCTYPE)
            html lang=(texts.language) dir=(texts.direction.name()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.voice.fill(key::PAGES_TITLE, &[("title", title), ("product", product)])) }
                    link rel="stylesheet" href=(STYLE.0);
                }
                body {
                    a.skip-link href="#main" { (self.voice.word(key::SHELL_SKIP_LINK)) }
                    header { p.product { (product) } (self.around(link)) }
                    main #main {
                        h1 { (title) }
                        p.intro { (self.voice.word(intro)) }
                        (main)
                    }
                    footer { p { (self.checked()) } }
                }
            }
        }
    }

    /// The way back to the questions comes first: a screen in a hub may have no Back of its own.
    fn around(&self, here: &Link) -> Markup {
        html! {
            nav aria-label=(self.voice.word(key::PAGES_AROUND)) {
                ul {
                    @if let Some(start) = self.start { li { a href=(start) { (self.voice.word(key::PAGES_QUESTIONS)) } } }
                    @for link in [A_TO_Z, TOPICS, PAPER] {
                        li { a href=(link.file) aria-current=[(link.file == here.file).then_some("page")] { (self.voice.word(link.short)) } }
                    }
                }
            }
        }
    }

    fn checked(&self) -> String {
        let day = self.content.checked.map(|day| self.voice.speaker().day(day));
        let words = if self.content.unchecked { key::SHELL_NOT_CHECKED } else { key::SHELL_VERSION };
        day.map(|day| self.voice.fill(words, &[("date", &day)])).unwrap_or_default()
    }
}
