//! The numbers for danger and crisis, the same for everyone.

use maud::{Markup, html};
use signpost_core::words::key;

use crate::pages::contact::{number, other, when};
use crate::pages::frame::Site;

impl Site<'_> {
    /// The urgent box, under a heading of the second level. `id` sets it apart from others on the page.
    pub(super) fn urgent(&self, id: &str) -> Markup {
        let supports = self.content.supports().map(|(_, support)| &support.text).filter(|text| text.urgent);
        html! {
            section.urgent aria-labelledby=(id) {
                h2 id=(id) { (self.voice.word(key::URGENT_TITLE)) }
                p { (self.voice.word(key::URGENT_INTRO)) }
                ul {
                    @for text in supports {
                        li {
                            strong { (self.voice.text(&text.name)) } ": " (number(text))
                            @for also in &text.also { ", " (other(&self.voice, also)) }
                            span.what { " – " (self.voice.text(&text.what)) }
                            (when(&self.voice, text))
                        }
                    }
                }
            }
        }
    }
}
