//! What weighs in the WebAssembly, crate by crate, before it is compressed: where to look when a download has grown.

mod names;
mod whose;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

use self::names::Module;
pub(super) use self::names::{functions_of, names_of};
use crate::{dist, say, workspace::Workspace};

/// How many crates have a line of their own.
const SHOWN: usize = 15;

/// Whose code it is where the symbol names no crate: exports, and methods of the language's own types.
const NOBODY: &str = "(no crate named)";

/// The code of one crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    bytes: u64,
    functions: usize,
}

impl Weight {
    fn and(self, other: Self) -> Self {
        Self { bytes: self.bytes + other.bytes, functions: self.functions + other.functions }
    }
}

/// Prints the table for the WebAssembly that trunk left, the last that still has names.
pub(crate) fn print(workspace: &Workspace) -> Result<()> {
    let files = dist::files(&workspace.trunk_out())?;
    let named = files.iter().find(|file| file.to_string_lossy().ends_with("_bg.wasm"));
    let file = named.context("trunk left no WebAssembly to weigh.")?;
    say::line(&format!("\n{}", weigh(file)?));
    Ok(())
}

fn weigh(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let module = Module::read(&bytes).with_context(|| format!("{} is no WebAssembly.", file.display()))?;
    if module.has_names() {
        Ok(table(&by_crate(&module), module.data))
    } else {
        Ok("The WebAssembly has no names of functions, so nobody can say what weighs in it.".to_owned())
    }
}

/// The biggest first; where two are the same, in the order of their names.
fn by_crate(module: &Module) -> Vec<(String, Weight)> {
    let mut crates: BTreeMap<String, Weight> = BTreeMap::new();
    for function in &module.functions {
        let owner = function.name.as_deref().and_then(whose::whose).unwrap_or_else(|| NOBODY.to_owned());
        let weight = crates.entry(owner).or_default();
        *weight = weight.and(Weight { bytes: function.bytes, functions: 1 });
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, weight)| std::cmp::Reverse(weight.bytes));
    crates
}

fn table(crates: &[(String, Weight)], data: u64) -> String {
    let (shown, rest) = crates.split_at(crates.len().min(SHOWN));
    let sum = |crates: &[(String, Weight)]| crates.iter().fold(Weight::default(), |sum, (_, weight)| sum.and(*weight));
    let title = "what weighs in the WebAssembly, before compression";
    let mut text = format!("{title:<52}{:>10}{:>11}", "bytes", "functions");
    let rest = (!rest.is_empty()).then(|| (format!("the rest: {} crates", rest.len()), sum(rest)));
    for (name, weight) in shown.iter().cloned().chain(rest).chain([("all code".to_owned(), sum(crates))]) {
        text += &format!("\n{name:<52}{:>10}{:>11}", weight.bytes, weight.functions);
    }
    text + &format!("\n{:<52}{data:>10}", "data")
}

#[cfg(test)]
mod tests {
    use super::{names::Function, *};

    fn function(name: &str, bytes: u64) -> Function {
        Function { name: Some(name.to_owned()), bytes }
    }

    #[test]
    fn the_biggest_crate_comes_first_with_all_its_functions() {
        let functions = vec![function("core::a", 9), function("tachys::b", 5), function("tachys::c", 6)];
        let crates = by_crate(&Module { functions, data: 0 });
        assert_eq!(crates[0], ("tachys".to_owned(), Weight { bytes: 11, functions: 2 }));
        assert_eq!(crates[1].0, "core");
    }

    #[test]
    fn what_names_no_crate_is_counted_too() {
        let functions = vec![function("main", 4), Function { name: None, bytes: 3 }];
        let crates = by_crate(&Module { functions, data: 0 });
        assert_eq!(crates, [(NOBODY.to_owned(), Weight { bytes: 7, functions: 2 })]);
    }

    #[test]
    fn small_crates_share_one_line() {
        let one = Weight { bytes: 1, functions: 1 };
        let crates: Vec<_> = (0..20).map(|number| (format!("crate{number}"), one)).collect();
        let text = table(&crates, 7);
        assert!(text.contains("the rest: 5 crates"), "{text}");
        assert_eq!(text.lines().count(), 1 + SHOWN + 3);
    }

    #[test]
    fn without_names_one_line_says_so() {
        let file = std::env::temp_dir().join(format!("signpost-nameless-{}.wasm", std::process::id()));
        fs::write(&file, b"\0asm\x01\0\0\0").unwrap();
        let text = weigh(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(text.starts_with("The WebAssembly has no names") && text.lines().count() == 1, "{text}");
    }
}
