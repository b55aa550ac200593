//! Choices as native boxes and buttons, each in a row big enough for a thumb.

use signpost_core::catalogue::{ChoiceId, Kind};
use signpost_core::digits::digits;
use signpost_core::family::{Answer, Who};
use signpost_core::judge::Asking;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::hear;
use crate::view::app::App;
use crate::view::kit::asking::why_and_help;
use crate::view::kit::node::{Node, block, field, tag};
use crate::view::kit::picture::picture as drawn;

/// A question with its choices.
pub fn choices(app: App, asking: Asking, title: Node) -> Node {
    let (asked, help) = (app.content.question(asking.question), &app.content.texts.question(asking.question).help);
    let many = help.is_empty() && asked.kind == Kind::Many;
    let how = many.then(|| block("p", "question-help").text(app.word(key::QUESTION_MANY)));
    why_and_help(app, asking, fieldset(title)).with_all(how).with(rows(app, asking))
}

/// A group of choices under a heading.
pub fn fieldset(heading: Node) -> Node {
    block("fieldset", "choices").with(tag("legend").with(heading))
}

/// The rows of the choices, under their headings where they have some, and "prefer not to say".
pub fn rows(app: App, asking: Asking) -> Node {
    let choices = &app.content.question(asking.question).choices;
    let has_heading = |choice: &ChoiceId| !app.content.texts.choice(*choice).heading.is_empty();
    let is_apart = |choice: &ChoiceId| app.content.choice(*choice).alone;
    let headed = choices.iter().any(has_heading);
    let (apart, together): (Vec<_>, Vec<_>) = choices.iter().copied().partition(|choice| headed && is_apart(choice));
    let groups = together.chunk_by(|_, next| !has_heading(next)).map(|choices| group(app, asking, choices));
    block("div", "choices-rows")
        .with_all(groups)
        .with_all(apart.into_iter().map(|choice| choice_row(app, asking, choice)))
        .with(block("div", "choices-apart").with(decline(app, asking)))
}

/// Choices under one heading, if the first of them has one.
fn group(app: App, asking: Asking, choices: &[ChoiceId]) -> Node {
    let rows = choices.iter().map(|&choice| choice_row(app, asking, choice));
    let heading = choices.first().map_or("", |&choice| app.content.texts.choice(choice).heading.as_str());
    if heading.is_empty() {
        return block("div", "choices-group").with_all(rows);
    }
    let legend = block("span", "choices-heading").text(app.about(heading, asking.who));
    block("fieldset", "choices-group").with(tag("legend").with(legend)).with_all(rows)
}

fn choice_row(app: App, asking: Asking, choice: ChoiceId) -> Node {
    let label = app.about(&app.content.texts.choice(choice).label, asking.who);
    let set = move |on| app.tell(Event::ChoiceSet(asking, choice, on));
    let row = row(kind(app, asking), &name(app, asking), label, move || is_ticked(app, asking, choice), set);
    let picture = &app.content.choice(choice).picture;
    if picture.is_empty() { row } else { row.with(drawn(picture)) }
}

fn decline(app: App, asking: Asking) -> Node {
    let declined = move || app.shown(asking) == Some(Answer::PreferNotToSay);
    let decline = move |on: bool| app.tell(Event::Answered(asking, on.then_some(Answer::PreferNotToSay)));
    row(kind(app, asking), &name(app, asking), app.word(key::QUESTION_PNA), declined, decline)
}

fn kind(app: App, asking: Asking) -> &'static str {
    if app.content.question(asking.question).kind == Kind::Many { "checkbox" } else { "radio" }
}

/// What its rows have in common, and those of no other question on the screen: of one group one button is on.
fn name(app: App, asking: Asking) -> String {
    let child = if let Who::Child(key) = asking.who { digits(key.number()) } else { String::new() };
    app.content.question(asking.question).name.clone() + &child
}

fn is_ticked(app: App, asking: Asking, choice: ChoiceId) -> bool {
    app.open(|open| matches!(open.shown(asking), Some(Answer::Ticked(ticks)) if ticks.contains(&choice)))
}

/// One box or button with its label.
pub fn row(
    kind: &'static str,
    group: &str,
    label: impl AsRef<str>,
    is_on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Node {
    let input = field("input").attr("type", kind).attr("name", group);
    let input = input.state("checked", is_on).on("change", move |happening| set(hear::is_checked(&happening)));
    block("label", "choice").with(input).with(tag("span").text(label))
}

/// A box about how the page looks on paper: the styles see whether it is ticked, and nobody else needs to know.
pub fn tick(class: &'static str, label: &str) -> Node {
    block("div", class)
        .with(block("label", "choice").with(field("input").attr("type", "checkbox")).with(tag("span").text(label)))
}
