//! The three commands: what each says and how it ends. Printing is left to `main`.

use std::path::{Path, PathBuf};

use signpost_core::content::Content;

use crate::draft::{Draft, count};
use crate::files::Files;
use crate::journey::{self, Outcome};
use crate::problem::Problem;
use crate::{build, check, report};

/// What a command says, and how it ends.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// For the terminal.
    pub text: String,
    /// How it went.
    pub end: End,
}

/// How a command ends; the exit code of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Nothing is wrong.
    Clean = 0,
    /// Something is wrong with what it was given.
    Problems = 1,
    /// It could not do its work.
    CouldNotRun = 2,
}

impl Said {
    fn could_not(sentence: String) -> Self {
        Self { text: format!("{sentence}\n"), end: End::CouldNotRun }
    }
}

/// `signpost check`.
pub fn check(folder: &Path, colour: bool) -> Said {
    match read(folder, colour) {
        Ok(draft) => Said { text: format!("{}: no problems\n", draft.counted()), end: End::Clean },
        Err(said) => said,
    }
}

/// `signpost build`.
pub fn build(folder: &Path, out: &Path, colour: bool) -> Said {
    let draft = match read(folder, colour) {
        Ok(draft) => draft,
        Err(said) => return said,
    };
    match build::write(&draft, out) {
        Ok(pack) => {
            let out = out.display();
            let text = format!(
                "{}: version {} in {out}/pack.en.json, start.html and crash.html\n",
                draft.counted(),
                pack.version
            );
            Said { text, end: End::Clean }
        }
        Err(sentence) => Said::could_not(sentence),
    }
}

/// `signpost try`.
pub fn try_journeys(folder: &Path, journeys: &[PathBuf], colour: bool) -> Said {
    let content = match content(folder, colour) {
        Ok(content) => content,
        Err(said) => return Said { end: End::CouldNotRun, ..said },
    };
    let tried: Vec<Tried> = journeys.iter().map(|path| try_one(&content, path, colour)).collect();
    let end = tried.iter().map(|tried| tried.end).max().unwrap_or(End::Clean);
    let text = tried.iter().map(|tried| tried.text.as_str()).collect::<String>() + &summary(&tried);
    Said { text, end }
}

/// The content of a folder, ready to be asked. `Err` says what is wrong with it.
pub fn content(folder: &Path, colour: bool) -> Result<Content, Said> {
    let draft = read(folder, colour)?;
    let (content, problems) = Content::from_pack(build::pack(&draft));
    if problems.is_empty() { Ok(content) } else { Err(Said::could_not(problems.join("\n"))) }
}

fn read(folder: &Path, colour: bool) -> Result<Draft, Said> {
    let files = Files::read(folder).map_err(Said::could_not)?;
    let (draft, problems) = check::check(&files);
    if problems.is_empty() {
        return Ok(draft);
    }
    let drawn = report::drawn(&files, &problems, colour);
    let text = format!("{drawn}{}: {}\n", draft.counted(), count(problems.len(), "problem"));
    Err(Said { text, end: End::Problems })
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
