//! All support under its number, as short as paper needs it: what it is called, how to get it, and where to ask.

use maud::{Markup, html};
use signpost_core::catalogue::SupportId;
use signpost_core::texts::key;

use crate::make::pages::contact::{number, others, web};
use crate::make::pages::frame::{A_TO_Z, Pages};
use crate::make::pages::spoken::Spoken;

/// The number that a support has on paper, from 1.
pub(super) fn number_of(id: SupportId) -> usize {
    id.index() + 1
}

impl Pages<'_> {
    /// The list, under a heading of the second level. Each name leads to all that is known of it.
    pub(super) fn by_number(&self) -> Markup {
        html! {
            section.by-number aria-labelledby="by-number" {
                h2 #by-number { (self.voice.word(key::PAPER_BY_NUMBER)) }
                p { (self.voice.fill(key::PAPER_BY_NUMBER_INTRO, &[("page", self.voice.word(A_TO_Z.title))])) }
                ol { @for spoken in Spoken::all(self.content) { (self.in_short(spoken)) } }
            }
        }
    }

    fn in_short(&self, spoken: Spoken<'_>) -> Markup {
        let name = &spoken.support.name;
        html! {
            li id=(name) {
                h3 { a href={ (A_TO_Z.file) "#" (name) } { (self.voice.text(&spoken.texts.name)) } }
                (self.how(spoken))
                ul.contacts { @for contact in self.contacts(spoken) { li { (contact) } } }
            }
        }
    }

    fn contacts(&self, spoken: Spoken<'_>) -> Vec<Markup> {
        let mut contacts = vec![number(&self.voice, spoken)];
        contacts.extend(self.second_number(spoken));
        contacts.extend(others(&self.voice, spoken));
        contacts.push(web(&self.voice, spoken));
        contacts.retain(|contact| !contact.0.is_empty());
        contacts
    }
}
