//! A TOML table that knows which keys it may have.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::format::read::book::Book;
use crate::format::read::value::Value;
use crate::format::shape::Shape;
use crate::format::vocabulary::Sure;
use crate::source::near::{nearest, one_of};
use crate::source::problem::{Problem, Spot};

/// A table while it is read. [`Table::finish`] notes every key that its shape lacks or that nobody asked for.
pub(crate) struct Table<'a> {
    pub(crate) book: &'a Book<'a>,
    entries: &'a DeTable<'a>,
    shape: &'static Shape,
    known: Vec<&'static str>,
    /// Its first line.
    pub(crate) spot: Spot,
}

impl<'a> Table<'a> {
    /// The whole file.
    pub(crate) fn whole(book: &'a Book<'a>, table: &'a Spanned<DeTable<'a>>, shape: &'static Shape) -> Self {
        Self::new(book, table.get_ref(), Spot { end: 0, start: 0, ..book.spot(table) }, shape)
    }

    /// A table that stands there.
    pub(crate) fn new(book: &'a Book<'a>, entries: &'a DeTable<'a>, spot: Spot, shape: &'static Shape) -> Self {
        Self { book, entries, shape, known: Vec::new(), spot: book.first_line(spot) }
    }

    /// The value of a key that may be left out.
    pub(crate) fn may(&mut self, key: &'static str) -> Option<Value<'a>> {
        let found = self.shape.key(key)?;
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.get(key).map(|written| Value { book: self.book, key, wants: &found.wants, written })
    }

    /// The value of a key that must be there.
    pub(crate) fn must(&mut self, key: &'static str) -> Option<Value<'a>> {
        let value = self.may(key);
        if value.is_none() {
            self.book.note(Problem::new(self.spot, format!("the key `{key}` is missing")).rule("missing-key"));
        }
        value
    }

    /// The tables of an `[[array]]` that may be left out.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<Table<'a>> {
        self.may(key).map(Value::tables).unwrap_or_default()
    }

    /// A flag; left out means false.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.may(key).and_then(Value::flag).unwrap_or_default()
    }

    /// How sure the author is, if that can be read; what is not sure is noted.
    pub(crate) fn sure(&mut self) -> Option<Sure> {
        let value = self.must("sure")?;
        let sure = value.word();
        if sure == Some(Sure::Low) {
            self.book.unsure(value.spot());
        }
        sure
    }

    /// Every key with its place and its value, in the order of the file.
    pub(crate) fn entries(&self) -> Vec<(&'a str, Spot, &'a Spanned<DeValue<'a>>)> {
        let entry =
            |(key, value): (&'a Spanned<_>, _)| (AsRef::<str>::as_ref(key.get_ref()), self.book.spot(key), value);
        let mut entries: Vec<_> = self.entries.iter().map(entry).collect();
        entries.sort_by_key(|(_, spot, _)| *spot);
        entries
    }

    /// Notes every key that nobody asked for.
    pub(crate) fn finish(self) {
        for (key, spot, _) in self.entries().into_iter().filter(|(key, ..)| !self.known.contains(key)) {
            let known = self.known.iter().copied();
            let problem = Problem::new(spot, format!("the key `{key}` is not known here")).rule("unknown-key");
            self.book.note(problem.guess_or(nearest(key, known.clone()), format!("known here: {}", one_of(known))));
        }
    }
}
