//! The path as a nested list: sections, their questions, and under each when it is asked and what looks at it.

use maud::{Markup, html};
use signpost_core::catalogue::{QuestionId, Section, SectionId, SupportId};
use signpost_core::family::Who;
use signpost_core::texts::key;

use crate::families::english::Item;
use crate::families::why::{halves, remarks};
use crate::make::map::links::Links;
use crate::source::say::count;

/// The list.
pub(super) fn list(links: &Links<'_>) -> Markup {
    html! {
        section #list aria-labelledby="list-title" {
            h2 #list-title { "The path as a list" }
            p { "It begins with “" (links.content.texts.words.get(key::CHILDREN_TITLE)) "”: the children, and a baby on the way." }
            ol.questions { @for id in links.with_names() { (question(links, id)) } }
            ol.sections { @for (id, section) in links.sections() { (self::section(links, id, section)) } }
            p #the-list { "At the end stands “" (links.content.texts.words.get(key::LIST_TITLE)) "”. It can be seen from every question." }
        }
    }
}

/// What stands where on the page.
pub(super) fn contents(links: &Links<'_>) -> Markup {
    html! {
        nav aria-label="On this page" {
            ul {
                li { a href="#picture-heading" { "The path as a picture" } }
                li {
                    a href="#list" { "The path as a list" }
                    ul {
                        @for (id, section) in links.sections() {
                            li {
                                a href={ "#section-" (section.name) } { (links.content.texts.section(id).title) }
                                ", " (count(links.asked_in(section).len(), "question"))
                                @if section.has_door { ", behind a door" }
                            }
                        }
                    }
                }
                li { a href="#supports" { "The supports, and what they look at" } }
            }
        }
    }
}

fn section(links: &Links<'_>, id: SectionId, section: &Section) -> Markup {
    html! {
        li.section id={ "section-" (section.name) } {
            h3 { (links.content.texts.section(id).title) " " code { (section.name) } }
            (door(links, id))
            ol.questions { @for id in links.asked_in(section) { (question(links, id)) } }
            p.leads { "The end of this part leads to " (next(links, id)) "." }
        }
    }
}

fn door(links: &Links<'_>, id: SectionId) -> Markup {
    html! {
        @if let Some(door) = &links.content.texts.section(id).door {
            p.door {
                strong { "A door: “" (links.english.text(&door.title)) "”" }
                " “" (door.open) "” leads into this part, “" (door.skip) "” past it to " (next(links, id)) "."
            }
        }
    }
}

fn next(links: &Links<'_>, id: SectionId) -> Markup {
    html! {
        @match links.after(id) {
            Some((after, section)) => a href={ "#section-" (section.name) } { "“" (links.content.texts.section(after).title) "”" },
            None => a href="#the-list" { "“" (links.content.texts.words.get(key::LIST_TITLE)) "”" },
        }
    }
}

fn question(links: &Links<'_>, id: QuestionId) -> Markup {
    let asked = links.content.question(id);
    let (serving, supports): (Vec<_>, Vec<_>) = (links.serving(id).collect(), links.supports_of(id).collect());
    let depending: Vec<_> = links.depending(id).collect();
    html! {
        li.question id={ "question-" (asked.name) } value=(links.number(id)) {
            h4 { (links.text(id)) " " code { (asked.name) } }
            p { (remarks(asked).join(" ")) }
            div.when { @for half in halves(&links.english, asked, Who::Family) { div { (item(&half)) } } }
            p { strong { "Questions that depend on it: " } (questions(links, &depending)) }
            p { strong { "Supports that look at it: " } (self::supports(links, &supports)) }
            @if !serving.is_empty() {
                p { strong { "Supports that an answer puts first: " } (self::supports(links, &serving)) }
            }
        }
    }
}

/// A sentence, and those under it: numbered where any one will do.
fn item(item: &Item) -> Markup {
    html! {
        span { (item.says) }
        @match (item.under.as_slice(), item.any) {
            ([], _) => "",
            (under, true) => ol.cases { @for item in under { li { (self::item(item)) } } },
            (under, false) => ul { @for item in under { li { (self::item(item)) } } },
        }
    }
}

/// Questions as links, or "none".
pub(super) fn questions(links: &Links<'_>, ids: &[QuestionId]) -> Markup {
    let one = |id: QuestionId| {
        let name = &links.content.question(id).name;
        html! { a href={ "#question-" (name) } { (links.number(id)) " " code { (name) } } }
    };
    joined(ids.iter().map(|&id| one(id)))
}

fn supports(links: &Links<'_>, ids: &[SupportId]) -> Markup {
    let one = |id: SupportId| {
        let support = links.content.support(id);
        html! { a href={ "#support-" (support.name) } { (links.english.text(&links.content.texts.support(id).name)) } }
    };
    joined(ids.iter().map(|&id| one(id)))
}

fn joined(links: impl Iterator<Item = Markup>) -> Markup {
    let links: Vec<Markup> = links.collect();
    html! {
        @if links.is_empty() { "none" }
        @for (index, link) in links.iter().enumerate() { @if index > 0 { "; " } (link) }
    }
}
