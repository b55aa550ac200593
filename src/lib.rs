//! The widget: the browser edge and the views, and nothing else. What is asked, offered and said is decided in
//! `signpost-core`.
//!
//! - [`browser`] is the only place that touches the browser. It decides nothing.
//! - [`view`] is the only place that knows Leptos. It holds one signal, the visit, and sends events.

pub mod browser;
pub mod view;

/// Starts the widget on the page that boot.js prepared. boot.js also hears of a panic, which ends in a trap.
pub fn run() {
    match browser::page::pack() {
        Some(pack) => view::app::mount(&pack),
        None => browser::page::crashed(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Every file below a folder of this crate, with its text.
    fn texts(folder: &str) -> Vec<(PathBuf, String)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
        files.map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
    }

    fn none_mentions(folder: &str, words: &[&str]) {
        for (file, text) in texts(folder) {
            for word in words {
                assert!(!text.contains(word), "{} mentions {word}", file.display());
            }
        }
    }

    #[test]
    fn views_touch_no_browser_api() {
        none_mentions("src/view", &["web_sys", "js_sys", "wasm_bindgen", "window()", "document()"]);
    }

    #[test]
    fn the_browser_edge_knows_no_framework() {
        none_mentions("src/browser", &["leptos"]);
    }

    #[test]
    fn no_view_writes_html_or_style_that_the_page_forbids() {
        none_mentions("src/view", &["inner_html", "\"style\"", "set_inner", "<style"]);
    }

    #[test]
    fn only_exit_goes_to_another_page() {
        for (file, text) in texts("src/browser") {
            let leaves = text.contains("location()") || text.contains("https://");
            assert!(!leaves || file.ends_with("exit.rs"), "{} can leave the page", file.display());
        }
    }
}
