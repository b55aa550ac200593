//! `cargo signpost map`: the path as a picture and as a list, in one page.

use std::path::PathBuf;

use crate::said::{Said, Terminal, content};
use signpost_author::make::map;
use signpost_author::source::put::put;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// The file to write, such as map.html
    #[arg(long)]
    pub(crate) out: PathBuf,
}

/// Draws the map.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let content = match content(&arguments.folder, terminal) {
        Ok(content) => content,
        Err(said) => return said,
    };
    match put(&arguments.out, &map::page(&content)) {
        Ok(()) => Said::clean(format!("The map is in {}\n", arguments.out.display())),
        Err(sentence) => Said::could_not(sentence),
    }
}
