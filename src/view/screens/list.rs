//! Your list: the urgent box, what fits this family with its reasons, what one more answer would tell, and what is
//! there for every family, always.

mod area;
mod card;
mod marks;
mod urgent;

use signpost_core::catalogue::SupportId;
use signpost_core::judge::Asking;
use signpost_core::plan::{Group, GroupKind, Plan, Possible};
use signpost_core::sitting::Happened;
use signpost_core::texts::key;
use signpost_core::visit::{Event, Page};

use crate::view::app::App;
use crate::view::kit::heading::heading;
use crate::view::kit::here::called;
use crate::view::kit::node::{Node, block, button, tag};
use crate::view::kit::take::take;
use crate::view::screens::list::area::Area;
use crate::view::screens::list::card::card;
use crate::view::screens::list::urgent::urgent;

/// The list as it is now.
#[inline(never)]
pub fn list(app: App) -> Node {
    app.glance_plan(|plan| Some(planned(app, plan))).unwrap_or_else(|| block("div", "list"))
}

fn planned(app: App, plan: &Plan) -> Node {
    let blank = app.glance(|visit| visit.is_blank());
    let intro = if blank { key::LIST_START_INTRO } else { key::LIST_INTRO };
    let area = Area::of(app);
    let list = block("div", "list")
        .with(heading(app.word(key::LIST_TITLE)))
        .with(block("p", "list-intro").text(app.word(intro)))
        .with_all(area.map(|area| area.line(app)))
        .with(next_steps(app))
        .with(urgent(app))
        .with_all(private(app));
    let list = match area {
        Some(area) => {
            list.with(block("div", "list-groups").live(move || area.is_left(app), move |all, _| groups_now(app, all)))
        }
        None => groups(app, list, plan),
    };
    list.with(take(app)).with(next_steps(app))
}

/// Everything that hangs on where the family lives, made anew when that changes.
fn groups_now(app: App, list: Node) -> Node {
    let made = app.glance_plan(|plan| Some(groups(app, block("div", "list-part"), plan)));
    list.with_all(made)
}

fn groups(app: App, list: Node, plan: &Plan) -> Node {
    let is_universal = |group: &&Group| group.kind == GroupKind::Universal;
    list.with(contents(app, plan))
        .with_all(plan.groups.iter().filter(|group| !is_universal(group)).map(|group| one_group(app, group)))
        .with_all(possible(app, &plan.possible))
        .with_all(plan.groups.iter().filter(is_universal).map(|group| one_group(app, group)))
}

/// Where others can see the screen: what is not asked there can be talked about elsewhere. Everybody reads it.
fn private(app: App) -> Option<Node> {
    let open_plan = app.kiosk().is_some_and(|kiosk| kiosk.open_plan);
    let people = app.content.texts.site().into_iter().flat_map(|site| &site.people);
    open_plan.then(|| {
        block("section", "card")
            .with(tag("h2").text(app.word(key::KIOSK_PRIVATE)))
            .with(tag("p").text(app.word(key::KIOSK_PRIVATE_TEXT)))
            .with(tag("ul").with_all(people.map(|person| tag("li").text(called(app, person)))))
    })
}

fn next_steps(app: App) -> Node {
    block("div", "list-next")
        .with(button("button main", app.word(key::LIST_SHEET), move || app.tell(Event::Opened(Page::Sheet))))
        .with(button("button", app.word(key::LIST_MORE), move || app.tell(Event::WentToQuestions)))
}

/// What is on the list and how much of it; a press goes there.
fn contents(app: App, plan: &Plan) -> Node {
    let lines = plan.groups.iter().enumerate().map(|(index, group)| {
        let go = move || app.happen(Happened::JumpedTo(index as u32));
        tag("li")
            .with(button("button quiet", title(app, group.kind), go))
            .with(block("span", "contents-count").text(group.cards().count().to_string()))
    });
    block("ul", "contents").attr("aria-label", app.word(key::LIST_CONTENTS)).with_all(lines)
}

fn one_group(app: App, group: &Group) -> Node {
    let intro = match group.kind {
        GroupKind::Soon => Some(key::LIST_SOON_INTRO),
        GroupKind::Universal => Some(key::LIST_UNIVERSAL_INTRO),
        _ => None,
    };
    let intro = intro.map(|words| tag("p").text(app.word(words)));
    let cards = group.cards().filter_map(|offers| card(app, group.kind, offers));
    block("section", "group")
        .with(tag("h2").attr("tabindex", "-1").attr("data-group", "").text(title(app, group.kind)))
        .with_all(intro)
        .with(block("ul", "cards").with_all(cards))
}

fn title(app: App, kind: GroupKind) -> String {
    match kind {
        GroupKind::Child(child) => app.fill(key::LIST_CHILD, &[("child", &app.child(child))]),
        GroupKind::Soon => app.word(key::LIST_SOON).to_owned(),
        GroupKind::Wanted => app.word(key::LIST_WANTED).to_owned(),
        GroupKind::Family => app.word(key::LIST_FAMILY).to_owned(),
        GroupKind::Money => app.word(key::LIST_MONEY).to_owned(),
        GroupKind::School => app.word(key::LIST_SCHOOL).to_owned(),
        GroupKind::Universal => app.word(key::LIST_UNIVERSAL).to_owned(),
    }
}

/// One card a question, with everything that its answer would decide.
fn possible(app: App, possible: &[Possible]) -> Option<Node> {
    let mut by_question: Vec<(Asking, Vec<SupportId>)> = Vec::new();
    for possible in possible {
        match by_question.iter_mut().find(|(asking, _)| *asking == possible.asking) {
            Some((_, supports)) => supports.push(possible.support),
            None => by_question.push((possible.asking, vec![possible.support])),
        }
    }
    (!by_question.is_empty()).then(|| {
        let cards = by_question.into_iter().map(|(asking, supports)| one_possible(app, asking, supports));
        block("section", "group possible")
            .with(tag("h2").text(app.word(key::LIST_POSSIBLE)))
            .with(tag("p").text(app.word(key::LIST_POSSIBLE_INTRO)))
            .with(block("ul", "cards").with_all(cards))
    })
}

fn one_possible(app: App, asking: Asking, supports: Vec<SupportId>) -> Node {
    let question = app.question_text(asking.question, asking.who);
    let names = supports.into_iter().map(|support| tag("li").text(app.content.texts.support(support).name.as_str()));
    let label = app.fill(key::LIST_POSSIBLE_ANSWER, &[("question", &question)]);
    block("li", "card")
        .with(tag("ul").with_all(names))
        .with(button("button", label, move || app.tell(Event::WentTo(asking))))
}
