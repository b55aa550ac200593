//! What a family told us. Plain answers and confided ones live in different types: what is confided
//! steers the plan during this visit and can be neither written down nor printed.

use litemap::LiteMap;

use crate::catalogue::{About, Catalogue, ChoiceId, Kind, QuestionId};
use crate::month::Month;

/// The most children one visit can hold.
pub const MOST_CHILDREN: usize = 12;

/// The longest name or note a parent can type, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// A child of this visit. Keys are never reused within a visit, so removing one child moves no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildKey(pub(crate) u32);

impl ChildKey {
    /// Its number within this visit, never given twice.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// Whom an answer or an offer concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// The family as a whole.
    Family,
    /// One child.
    Child(ChildKey),
}

/// What was answered to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These choices, in the question's order; never empty.
    Ticked(Vec<ChoiceId>),
    /// A month of birth, or of the due date.
    Month(Month),
    /// The parent's own words.
    Text(String),
    /// Not now: unknown.
    Skipped,
    /// Rather not say: unknown, and not to be asked again.
    PreferNotToSay,
}

/// Plain answers about one child or the family: they may be kept and printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(LiteMap<QuestionId, Answer>);

impl Given {
    /// The answer to this question, if any was given.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.0.get(&question)
    }

    /// All answers in the content's order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.0.iter().map(|(question, answer)| (*question, answer))
    }
}

/// Answers to sensitive questions. There is deliberately no way to write this type down: it has no `Serialize`,
/// no `Debug` that tells anything, and leaves memory with the visit.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Confided(LiteMap<(Who, QuestionId), Answer>);

impl std::fmt::Debug for Confided {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Confided")
    }
}

/// One child the parent told us about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Its key within this visit.
    pub key: ChildKey,
    /// A first name or a nickname; may be empty.
    pub name: String,
    /// Plain answers about this child.
    pub given: Given,
}

/// What a child is called among the others: for whoever speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// The only one, and without a name.
    Unnamed,
    /// One of several, without a name: the number it has among them, from 1.
    Numbered(usize),
    /// By its name.
    Named(String),
    /// By a name that another one has too, and the number it has among all.
    Alike(String, usize),
}

/// Everything a family told us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    family: Given,
    children: Vec<Child>,
    confided: Confided,
    next_key: u32,
}

impl Default for Answers {
    /// One child without a name, and nothing answered.
    fn default() -> Self {
        let mut answers = Self::without_children();
        answers.add_child();
        answers
    }
}

impl Answers {
    /// Nobody and nothing yet.
    pub fn without_children() -> Self {
        Self { family: Given::default(), children: Vec::new(), confided: Confided::default(), next_key: 0 }
    }

    /// Plain answers about the family.
    pub fn family(&self) -> &Given {
        &self.family
    }

    /// The children in the order they were added.
    pub fn children(&self) -> &[Child] {
        &self.children
    }

    /// The child with this key, if it is still there.
    pub fn child(&self, key: ChildKey) -> Option<&Child> {
        self.children.iter().find(|child| child.key == key)
    }

    /// What a child is called. One who is not there any more has no name.
    pub fn called(&self, key: ChildKey) -> Called {
        let found = self.children.iter().position(|child| child.key == key);
        let name = self.child(key).map_or("", |child| child.name.trim());
        let number = found.map_or(1, |index| index + 1);
        let alike = |child: &&Child| child.name.trim().eq_ignore_ascii_case(name);
        match name.is_empty() {
            true if self.children.len() < 2 => Called::Unnamed,
            true => Called::Numbered(number),
            false if self.children.iter().filter(alike).count() > 1 => Called::Alike(name.to_owned(), number),
            false => Called::Named(name.to_owned()),
        }
    }

    /// Everyone of this kind: the family, or each child.
    pub fn everyone(&self, about: About) -> Vec<Who> {
        match about {
            About::Family => vec![Who::Family],
            About::Child => self.children.iter().map(|child| Who::Child(child.key)).collect(),
        }
    }

    /// One more child; `None` when there are [`MOST_CHILDREN`] already.
    pub fn add_child(&mut self) -> Option<ChildKey> {
        (self.children.len() < MOST_CHILDREN).then(|| {
            let key = ChildKey(self.next_key);
            self.next_key = self.next_key.wrapping_add(1);
            self.children.push(Child { key, name: String::new(), given: Given::default() });
            key
        })
    }

    /// Names a child; anything past [`LONGEST_TEXT`] and any line break is dropped.
    pub fn name_child(&mut self, key: ChildKey, name: &str) {
        if let Some(child) = self.children.iter_mut().find(|child| child.key == key) {
            child.name = name.chars().filter(|letter| !letter.is_control()).take(60).collect();
        }
    }

    /// Takes a child and everything about it away.
    pub fn remove_child(&mut self, key: ChildKey) {
        self.children.retain(|child| child.key != key);
        self.confided.0.retain(|(who, _), _| *who != Who::Child(key));
    }

    /// The answer to this question about this child or the family.
    pub fn get(&self, catalogue: &Catalogue, question: QuestionId, who: Who) -> Option<&Answer> {
        if catalogue.question(question).sensitive {
            return self.confided.0.get(&(who, question));
        }
        self.given(who)?.get(question)
    }

    /// Records an answer, or takes it back with `None`. An answer about somebody who is not there, or about the
    /// wrong kind of person, is dropped.
    pub fn set(&mut self, catalogue: &Catalogue, question: QuestionId, who: Who, answer: Option<Answer>) {
        let asked = catalogue.question(question);
        let fits = matches!((asked.about, who), (About::Family, Who::Family) | (About::Child, Who::Child(_)));
        if !fits || (who != Who::Family && self.given(who).is_none()) {
            return;
        }
        let answer = answer.and_then(|answer| tidy(catalogue, question, answer));
        if asked.sensitive {
            put(&mut self.confided.0, (who, question), answer);
        } else if let Some(given) = self.given_mut(who) {
            put(&mut given.0, question, answer);
        }
    }

    /// Whether nothing was confided.
    pub fn is_plain(&self) -> bool {
        self.confided.0.is_empty()
    }

    /// A copy in which nothing was confided.
    #[must_use]
    pub fn without_confided(&self) -> Self {
        Self { confided: Confided::default(), ..self.clone() }
    }

    /// Whether anything at all was answered, named or confided.
    pub fn is_empty(&self) -> bool {
        let blank = |child: &Child| child.name.is_empty() && child.given.0.is_empty();
        self.family.0.is_empty() && self.confided.0.is_empty() && self.children.iter().all(blank)
    }

    fn given(&self, who: Who) -> Option<&Given> {
        match who {
            Who::Family => Some(&self.family),
            Who::Child(key) => self.child(key).map(|child| &child.given),
        }
    }

    fn given_mut(&mut self, who: Who) -> Option<&mut Given> {
        match who {
            Who::Family => Some(&mut self.family),
            Who::Child(key) => self.children.iter_mut().find(|child| child.key == key).map(|child| &mut child.given),
        }
    }
}

fn put<K: Ord>(map: &mut LiteMap<K, Answer>, key: K, answer: Option<Answer>) {
    match answer {
        Some(answer) => map.insert(key, answer),
        None => map.remove(&key),
    };
}

/// Only this question's own choices, in its order, each once; a choice that stands alone stands alone.
/// Nothing ticked and nothing written is no answer.
/// An answer of another kind than the question asks for is none either: old or damaged records may hold one.
fn tidy(catalogue: &Catalogue, question: QuestionId, answer: Answer) -> Option<Answer> {
    let asked = catalogue.question(question);
    match answer {
        Answer::Month(_) if asked.kind != Kind::Month => None,
        Answer::Text(_) if asked.kind != Kind::Text => None,
        Answer::Ticked(ticks) => {
            let own: Vec<ChoiceId> = asked.choices.iter().copied().filter(|choice| ticks.contains(choice)).collect();
            let alone = own.iter().copied().find(|&choice| catalogue.choice(choice).alone);
            let mut kept = alone.map_or(own, |choice| vec![choice]);
            if asked.kind != Kind::Many {
                kept.truncate(1);
            }
            (!kept.is_empty()).then_some(Answer::Ticked(kept))
        }
        Answer::Text(text) => {
            let text: String = text.chars().take(LONGEST_TEXT).collect();
            (!text.trim().is_empty()).then_some(Answer::Text(text))
        }
        other => Some(other),
    }
}
