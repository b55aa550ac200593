//! When a support is offered or a question is asked, as a page of plain English: for anybody, or for one family
//! line by line.

mod question;
mod support;

use signpost_core::catalogue::{QuestionId, Rule, SupportId};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::{Judge, Look};

use crate::families::english::{English, Family, Item, Spelled};
use crate::families::journey::Journey;
use crate::source::near::nearest;

pub use question::question;
pub(crate) use question::{halves, remarks};
pub use support::{Tags, support};

/// What an author asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A support.
    Support(SupportId),
    /// A question.
    Question(QuestionId),
}

impl Subject {
    /// The support or the question of this name. The error is a sentence.
    pub fn named(content: &Content, name: &str) -> Result<Self, String> {
        let support = content.support_named(name).map(Self::Support);
        support.or_else(|| content.question_named(name).map(Self::Question)).ok_or_else(|| unknown(content, name))
    }
}

/// Does something with everything that judges a family.
pub fn with_family<T>(content: &Content, journey: &Journey, then: impl FnOnce(Family<'_>) -> T) -> T {
    let judge = Judge::new(content, journey.answers(), journey.today());
    then(Family { content, answers: journey.answers(), today: journey.today(), judge: &judge })
}

fn unknown(content: &Content, name: &str) -> String {
    let supports = content.supports().map(|(_, support)| support.name.as_str());
    let questions = content.questions().map(|(_, question)| question.name.as_str());
    let asked = name.split('.').next().unwrap_or_default();
    let choice = content.choice_named(name).map(|_| asked.to_owned());
    let meant = choice.or_else(|| nearest(name, supports.chain(questions)));
    let meant = meant.map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
    format!("There is no support and no question `{name}`.{meant}")
}

/// The two halves of a rule, each under what it decides.
struct Halves {
    /// Such as "Offered where"; without a rule of this half `always`.
    when: &'static str,
    always: &'static str,
    /// Such as "Never offered where we surely know that".
    unless: &'static str,
}

impl Halves {
    fn spelled(&self, english: &English<'_>, rule: &Rule, who: Who, ahead: i32) -> Vec<Item> {
        let look = |look: Look| english.family.map(|_| look);
        let when = match &rule.when {
            Some(when) => under(self.when, english.condition(when, look(Look::offering(who, ahead)))),
            None => Item::of(self.always),
        };
        let unless =
            rule.unless.as_ref().map(|unless| under(self.unless, english.condition(unless, look(Look::hiding(who)))));
        [when].into_iter().chain(unless).collect()
    }
}

fn under(heading: &str, spelled: Spelled) -> Item {
    Item { says: format!("{heading} {}:", spelled.which), found: None, any: spelled.any, under: spelled.parts }
}

fn page(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n")
}
