//! Gives what JavaScript and WebAssembly call each other by the short names that wasm-opt chose.
//!
//! wasm-bindgen's names carry a hash, and those of closures carry every type that they take: 2,700 bytes of brotli in
//! the two files together.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// What the WebAssembly imports from, by wasm-bindgen's name and by wasm-opt's, which its list leaves out.
const MODULE: &str = "\"./parent-signpost_bg.js\"";
const SHORT_MODULE: &str = "a";

/// What follows the name of an import, and what comes before the name of an export.
const IMPORT: &str = ": function";
const EXPORT: &str = "wasm.";

/// The short name of each long one.
pub(super) type Names<'a> = BTreeMap<&'a str, &'a str>;

/// What wasm-opt prints: every name that it shortened.
pub(super) struct List(Value);

impl List {
    /// Reads what wasm-opt printed.
    pub(super) fn read(list: &str) -> Result<Self> {
        Ok(Self(serde_json::from_str(list).context("wasm-opt lists its short names in another form.")?))
    }

    /// The short name of whatever is exported.
    pub(super) fn exports(&self) -> Result<Names<'_>> {
        names(&self.0["exports"])
    }

    /// The JavaScript with the short names.
    ///
    /// # Errors
    /// The list or the JavaScript is in another form.
    pub(super) fn renamed(&self, glue: &str) -> Result<String> {
        ensure!(
            glue.contains(MODULE),
            "wasm-bindgen calls what is imported from by another name; short.rs must follow it."
        );
        let glue = glue.replace(MODULE, SHORT_MODULE);
        let glue = with_imports(&glue, names(&self.0["imports"])?)?;
        Ok(with_exports(&glue, &self.exports()?))
    }
}

/// Each entry ends with the long name and the short one.
fn names(list: &Value) -> Result<Names<'_>> {
    let entries = list.as_array().into_iter().flatten();
    let words = entries.map(|entry| entry.as_array()?.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
    words
        .map(|words| match words?[..] {
            [.., long, short] => Some((long, short)),
            _ => None,
        })
        .collect::<Option<_>>()
        .context("wasm-opt lists its short names in another form.")
}

/// An import is a field of an object, on a line of its own.
fn with_imports(glue: &str, mut names: Names<'_>) -> Result<String> {
    let mut renamed = |line: &str| {
        let (long, rest) = line.split_once(IMPORT)?;
        let short = names.remove(long.trim_start())?;
        Some(format!("{short}{IMPORT}{rest}"))
    };
    let lines: Vec<_> = glue.lines().map(|line| renamed(line).unwrap_or_else(|| line.to_owned())).collect();
    ensure!(names.is_empty(), "wasm-bindgen writes its imports in another form; short.rs must follow it: {names:?}");
    Ok(lines.join("\n"))
}

fn with_exports(glue: &str, names: &Names<'_>) -> String {
    let mut parts = glue.split(EXPORT);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let long = super::first_word(part);
        renamed.extend([EXPORT, names.get(long).unwrap_or(&long), &part[long.len()..]]);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"{
        "imports": [["./parent-signpost_bg.js", "__wbg_get_1f", "b"], ["./parent-signpost_bg.js", "__wbg_get_1f2", "c"]],
        "exports": [["memory", "d"], ["__wbindgen_start", "e"]]
    }"#;

    #[test]
    fn both_sides_get_their_short_names() {
        let glue = "        __wbg_get_1f: function(a) { return handleError(function (a) {\n        __wbg_get_1f2: function() {\n\
            return { \"./parent-signpost_bg.js\": import0 };\nwasm.memory.buffer; wasm.__wbindgen_start();\nwasm.__other(b);";
        let short = "b: function(a) { return handleError(function (a) {\nc: function() {\n\
            return { a: import0 };\nwasm.d.buffer; wasm.e();\nwasm.__other(b);";
        assert_eq!(List::read(LIST).unwrap().renamed(glue).unwrap(), short);
    }

    #[test]
    fn an_import_that_the_javascript_does_not_have_is_refused() {
        let error =
            List::read(LIST).unwrap().renamed("\"./parent-signpost_bg.js\"\n__wbg_get_1f: function() {").unwrap_err();
        assert!(error.to_string().contains("__wbg_get_1f2"), "{error}");
    }
}
