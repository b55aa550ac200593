//! `cargo signpost find`: where a text, a phone number, an address or an id stands in the content.

use std::path::PathBuf;

use crate::said::{End, Said, Terminal};
use signpost_author::source::files::Files;
use signpost_author::source::find::{self, Hit};
use signpost_author::source::say::count;

/// What to look for, and where.
#[derive(clap::Args, Debug)]
#[command(after_help = "It ends with
  0  it stands somewhere
  1  it stands nowhere
  2  it could not run: the folder could not be read")]
pub(crate) struct Arguments {
    /// Words, a phone number, an address or an id; capitals, accents and spaces do not matter
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    pub(crate) content: PathBuf,
    /// For people, or for tools as a JSON array: file, line, column, text
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// How the places are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// One line a place, and how many there are
    #[default]
    Human,
    /// One JSON array
    Json,
}

/// Looks.
pub(crate) fn run(arguments: &Arguments, _: Terminal) -> Said {
    let files = match Files::read(&arguments.content) {
        Ok(files) => files,
        Err(sentence) => return Said::could_not(sentence),
    };
    let wanted = arguments.words.join(" ");
    let hits = find::all(&files, &wanted);
    let end = if hits.is_empty() { End::Problems } else { End::Clean };
    let text = match arguments.format {
        Format::Json => json(&hits),
        Format::Human if hits.is_empty() => nowhere(&files, &wanted),
        Format::Human => listed(&hits),
    };
    Said { text, end }
}

fn listed(hits: &[Hit<'_>]) -> String {
    let lines: String = hits.iter().map(|hit| format!("{}:{}: {}\n", hit.path, hit.line, hit.text)).collect();
    format!("{lines}{}\n", count(hits.len(), "line"))
}

fn nowhere(files: &Files, wanted: &str) -> String {
    let hint = find::near(files, wanted).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    format!("`{wanted}` stands nowhere in the content.{hint}\n")
}

fn json(hits: &[Hit<'_>]) -> String {
    let one = |hit: &Hit<'_>| {
        format!(
            "  {}",
            serde_json::json!({ "file": hit.path, "line": hit.line, "column": hit.column, "text": hit.text })
        )
    };
    let all: Vec<String> = hits.iter().map(one).collect();
    if all.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", all.join(",\n")) }
}
