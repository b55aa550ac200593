//! Amounts, limits and dates that change.

use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenFigure};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::problem::Problem;

/// Reads `figures.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::FIGURES);
    draft.figures.extend(table.tables("figure").into_iter().map(figure));
    table.finish();
}

fn figure(mut table: Table<'_>) -> WrittenFigure {
    let id = table.id();
    let text = table.text("text", Speech::Figure);
    let from = table.must("from").and_then(Value::day);
    let review = table.must("review").and_then(Value::day);
    table.text("source", Speech::Author);
    table.sure();
    table.text_if_any("note", Speech::Author);
    if let (Some(from), Some(review)) = (&from, &review)
        && review.value <= from.value
    {
        let says =
            format!("this figure must be looked at again on {}, before it starts on {}", review.value, from.value);
        table.book.note(Problem::new(review.spot, says).rule("review-before-start"));
    }
    table.finish();
    WrittenFigure { id, text, from, review }
}
