//! All support under its number, as short as paper needs it: what it is called, how to get it, and where to ask.

use maud::{Markup, html};
use signpost_core::content::{self, SupportId};
use signpost_core::pack::Support;
use signpost_core::words::key;

use crate::pages::contact::{number, other, web};
use crate::pages::frame::{A_TO_Z, Site};

/// The number that a support has on paper, from 1.
pub(super) fn number_of(id: SupportId) -> usize {
    id.index() + 1
}

impl Site<'_> {
    /// The list, under a heading of the second level. Each name leads to all that is known of it.
    pub(super) fn by_number(&self) -> Markup {
        html! {
            section.by-number aria-labelledby="by-number" {
                h2 #by-number { "The help, by number" }
                p { "“" (A_TO_Z.title) "” says more: who each is for, when to call, and what it costs." }
                ol { @for (_, support) in self.content.supports() { (self.in_short(support)) } }
            }
        }
    }

    fn in_short(&self, support: &content::Support) -> Markup {
        let text = &support.text;
        html! {
            li id=(text.id) {
                h3 { a href={ (A_TO_Z.file) "#" (text.id) } { (self.voice.text(&text.name)) } }
                p { (self.how(support)) }
                ul.contacts { @for contact in self.contacts(text) { li { (contact) } } }
            }
        }
    }

    fn contacts(&self, text: &Support) -> Vec<Markup> {
        let mut contacts = vec![number(text)];
        if !text.phone.is_empty() && !text.text.is_empty() {
            contacts.push(html! { (self.voice.fill(key::SUPPORT_TEXT, &[("number", &text.text)])) });
        }
        contacts.extend(text.also.iter().map(|also| other(&self.voice, also)));
        if !text.url.is_empty() {
            contacts.push(web(&self.voice, text));
        }
        contacts.retain(|contact| !contact.0.is_empty());
        contacts
    }
}
