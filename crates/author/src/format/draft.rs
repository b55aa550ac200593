//! The content as it was read: as [`signpost_core::written`] holds it, and beside it every name that still has to be
//! looked up, with its place. Only `read` makes a draft.

use std::ops::Range;

use palette::Srgb;
use signpost_core::catalogue::{About, Way};
use signpost_core::sitting::Printing;
use signpost_core::time::Day;
use signpost_core::visit::Keeping;
use signpost_core::written;

use crate::format::house_style::HouseStyle;
use crate::format::logo::Logo;
use crate::format::vocabulary::Sure;
use crate::format::wanted::WARNING;
use crate::source::problem::{At, Spot};
use crate::source::say::count;

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Draft {
    pub(crate) sections: Vec<WrittenSection>,
    pub(crate) conditions: Vec<WrittenCondition>,
    pub(crate) hiding: Vec<WrittenHiding>,
    pub(crate) invariants: Vec<WrittenInvariant>,
    pub(crate) topics: Vec<WrittenTopic>,
    pub(crate) figures: Vec<WrittenFigure>,
    pub(crate) words: Vec<WrittenWord>,
    pub(crate) sites: Vec<WrittenSite>,
    pub(crate) figure_uses: Vec<At<String>>,
    /// What `language.toml` says; `None` where there is no such file.
    pub(crate) house_style: Option<HouseStyle>,
    pub(crate) texts: Vec<Text>,
    /// Where an author said that they are not sure.
    pub(crate) unsure: Vec<Spot>,
}

/// A section; `written` holds no questions.
#[derive(Debug)]
pub(crate) struct WrittenSection {
    pub(crate) id: At<String>,
    pub(crate) written: written::Section,
    pub(crate) questions: Vec<WrittenQuestion>,
}

/// A question; `written` holds its choices but no rules.
#[derive(Debug)]
pub(crate) struct WrittenQuestion {
    pub(crate) id: At<String>,
    /// `None` where it could not be read: then nothing is said about who fits it.
    pub(crate) about: Option<About>,
    pub(crate) written: written::Question,
    pub(crate) choices: Vec<At<String>>,
    pub(crate) sheet: Option<At<String>>,
    pub(crate) when: Vec<WrittenCase>,
    pub(crate) unless: Vec<WrittenCase>,
}

/// All its lines.
#[derive(Debug, Default)]
pub(crate) struct WrittenCase {
    pub(crate) lines: Vec<WrittenLine>,
}

/// One line, and where it stands.
#[derive(Debug)]
pub(crate) struct WrittenLine {
    pub(crate) spot: Spot,
    pub(crate) says: Says,
}

/// What a line says.
#[derive(Debug)]
pub(crate) enum Says {
    Any(Vec<At<String>>),
    All(Vec<At<String>>),
    None(Vec<At<String>>),
    Age(written::Span),
    Is(At<String>),
    IsNot(At<String>),
    AnyChild(At<String>),
}

/// A named condition.
#[derive(Debug)]
pub(crate) struct WrittenCondition {
    pub(crate) id: At<String>,
    pub(crate) about: Option<About>,
    pub(crate) cases: Vec<WrittenCase>,
}

/// What a tag does: it hides, it warns, or both.
#[derive(Debug)]
pub(crate) struct WrittenHiding {
    pub(crate) tag: At<String>,
    pub(crate) when: Option<At<String>>,
    pub(crate) except: Option<At<String>>,
    pub(crate) warn: Option<At<String>>,
    pub(crate) warn_unless: Option<At<String>>,
    /// What a support is called that must carry the tag.
    pub(crate) names: Vec<At<String>>,
}

impl WrittenHiding {
    /// The conditions it names.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &At<String>> {
        [&self.when, &self.except, &self.warn_unless].into_iter().flatten()
    }
}

/// What must hold for every family that fits its cases.
#[derive(Debug)]
pub(crate) struct WrittenInvariant {
    pub(crate) id: At<String>,
    pub(crate) about: Option<About>,
    pub(crate) says: String,
    pub(crate) never: Vec<At<String>>,
    pub(crate) never_tagged: Vec<At<String>>,
    pub(crate) always: Vec<At<String>>,
    pub(crate) only: Vec<At<String>>,
    pub(crate) warned: Vec<At<String>>,
    pub(crate) first: Vec<At<String>>,
    pub(crate) never_asks: Vec<At<String>>,
    pub(crate) cases: Vec<WrittenCase>,
    pub(crate) unless: Vec<WrittenCase>,
}

impl WrittenInvariant {
    /// Every support that it names.
    pub(crate) fn supports(&self) -> impl Iterator<Item = &At<String>> {
        [&self.never, &self.always, &self.only, &self.warned, &self.first].into_iter().flatten()
    }

    /// The cases of those it speaks of, and of those it leaves out.
    pub(crate) fn all_cases(&self) -> impl Iterator<Item = &WrittenCase> {
        self.cases.iter().chain(&self.unless)
    }
}

impl WrittenSupport {
    /// The cases of its rule, and those in which it is soon.
    pub(crate) fn all_cases(&self) -> impl Iterator<Item = &WrittenCase> {
        self.when.iter().chain(&self.unless).chain(self.soon.iter().map(|soon| &soon.case))
    }
}

/// A topic; `written` holds no supports.
#[derive(Debug)]
pub(crate) struct WrittenTopic {
    pub(crate) id: At<String>,
    pub(crate) written: written::Topic,
    pub(crate) supports: Vec<WrittenSupport>,
    /// Who keeps its supports true: a role or a team.
    pub(crate) owner: Option<At<String>>,
}

/// A case in which a support is soon; `written` holds no lines.
#[derive(Debug)]
pub(crate) struct WrittenSoon {
    pub(crate) written: written::Soon,
    pub(crate) case: WrittenCase,
}

/// A support; `written` holds neither rules nor tags nor goals.
#[derive(Debug)]
pub(crate) struct WrittenSupport {
    pub(crate) id: At<String>,
    pub(crate) about: Option<About>,
    pub(crate) universal: bool,
    pub(crate) written: written::Support,
    pub(crate) tags: Vec<At<String>>,
    pub(crate) goals: Vec<At<String>>,
    pub(crate) when: Vec<WrittenCase>,
    pub(crate) unless: Vec<WrittenCase>,
    /// What moves it to the first group of the list.
    pub(crate) soon: Vec<WrittenSoon>,
    /// The day somebody last compared it with its source, if that could be read.
    pub(crate) checked: Option<At<Day>>,
    /// Where its facts come from.
    pub(crate) source: String,
    /// How sure its author is, if that could be read.
    pub(crate) sure: Option<Sure>,
    /// Who keeps it true, where that is somebody else than the topic's owner.
    pub(crate) owner: Option<At<String>>,
}

/// An amount, a limit or a date that changes.
#[derive(Debug)]
pub(crate) struct WrittenFigure {
    pub(crate) id: At<String>,
    pub(crate) text: String,
    pub(crate) from: Option<At<Day>>,
    pub(crate) review: Option<At<Day>>,
}

/// A word of the interface.
#[derive(Debug)]
pub(crate) struct WrittenWord {
    pub(crate) key: At<String>,
    pub(crate) text: String,
}

/// A screen that many people share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenKiosk {
    /// After how many seconds without a touch it asks whether somebody is there.
    pub(crate) idle: usize,
    /// Others can see it.
    pub(crate) open_plan: bool,
    pub(crate) printing: Printing,
    /// Where a phone finds its page, where that is another address than the screen's own.
    pub(crate) address: Option<String>,
}

/// A site; `written` holds what it says, and no names that other files must fit.
#[derive(Debug)]
pub(crate) struct WrittenSite {
    pub(crate) id: At<String>,
    pub(crate) written: written::Site,
    /// The way in which supports are got through such a place.
    pub(crate) way: Way,
    /// What its buttons and links are made of; `None` where it says none, or none that can be read.
    pub(crate) colour: Option<Srgb<u8>>,
    /// The picture before its name, and what that says to whoever cannot see it.
    pub(crate) logo: Option<Logo>,
    pub(crate) logo_says: String,
    /// What can be chosen there, the usual one first.
    pub(crate) languages: Vec<String>,
    pub(crate) keeping: Keeping,
    /// How it is shown on a screen that many people share, where it is.
    pub(crate) kiosk: Option<WrittenKiosk>,
    /// Whether its page opens without a network.
    pub(crate) offline: bool,
    /// Supports it hides.
    pub(crate) hidden: Vec<At<String>>,
    /// Supports its local services provide.
    pub(crate) provided: Vec<At<String>>,
    /// What each of its people is asked about.
    pub(crate) asked: Vec<Concerns>,
    /// Its own supports, each with its topic.
    pub(crate) extra: Vec<(At<String>, Option<At<String>>)>,
}

/// What somebody at a site is asked about.
#[derive(Debug)]
pub(crate) struct Concerns {
    pub(crate) supports: Vec<At<String>>,
    pub(crate) topics: Vec<At<String>>,
}

/// A text of any file, for whoever judges its words.
#[derive(Debug)]
pub(crate) struct Text {
    /// The key it stands behind.
    pub(crate) key: &'static str,
    pub(crate) words: At<String>,
    /// The byte of the file where its value begins; `None` where it is written with escapes.
    pub(crate) start: Option<usize>,
    pub(crate) read_by: ReadBy,
}

/// For whom a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadBy {
    Parent,
    Author,
}

impl Text {
    /// The place of a part of its value. Where the value is written with escapes, it is the whole.
    pub(crate) fn part(&self, part: Range<usize>) -> Spot {
        let whole = self.words.spot;
        let place = |start| Spot { start: start + part.start, end: start + part.end, ..whole };
        self.start.map_or(whole, place)
    }
}

impl Draft {
    /// All questions in the order they are asked, each with the name of its section.
    pub(crate) fn questions(&self) -> impl Iterator<Item = (&WrittenSection, &WrittenQuestion)> {
        self.sections.iter().flat_map(|section| section.questions.iter().map(move |question| (section, question)))
    }

    /// All supports in the author's order.
    pub(crate) fn supports(&self) -> impl Iterator<Item = &WrittenSupport> {
        self.topics.iter().flat_map(|topic| &topic.supports)
    }

    /// The warnings that tags can put on supports.
    pub(crate) fn warnings(&self) -> impl Iterator<Item = &WrittenWord> {
        self.words.iter().filter(|word| word.key.value.starts_with(WARNING))
    }

    /// "49 questions, 110 supports, 23 conditions".
    pub fn counted(&self) -> String {
        let counts = [
            count(self.questions().count(), "question"),
            count(self.supports().count(), "support"),
            count(self.conditions.len(), "condition"),
        ];
        counts.join(", ")
    }
}

impl WrittenLine {
    /// Choices this line names.
    pub(crate) fn choices(&self) -> &[At<String>] {
        match &self.says {
            Says::Any(names) | Says::All(names) | Says::None(names) => names,
            _ => &[],
        }
    }

    /// The condition this line names about the same person, if any.
    pub(crate) fn condition(&self) -> Option<&At<String>> {
        match &self.says {
            Says::Is(name) | Says::IsNot(name) => Some(name),
            _ => None,
        }
    }
}
