//! The month of birth: two lists, and an age band for those who would rather not give a month.

use leptos::prelude::*;
use signpost_core::answers::Answer;
use signpost_core::month::Month;
use signpost_core::verdict::Asking;
use signpost_core::visit::Event;
use signpost_core::words::key;

use crate::browser::{clock, event};
use crate::view::app::App;
use crate::view::choices::{Draft, fieldset, rows};
use crate::view::html::{Tag, block, tag};
use crate::view::question::title;

/// The oldest a child of this tool can be, in years.
const OLDEST: i32 = 26;

/// The furthest a due month can lie ahead, in months.
const FURTHEST: i32 = 10;

/// A month and a year, each as far as it has been chosen.
type Chosen = (Option<u8>, Option<i32>);

/// Month and year, checked as soon as both are there. `ready` is false while something has to be put right.
pub fn month_of_birth(app: App, asking: Asking, draft: Draft, ready: RwSignal<bool>) -> Tag {
    let chosen = StoredValue::new(match app.answer(asking) {
        Some(Answer::Month(month)) => (Some(month.number()), Some(month.year())),
        _ => (None, None),
    });
    let trouble = RwSignal::new(None::<&'static str>);
    let choose = move |now: Chosen| {
        chosen.set_value(now);
        trouble.set(take(app, asking, now));
        ready.set(trouble.get_untracked().is_none());
    };
    let asked = app.content.question(asking.question);
    let words = move || trouble.get().map(|key| app.word(key).to_owned()).unwrap_or_default();
    let month = move |value: String| choose((value.parse().ok(), chosen.get_value().1));
    let year = move |value: String| choose((chosen.get_value().0, value.parse().ok()));
    fieldset(title(app.question_text(asking.question, asking.who)))
        .with(block("p", "question-help").text(app.about(&asked.help, asking.who)))
        .with(block("p", "month-trouble").attr("role", "alert").live_text(words))
        .with(block("div", "month").with(months(app, chosen.get_value(), month)).with(years(
            app,
            chosen.get_value(),
            year,
        )))
        .with(bands(app, asking, draft))
}

fn bands(app: App, asking: Asking, draft: Draft) -> Tag {
    block("details", "month-bands")
        .with(tag("summary").text(app.word(key::QUESTION_BAND)))
        .with(rows(app, asking, draft))
}

/// Takes the month, or says what is wrong with it.
fn take(app: App, asking: Asking, chosen: Chosen) -> Option<&'static str> {
    let (Some(number), Some(year)) = chosen else {
        let half = chosen.0.is_some() || chosen.1.is_some();
        app.tell(Event::Answered(asking, None));
        return half.then_some(key::QUESTION_MONTH_HALF);
    };
    let month = Month::new(year, number)?;
    let far = month.since(clock::today().month()) > FURTHEST;
    app.tell(Event::Answered(asking, (!far).then_some(Answer::Month(month))));
    far.then_some(key::QUESTION_MONTH_FAR)
}

fn months(app: App, chosen: Chosen, set: impl Fn(String) + 'static) -> Tag {
    let names = (1..=12_u8).map(|number| {
        let name = app.speak(|speaker| speaker.month_name(number).to_owned());
        option(number.to_string(), name, chosen.0 == Some(number))
    });
    choose_from(app, key::QUESTION_MONTH, names.collect(), set)
}

fn years(app: App, chosen: Chosen, set: impl Fn(String) + 'static) -> Tag {
    let latest = clock::today().month().plus(FURTHEST).year();
    let years = (latest - OLDEST..=latest).rev();
    let years = years.map(|year| option(year.to_string(), year.to_string(), chosen.1 == Some(year)));
    choose_from(app, key::QUESTION_YEAR, years.collect(), set)
}

fn choose_from(app: App, label: &'static str, options: Vec<Tag>, set: impl Fn(String) + 'static) -> Tag {
    let none = option(String::new(), app.word(key::QUESTION_CHOOSE).to_owned(), false);
    let select = tag("select").attr("autocomplete", "off").on("change", move |happening| set(event::value(&happening)));
    block("label", "month-part").with(tag("span").text(app.word(label))).with(select.with(none).with_all(options))
}

fn option(value: String, label: String, selected: bool) -> Tag {
    let option = tag("option").attr("value", value).text(label);
    if selected { option.attr("selected", "") } else { option }
}
