//! Takes out of the WebAssembly what nobody calls. A crate that the widget stands on exports classes for streams of
//! bytes, and whatever is exported is kept by every tool before this one.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    first_word, order, short,
    split::{self, Split},
};
use crate::{process, tools};

/// A class that wasm-bindgen writes for an export, and that nobody makes one of.
const CLASSES: &str = "class IntoUnderlying";

/// The JavaScript without the classes that are never used.
///
/// # Errors
/// Something else speaks of them: wasm-bindgen writes them in another form, which this file must follow.
pub(super) fn without_classes(glue: &str) -> Result<String> {
    let mut kept = Vec::new();
    let (mut in_class, mut in_constant) = (false, false);
    for line in glue.lines() {
        in_class |= line.trim_start_matches("export ").starts_with(CLASSES);
        in_constant = line.starts_with("const IntoUnderlying") || (in_constant && line.starts_with(' '));
        let about = in_class || in_constant || line.starts_with("if (Symbol.dispose) IntoUnderlying");
        if !about {
            kept.push(line);
        }
        in_class &= line != "}";
    }
    let kept = kept.join("\n");
    if kept.to_lowercase().contains("intounderlying") {
        bail!("wasm-bindgen writes its unused classes in another form; lean.rs must follow it.");
    }
    Ok(kept)
}

/// The WebAssembly as it travels, and the JavaScript that joins it.
pub(super) struct Lean {
    /// What the questions need.
    pub(super) first: PathBuf,
    /// What comes with what is offered.
    pub(super) later: PathBuf,
    /// The JavaScript, with the short names that it and the first half call each other by.
    pub(super) glue: String,
}

/// Writes the WebAssembly at `from` into a folder, in two halves and with only those exports that somebody calls.
pub(super) fn write(from: &Path, glue: &str, folder: &Path) -> Result<Lean> {
    let file = |name: &str| folder.join(format!("lean.{name}.wasm"));
    only_called_of(from, glue, &file("called"))?;
    let mut opt = binaryen("wasm-opt")?;
    opt.arg(file("called")).args(split::in_one_piece()).args(SMALLER).arg("-g").arg("-o").arg(file("small"));
    process::run(&mut opt, "Making the WebAssembly smaller")?;
    let small = split::read(&file("small"))?;
    let split = Split::of(&small)?;
    let (first, later) = (file("first"), file("later"));
    let list = in_order(&split.first()?, &[SHORT], &first)?;
    let list = short::List::read(&list)?;
    in_order(&split.later(&list.exports()?)?, &[], &later)?;
    Ok(Lean { first, later, glue: list.renamed(glue)? })
}

fn only_called_of(from: &Path, glue: &str, to: &Path) -> Result<()> {
    let graph = to.with_extension("graph.json");
    fs::write(&graph, graph_of(glue).to_string()).context("The list of exports cannot be written.")?;
    let mut metadce = binaryen("wasm-metadce")?;
    metadce.arg(from).arg("--graph-file").arg(&graph).arg("-g").arg("-o").arg(to);
    process::output(&mut metadce).context("wasm-metadce could not take out what is never called.")?;
    Ok(())
}

/// Writes a half with its functions in order. Gives what wasm-opt prints.
fn in_order(half: &[u8], also: &[&str], to: &Path) -> Result<String> {
    let named = to.with_extension("named.wasm");
    fs::write(&named, order::named(half)?).context("The names of functions cannot be written.")?;
    let mut opt = binaryen("wasm-opt")?;
    opt.arg(&named).args(also).args(IN_ORDER).arg("-o").arg(to);
    process::output(&mut opt).context("wasm-opt could not put the WebAssembly in order.")
}

/// Loops are made anew, then everything is made as small as it gets. A function of size four is no longer than a call of
/// it.
const SMALLER: [&str; 7] =
    ["--always-inline-max-function-size=4", "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Once more as small as each half gets by itself, with the functions in the order of their names, and nothing that only
/// tools read.
const IN_ORDER: [&str; 6] = [
    "--low-memory-unused",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Short names for whatever is imported and exported. They are printed.
const SHORT: &str = "--minify-imports-and-exports-and-modules";

/// What every browser that runs the widget understands, and what rustc takes for granted.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

fn binaryen(program: &str) -> Result<Command> {
    let folder = tools::path("binaryen")?.with_file_name(program);
    let mut command = Command::new(folder);
    command.args(FEATURES);
    Ok(command)
}

/// Everything that the JavaScript reaches for, and what lies behind it, stays.
fn graph_of(glue: &str) -> Value {
    let names = reached(glue);
    let nodes = names.iter().map(|name| json!({ "name": name, "export": name }));
    let root = json!({ "name": "outside", "reaches": names, "root": true });
    std::iter::once(root).chain(nodes).collect()
}

/// Every `wasm.NAME` of the glue.
fn reached(glue: &str) -> BTreeSet<&str> {
    glue.split("wasm.").skip(1).map(first_word).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "class IntoUnderlyingSink {\n    free() {\n        wasm.__wbg_intounderlyingsink_free(1, 0);\n    }\n}\n\
        if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
        function start() {\n    wasm.main(wasm.memory.buffer);\n}\n\
        const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    \
        ? { register: () => {} }\n    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));\n";

    #[test]
    fn only_what_is_called_is_reached() {
        let kept = without_classes(GLUE).unwrap();
        assert_eq!(reached(&kept).into_iter().collect::<Vec<_>>(), ["main", "memory"]);
        assert!(kept.contains("function start() {\n    wasm.main(wasm.memory.buffer);\n}"), "{kept}");
    }

    #[test]
    fn a_class_in_another_form_is_refused() {
        assert!(without_classes("let IntoUnderlyingSink = class {};").is_err());
    }
}
