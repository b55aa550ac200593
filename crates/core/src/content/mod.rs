//! The content, ready for use: every name is an id, and only this module makes ids, so an id in hand exists.

mod looks;
mod read;

use litemap::LiteMap;

use crate::content::looks::Looks;
use crate::milestone::AgeSpan;
use crate::month::Day;
use crate::pack::{self, About, Asked, Cost, Kind, Tier, TopicGroup, Way};
use crate::words::Words;

pub use looks::{Changed, Sight};

/// How many of a kind a content can hold: ids are small.
const MOST: usize = u16::MAX as usize + 1;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            /// Of something that is there: no list is longer than [`MOST`].
            fn at(index: usize) -> Self {
                Self(index as u16)
            }

            /// Its place in the content's order, from 0.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A section.
    SectionId,
    /// A question.
    QuestionId,
    /// A choice of a question.
    ChoiceId,
    /// A named condition.
    ConditionId,
    /// A topic.
    TopicId,
    /// A support.
    SupportId
}

/// Everything a parent can be asked, offered and told.
#[derive(Debug, Default)]
pub struct Content {
    /// Which content this is: a hash.
    pub version: String,
    /// BCP 47.
    pub language: String,
    /// The oldest day on which anything was checked; what was never checked does not count.
    pub checked: Option<Day>,
    /// The newest such day: no visit can be before it.
    pub newest: Option<Day>,
    /// Something in it was never checked.
    pub unchecked: bool,
    /// Words of the interface.
    pub words: Words,
    sections: Vec<Section>,
    questions: Vec<Question>,
    choices: Vec<Choice>,
    conditions: Vec<NamedCondition>,
    topics: Vec<Topic>,
    supports: Vec<Support>,
    born: Option<QuestionId>,
    looks: Looks,
    by_name: LiteMap<String, Named>,
}

/// A group of questions on one theme.
#[derive(Debug)]
pub struct Section {
    /// Its name in the content.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Asked before it, if the parent may leave it closed. What such a section asks is private:
    /// it never goes on paper unless the parent says so.
    pub door: Option<pack::Door>,
    /// In the order they are asked.
    pub questions: Vec<QuestionId>,
}

/// What is asked.
#[derive(Debug)]
pub struct Question {
    /// Its name in the content.
    pub name: String,
    /// The section it belongs to.
    pub section: SectionId,
    /// Child or family.
    pub about: About,
    /// How it is answered.
    pub kind: Kind,
    /// The question.
    pub text: String,
    /// A line under it; may be empty.
    pub help: String,
    /// Why we ask; may be empty.
    pub why: String,
    /// How an answer is repeated, with `{choices}`.
    pub said: String,
    /// How an answer is written on the sheet, with the labels as the parent ticked them; empty: as `said`.
    pub written: String,
    /// Never shown again, stored or printed.
    pub sensitive: bool,
    /// Not asked on an open-plan kiosk.
    pub quiet: bool,
    /// Who asks it.
    pub asked: Asked,
    /// It shares the screen with the question before it.
    pub joins: bool,
    /// What is ticked moves support for every family to what the parent said they want.
    pub lifts: bool,
    /// The part of the sheet that repeats the answer; may be empty.
    pub sheet: String,
    /// When it is asked.
    pub rule: Rule,
    /// What can be ticked.
    pub choices: Vec<ChoiceId>,
}

/// One thing that can be ticked.
#[derive(Debug)]
pub struct Choice {
    /// Its name within the question.
    pub name: String,
    /// The question it answers.
    pub question: QuestionId,
    /// Stands before it and those that follow; may be empty.
    pub heading: String,
    /// What the parent reads.
    pub label: String,
    /// The label inside a sentence.
    pub said: String,
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
    /// Ways of getting help it prefers.
    pub prefers: Vec<Way>,
    /// The ages it stands for, on a month question.
    pub born: Option<AgeSpan>,
}

/// When something applies: some case of `when` holds, and no case of `unless` surely does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    /// `None` means always.
    pub when: Option<Condition>,
    /// `None` means nothing hides it.
    pub unless: Option<Condition>,
}

/// Any one case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// Each holds when all its lines do.
    pub cases: Vec<Case>,
}

/// All its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// All must hold.
    pub lines: Vec<Line>,
}

/// One line of a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// At least one of these.
    Any(Vec<ChoiceId>),
    /// All of these.
    All(Vec<ChoiceId>),
    /// None of these.
    None(Vec<ChoiceId>),
    /// The child's age.
    Age(AgeSpan),
    /// The named condition holds.
    Is(ConditionId),
    /// The named condition surely does not hold.
    IsNot(ConditionId),
    /// The named condition holds for at least one child.
    AnyChild(ConditionId),
    /// It is not so that the named condition surely holds: what is not known counts as not. Only tags make it.
    NotSurely(ConditionId),
}

/// A condition with a name.
#[derive(Debug)]
pub struct NamedCondition {
    /// Its name in the content.
    pub name: String,
    /// Child or family.
    pub about: About,
    /// What it says.
    pub condition: Condition,
}

/// A theme of supports.
#[derive(Debug)]
pub struct Topic {
    /// Its name in the content.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Where its family supports stand on the list.
    pub group: TopicGroup,
    /// The name of its line picture.
    pub picture: String,
    /// In the author's order.
    pub supports: Vec<SupportId>,
}

/// One thing that can help. A list looks at the rules of every support and at the words of few, so the words stand
/// apart.
#[derive(Debug)]
pub struct Support {
    /// What was written, words and contacts.
    pub text: Box<pack::Support>,
    /// Its topic.
    pub topic: TopicId,
    about: About,
    tier: Tier,
    urgent: bool,
    ahead: i32,
    /// When it is offered; hiding rules of its tags included.
    pub rule: Rule,
    /// What moves it to the first group of the list; the words of each stand in the same place of `text.soon`.
    pub soon: Vec<Soon>,
    /// What its tags warn of.
    pub warnings: Vec<Warning>,
    /// Choices of what a parent may want that this serves.
    pub goals: Vec<ChoiceId>,
    /// From this day on its figures may have changed.
    pub review: Option<Day>,
}

/// A danger or a clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Soon {
    /// All must hold; none: whenever it is offered.
    pub case: Case,
    /// Stands before those that only have a clock.
    pub danger: bool,
    /// How many days there are, to order by.
    pub within: i32,
}

/// A sentence that protects whoever should ask for advice first.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Its key among the words.
    pub word: String,
    /// It is not needed where this surely holds.
    pub unless: Option<ConditionId>,
}

impl Support {
    /// For every family, or for some.
    pub fn is_universal(&self) -> bool {
        self.tier == Tier::Universal
    }

    /// It belongs to the urgent box, the same for everyone, and never stands among the offers.
    pub fn is_urgent(&self) -> bool {
        self.urgent
    }

    /// One child or the family.
    pub fn about(&self) -> About {
        self.about
    }

    /// How many months before its start it may be offered.
    pub fn ahead(&self) -> i32 {
        self.ahead
    }

    /// Nothing, a little, or a price.
    pub fn cost(&self) -> Cost {
        self.text.cost
    }
}

#[derive(Clone, Copy, Debug)]
enum Named {
    Question(QuestionId),
    Choice(ChoiceId),
    Condition(ConditionId),
    Support(SupportId),
}

impl Content {
    /// Reads a pack. It never fails: what could not be understood is left out and named, a sentence each.
    pub fn read(json: &str) -> (Self, Vec<String>) {
        let (pack, mut problems) = pack::read(json);
        if pack.format > pack::FORMAT {
            problems.push(format!("the pack has format {}, this reads {}", pack.format, pack::FORMAT));
            return (Self::default(), problems);
        }
        let (content, more) = Self::from_pack(pack);
        problems.extend(more);
        (content, problems)
    }

    /// All sections in the order they are asked.
    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        self.sections.iter().enumerate().map(|(index, section)| (SectionId::at(index), section))
    }

    /// All questions in the order they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions.iter().enumerate().map(|(index, question)| (QuestionId::at(index), question))
    }

    /// All named conditions; each looks only at those before it.
    pub fn conditions(&self) -> impl Iterator<Item = (ConditionId, &NamedCondition)> {
        self.conditions.iter().enumerate().map(|(index, condition)| (ConditionId::at(index), condition))
    }

    /// All topics in the author's order.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        self.topics.iter().enumerate().map(|(index, topic)| (TopicId::at(index), topic))
    }

    /// All supports in the author's order.
    pub fn supports(&self) -> impl Iterator<Item = (SupportId, &Support)> {
        self.supports.iter().enumerate().map(|(index, support)| (SupportId::at(index), support))
    }

    /// All choices, question by question.
    pub fn choices(&self) -> impl Iterator<Item = (ChoiceId, &Choice)> {
        self.choices.iter().enumerate().map(|(index, choice)| (ChoiceId::at(index), choice))
    }

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

    /// The topic with this id.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.index()]
    }

    /// The support with this id.
    pub fn support(&self, id: SupportId) -> &Support {
        &self.supports[id.index()]
    }

    /// The question that asks for a child's month of birth.
    pub fn born(&self) -> Option<QuestionId> {
        self.born
    }

    /// The question of this name.
    pub fn question_named(&self, name: &str) -> Option<QuestionId> {
        match self.by_name.get(name) {
            Some(Named::Question(id)) => Some(*id),
            _ => None,
        }
    }

    /// The choice of this full name, `question.choice`.
    pub fn choice_named(&self, name: &str) -> Option<ChoiceId> {
        match self.by_name.get(name) {
            Some(Named::Choice(id)) => Some(*id),
            _ => None,
        }
    }

    /// The support of this name.
    pub fn support_named(&self, name: &str) -> Option<SupportId> {
        match self.by_name.get(&format!("+{name}")) {
            Some(Named::Support(id)) => Some(*id),
            _ => None,
        }
    }

    /// The named condition of this name.
    pub fn condition_named(&self, name: &str) -> Option<ConditionId> {
        match self.by_name.get(&format!("={name}")) {
            Some(Named::Condition(id)) => Some(*id),
            _ => None,
        }
    }

    /// The full name of a choice, `question.choice`: what rules, storage and tests call it.
    pub fn choice_name(&self, id: ChoiceId) -> String {
        let choice = self.choice(id);
        format!("{}.{}", self.question(choice.question).name, choice.name)
    }
}
