//! Whose code a function is, told from its symbol.
//!
//! The rule: it belongs to the first crate of ours, or of the framework, that the whole symbol names, since a generic of
//! `core` that was made for one of their types is there because of them. Where none is named, to the first crate that is
//! not Rust's own library; else to the crate at the head of the path.

use rustc_demangle::demangle;

/// How the names of our own crates and the framework's begin.
const TELLING: [&str; 7] =
    ["parent_signpost", "signpost_", "leptos", "tachys", "reactive_", "hydration_context", "any_spawner"];

/// Rust's own library, which lends its generics to everybody.
const LENDING: [&str; 3] = ["core", "alloc", "std"];

/// The crate that a function belongs to, from its symbol, mangled or not. Nothing where the symbol names no crate.
pub(super) fn whose(symbol: &str) -> Option<String> {
    let symbol = format!("{:#}", demangle(symbol));
    let crates = crates(&symbol);
    let telling = |name: &&&str| TELLING.iter().any(|beginning| name.starts_with(beginning));
    let own = |name: &&&str| !LENDING.contains(*name);
    let owner = crates.iter().find(telling).or_else(|| crates.iter().find(own)).or_else(|| crates.first());
    owner.map(|name| (*name).to_owned())
}

/// Every crate that a symbol names, in order: whatever stands at the head of a path.
fn crates(symbol: &str) -> Vec<&str> {
    let mut crates = Vec::new();
    let mut at = 0;
    while let Some(rest) = symbol.get(at..).filter(|rest| !rest.is_empty()) {
        let word = &rest[..rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len())];
        let (before, after) = (&symbol[..at], &rest[word.len()..]);
        if !word.is_empty() && !before.ends_with("::") && leads_on(after) {
            crates.push(word);
        }
        at += if word.is_empty() { rest.chars().next().map_or(1, char::len_utf8) } else { word.len() };
    }
    crates
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a path goes on here: `::`, or first the hash that tells two crates of one name apart, as in `core[27cd]::`.
fn leads_on(after: &str) -> bool {
    let hash = after.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    hash.map_or(after, |(_, after)| after).starts_with("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_path() {
        assert_eq!(whose("signpost_core::record::read").as_deref(), Some("signpost_core"));
        assert_eq!(whose("dlmalloc[d28a]::dlmalloc::malloc").as_deref(), Some("dlmalloc"));
    }

    #[test]
    fn mangled_symbols_are_read_in_both_manners() {
        assert_eq!(whose("_ZN6tachys4view5build17h0123456789abcdefE").as_deref(), Some("tachys"));
        assert_eq!(whose("_RNvCs1234_7mycrate3foo").as_deref(), Some("mycrate"));
    }

    #[test]
    fn a_generic_belongs_to_whom_it_was_made_for() {
        let map = "<core[27cd]::iter::Map<core[27cd]::slice::Iter<signpost_core[244c]::content::Id>, _>>::next";
        assert_eq!(whose(map).as_deref(), Some("signpost_core"));
        let old = "core::ptr::drop_in_place<alloc::vec::Vec<nojson::parse::Entry>>::h0123456789abcdef";
        assert_eq!(whose(old).as_deref(), Some("nojson"));
    }

    #[test]
    fn the_first_telling_crate_counts_where_several_are_named() {
        let both = "<indexmap::IndexMap<tachys::view::Any, parent_signpost::view::Tag>>::insert";
        assert_eq!(whose(both).as_deref(), Some("tachys"));
    }

    #[test]
    fn the_standard_library_keeps_what_is_made_for_nobody() {
        assert_eq!(whose("<alloc[2505]::vec::Vec<u8> as core[27cd]::clone::Clone>::clone").as_deref(), Some("alloc"));
    }

    #[test]
    fn a_symbol_without_a_path_is_nobodys() {
        assert_eq!(whose("main"), None);
        assert_eq!(whose("<str>::trim"), None);
    }
}
