//! Stands between rustc and the linker, and leaves out the exports that nobody calls.
//!
//! rustc tells the linker to export every function that a crate offers to JavaScript. What is exported stays, and with
//! it every table and text that it reaches; once linked, those are bytes without a name, and no later tool knows that
//! they could go. Only here, before the linker, is there one word to leave out. rustc takes any program for a linker,
//! so xtask calls itself.

use std::{env, ffi::OsString, process::Command};

use anyhow::Result;

use crate::process;

/// What rustc says first to a linker for WebAssembly, and nobody says to `cargo xtask`.
const GREETING: &str = "-flavor";

const EXPORT: &str = "--export";

/// Part of every name that belongs to a stream of bytes. Leptos stands on a crate that offers them; the widget has none.
const UNCALLED: &str = "intounderlying";

/// rustc's words for the linker, where it was rustc that called.
pub(crate) fn words_of_rustc() -> Option<Vec<OsString>> {
    let words: Vec<_> = env::args_os().skip(1).collect();
    words.first().is_some_and(|word| word == GREETING).then_some(words)
}

/// Links as rustc asked, without what nobody calls. rustc has put its own linker on the search path.
pub(crate) fn link(words: Vec<OsString>) -> Result<()> {
    process::run(Command::new("rust-lld").args(called(words)), "Linking the WebAssembly")
}

/// Every word, but for the pairs that export what nobody calls.
fn called(words: Vec<OsString>) -> Vec<OsString> {
    let mut kept: Vec<OsString> = Vec::new();
    for word in words {
        let is_export = kept.last().is_some_and(|before| before == EXPORT);
        if is_export && word.to_string_lossy().contains(UNCALLED) {
            kept.pop();
        } else {
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_that_nobody_calls_is_left_out_with_its_word() {
        let words =
            ["-flavor", "wasm", "--export", "main", "--export", "__wbg_intounderlyingsink_free", "intounderlying.o"];
        let kept = called(words.map(OsString::from).to_vec());
        assert_eq!(kept, ["-flavor", "wasm", "--export", "main", "intounderlying.o"]);
    }
}
