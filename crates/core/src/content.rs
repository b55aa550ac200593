//! Content: a catalogue, and one language to say it in.

use std::ops::Deref;

use crate::catalogue::Catalogue;
use crate::texts::Texts;

/// A catalogue, and what it says in one language. What is asked of it without a word being said is asked of the
/// catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// What is asked and offered.
    pub catalogue: Catalogue,
    /// What it says.
    pub texts: Texts,
}

impl Deref for Content {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        &self.catalogue
    }
}

impl Content {
    /// The content without what the widget never says: what authors call conditions and warnings, and the words of pages
    /// that need no script.
    #[must_use]
    pub fn travelling(mut self) -> Self {
        self.texts.words.keep_travelling();
        self.catalogue.conditions.iter_mut().for_each(|condition| condition.name.clear());
        if let Some(offered) = self.catalogue.offered.get_mut() {
            offered.warnings.iter_mut().for_each(String::clear);
        }
        self
    }
}
