//! `signpost check`: reads everything and shows all problems at once.

use std::path::PathBuf;

use crate::commands::{Said, Terminal, draft};

/// What to check.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
}

/// Checks.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    match draft(&arguments.folder, terminal) {
        Ok(draft) => Said::clean(format!("{}: no problems\n", draft.counted())),
        Err(said) => said,
    }
}
