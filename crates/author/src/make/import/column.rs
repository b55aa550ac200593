//! The columns of a sheet of sites. There is one for whatever a site's file may say: a key of `[site]` is a column of its
//! name, and a key of the second `[[person]]` the column `person-2-…`.

use crate::format::shape::{Key, SITE_FILE, Shape, Wants};
use crate::source::near::nearest;
use crate::source::problem::{At, Problem, Spot};
use crate::source::sheet::Row;

/// So many of a site's people, services and own supports have a column: their number is one digit.
const MOST: u8 = 9;

/// A column that is known.
#[derive(Clone)]
pub(super) struct Column {
    /// As it is documented, and where its name stands in the sheet.
    pub(super) name: At<String>,
    /// The table of the site's file.
    pub(super) table: Table,
    pub(super) key: &'static Key,
}

/// A table of a site's file. They stand in it in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Table {
    /// `[site]`.
    Site,
    /// One of several, such as the second `[[person]]`.
    Nth(&'static str, u8),
}

impl Table {
    /// Its heading in the file.
    pub(super) fn heading(self) -> String {
        match self {
            Self::Site => "[site]".to_owned(),
            Self::Nth(name, _) => format!("[[{name}]]"),
        }
    }

    /// Its keys.
    fn shape(self) -> &'static Shape {
        let name = if let Self::Nth(name, _) = self { name } else { "site" };
        SITE_FILE.key(name).map_or(&SITE_FILE, |key| key.wants.shape())
    }

    fn column(self, key: &str) -> String {
        match self {
            Self::Site => plain(key),
            Self::Nth(name, number) => format!("{name}-{number}-{}", plain(key)),
        }
    }
}

/// The columns by their place in the first row, `None` where nothing is known of one; and what is wrong with that row.
pub(super) fn read(first: &Row, rows: &[Row]) -> (Vec<Option<Column>>, Vec<Problem>) {
    let (mut columns, mut problems): (Vec<Option<Column>>, Vec<Problem>) = (Vec::new(), Vec::new());
    for (place, cell) in first.iter().enumerate() {
        let column = known(cell);
        let twin = column.as_ref().and_then(|it| columns.iter().flatten().find(|old| old.name.value == it.name.value));
        problems.extend(match (&column, twin) {
            (Some(column), Some(_)) => Some(twice(column)),
            (Some(_), None) => None,
            (None, _) if cell.value.is_empty() => filled(place, rows).map(|cell| nameless(&cell)),
            (None, _) => Some(unknown(cell)),
        });
        columns.push(column);
    }
    problems.extend(missing(first, &columns));
    (columns, problems)
}

/// A column is found however its name is written: `Person 1 role` is `person-1-role`.
fn known(cell: &At<String>) -> Option<Column> {
    let name = plain(&cell.value);
    let key = |table: Table, key: &str| {
        let key = table.shape().keys.iter().find(|known| plain(known.name) == key)?;
        Some(Column { name: cell.with(name.clone()), table, key })
    };
    key(Table::Site, &name).or_else(|| {
        let mut words = name.splitn(3, '-');
        let (table, number, rest) = (words.next()?, words.next()?, words.next()?);
        let table = several().find(|known| *known == table)?;
        let number = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
        key(Table::Nth(table, number), rest)
    })
}

fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

/// The tables of which a site may have several.
fn several() -> impl Iterator<Item = &'static str> {
    SITE_FILE.keys.iter().filter(|key| matches!(key.wants, Wants::Tables(..))).map(|key| key.name)
}

/// The name of every column that a sheet can have.
fn names() -> impl Iterator<Item = String> {
    let nth = (1..=MOST).flat_map(|number| several().map(move |name| Table::Nth(name, number)));
    let tables = std::iter::once(Table::Site).chain(nth);
    tables.flat_map(|table| table.shape().keys.iter().map(move |key| table.column(key.name)))
}

fn unknown(cell: &At<String>) -> Problem {
    let names: Vec<String> = names().collect();
    let guess = nearest(&plain(&cell.value), names.iter().map(String::as_str));
    Problem::new(cell.spot, format!("no column is called `{}`", cell.value))
        .rule("unknown-column")
        .guess_or(guess, "a column is called as a key of a site: `name`, `colour`, `person-1-role`, `service-2-name`")
}

fn twice(column: &Column) -> Problem {
    Problem::new(column.name.spot, format!("there is already a column `{}`", column.name.value))
        .rule("same-column")
        .meant("keep one of the two; a second person is `person-2-…`")
}

/// The first cell in a column without a name that has something in it.
fn filled(place: usize, rows: &[Row]) -> Option<At<String>> {
    rows.iter().filter_map(|row| row.get(place)).find(|cell| !cell.value.is_empty()).cloned()
}

fn nameless(cell: &At<String>) -> Problem {
    Problem::new(cell.spot, "this cell stands in a column without a name")
        .rule("unknown-column")
        .meant("name the column in the first row, or empty it")
}

/// What no table of its kind can do without: of `[site]`, and of every other that has a column at all.
fn missing(first: &Row, columns: &[Option<Column>]) -> Vec<Problem> {
    let mut tables: Vec<Table> = columns.iter().flatten().map(|column| column.table).collect();
    tables.push(Table::Site);
    tables.sort_unstable();
    tables.dedup();
    let last = first.last().map_or_else(|| Spot::top(0), |cell| cell.spot);
    let must = |table: Table| {
        let keys = table.shape().keys.iter().filter(|key| key.must);
        keys.map(move |key| (table.column(key.name), key.says))
    };
    let missing = tables.into_iter().flat_map(must).filter(|(name, _)| {
        let there = columns.iter().flatten().any(|column| column.name.value == *name);
        !there
    });
    let problem = |(name, says)| {
        Problem::new(last, format!("the column `{name}` is missing"))
            .rule("missing-column")
            .meant(format!("add it. {says}"))
    };
    missing.map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> At<String> {
        At::new(text.to_owned(), Spot::top(0))
    }

    #[test]
    fn there_is_a_column_for_whatever_a_site_may_say() {
        let names: Vec<String> = names().collect();
        for name in ["id", "colour", "person-1-role", "person-9-topics", "service-2-where", "extra-1-checked"] {
            assert!(names.contains(&name.to_owned()), "{name}");
        }
        for name in &names {
            assert_eq!(known(&cell(name)).map(|column| column.name.value).as_ref(), Some(name));
        }
    }

    #[test]
    fn a_column_is_found_however_its_name_is_written() {
        for (written, name) in [("Person 1 role", "person-1-role"), ("COLOUR", "colour"), ("extra_2_id", "extra-2-id")]
        {
            assert_eq!(known(&cell(written)).map(|column| column.name.value).as_deref(), Some(name), "{written}");
        }
        for written in ["", "color", "person-role", "person-0-role", "person-10-role", "site-1-id", "person-1-hours"] {
            assert!(known(&cell(written)).is_none(), "{written}");
        }
    }
}
