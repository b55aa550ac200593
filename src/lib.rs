//! The widget: the browser edge and the views, and nothing else. What is asked, offered and said, and what is stored,
//! shown and left, is decided in `signpost-core`.
//!
//! - [`browser`] is the only place that touches the browser. It decides nothing.
//! - [`hear`] turns what happens there into what happened, [`obey`] turns commands into calls: nobody else calls it.
//! - [`view`] is the only place that draws. It reads the sitting, follows its one trigger, and tells what happened.

pub mod browser;
pub mod hear;
pub mod obey;
pub mod view;

use leptos::mount::mount_to_renderer;
use signpost_core::content::Content;
use signpost_core::sitting::Sitting;

use crate::browser::{clock, page};
use crate::obey::Desk;
use crate::view::app::App;
use crate::view::html::part;
use crate::view::shell::shell;

/// Starts the widget on the page that boot.js prepared. A pack that is not whole leaves the page that stands already.
/// boot.js also hears of a panic, which ends in a trap.
pub fn run() {
    let (content, problems) = Content::read(&page::pack().unwrap_or_default());
    match page::stage().filter(|_| problems.is_empty()) {
        Some(stage) => mount(stage, Box::leak(Box::new(content))),
        None => page::call("failed"),
    }
}

/// The sitting begins, is shown, and hears of what happens from then on.
fn mount(stage: web_sys::HtmlElement, content: &'static Content) {
    let (sitting, commands) = Sitting::begin(content, clock::now(), hear::beginning());
    let view = move || {
        let desk = Desk::new(content, sitting);
        let first = desk.obey(commands);
        first.into_iter().for_each(|happened| desk.happen(happened));
        hear::listen(desk);
        part(|| shell(App::new(desk)))
    };
    mount_to_renderer(&stage, view).forget();
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Every file below a folder of this crate, with its text.
    fn texts(folder: &str) -> Vec<(PathBuf, String)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
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
    fn nothing_here_goes_to_another_page() {
        none_mentions("src/browser", &["location()", "https://", "open_with_url"]);
    }

    #[test]
    fn views_only_read_and_tell() {
        none_mentions("src/view", &["crate::browser", "Sitting", "Command", "clock", "storage"]);
    }

    #[test]
    fn only_what_hears_and_what_obeys_calls_the_browser() {
        for (file, text) in texts("src").into_iter().filter(|(file, _)| !file.ends_with("lib.rs")) {
            let may = file.ends_with("hear.rs") || file.ends_with("obey.rs");
            assert!(may || !text.contains("crate::browser"), "{} calls the browser", file.display());
        }
    }

    #[test]
    fn every_field_keeps_to_itself_what_is_typed_into_it() {
        for (file, text) in texts("src/view") {
            for field in ["input", "textarea", "select"] {
                assert!(!text.contains(&format!("tag(\"{field}\")")), "{} has a {field} of its own", file.display());
            }
        }
    }
}
