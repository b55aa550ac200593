//! `doctor`: what is here, what is missing, and the one command that mends it.

use anyhow::{Result, bail};

use crate::{
    apt, process, say,
    setup::{self, missing_for, packages_for},
    tools::{Engine, Need, Source, TABLE, Tool},
    wasm::Toolchain,
    workspace::Workspace,
};

/// Prints the report, or with `mend` fetches what is missing first.
pub(crate) fn report(workspace: &Workspace, mend: bool) -> Result<()> {
    if mend {
        say::stage("Set-up", || setup::set_up(&everything()))?;
    }
    say::line(&format!("Checkout: {}", workspace.root().display()));
    say::line(&format!("Machine:  {}\n", machine()));
    for tool in &TABLE {
        say::line(&line(tool)?);
    }
    prescribe(&missing_for(&everything())?)
}

/// Every need there is.
fn everything() -> Vec<Need> {
    let engines = Engine::ALL.map(Need::In);
    [Need::Lint, Need::Build, Need::Visit].into_iter().chain(engines).collect()
}

fn machine() -> &'static str {
    Toolchain::find()
        .map_or("cannot build WebAssembly yet; set-up asks rustup first and then Debian", Toolchain::describe)
}

fn line(tool: &Tool) -> Result<String> {
    let missing = tool.missing()?;
    let state = if missing.is_empty() { "here   " } else { "MISSING" };
    let version = tool.version()?.unwrap_or_default();
    let mut line = format!("{state}  {:<21}{version:<10}{}", tool.name, tool.why);
    if !missing.is_empty() {
        line += &format!(" (lacks {})", missing.join(", "));
    }
    Ok(line)
}

fn prescribe(missing: &[&Tool]) -> Result<()> {
    if missing.is_empty() {
        say::line("\nEverything is here. Next: cargo xtask serve");
        return Ok(());
    }
    let system: Vec<&Tool> = missing.iter().copied().filter(|tool| needs_root(tool)).collect();
    if system.is_empty() || process::is_root() || process::on_path("apt-get").is_none() {
        bail!("Something is missing. This fetches it: cargo xtask doctor --mend");
    }
    bail!("Something is missing. First run: {}", apt::by_hand(&packages_for(&system)));
}

fn needs_root(tool: &Tool) -> bool {
    matches!(tool.source, Source::System { .. })
}
