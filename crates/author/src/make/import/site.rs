//! A row of the sheet as the file of a site. Every value keeps the cell it came from, so that whatever is said about the
//! file can be said about the cell.

use std::ops::Range;

use toml::Value;

use crate::format::id::is_id;
use crate::format::read::written_day;
use crate::format::shape::Wants;
use crate::make::import::column::{Column, Table};
use crate::source::problem::{At, Problem, Spot};
use crate::source::sheet::Row;

/// The file of a site, made of a row.
pub(super) struct Site {
    /// Its id, and the cell it stands in; the row itself where there is none.
    pub(super) id: At<String>,
    pub(super) text: String,
    places: Vec<Place>,
}

/// Where a value stands in the file, and the cell it came from.
struct Place {
    written: Range<usize>,
    cell: At<String>,
    column: String,
}

/// The file of a row under these columns, and what is wrong with its cells that the file cannot show.
pub(super) fn read(row: &Row, columns: &[Option<Column>], heading: &str) -> (Site, Vec<Problem>) {
    let mut making = Making { columns, text: heading.to_owned(), places: Vec::new(), problems: Vec::new() };
    making.fits(row);
    let mut cells: Vec<(&Column, &At<String>)> =
        columns.iter().zip(row).filter_map(|(column, cell)| Some((column.as_ref()?, cell))).collect();
    cells.sort_by_key(|(column, _)| column.table);
    for cells in cells.chunk_by(|(one, _), (other, _)| one.table == other.table) {
        making.table(cells);
    }
    let id = cells.iter().find(|(column, _)| column.name.value == "id").map(|(_, cell)| (*cell).clone());
    let start = row.first().map_or_else(|| Spot::top(0), |cell| cell.spot);
    let id = id.unwrap_or_else(|| At::new(String::new(), start));
    (Site { id, text: making.text, places: making.places }, making.problems)
}

impl Site {
    /// The name of its file inside the content folder, if its id can be one.
    pub(super) fn name(&self) -> Option<String> {
        is_id(&self.id.value).then(|| self.file())
    }

    /// What its file would be called, whatever its id is.
    pub(super) fn file(&self) -> String {
        format!("sites/{}.toml", self.id.value)
    }

    /// What was said about a place in the file, said about the cell: its column, and what stands in it.
    pub(super) fn in_the_sheet(&self, problem: &Problem) -> (Problem, Option<&str>) {
        let place = self.places.iter().find(|place| place.written.contains(&problem.spot.start));
        let Some(Place { cell, column, .. }) = place else {
            return (Problem { spot: self.id.spot, ..problem.clone() }, None);
        };
        let what = format!("in the column `{column}`: {}", problem.what);
        (Problem { spot: cell.spot, what, ..problem.clone() }, Some(&cell.value))
    }
}

struct Making<'a> {
    columns: &'a [Option<Column>],
    text: String,
    places: Vec<Place>,
    problems: Vec<Problem>,
}

impl Making<'_> {
    /// Notes what a row has behind its last column; what it lacks before that.
    fn fits(&mut self, row: &Row) {
        let (wanted, is) = (self.columns.len(), row.len());
        let more = row.iter().skip(wanted).find(|cell| !cell.value.is_empty());
        let at = if is < wanted { row.last() } else { more };
        if let Some(cell) = at {
            let says = format!("this row has {is} cells, and the first has {wanted}");
            let meant =
                "a cell that holds what separates cells stands in \"quotes\"; an empty cell keeps its separator";
            self.problems.push(Problem::new(cell.spot, says).rule("not-csv").meant(meant));
        }
    }

    /// A table is written where one of its cells has something in it, and `[site]` always.
    fn table(&mut self, cells: &[(&Column, &At<String>)]) {
        let Some((column, _)) = cells.first() else { return };
        if column.table != Table::Site && cells.iter().all(|(_, cell)| cell.value.is_empty()) {
            return;
        }
        self.text += &format!("\n{}\n", column.table.heading());
        cells.iter().for_each(|(column, cell)| self.cell(column, cell));
    }

    fn cell(&mut self, column: &Column, cell: &At<String>) {
        if cell.value.is_empty() {
            if column.key.must {
                self.note(column, cell, "this cell is empty".to_owned(), "empty-cell", wanted(column));
            }
            return;
        }
        let Some(value) = self.value(column, cell) else { return };
        self.text += &format!("{} = ", column.key.name);
        let start = self.text.len();
        self.text += &value;
        let column = column.name.value.clone();
        self.places.push(Place { written: start..self.text.len(), cell: cell.clone(), column });
        self.text += "\n";
    }

    /// As it is written in the file. `None` where it cannot be, which is noted.
    fn value(&mut self, column: &Column, cell: &At<String>) -> Option<String> {
        match column.key.wants {
            Wants::Flag => self.flag(column, cell),
            Wants::Day => self.day(column, cell),
            Wants::Number => self.number(column, cell),
            Wants::List(..) => {
                let names = cell.value.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
                let names = names.filter(|name| !name.is_empty()).map(quoted).collect::<Vec<_>>();
                Some(format!("[{}]", names.join(", ")))
            }
            _ => Some(quoted(&cell.value)),
        }
    }

    fn flag(&mut self, column: &Column, cell: &At<String>) -> Option<String> {
        let flag = match cell.value.to_lowercase().as_str() {
            "yes" | "true" => Some("true"),
            "no" | "false" => Some("false"),
            _ => None,
        };
        if flag.is_none() {
            let says = format!("`{}` is neither yes nor no", cell.value);
            self.note(column, cell, says, "wrong-type", "write `yes` or `no`, or leave it empty".to_owned());
        }
        flag.map(str::to_owned)
    }

    fn number(&mut self, column: &Column, cell: &At<String>) -> Option<String> {
        let is_number = cell.value.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            let says = format!("`{}` is not a whole number", cell.value);
            self.note(column, cell, says, "wrong-type", "write it in digits, or leave it empty".to_owned());
        }
        is_number.then(|| cell.value.clone())
    }

    /// Spreadsheets turn a day round, so it is understood in whatever order a British reader would.
    fn day(&mut self, column: &Column, cell: &At<String>) -> Option<String> {
        let day = written_day::meant(&cell.value);
        if day.is_none() {
            let says = format!("`{}` is not a day of the calendar", cell.value);
            self.note(column, cell, says, "bad-day", "write it as 2026-11-23".to_owned());
        }
        day.map(|day| day.to_string())
    }

    fn note(&mut self, column: &Column, cell: &At<String>, says: String, rule: &'static str, meant: String) {
        let says = format!("in the column `{}`: {says}", column.name.value);
        self.problems.push(Problem::new(cell.spot, says).rule(rule).meant(meant));
    }
}

fn wanted(column: &Column) -> String {
    format!("fill it in. {}", column.key.says)
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::make::import::column;
    use crate::source::sheet;

    fn text(sheet: &str) -> (String, Vec<String>) {
        let rows = sheet::rows(sheet, 0).0;
        let (columns, _) = column::read(&rows[0], &rows[1..]);
        let (site, problems) = read(&rows[1], &columns, "");
        (site.text, problems.into_iter().map(|problem| problem.what).collect())
    }

    #[test]
    fn a_row_is_written_as_an_author_would_write_it() {
        let sheet = "id,person-2-role,kiosk,person-1-role,hide,extra-1-checked,name,extra-1-cost\n\
            oak,Office,YES,SENCO,\"a-b, c\",23/11/2026,\"The \"\"Oak\"\"\",\n";
        let file = "\n[site]\nid = \"oak\"\nkiosk = true\nhide = [\"a-b\", \"c\"]\nname = 'The \"Oak\"'\n\
            \n[[extra]]\nchecked = 2026-11-23\n\n[[person]]\nrole = \"SENCO\"\n\n[[person]]\nrole = \"Office\"\n";
        let (text, problems) = text(sheet);
        assert_eq!(text, file);
        assert_eq!(problems, ["in the column `extra-1-cost`: this cell is empty"]);
    }

    #[test]
    fn nobody_is_written_where_a_row_has_nobody() {
        assert_eq!(text("id,person-1-role\noak,\n"), ("\n[site]\nid = \"oak\"\n".to_owned(), Vec::new()));
    }

    #[test]
    fn a_row_has_as_many_cells_as_the_first() {
        let says = |sheet| text(sheet).1;
        assert_eq!(says("id,name,area\noak,Oak\n"), ["this row has 2 cells, and the first has 3"]);
        assert_eq!(says("id,name\noak,Oak, Primary\n"), ["this row has 3 cells, and the first has 2"]);
        assert_eq!(says("id,name\noak,Oak,,\n"), [""; 0], "empty cells behind the last are no matter");
    }
}
