//! `doctor`: what is here, what is missing, and the one command that mends it.

use anyhow::{Result, bail};

use crate::{
    apt::{self, Installer},
    process, say,
    setup::{self, missing_for},
    tools::{Engine, Need, Source, TABLE, Tool},
    wasm::Toolchain,
    workspace::Workspace,
};

/// Prints the report, or with `mend` fetches what is missing first.
pub(crate) fn report(workspace: &Workspace, mend: bool, installer: Installer) -> Result<()> {
    if mend {
        say::stage("Set-up", || setup::set_up(&everything(), installer))?;
    }
    say::line(&format!("Checkout: {}", workspace.root().display()));
    say::line(&format!("Machine:  {}\n", machine()));
    for tool in &TABLE {
        say::line(&line(tool)?);
    }
    prescribe(&missing_for(&everything())?, installer)
}

/// Every need there is.
fn everything() -> Vec<Need> {
    let engines = Engine::ALL.map(Need::In);
    [Need::Lint, Need::Build, Need::Visit, Need::Hosting].into_iter().chain(engines).collect()
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

/// The one command that mends it: set-up's own where it may do everything, else the system's.
fn prescribe(missing: &[&Tool], installer: Installer) -> Result<()> {
    if missing.is_empty() {
        say::line("\nEverything is here. Next: cargo xtask serve");
        return Ok(());
    }
    let system: Vec<&Tool> = missing.iter().copied().filter(|tool| needs_root(tool)).collect();
    let (is_root, may) = (process::is_root(), installer == Installer::Allowed);
    if system.is_empty() || (is_root && may) || process::on_path("apt-get").is_none() {
        bail!("Something is missing. This fetches it: cargo xtask doctor --mend");
    }
    let packages = apt::packages(&setup::lacks_of(&system)?);
    bail!("Something is missing. First run: {}", apt::by_hand(&packages, is_root));
}

fn needs_root(tool: &Tool) -> bool {
    matches!(tool.source, Source::System { .. })
}
