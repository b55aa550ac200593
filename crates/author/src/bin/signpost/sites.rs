//! `cargo signpost sites`: many sites at once, from a sheet that a spreadsheet saved.

use std::path::PathBuf;

use crate::said::{End, Said, Terminal};
use crate::showing::{Showing, counted};
use signpost_author::make::import::{self, Import};
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
    let line = |site: &import::Imported| {
        let what = if site.replaces { "anew" } else { "new" };
        format!("  {} ({what})\n", site.path.display())
    };
    let lines: String = import.sites.iter().map(line).collect();
    format!("{} would be written:\n{lines}", count(import.sites.len(), "site"))
}

fn written(import: &Import, arguments: &ImportArguments) -> String {
    let anew = import.sites.iter().filter(|site| site.replaces).count();
    let anew = if anew == 0 { String::new() } else { format!(", {anew} of them anew") };
    let folder = arguments.content.join("sites");
    let sites = count(import.sites.len(), "site");
    format!("{sites} written to {}{anew}. Run `cargo signpost check`, then `cargo xtask serve`.\n", folder.display())
}
