//! What a screen reader goes through on a screen, in reading order, a line for each thing. What a thing is and what it is
//! called the browser itself says; here is only which things there are, what state they are in, and what is announced.

use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::altered::MONTHS;
use crate::visit::Visit;

/// Remembers from now on what stands in live regions when something in them changes, and alerts that come.
const LISTEN: &str = r#"
const LIVE = '[role=status], [role=alert], [aria-live]';
window.announced = [];
const regions = ({ target, addedNodes }) => [
  (target.closest ? target : target.parentElement)?.closest(LIVE),
  ...[...addedNodes].filter((it) => it.matches?.('[role=alert]')),
];
const hear = (changes) => {
  const changed = new Set(changes.flatMap(regions).filter((it) => it && shown(it) && text(it)));
  changed.forEach((it) => window.announced.push(text(it)));
};
new MutationObserver(hear).observe(document, { childList: true, characterData: true, subtree: true, attributeFilter: ['hidden'] });
"#;

/// The lines of what can be read in here.
const READ: &str = include_str!("hearing.js");

/// A thing of this kind of which an engine tells otherwise than it is written down, by its nature.
struct Otherwise {
    engine: Engine,
    kind: &'static str,
    /// What the engine says that it is, and what that is here.
    says: &'static str,
    here: &'static str,
    /// What the engine adds to its name.
    adds: Adds,
}

#[derive(Clone, Copy)]
enum Adds {
    Nothing,
    /// What stands in the field, which others tell beside the name.
    Value,
    /// The parts of the field.
    Parts(&'static str),
    /// The heading of an article, which others do not call by any name.
    Heading,
}

const fn row(engine: Engine, kind: &'static str, says: &'static str, here: &'static str, adds: Adds) -> Otherwise {
    Otherwise { engine, kind, says, here, adds }
}

/// No standard has a role for what folds, nor for the fields of a day and a time.
const OTHERWISE: &[Otherwise] = &[
    row(Engine::Chromium, "summary", "DisclosureTriangle", "fold", Adds::Nothing),
    row(Engine::Firefox, "summary", "", "fold", Adds::Nothing),
    row(Engine::WebKit, "summary", "", "fold", Adds::Nothing),
    row(Engine::Chromium, "date", "Date", "date", Adds::Nothing),
    row(Engine::Firefox, "date", "", "date", Adds::Nothing),
    row(Engine::WebKit, "date", "textbox", "date", Adds::Parts("month / day / year")),
    row(Engine::Chromium, "time", "InputTime", "time", Adds::Nothing),
    row(Engine::Firefox, "time", "", "time", Adds::Nothing),
    row(Engine::WebKit, "time", "textbox", "time", Adds::Parts("hour : minutes")),
    row(Engine::WebKit, "select", "button", "combobox", Adds::Value),
    row(Engine::WebKit, "text", "textbox", "textbox", Adds::Value),
    row(Engine::WebKit, "textarea", "textbox", "textbox", Adds::Value),
    row(Engine::WebKit, "article", "article", "article", Adds::Heading),
];

/// Roles that tell nothing, also where the browser knows none.
const SILENT: [&str; 4] = ["", "none", "presentation", "generic"];

/// Where something is told when it comes. Nothing is read there before.
const LIVE: [&str; 2] = ["status", "alert"];

/// The most words of a text that are written down.
const MOST_WORDS: usize = 40;

/// From now on the page notes what is announced.
pub(crate) fn listen(visit: &Visit) {
    visit.script(LISTEN);
}

/// What was announced since this was asked before, and what can be read now: in the dialog that is open, else in what this
/// style finds.
pub(crate) fn heard(visit: &Visit, css: &str) -> String {
    let found = visit.script_with(READ, json!([css]));
    let announced = list(&found[0]).iter().map(|said| format!("announced: {}", quoted(said)));
    let lines: Vec<String> = announced.chain(within(visit, list(&found[1]), None)).collect();
    lines.join("\n") + "\n"
}

/// What stands in a line, or in none.
fn within(visit: &Visit, lines: &[Value], outer: Option<usize>) -> Vec<String> {
    let of_it = |line: &Value| line["within"].as_u64().map(|at| at as usize) == outer;
    let places = lines.iter().enumerate().filter(|(_, line)| of_it(line)).map(|(place, _)| place);
    places.flat_map(|place| told(visit, &lines[place], within(visit, lines, Some(place)))).collect()
}

/// A line, with what stands in it.
fn told(visit: &Visit, line: &Value, inside: Vec<String>) -> Vec<String> {
    match (&line["says"], &line["more"], &line["element"]) {
        (Value::Null, Value::Null, Value::Null) => indented("- ", inside),
        (Value::Null, Value::Null, element) => thing(visit, line, element, inside),
        (Value::Null, more, _) => vec![format!("… and {more} more")],
        (says, _, _) => vec![quoted(says)],
    }
}

fn thing(visit: &Visit, thing: &Value, element: &Value, inside: Vec<String>) -> Vec<String> {
    let (role, name) = called(visit, thing, element);
    let role = match role.as_str() {
        role if SILENT.contains(&role) => return inside,
        role if LIVE.contains(&role) && inside.is_empty() => return inside,
        "heading" => format!("heading {}", words(&thing["level"])),
        "list" => format!("list of {}", thing["items"]),
        role => role.to_owned(),
    };
    let states: Vec<String> = list(&thing["states"]).iter().map(|state| plain(words(state))).collect();
    let states = if states.is_empty() { String::new() } else { format!(" ({})", states.join(", ")) };
    let name = if name.is_empty() { name } else { format!(": {}", plain(&name)) };
    [vec![role + &name + &states], indented("  ", inside)].concat()
}

/// The role and the name of a thing, by the words of here.
fn called(visit: &Visit, thing: &Value, element: &Value) -> (String, String) {
    // WebKit looks at what is in a list only once somebody has asked for something.
    let [name, role] = ["label", "role"].map(|what| visit.session().computed(what, element));
    let of_it = |row: &&Otherwise| row.engine == visit.engine && thing["kind"] == *row.kind && role == row.says;
    let Some(row) = OTHERWISE.iter().find(of_it) else { return (role, name) };
    let added = match row.adds {
        Adds::Nothing => "",
        Adds::Value => words(&thing["value"]),
        Adds::Parts(parts) => parts,
        Adds::Heading => &name,
    };
    (row.here.to_owned(), name.strip_suffix(added).unwrap_or(&name).trim().to_owned())
}

/// The first line after this, and the others below it.
fn indented(first: &str, lines: Vec<String>) -> Vec<String> {
    let before = |place| if place == 0 { first } else { "  " };
    lines.into_iter().enumerate().map(|(place, line)| format!("{}{line}", before(place))).collect()
}

fn quoted(says: &Value) -> String {
    format!("\"{}\"", plain(words(says)))
}

/// Words as they are written down: long ones cut, and without the days on which content was checked, which move.
fn plain(says: &str) -> String {
    let all: Vec<&str> = says.split_whitespace().collect();
    let left = all.len().saturating_sub(MOST_WORDS);
    let kept = without_days(&all[..all.len() - left]);
    if left == 0 { kept } else { format!("{kept} … and {left} more words") }
}

/// "1 April 2027" is a day.
fn without_days(words: &[&str]) -> String {
    let mut kept = Vec::new();
    let mut rest = words;
    while let [first, after @ ..] = rest {
        let day = day(rest);
        kept.push(day.as_deref().unwrap_or(first).to_owned());
        rest = if day.is_some() { &rest[3..] } else { after };
    }
    kept.join(" ")
}

/// What stands for a day, with what follows it, where these words begin with one.
fn day(words: &[&str]) -> Option<String> {
    let [day, month, year, ..] = words else { return None };
    let (year, after) = year.split_at_checked(4)?;
    let is_day = day.parse().is_ok_and(|day: u8| day <= 31) && year.parse::<u16>().is_ok();
    (is_day && MONTHS.contains(month)).then(|| format!("(a day){after}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
