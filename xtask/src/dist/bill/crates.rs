//! The crates that are compiled into the WebAssembly. Those that only run while it is built are none of them: macros,
//! build scripts, this tool.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    process::{self, host_cargo},
    wasm::Toolchain,
    workspace::Workspace,
};

/// A crate by name and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) name: String,
    pub(super) version: String,
}

/// What is known of a crate.
#[derive(Clone, Debug)]
pub(super) struct Crate {
    pub(super) id: Id,
    /// As SPDX writes it.
    pub(super) licence: String,
    pub(super) authors: Vec<String>,
    pub(super) repository: Option<String>,
    /// SHA-256 of the package, as Cargo.lock has it: only packages of the registry have one.
    pub(super) checksum: Option<String>,
    /// Where its source is; the standard library's is not looked for.
    pub(super) source: Option<PathBuf>,
    /// It is no crate but a package of JavaScript.
    pub(super) is_script: bool,
    /// What it calls, by their names in the same list.
    pub(super) needs: Vec<Id>,
}

/// The widget itself, by its package.
pub(super) const WIDGET: &str = "parent-signpost";

/// What the standard library is called.
pub(super) const STANDARD: &str = "rust-std";

/// Every crate that is compiled for the release, in the order of their names; with them Rust's standard library.
/// `compiler` is the version of the compiler that it comes with.
pub(super) fn compiled(workspace: &Workspace, compiler: &str) -> Result<Vec<Crate>> {
    let tree = text(host_cargo(workspace).args(TREE))?;
    let described = text(host_cargo(workspace).args(METADATA))?;
    let described: Value = serde_json::from_str(&described).context("cargo metadata writes something else now.")?;
    let lock = fs::read_to_string(workspace.root().join("Cargo.lock")).context("Cargo.lock cannot be read.")?;
    let mut crates = Vec::new();
    for (id, needs) in branches(&tree)? {
        crates.push(described_as(&described, &lock, id, needs)?);
    }
    crates.push(standard(compiler));
    crates.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(crates)
}

/// What cargo compiles for browsers, each line with how deep it stands.
const TREE: [&str; 13] = [
    "tree",
    "--locked",
    "--package",
    WIDGET,
    "--target",
    "wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
    "--prefix",
    "depth",
    "--format",
    " {p}",
    "--quiet",
];

/// All that the packages say of themselves; nothing is fetched that is only for other systems.
const METADATA: [&str; 6] =
    ["metadata", "--locked", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"];

fn text(cargo: &mut Command) -> Result<String> {
    process::output(cargo).context("cargo cannot say what the widget is made of. Does `cargo tree --locked` run here?")
}

/// Each crate of a tree, and what stands right below it where it stands first.
fn branches(tree: &str) -> Result<BTreeMap<Id, Vec<Id>>> {
    let (mut found, mut way) = (BTreeMap::<Id, Vec<Id>>::new(), Vec::<Id>::new());
    for line in tree.lines() {
        let mut words = line.split(' ');
        let depth = words.next().and_then(|depth| depth.parse::<usize>().ok());
        let (name, version) = (words.next(), words.next().and_then(|version| version.strip_prefix('v')));
        let (Some(depth), Some(name), Some(version)) = (depth, name, version) else {
            bail!("cargo tree writes something else now: {line}");
        };
        let id = Id { name: name.to_owned(), version: version.to_owned() };
        way.truncate(depth);
        if let Some(above) = way.last() {
            found.entry(above.clone()).or_default().push(id.clone());
        }
        found.entry(id.clone()).or_default();
        way.push(id);
    }
    Ok(found)
}

fn described_as(described: &Value, lock: &str, id: Id, mut needs: Vec<Id>) -> Result<Crate> {
    let mut packages = described["packages"].as_array().into_iter().flatten();
    let package = packages.find(|it| it["name"] == id.name.as_str() && it["version"] == id.version.as_str());
    let package = package.with_context(|| format!("cargo metadata does not know {} {}.", id.name, id.version))?;
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    let licence = text("license").with_context(|| format!("{} names no licence.", id.name))?;
    let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
    needs.sort();
    needs.dedup();
    Ok(Crate {
        // Older packages write a stroke for "or".
        licence: licence.replace('/', " OR "),
        authors: authors.map(|author| author.split(" <").next().unwrap_or(author).to_owned()).collect(),
        repository: text("repository"),
        checksum: checksum(lock, &id),
        source: text("manifest_path").and_then(|file| Path::new(&file).parent().map(Path::to_path_buf)),
        id,
        is_script: false,
        needs,
    })
}

/// A package of JavaScript that is joined into a script of ours, as its own description in this folder says.
pub(super) fn script(folder: &Path) -> Result<Crate> {
    let described = fs::read_to_string(folder.join("package.json")).context("A package of npm has no description.")?;
    let described: Value = serde_json::from_str(&described).context("A package of npm has another description now.")?;
    let text = |key: &str| described[key].as_str().map(str::to_owned);
    let said = |key: &str| text(key).with_context(|| format!("{} says no {key}.", folder.display()));
    Ok(Crate {
        id: Id { name: said("name")?, version: said("version")? },
        licence: said("license")?,
        authors: text("author").into_iter().collect(),
        repository: described["repository"]["url"].as_str().map(str::to_owned),
        checksum: None,
        source: Some(folder.to_path_buf()),
        is_script: true,
        needs: vec![],
    })
}

fn checksum(lock: &str, id: &Id) -> Option<String> {
    let head = format!("\nname = \"{}\"\nversion = \"{}\"\n", id.name, id.version);
    let entry = lock.split("[[package]]").find(|entry| entry.starts_with(&head))?;
    let line = entry.lines().find_map(|line| line.strip_prefix("checksum = "))?;
    Some(line.trim_matches('"').to_owned())
}

/// The version of the compiler that makes the WebAssembly.
pub(super) fn compiler(workspace: &Workspace) -> Result<String> {
    let toolchain = Toolchain::find().context("No Rust here can build WebAssembly.")?;
    let mut rustc = Command::new("rustc");
    toolchain.prepare(&mut rustc, workspace, vec![])?;
    let says = process::output(rustc.arg("--version").current_dir(workspace.root()));
    let version = says.as_deref().and_then(|says| says.split(' ').nth(1)).map(str::to_owned);
    version.context("rustc does not say its version.")
}

fn standard(version: &str) -> Crate {
    Crate {
        id: Id { name: STANDARD.to_owned(), version: version.to_owned() },
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: vec!["The Rust Project Developers".to_owned()],
        repository: Some("https://github.com/rust-lang/rust".to_owned()),
        checksum: None,
        source: None,
        is_script: false,
        needs: vec![],
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn id(name: &str) -> Id {
        Id { name: name.to_owned(), version: "1.0.0".to_owned() }
    }

    #[test]
    fn a_tree_is_read_with_what_each_crate_needs() {
        let tree = "0 a v1.0.0 (/somewhere)\n1 b v1.0.0\n2 c v1.0.0\n1 c v1.0.0 (*)\n1 d v1.0.0";
        let found = branches(tree).unwrap();
        let needs = |name: &str| found[&id(name)].iter().map(|it| it.name.as_str()).collect::<Vec<_>>();
        assert_eq!((needs("a"), needs("b"), needs("c")), (vec!["b", "c", "d"], vec!["c"], vec![]));
        assert!(branches("a v1.0.0").is_err());
    }

    /// Those of this checkout.
    pub(crate) fn ours() -> Vec<Crate> {
        compiled(&Workspace::find().unwrap(), "1.0.0").unwrap()
    }

    #[test]
    fn the_widget_is_made_of_leptos_and_the_core_and_of_nothing_that_only_builds_it() {
        let crates = ours();
        let names: Vec<_> = crates.iter().map(|it| it.id.name.as_str()).collect();
        for name in [WIDGET, "signpost-core", "leptos", "wasm-bindgen", STANDARD] {
            assert!(names.contains(&name), "{name} is not in {names:?}");
        }
        for name in ["signpost-author", "xtask", "leptos_macro", "wasm-bindgen-macro", "serde_derive", "brotli"] {
            assert!(!names.contains(&name), "{name}");
        }
        let unpublished = crates.iter().filter(|it| it.checksum.is_none());
        let unpublished: Vec<_> = unpublished.map(|it| it.id.name.as_str()).collect();
        assert_eq!(unpublished, [WIDGET, STANDARD, "signpost-core"]);
    }
}
