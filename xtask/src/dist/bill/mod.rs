//! What a release is made of, for whoever must know before they use it: a bill of materials that tools read
//! (`sbom.cdx.json`), and the licences for people (`licences.txt`). The same sources and compiler give the same bytes.

mod crates;
mod cyclonedx;
mod licences;

use std::path::Path;

use anyhow::Result;

use super::{code, finish};
use crate::{tools, workspace::Workspace};

/// The bill of materials, CycloneDX 1.5 as JSON.
const BILL: &str = "sbom.cdx.json";

/// The licences and their texts.
const LICENCES: &str = "licences.txt";

/// Writes both.
pub(super) fn write(workspace: &Workspace, out: &Path) -> Result<()> {
    let mut crates = crates::compiled(workspace, &crates::compiler(workspace)?)?;
    let library = tools::path(code::LIBRARY)?;
    crates.push(crates::script(library.parent().unwrap_or(&library))?);
    finish::write(&out.join(BILL), cyclonedx::bill(&crates)?.as_bytes())?;
    let ours = finish::read(&workspace.root().join("LICENSE-MIT"))?;
    finish::write(&out.join(LICENCES), licences::text(&crates, &ours)?.as_bytes())
}
