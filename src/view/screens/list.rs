//! Your list: the urgent box, what fits this family with its reasons, what one more answer would tell, and what is
//! there for every family, always.

mod area;
mod card;
mod marks;
mod paper;
mod urgent;

use std::ops::Range;

use signpost_core::catalogue::SupportId;
use signpost_core::judge::Asking;
use signpost_core::plan::{Group, GroupKind, Offer, Plan, Possible};
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
use crate::view::screens::list::paper::on_paper;
use crate::view::screens::list::urgent::urgent;

/// How many cards stand open as the list comes up: as many as a tired parent reads.
const TO_BEGIN_WITH: usize = 5;

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
        .with(next_steps(app))
        .with(urgent(app))
        .with_all(private(app));
    let list = match area {
        Some(area) => {
            list.with(block("div", "list-groups").live(move || area.is_left(app), move |all, _| groups_now(app, all)))
        }
        None => groups(app, list, plan),
    };
    list.with(take(app)).with(next_steps(app).with_all(print(app)))
}

/// Everything that hangs on where the family lives, made anew when that changes.
fn groups_now(app: App, list: Node) -> Node {
    let made = app.glance_plan(|plan| Some(groups(app, block("div", "list-part"), plan)));
    list.with_all(made)
}

/// All of the list on paper. What a shared screen prints is the sheet, and only where it may.
fn print(app: App) -> Option<Node> {
    let press = move || app.happen(Happened::AskedToPrint);
    (!app.is_kiosk()).then(|| button("button", app.word(key::LIST_PRINT), press))
}

/// Each group folds, but for what stands open to begin with.
fn groups(app: App, list: Node, plan: &Plan) -> Node {
    let mut room = TO_BEGIN_WITH;
    let is_universal = |group: &&Group| group.kind == GroupKind::Universal;
    let mut one = |group| one_group(app, group, &mut room);
    let targeted: Vec<Node> = plan.groups.iter().filter(|group| !is_universal(group)).map(&mut one).collect();
    let universal: Vec<Node> = plan.groups.iter().filter(is_universal).map(one).collect();
    list.with_all(targeted).with_all(possible(app, &plan.possible)).with_all(universal).with(on_paper(app, plan))
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

/// Open as far as there is room, and folded away from there on.
fn one_group(app: App, group: &Group, room: &mut usize) -> Node {
    let (kind, all) = (group.kind, group.cards().count());
    let open = all.min(*room);
    *room -= open;
    let rest = move |folded: Node| folded.with(cards(app, kind, open..all));
    if open == 0 {
        return block("details", "group")
            .with(summary(title(app, kind), all))
            .folds(move |folded| rest(folded.with_all(intro(app, kind))));
    }
    let more = || block("details", "group-rest").with(tag("summary").text(app.count(key::LIST_REST, all - open)));
    block("section", "group")
        .with(tag("h2").text(title(app, kind)))
        .with_all(intro(app, kind))
        .with(cards(app, kind, 0..open))
        .with_all((open < all).then(|| more().folds(rest)))
}

/// What a group is called, and how many it has.
fn summary(title: String, count: usize) -> Node {
    tag("summary").with(tag("h2").text(title)).with(block("span", "group-count").text(count.to_string()))
}

fn intro(app: App, kind: GroupKind) -> Option<Node> {
    let words = match kind {
        GroupKind::Soon => key::LIST_SOON_INTRO,
        GroupKind::Universal => key::LIST_UNIVERSAL_INTRO,
        _ => return None,
    };
    Some(tag("p").text(app.word(words)))
}

/// Some cards of a group.
fn cards(app: App, kind: GroupKind, which: Range<usize>) -> Node {
    let made = app.glance_plan(|plan| {
        let group = plan.groups.iter().find(|group| group.kind == kind)?;
        let all: Vec<&[Offer]> = group.cards().collect();
        let made = all.get(which)?.iter().filter_map(|offers| card(app, kind, offers));
        Some(block("ul", "cards").with_all(made))
    });
    made.unwrap_or_else(|| tag("div"))
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

/// One line a question, with everything that its answer would decide.
fn possible(app: App, possible: &[Possible]) -> Option<Node> {
    let questions = by_question(possible);
    (!questions.is_empty()).then(|| {
        let words = app.word(key::LIST_POSSIBLE).to_owned();
        block("details", "group possible").with(summary(words, questions.len())).folds(move |folded| {
            let lines = questions.into_iter().map(|question| one_possible(app, question));
            folded
                .with(tag("p").text(app.word(key::LIST_POSSIBLE_INTRO)))
                .with(block("ul", "possible-lines").with_all(lines))
        })
    })
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
    let names: Vec<String> = supports.iter().map(|&it| app.content.texts.support(it).name.clone()).collect();
    let answer = |asking: Asking| {
        let question = app.question_text(asking.question, asking.who);
        let label = app.fill(key::LIST_POSSIBLE_ANSWER, &[("question", &question)]);
        button("button quiet", label, move || app.tell(Event::WentTo(asking)))
    };
    tag("li")
        .with_all(asked.into_iter().map(answer))
        .with(tag("p").text(app.speak(|speaker| speaker.joined(&names, key::LIST_TICKED))))
}
