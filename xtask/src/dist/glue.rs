//! Joins the JavaScript that wasm-bindgen writes and `boot.js` into one module.
//!
//! One file less is one journey over the network less. `boot.js` is written as if two
//! functions of wasm-bindgen's were in scope, and here they are. It does not call the one function that wasm-bindgen
//! means to be called: that one can fetch, too, which boot.js does itself, and 400 bytes of brotli go with it.

use anyhow::{Result, bail};

/// What wasm-bindgen calls the functions that give what the widget imports, and that start it.
const CALLED: [&str; 2] = ["__wbg_get_imports", "__wbg_finalize_init"];

/// The two files as one module, without exports and without imports between them.
pub(super) fn join(glue: &str, boot: &str) -> Result<String> {
    if let Some(import) = glue.lines().find(|line| is_import(line)) {
        bail!("A crate brings JavaScript of its own, which the page's policy does not allow for: {import}");
    }
    if let Some(gone) = CALLED.iter().find(|name| !glue.contains(&format!("function {name}("))) {
        bail!("wasm-bindgen no longer writes `{gone}`; boot.js and this file must follow it.");
    }
    let glue = lines(glue, |line| !is_export(line));
    let boot = lines(boot, |line| !is_import(line));
    Ok(format!("{}\n\n{}\n", unexport(&glue).trim_end(), boot.trim()))
}

fn lines(text: &str, keep: impl Fn(&str) -> bool) -> String {
    text.lines().filter(|line| keep(line)).collect::<Vec<_>>().join("\n")
}

fn is_import(line: &str) -> bool {
    line.starts_with("import ") || line.starts_with("import{")
}

/// `export { a, b as default };` and `export default a;` only name what is already there.
fn is_export(line: &str) -> bool {
    line.starts_with("export {") || line.starts_with("export default ")
}

/// `export function a` declares something as well: only the word goes.
fn unexport(text: &str) -> String {
    let plain = |line: &str| line.strip_prefix("export ").unwrap_or(line).to_owned();
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm;\n\nexport function ready() {}\n\nfunction __wbg_get_imports() {}\n\
                        function __wbg_finalize_init(a) {}\n\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_module_neither_imports_nor_exports() {
        let boot = "import init from \"./glue.js\";\n__wbg_finalize_init({});\n";
        let joined = join(GLUE, boot).unwrap();
        assert!(!joined.contains("import ") && !joined.contains("export"));
        assert!(joined.contains("\nfunction ready() {}"));
    }

    #[test]
    fn boot_comes_after_what_it_calls() {
        let joined = join(GLUE, "__wbg_finalize_init({});").unwrap();
        assert!(joined.find("function __wbg_finalize_init") < joined.find("__wbg_finalize_init({})"));
    }

    #[test]
    fn javascript_from_a_crate_is_refused() {
        let error = join(&format!("import {{ a }} from './snippets/a.js';\n{GLUE}"), "").unwrap_err();
        assert!(error.to_string().contains("./snippets/a.js"));
    }

    #[test]
    fn glue_without_a_start_is_refused() {
        assert!(join("let wasm;", "").is_err());
    }
}
