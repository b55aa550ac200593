//! A sheet of cells as spreadsheets save it (CSV, RFC 4180): its rows, every cell with its place. Nothing is refused here
//! but a quote that is never closed.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::source::problem::{At, Problem, Spot};

/// The cells of a line of the sheet, without the spaces around them.
pub(crate) type Row = Vec<At<String>>;

/// What spreadsheets put between two cells: a comma, a semicolon where a comma stands in numbers, or a tab.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Every row that has something in it, and the quotes that are never closed.
pub(crate) fn rows(text: &str, file: usize) -> (Vec<Row>, Vec<Problem>) {
    let (separator, start) = separator(text);
    let mut cells = Cells::new(text, file, separator, start);
    let (mut rows, mut row) = (Vec::new(), Row::new());
    while let Some((cell, ends_the_row)) = cells.next() {
        row.push(cell);
        if ends_the_row {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.value.is_empty()));
    let open = rows.iter().flatten().filter(|cell| is_open(text, cell.spot)).map(open);
    let problems = open.collect();
    (rows, problems)
}

/// What stands between cells, and the byte where they begin. Some spreadsheets say it in a first line, `sep=;`; else the
/// names of the columns show it.
fn separator(text: &str) -> (char, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(said) = first.strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(char::is_ascii) {
        return (said, first.len());
    }
    let times = |separator: &char| first.matches(*separator).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(times);
    (most.unwrap_or(','), 0)
}

/// The cells of a sheet, one after the other.
struct Cells<'t> {
    text: &'t str,
    file: usize,
    separator: char,
    reader: Reader,
    at: usize,
    /// A cell without its quotes is never longer than the text.
    unquoted: Vec<u8>,
}

impl<'t> Cells<'t> {
    fn new(text: &'t str, file: usize, separator: char, at: usize) -> Self {
        let separated = u8::try_from(separator).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(separated).build();
        Self { text, file, separator, reader, at, unquoted: vec![0; text.len() + 1] }
    }

    /// The next cell, and whether it is the last of its row.
    fn next(&mut self) -> Option<(At<String>, bool)> {
        let (start, mut length) = (self.at, 0);
        loop {
            let (rest, room) = (&self.text.as_bytes()[self.at..], &mut self.unquoted[length..]);
            let (result, read, written) = self.reader.read_field(rest, room);
            self.at += read;
            length += written;
            match result {
                ReadFieldResult::Field { record_end } => return Some((self.cell(start, length), record_end)),
                ReadFieldResult::End => return None,
                // The whole text is at hand: what comes next is its end.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            }
        }
    }

    fn cell(&self, start: usize, length: usize) -> At<String> {
        let value = String::from_utf8_lossy(&self.unquoted[..length]).trim().to_owned();
        At::new(value, self.place(start))
    }

    /// Where a cell was written: without what ends the row before, what stands behind it, and the spaces around it.
    fn place(&self, start: usize) -> Spot {
        let read = &self.text[start..self.at];
        let begins_a_row = !self.text[..start].ends_with(self.separator);
        let cell = if begins_a_row { read.trim_start_matches(['\r', '\n']) } else { read };
        let start = start + read.len() - cell.len();
        let cell = cell.trim_end_matches(['\r', '\n']);
        let cell = cell.strip_suffix(self.separator).unwrap_or(cell);
        let inside = cell.trim_start();
        let start = start + cell.len() - inside.len();
        Spot { file: self.file, start, end: start + inside.trim_end().len() }
    }
}

/// A quote inside quotes is written twice, so that a cell that is closed has an even number of them.
fn is_open(text: &str, spot: Spot) -> bool {
    let written = &text[spot.start..spot.end];
    written.starts_with('"') && written.matches('"').count() % 2 == 1
}

fn open(cell: &At<String>) -> Problem {
    let spot = Spot { end: cell.spot.start + 1, ..cell.spot };
    Problem::new(spot, "the quote that stands here is never closed")
        .rule("not-csv")
        .meant("add a \" at the end of this cell; inside a cell a quote is written twice")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let values = |row: Row| row.into_iter().map(|cell| cell.value).collect();
        rows(text, 0).0.into_iter().map(values).collect()
    }

    #[test]
    fn a_sheet_is_read_whatever_stands_between_its_cells_and_ends_its_lines() {
        let meant = [["id", "name"], ["oak", "Oak, Primary"], ["elm", "The \"Elm\""]];
        for text in [
            "id,name\noak,\"Oak, Primary\"\nelm,\"The \"\"Elm\"\"\"\n",
            "id;name\r\noak;Oak, Primary\r\nelm;\"The \"\"Elm\"\"\"\r\n",
            "id\tname\n\noak\t Oak, Primary \n\t\nelm\t\"The \"\"Elm\"\"\"",
            "sep=;\r\nid;name\r\noak;\"Oak, Primary\"\r\n;\r\nelm;\"The \"\"Elm\"\"\"",
        ] {
            assert_eq!(cells(text), meant, "{text}");
        }
        assert_eq!(cells(""), [[""; 0]; 0]);
    }

    #[test]
    fn every_cell_has_its_place() {
        let text = "id,name,\r\n\r\noak,\"Oak, Primary\" ,\r\n,é\r\n";
        let (rows, _) = rows(text, 0);
        let written = rows.iter().flatten().map(|cell| &text[cell.spot.start..cell.spot.end]);
        assert_eq!(written.collect::<Vec<_>>(), ["id", "name", "", "oak", "\"Oak, Primary\"", "", "", "é"]);
        let places = rows.iter().flatten().map(|cell| cell.spot.start);
        assert_eq!(places.collect::<Vec<_>>(), [0, 3, 8, 12, 16, 32, 34, 35]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_shown_where_it_opens() {
        let text = "id,name\noak,\"Oak\nelm,Elm\n";
        let (_, problems) = rows(text, 0);
        assert_eq!(problems.iter().map(|one| (one.spot.start, one.spot.end)).collect::<Vec<_>>(), [(12, 13)]);
        assert_eq!(rows("id,name\noak,\"5 \"\" pipes\"\nelm,5\" pipes\n", 0).1, []);
    }
}
