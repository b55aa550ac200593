//! All support, topic by topic, without answering, and why something is not on the list.

use signpost_core::catalogue::{SupportId, TopicId};
use signpost_core::judge::Judge;
use signpost_core::plan::verdict;
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, tag};
use crate::view::kit::picture::picture;
use crate::view::kit::support::whole;

/// Every topic, closed until it is opened.
#[inline(never)]
pub fn everything(app: App) -> Node {
    block("div", "everything")
        .with(heading(app.word(key::EVERYTHING_TITLE)))
        .with(block("p", "list-intro").text(app.word(key::EVERYTHING_INTRO)))
        .with_all(app.content.topics().map(|(topic, _)| one_topic(app, topic)))
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
    let verdicts: Vec<_> = judge.everyone(support.about).map(|who| verdict(judge, support, who)).collect();
    app.speak(|speaker| verdicts.iter().flat_map(|verdict| speaker.why_not(verdict)).collect())
}
