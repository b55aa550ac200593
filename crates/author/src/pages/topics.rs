//! All support by topic, in the author's order.

use maud::{Markup, html};

use crate::pages::frame::{Site, TOPICS};

/// The page.
pub(super) fn page(site: &Site<'_>) -> Markup {
    let intro = "Everything we know of, for every family and for some. You do not need to answer anything.";
    let topics: Vec<_> =
        site.content.topics().map(|(_, topic)| topic).filter(|topic| !topic.supports.is_empty()).collect();
    let main = html! {
        (site.urgent("urgent"))
        nav.topics aria-label="Topics" {
            ul { @for topic in &topics { li { a href={ "#topic-" (topic.name) } { (topic.title) } } } }
        }
        div.listing {
            @for topic in &topics {
                section aria-labelledby={ "topic-" (topic.name) } {
                    h2 id={ "topic-" (topic.name) } { (topic.title) }
                    @for &support in &topic.supports { (site.entry(site.content.support(support))) }
                }
            }
        }
    };
    site.page(TOPICS, intro, &main)
}
