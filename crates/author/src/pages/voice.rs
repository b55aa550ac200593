//! The words of the interface, and texts of the content about nobody in particular.

use signpost_core::catalogue::{Contact, Means};
use signpost_core::texts::{WordKey, Words, fill, key};

/// Speaks to no parent in particular.
pub(super) struct Voice {
    words: Words,
}

impl Voice {
    /// In these words.
    pub(super) fn new(words: Words) -> Self {
        Self { words }
    }

    /// A text about nobody in particular.
    pub(super) fn text(&self, text: &str) -> String {
        let child = self.words.get(key::CHILD_UNNAMED);
        let theirs = self.words.fill(key::BELONGS_TO, &[("name", child)]);
        let (capital, capital_theirs) = (capitalised(child), capitalised(&theirs));
        let values = [("child", child), ("child's", &theirs), ("Child", &capital), ("Child's", &capital_theirs)];
        fill(text, &values)
    }

    /// A word of the interface with its placeholders filled.
    pub(super) fn fill(&self, key: WordKey, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// A number, a text line or a mailbox as it is shown.
    pub(super) fn shown(&self, contact: &Contact) -> String {
        match contact.means {
            Means::Text if contact.word.is_empty() => self.fill(key::SUPPORT_TEXT, &[("number", &contact.to)]),
            Means::Text => self.fill(key::SUPPORT_TEXT_WORD, &[("word", &contact.word), ("number", &contact.to)]),
            _ => contact.to.clone(),
        }
    }

    /// A word of the interface.
    pub(super) fn word(&self, key: WordKey) -> &str {
        self.words.get(key)
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
