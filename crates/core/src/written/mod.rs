//! Content as it is written: names are still words, and what is said stands beside what holds. The author's tool makes it
//! from files; [`Written::content`] turns names into ids. It never travels, and nothing of it is in the widget.

mod link;
mod site;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use site::{LocalService, Own, Person, Site};

use crate::catalogue::{About, Asked, Cost, Kind, Tier, TopicGroup, Way};

/// Everything a parent can be asked, offered and told, in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// A hash of everything below: which content a saved visit or a sheet was made with.
    pub version: String,
    /// BCP 47, such as `en-GB`.
    pub language: String,
    /// The lines of the language begin on the right.
    #[serde(skip_serializing_if = "is_false")]
    pub right_to_left: bool,
    /// The kinds of number that the language tells apart, by the names of CLDR: a counted word has a form for each.
    pub forms: Vec<String>,
    /// The place among `forms` of what goes with each whole number below 200.
    pub numbers: Vec<u32>,
    /// The oldest day on which anything was checked against its source, `2026-11-23`.
    pub checked: String,
    /// The newest such day: the content is not older than this, whatever a clock says.
    pub newest: String,
    /// Something in it was never checked.
    #[serde(skip_serializing_if = "is_false")]
    pub unchecked: bool,
    /// Words of the interface by their key.
    pub words: BTreeMap<String, String>,
    /// In the order they are asked.
    pub sections: Vec<Section>,
    /// Named conditions; each may use only those before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Hiding rules by tag.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hiding: Vec<Hiding>,
    /// Topics with their supports, in the author's order.
    pub topics: Vec<Topic>,
}

/// A group of questions on one theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Such as `5-home`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Asked first, if the parent may choose to leave the section closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<Door>,
    /// In the order they are asked.
    pub questions: Vec<Question>,
}

/// What is said before a section that the parent chooses to open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Such as `c-areas`.
    pub id: String,
    /// Child or family.
    pub about: About,
    /// How it is answered.
    pub kind: Kind,
    /// The question itself.
    pub text: String,
    /// A line under it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// Why we ask.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// How an answer is repeated; `{choices}` stands for what was ticked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// How an answer is written on the sheet, with the labels as the parent ticked them, where it differs from `said`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub written: String,
    /// Never shown again, stored or printed.
    #[serde(skip_serializing_if = "is_false")]
    pub sensitive: bool,
    /// Not asked on an open-plan kiosk.
    #[serde(skip_serializing_if = "is_false")]
    pub quiet: bool,
    /// Asked of a parent who has only two minutes, too.
    #[serde(skip_serializing_if = "is_false")]
    pub essential: bool,
    /// Who asks it.
    #[serde(skip_serializing_if = "is_usual")]
    pub asked: Asked,
    /// It shares the screen with the question before it, where both are asked of the same person.
    #[serde(skip_serializing_if = "is_false")]
    pub joins: bool,
    /// What is ticked moves support for every family that serves it to what the parent said they want.
    #[serde(skip_serializing_if = "is_false")]
    pub lifts: bool,
    /// The part of the sheet that repeats the answer: a choice of the question that the sheet asks.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// Any one case; empty means always.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ask_when: Vec<Case>,
    /// Never asked where one of these surely holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ask_unless: Vec<Case>,
    /// What can be ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
}

/// One thing that can be ticked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Such as `sleep`; in rules `c-areas.sleep`.
    pub id: String,
    /// Stands before it, and before those that follow, on the screen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// What the parent reads beside the box.
    pub label: String,
    /// The label inside a sentence, where it differs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// The name of its line picture; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub picture: String,
    /// Ticking it unticks the rest.
    #[serde(skip_serializing_if = "is_false")]
    pub alone: bool,
    /// With only this ticked, the others stay unknown.
    #[serde(skip_serializing_if = "is_false")]
    pub unsure: bool,
    /// Ticking it opens the urgent box at the top of the list.
    #[serde(skip_serializing_if = "is_false")]
    pub urgent: bool,
    /// Ticked until the parent says otherwise; only on the question that the sheet asks.
    #[serde(skip_serializing_if = "is_false")]
    pub usual: bool,
    /// Off paper until the parent puts it there, and so is what is offered because of it.
    #[serde(skip_serializing_if = "is_false")]
    pub private: bool,
    /// The ways of getting help that this choice prefers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prefers: Vec<Way>,
    /// The ages this band stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Span>,
}

/// One case: all its lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// All must hold.
    pub lines: Vec<Line>,
}

/// One line of a case, as it is written in the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// At least one of these choices.
    Any(Vec<String>),
    /// All of these choices.
    All(Vec<String>),
    /// None of these choices.
    None(Vec<String>),
    /// The child's age.
    Age(Span),
    /// A named condition holds.
    Is(String),
    /// A named condition surely does not hold.
    IsNot(String),
    /// A named condition holds for at least one child.
    AnyChild(String),
}

/// Two milestones in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Span {
    /// Included; `None` is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Excluded; `None` is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// A named condition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Condition {
    /// Its name.
    pub id: String,
    /// About a child or the family.
    pub about: About,
    /// Any one case.
    pub cases: Vec<Case>,
}

/// What a tag does to the supports that carry it: it hides them, or puts a warning on them, or both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hiding {
    /// Such as `public-fund`.
    pub tag: String,
    /// Hidden where this named condition surely holds; empty: never.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// But not where this one surely holds; empty: without exception.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub except: String,
    /// The key of the warning that stands before "how to get it"; empty: none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub warn: String,
    /// No warning where this named condition surely holds; empty: always a warning.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub warn_unless: String,
}

/// A theme of supports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Topic {
    /// Such as `childcare-costs`.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// Where its family supports stand.
    pub group: TopicGroup,
    /// The name of its line picture.
    pub picture: String,
    /// In the author's order.
    pub supports: Vec<Support>,
}

/// Somebody else to reach: a name, and at least one of the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Also {
    /// Who answers.
    pub name: String,
    /// A line about them: whom or what they are for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub says: String,
    /// Their number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Their text line, such as `SHOUT to 85258`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Their email address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Their page, https.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// A danger or a clock that moves an offer to the first group of the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Soon {
    /// What to do, and by when: one sentence.
    pub says: String,
    /// Stands before those that only have a clock.
    #[serde(skip_serializing_if = "is_false")]
    pub danger: bool,
    /// How many days there are, to order by.
    #[serde(skip_serializing_if = "is_zero")]
    pub within: i32,
    /// All must hold; empty means whenever it is offered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

/// One thing that can help.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Support {
    /// Such as `working-parent-30-hours`.
    pub id: String,
    /// For every family, or for some.
    pub kind: Tier,
    /// Child or family.
    pub about: About,
    /// Its name.
    pub name: String,
    /// What it is.
    pub what: String,
    /// Who it is for.
    pub who: String,
    /// Everyday words to find it by, with commas between.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found_by: String,
    /// Who it is for, as a list of which one is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<String>,
    /// Who it is for, as a list of which all must be so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<String>,
    /// How to get it.
    pub how: String,
    /// Ways in, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Way>,
    /// A parent can ask for it without being referred.
    #[serde(skip_serializing_if = "is_false")]
    pub ask_yourself: bool,
    /// Its number, with the usual spaces.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// A text line, such as `SHOUT to 85258`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// An email address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Others to reach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Also>,
    /// When somebody answers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// Where to read more, https.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// What it costs.
    pub cost: Cost,
    /// Belongs to the urgent box.
    #[serde(skip_serializing_if = "is_false")]
    pub urgent: bool,
    /// Hiding rules that apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Choices of what a parent may want that this serves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// How many months before its start it may be offered.
    #[serde(skip_serializing_if = "is_zero")]
    pub ahead: i32,
    /// Questions a parent may want to ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
    /// When it was last compared with its source, `2026-11-23`; empty: nobody has yet.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checked: String,
    /// The first day on which one of its figures must be looked at again.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub review: String,
    /// Any one case; empty means always.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offer_when: Vec<Case>,
    /// Never offered where one of these surely holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offer_unless: Vec<Case>,
    /// What moves it to the first group of the list: any one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub soon: Vec<Soon>,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &i32) -> bool {
    *value == 0
}

fn is_usual(asked: &Asked) -> bool {
    *asked == Asked::OnPath
}
