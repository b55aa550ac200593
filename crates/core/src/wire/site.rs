//! What a site adds, as it travels: one small part beside those that all sites share.

use crate::catalogue::{Catalogue, Offered, Site, Support};
use crate::texts::{OfferedTexts, SiteTexts, SupportTexts};
use crate::wire::carrier::Carrier;
use crate::wire::{
    catalogue,
    texts::{of_site, of_supports},
};

/// What a site adds, before it stands among what all share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    /// The site.
    pub(crate) site: Site,
    /// What is said of it.
    pub(crate) texts: SiteTexts,
    /// Its own supports, each with its topic.
    pub(crate) supports: Vec<Support>,
    /// What is said of those.
    pub(crate) said: Vec<SupportTexts>,
}

impl Added {
    /// There and back. `shared` is what all sites are offered.
    pub(super) fn carry(&mut self, by: &mut dyn Carrier, catalogue: &Catalogue, shared: &Offered) {
        let Self { site, texts, supports, said } = self;
        self::catalogue::site(by, shared, catalogue::Known::of(catalogue), site, supports);
        of_site(by, texts);
        of_supports(by, said);
    }

    /// Something is said of everything it adds.
    pub(super) fn fits(&self) -> bool {
        let there = [self.site.people.len(), self.site.services.len(), self.supports.len()];
        there == [self.texts.people.len(), self.texts.services.len(), self.said.len()]
    }

    /// Puts it among what all share: its own supports come last, each also in its topic.
    pub(super) fn join(mut self, offered: &mut Offered, said: &mut OfferedTexts) {
        self.site.own = self.supports.len();
        for support in self.supports {
            let id = crate::catalogue::SupportId::at(offered.supports.len());
            if let Some(topic) = offered.topics.get_mut(support.topic.index()) {
                topic.supports.push(id);
            }
            offered.supports.push(support);
        }
        said.supports.extend(self.said);
        (offered.site, said.site) = (Some(self.site), self.texts);
    }
}
