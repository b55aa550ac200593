//! Who the list is for: children are added, named, renamed and taken away here.

use leptos::prelude::*;
use signpost_core::answers::{ChildKey, MOST_CHILDREN};
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::browser::{event, focus};
use crate::view::app::App;
use crate::view::html::{Tag, all, block, button, live, tag};
use crate::view::progress::progress;
use crate::view::question::{form, title, ways};

/// The first stop of the path.
pub fn children(app: App) -> Tag {
    let keys = Memo::new(move |_| {
        app.read(|visit| visit.answers.children().iter().map(|child| child.key).collect::<Vec<_>>())
    });
    let rows = move || all(keys.get().into_iter().enumerate().map(|(index, child)| one_child(app, child, index + 1)));
    form(move || app.tell(Event::WentOn))
        .with(progress(app))
        .with(title(app.word(key::CHILDREN_TITLE)))
        .with(block("p", "question-help").text(app.word(key::CHILDREN_HELP)))
        .with(block("ul", "children").view(live(rows)))
        .with_all(add_child(app))
        .with(ways(app))
}

/// Rows are drawn again when a child comes or goes; focus is then moved to where the parent goes on.
fn add_child(app: App) -> [Tag; 2] {
    let count = move || app.read(|visit| visit.answers.children().len());
    let full = move || count() >= MOST_CHILDREN;
    let add = move || {
        app.tell(Event::ChildAdded);
        app.announcement.set(app.fill(key::CHILDREN_ADDED, &[("number", &count().to_string())]));
        focus::soon(".children li:last-child input");
    };
    [
        button("button children-add", app.word(key::CHILDREN_ADD), add).state("hidden", full),
        block("p", "question-help").text(app.word(key::CHILDREN_FULL)).state("hidden", move || !full()),
    ]
}

fn one_child(app: App, child: ChildKey, number: usize) -> Tag {
    let name = app.glance(|visit| visit.answers.child(child).map(|child| child.name.clone())).unwrap_or_default();
    let write = move |happening| app.tell(Event::ChildNamed(child, event::value(&happening)));
    let input = tag("input").attr("type", "text").attr("maxlength", "60").attr("autocomplete", "off");
    let label = block("label", "child-name")
        .with(tag("span").text(app.word(key::CHILDREN_NAME)))
        .with(input.value(name).on("input", write));
    let legend = tag("legend").text(app.fill(key::CHILDREN_ONE, &[("number", &number.to_string())]));
    tag("li").with(block("fieldset", "child").with(legend).with(label).with(remove_child(app, child)))
}

fn remove_child(app: App, child: ChildKey) -> Tag {
    let remove = move || {
        let name = app.child(child);
        app.tell(Event::ChildRemoved(child));
        app.announcement.set(app.fill(key::CHILDREN_REMOVED, &[("child", &name)]));
        focus::soon("h1");
    };
    button("button quiet", "", remove)
        .live_text(move || app.fill(key::CHILDREN_REMOVE, &[("child", &app.child(child))]))
        .state("hidden", move || app.read(|visit| visit.answers.children().len() == 1))
}
