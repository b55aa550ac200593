//! Problems as a person reads them: the file, the line, the words underlined, what is wrong, what was meant;
//! and as tools read them: JSON, and the workflow commands of GitHub.

use ariadne::{CharSet, Config, IndexType, Label, Report, ReportKind};

use crate::source::files::{File, Files, boundary};
use crate::source::problem::{Level, Problem, Spot};

/// All problems, drawn one below the other. Colour is for a terminal only.
pub fn drawn(files: &Files, problems: &[Problem], colour: bool) -> String {
    problems.iter().map(|problem| one(files, problem, colour)).collect()
}

/// A problem on one line: `content/words.toml:3:1: this key is not known; did you mean `title`?`.
pub fn line(files: &Files, problem: &Problem) -> String {
    let meant = problem.meant.as_ref().map(|meant| format!("; {meant}")).unwrap_or_default();
    let Some(file) = files.get(problem.spot.file) else { return format!("{}{meant}", problem.what) };
    let (line, column) = files.line_and_column(problem.spot);
    format!("{}:{line}:{column}: {}{meant}", file.path, problem.what)
}

/// All problems as one JSON array. Lines and columns count from 1, columns in characters; the end is the column
/// after the last.
pub fn json(files: &Files, problems: &[Problem]) -> String {
    let one = |problem: &Problem| {
        let place = place(files, problem);
        serde_json::json!({
            "file": place.path, "line": place.line, "column": place.column,
            "end_line": place.end_line, "end_column": place.end_column,
            "level": level(problem.level), "rule": problem.rule, "message": problem.what, "meant": problem.meant,
        })
    };
    let all: Vec<String> = problems.iter().map(|problem| format!("  {}", one(problem))).collect();
    if all.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", all.join(",\n")) }
}

/// All problems as GitHub shows them beside a change: one workflow command a line.
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
pub fn github(files: &Files, problems: &[Problem]) -> String {
    let one = |problem: &Problem| {
        let Place { path, line, column, end_line, end_column } = place(files, problem);
        let command = if problem.level == Level::Note { "notice" } else { level(problem.level) };
        let meant = problem.meant.as_ref().map(|meant| format!("; {meant}")).unwrap_or_default();
        let (path, title) = (property(path), property(problem.rule));
        let place = format!("file={path},line={line},endLine={end_line},col={column},endColumn={end_column}");
        format!("::{command} {place},title={title}::{}\n", data(&format!("{}{meant}", problem.what)))
    };
    problems.iter().map(one).collect()
}

/// "error", "warning" or "note".
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// Where a problem begins and ends, as people count.
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn place<'a>(files: &'a Files, problem: &Problem) -> Place<'a> {
    let spot = problem.spot;
    let (line, column) = files.line_and_column(spot);
    let (end_line, end_column) = files.line_and_column(Spot { start: spot.end.max(spot.start), ..spot });
    let path = files.get(spot.file).map_or("", |file| file.path.as_str());
    Place { path, line, column, end_line, end_column }
}

/// What GitHub would read as the end of a line is written as its number.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn one(files: &Files, problem: &Problem, colour: bool) -> String {
    let drawn = files.get(problem.spot.file).and_then(|file| draw(file, problem, colour));
    drawn.unwrap_or_else(|| format!("{}\n\n", line(files, problem)))
}

fn draw(file: &File, problem: &Problem, colour: bool) -> Option<String> {
    let start = boundary(&file.text, problem.spot.start);
    let end = boundary(&file.text, problem.spot.end).max(start);
    let span = (file.path.clone(), start..end);
    let label = Label::new(span.clone()).with_message(problem.meant.as_deref().unwrap_or("here"));
    let report = Report::build(kind(problem.level), span)
        .with_config(
            Config::default().with_color(colour).with_index_type(IndexType::Byte).with_char_set(CharSet::Unicode),
        )
        .with_message(&problem.what)
        .with_label(label)
        .finish();
    let mut out = Vec::new();
    report.write((file.path.clone(), file.lines()), &mut out).ok()?;
    let drawn = String::from_utf8(out).ok()?;
    // A kind of our own would be coloured even where nothing else is, so a note borrows another's.
    let borrowed = usize::from(problem.level == Level::Note);
    Some(format!("{}\n", drawn.replacen("Advice", "Note", borrowed)))
}

fn kind(level: Level) -> ReportKind<'static> {
    match level {
        Level::Error => ReportKind::Error,
        Level::Warning => ReportKind::Warning,
        Level::Note => ReportKind::Advice,
    }
}
