//! `cargo xtask`: the one door to everything a contributor runs.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::run()
}
