//! One support on the list: what it is, why it is here, how to get it, and what the parent thinks of it.

use leptos::prelude::*;
use signpost_core::catalogue::SupportId;
use signpost_core::family::Who;
use signpost_core::plan::{GroupKind, Mark, Offer};
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::contacts::{contacts, first_contact};
use crate::view::kit::here::here;
use crate::view::kit::node::{Node, block, tag};
use crate::view::kit::picture::picture;
use crate::view::kit::support::{how, who_and_ask};
use crate::view::screens::list::marks::{Whos, is_marked, marks};

/// How many reasons stand open on a card; of siblings, at least one for each.
const REASONS: usize = 2;

/// The same support, for one person or several.
pub fn card(app: App, kind: GroupKind, offers: &[Offer]) -> Option<Node> {
    let first = offers.first()?;
    let (id, texts) = (first.support, app.content.texts.support(first.support));
    let all: Vec<Who> = offers.iter().map(|offer| offer.who).collect();
    let (who, whos) = (Who::all_of(&all), Whos::new(all));
    let targeted = kind != GroupKind::Universal;
    let mine = whos.clone();
    let class = move || if is_marked(app, id, &mine, Mark::NotForUs) { "card aside" } else { "card" }.to_owned();
    let head = block("div", "card-head")
        .with(picture(&app.content.topic(app.content.support(id).topic).picture))
        .with(tag("h3").text(&texts.name));
    let warnings = app.speak(|speaker| speaker.warnings(offers.iter().flat_map(Offer::warned)));
    let mut reasons = app.speak(|speaker| if targeted { speaker.reasons_of(offers) } else { Vec::new() });
    let further = reasons.split_off(reasons.len().min(REASONS.max(offers.len())));
    let card = tag("li")
        .live_attr("class", class)
        .with(head)
        .with(tags(app, kind, offers))
        .with_all(soon(app, offers).into_iter().map(|says| block("p", "card-soon").text(says)))
        .with(block("p", "card-what").text(app.about(&texts.what, who)))
        .with_all(why(app, reasons))
        .with_all(here(app, id))
        .with_all(targeted.then(|| first_contact(app, id)))
        .with(more(app, id, who, warnings, further));
    Some(card.with(marks(app, id, &whos)))
}

/// What to do and by when, for whomever of them it is so.
pub fn soon(app: App, offers: &[Offer]) -> Vec<String> {
    app.speak(|speaker| speaker.on_one_card(offers, |offer| speaker.soon(offer)))
}

/// How to get it, whom to reach, who it is for, what to ask and further reasons: a press away, so that the list stays
/// short.
fn more(app: App, support: SupportId, who: Who, warnings: Vec<String>, further: Vec<String>) -> Node {
    block("details", "card-more").with(tag("summary").text(app.word(key::SUPPORT_MORE))).folds(move |more| {
        let more = how(app, support, who, warnings, more.with_all(why(app, further)));
        who_and_ask(app, support, who, more.with(contacts(app, support, who)))
    })
}

/// For whom, from when, and what may have changed.
fn tags(app: App, kind: GroupKind, offers: &[Offer]) -> Node {
    let first = offers.first();
    let whom = for_whom(app, kind, offers);
    let start = app.speak(|speaker| speaker.on_one_card(offers, |offer| speaker.start(offer.because.start)));
    let ends = |offer: &Offer| offer.because.ends_this_month.then(|| app.word(key::FROM_ENDS).to_owned());
    let ends = app.speak(|speaker| speaker.on_one_card(offers, ends));
    let changed = first.is_some_and(|offer| offer.may_have_changed).then(|| app.word(key::SUPPORT_CHANGED).to_owned());
    let own = first.and_then(|offer| own(app, offer.support));
    let is_new = first.is_some_and(|offer| untrack(|| app.open(|open| open.seen_of_list().is_new(offer.support))));
    block("ul", "card-tags")
        .with_all(is_new.then(|| block("li", "card-start").text(app.word(key::LIST_NEW_HERE))))
        .with_all(own.map(|own| tag("li").text(own)))
        .with_all(whom.map(|whom| tag("li").text(whom)))
        .with_all(start.into_iter().chain(ends).map(|when| block("li", "card-start").text(when)))
        .with_all(changed.map(|changed| tag("li").text(changed)))
}

/// "For Ada and Ben", where the group does not say so.
pub fn for_whom(app: App, kind: GroupKind, offers: &[Offer]) -> Option<String> {
    let about_children = offers.first().is_some_and(|offer| offer.who != Who::Family);
    (about_children && !matches!(kind, GroupKind::Child(_))).then(|| {
        let whos: Vec<Who> = offers.iter().map(|offer| offer.who).collect();
        app.fill(key::SUPPORT_FOR, &[("who", &app.speak(|speaker| speaker.everyone(&whos)))])
    })
}

/// "Only at Oak Primary", of what only this site has.
fn own(app: App, support: SupportId) -> Option<String> {
    let site = app.content.texts.site().filter(|_| app.content.is_own(support))?;
    Some(app.fill(key::SITE_OWN, &[("site", &app.isolated(&site.name))]))
}

/// Nothing for universal support, which needs no reason.
fn why(app: App, reasons: Vec<String>) -> Option<Node> {
    let lines = reasons.iter().map(|reason| tag("li").text(reason));
    let why =
        block("div", "card-why").with(tag("h4").text(app.word(key::REASON_TITLE))).with(tag("ul").with_all(lines));
    (!reasons.is_empty()).then_some(why)
}
