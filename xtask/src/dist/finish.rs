//! Turns what trunk made into a release: one module, hashed names, digests, and the public files.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{
    glue, lean, names,
    page::{self, Part, Parts},
};
use crate::{process, tools, workspace::Workspace};

/// The script of `public/` that becomes part of the module instead of being copied.
const BOOT: &str = "boot.js";

/// The script of `public/` that runs whatever becomes of the others.
const LATE: &str = "late.js";

/// Writes a whole release, not yet compressed, into an empty folder.
pub(super) fn finish(workspace: &Workspace, out: &Path) -> Result<()> {
    let made = workspace.trunk_out();
    let public = workspace.root().join("public");
    let glue = lean::without_classes(&read(&the_only(&made, "js")?)?)?;
    let lean = made.join("lean.wasm");
    let glue = lean::write(&the_only(&made, "wasm")?, &glue, &lean)?;
    let parts = Parts {
        script: script(&glue, &made, &public, out)?,
        late: put(shortened(&read(&public.join(LATE))?, &made)?.as_bytes(), "late", "js", out)?,
        fetched: fetched(&lean, &workspace.generated(), out)?,
    };
    let filled = page::fill_in(&read(&made.join("index.html"))?, &parts)?;
    write(&out.join("index.html"), filled.as_bytes())?;
    copy(&made, out, |name| has_extension(name, "css"))?;
    copy(&public, out, |name| ![BOOT, LATE].map(Path::new).contains(&name))
}

fn script(glue: &str, made: &Path, public: &Path, out: &Path) -> Result<Part> {
    let joined = glue::join(glue, &read(&public.join(BOOT))?)?;
    put(shortened(&joined, made)?.as_bytes(), "app", "js", out)
}

/// The module without what only people read. Two files in one scope may use a name twice: this says so before a
/// browser does.
fn shortened(module: &str, made: &Path) -> Result<String> {
    let (long, short) = (made.join("joined.mjs"), made.join("short.mjs"));
    write(&long, module.as_bytes())?;
    let mut terser = Command::new(tools::path("terser")?);
    terser.arg(&long).args(["--module", "--compress", "--mangle", "--output"]).arg(&short);
    process::run(&mut terser, "Joining boot.js with wasm-bindgen's JavaScript")?;
    read(&short)
}

/// The parts of the content, by the names that boot.js knows them by and those of their files.
const CONTENT: [(&str, &str); 4] =
    [("asked", "asked"), ("asked-texts", "asked.en"), ("offered", "offered"), ("offered-texts", "offered.en")];

/// The WebAssembly and the parts of the content, each with a hashed name.
fn fetched(wasm: &Path, generated: &Path, out: &Path) -> Result<Vec<(&'static str, Part)>> {
    let mut parts = vec![("wasm", rename(wasm, "app", "wasm", out)?)];
    for (name, file) in CONTENT {
        parts.push((name, rename(&generated.join(format!("{file}.txt")), file, "txt", out)?));
    }
    Ok(parts)
}

fn rename(file: &Path, stem: &str, extension: &str, out: &Path) -> Result<Part> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    put(&bytes, stem, extension, out)
}

fn put(bytes: &[u8], stem: &str, extension: &str, out: &Path) -> Result<Part> {
    let name = names::hashed(stem, extension, bytes);
    write(&out.join(&name), bytes)?;
    Ok(Part { name, integrity: names::integrity(bytes) })
}

/// The one file of this kind that trunk made.
fn the_only(folder: &Path, extension: &str) -> Result<PathBuf> {
    let mut found = super::files(folder)?;
    found.retain(|file| has_extension(file, extension));
    match found.as_slice() {
        [file] => Ok(file.clone()),
        _ => bail!("trunk made {} .{extension} files where one was meant.", found.len()),
    }
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|it| it == extension)
}

/// Copies what is wanted, by its path inside `from`.
fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in super::files(from)? {
        let inside = file.strip_prefix(from).unwrap_or(&file);
        if wanted(inside) {
            let bytes = fs::read(&file).with_context(|| format!("{} cannot be read.", file.display()))?;
            write(&to.join(inside), &bytes)?;
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("{} cannot be written.", file.display()))
}
