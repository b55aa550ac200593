//! What the program asks of each word of the interface: that it is there, in which forms, with which placeholders.

use signpost_core::texts::{ALL, COUNTED, Wanted};

use crate::languages::{ENGLISH, Language};

/// What the keys of warnings begin with: the content itself says which there are.
pub(crate) const WARNING: &str = "warning.";

/// A child in a text, in any of its forms.
pub(crate) const CHILD: [&str; 4] = ["child", "Child", "child's", "Child's"];

/// Stands for the child in any of its forms.
const ANY_CHILD: &str = "child's";

/// The placeholders of a word.
pub(crate) struct Holds {
    /// It may have these.
    pub(crate) may: Vec<&'static str>,
    /// It must have one of each.
    pub(crate) must: Vec<Vec<&'static str>>,
}

/// The keys of all words as English has them, with the forms of those that are counted.
pub(crate) fn keys() -> Vec<String> {
    let counted = COUNTED.iter().flat_map(|wanted| forms(wanted, &ENGLISH));
    ALL.iter().map(|wanted| wanted.name.to_owned()).chain(counted).collect()
}

/// The keys of the forms of a counted word.
pub(crate) fn forms(wanted: &'static Wanted, language: &Language) -> impl Iterator<Item = String> {
    language.forms().into_iter().map(|form| format!("{}.{form}", wanted.name))
}

/// The placeholders of the word of this key; `None` where the program never asks for it.
pub(crate) fn holds(key: &str) -> Option<Holds> {
    if key.starts_with(WARNING) {
        return Some(Holds { may: CHILD.to_vec(), must: Vec::new() });
    }
    if let Some(wanted) = ALL.iter().find(|wanted| wanted.name == key) {
        return Some(held(wanted));
    }
    let (name, form) = key.rsplit_once('.')?;
    let held = held(COUNTED.iter().find(|wanted| wanted.name == name)?);
    // "A year" says how many without its number.
    Some(if is_of_one_number(form) { Holds { must: Vec::new(), ..held } } else { held })
}

fn held(wanted: &Wanted) -> Holds {
    let group = |&name: &&'static str| if name == ANY_CHILD { CHILD.to_vec() } else { vec![name] };
    let must: Vec<Vec<&'static str>> = wanted.holds.iter().map(group).collect();
    Holds { may: must.concat(), must }
}

fn is_of_one_number(form: &str) -> bool {
    let place = ENGLISH.forms().iter().position(|other| *other == form);
    place.is_some_and(|place| ENGLISH.numbers().into_iter().filter(|&other| other as usize == place).count() == 1)
}
