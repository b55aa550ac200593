//! `cargo signpost try`: families written as text, and whether their lists are what they should be.

use std::fs;
use std::path::{Path, PathBuf};

use signpost_core::content::Content;

use crate::said::{End, Said, Terminal, content};
use signpost_author::families::journey::{self, Outcome};
use signpost_author::source::files::Files;
use signpost_author::source::near::nearest;
use signpost_author::source::problem::Problem;
use signpost_author::source::report;
use signpost_author::source::say::count;

/// Which families, and on which content.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Families, or folders of them, such as tests/journeys; left out: all of tests/journeys
    pub(crate) files: Vec<PathBuf>,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    pub(crate) content: PathBuf,
    /// Print each list as the parent would read it: in order, for whom, and why
    #[arg(long)]
    pub(crate) list: bool,
}

/// Tries them all.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let content = match content(&arguments.content, terminal) {
        Ok(content) => content,
        Err(said) => return Said { end: End::CouldNotRun, ..said },
    };
    let paths = match families(&arguments.files) {
        Ok(paths) => paths,
        Err(sentence) => return Said::could_not(sentence),
    };
    let tried: Vec<Tried> = paths.iter().map(|path| try_one(&content, path, arguments.list, terminal.colour)).collect();
    let end = tried.iter().map(|tried| tried.end).max().unwrap_or(End::Clean);
    let text = tried.iter().map(|tried| tried.text.as_str()).collect::<String>() + &summary(&tried);
    Said { text, end }
}

/// Where families stand.
const FOLDER: &str = "tests/journeys";

/// Every file that is meant. The error is a sentence.
fn families(given: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let all = [PathBuf::from(FOLDER)];
    let given = if given.is_empty() { &all } else { given };
    Ok(given.iter().map(|path| meant(path)).collect::<Result<Vec<_>, _>>()?.concat())
}

/// The file itself, or all families of a folder.
fn meant(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return if path.exists() { Ok(vec![path.into()]) } else { Err(not_there(path)) };
    }
    let found = texts(path);
    if found.is_empty() {
        Err(format!("There are no families in {}: they end with .txt.", path.display()))
    } else {
        Ok(found)
    }
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut texts: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

fn not_there(path: &Path) -> String {
    let says = format!("There is no file {}", path.display());
    if path == Path::new(FOLDER) {
        return format!("{says}: go to the project's folder, the one that holds `content`, and try again.");
    }
    let beside = [path.parent().unwrap_or_else(|| Path::new("")).to_owned(), PathBuf::from(FOLDER)];
    let name = |path: &PathBuf| path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let known: Vec<PathBuf> = beside.iter().flat_map(|folder| texts(folder)).collect();
    let names: Vec<String> = known.iter().map(name).collect();
    let guess = nearest(&name(&path.to_owned()), names.iter().map(String::as_str));
    let guess = guess.and_then(|guess| known.get(names.iter().position(|name| *name == guess)?));
    let hint = format!("families are files of {FOLDER}");
    format!("{says}: {}", guess.map_or(format!("{hint}."), |guess| format!("did you mean {}?", guess.display())))
}

struct Tried {
    text: String,
    end: End,
    checked: usize,
}

fn try_one(content: &Content, path: &Path, list: bool, colour: bool) -> Tried {
    let files = match Files::read_one(path) {
        Ok(files) => files,
        Err(sentence) => return Tried { text: format!("{sentence}\n"), end: End::CouldNotRun, checked: 0 },
    };
    match journey::read(content, &files) {
        Ok(journey) => {
            let outcome = tried(&files, &journey::run(content, &journey));
            let told = if list { format!("\n{}\n", journey::told(content, &journey)) } else { String::new() };
            Tried { text: outcome.text + &told, ..outcome }
        }
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
