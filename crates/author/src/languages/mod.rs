//! The languages that content is compiled in: English, as it is written; and two that are made of it, which nobody
//! speaks. They prove that a language needs nothing but its words: what stays English in them is written in code, and
//! what is cut or faces the wrong way in them will be so in a language that is longer or begins on the right.

mod accented;
mod mirrored;
mod spans;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// A language that content can be compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// What its files are called by: `asked.en.txt`.
    pub name: &'static str,
    /// BCP 47, such as `en-GB`.
    pub tag: &'static str,
    /// What those who speak it call it, in its own script.
    pub own: &'static str,
    /// Nobody speaks it: it is made of English, for tests.
    pub is_made: bool,
    /// Its lines begin on the right.
    pub right_to_left: bool,
    /// The language that says which forms go with numbers.
    counts_like: &'static str,
    /// What becomes of an English text.
    made: fn(&str) -> String,
}

/// English, as it is written.
pub const ENGLISH: Language = Language {
    name: "en",
    tag: "en-GB",
    own: "English",
    is_made: false,
    right_to_left: false,
    counts_like: "en",
    made: str::to_owned,
};

/// English with an accent on every letter, and two fifths longer, as German or Polish may be.
pub const ACCENTED: Language = Language {
    name: "en-XA",
    tag: "en-XA",
    own: "Éñĝļîšĥ",
    is_made: true,
    counts_like: "en",
    made: accented::made,
    ..ENGLISH
};

/// English in Arabic letters, which begins on the right; with the six forms that Arabic has for numbers.
pub const MIRRORED: Language = Language {
    name: "ar-XB",
    tag: "ar-XB",
    own: "عنغليسه",
    is_made: true,
    right_to_left: true,
    counts_like: "ar",
    made: mirrored::made,
};

/// Every language that there is.
pub const ALL: [Language; 3] = [ENGLISH, ACCENTED, MIRRORED];

/// How many numbers a table of forms has: see [`signpost_core::texts::Plurals`].
const NUMBERS: u32 = 200;

/// The form that every language has.
pub(crate) const OTHER: &str = "other";

impl Language {
    /// The language of this name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.into_iter().find(|language| language.name == name)
    }

    /// An English text in this language. Placeholders, digits and addresses stay as they are.
    pub fn says(&self, text: &str) -> String {
        (self.made)(text)
    }

    /// The kinds of number that it tells apart, by the names of CLDR: `one` and `other` in English.
    pub fn forms(&self) -> Vec<&'static str> {
        self.rules().map_or_else(|| vec![OTHER], |rules| rules.categories().map(name_of).collect())
    }

    /// The place of a number's form among [`Language::forms`].
    pub fn form(&self, number: u32) -> u32 {
        let of = |rules: PluralRules| {
            let wanted = rules.category_for(number);
            let place = rules.categories().position(|category| category == wanted);
            place.unwrap_or_default() as u32
        };
        self.rules().map(of).unwrap_or_default()
    }

    /// The same for every number of a table.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        (0..NUMBERS).map(|number| self.form(number)).collect()
    }

    /// `None` where CLDR knows no such language; then there is one form.
    fn rules(&self) -> Option<PluralRules> {
        let locale: Locale = self.counts_like.parse().ok()?;
        PluralRules::try_new_cardinal((&locale).into()).ok()
    }
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => OTHER,
    }
}
