//! All supports, each with the questions it looks at: where the links of the list lead.

use maud::{Markup, html};
use signpost_core::catalogue::{QuestionId, SupportId};

use crate::make::map::links::Links;
use crate::make::map::list::questions;

/// The supports by topic.
pub(super) fn supports(links: &Links<'_>) -> Markup {
    html! {
        section aria-labelledby="supports" {
            h2 #supports { "The supports, and what they look at" }
            @for (id, topic) in links.content.topics() {
                h3 { (links.content.texts.topic(id)) }
                ul.supports { @for &id in &topic.supports { (support(links, id)) } }
            }
        }
    }
}

fn support(links: &Links<'_>, id: SupportId) -> Markup {
    let support = links.content.support(id);
    let looks: Vec<QuestionId> = links.looks_at(id).collect();
    html! {
        li id={ "support-" (support.name) } {
            (links.english.text(&links.content.texts.support(id).name)) " " code { (support.name) } ": "
            @if looks.is_empty() { "looks at nothing" } @else { "looks at " (questions(links, &looks)) }
        }
    }
}
