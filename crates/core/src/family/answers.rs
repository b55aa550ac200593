//! Everything a family told us, and how it changes.

use crate::catalogue::{About, Catalogue, QuestionId};
use crate::family::answer::{put, tidy};
use crate::family::{Answer, Called, Child, ChildKey, Confided, Given, MOST_CHILDREN, Who};

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
            _ if key == ChildKey::EACH => Called::Each,
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

    /// Names a child; anything past 60 characters and any line break is dropped.
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

    /// A copy for whatever others may read: what was confided is not there, and what is private is as if it were skipped.
    /// `None` where there is neither.
    pub fn without_private(&self, catalogue: &Catalogue) -> Option<Self> {
        let (mut plain, mut tells) = (self.without_confided(), !self.is_plain());
        for given in plain.children.iter_mut().map(|child| &mut child.given).chain([&mut plain.family]) {
            for (id, answer) in given.0.iter_mut() {
                if let Answer::Ticked(ticks) = answer {
                    let before = ticks.len();
                    ticks.retain(|&tick| !catalogue.is_private(tick));
                    tells |= ticks.len() < before;
                    if !ticks.is_empty() {
                        continue;
                    }
                } else if catalogue.is_all_private(*id) {
                    tells |= matches!(answer, Answer::Month(_) | Answer::Text(_));
                } else {
                    continue;
                }
                *answer = Answer::Skipped;
            }
        }
        tells.then_some(plain)
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
