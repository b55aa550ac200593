//! `cargo signpost check`: reads everything and shows all problems at once.

use std::path::PathBuf;

use crate::check;
use crate::commands::showing::{Showing, counted};
use crate::commands::{Said, Terminal};
use crate::files::Files;

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
    /// How to show what is found
    #[command(flatten)]
    pub showing: Showing,
}

/// Checks.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let files = match Files::read(&arguments.folder) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let (draft, problems) = check::all(&files, terminal.today);
    let mut text = arguments.showing.shown(&files, &problems, terminal.colour);
    if arguments.showing.is_for_people() {
        text += &format!("{}: {}\n", draft.counted(), counted(&problems));
    }
    Said { text, end: arguments.showing.end(&problems) }
}
