//! The command line of `signpost`: reads the arguments, runs one command, prints what it says. Each command has a file:
//! what it is asked, what it says and how it ends. What it does is in the library.

mod build;
mod check;
mod clock;
mod diff;
mod find;
mod map;
mod new;
mod pages;
mod prove;
mod said;
mod schema;
mod showing;
mod sites;
mod try_families;
mod why;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use signpost_core::time::Day;

use crate::said::Terminal;

/// Checks, compiles and tries the content of Parent Signpost.
#[derive(Parser)]
#[command(name = "signpost", bin_name = "cargo signpost", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// As if today were this day, such as 2027-01-01
    #[arg(long, global = true, value_parser = day)]
    today: Option<Day>,
}

#[derive(Subcommand)]
enum Command {
    /// Reads everything and shows all problems at once
    Check(check::Arguments),
    /// Checks, then writes what the browser fetches and what stands in the page
    Build(build::Arguments),
    /// Proves what holds for every family, and finds what can never matter
    Prove(prove::Arguments),
    /// Shows which families get another list than before, and which words and figures changed
    Diff(diff::Arguments),
    /// Shows where words, a phone number, an address or an id stand
    Find(find::Arguments),
    /// Runs families written as text and compares their lists with what they should be
    Try(try_families::Arguments),
    /// Says in plain English when a support is offered or a question is asked
    Why(why::Arguments),
    /// Draws the path: every question, when it is asked, and what depends on it
    Map(map::Arguments),
    /// Begins a support, a question or a site, with a comment beside every key
    New(new::Arguments),
    /// Makes many sites at once of a sheet that a spreadsheet saved
    Sites(sites::Arguments),
    /// Writes all support, and the questions on paper, as pages that need no JavaScript
    Pages(pages::Arguments),
    /// Writes what an editor needs to complete names and to mark mistakes
    Schema(schema::Arguments),
}

fn day(text: &str) -> Result<Day, &'static str> {
    Day::parse(text).ok_or("a day is written as 2027-01-01")
}

fn main() -> ExitCode {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let arguments = Arguments::parse();
    let terminal = Terminal { colour, today: arguments.today.unwrap_or_else(clock::today) };
    let said = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, terminal),
        Command::Build(arguments) => build::run(&arguments, terminal),
        Command::Prove(arguments) => prove::run(&arguments, terminal),
        Command::Diff(arguments) => diff::run(&arguments, terminal),
        Command::Find(arguments) => find::run(&arguments, terminal),
        Command::Try(arguments) => try_families::run(&arguments, terminal),
        Command::Why(arguments) => why::run(&arguments, terminal),
        Command::Map(arguments) => map::run(&arguments, terminal),
        Command::New(arguments) => new::run(&arguments, terminal),
        Command::Sites(arguments) => sites::run(&arguments, terminal),
        Command::Pages(arguments) => pages::run(&arguments, terminal),
        Command::Schema(arguments) => schema::run(&arguments, terminal),
    };
    // A reader that went away, such as `head`, is no reason to complain.
    let _ = io::stdout().write_all(said.text.as_bytes());
    ExitCode::from(said.end as u8)
}
