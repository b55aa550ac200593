//! The numbers for danger and crisis, the same for everyone.

use maud::{Markup, html};
use signpost_core::texts::key;

use crate::make::pages::contact::{number, others, reach, when};
use crate::make::pages::frame::Pages;
use crate::make::pages::spoken::Spoken;

impl Pages<'_> {
    /// The urgent box, under a heading of the second level. `id` sets it apart from others on the page.
    pub(super) fn urgent(&self, id: &str) -> Markup {
        html! {
            section.urgent aria-labelledby=(id) {
                h2 id=(id) { (self.voice.word(key::URGENT_TITLE)) }
                p { (self.voice.word(key::URGENT_INTRO)) }
                ul {
                    @for spoken in Spoken::urgent(self.content) {
                        li {
                            (self.urgent_line(spoken))
                            span.what { " " (self.voice.fill(key::PAGES_WHAT, &[("what", &self.voice.text(&spoken.texts.what))])) }
                            (when(&self.voice, spoken))
                        }
                    }
                }
            }
        }
    }

    fn urgent_line(&self, spoken: Spoken<'_>) -> Markup {
        let name = html! { strong { (self.voice.text(&spoken.texts.name)) } };
        let contacts = std::iter::once(number(&self.voice, spoken)).chain(others(&self.voice, spoken));
        reach(&self.voice, &name, &self.voice.joined(contacts, key::LIST_NEXT))
    }
}
