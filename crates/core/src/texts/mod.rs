//! What a catalogue says in one language: words of the interface, and the prose of what is asked and offered, by the ids
//! of the catalogue. The same catalogue with other texts is another language.

mod direction;
mod plurals;
mod words;

use std::sync::OnceLock;

use crate::catalogue::{ChoiceId, QuestionId, SectionId, SupportId, TopicId, WarningId};

pub use direction::Direction;
pub use plurals::Plurals;
pub(crate) use plurals::Run;
pub use words::{ALL, COUNTED, CountKey, Wanted, WordKey, Words, fill, key, placeholders};

/// Everything that is said in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// BCP 47, such as `en-GB`.
    pub language: String,
    /// Where its lines begin.
    pub direction: Direction,
    /// Which form of a word goes with a number.
    pub plurals: Plurals,
    /// Words of the interface.
    pub words: Words,
    pub(crate) sections: Vec<SectionTexts>,
    pub(crate) questions: Vec<QuestionTexts>,
    pub(crate) choices: Vec<ChoiceTexts>,
    pub(crate) offered: OnceLock<OfferedTexts>,
}

/// What is said of what is offered: the part that may come later.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferedTexts {
    pub(crate) topics: Vec<String>,
    pub(crate) supports: Vec<SupportTexts>,
    pub(crate) warnings: Vec<String>,
    pub(crate) site: SiteTexts,
}

/// What is said of the site, as whoever runs it wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteTexts {
    /// What parents call it.
    pub name: String,
    /// What its council area is called; may be empty.
    pub area: String,
    /// Whom to ask there.
    pub people: Vec<PersonTexts>,
    /// What is near.
    pub services: Vec<ServiceTexts>,
}

/// What is said of somebody to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonTexts {
    /// What they do, such as "Special educational needs coordinator (SENCO)".
    pub role: String,
    /// Their name, as parents say it; may be empty.
    pub name: String,
}

/// What is said of something near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceTexts {
    /// What it is called.
    pub name: String,
    /// How to find it; may be empty.
    pub place: String,
    /// When it is there; may be empty.
    pub hours: String,
}

/// What is said of a section.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectionTexts {
    /// Its heading.
    pub title: String,
    /// What is said before it, where the parent may leave it closed.
    pub door: Option<Door>,
}

/// What is said before a section that the parent chooses to open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Door {
    /// The heading, a question.
    pub title: String,
    /// What is inside and what it is for.
    pub text: String,
    /// The button that opens it.
    pub open: String,
    /// The button that passes by.
    pub skip: String,
}

/// What is said of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionTexts {
    /// The question itself.
    pub text: String,
    /// A line under it; may be empty.
    pub help: String,
    /// Why we ask; may be empty.
    pub why: String,
    /// How an answer is repeated; `{choices}` stands for what was ticked.
    pub said: String,
    /// How an answer is written on the sheet, where it differs from `said`; else empty.
    pub written: String,
}

/// What is said of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceTexts {
    /// Stands before it and those that follow; may be empty.
    pub heading: String,
    /// What the parent reads beside the box.
    pub label: String,
    /// The label inside a sentence, where it differs; else empty.
    pub said: String,
}

/// What is said of a support.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SupportTexts {
    /// Its name.
    pub name: String,
    /// What it is.
    pub what: String,
    /// Who it is for.
    pub who: String,
    /// Everyday words to find it by, with commas between; may be empty.
    pub found_by: String,
    /// Who it is for, as a list of which one is enough.
    pub one_of: Vec<String>,
    /// Who it is for, as a list of which all must be so.
    pub all_of: Vec<String>,
    /// How to get it.
    pub how: String,
    /// When somebody answers; may be empty.
    pub hours: String,
    /// Questions a parent may want to ask.
    pub questions: Vec<String>,
    /// What to do and by when, for each of its dangers and clocks.
    pub soon: Vec<String>,
    /// Others to reach.
    pub also: Vec<AlsoTexts>,
}

/// What is said of somebody else to reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlsoTexts {
    /// Who answers.
    pub name: String,
    /// Whom or what they are for; may be empty.
    pub says: String,
}

impl ChoiceTexts {
    /// The label inside a sentence.
    pub fn said(&self) -> &str {
        if self.said.is_empty() { &self.label } else { &self.said }
    }
}

impl Texts {
    /// The form of a word that goes with so many, with its placeholders filled.
    pub fn counted(&self, key: CountKey, number: u32, values: &[(&str, &str)]) -> String {
        fill(self.words.counted(key, number, &self.plurals), values)
    }

    /// What is said of what is offered has come. It comes once; whatever comes later is not taken.
    pub fn bring(&self, offered: OfferedTexts) {
        drop(self.offered.set(offered));
    }

    /// What is said of what is offered, if it is here.
    pub fn offered(&self) -> Option<&OfferedTexts> {
        self.offered.get()
    }

    /// What is said of a section.
    pub fn section(&self, id: SectionId) -> &SectionTexts {
        &self.sections[id.index()]
    }

    /// What is said of a question.
    pub fn question(&self, id: QuestionId) -> &QuestionTexts {
        &self.questions[id.index()]
    }

    /// What is said of a choice.
    pub fn choice(&self, id: ChoiceId) -> &ChoiceTexts {
        &self.choices[id.index()]
    }

    /// The heading of a topic.
    pub fn topic(&self, id: TopicId) -> &str {
        &self.of_offered(|offered| &offered.topics)[id.index()]
    }

    /// What is said of a support.
    pub fn support(&self, id: SupportId) -> &SupportTexts {
        &self.of_offered(|offered| &offered.supports)[id.index()]
    }

    /// What is said of the site; nothing where there is none.
    pub fn site(&self) -> Option<&SiteTexts> {
        self.offered.get().map(|offered| &offered.site)
    }

    /// What a warning says.
    pub fn warning(&self, id: WarningId) -> &str {
        &self.of_offered(|offered| &offered.warnings)[id.index()]
    }

    fn of_offered<T>(&self, part: impl Fn(&OfferedTexts) -> &Vec<T>) -> &[T] {
        self.offered.get().map_or(&[], |offered| part(offered))
    }
}
