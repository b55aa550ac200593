//! Named conditions and hiding rules.

use toml::Spanned;
use toml::de::DeTable;

use crate::draft::{Condition, Draft, Hiding};
use crate::problem::Problem;
use crate::read::book::Book;
use crate::read::shape;
use crate::read::speech::Speech;
use crate::read::table::Table;
use crate::read::value::Value;

/// Reads `conditions.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::CONDITIONS);
    draft.conditions.extend(table.tables("condition").into_iter().map(condition));
    draft.hiding.extend(table.tables("hiding").into_iter().filter_map(hiding));
    table.finish();
}

fn condition(mut table: Table<'_>) -> Condition {
    let id = table.id();
    let about = table.must("about").and_then(Value::word);
    table.text_if_any("note", Speech::Author);
    let cases = table.cases("case");
    if cases.is_empty() {
        let says = "this condition has no [[condition.case]], so it would never hold";
        table.book.note(Problem::new(table.spot, says).rule("no-case"));
    }
    table.finish();
    Condition { id, about, cases }
}

fn hiding(mut table: Table<'_>) -> Option<Hiding> {
    let tag = table.must("tag").and_then(Value::string);
    let when = table.must("when").and_then(Value::string);
    table.text_if_any("note", Speech::Author);
    table.finish();
    Some(Hiding { tag: tag?, when: when? })
}
