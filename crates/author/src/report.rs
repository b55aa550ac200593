//! Problems as a person reads them: the file, the line, the words underlined, what is wrong, what was meant.

use ariadne::{CharSet, Config, IndexType, Label, Report, ReportKind};

use crate::files::{File, Files, boundary};
use crate::problem::{Level, Problem};

/// All problems, drawn one below the other. Colour is for a terminal only.
pub fn drawn(files: &Files, problems: &[Problem], colour: bool) -> String {
    problems.iter().map(|problem| one(files, problem, colour)).collect()
}

/// A problem on one line: `content/words.toml:3:1: this key is not known; did you mean `title`?`.
pub fn line(files: &Files, problem: &Problem) -> String {
    let (line, column) = files.line_and_column(problem.spot);
    let path = files.get(problem.spot.file).map_or("", |file| file.path.as_str());
    let meant = problem.meant.as_ref().map(|meant| format!("; {meant}")).unwrap_or_default();
    format!("{path}:{line}:{column}: {}{meant}", problem.what)
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
    String::from_utf8(out).ok().map(|text| format!("{text}\n"))
}

fn kind(level: Level) -> ReportKind<'static> {
    match level {
        Level::Error => ReportKind::Error,
        Level::Warning => ReportKind::Warning,
        Level::Note => ReportKind::Advice,
    }
}
