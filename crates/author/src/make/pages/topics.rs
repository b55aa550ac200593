//! All support by topic, in the author's order.

use maud::{Markup, html};
use signpost_core::texts::key;

use crate::make::pages::frame::{Site, TOPICS};
use crate::make::pages::spoken::Spoken;

/// The page.
pub(super) fn page(site: &Site<'_>) -> Markup {
    let topics: Vec<_> = site.content.topics().filter(|(_, topic)| !topic.supports.is_empty()).collect();
    let main = html! {
        (site.urgent("urgent"))
        nav.topics aria-label=(site.voice.word(key::PAGES_TOPIC_NAMES)) {
            ul { @for (id, topic) in &topics { li { a href={ "#topic-" (topic.name) } { (site.content.texts.topic(*id)) } } } }
        }
        div.listing {
            @for (id, topic) in &topics {
                section aria-labelledby={ "topic-" (topic.name) } {
                    h2 id={ "topic-" (topic.name) } { (site.content.texts.topic(*id)) }
                    @for &support in &topic.supports { (site.entry(Spoken::of(site.content, support))) }
                }
            }
        }
    };
    site.page(&TOPICS, key::PAGES_INTRO, &main)
}
