//! Topics and supports.

use signpost_core::catalogue::{About, Tier};
use signpost_core::time::Day;
use signpost_core::written;
use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenCase, WrittenSupport, WrittenTopic};
use crate::format::read::book::Book;
use crate::format::read::soon;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::format::vocabulary::Sure;
use crate::source::problem::{At, Problem};

/// Reads one file of supports.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::TOPIC_FILE);
    let topic = table.must("topic").and_then(Value::table);
    let supports = table.tables("support").into_iter().map(support).collect();
    draft.topics.extend(topic.map(|topic| self::topic(topic, supports)));
    table.finish();
}

fn topic(mut table: Table<'_>, supports: Vec<WrittenSupport>) -> WrittenTopic {
    let id = table.id();
    let written = written::Topic {
        id: id.value.clone(),
        name: table.text("name", Speech::Plain),
        group: table.must("group").and_then(Value::word).unwrap_or_default(),
        picture: table.must("picture").and_then(Value::line_picture).unwrap_or_default(),
        supports: Vec::new(),
    };
    let owner = owner(&mut table);
    table.finish();
    WrittenTopic { id, written, supports, owner }
}

fn support(mut table: Table<'_>) -> WrittenSupport {
    let id = table.id();
    let kind: Option<Tier> = table.must("kind").and_then(Value::word);
    let about: Option<About> = table.must("about").and_then(Value::word);
    let mut written = words(&mut table, about);
    contacts(&mut table, about, &mut written);
    written.id = id.value.clone();
    written.kind = kind.unwrap_or_default();
    written.about = about.unwrap_or_default();
    let checked = checked(&mut table, &mut written);
    let owner = owner(&mut table);
    let (source, sure) = for_authors(&mut table);
    let names = |value: Option<Value<'_>>| value.map(Value::names).unwrap_or_default();
    let (tags, goals) = (names(table.may("tags")), names(table.may("goals")));
    let (when, unless) = (table.cases("offer_when"), table.cases("offer_unless"));
    let soon = soon::read(&mut table, about);
    let universal = kind == Some(Tier::Universal);
    let rules = Rules { kind, when: &when, unless: &unless };
    rules.fit(&mut table, &written);
    table.finish();
    WrittenSupport { id, about, universal, written, tags, goals, when, unless, soon, checked, source, sure, owner }
}

fn words(table: &mut Table<'_>, about: Option<About>) -> written::Support {
    let speech = Speech::Of(about);
    written::Support {
        // A name stands in lists of names, about nobody in particular.
        name: table.text("name", Speech::Plain),
        what: table.text("what", speech),
        who: table.text("who", speech),
        found_by: table.text_if_any("found_by", Speech::Author),
        one_of: texts(table, "one_of", speech),
        all_of: texts(table, "all_of", speech),
        how: table.text("how", speech),
        hours: table.text_if_any("hours", speech),
        text: table.text_if_any("text", speech),
        questions: texts(table, "questions", speech),
        ..written::Support::default()
    }
}

fn texts(table: &mut Table<'_>, key: &'static str, speech: Speech) -> Vec<String> {
    let texts = table.may(key).map(Value::list).unwrap_or_default();
    texts.into_iter().filter_map(|text| text.speech(speech)).map(|text| text.value).collect()
}

fn contacts(table: &mut Table<'_>, about: Option<About>, written: &mut written::Support) {
    written.ways = table.may("ways").map(Value::list).unwrap_or_default().into_iter().filter_map(Value::word).collect();
    written.ask_yourself = table.flag("ask_yourself");
    written.phone = table.phone("phone");
    table.text_line("text");
    written.email = table.email("email");
    written.also = table.tables("also").into_iter().map(|also| self::also(also, about)).collect();
    written.url = table.url("url");
    written.cost = table.must("cost").and_then(Value::word).unwrap_or_default();
    written.urgent = table.flag("urgent");
    written.ahead = table.may("ahead").and_then(Value::months).unwrap_or_default();
}

fn also(mut table: Table<'_>, about: Option<About>) -> written::Also {
    let speech = Speech::Of(about);
    let (name, says) = (table.text("name", speech), table.text_if_any("says", speech));
    let also = written::Also { name, says, text: table.text_if_any("text", speech), ..written::Also::default() };
    table.text_line("text");
    let also =
        written::Also { phone: table.phone("phone"), email: table.email("email"), url: table.url("url"), ..also };
    if [&also.says, &also.phone, &also.text, &also.email, &also.url].iter().all(|told| told.is_empty()) {
        let problem = Problem::new(table.spot, "this says neither how to reach them nor what for");
        table.book.note(problem.rule("missing-key").meant("add `phone`, `text`, `email`, `url` or `says`"));
    }
    table.finish();
    also
}

fn checked(table: &mut Table<'_>, written: &mut written::Support) -> Option<At<Day>> {
    let checked = table.may("checked").and_then(Value::day);
    written.checked = checked.map_or_else(String::new, |day| day.value.to_string());
    checked
}

/// The role or the team that keeps this true; never a person's name.
fn owner(table: &mut Table<'_>) -> Option<At<String>> {
    table.may("owner").and_then(|owner| owner.speech(Speech::Author))
}

/// What parents never see.
fn for_authors(table: &mut Table<'_>) -> (String, Option<Sure>) {
    let source = table.text("source", Speech::Author);
    let sure = table.sure();
    if sure != Some(Sure::Low) && table.may("checked").is_none() {
        let says = "nobody says when this was checked, nor that nobody is sure of it";
        let problem = Problem::new(table.spot, says).rule("never-checked");
        table.book.note(problem.meant("write the day it was compared with its source, or set sure = \"low\""));
    }
    table.text_if_any("note", Speech::Author);
    (source, sure)
}

/// How a support's kind and its rules must fit together.
struct Rules<'a> {
    kind: Option<Tier>,
    when: &'a [WrittenCase],
    unless: &'a [WrittenCase],
}

impl Rules<'_> {
    fn fit(&self, table: &mut Table<'_>, written: &written::Support) {
        if written.urgent {
            return self.fit_urgent(table, written);
        }
        if self.kind == Some(Tier::Targeted) && self.when.is_empty() {
            let problem =
                Problem::new(table.spot, "this targeted support says nowhere when it is offered").rule("no-rule");
            table.book.note(problem.meant("add an [[support.offer_when]], or make it universal"));
        }
    }

    fn fit_urgent(&self, table: &mut Table<'_>, written: &written::Support) {
        let spot = table.may("urgent").map_or(table.spot, Value::spot);
        let book = table.book;
        let note = |says: &str| book.note(Problem::new(spot, says).rule("urgent-box"));
        if self.kind == Some(Tier::Targeted) {
            note("the urgent box is the same for everyone, so a targeted support cannot stand in it");
        }
        if !self.when.is_empty() || !self.unless.is_empty() {
            note("the urgent box is the same for everyone, so the rules of this support would never be read");
        }
        if written.phone.is_empty() && written.text.is_empty() {
            note("a support of the urgent box needs a number to call or to text");
        }
    }
}
