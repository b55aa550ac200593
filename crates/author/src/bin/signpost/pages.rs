//! `cargo signpost pages`: all support, and the questions on paper, as pages that need no JavaScript.

use std::path::PathBuf;

use crate::said::{Said, Terminal, draft};
use signpost_author::languages::Language;
use signpost_author::make::build::written_in;
use signpost_author::make::pages;
use signpost_author::source::put::{make, put};
use signpost_author::source::say::count;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// Where the files go
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// The page where the questions are asked on screen, such as index.html: the pages then link to it
    #[arg(long)]
    pub(crate) start: Option<String>,
    /// The language of the pages, by the name that its files have
    #[arg(long, default_value = "en")]
    pub(crate) language: String,
}

/// Writes the pages.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
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
