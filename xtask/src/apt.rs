//! Debian packages: the only thing that set-up installs outside the user's cache folder.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, say};

/// Installs packages, or says in one sentence why it cannot and what to do.
pub(crate) fn install(packages: &[&str], missing: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    if process::on_path("apt-get").is_none() {
        bail!("Missing: {}. This is not Debian, so install them with your system's own packages.", missing.join(", "));
    }
    if !process::is_root() {
        bail!("Missing: {}. Run: {}", missing.join(", "), by_hand(packages));
    }
    say::note(&format!("Debian packages: {}", packages.join(" ")));
    fetch(packages)
}

/// What a person types who is not root.
pub(crate) fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get install {}", packages.join(" "))
}

fn fetch(packages: &[&str]) -> Result<()> {
    let no_network = "Fetching Debian's package lists";
    process::run(apt().args(["-qq", "update"]), no_network)?;
    let mut install = apt();
    install.args(["-qq", "install", "--yes", "--no-install-recommends"]);
    process::run(install.args(packages), "Installing Debian packages")
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
