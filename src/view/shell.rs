//! The widget as a whole: the frame around, and the screen for the place where the parent is.

use signpost_core::path::Stop;
use signpost_core::sitting::Parts;
use signpost_core::texts::key;
use signpost_core::visit::{Page, Place};

use crate::hear;
use crate::view::app::App;
use crate::view::frame::bar::bar;
use crate::view::frame::foot::foot;
use crate::view::frame::notices::notices;
use crate::view::kit::node::{Node, block};
use crate::view::screens::children::children;
use crate::view::screens::door::door;
use crate::view::screens::everything::everything;
use crate::view::screens::home::home;
use crate::view::screens::list::list;
use crate::view::screens::no_list::no_list;
use crate::view::screens::question::question;
use crate::view::screens::sheet::sheet;

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
        (Page::List | Page::Sheet | Page::Everything | Page::Home, _) if parts != Parts::Here => no_list(app, parts),
        (Page::Asking, Stop::Children) => children(app),
        (Page::Asking, Stop::Door(section)) => door(app, section),
        (Page::Asking, Stop::Question(asking)) => question(app, asking),
        (Page::List, _) => list(app),
        (Page::Sheet, _) => sheet(app),
        (Page::Everything, _) => everything(app),
        (Page::Home, _) => home(app),
    })
}
