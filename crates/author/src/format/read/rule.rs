//! Cases, lines and spans of ages.

use signpost_core::time::{Milestone, Month};
use signpost_core::written;

use crate::format::draft::{Says, WrittenCase, WrittenLine};
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::near::{nearest, one_of};
use crate::source::problem::{At, Problem};

impl Table<'_> {
    /// The cases of a rule that may be left out.
    pub(crate) fn cases(&mut self, key: &'static str) -> Vec<WrittenCase> {
        self.tables(key).into_iter().map(case).collect()
    }

    /// Two milestones; `None` where the key is left out or says nothing.
    pub(crate) fn span(&mut self, key: &'static str) -> Option<written::Span> {
        self.may(key).and_then(span)
    }
}

fn case(mut table: Table<'_>) -> WrittenCase {
    let case = table.case();
    table.finish();
    case
}

impl Table<'_> {
    /// The lines of a case that may say more.
    pub(crate) fn case(&mut self) -> WrittenCase {
        WrittenCase { lines: lines(self) }
    }
}

fn lines(table: &mut Table<'_>) -> Vec<WrittenLine> {
    let written = table.must("lines");
    let lines = written.map(Value::tables).unwrap_or_default();
    if lines.is_empty()
        && let Some(value) = written
    {
        table
            .book
            .note(Problem::new(value.spot(), "this case has no lines, so it would always hold").rule("empty-rule"));
    }
    lines.into_iter().filter_map(line).collect()
}

fn line(mut table: Table<'_>) -> Option<WrittenLine> {
    let spot = table.spot;
    let written: Vec<Value<'_>> = keys().filter_map(|key| table.may(key)).collect();
    let says = match written.as_slice() {
        [one] => says(*one),
        several => {
            let how_many = if several.is_empty() { "no key" } else { "several keys" };
            let problem =
                Problem::new(spot, format!("a line has exactly one key, this has {how_many}")).rule("line-keys");
            let mut unknown = table.entries().into_iter().filter(|(key, ..)| keys().all(|known| known != *key));
            let unknown = unknown.find_map(|(key, ..)| nearest(key, keys()));
            table.book.note(problem.guess_or(unknown, one_of(keys())));
            return None;
        }
    };
    table.finish();
    says.map(|says| WrittenLine { spot, says })
}

/// The keys of a line.
fn keys() -> impl Iterator<Item = &'static str> + Clone {
    shape::LINE.keys.iter().map(|key| key.name)
}

fn says(value: Value<'_>) -> Option<Says> {
    Some(match value.key {
        "any" => Says::Any(choices(value)?),
        "all" => Says::All(choices(value)?),
        "none" => Says::None(choices(value)?),
        "age" => Says::Age(span(value)?),
        "is" => Says::Is(value.string()?),
        "is_not" => Says::IsNot(value.string()?),
        _ => Says::AnyChild(value.string()?),
    })
}

fn choices(value: Value<'_>) -> Option<Vec<At<String>>> {
    let names = value.names();
    if names.is_empty() && value.list().is_empty() {
        value.book.note(Problem::new(value.spot(), format!("`{}` names no choice", value.key)).rule("empty-rule"));
    }
    (!names.is_empty()).then_some(names)
}

fn span(value: Value<'_>) -> Option<written::Span> {
    let mut table = value.table()?;
    let (from, until) = (milestone(table.may("from")), milestone(table.may("until")));
    if table.entries().is_empty() {
        table.book.note(Problem::new(value.spot(), "these ages have neither `from` nor `until`").rule("empty-rule"));
    }
    table.finish();
    if let (Some(from), Some(until)) = (&from, &until) {
        ends_later(value, from, until);
    }
    let text = |milestone: Option<At<Milestone>>| milestone.map(|milestone| milestone.value.to_string());
    Some(written::Span { from: text(from), until: text(until) })
}

fn milestone(value: Option<Value<'_>>) -> Option<At<Milestone>> {
    let text = value?.string()?;
    let milestone = Milestone::parse(&text.value.to_ascii_lowercase());
    if milestone.is_none() {
        let problem = Problem::new(text.spot, format!("`{}` is not a milestone", text.value)).rule("bad-milestone");
        let hint = "write it as `birth`, `9 months`, `2 years`, `3 months before birth`, `term after 2 years` or `september after 4 years`";
        value?.book.note(problem.meant(hint));
    }
    milestone.map(|milestone| text.with(milestone))
}

/// Which of two milestones comes first can depend on the month of birth, so all twelve are tried.
fn ends_later(value: Value<'_>, from: &At<Milestone>, until: &At<Milestone>) {
    let months = (1..=12).filter_map(|number| Month::new(2020, number));
    let late = months.into_iter().any(|born| from.value.earliest(born) < until.value.latest(born));
    if !late {
        let says = format!("these ages end at `{}`, which is not after `{}`", until.value, from.value);
        value.book.note(Problem::new(until.spot, says).rule("ages-end"));
    }
}
