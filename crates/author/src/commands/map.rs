//! `cargo signpost map`: the path as a picture and as a list, in one page.

use std::path::PathBuf;

use crate::build::put;
use crate::commands::{Said, Terminal, content};
use crate::map;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// The file to write, such as map.html
    #[arg(long)]
    pub out: PathBuf,
}

/// Draws the map.
pub fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let content = match content(&arguments.folder, terminal) {
        Ok(content) => content,
        Err(said) => return said,
    };
    match put(&arguments.out, &map::page(&content)) {
        Ok(()) => Said::clean(format!("The map is in {}\n", arguments.out.display())),
        Err(sentence) => Said::could_not(sentence),
    }
}
