//! The month of birth: two lists, and an age band for those who would rather not give a month.

use signpost_core::digits::digits;
use signpost_core::judge::Asking;
use signpost_core::sitting::Happened;
use signpost_core::texts::{WordKey, key};
use signpost_core::time::birth::{self, Birth, Trouble};

use crate::view::app::App;
use crate::view::kit::choices::{fieldset, rows};
use crate::view::kit::node::{Node, block, field, tag};

/// Month and year, and the bands.
pub fn month_of_birth(app: App, asking: Asking) -> Node {
    let trouble = move || app.trouble(asking).map(|trouble| app.word(words(trouble)).to_owned()).unwrap_or_default();
    fieldset(block("span", "month-legend").text(app.word(key::CHILDREN_BORN)))
        .with(block("p", "month-trouble").attr("role", "alert").live_text(trouble))
        .with(block("div", "month").with(months(app, asking)).with(years(app, asking)))
        .with(bands(app, asking))
}

fn words(trouble: Trouble) -> WordKey {
    match trouble {
        Trouble::Half => key::QUESTION_MONTH_HALF,
        Trouble::Far => key::QUESTION_MONTH_FAR,
    }
}

fn bands(app: App, asking: Asking) -> Node {
    block("details", "month-bands").with(tag("summary").text(app.word(key::QUESTION_BAND))).with(rows(app, asking))
}

fn months(app: App, asking: Asking) -> Node {
    let name = |number| app.speak(|speaker| speaker.month_name(number).to_owned());
    let names = (1..=12_u8).map(|number| (digits(number), name(number)));
    let stands = |birth: Birth| birth.month.map(digits);
    let set = |asking, value: String| Happened::MonthChosen(asking, value.parse().ok());
    choose_from(app, asking, key::QUESTION_MONTH, names.collect(), stands, set)
}

fn years(app: App, asking: Asking) -> Node {
    let years = app.today().into_iter().flat_map(|today| birth::years(today.day));
    let years = years.map(|year| (digits(year), digits(year)));
    let stands = |birth: Birth| birth.year.map(digits);
    let set = |asking, value: String| Happened::YearChosen(asking, value.parse().ok());
    choose_from(app, asking, key::QUESTION_YEAR, years.collect(), stands, set)
}

fn choose_from(
    app: App,
    asking: Asking,
    label: WordKey,
    options: Vec<(String, String)>,
    stands: fn(Birth) -> Option<String>,
    set: fn(Asking, String) -> Happened,
) -> Node {
    let none = (String::new(), app.word(key::QUESTION_CHOOSE).to_owned());
    let options =
        std::iter::once(none).chain(options).map(|(value, label)| tag("option").attr("value", value).text(label));
    let select = field("select")
        .with_all(options)
        .live_flag("aria-invalid", move || app.trouble(asking).is_some())
        .live_value(move || stands(app.birth(asking)).unwrap_or_default())
        .on_value("change", move |value| app.happen(set(asking, value)));
    block("label", "month-part").with(tag("span").text(app.word(label))).with(select)
}
