//! The command line of `signpost`: reads the arguments, runs one command, prints what it says.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use signpost_author::commands;

/// Checks, compiles and tries the content of Parent Signpost.
#[derive(Parser)]
#[command(name = "signpost", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads everything and shows all problems at once
    Check {
        /// The folder of the content
        #[arg(default_value = "content")]
        folder: PathBuf,
    },
    /// Checks, then writes pack.en.json, start.html and crash.html
    Build {
        /// The folder of the content
        #[arg(default_value = "content")]
        folder: PathBuf,
        /// Where the files go
        #[arg(long)]
        out: PathBuf,
    },
    /// Runs families written as text and compares their lists with what they should be
    Try {
        /// Families, such as tests/journeys/*.txt
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The folder of the content
        #[arg(long, default_value = "content")]
        content: PathBuf,
    },
}

fn main() -> ExitCode {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let said = match Arguments::parse().command {
        Command::Check { folder } => commands::check(&folder, colour),
        Command::Build { folder, out } => commands::build(&folder, &out, colour),
        Command::Try { files, content } => commands::try_journeys(&content, &files, colour),
    };
    // A reader that went away, such as `head`, is no reason to complain.
    let _ = io::stdout().write_all(said.text.as_bytes());
    ExitCode::from(said.end as u8)
}
