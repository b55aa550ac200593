//! The commands of `cargo xtask` and their options.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::{
    apt::Installer,
    bench,
    check::{self, Half},
    dist::{self, Languages, Wanted},
    doctor, kiosk, link, say, serve,
    tools::Breadth,
    workspace::Workspace,
};

/// Set-up, serve, test and release of Parent Signpost.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the widget, serve it on this computer and build again when a file changes.
    Serve {
        /// The port to try first; the next free one is taken when it is busy.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        #[command(flatten)]
        system: System,
    },
    /// Make the folder that a school or council uploads.
    Dist {
        /// Where to put it. An earlier release there is replaced.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Also in the languages that are made of English, which nobody speaks: for tests.
        #[arg(long)]
        made_languages: bool,
        /// Also as an archive beside the folder, with a page to read first: for whoever uploads it without Rust or Node.
        #[arg(long)]
        zip: bool,
        /// Also one kiosk alone, in a folder that the computer behind its screen serves to itself: see docs/kiosk.md.
        #[arg(long, value_name = "SITE", num_args = 0..=1, default_missing_value = "", require_equals = true)]
        offline_folder: Option<String>,
        #[command(flatten)]
        system: System,
    },
    /// Prove that everything works: format, lints, unit tests, content, journeys, size, browsers.
    Test {
        /// Only the part that needs no WebAssembly, or only the part that runs in browsers.
        #[arg(long)]
        only: Option<Half>,
        /// Also what takes too long for every day: every visit in every browser, every row of every matrix.
        #[arg(long)]
        all: bool,
        /// Run only the tests whose name contains this.
        filter: Option<String>,
        #[command(flatten)]
        system: System,
    },
    /// Print what the release costs on a slow telephone: bytes, times and memory, to compare one commit with another.
    Bench {
        #[command(flatten)]
        options: bench::Options,
        #[command(flatten)]
        system: System,
    },
    /// Show the page of a site as a screen in a hub does, with the flags and the policies of docs/kiosk.md: for a try-out.
    Kiosk {
        /// Which site, by the name of its file. Without it: the one kiosk there is.
        #[arg(long, default_value = "")]
        site: String,
        #[command(flatten)]
        system: System,
    },
    /// Say which tools are here, which are missing, and the one command that mends it.
    Doctor {
        /// Fetch whatever is missing.
        #[arg(long)]
        mend: bool,
        #[command(flatten)]
        system: System,
    },
}

/// What set-up may do to this computer.
#[derive(Args, Clone, Copy)]
struct System {
    /// Install nothing with the system's package installer: say what is missing and what installs it, and stop.
    /// `SIGNPOST_NO_INSTALL=1` says the same.
    #[arg(long)]
    no_install: bool,
}

impl System {
    fn installer(self) -> Installer {
        Installer::chosen(self.no_install)
    }
}

/// Runs the command that the arguments name. A failure is told in a sentence and gives exit code 1.
#[must_use]
pub fn run() -> ExitCode {
    let done = match link::words_of_rustc() {
        Some(words) => link::link(words),
        None => carry_out(Cli::parse().command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Command) -> Result<()> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve { port, system } => serve::serve(&workspace, port, system.installer()),
        Command::Dist { out, made_languages, zip, offline_folder, system } => {
            let languages = if made_languages { Languages::AlsoMade } else { Languages::Spoken };
            let wanted = Wanted { out: &out, languages, zip, kiosk: offline_folder.as_deref() };
            dist::release(&workspace, wanted, system.installer())
        }
        Command::Test { only, all, filter, system } => {
            let breadth = if all { Breadth::All } else { Breadth::chosen() };
            check::check(&workspace, only, breadth, filter.as_deref(), system.installer())
        }
        Command::Bench { options, system } => bench::bench(&workspace, &options, system.installer()),
        Command::Kiosk { site, system } => kiosk::try_out(&workspace, &site, system.installer()),
        Command::Doctor { mend, system } => doctor::report(&workspace, mend, system.installer()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_that_sets_up_takes_the_word_that_forbids_installing() {
        for line in ["serve", "dist", "test", "bench", "kiosk", "doctor --mend"] {
            let words = ["cargo xtask"].into_iter().chain(line.split(' ')).chain(["--no-install"]);
            let forbids = match Cli::try_parse_from(words).unwrap().command {
                Command::Serve { system, .. }
                | Command::Dist { system, .. }
                | Command::Test { system, .. }
                | Command::Bench { system, .. }
                | Command::Kiosk { system, .. }
                | Command::Doctor { system, .. } => system.no_install,
            };
            assert!(forbids, "{line}");
        }
    }
}
