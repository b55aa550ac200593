//! `cargo signpost schema`: what an editor needs to complete names and to mark mistakes while an author types.

use std::path::PathBuf;

use crate::said::{Said, Terminal};
use signpost_author::format::schema;
use signpost_author::judge::check;
use signpost_author::source::files::Files;
use signpost_author::source::put::{make, put};
use signpost_author::source::say::count;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub(crate) folder: PathBuf,
    /// Where the files go, such as content/schemas
    #[arg(long)]
    pub(crate) out: PathBuf,
}

/// Writes the schemas. Content with problems will do: an editor is of most use then.
pub(crate) fn run(arguments: &Arguments, _: Terminal) -> Said {
    said(arguments).unwrap_or_else(Said::could_not)
}

fn said(arguments: &Arguments) -> Result<Said, String> {
    let (draft, _) = check::check(&Files::read(&arguments.folder)?);
    make(&arguments.out)?;
    let schemas = schema::all(&draft);
    for (name, schema) in &schemas {
        put(&arguments.out.join(name), &format!("{schema:#}\n"))?;
    }
    Ok(Said::clean(format!("{} in {}\n", count(schemas.len(), "schema"), arguments.out.display())))
}
