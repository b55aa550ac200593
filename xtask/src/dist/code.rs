//! The script of kiosks that draws codes: the library and ours in one file, as no page of ours may load a module of others.

use anyhow::{Context, Result};

/// The library, by its package and by what ours calls it.
pub(super) const LIBRARY: &str = "lean-qr";
const NAME: &str = "leanQr";

/// How a module says what it gives to others: `export{r as correction,m as generate};`, at its end.
const EXPORT: &str = "export{";

/// Both in one: what the library would give to others is in one name instead.
pub(super) fn join(library: &str, ours: &str) -> Result<String> {
    let (body, exports) = library.rsplit_once(EXPORT).with_context(|| format!("{LIBRARY} gives nothing to others."))?;
    let (exports, _) = exports.split_once('}').with_context(|| format!("{LIBRARY} ends in the middle."))?;
    let named = |export: &str| export.split_once(" as ").map(|(inside, outside)| format!("{outside}: {inside}"));
    let named: Option<Vec<String>> = exports.split(',').map(named).collect();
    let named = named.with_context(|| format!("{LIBRARY} gives its names in another way now: {exports}"))?;
    Ok(format!("{body}\nconst {NAME} = {{ {} }};\n{ours}", named.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_library_gives_has_one_name_in_front_of_ours() {
        let joined = join("const a=1,b=2;export{a as one,b as two};\n", "leanQr.one;").unwrap();
        assert_eq!(joined, "const a=1,b=2;\nconst leanQr = { one: a, two: b };\nleanQr.one;");
    }

    #[test]
    fn a_library_that_gives_its_names_otherwise_is_refused() {
        for other in ["const a=1;", "export{a}", "export{a as one,b};", "export{"] {
            assert!(join(other, "").is_err(), "{other}");
        }
    }
}
