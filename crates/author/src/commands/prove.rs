//! `signpost prove`: what holds for every family, whatever they answer.

use std::path::PathBuf;

use crate::commands::{End, Said, Terminal};
use crate::draft::count;
use crate::files::Files;
use crate::problem::{Level, Problem};
use crate::prove::{self, Proof, Reached};
use crate::{check, report};

/// What to prove.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// Show the smallest family who meets each question and each support
    #[arg(long)]
    pub families: bool,
}

/// Proves.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let files = match Files::read(&arguments.folder) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let (draft, errors) = check::check(&files);
    if errors.iter().any(|problem| problem.level == Level::Error) {
        return Said::could_not("There are errors in the content. `signpost check` shows them.".into());
    }
    match prove::prove(&draft, terminal.today) {
        Ok(proof) => said(&files, proof, arguments.families, terminal),
        Err(sentence) => Said::could_not(sentence),
    }
}

fn said(files: &Files, mut proof: Proof, families: bool, terminal: Terminal) -> Said {
    files.sort(&mut proof.problems);
    let mut text = report::drawn(files, &proof.problems, terminal.colour);
    if families {
        text += &listed("asked", &proof.questions);
        text += &listed("offered", &proof.supports);
    }
    text += &proof.proven.iter().map(|sentence| format!("proven: {sentence}\n")).collect::<String>();
    text += &reached(&proof);
    text += &format!(
        "This covers every day of the year, {} children, and the 10^{:.0} ways in which a family with one child can answer or skip.\n",
        "any number of", proof.ways
    );
    let end = if proof.problems.iter().any(|it| it.level != Level::Note) { End::Problems } else { End::Clean };
    text += &format!("{}\n", counted(&proof.problems));
    Said { text, end }
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
        format!("{} is {verb} to: {family}\n", reached.name)
    };
    all.iter().map(line).collect()
}

fn counted(problems: &[Problem]) -> String {
    let of = |level: Level| problems.iter().filter(|problem| problem.level == level).count();
    let counts =
        [count(of(Level::Error), "error"), count(of(Level::Warning), "warning"), count(of(Level::Note), "note")];
    counts.join(", ")
}
