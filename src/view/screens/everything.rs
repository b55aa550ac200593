//! All support, topic by topic, without answering, and why something is not on the list.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use signpost_core::catalogue::{SupportId, TopicId};
use signpost_core::judge::Judge;
use signpost_core::plan::verdict;
use signpost_core::search::search;
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, field, tag};
use crate::view::kit::picture::picture;
use crate::view::kit::support::whole;

/// How many of what was found are shown.
const MOST: usize = 10;

/// A field to search in, and every topic, closed until it is opened.
#[inline(never)]
pub fn everything(app: App) -> Node {
    block("div", "everything")
        .with(heading(app.word(key::EVERYTHING_TITLE)))
        .with(block("p", "list-intro").text(app.word(key::EVERYTHING_INTRO)))
        .with_all(searching(app))
        .with_all(app.content.topics().map(|(topic, _)| one_topic(app, topic)))
}

/// What is typed stands in its field and nowhere else. It is searched for once; nothing typed is nothing searched for. What
/// is found is no signal, and only tells that it is something else: the widget would carry the code of one more kind of
/// signal.
fn searching(app: App) -> [Node; 2] {
    let (found, told) = (Rc::new(RefCell::new(None::<Vec<SupportId>>)), ArcTrigger::new());
    let (said, shown) = (Rc::clone(&found), Rc::clone(&found));
    let (said_again, shown_again) = (told.clone(), told.clone());
    let typed = move |words: String| {
        found.replace((!words.is_empty()).then(|| search(app.content, &words)));
        told.notify();
    };
    let field = field("input").attr("type", "text").attr("enterkeyhint", "search").on_value("input", typed);
    let label = tag("label").text(app.word(key::EVERYTHING_SEARCH)).with(field);
    let says = move || {
        said_again.track();
        match said.borrow().as_ref().map(Vec::len) {
            None => String::new(),
            Some(0) => app.word(key::EVERYTHING_NONE).to_owned(),
            Some(count) => app.count(key::EVERYTHING_FOUND, count),
        }
    };
    let status = tag("p").attr("role", "status").live_text(says);
    let cards = tag("div")
        .live_always(move || shown_again.track(), move |place| found_now(app, place, shown.borrow().as_deref()));
    [block("div", "everything-search").with(label).with(status), cards]
}

fn found_now(app: App, place: Node, found: Option<&[SupportId]>) -> Node {
    let found = found.unwrap_or_default();
    let shown = found.get(..MOST).unwrap_or(found);
    place.with_all((!shown.is_empty()).then(|| drawn(app, shown)))
}

fn one_topic(app: App, id: TopicId) -> Node {
    let topic = app.content.topic(id);
    block("details", "everything-topic")
        .with(tag("summary").with(picture(&topic.picture)).with(tag("h2").text(app.content.texts.topic(id))))
        .folds(move |opened| opened.with(drawn(app, &topic.supports)))
}

/// All warnings come from one judge.
fn drawn(app: App, supports: &[SupportId]) -> Node {
    let judge = judge(app);
    let cards = supports.iter().filter_map(|&support| Some(one_support(app, judge.as_ref()?, support)));
    block("ul", "cards").with_all(cards)
}

fn judge(app: App) -> Option<Judge<'static>> {
    app.open(|open| Some(Judge::new(app.content, &open.visit().answers, open.today().day)))
}

fn one_support(app: App, judge: &Judge<'_>, id: SupportId) -> Node {
    let support = app.content.support(id);
    let text = app.content.texts.support(id);
    let tier = if support.is_universal() { key::EVERYTHING_UNIVERSAL } else { key::EVERYTHING_TARGETED };
    let named = block("li", "card")
        .with(tag("h3").text(&text.name))
        .with(block("ul", "card-tags").with(tag("li").text(app.word(tier))));
    whole(app, judge, id, named).with(why_not(app, id))
}

fn why_not(app: App, support: SupportId) -> Node {
    if app.content.is_hidden(support) {
        return block("p", "everything-here").text(app.word(key::SITE_NOT_HERE));
    }
    let on_list = app.glance_plan(|plan| plan.offers().any(|offer| offer.support == support));
    if on_list || app.content.support(support).urgent {
        return block("p", "everything-here").text(app.word(key::WHY_NOT_ON_LIST));
    }
    block("details", "card-more").with(tag("summary").text(app.word(key::WHY_NOT_TITLE))).folds(move |opened| {
        let reasons = judge(app).map(|judge| reasons_against(app, &judge, support)).unwrap_or_default();
        opened.with(tag("ul").with_all(reasons.into_iter().map(|reason| tag("li").text(reason))))
    })
}

fn reasons_against(app: App, judge: &Judge<'_>, id: SupportId) -> Vec<String> {
    let support = app.content.support(id);
    app.speak(|speaker| {
        let mut reasons = Vec::new();
        for who in judge.everyone(support.about) {
            reasons.extend(speaker.why_not(&verdict(judge, support, who)));
        }
        reasons
    })
}
