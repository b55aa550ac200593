//! The words of the interface: tables of texts, whose names joined by dots are the key.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::draft::{Draft, Word};
use crate::problem::At;
use crate::read::book::Book;
use crate::read::shape::{self, Wants};
use crate::read::speech::Speech;
use crate::read::table::Table;
use crate::read::value::Value;

/// Reads `words.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    read_table(&Table::whole(book, file, &shape::WORDS), "", draft);
}

fn read_table(table: &Table<'_>, above: &str, draft: &mut Draft) {
    for (name, spot, written) in table.entries() {
        let key = if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
        if let DeValue::Table(entries) = written.get_ref() {
            read_table(&Table::new(table.book, entries, spot, &shape::WORDS), &key, draft);
        } else if let Some(text) =
            (Value { book: table.book, key: "text", wants: &Wants::Text, written }).speech(Speech::Interface)
        {
            draft.words.push(Word { key: At::new(key, spot), text: text.value });
        }
    }
}
