//! Named conditions and hiding rules.

use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenCondition, WrittenHiding};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::problem::{At, Problem};

/// Reads `conditions.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::CONDITIONS);
    draft.conditions.extend(table.tables("condition").into_iter().map(condition));
    draft.hiding.extend(table.tables("hiding").into_iter().filter_map(hiding));
    table.finish();
}

fn condition(mut table: Table<'_>) -> WrittenCondition {
    let id = table.id();
    let about = table.must("about").and_then(Value::word);
    table.text_if_any("note", Speech::Author);
    let cases = table.cases("case");
    if cases.is_empty() {
        let says = "this condition has no [[condition.case]], so it would never hold";
        table.book.note(Problem::new(table.spot, says).rule("no-case"));
    }
    table.finish();
    WrittenCondition { id, about, cases }
}

fn hiding(mut table: Table<'_>) -> Option<WrittenHiding> {
    let tag = table.must("tag").and_then(Value::string);
    let mut name = |key| table.may(key).and_then(Value::string);
    let (when, except, warn, warn_unless) = (name("when"), name("except"), name("warn"), name("warn_unless"));
    let names = table.may("names").map(Value::names).unwrap_or_default();
    table.text_if_any("note", Speech::Author);
    if when.is_none() && warn.is_none() {
        let problem = Problem::new(table.spot, "this tag does nothing").rule("empty-rule");
        table.book.note(problem.meant("add `when`, the condition that hides, or `warn`, the warning that is shown"));
    }
    needs(&table, except.as_ref(), when.is_some(), "`except` stands without `when`: there is nothing to except from");
    needs(&table, warn_unless.as_ref(), warn.is_some(), "`warn_unless` stands without `warn`: there is no warning");
    table.finish();
    Some(WrittenHiding { tag: tag?, when, except, warn, warn_unless, names })
}

fn needs(table: &Table<'_>, value: Option<&At<String>>, is_there: bool, says: &str) {
    if let Some(value) = value.filter(|_| !is_there) {
        table.book.note(Problem::new(value.spot, says).rule("out-of-place"));
    }
}
