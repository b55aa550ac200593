//! A support beside what is said of it.

use signpost_core::catalogue::{Support, SupportId};
use signpost_core::content::Content;
use signpost_core::texts::SupportTexts;

/// A support, and its words.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'a> {
    pub(super) support: &'a Support,
    pub(super) texts: &'a SupportTexts,
}

impl<'a> Spoken<'a> {
    pub(super) fn of(content: &'a Content, id: SupportId) -> Self {
        Self { support: content.support(id), texts: content.texts.support(id) }
    }

    /// Every support in the author's order.
    pub(super) fn all(content: &'a Content) -> impl Iterator<Item = Self> {
        content.supports().map(|(id, _)| Self::of(content, id))
    }

    /// Those of the urgent box.
    pub(super) fn urgent(content: &'a Content) -> Vec<Self> {
        Self::all(content).filter(|spoken| spoken.support.urgent).collect()
    }

    /// Those for every family, apart from the urgent box.
    pub(super) fn is_for_everyone(&self) -> bool {
        self.support.is_universal() && !self.support.urgent
    }
}
