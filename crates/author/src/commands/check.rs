//! `signpost check`: reads everything and shows all problems at once.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::check;
use crate::commands::{End, Said, Terminal};
use crate::draft::count;
use crate::files::Files;
use crate::problem::{Level, Problem};
use crate::report;

/// What to check, and how to show it.
#[derive(clap::Args, Debug, Default)]
#[command(after_help = "It ends with
  0  nothing is wrong: warnings and notes may be shown
  1  there are errors; with --strict, warnings too
  2  it could not run: the folder could not be read")]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// For people, for tools, or for GitHub to show beside a change
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Show these and what is worse
    #[arg(long, value_enum, default_value_t)]
    pub level: Least,
    /// End with 1 where there is a warning, not only an error
    #[arg(long)]
    pub strict: bool,
}

/// How problems are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
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
pub enum Least {
    /// Everything
    #[default]
    Note,
    /// Warnings and errors
    Warning,
    /// Errors only
    Error,
}

/// Checks.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let files = match Files::read(&arguments.folder) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let (draft, problems) = check::all(&files, terminal.today);
    let counted = format!("{}: {}\n", draft.counted(), counted(&problems));
    let shown: Vec<Problem> = problems.iter().filter(|one| one.level <= arguments.level.into()).cloned().collect();
    let text = match arguments.format {
        Format::Human => report::drawn(&files, &shown, terminal.colour) + &counted,
        Format::Json => report::json(&files, &shown),
        Format::Github => report::github(&files, &shown),
    };
    Said { text, end: end(&problems, arguments.strict) }
}

/// "2 errors, 3 warnings, 12 notes"; what there is none of is left out.
fn counted(problems: &[Problem]) -> String {
    let of = |level: Level| problems.iter().filter(|problem| problem.level == level).count();
    let levels = [Level::Error, Level::Warning, Level::Note].map(|level| (of(level), report::level(level)));
    let some: Vec<String> =
        levels.into_iter().filter(|(many, _)| *many > 0).map(|(many, level)| count(many, level)).collect();
    if some.is_empty() { "no problems".into() } else { some.join(", ") }
}

fn end(problems: &[Problem], strict: bool) -> End {
    let worst = problems.iter().map(|problem| problem.level).min();
    match worst {
        Some(Level::Error) => End::Problems,
        Some(Level::Warning) if strict => End::Problems,
        _ => End::Clean,
    }
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
