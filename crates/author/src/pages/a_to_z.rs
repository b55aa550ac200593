//! All support by its name.

use std::collections::BTreeMap;

use maud::{Markup, html};
use signpost_core::content::Support;

use crate::pages::frame::{A_TO_Z, Site};

/// The page.
pub(super) fn page(site: &Site<'_>) -> Markup {
    let letters = letters(site);
    let intro = "Everything we know of, for every family and for some. You do not need to answer anything.";
    let main = html! {
        nav.letters aria-label="Letters" {
            ul { @for letter in letters.keys() { li { a href={ "#" (anchor(letter)) } { (letter) } } } }
        }
        (site.urgent("urgent"))
        div.listing {
            @for (letter, supports) in &letters {
                section aria-labelledby=(anchor(letter)) {
                    h2 id=(anchor(letter)) { (letter) }
                    @for support in supports.values() { (site.entry(support)) }
                }
            }
        }
    };
    site.page(A_TO_Z, intro, &main)
}

/// Supports by their first letter, then by their name, capitals or not. What begins with a figure stands first.
fn letters<'a>(site: &Site<'a>) -> BTreeMap<String, BTreeMap<(String, &'a str), &'a Support>> {
    let mut letters: BTreeMap<String, BTreeMap<_, _>> = BTreeMap::new();
    for (_, support) in site.content.supports() {
        let name = site.voice.text(&support.text.name).to_lowercase();
        let first = name.chars().next().filter(|first| first.is_alphabetic());
        let letter = first.map_or("0–9".to_owned(), |first| first.to_uppercase().collect());
        letters.entry(letter).or_default().insert((name, support.text.id.as_str()), support);
    }
    letters
}

fn anchor(letter: &str) -> String {
    format!("letter-{}", letter.to_lowercase().replace('–', "-"))
}
