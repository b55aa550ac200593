//! `cargo signpost pages`: all support, and the questions on paper, as pages that need no JavaScript.

use std::path::PathBuf;

use crate::build::{make, put, written_in};
use crate::commands::{Said, Terminal, draft};
use crate::draft::count;
use crate::languages::Language;
use crate::pages;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// Where the files go
    #[arg(long)]
    pub out: PathBuf,
    /// The page where the questions are asked on screen, such as index.html: the pages then link to it
    #[arg(long)]
    pub start: Option<String>,
    /// The language of the pages, by the name that its files have
    #[arg(long, default_value = "en")]
    pub language: String,
}

/// Writes the pages.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let Some(language) = Language::named(&arguments.language) else {
        return Said::could_not(format!("There is no language `{}`.", arguments.language));
    };
    let content = match draft(&arguments.folder, terminal) {
        Ok(draft) => written_in(&draft, &language).content().0,
        Err(said) => return said,
    };
    let pages = pages::whole(&content, arguments.start.as_deref());
    let (style, css) = pages::STYLE;
    let files = pages.iter().map(|(name, text)| (*name, text.as_str())).chain([(style, css)]);
    let written = make(&arguments.out)
        .and_then(|()| files.into_iter().try_for_each(|(name, text)| put(&arguments.out.join(name), text)));
    match written {
        Ok(()) => Said::clean(format!("{} and {style} in {}\n", count(pages.len(), "page"), arguments.out.display())),
        Err(sentence) => Said::could_not(sentence),
    }
}
