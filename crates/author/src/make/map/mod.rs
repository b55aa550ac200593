//! The path as one page: a picture, and a list that says all the picture says and more. The page stands alone: it
//! has no script and fetches nothing.

mod links;
mod list;
mod picture;
mod supports;

use maud::{DOCTYPE, PreEscaped, html};
use signpost_core::content::Content;
use signpost_core::texts::key;

use crate::make::map::links::Links;

/// The page.
pub fn page(content: &Content) -> String {
    let links = Links::of(content);
    let title = format!("The path of {}", content.texts.words.get(key::PRODUCT_NAME));
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                // The sheet is the program's own and holds nothing of the content.
                style { (PreEscaped(include_str!("map.css"))) }
            }
            body {
                a.skip-link href="#list" { "Skip the picture" }
                header {
                    h1 { (title) }
                    p { "Every question in the order in which it is asked, for those who write the content." }
                    p { "Content " code { (content.version) } }
                    (list::contents(&links))
                }
                main {
                    (picture::picture(&links))
                    (list::list(&links))
                    (supports::supports(&links))
                }
            }
        }
    };
    page.into_string()
}
