//! `serve`: the real release on this computer, built again whenever code or content changes.

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Result;

use crate::{
    apt::Installer,
    dist::{self, Languages},
    say,
    server::{PortChoice, Server, ServerOptions},
    setup,
    tools::Need,
    watch::Watch,
    workspace::Workspace,
};

/// Builds, serves and watches until it is stopped.
pub(crate) fn serve(workspace: &Workspace, port: u16, installer: Installer) -> Result<()> {
    let site = workspace.site();
    say::stage("Set-up", || setup::set_up(&[Need::Build], installer))?;
    let watch = Watch::start(workspace)?;
    say::stage("Build", || dist::build(workspace, &site, Languages::Spoken))?;
    let server = Server::start(ServerOptions::new(&site).on(PortChoice::From(port)))?;
    greet(&server, port);
    loop {
        let changed = watch.next()?;
        build_again(workspace, &changed);
        say::line(&format!("\n   Open {}/", server.address()));
    }
}

fn greet(server: &Server, wanted: u16) {
    say::line("");
    if server.port() != wanted {
        say::note(&format!("Port {wanted} is busy, so this is port {}.", server.port()));
    }
    say::line(&format!("   Open {}/", server.address()));
    say::note("It builds again when code or content changes. Ctrl+C stops it.");
}

/// A build that fails is told and leaves the last good one in place.
fn build_again(workspace: &Workspace, changed: &BTreeSet<PathBuf>) {
    let outcome = say::stage(&format!("Build after a change: {}", named(changed)), || {
        dist::build(workspace, &workspace.site(), Languages::Spoken)
    });
    if let Err(error) = outcome {
        say::failure(&error);
        say::note("The page is still the one from before this change.");
    }
}

/// The first few names, and how many more there are.
fn named(changed: &BTreeSet<PathBuf>) -> String {
    let names: Vec<_> = changed.iter().take(3).map(|it| it.display().to_string()).collect();
    let more = match changed.len().saturating_sub(names.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    names.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_changes_are_told_briefly() {
        let changed = ["a", "b", "c", "d", "e"].map(PathBuf::from).into_iter().collect();
        assert_eq!(named(&changed), "a, b, c and 2 more");
    }
}
