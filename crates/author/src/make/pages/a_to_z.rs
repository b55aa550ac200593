//! All support by its name.

use std::collections::BTreeMap;

use maud::{Markup, html};
use signpost_core::texts::key;

use crate::make::pages::frame::{A_TO_Z, Pages};
use crate::make::pages::spoken::Spoken;

/// The page.
pub(super) fn page(pages: &Pages<'_>) -> Markup {
    let letters = letters(pages);
    let main = html! {
        nav.letters aria-label=(pages.voice.word(key::PAGES_LETTERS)) {
            ul { @for letter in letters.keys() { li { a href={ "#" (anchor(letter)) } { (letter) } } } }
        }
        (pages.urgent("urgent"))
        div.listing {
            @for (letter, supports) in &letters {
                section aria-labelledby=(anchor(letter)) {
                    h2 id=(anchor(letter)) { (letter) }
                    @for spoken in supports.values() { (pages.entry(*spoken)) }
                }
            }
        }
    };
    pages.page(&A_TO_Z, key::PAGES_INTRO, &main)
}

/// Supports by their first letter, then by their name, capitals or not. What begins with a figure stands first; signs
/// before the first letter do not count.
fn letters<'a>(pages: &Pages<'a>) -> BTreeMap<String, BTreeMap<(String, &'a str), Spoken<'a>>> {
    let mut letters: BTreeMap<String, BTreeMap<_, _>> = BTreeMap::new();
    for spoken in Spoken::all(pages.content) {
        let name = pages.voice.text(&spoken.texts.name).to_lowercase();
        let first = name.chars().find(|first| first.is_alphanumeric()).filter(|first| first.is_alphabetic());
        let letter = first.map_or("0–9".to_owned(), |first| first.to_uppercase().collect());
        letters.entry(letter).or_default().insert((name, spoken.support.name.as_str()), spoken);
    }
    letters
}

fn anchor(letter: &str) -> String {
    format!("letter-{}", letter.to_lowercase().replace('–', "-"))
}
