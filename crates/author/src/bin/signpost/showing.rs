//! How problems are shown, and what a command ends with because of them.

use clap::ValueEnum;

use crate::said::End;
use signpost_author::source::files::Files;
use signpost_author::source::problem::{Level, Problem};
use signpost_author::source::report;
use signpost_author::source::say::count;

/// How to show problems. Part of the arguments of every command that finds some.
#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(crate) struct Showing {
    /// For people, for tools, or for GitHub to show beside a change
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Show these and what is worse
    #[arg(long, value_enum, default_value_t)]
    pub(crate) level: Least,
    /// End with 1 where there is a warning, not only an error
    #[arg(long)]
    pub(crate) strict: bool,
}

/// How problems are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Every problem drawn, its words underlined, and how many there are
    #[default]
    Human,
    /// One JSON array: file, line, column, end_line, end_column, level, rule, message, meant
    Json,
    /// Workflow commands of GitHub
    Github,
}

/// The least level that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Least {
    /// Everything
    #[default]
    Note,
    /// Warnings and errors
    Warning,
    /// Errors only
    Error,
}

impl Showing {
    /// Every problem that is to be shown, as it is to be shown.
    pub(crate) fn shown(self, files: &Files, problems: &[Problem], colour: bool) -> String {
        let shown: Vec<Problem> = problems.iter().filter(|one| one.level <= self.level.into()).cloned().collect();
        match self.format {
            Format::Human => report::drawn(files, &shown, colour),
            Format::Json => report::json(files, &shown),
            Format::Github => report::github(files, &shown),
        }
    }

    /// Whether a person reads it, who is told more than the problems.
    pub(crate) fn is_for_people(self) -> bool {
        self.format == Format::Human
    }

    /// What the command ends with.
    pub(crate) fn end(self, problems: &[Problem]) -> End {
        match problems.iter().map(|problem| problem.level).min() {
            Some(Level::Error) => End::Problems,
            Some(Level::Warning) if self.strict => End::Problems,
            _ => End::Clean,
        }
    }
}

/// "2 errors, 3 warnings, 12 notes"; what there is none of is left out.
pub(crate) fn counted(problems: &[Problem]) -> String {
    let of = |level: Level| problems.iter().filter(|problem| problem.level == level).count();
    let levels = [Level::Error, Level::Warning, Level::Note].map(|level| (of(level), report::level(level)));
    let some: Vec<String> =
        levels.into_iter().filter(|(many, _)| *many > 0).map(|(many, level)| count(many, level)).collect();
    if some.is_empty() { "no problems".into() } else { some.join(", ") }
}

impl From<Least> for Level {
    fn from(least: Least) -> Self {
        match least {
            Least::Note => Self::Note,
            Least::Warning => Self::Warning,
            Least::Error => Self::Error,
        }
    }
}
