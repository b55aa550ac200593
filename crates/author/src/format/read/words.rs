//! The words of the interface: tables of texts, whose names joined by dots are the key. A word with a form for each kind of
//! number is one table more: `age.years.one`.

use signpost_core::texts::placeholders;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::format::draft::{Draft, WrittenWord};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape::{self, Wants};
use crate::format::wanted::{Holds, holds};
use crate::source::near::nearest;
use crate::source::problem::{At, Problem};
use crate::source::say::joined;

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
            if let Some(holds) = holds(&key) {
                compare(table.book, &key, &text, &holds);
            }
            draft.words.push(WrittenWord { key: At::new(key, spot), text: text.value });
        }
    }
}

/// The placeholders of a word are those that the program fills there. What is misspelt as a placeholder is noted already.
fn compare(book: &Book<'_>, key: &str, text: &At<String>, holds: &Holds) {
    let Ok(names) = placeholders(&text.value) else { return };
    let mut invented = false;
    for name in names.iter().filter(|name| !name.starts_with("figures.") && !holds.may.contains(name)) {
        let start = text.value.find(&format!("{{{name}}}")).unwrap_or_default();
        let spot = book.within(text.spot, &text.value, start..start + name.len() + 2);
        let problem = Problem::new(spot, format!("nobody fills `{{{name}}}` in the word `{key}`"));
        let guess = nearest(name, holds.may.iter().copied()).map(|guess| format!("{{{guess}}}"));
        book.note(problem.rule("unknown-placeholder").guess_or(guess, held(holds)));
        invented = true;
    }
    // What was meant by one that nobody fills may be the one that is missing.
    let missing = holds.must.iter().filter(|group| !group.iter().any(|name| names.contains(name)));
    for group in missing.filter(|_| !invented) {
        let wanted = group.first().copied().unwrap_or_default();
        let problem = Problem::new(text.spot, format!("the word `{key}` lacks its placeholder `{{{wanted}}}`"));
        book.note(problem.rule("missing-placeholder").meant("write it where it reads well: the program fills it"));
    }
}

fn held(holds: &Holds) -> String {
    match holds.may.as_slice() {
        [] => "this word holds none".to_owned(),
        names => {
            let names: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
            format!("it holds {}", joined(&names, "and"))
        }
    }
}
