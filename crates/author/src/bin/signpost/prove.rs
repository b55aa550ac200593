//! `cargo signpost prove`: what holds for every family, whatever they answer.

use std::path::PathBuf;

use crate::said::{Said, Terminal};
use crate::showing::{Showing, counted};
use signpost_author::judge::check;
use signpost_author::prove::{self, Essentials, Proof, Reached};
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;
use signpost_author::source::say::count;

/// What to prove, and how to show it.
#[derive(clap::Args, Debug, Default)]
#[command(after_help = "It ends with
  0  everything is proven: warnings and notes may be shown
  1  something is not so for every family, or nobody meets it; with --strict, warnings too
  2  it could not run: the folder could not be read, or `cargo signpost check` finds errors in it")]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// Show the smallest family who meets each question and each support
    #[arg(long)]
    pub(crate) families: bool,
    /// How to show what is found
    #[command(flatten)]
    pub(crate) showing: Showing,
}

/// Proves.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let files = match Files::read(&arguments.folder) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let (draft, errors) = check::check(&files);
    if errors.iter().any(|problem| problem.level == Level::Error) {
        return Said::could_not("There are errors in the content. `cargo signpost check` shows them.".into());
    }
    match prove::prove(&draft, terminal.today) {
        Ok(proof) => said(&files, proof, arguments, terminal.colour),
        Err(sentence) => Said::could_not(sentence),
    }
}

fn said(files: &Files, mut proof: Proof, arguments: &Arguments, colour: bool) -> Said {
    files.sort(&mut proof.problems);
    let mut text = arguments.showing.shown(files, &proof.problems, colour);
    if arguments.showing.is_for_people() {
        text += &told(&proof, arguments.families);
    }
    Said { text, end: arguments.showing.end(&proof.problems) }
}

fn told(proof: &Proof, families: bool) -> String {
    let met =
        if families { listed("asked", &proof.questions) + &listed("offered", &proof.supports) } else { String::new() };
    let proven: String = proof.proven.iter().map(|sentence| format!("proven: {sentence}\n")).collect();
    let ways = format!(
        "For any number of children, on any day of the year, and for each of the 10^{:.0} ways in which a family with \
         one child can answer or skip.\n",
        proof.ways
    );
    format!("{met}{proven}{}{ways}{}{}\n", reached(proof), essentials(&proof.essentials), counted(&proof.problems))
}

/// What a parent with two minutes is asked, and what would decide most.
fn essentials(essentials: &Essentials) -> String {
    let Essentials { marked, enough, best, of } = essentials;
    let best: Vec<String> = best.iter().map(|(name, enough)| format!("{name} ({enough})")).collect();
    format!(
        "{} {}, enough for {enough} of the {of} supports that need an answer. Most decide: {}.\n",
        count(marked.len(), "question"),
        if marked.len() == 1 { "is essential" } else { "are essential" },
        best.join(", "),
    )
}

fn reached(proof: &Proof) -> String {
    let met = |all: &[Reached]| all.iter().filter(|reached| reached.family.is_some()).count();
    format!(
        "proven: {} of {} are asked of some family, {} of {} are offered to some family.\n",
        met(&proof.questions),
        count(proof.questions.len(), "question"),
        met(&proof.supports),
        count(proof.supports.len(), "support"),
    )
}

fn listed(verb: &str, all: &[Reached]) -> String {
    let line = |reached: &Reached| {
        let family = reached.family.as_ref().map_or_else(|| "nobody".to_owned(), prove::Family::line);
        format!("{} is {verb}: {family}\n", reached.name)
    };
    all.iter().map(line).collect()
}
