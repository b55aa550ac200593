//! Calls trunk, which compiles the widget and puts its page together.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, say, tools, wasm::Toolchain, workspace::Workspace};

/// Only what matters. trunk cannot shorten the JavaScript that wasm-bindgen writes today, says so each
/// time, and uses it as it is.
const LOG: &str = "warn,trunk::processing::minify=error";

/// Leaves the page, the style sheet, the WebAssembly and its JavaScript in [`Workspace::trunk_out`].
pub(super) fn build(workspace: &Workspace) -> Result<()> {
    let toolchain = Toolchain::find().context("No Rust here can build WebAssembly.")?;
    announce(workspace);
    super::make_afresh(&workspace.trunk_out())?;
    let mut trunk = Command::new("trunk");
    toolchain.prepare(&mut trunk, workspace, tools::build_folders()?)?;
    trunk
        .args(["build", "--release", "--log", LOG, "--dist"])
        .arg(workspace.trunk_out())
        .current_dir(workspace.root())
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("RUST_BACKTRACE", "0");
    process::run(&mut trunk, "Compiling the widget")
}

fn announce(workspace: &Workspace) {
    say::note("Compiling the widget.");
    if !workspace.wasm_target().exists() {
        say::note("The first time, this compiles all it stands on and usually takes 2 to 5 minutes.");
    }
}
