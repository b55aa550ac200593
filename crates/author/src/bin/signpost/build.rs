//! `cargo signpost build`: checks, then writes what the browser fetches.

use std::path::PathBuf;

use crate::said::{Said, Terminal, draft};
use signpost_author::format::draft::Draft;
use signpost_author::judge::publishing::Open;
use signpost_author::languages;
use signpost_author::languages::Language;
use signpost_author::make::build;
use signpost_author::source::say::count;

/// What to build, and where.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// Where the files go
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// Also in the languages that are made of English, which nobody speaks: for tests
    #[arg(long)]
    pub(crate) made_languages: bool,
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

fn names(languages: &[Language]) -> String {
    languages.iter().map(|language| language.tag).collect::<Vec<_>>().join(", ")
}

/// Builds.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let draft = match draft(&arguments.folder, terminal) {
        Ok(draft) => draft,
        Err(said) => return said,
    };
    let languages = if arguments.made_languages { &languages::ALL[..] } else { &[languages::ENGLISH] };
    match build::write(&draft, languages, &arguments.out) {
        Ok(content) => {
            let (counted, version, out) = (draft.counted(), &content.version, arguments.out.display());
            let built = format!("{counted}: version {version} in {out}: asked and offered, in {}\n", names(languages));
            Said::clean(built + &still_open(&draft))
        }
        Err(sentence) => Said::could_not(sentence),
    }
}
