//! `cargo signpost check`: reads everything and shows all problems at once.

use std::path::PathBuf;

use crate::said::{End, Said, Terminal};
use crate::showing::{Showing, counted};
use signpost_author::judge::check;
use signpost_author::judge::publishing::Open;
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;

/// What to check, and how to show it.
#[derive(clap::Args, Debug, Default)]
#[command(after_help = "It ends with
  0  nothing is wrong: warnings and notes may be shown
  1  there are errors; with --strict, warnings too
  2  it could not run: the folder could not be read")]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// How to show what is found
    #[command(flatten)]
    pub(crate) showing: Showing,
    /// Instead, list what a person must still ring or read; ends with 1 while that is a number of the urgent box
    #[arg(long)]
    pub(crate) before_publishing: bool,
}

/// Checks.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let files = match Files::read(&arguments.folder) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let (draft, problems) = check::all(&files, terminal.today);
    if arguments.before_publishing && problems.iter().all(|problem| problem.level != Level::Error) {
        let open = Open::of(&draft);
        let end = if open.must_wait() { End::Problems } else { End::Clean };
        return Said { text: open.told(&files), end };
    }
    let mut text = arguments.showing.shown(&files, &problems, terminal.colour);
    if arguments.showing.is_for_people() {
        text += &format!("{}: {}\n", draft.counted(), counted(&problems));
    }
    Said { text, end: arguments.showing.end(&problems) }
}
