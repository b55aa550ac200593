//! A list that a link brought: what each support is and how to get it, without a reason, and the way to the questions.

use signpost_core::catalogue::SupportId;
use signpost_core::family::Answers;
use signpost_core::home::Brought;
use signpost_core::judge::Judge;
use signpost_core::sitting::Happened;
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, button, tag};
use crate::view::kit::picture::picture;
use crate::view::kit::support::whole;

/// The list, with what can be done beside reading it before and after.
#[inline(never)]
pub fn home(app: App) -> Node {
    let Brought { supports, gone, elsewhere } = app.open(|open| open.brought().cloned()).unwrap_or_default();
    let says = |words: &str| block("p", "list-intro").text(words);
    block("div", "list")
        .with(heading(app.word(key::HOME_TITLE)))
        .with(says(app.word(key::HOME_INTRO)))
        .with_all(elsewhere.then(|| says(app.word(key::HOME_ELSEWHERE))))
        .with_all((gone > 0).then(|| says(&app.count(key::HOME_GONE, gone))))
        .with(ways_on(app))
        .with(cards(app, &supports))
        .with(ways_on(app))
}

/// What is kept here is somebody's who answered questions here: it is neither opened nor replaced without their press.
fn ways_on(app: App) -> Node {
    let blank = app.glance(|visit| visit.is_blank());
    let go_on = if blank { key::HOME_ANSWER } else { key::START_AGAIN };
    let afresh = || button("button", app.word(key::HOME_AFRESH), move || app.happen(Happened::StartedAfresh));
    let kept = (!blank).then(|| block("p", "list-intro").text(app.word(key::HOME_KEPT)));
    let ways = block("div", "list-next")
        .with(button("button main", app.word(go_on), move || app.happen(Happened::Started)))
        .with_all((!blank).then(afresh));
    tag("div").with_all(kept).with(ways)
}

/// All warnings stand there: nothing is known of whoever reads this, also where somebody else's answers are kept.
fn cards(app: App, supports: &[SupportId]) -> Node {
    let nobody = Answers::default();
    let judge = app.today().map(|today| Judge::new(app.content, &nobody, today.day));
    let cards = supports.iter().filter_map(|&support| Some(card(app, judge.as_ref()?, support)));
    block("ul", "cards").with_all(cards)
}

fn card(app: App, judge: &Judge<'_>, id: SupportId) -> Node {
    let (support, texts) = (app.content.support(id), app.content.texts.support(id));
    let head = block("div", "card-head")
        .with(picture(&app.content.topic(support.topic).picture))
        .with(tag("h2").text(&texts.name));
    whole(app, judge, id, block("li", "card").with(head))
}
