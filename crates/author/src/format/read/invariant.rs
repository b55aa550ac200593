//! What must hold for every family, whatever the rules say.

use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenInvariant};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::problem::Problem;

/// Reads `invariants.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::INVARIANTS);
    draft.invariants.extend(table.tables("invariant").into_iter().map(invariant));
    table.finish();
}

fn invariant(mut table: Table<'_>) -> WrittenInvariant {
    let id = table.id();
    let about = table.must("about").and_then(Value::word);
    let says = table.text("says", Speech::Author);
    table.text_if_any("note", Speech::Author);
    let names = |value: Option<Value<'_>>| value.map(Value::names).unwrap_or_default();
    let (never, never_tagged) = (names(table.may("never")), names(table.may("never_tagged")));
    let (always, only) = (names(table.may("always")), names(table.may("only")));
    let (warned, first) = (names(table.may("warned")), names(table.may("first")));
    let never_asks = names(table.may("never_asks"));
    let (cases, unless) = (table.cases("case"), table.cases("unless"));
    if [&never, &never_tagged, &always, &only, &warned, &first, &never_asks].iter().all(|demanded| demanded.is_empty())
    {
        let problem = Problem::new(table.spot, "this invariant demands nothing").rule("empty-rule");
        table.book.note(
            problem
                .meant("add `never`, `never_tagged`, `always`, `only`, `warned`, `first` or `never_asks`, with names"),
        );
    }
    table.finish();
    WrittenInvariant { id, about, says, never, never_tagged, always, only, warned, first, never_asks, cases, unless }
}
