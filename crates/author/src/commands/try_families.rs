//! `signpost try`: families written as text, and whether their lists are what they should be.

use std::path::{Path, PathBuf};

use signpost_core::content::Content;

use crate::commands::{End, Said, Terminal, content};
use crate::draft::count;
use crate::files::Files;
use crate::journey::{self, Outcome};
use crate::problem::Problem;
use crate::report;

/// Which families, and on which content.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// Families, such as tests/journeys/*.txt
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    pub content: PathBuf,
}

/// Tries them all.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let content = match content(&arguments.content, terminal) {
        Ok(content) => content,
        Err(said) => return Said { end: End::CouldNotRun, ..said },
    };
    let tried: Vec<Tried> = arguments.files.iter().map(|path| try_one(&content, path, terminal.colour)).collect();
    let end = tried.iter().map(|tried| tried.end).max().unwrap_or(End::Clean);
    let text = tried.iter().map(|tried| tried.text.as_str()).collect::<String>() + &summary(&tried);
    Said { text, end }
}

struct Tried {
    text: String,
    end: End,
    checked: usize,
}

fn try_one(content: &Content, path: &Path, colour: bool) -> Tried {
    let files = match Files::read_one(path) {
        Ok(files) => files,
        Err(sentence) => return Tried { text: format!("{sentence}\n"), end: End::CouldNotRun, checked: 0 },
    };
    match journey::read(content, &files) {
        Ok(journey) => tried(&files, &journey::run(content, &journey)),
        Err(problems) => {
            let text = report::drawn(&files, &problems, colour);
            Tried { text, end: End::CouldNotRun, checked: 0 }
        }
    }
}

fn tried(files: &Files, outcome: &Outcome) -> Tried {
    let path = files.get(0).map_or("", |file| file.path.as_str());
    let end = if outcome.failures.is_empty() { End::Clean } else { End::Problems };
    let verdict = if end == End::Clean { "as expected" } else { "NOT as expected" };
    let mut text = format!("{path}: {} {verdict}\n", count(outcome.checked, "line"));
    text += &outcome.warnings.iter().map(|warning| told(files, "warning: ", warning)).collect::<String>();
    text += &outcome.failures.iter().map(|failure| told(files, "", failure)).collect::<String>();
    Tried { text, end, checked: outcome.checked }
}

fn told(files: &Files, kind: &str, problem: &Problem) -> String {
    let (line, _) = files.line_and_column(problem.spot);
    let found =
        problem.meant.as_ref().map(|found| format!("\n    {}", found.replace("; ", "\n    "))).unwrap_or_default();
    format!("  line {line}: {kind}{}{found}\n", problem.what)
}

fn summary(tried: &[Tried]) -> String {
    let families = tried.iter().filter(|tried| tried.end == End::Clean).count();
    let checked: usize = tried.iter().map(|tried| tried.checked).sum();
    let all = if tried.len() == 1 { "1 family".into() } else { format!("{} families", tried.len()) };
    format!("{all}, {}: {families} as expected, {} not\n", count(checked, "line"), tried.len() - families)
}
