//! Which sites are screens that many people share, by their files in content/sites: whoever must choose one of several is
//! told so at once, and not after a release was built.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use toml::Table;

use crate::workspace::Workspace;

/// A site that opens without a network.
#[derive(Debug, PartialEq, Eq)]
struct Site {
    name: String,
    is_kiosk: bool,
}

/// The kiosk of this name, or the only one where none is named. `option` is how one is named.
pub(crate) fn choose(workspace: &Workspace, name: &str, option: &str) -> Result<String> {
    let sites = sites(&workspace.root().join("content/sites"))?;
    chosen(sites.into_iter().filter(|site| site.is_kiosk), name, option)
}

/// The same among all sites that open without a network; without a name a kiosk all the same.
pub(crate) fn choose_offline(workspace: &Workspace, name: &str, option: &str) -> Result<String> {
    let sites = sites(&workspace.root().join("content/sites"))?;
    chosen(sites.into_iter().filter(|site| site.is_kiosk || site.name == name), name, option)
}

fn chosen(sites: impl Iterator<Item = Site>, name: &str, option: &str) -> Result<String> {
    let mut names: Vec<_> = sites.map(|site| site.name).collect();
    names.sort();
    match (name, names.as_slice()) {
        ("", [only]) => Ok(only.clone()),
        (_, []) => bail!("There is no kiosk: a site's file in content/sites needs kiosk = true."),
        ("", _) => bail!("There are several kiosks: choose one with {option}=NAME: {}.", names.join(", ")),
        (name, _) if names.iter().any(|other| other == name) => Ok(name.to_owned()),
        (name, _) => bail!(
            "`{name}` is no kiosk: its file in content/sites needs kiosk = true, or choose another with {option}=NAME: {}.",
            names.join(", ")
        ),
    }
}

fn sites(folder: &Path) -> Result<Vec<Site>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))?;
    let files = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|it| it == "toml"));
    Ok(files.map(|file| site(&file)).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn site(file: &Path) -> Result<Option<Site>> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let whole: Table = text.parse().with_context(|| format!("{} is no TOML: cargo signpost check", file.display()))?;
    let says = |key: &str| whole.get("site").and_then(|site| site.get(key)?.as_bool()).unwrap_or_default();
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok((says("kiosk") || says("offline")).then(|| Site { name, is_kiosk: says("kiosk") }))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A checkout with these sites.
    fn checkout(sites: &[(&str, &str)]) -> (TempDir, Workspace) {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("content/sites");
        fs::create_dir_all(&folder).unwrap();
        for (name, lines) in sites {
            fs::write(folder.join(format!("{name}.toml")), format!("[site]\nid = \"{name}\"\n{lines}\n")).unwrap();
        }
        fs::write(folder.join("hub.svg"), "<svg/>").unwrap();
        let workspace = Workspace::at(root.path());
        (root, workspace)
    }

    fn refusal(chosen: Result<String>) -> String {
        chosen.unwrap_err().to_string()
    }

    #[test]
    fn the_only_kiosk_need_not_be_named() {
        let (_root, workspace) = checkout(&[("hub", "kiosk = true"), ("oak", "offline = true"), ("elm", "")]);
        for choose in [choose, choose_offline] {
            assert_eq!(choose(&workspace, "", "--site").unwrap(), "hub");
            assert_eq!(choose(&workspace, "hub", "--site").unwrap(), "hub");
            assert!(refusal(choose(&workspace, "elm", "--site")).starts_with("`elm` is no kiosk: "));
        }
        assert_eq!(choose_offline(&workspace, "oak", "--site").unwrap(), "oak");
        assert!(refusal(choose(&workspace, "oak", "--site")).ends_with("with --site=NAME: hub."));
    }

    #[test]
    fn of_several_kiosks_one_must_be_chosen() {
        let (_root, workspace) = checkout(&[("hub", "kiosk = true"), ("desk", "kiosk = true")]);
        let told = "There are several kiosks: choose one with --site=NAME: desk, hub.";
        assert_eq!(refusal(choose(&workspace, "", "--site")), told);
        assert_eq!(choose(&workspace, "desk", "--site").unwrap(), "desk");
    }

    #[test]
    fn without_a_kiosk_it_is_said_what_makes_one_and_what_cannot_be_read_is_named() {
        let (_root, workspace) = checkout(&[("elm", "kiosk = false")]);
        assert!(refusal(choose(&workspace, "", "--site")).ends_with("needs kiosk = true."));
        let (_root, workspace) = checkout(&[("elm", "kiosk = = true")]);
        assert!(refusal(choose(&workspace, "", "--site")).ends_with("elm.toml is no TOML: cargo signpost check"));
    }
}
