//! `cargo signpost build`: checks, then writes what the browser fetches.

use std::path::PathBuf;

use crate::build;
use crate::commands::{Said, Terminal, draft};

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

/// Builds.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let draft = match draft(&arguments.folder, terminal) {
        Ok(draft) => draft,
        Err(said) => return said,
    };
    match build::write(&draft, &arguments.out) {
        Ok(pack) => {
            let (counted, version, out) = (draft.counted(), pack.version, arguments.out.display());
            Said::clean(format!("{counted}: version {version} in {out}/pack.en.json, start.html and crash.html\n"))
        }
        Err(sentence) => Said::could_not(sentence),
    }
}
