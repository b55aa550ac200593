//! All support by topic, in the author's order.

use maud::{Markup, html};
use signpost_core::texts::key;

use crate::make::pages::frame::{Pages, TOPICS};
use crate::make::pages::spoken::Spoken;

/// The page.
pub(super) fn page(pages: &Pages<'_>) -> Markup {
    let topics: Vec<_> = pages.content.topics().filter(|(_, topic)| !topic.supports.is_empty()).collect();
    let main = html! {
        (pages.urgent("urgent"))
        nav.topics aria-label=(pages.voice.word(key::PAGES_TOPIC_NAMES)) {
            ul { @for (id, topic) in &topics { li { a href={ "#topic-" (topic.name) } { (pages.content.texts.topic(*id)) } } } }
        }
        div.listing {
            @for (id, topic) in &topics {
                section aria-labelledby={ "topic-" (topic.name) } {
                    h2 id={ "topic-" (topic.name) } { (pages.content.texts.topic(*id)) }
                    @for &support in &topic.supports { (pages.entry(Spoken::of(pages.content, support))) }
                }
            }
        }
    };
    pages.page(&TOPICS, key::PAGES_INTRO, &main)
}
