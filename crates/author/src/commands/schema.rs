//! `cargo signpost schema`: what an editor needs to complete names and to mark mistakes while an author types.

use std::path::PathBuf;

use crate::build::{make, put};
use crate::check;
use crate::commands::{Said, Terminal};
use crate::draft::count;
use crate::files::Files;
use crate::schema;

/// Of which content, and where to.
#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The folder of the content
    #[arg(default_value = "content")]
    pub folder: PathBuf,
    /// Where the files go, such as content/schemas
    #[arg(long)]
    pub out: PathBuf,
}

/// Writes the schemas. Content with problems will do: an editor is of most use then.
pub fn run(arguments: &Arguments, _: Terminal) -> Said {
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
