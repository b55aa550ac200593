//! Choices as native boxes and buttons, each in a row big enough for a thumb.

use signpost_core::answers::Answer;
use signpost_core::content::ChoiceId;
use signpost_core::pack::Kind;
use signpost_core::verdict::Asking;
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::hear;
use crate::view::app::App;
use crate::view::html::{Tag, block, field, tag};
use crate::view::question::title;

/// A question with its choices.
pub fn choices(app: App, asking: Asking) -> Tag {
    let asked = app.content.question(asking.question);
    let help = match (asked.help.is_empty(), asked.kind) {
        (false, _) => app.about(&asked.help, asking.who),
        (true, Kind::Many) => app.word(key::QUESTION_MANY).to_owned(),
        (true, _) => String::new(),
    };
    let help = (!help.is_empty()).then(|| block("p", "question-help").text(help));
    fieldset(title(app.question_text(asking.question, asking.who))).with_all(help).with(rows(app, asking))
}

/// A group of choices under a heading.
pub fn fieldset(heading: Tag) -> Tag {
    block("fieldset", "choices").with(tag("legend").with(heading))
}

/// The rows of the choices, and "prefer not to say".
pub fn rows(app: App, asking: Asking) -> Tag {
    let asked = app.content.question(asking.question);
    let kind = if asked.kind == Kind::Many { "checkbox" } else { "radio" };
    let rows = asked.choices.iter().map(|&choice| {
        let label = app.about(&app.content.choice(choice).label, asking.who);
        let set = move |on| app.tell(Event::ChoiceSet(asking, choice, on));
        row(kind, "choice", label, move || is_ticked(app, asking, choice), set)
    });
    let declined = move || app.shown(asking) == Some(Answer::PreferNotToSay);
    let decline = move |on: bool| app.tell(Event::Answered(asking, on.then_some(Answer::PreferNotToSay)));
    let decline = row(kind, "choice", app.word(key::QUESTION_PNA), declined, decline);
    block("div", "choices-rows").with_all(rows).with(block("div", "choices-apart").with(decline))
}

fn is_ticked(app: App, asking: Asking, choice: ChoiceId) -> bool {
    app.open(|open| matches!(open.shown(asking), Some(Answer::Ticked(ticks)) if ticks.contains(&choice)))
}

/// One box or button with its label.
pub fn row(
    kind: &'static str,
    group: &'static str,
    label: impl Into<String>,
    is_on: impl Fn() -> bool + Send + 'static,
    set: impl Fn(bool) + 'static,
) -> Tag {
    let input = field("input").attr("type", kind).attr("name", group);
    let input = input.state("checked", is_on).on("change", move |happening| set(hear::is_checked(&happening)));
    block("label", "choice").with(input).with(tag("span").text(label))
}
