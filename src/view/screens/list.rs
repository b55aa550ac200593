//! Your list: the urgent box, what fits this family with its reasons, what one more answer would tell, and what is
//! there for every family, always.

mod area;
mod card;
mod marks;
mod paper;
mod urgent;

use leptos::prelude::untrack;
use signpost_core::catalogue::{SupportId, TopicId};
use signpost_core::digits::digits;
use signpost_core::judge::Asking;
use signpost_core::plan::{Group, GroupKind, Mark, Plan, Possible, Seen};
use signpost_core::sitting::Happened;
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::{Aside, Event, Page};

use crate::view::app::App;
use crate::view::kit::choices::tick;
use crate::view::kit::heading::heading;
use crate::view::kit::here::called;
use crate::view::kit::node::{Node, block, button, tag};
use crate::view::kit::take::take;
use crate::view::screens::list::area::Area;
use crate::view::screens::list::card::card;
use crate::view::screens::list::marks::all_marked;
use crate::view::screens::list::paper::on_paper;
use crate::view::screens::list::urgent::urgent;

/// How many cards stand open as the list comes up: as many as a tired parent reads.
const TO_BEGIN_WITH: usize = 3;

/// How many of what is new are named.
const NAMED: usize = 6;

/// The list as it is now.
#[inline(never)]
pub fn list(app: App) -> Node {
    app.glance_plan(|plan| Some(planned(app, plan))).unwrap_or_else(|| block("div", "list"))
}

fn planned(app: App, plan: &Plan) -> Node {
    let blank = app.glance(|visit| visit.is_blank());
    let intro = if blank { key::LIST_START_INTRO } else { key::LIST_INTRO };
    let area = Area::of(app);
    let list = block("div", "list planned")
        .with(heading(app.word(key::LIST_TITLE)))
        .with(block("p", "list-intro").text(app.word(intro)))
        .with_all(area.map(|area| area.line(app)))
        .with_all(news(app, key::LIST_NEW, Seen::added))
        .with_all(news(app, key::LIST_GONE, Seen::gone))
        .with(next_steps(app))
        .with(urgent(app))
        .with_all(private(app));
    let list = match area {
        Some(area) => {
            list.with(block("div", "list-groups").live(move || area.is_left(app), move |all, _| groups_now(app, all)))
        }
        None => groups(app, list, plan),
    };
    list.with_all(order(app, plan)).with(take(app)).with(next_steps(app).with_all(print(app)))
}

/// What came to the list, or went, since somebody looked at it before.
fn news(app: App, words: WordKey, which: fn(&Seen) -> Vec<SupportId>) -> Option<Node> {
    let supports = untrack(|| app.open(|open| which(open.seen_of_list())));
    let mut names = names(app, &supports);
    let more = names.split_off(names.len().min(NAMED)).len();
    names.extend((more > 0).then(|| app.count(key::LIST_REST, more)));
    let names = app.speak(|speaker| speaker.joined(&names, key::LIST_TICKED));
    (!supports.is_empty()).then(|| block("p", "list-news").text(app.fill(words, &[("names", &names)])))
}

fn names(app: App, supports: &[SupportId]) -> Vec<String> {
    supports.iter().map(|&support| app.content.texts.support(support).name.clone()).collect()
}

/// Why it stands in this order, for whoever asks.
fn order(app: App, plan: &Plan) -> Option<Node> {
    (plan.groups.len() > 1).then(|| {
        block("details", "list-order")
            .with(tag("summary").text(app.word(key::LIST_ORDER)))
            .with(tag("p").text(app.word(key::LIST_ORDER_WHY)))
    })
}

/// Everything that hangs on where the family lives, made anew when that changes.
fn groups_now(app: App, list: Node) -> Node {
    let made = app.glance_plan(|plan| Some(groups(app, block("div", "list-part"), plan)));
    list.with_all(made)
}

/// All of the list on paper, and a box that puts what is private there too: it is seen where there is any. What a shared
/// screen prints is the sheet, and only where it may.
fn print(app: App) -> Vec<Node> {
    if app.is_kiosk() {
        return Vec::new();
    }
    vec![
        button("button", app.word(key::LIST_PRINT), move || app.happen(Happened::AskedToPrint)),
        tick("list-private", app.word(key::LIST_PRIVATE)),
    ]
}

/// A card: the support that it is of, and the group that it stands in.
type Which = (GroupKind, SupportId);

/// Each group folds, but for what stands open to begin with. What is not for this family is folded away behind all that
/// was chosen for it.
fn groups(app: App, list: Node, plan: &Plan) -> Node {
    let (mut room, mut aside) = (TO_BEGIN_WITH, Vec::new());
    let (mut targeted, mut universal) = (Vec::new(), Vec::new());
    for group in &plan.groups {
        let stand = if group.kind == GroupKind::Universal { &mut universal } else { &mut targeted };
        stand.extend(one_group(app, group, &mut room, &mut aside));
    }
    let aside = (!aside.is_empty()).then(|| folded(app, app.word(key::MARK_NOT_FOR_US).to_owned(), None, aside));
    list.with_all(targeted)
        .with_all(possible(app, &plan.possible))
        .with_all(universal)
        .with_all(aside)
        .with_all(on_paper(app, plan))
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
        .with(button("button", app.word(key::LIST_MORE), move || app.tell(Event::Lingered)))
}

/// Open as far as there is room, and folded away from there on. What cannot wait always stands open.
fn one_group(app: App, group: &Group, room: &mut usize, aside: &mut Vec<Which>) -> Option<Node> {
    let mut open = in_order(app, group, aside);
    let stands = if group.kind == GroupKind::Soon { open.len() } else { open.len().min(*room) };
    let rest = open.split_off(stands);
    *room = room.saturating_sub(stands);
    let (title, intro) = (title(app, group.kind), intro(app, group.kind));
    if open.is_empty() {
        return (!rest.is_empty()).then(|| folded(app, title, intro, rest));
    }
    let heading = tag("h2").text(title);
    let more = (!rest.is_empty()).then(|| further(app, rest));
    Some(block("section", "group").with(heading).with_all(intro).with(cards(app, &open)).with_all(more))
}

/// What the parent would like stands first; what is not for them is put aside.
fn in_order(app: App, group: &Group, aside: &mut Vec<Which>) -> Vec<Which> {
    let (mut liked, mut others) = (Vec::new(), Vec::new());
    for offers in group.cards() {
        let stand = if all_marked(app, offers, Mark::Want) {
            &mut liked
        } else if all_marked(app, offers, Mark::NotForUs) {
            &mut *aside
        } else {
            &mut others
        };
        stand.extend(offers.first().map(|offer| (group.kind, offer.support)));
    }
    liked.append(&mut others);
    liked
}

/// What there is no room for.
fn further(app: App, rest: Vec<Which>) -> Node {
    block("details", "group-rest")
        .with(tag("summary").text(app.count(key::LIST_REST, rest.len())))
        .folds(move |folded| folded.with_all(unfolded(app, &rest)))
}

/// A group of which only the name and the number stand open.
fn folded(app: App, title: String, intro: Option<Node>, rest: Vec<Which>) -> Node {
    block("details", "group")
        .with(summary(title, rest.len()))
        .folds(move |folded| folded.with_all(intro).with_all(unfolded(app, &rest)))
}

/// What is for every family is found by its topic; anything else stands in its order.
fn unfolded(app: App, which: &[Which]) -> Vec<Node> {
    let is_universal = which.iter().all(|(kind, _)| *kind == GroupKind::Universal);
    if is_universal { by_topic(app, which) } else { vec![cards(app, which)] }
}

fn by_topic(app: App, which: &[Which]) -> Vec<Node> {
    let mut topics: Vec<(TopicId, Vec<Which>)> = Vec::new();
    for &one in which {
        let topic = app.content.support(one.1).topic;
        match topics.iter_mut().find(|(other, _)| *other == topic) {
            Some((_, all)) => all.push(one),
            None => topics.push((topic, vec![one])),
        }
    }
    let one = |(topic, all): (TopicId, Vec<Which>)| {
        let name = tag("h3").text(app.content.texts.topic(topic));
        block("details", "group-rest")
            .with(tag("summary").with(name).with(count(all.len())))
            .folds(move |folded| folded.with(cards(app, &all)))
    };
    topics.into_iter().map(one).collect()
}

/// What a group is called, and how many it has.
fn summary(title: String, count: usize) -> Node {
    tag("summary").with(tag("h2").text(title)).with(self::count(count))
}

fn count(count: usize) -> Node {
    block("span", "group-count").text(digits(count))
}

fn intro(app: App, kind: GroupKind) -> Option<Node> {
    let words = match kind {
        GroupKind::Soon => key::LIST_SOON_INTRO,
        GroupKind::Universal => key::LIST_UNIVERSAL_INTRO,
        _ => return None,
    };
    Some(tag("p").text(app.word(words)))
}

/// Some cards, as the list is now.
fn cards(app: App, which: &[Which]) -> Node {
    let made = |plan: &Plan| {
        let card = |&(kind, support): &Which| {
            let group = plan.groups.iter().find(|group| group.kind == kind)?;
            let offers = group.cards().find(|offers| offers.first().is_some_and(|offer| offer.support == support))?;
            card(app, kind, offers)
        };
        Some(block("ul", "cards").with_all(which.iter().filter_map(card)))
    };
    app.glance_plan(made).unwrap_or_else(|| tag("div"))
}

fn title(app: App, kind: GroupKind) -> String {
    match kind {
        GroupKind::Child(child) => app.fill(key::LIST_CHILD, &[("child", &app.child(child))]),
        GroupKind::Children => app.word(key::LIST_CHILDREN).to_owned(),
        GroupKind::Soon => app.word(key::LIST_SOON).to_owned(),
        GroupKind::Wanted => app.word(key::LIST_WANTED).to_owned(),
        GroupKind::Family => app.word(key::LIST_FAMILY).to_owned(),
        GroupKind::Money => app.word(key::LIST_MONEY).to_owned(),
        GroupKind::School => app.word(key::LIST_SCHOOL).to_owned(),
        GroupKind::Universal => app.word(key::LIST_UNIVERSAL).to_owned(),
    }
}

/// One line a question, with everything that its answer would decide. Whoever went from here to a question is here again,
/// and sees what came of it.
fn possible(app: App, possible: &[Possible]) -> Option<Node> {
    let questions = by_question(possible);
    if questions.is_empty() {
        return None;
    }
    let summary = summary(app.word(key::LIST_POSSIBLE).to_owned(), questions.len());
    let fill = move |folded: Node| {
        let lines = questions.into_iter().map(|question| one_possible(app, question));
        folded
            .with(tag("p").text(app.word(key::LIST_POSSIBLE_INTRO)))
            .with(block("ul", "possible-lines").with_all(lines))
    };
    let whole = block("details", "group possible");
    if app.glance(|visit| visit.aside != Aside::Spot) {
        return Some(whole.with(summary).folds(fill));
    }
    let whole = whole.attr("open", "").with(summary.attr("data-here", ""));
    Some(fill(whole.with_all(news(app, key::LIST_NEW, Seen::added)).with_all(news(app, key::LIST_GONE, Seen::gone))))
}

/// A question that would decide something: of whom it is asked, and what it would decide.
type Open = (Vec<Asking>, Vec<SupportId>);

/// The same question about several children is one.
fn by_question(possible: &[Possible]) -> Vec<Open> {
    let mut questions: Vec<Open> = Vec::new();
    for &Possible { support, asking, .. } in possible {
        let found = questions.iter_mut().find(|(asked, _)| asked.iter().any(|it| it.question == asking.question));
        let Some((asked, supports)) = found else {
            questions.push((vec![asking], vec![support]));
            continue;
        };
        asked.extend((!asked.contains(&asking)).then_some(asking));
        supports.extend((!supports.contains(&support)).then_some(support));
    }
    questions
}

fn one_possible(app: App, (asked, supports): Open) -> Node {
    let names = names(app, &supports);
    let answer = |asking: Asking| {
        let question = app.question_text(asking.question, asking.who);
        let label = app.fill(key::LIST_POSSIBLE_ANSWER, &[("question", &question)]);
        button("button quiet", label, move || app.tell(Event::WentAside(asking)))
    };
    tag("li")
        .with_all(asked.into_iter().map(answer))
        .with(tag("p").text(app.speak(|speaker| speaker.joined(&names, key::LIST_TICKED))))
}
