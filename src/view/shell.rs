//! What stands around every screen: the way to the list, the way out, notices, and what is kept.

use signpost_core::path::Stop;
use signpost_core::sitting::{Happened, Parts};
use signpost_core::texts::key;
use signpost_core::visit::{Event, Page, Place};

use crate::hear;
use crate::view::answers::your_answers;
use crate::view::app::App;
use crate::view::children::children;
use crate::view::door::door;
use crate::view::everything::everything;
use crate::view::html::{Node, block, button, exit};
use crate::view::keeping::keeping_choice;
use crate::view::list::{list, no_list};
use crate::view::notices::notices;
use crate::view::question::question;
use crate::view::sheet::sheet;

/// The widget.
pub fn shell(app: App) -> [Node; 6] {
    let skip = block("a", "shell-skip").attr("href", "#app").text(app.word(key::SHELL_SKIP_LINK));
    [
        skip.on("click", |happening| hear::skipped_to_heading(&happening)),
        bar(app),
        notices(app),
        block("main", "shell-main").attr("id", "main").live(
            move || place(app),
            move |main, place| main.with_all(place.and_then(|(_, place, parts)| screen(app, place, parts))),
        ),
        foot(app),
        block("p", "announcement").attr("role", "status").live_text(move || announcement(app)),
    ]
}

/// The same words twice are not the same text, so that a screen reader says them twice.
fn announcement(app: App) -> String {
    let said = app.open(|open| open.said().clone());
    let words = said.saying.map(|saying| app.speak(|speaker| speaker.saying(&saying))).unwrap_or_default();
    let again = if said.times % 2 == 1 && !words.is_empty() { "\u{a0}" } else { "" };
    words + again
}

/// A screen is made anew only when the place changes, or when the visit as a whole becomes another one; within it, what
/// changes is live by itself. What shows support is made anew when that has come.
fn place(app: App) -> Option<(u32, Place, Parts)> {
    app.open(|open| {
        let place = open.visit().place;
        let parts = if place.page == Page::Asking { Parts::Here } else { open.parts() };
        Some((open.visits(), place, parts))
    })
}

fn screen(app: App, place: Place, parts: Parts) -> Option<Node> {
    Some(match (place.page, place.stop) {
        (Page::Start, _) => return None,
        (Page::List | Page::Sheet | Page::Everything, _) if parts != Parts::Here => no_list(app, parts),
        (Page::Asking, Stop::Children) => children(app),
        (Page::Asking, Stop::Door(section)) => door(app, section),
        (Page::Asking, Stop::Question(asking)) => question(app, asking),
        (Page::List, _) => list(app),
        (Page::Sheet, _) => sheet(app),
        (Page::Everything, _) => everything(app),
    })
}

fn bar(app: App) -> Node {
    let on_list = move || app.read(|visit| visit.place.page == Page::List);
    let press = move || app.tell(if on_list() { Event::WentToQuestions } else { Event::Opened(Page::List) });
    let label = move || app.word(if on_list() { key::SHELL_QUESTIONS } else { key::SHELL_LIST }).to_owned();
    block("header", "shell-bar")
        .with(block("span", "shell-name").text(app.word(key::PRODUCT_NAME)))
        .with(button("button quiet", "", press).live_text(label))
        .with(exit(app.word(key::SHELL_EXIT)).attr("title", app.word(key::SHELL_EXIT_WHAT)))
}

fn foot(app: App) -> Node {
    let checked = app.content.checked.map(|day| app.speak(|speaker| speaker.day(day))).unwrap_or_default();
    let version = if app.content.unchecked { key::SHELL_NOT_CHECKED } else { key::SHELL_VERSION };
    let everything = move || app.tell(Event::Opened(Page::Everything));
    let forget = button("button quiet", app.word(key::KEEPING_FORGET), move || app.happen(Happened::AskedToForget));
    let row = block("div", "shell-foot-row")
        .with(button("button quiet", app.word(key::SHELL_EVERYTHING), everything))
        .with(forget)
        .with(exit(app.word(key::SHELL_EXIT)));
    block("footer", "shell-foot")
        .with(your_answers(app))
        .with(keeping_choice(app))
        .with(row)
        .with(block("p", "shell-small").text(app.word(key::SHELL_EXIT_WHAT)))
        .with(block("p", "shell-small").text(app.fill(version, &[("date", &checked)])))
}
