//! The words of the interface, and texts of the content about nobody in particular. What a page joins, it joins by a
//! pattern of the language.

use maud::{Markup, PreEscaped, html};
use signpost_core::catalogue::{Contact, Means};
use signpost_core::content::Content;
use signpost_core::family::{Answers, Who};
use signpost_core::speech::Speaker;
use signpost_core::texts::{CountKey, WordKey, key};

/// Speaks to no parent in particular.
pub(super) struct Voice<'a> {
    content: &'a Content,
    nobody: Answers,
    /// Many people share the screen: contacts are words there, because nothing leads out of it.
    pub(super) in_kiosk: bool,
}

impl<'a> Voice<'a> {
    /// In the language of this content.
    pub(super) fn new(content: &'a Content) -> Self {
        Self { content, nobody: Answers::without_children(), in_kiosk: false }
    }

    /// The same, where many people share the screen.
    pub(super) fn in_kiosk(self, in_kiosk: bool) -> Self {
        Self { in_kiosk, ..self }
    }

    /// Says a day, ages, or a text, to nobody in particular.
    pub(super) fn speaker(&self) -> Speaker<'_> {
        Speaker::new(self.content, &self.nobody)
    }

    /// A text about nobody in particular.
    pub(super) fn text(&self, text: &str) -> String {
        self.speaker().about(text, Who::Family)
    }

    /// A word of the interface.
    pub(super) fn word(&self, key: WordKey) -> &'a str {
        self.content.texts.words.get(key)
    }

    /// A word of the interface with its placeholders filled.
    pub(super) fn fill(&self, key: WordKey, values: &[(&str, &str)]) -> String {
        self.content.texts.words.fill(key, values)
    }

    /// The form of a word that goes with so many, with its placeholders filled.
    pub(super) fn counted(&self, key: CountKey, many: usize, values: &[(&str, &str)]) -> String {
        self.content.texts.counted(key, u32::try_from(many).unwrap_or(u32::MAX), values)
    }

    /// A word of the interface with elements in the place of its placeholders.
    pub(super) fn around(&self, key: WordKey, values: &[(&str, &Markup)]) -> Markup {
        let mut out = String::new();
        let mut rest = self.word(key);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            out += &html! { (before) }.0;
            out += values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.0.as_str());
            rest = tail;
        }
        PreEscaped(out + &html! { (rest) }.0)
    }

    /// Elements one after the other, as a list goes on.
    pub(super) fn joined(&self, parts: impl IntoIterator<Item = Markup>, pattern: WordKey) -> Markup {
        let all = parts.into_iter().filter(|part| !part.0.is_empty());
        all.reduce(|all, part| self.around(pattern, &[("first", &all), ("next", &part)])).unwrap_or_default()
    }

    /// A number, a text line or a mailbox as it is shown.
    pub(super) fn shown(&self, contact: &Contact) -> String {
        let (word, to) = (self.isolated(&contact.word), self.isolated(&contact.to));
        match contact.means {
            Means::Text if contact.word.is_empty() => self.fill(key::SUPPORT_TEXT, &[("number", &to)]),
            Means::Text => self.fill(key::SUPPORT_TEXT_WORD, &[("word", &word), ("number", &to)]),
            _ => to,
        }
    }

    /// A number or an address as it stands among words of the language.
    pub(super) fn isolated(&self, value: &str) -> String {
        self.content.texts.direction.isolated(value)
    }
}
