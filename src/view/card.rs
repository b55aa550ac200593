//! One support on the list: what it is, why it is here, how to get it, and what the parent thinks of it.

use leptos::prelude::*;
use signpost_core::answers::Who;
use signpost_core::content::SupportId;
use signpost_core::plan::{GroupKind, Offer};
use signpost_core::visit::Mark;
use signpost_core::words::key;

use crate::view::app::App;
use crate::view::contacts::{contacts, first_contact};
use crate::view::html::{Tag, block, tag};
use crate::view::marks::{Whos, is_marked, marks};
use crate::view::picture::picture;

/// The same support, for one person or several.
pub fn card(app: App, kind: GroupKind, offers: &[Offer]) -> Option<Tag> {
    let first = offers.first()?;
    let (id, support) = (first.support, app.content.support(first.support));
    let whos: Whos = StoredValue::new(offers.iter().map(|offer| offer.who).collect());
    let targeted = kind != GroupKind::Universal;
    let class = move || if is_marked(app, id, whos, Mark::NotForUs) { "card aside" } else { "card" }.to_owned();
    let head = block("div", "card-head")
        .view(picture(&app.content.topic(support.topic).picture))
        .with(tag("h3").text(support.text.name.as_str()));
    let card = tag("li")
        .live_attr("class", class)
        .with(head)
        .with(tags(app, kind, offers))
        .with(block("p", "card-what").text(app.about(&support.text.what, first.who)))
        .with_all(targeted.then(|| reasons(app, offers)))
        .with_all(targeted.then(|| first_contact(app, id)))
        .with(more(app, id, first.who));
    Some(card.with(marks(app, id, whos)))
}

/// Who it is for, and what a parent could ask.
pub fn who_and_ask(app: App, support: SupportId, who: Who) -> impl Iterator<Item = Tag> {
    let text = &app.content.support(support).text;
    let asked = text.questions.iter().map(|question| tag("li").text(app.about(question, who)));
    let ask = (!text.questions.is_empty())
        .then(|| [tag("h4").text(app.word(key::SUPPORT_ASK)), block("ul", "card-ask").with_all(asked)]);
    let who = [tag("h4").text(app.word(key::SUPPORT_WHO)), tag("p").text(app.about(&text.who, who))];
    who.into_iter().chain(ask.into_iter().flatten())
}

/// How to get it, whom to reach, who it is for and what to ask: a press away, so that the list stays short.
fn more(app: App, support: SupportId, who: Who) -> Tag {
    block("details", "card-more")
        .with(tag("summary").text(app.word(key::SUPPORT_MORE)))
        .with(tag("p").text(app.about(&app.content.support(support).text.how, who)))
        .with(contacts(app, support))
        .with_all(who_and_ask(app, support, who))
}

/// For whom, from when, and what may have changed.
fn tags(app: App, kind: GroupKind, offers: &[Offer]) -> Tag {
    let first = offers.first();
    let about_children = first.is_some_and(|offer| offer.who != Who::Family);
    let whom = (about_children && !matches!(kind, GroupKind::Child(_))).then(|| {
        let names: Vec<String> = offers.iter().map(|offer| app.speak(|speaker| speaker.who(offer.who))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        app.fill(key::SUPPORT_FOR, &[("who", &app.speak(|speaker| speaker.list(&names)))])
    });
    let start = first.and_then(|offer| app.speak(|speaker| speaker.start(offer.because.start)));
    let ends = first.is_some_and(|offer| offer.because.ends_this_month).then(|| app.word(key::FROM_ENDS).to_owned());
    let changed = first.is_some_and(|offer| offer.may_have_changed).then(|| app.word(key::SUPPORT_CHANGED).to_owned());
    block("ul", "card-tags")
        .with_all(whom.map(|whom| tag("li").text(whom)))
        .with_all([start, ends].into_iter().flatten().map(|when| block("li", "card-start").text(when)))
        .with_all(changed.map(|changed| tag("li").text(changed)))
}

fn reasons(app: App, offers: &[Offer]) -> Tag {
    let mut reasons: Vec<String> = Vec::new();
    for reason in offers.iter().flat_map(|offer| app.speak(|speaker| speaker.reasons(offer))) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    block("div", "card-why")
        .with(tag("h4").text(app.word(key::REASON_TITLE)))
        .with(tag("ul").with_all(reasons.into_iter().map(|reason| tag("li").text(reason))))
}
