//! `cargo signpost why`: when a support is offered or a question is asked, in plain English.

use std::path::{Path, PathBuf};

use signpost_core::content::Content;

use crate::said::{End, Said, Terminal, compiled, draft};
use signpost_author::families::english::English;
use signpost_author::families::journey::{self, Journey};
use signpost_author::families::why::{self, Subject, Tags};
use signpost_author::source::files::Files;
use signpost_author::source::report;

/// About what, and for whom.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The id of a support or of a question, such as healthy-start or c-areas
    pub(crate) id: String,
    /// A family written as text: says line by line how it is for them
    #[arg(long = "for", value_name = "FILE")]
    pub(crate) family: Option<PathBuf>,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    pub(crate) content: PathBuf,
}

/// Says why.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    said(arguments, terminal).unwrap_or_else(|said| said)
}

fn said(arguments: &Arguments, terminal: Terminal) -> Result<Said, Said> {
    let draft = draft(&arguments.content, terminal)?;
    let content = compiled(&draft)?;
    let subject = Subject::named(&content, &arguments.id).map_err(Said::could_not)?;
    let tags = Tags::of(&draft);
    let Some(path) = &arguments.family else {
        return Ok(Said::clean(about(&English::new(&content), &tags, subject)));
    };
    let journey = family(&content, path, terminal)?;
    let text = why::with_family(&content, &journey, |family| {
        let day = format!("\n{}, on {}\n\n", path.display(), family.day(family.today));
        day + &about(&English { content: &content, family: Some(family) }, &tags, subject)
    });
    Ok(Said::clean(text.trim_start().to_owned()))
}

fn about(english: &English<'_>, tags: &Tags, subject: Subject) -> String {
    match subject {
        Subject::Support(id) => why::support(english, tags, id),
        Subject::Question(id) => why::question(english, id),
    }
}

fn family(content: &Content, path: &Path, terminal: Terminal) -> Result<Journey, Said> {
    let files = Files::read_one(path).map_err(Said::could_not)?;
    journey::read(content, &files)
        .map_err(|problems| Said { text: report::drawn(&files, &problems, terminal.colour), end: End::CouldNotRun })
}
