//! `cargo signpost sites`: many sites at once, from a sheet that a spreadsheet saved.

use std::path::PathBuf;

use crate::said::{self, End, Said, Terminal};
use crate::showing::{Showing, counted};
use signpost_author::make::embedding;
use signpost_author::make::import::{self, Import, Imported, News};
use signpost_author::source::say::count;

/// What to do with a sheet of sites.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand, Debug)]
enum What {
    /// Makes a file of every row of a sheet, or shows all that is wrong in it and writes nothing
    Import(ImportArguments),
    /// Prints a sheet to begin with: the columns that most sites need, and one row
    Template,
    /// Prints a sheet to send out: for each site the address of its page and the line that its website needs
    Lines(LinesArguments),
}

/// Where the release will be.
#[derive(clap::Args, Debug)]
struct LinesArguments {
    /// The address of the uploaded folder, such as https://help.example.org/signpost/
    address: String,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    content: PathBuf,
}

/// Which sheet, and where to.
#[derive(clap::Args, Debug)]
#[command(after_help = "It ends with
  0  the sites were written, or would be with --dry-run
  1  there are errors in the sheet, and nothing was written
  2  it could not run: the sheet or the content could not be read, or a file could not be written")]
struct ImportArguments {
    /// The sheet: CSV, its first row the names of the columns (content/FORMAT.md has them)
    sheet: PathBuf,
    /// The folder of the content
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Write sites anew that are there already
    #[arg(long)]
    replace: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to show what is found
    #[command(flatten)]
    showing: Showing,
}

/// Does it.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    match &arguments.what {
        What::Import(arguments) => import(arguments, terminal).unwrap_or_else(Said::could_not),
        What::Template => Said::clean(import::template()),
        What::Lines(arguments) => lines(arguments, terminal).unwrap_or_else(|said| said),
    }
}

fn import(arguments: &ImportArguments, terminal: Terminal) -> Result<Said, String> {
    let showing = arguments.showing;
    let import = import::read(&arguments.sheet, &arguments.content, arguments.replace, terminal.today)?;
    let shown = showing.shown(&import.sheet, &import.problems, terminal.colour);
    let for_people = |text: String| if showing.is_for_people() { text } else { String::new() };
    if showing.end(&import.problems) == End::Problems || !import.is_right() {
        let counts = (counted(&import.problems), count(import.sites.len(), "site"));
        let told = for_people(format!("{}: {}. Nothing was written.\n", counts.1, counts.0));
        return Ok(Said { text: shown + &told, end: End::Problems });
    }
    let told = for_people(if arguments.dry_run { planned(&import) } else { written(&import, arguments) });
    if !arguments.dry_run {
        import.write()?;
    }
    Ok(Said::clean(shown + &told))
}

/// Every file that would be written.
fn planned(import: &Import) -> String {
    let line = |site: &Imported| format!("  {} ({})\n", site.path.display(), said(site.news));
    let lines: String = import.sites.iter().map(line).collect();
    format!("{} would be written:\n{lines}{}", count(import.sites.len(), "site"), left(import))
}

fn said(news: News) -> &'static str {
    match news {
        News::New => "new",
        News::Changed => "changed",
        News::Same => "as it is",
    }
}

fn written(import: &Import, arguments: &ImportArguments) -> String {
    let folder = arguments.content.join("sites");
    let (sites, news) = (count(import.sites.len(), "site"), counted_news(import));
    let next = "Run `cargo signpost check`, then `cargo xtask serve`.";
    format!("{sites} written to {}{news}. {next}\n{}", folder.display(), left(import))
}

/// ": 3 new, 1 changed, 296 as they were"; nothing where all are new.
fn counted_news(import: &Import) -> String {
    let of = |news: News| import.sites.iter().filter(|site| site.news == news).count();
    let counts = [(of(News::New), "new"), (of(News::Changed), "changed"), (of(News::Same), "as before")];
    let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let told = told.collect::<Vec<_>>();
    if of(News::New) == import.sites.len() { String::new() } else { format!(": {}", told.join(", ")) }
}

/// Nobody's page goes because a row went.
fn left(import: &Import) -> String {
    if import.left.is_empty() {
        return String::new();
    }
    let (sites, names) = (count(import.left.len(), "site"), import.left.join(", "));
    format!(
        "Not in this sheet, but made of one before: {sites} ({names}). To take a page away, delete its file in the folder.\n"
    )
}

/// One row for each site: its id, its name, the address of its page, and the line to embed.
fn lines(arguments: &LinesArguments, terminal: Terminal) -> Result<Said, Said> {
    let address = embedding::address(&arguments.address).map_err(Said::could_not)?;
    let draft = said::draft(&arguments.content, terminal)?;
    Ok(Said::clean(embedding::lines(&draft, &address)))
}
