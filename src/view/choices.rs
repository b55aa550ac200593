//! Choices as native boxes and buttons, each in a row big enough for a thumb.

use leptos::prelude::*;
use signpost_core::answers::Answer;
use signpost_core::content::ChoiceId;
use signpost_core::pack::Kind;
use signpost_core::verdict::Asking;
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::browser::event;
use crate::view::app::App;
use crate::view::html::{Tag, block, tag};
use crate::view::question::title;

/// What is ticked on this screen. An ordinary answer is the visit's at once. A sensitive one is only here until the
/// parent goes on, and the screen comes up empty the next time.
#[derive(Clone, Copy)]
pub struct Draft {
    app: App,
    asking: Asking,
    confided: Option<RwSignal<Option<Answer>>>,
}

impl Draft {
    /// A draft for this screen.
    pub fn new(app: App, asking: Asking) -> Self {
        let sensitive = app.content.question(asking.question).sensitive;
        Self { app, asking, confided: sensitive.then(|| RwSignal::new(None)) }
    }

    /// What the screen shows as answered.
    pub fn get(self) -> Option<Answer> {
        self.confided.map_or_else(|| self.app.answer(self.asking), |confided| confided.get())
    }

    /// Whether this choice is shown as ticked.
    pub fn has(self, choice: ChoiceId) -> bool {
        matches!(self.get(), Some(Answer::Ticked(ticks)) if ticks.contains(&choice))
    }

    /// A choice was ticked or unticked.
    pub fn tick(self, choice: ChoiceId, on: bool) {
        match self.confided {
            Some(confided) => confided.set(on.then(|| Answer::Ticked(vec![choice]))),
            None => self.app.tell(Event::ChoiceSet(self.asking, choice, on)),
        }
    }

    /// The parent would rather not say.
    pub fn decline(self, on: bool) {
        let answer = on.then_some(Answer::PreferNotToSay);
        match self.confided {
            Some(confided) => confided.set(answer),
            None => self.app.tell(Event::Answered(self.asking, answer)),
        }
    }

    /// The parent goes on: what was confided becomes the visit's.
    pub fn hand_in(self) {
        if let Some(answer) = self.confided.and_then(|confided| confided.get_untracked()) {
            self.app.tell(Event::Answered(self.asking, Some(answer)));
        }
    }
}

/// A question with its choices.
pub fn choices(app: App, asking: Asking, draft: Draft) -> Tag {
    let asked = app.content.question(asking.question);
    let help = match (asked.help.is_empty(), asked.kind) {
        (false, _) => app.about(&asked.help, asking.who),
        (true, Kind::Many) => app.word(key::QUESTION_MANY).to_owned(),
        (true, _) => String::new(),
    };
    let help = (!help.is_empty()).then(|| block("p", "question-help").text(help));
    fieldset(title(app.question_text(asking.question, asking.who))).with_all(help).with(rows(app, asking, draft))
}

/// A group of choices under a heading.
pub fn fieldset(heading: Tag) -> Tag {
    block("fieldset", "choices").with(tag("legend").with(heading))
}

/// The rows of the choices, and "prefer not to say".
pub fn rows(app: App, asking: Asking, draft: Draft) -> Tag {
    let asked = app.content.question(asking.question);
    let kind = if asked.kind == Kind::Many { "checkbox" } else { "radio" };
    let rows = asked.choices.iter().map(|&choice| {
        let label = app.about(&app.content.choice(choice).label, asking.who);
        row(kind, "choice", label, move || draft.has(choice), move |on| draft.tick(choice, on))
    });
    let declined = move || draft.get() == Some(Answer::PreferNotToSay);
    let decline = row(kind, "choice", app.word(key::QUESTION_PNA), declined, move |on| draft.decline(on));
    block("div", "choices-rows").with_all(rows).with(block("div", "choices-apart").with(decline))
}

/// One box or button with its label.
pub fn row(
    kind: &'static str,
    group: &'static str,
    label: impl Into<String>,
    is_on: impl Fn() -> bool + Send + 'static,
    set: impl Fn(bool) + 'static,
) -> Tag {
    let input = tag("input").attr("type", kind).attr("name", group).attr("autocomplete", "off");
    let input = input.state("checked", is_on).on("change", move |happening| set(event::is_checked(&happening)));
    block("label", "choice").with(input).with(tag("span").text(label))
}
