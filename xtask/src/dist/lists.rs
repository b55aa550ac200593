//! Lists that the compiler of content leaves for the release: a line a thing, its fields apart by tabs.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

/// The text of such a list.
pub(super) fn text(generated: &Path, name: &str) -> Result<String> {
    let file = generated.join(name);
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read.", file.display()))
}

/// The fields of every line, of which each has so many.
pub(super) fn fields<const N: usize>(name: &str, list: &str) -> Result<Vec<[String; N]>> {
    let line = |line: &str| {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let Ok(fields) = fields.try_into() else { bail!("{name} has a line of another kind: {line}") };
        Ok(fields)
    };
    list.lines().map(line).collect()
}
