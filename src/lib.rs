//! The widget: the browser edge and the views, and nothing else. What is asked, offered and said, and what is stored,
//! shown and left, is decided in `signpost-core`.
//!
//! - [`browser`] is the only place that touches the browser. It decides nothing.
//! - [`load`] takes the content that was fetched.
//! - [`hear`] turns what happens there into what happened, [`obey`] turns commands into calls: nobody else calls it.
//! - [`view`] is the only place that draws. It reads the sitting, follows its one trigger, and tells what happened.

pub mod browser;
pub mod hear;
pub mod load;
pub mod obey;
pub mod view;

use signpost_core::content::Content;
use signpost_core::sitting::Sitting;

use crate::browser::{clock, json, page};
use crate::obey::Desk;
use crate::view::app::App;
use crate::view::kit::node;
use crate::view::shell::shell;

/// Starts the widget on the page that boot.js prepared. Content that is not whole leaves the page that stands already.
/// boot.js also hears of a panic, which ends in a trap.
pub fn run() {
    match load::asked().zip(page::stage()) {
        Some((content, stage)) => mount(stage, Box::leak(Box::new(content))),
        None => page::call("failed"),
    }
}

/// The sitting begins, is shown, and hears of what happens from then on. What is offered is there already where
/// something may be kept here, because that may speak of it.
fn mount(stage: web_sys::HtmlElement, content: &'static Content) {
    let offered = load::offered(content);
    let (sitting, commands) = Sitting::begin(content, json::read, clock::now(), hear::beginning());
    let desk = Desk::new(content, sitting);
    let first = desk.obey(commands);
    first.into_iter().chain(offered).for_each(|happened| desk.happen(happened));
    hear::listen(desk);
    node::mount(stage.into(), || shell(App::new(desk)));
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use signpost_core::texts::WordKey;

    /// Every file of a folder and of those in it.
    fn texts(folder: &str) -> Vec<(PathBuf, String)> {
        let (mut folders, mut files) = (vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)], Vec::new());
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
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
    fn what_screens_share_knows_no_screen_and_no_screen_knows_the_frame() {
        none_mentions("src/view/kit", &["view::frame", "view::screens", "view::shell"]);
        none_mentions("src/view/frame", &["view::screens", "view::shell"]);
        none_mentions("src/view/screens", &["view::frame", "view::shell"]);
    }

    #[test]
    fn no_view_writes_html_or_style_that_the_page_forbids() {
        none_mentions("src/view", &["inner_html", "\"style\"", "set_inner", "<style"]);
    }

    #[test]
    fn views_read_nothing_that_would_keep_them_when_they_are_gone_or_that_waits() {
        let keeps = ["RwSignal", "ReadSignal", "signal(", "Memo", "Effect", "Resource", "spawn"];
        none_mentions("src/view", &keeps);
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
            let may = ["hear.rs", "load.rs", "obey.rs"].iter().any(|name| file.ends_with(name));
            assert!(may || !text.contains("crate::browser"), "{} calls the browser", file.display());
        }
    }

    /// Every style sheet of the views, of the pages without script and of the authors' map.
    fn sheets() -> Vec<(PathBuf, String)> {
        let all =
            ["src/view", "crates/author/src/make/pages", "crates/author/src/make/map"].into_iter().flat_map(texts);
        all.filter(|(file, _)| file.extension().is_some_and(|it| it == "css")).collect()
    }

    /// Whether a declaration knows a left or a right, where a language that begins on the right would have the other.
    fn is_physical(property: &str, value: &str) -> bool {
        let named =
            ["left", "right"].iter().any(|side| property.split('-').chain(value.split(' ')).any(|it| it == *side));
        let sides: Vec<&str> = value.split_whitespace().collect();
        let of_sides = matches!(property, "margin" | "padding" | "inset" | "border-width" | "border-color");
        let differ = of_sides && sides.len() == 4 && sides[1] != sides[3];
        let corners = property == "border-radius" && sides.len() > 1;
        named || differ || corners || property.starts_with("translate") || value.contains("translateX")
    }

    #[test]
    fn no_style_knows_a_left_or_a_right() {
        let sheets = sheets();
        assert!(sheets.len() > 7, "{} style sheets", sheets.len());
        for (file, text) in sheets {
            let declarations = text.split([';', '{', '}']).filter_map(|part| part.split_once(':'));
            for (property, value) in declarations {
                let property = property.trim();
                assert!(!is_physical(property, value.trim()), "{}: {property}:{value}", file.display());
            }
        }
        for (property, value) in
            [("margin-left", "1em"), ("text-align", "right"), ("padding", "0 1em 0 2em"), ("float", "left")]
        {
            assert!(is_physical(property, value), "{property}");
        }
        assert!(!is_physical("margin", "0 1em") && !is_physical("text-align", "start"));
    }

    /// The keys of words that a file names.
    fn keys(text: &str) -> impl Iterator<Item = &str> {
        let is_key = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_';
        text.split("key::").skip(1).map(move |rest| &rest[..rest.find(|letter| !is_key(letter)).unwrap_or(rest.len())])
    }

    #[test]
    fn only_what_shows_support_says_words_that_come_with_it() {
        let shows = ["screens/list", "screens/sheet", "screens/everything", "screens/home"].into_iter().chain([
            "kit/contacts",
            "kit/here",
            "kit/support",
            "kit/take",
        ]);
        let shows: Vec<&str> = shows.collect();
        let later: Vec<String> = signpost_core::texts::ALL
            .iter()
            .filter(|wanted| WordKey::named(wanted.name).is_some_and(WordKey::comes_later))
            .map(|wanted| wanted.name.to_uppercase().replace(['.', '-'], "_"))
            .collect();
        assert!(later.len() > 100 && later.contains(&"SHEET_TITLE".to_owned()), "{later:?}");
        for (file, text) in texts("src") {
            let may = file.ends_with("lib.rs") || shows.iter().any(|place| file.to_string_lossy().contains(place));
            let says: Vec<&str> = keys(&text).filter(|key| later.iter().any(|it| it == key)).collect();
            assert!(may || says.is_empty(), "{} says {says:?}", file.display());
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
