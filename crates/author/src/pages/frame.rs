//! What all whole pages share: the head, the way around, the end.

use maud::{DOCTYPE, Markup, html};
use signpost_core::answers::Answers;
use signpost_core::content::Content;
use signpost_core::speech::Speaker;
use signpost_core::texts::key;

use crate::pages::STYLE;
use crate::pages::voice::Voice;

/// A page, and what links to it say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// Its file, beside the others.
    pub(super) file: &'static str,
    /// What it is called.
    pub(super) title: &'static str,
    /// The same where four such names stand in one line.
    short: &'static str,
}

pub(super) const A_TO_Z: Link =
    Link { file: "support-a-to-z.html", title: "All support, A to Z", short: "Support A to Z" };
pub(super) const TOPICS: Link =
    Link { file: "support-by-topic.html", title: "All support, by topic", short: "Support by topic" };
pub(super) const PAPER: Link =
    Link { file: "questions-on-paper.html", title: "The questions, on paper", short: "Questions on paper" };

/// The content, and how it speaks to everybody.
pub(super) struct Site<'a> {
    pub(super) content: &'a Content,
    pub(super) voice: Voice,
    /// Where the questions are asked on screen, if they are.
    start: Option<&'a str>,
}

impl<'a> Site<'a> {
    pub(super) fn new(content: &'a Content, start: Option<&'a str>) -> Self {
        Self { content, voice: Voice::new(content.texts.words.clone()), start }
    }

    /// A whole page around its main part.
    pub(super) fn page(&self, link: Link, intro: &str, main: &Markup) -> Markup {
        let product = self.voice.word(key::PRODUCT_NAME);
        html! {
            (DOCTYPE)
            html lang=(self.content.texts.language) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (link.title) " – " (product) }
                    link rel="stylesheet" href=(STYLE.0);
                }
                body {
                    a.skip-link href="#main" { (self.voice.word(key::SHELL_SKIP_LINK)) }
                    header { p.product { (product) } (self.around(link)) }
                    main #main {
                        h1 { (link.title) }
                        p.intro { (intro) }
                        (main)
                    }
                    footer { p { (self.checked()) } }
                }
            }
        }
    }

    /// The way back to the questions comes first: a screen in a hub may have no Back of its own.
    fn around(&self, here: Link) -> Markup {
        html! {
            nav aria-label="Pages" {
                ul {
                    @if let Some(start) = self.start { li { a href=(start) { "Questions on screen" } } }
                    @for link in [A_TO_Z, TOPICS, PAPER] {
                        li { a href=(link.file) aria-current=[(link == here).then_some("page")] { (link.short) } }
                    }
                }
            }
        }
    }

    fn checked(&self) -> String {
        let answers = Answers::without_children();
        let speaker = Speaker::new(self.content, &answers);
        let day = self.content.checked.map(|day| speaker.day(day));
        let words = if self.content.unchecked { key::SHELL_NOT_CHECKED } else { key::SHELL_VERSION };
        day.map(|day| self.voice.fill(words, &[("date", &day)])).unwrap_or_default()
    }
}
