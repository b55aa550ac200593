//! From text to a draft. Reading never stops: what is wrong is noted and left out, and everything keeps its place.
//!
//! `shape` says which keys there are; `table` and `value` wrap the TOML and note what is missing, unknown or of the
//! wrong type; the other modules read one kind of thing each.

mod book;
mod condition;
mod contact;
mod figure;
mod flaw;
mod invariant;
mod language;
mod link;
pub(crate) mod phone;
mod question;
mod rule;
mod site;
mod slips;
mod soon;
mod speech;
mod support;
mod syntax;
mod table;
mod value;
mod words;
pub(crate) mod written_day;

use crate::format::draft::Draft;
use crate::format::read::book::Book;
use crate::source::files::Files;
use crate::source::problem::Problem;

/// Reads every file. Names are not looked up here.
pub(crate) fn read(files: &Files) -> (Draft, Vec<Problem>) {
    let (mut draft, mut problems) = (Draft::default(), files.problems());
    for (index, file) in files.iter().enumerate() {
        let (table, errors) = toml::de::DeTable::parse_recoverable(&file.text);
        let book = Book::new(index, &file.text);
        let astray = syntax::note(&book, &errors);
        match file.name.as_str() {
            "conditions.toml" => condition::read(&book, &table, &mut draft),
            "invariants.toml" => invariant::read(&book, &table, &mut draft),
            "figures.toml" => figure::read(&book, &table, &mut draft),
            "language.toml" => language::read(&book, &table, &mut draft),
            "words.toml" => words::read(&book, &table, &mut draft),
            _ if file.is_in("questions") => question::read(&book, &table, &mut draft),
            _ if file.is_in("support") => support::read(&book, &table, &mut draft),
            _ if file.is_in("sites") => site::read(&book, &table, files.pictures(), &mut draft),
            _ => {}
        }
        let mut notes = book.close();
        notes.drop_echoes(astray);
        problems.extend(notes.problems);
        draft.figure_uses.extend(notes.figures);
        draft.texts.extend(notes.texts);
        draft.unsure.extend(notes.unsure);
    }
    (draft, problems)
}
