//! The catalogue: what is asked and offered, and when. No prose of any language, and nothing of how it travels: the
//! same catalogue with other [`crate::texts`] is another language.
//!
//! Every name is an id, and only this crate makes ids, so an id in hand exists. What is asked is here from the start;
//! what is offered may come later, once, while the parent reads ([`Catalogue::bring`]).

mod contact;
mod ids;
mod kinds;
mod rule;
mod site;

use std::sync::OnceLock;

use crate::time::{AgeSpan, Day};

pub use contact::{Contact, Means};
pub(crate) use ids::MOST;
pub use ids::{ChoiceId, ConditionId, QuestionId, SectionId, SupportId, TopicId, WarningId};
pub use kinds::{About, Asked, Cost, Kind, Named, SheetPart, Tier, TopicGroup, Way};
pub use rule::{Case, Condition, Line, Rule};
pub use site::{LocalService, Person, Site};

/// What is asked and offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Which content this is: a hash over the content, all its words included.
    pub version: String,
    /// The oldest day on which anything was checked; what was never checked does not count.
    pub checked: Option<Day>,
    /// The newest such day: no visit can be before it.
    pub newest: Option<Day>,
    /// Something in it was never checked.
    pub unchecked: bool,
    /// Others can see the screen, so that what is marked quiet is not asked. It does not travel: the place says so.
    pub in_open_plan: bool,
    pub(crate) sections: Vec<Section>,
    pub(crate) questions: Vec<Question>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) conditions: Vec<NamedCondition>,
    pub(crate) offered: OnceLock<Offered>,
}

/// What is offered: the part that may come later.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offered {
    pub(crate) topics: Vec<Topic>,
    pub(crate) supports: Vec<Support>,
    /// By their names: the key of each among the words. They do not travel.
    pub(crate) warnings: Vec<String>,
    /// What the site adds, where there is one.
    pub(crate) site: Option<Site>,
}

/// A group of questions on one theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name in the content.
    pub name: String,
    /// The parent may leave it closed. What such a section asks is private: it never goes on paper unless the parent
    /// says so.
    pub has_door: bool,
    /// In the order they are asked.
    pub questions: Vec<QuestionId>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its name in the content.
    pub name: String,
    /// The section it belongs to.
    pub section: SectionId,
    /// Child or family.
    pub about: About,
    /// How it is answered.
    pub kind: Kind,
    /// Never shown again, stored or printed.
    pub sensitive: bool,
    /// Not asked on an open-plan kiosk.
    pub quiet: bool,
    /// Asked of a parent who has only two minutes, too.
    pub essential: bool,
    /// Who asks it.
    pub asked: Asked,
    /// It shares the screen with the question before it.
    pub joins: bool,
    /// What is ticked moves support for every family to what the parent said they want.
    pub lifts: bool,
    /// The part of the sheet that repeats the answer.
    pub sheet: Option<SheetPart>,
    /// When it is asked.
    pub rule: Rule,
    /// What can be ticked.
    pub choices: Vec<ChoiceId>,
}

/// One thing that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its name within the question.
    pub name: String,
    /// The question it answers.
    pub question: QuestionId,
    /// The name of its line picture; may be empty.
    pub picture: String,
    /// Ticking it unticks the rest.
    pub alone: bool,
    /// With only this ticked, the others stay unknown.
    pub unsure: bool,
    /// Ticking it opens the urgent box.
    pub urgent: bool,
    /// Ticked until the parent says otherwise, on the sheet.
    pub usual: bool,
    /// Off paper until the parent puts it there.
    pub private: bool,
    /// The part of the sheet that it stands for, on the question that the sheet asks.
    pub part: Option<SheetPart>,
    /// Ways of getting help it prefers.
    pub prefers: Vec<Way>,
    /// The ages it stands for, on a month question.
    pub born: Option<AgeSpan>,
}

/// A condition with a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedCondition {
    /// What authors call it. No parent ever hears of it, so it does not travel.
    pub name: String,
    /// Child or family.
    pub about: About,
    /// What it says.
    pub condition: Condition,
}

/// A theme of supports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    /// Its name in the content.
    pub name: String,
    /// Where its family supports stand on the list.
    pub group: TopicGroup,
    /// The name of its line picture.
    pub picture: String,
    /// In the author's order.
    pub supports: Vec<SupportId>,
}

/// One thing that can help.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Its name in the content, such as `working-parent-30-hours`.
    pub name: String,
    /// Its topic.
    pub topic: TopicId,
    /// For every family, or for some.
    pub tier: Tier,
    /// One child or the family.
    pub about: About,
    /// It belongs to the urgent box, the same for everyone, and never stands among the offers.
    pub urgent: bool,
    /// How many months before its start it may be offered.
    pub ahead: i32,
    /// When it is offered; hiding rules of its tags included.
    pub rule: Rule,
    /// What moves it to the first group of the list.
    pub soon: Vec<Soon>,
    /// What its tags warn of.
    pub warnings: Vec<Warning>,
    /// Choices of what a parent may want that this serves.
    pub goals: Vec<ChoiceId>,
    /// Ways in, the best first.
    pub ways: Vec<Way>,
    /// A parent can ask for it without being referred.
    pub ask_yourself: bool,
    /// What it costs.
    pub cost: Cost,
    /// Its own contacts, in the order phone, text, mailbox, website; at most one of each.
    pub contacts: Vec<Contact>,
    /// Others to reach, in the order of their names among the texts.
    pub also: Vec<Vec<Contact>>,
    /// When it was last compared with its source; `None`: nobody has yet.
    pub checked: Option<Day>,
    /// From this day on its figures may have changed.
    pub review: Option<Day>,
}

/// A danger or a clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Soon {
    /// All must hold; none: whenever it is offered.
    pub case: Case,
    /// Stands before those that only have a clock.
    pub danger: bool,
    /// How many days there are, to order by.
    pub within: i32,
}

/// A sentence that protects whoever should ask for advice first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Warning {
    /// Which.
    pub says: WarningId,
    /// It is not needed where this surely holds.
    pub unless: Option<ConditionId>,
}

impl Support {
    /// For every family, or for some.
    pub fn is_universal(&self) -> bool {
        self.tier == Tier::Universal
    }

    /// Its own contact of this kind.
    pub fn contact(&self, means: Means) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.means == means)
    }
}

/// What there is, in the author's order.
impl Catalogue {
    /// Whether this question is asked in such a place.
    pub fn is_asked_here(&self, question: QuestionId) -> bool {
        !(self.in_open_plan && self.question(question).quiet)
    }

    /// What is offered has come. It comes once; whatever comes later is not taken.
    pub fn bring(&self, offered: Offered) {
        drop(self.offered.set(offered));
    }

    /// Whether what is offered is here.
    pub fn is_whole(&self) -> bool {
        self.offered.get().is_some()
    }

    /// What is offered, if it is here.
    pub fn offered(&self) -> Option<&Offered> {
        self.offered.get()
    }

    /// All sections in the order they are asked.
    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        self.sections.iter().enumerate().map(|(index, section)| (SectionId::at(index), section))
    }

    /// All questions in the order they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions.iter().enumerate().map(|(index, question)| (QuestionId::at(index), question))
    }

    /// All choices, question by question.
    pub fn choices(&self) -> impl Iterator<Item = (ChoiceId, &Choice)> {
        self.choices.iter().enumerate().map(|(index, choice)| (ChoiceId::at(index), choice))
    }

    /// All named conditions; each looks only at those before it.
    pub fn conditions(&self) -> impl Iterator<Item = (ConditionId, &NamedCondition)> {
        self.conditions.iter().enumerate().map(|(index, condition)| (ConditionId::at(index), condition))
    }

    /// All topics; none before what is offered is here.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        let topics = self.offered.get().map_or(&[][..], |offered| &offered.topics);
        topics.iter().enumerate().map(|(index, topic)| (TopicId::at(index), topic))
    }

    /// All supports that can be had here; none before what is offered is here.
    pub fn supports(&self) -> impl Iterator<Item = (SupportId, &Support)> {
        let all = self.all_supports().iter().enumerate().map(|(index, support)| (SupportId::at(index), support));
        all.filter(|(id, _)| !self.is_hidden(*id))
    }

    /// Whether this support cannot be had at this site.
    pub fn is_hidden(&self, id: SupportId) -> bool {
        self.site().is_some_and(|site| site.hidden.contains(&id))
    }

    /// Whether this support is the site's own.
    pub fn is_own(&self, id: SupportId) -> bool {
        self.site().is_some_and(|site| id.index() + site.own >= self.all_supports().len())
    }

    /// The site, where there is one and what it adds is here.
    pub fn site(&self) -> Option<&Site> {
        self.offered.get().and_then(|offered| offered.site.as_ref())
    }

    /// Whether a choice was told behind a door or confided, or is private by itself: it stays off paper, and what was
    /// not confided comes there when the parent says so.
    pub fn is_private(&self, id: ChoiceId) -> bool {
        let choice = self.choice(id);
        choice.private || self.is_all_private(choice.question)
    }

    /// Whether whatever is answered to a question is private.
    pub fn is_all_private(&self, id: QuestionId) -> bool {
        let question = self.question(id);
        question.sensitive || self.section(question.section).has_door
    }

    /// The question about the council area, which only sites ask.
    pub fn area(&self) -> Option<(QuestionId, &Question)> {
        self.questions().find(|(_, question)| question.asked == Asked::BySite)
    }

    pub(crate) fn all_supports(&self) -> &[Support] {
        self.offered.get().map_or(&[], |offered| &offered.supports)
    }
}

/// What an id stands for.
impl Catalogue {
    /// The section with this id.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The choice with this id.
    pub fn choice(&self, id: ChoiceId) -> &Choice {
        &self.choices[id.index()]
    }

    /// The named condition with this id.
    pub fn condition(&self, id: ConditionId) -> &NamedCondition {
        &self.conditions[id.index()]
    }

    /// The support with this id.
    pub fn support(&self, id: SupportId) -> &Support {
        &self.all_supports()[id.index()]
    }

    /// The topic with this id.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.offered.get().map_or(&[][..], |offered| &offered.topics)[id.index()]
    }

    /// The key of a warning among the words, where it is known: what authors call it.
    pub fn warning(&self, id: WarningId) -> &str {
        self.offered.get().and_then(|offered| offered.warnings.get(id.index())).map_or("", String::as_str)
    }
}

/// What a name stands for: in records, tests and whatever authors write.
impl Catalogue {
    /// The question that asks for a child's month of birth.
    pub fn born(&self) -> Option<QuestionId> {
        let asks = |question: &Question| question.kind == Kind::Month && question.about == About::Child;
        self.questions.iter().position(asks).map(QuestionId::at)
    }

    /// The section of this name.
    pub fn section_named(&self, name: &str) -> Option<SectionId> {
        self.sections.iter().position(|section| section.name == name).map(SectionId::at)
    }

    /// The question of this name.
    pub fn question_named(&self, name: &str) -> Option<QuestionId> {
        self.questions.iter().position(|question| question.name == name).map(QuestionId::at)
    }

    /// The choice of this full name, `question.choice`.
    pub fn choice_named(&self, name: &str) -> Option<ChoiceId> {
        let (question, name) = name.split_once('.')?;
        self.choice_of(self.question_named(question)?, name)
    }

    /// The choice of this name of a question.
    pub fn choice_of(&self, question: QuestionId, name: &str) -> Option<ChoiceId> {
        self.question(question).choices.iter().copied().find(|&choice| self.choice(choice).name == name)
    }

    /// The support of this name.
    pub fn support_named(&self, name: &str) -> Option<SupportId> {
        self.all_supports().iter().position(|support| support.name == name).map(SupportId::at)
    }

    /// The named condition of this name.
    pub fn condition_named(&self, name: &str) -> Option<ConditionId> {
        self.conditions.iter().position(|condition| condition.name == name).map(ConditionId::at)
    }

    /// The warning of this key.
    pub fn warning_named(&self, key: &str) -> Option<WarningId> {
        self.offered.get()?.warnings.iter().position(|warning| warning == key).map(WarningId::at)
    }

    /// The full name of a choice, `question.choice`: what rules, storage and tests call it.
    pub fn choice_name(&self, id: ChoiceId) -> String {
        let choice = self.choice(id);
        format!("{}.{}", self.question(choice.question).name, choice.name)
    }
}
