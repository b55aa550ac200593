//! What makes a support soon: a danger or a clock, in one or several cases.

use signpost_core::catalogue::About;
use signpost_core::written;

use crate::format::draft::{WrittenCase, WrittenSoon};
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::source::problem::Problem;

/// What the keys of a support say for all its cases.
struct Usual {
    says: String,
    danger: bool,
    within: i32,
}

/// The cases in which a support is soon. Without any it is soon whenever it is offered, if it says what for.
pub(crate) fn read(table: &mut Table<'_>, about: Option<About>) -> Vec<WrittenSoon> {
    let usual = Usual {
        says: table.text_if_any("soon", Speech::Of(about)),
        danger: table.flag("soon_danger"),
        within: table.may("soon_within").and_then(Value::days).unwrap_or_default(),
    };
    let cases = table.tables("soon_when");
    if cases.is_empty() {
        return usual.always(table).into_iter().collect();
    }
    cases.into_iter().map(|case| usual.case(case, about)).collect()
}

impl Usual {
    fn always(self, table: &mut Table<'_>) -> Option<WrittenSoon> {
        let Self { says, danger, within } = self;
        if says.is_empty() {
            for key in ["soon_danger", "soon_within"] {
                nothing_is_soon(table, key);
            }
            return None;
        }
        let written = written::Soon { says, danger, within, lines: Vec::new() };
        Some(WrittenSoon { written, case: WrittenCase::default() })
    }

    fn case(&self, mut table: Table<'_>, about: Option<About>) -> WrittenSoon {
        let own = table.text_if_any("says", Speech::Of(about));
        let written = written::Soon {
            says: if own.is_empty() { self.says.clone() } else { own },
            danger: table.may("danger").and_then(Value::flag).unwrap_or(self.danger),
            within: table.may("within").and_then(Value::days).unwrap_or(self.within),
            lines: Vec::new(),
        };
        if written.says.is_empty() {
            let problem = Problem::new(table.spot, "this case does not say what the clock or the danger is");
            table.book.note(problem.rule("missing-key").meant("add `says` here, or `soon` to the support"));
        }
        let soon = WrittenSoon { written, case: table.case() };
        table.finish();
        soon
    }
}

fn nothing_is_soon(table: &mut Table<'_>, key: &'static str) {
    if let Some(value) = table.may(key) {
        let says = format!("`{key}` stands without `soon`: nothing says what the clock or the danger is");
        table.book.note(Problem::new(value.spot(), says).rule("out-of-place"));
    }
}
