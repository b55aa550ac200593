//! `cargo signpost build`: checks, then writes what the browser fetches.

use std::path::PathBuf;

use crate::build;
use crate::commands::{Said, Terminal, draft};
use crate::draft::{Draft, count};
use crate::publishing::Open;

/// What to build, and where.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// Where the files go
    #[arg(long)]
    pub out: PathBuf,
}

/// A release is not refused for what a person must still check, and it is said.
fn still_open(draft: &Draft) -> String {
    match Open::of(draft).count() {
        0 => String::new(),
        open => {
            let counted = count(open, "support");
            format!("{counted} to check before publishing: `cargo signpost check --before-publishing` names them.\n")
        }
    }
}

/// Builds.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let draft = match draft(&arguments.folder, terminal) {
        Ok(draft) => draft,
        Err(said) => return said,
    };
    match build::write(&draft, &arguments.out) {
        Ok(content) => {
            let (counted, version, out) = (draft.counted(), &content.version, arguments.out.display());
            let built =
                format!("{counted}: version {version} in {out}: asked and offered, start.html and crash.html\n");
            Said::clean(built + &still_open(&draft))
        }
        Err(sentence) => Said::could_not(sentence),
    }
}
