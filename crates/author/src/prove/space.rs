//! What a proof speaks about: one variable for every box that can be ticked, and a few for the day, for who is
//! there and for the months of birth. Every way of setting them is a family, and every family is one of them.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use signpost_core::catalogue::{About, Kind, Question};
use signpost_core::content::Content;

use crate::prove::calendar::{CODE_BITS, DAY_BITS};

/// Somebody an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Person {
    /// The family as a whole.
    Family,
    /// One child, counted from 0.
    Child(usize),
}

/// What one variable says when it is true.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bit {
    /// A binary digit of the kind of day it is, the highest first.
    Day(usize),
    /// This child is there.
    Present(usize),
    /// This box is ticked: `question.choice`.
    Tick(Person, String),
    /// This question is answered by a month or by a text.
    Given(Person, String),
    /// A binary digit of a child's month of birth, the highest first.
    Code(usize, usize),
}

/// All variables, in the order in which proofs look at them: the day, the family, then child by child.
pub(crate) struct Space {
    set: BddVariableSet,
    bits: Vec<Bit>,
    index: BTreeMap<Bit, BddVariable>,
    children: usize,
}

impl Space {
    /// Room for what any of these contents asks, of a family with up to so many children.
    pub(crate) fn of(contents: &[&Content], children: usize) -> Self {
        let mut bits: Vec<Bit> = (0..DAY_BITS).map(Bit::Day).collect();
        bits.extend(asked_of(contents, Person::Family));
        for child in 0..children {
            bits.push(Bit::Present(child));
            bits.extend((0..CODE_BITS).map(|digit| Bit::Code(child, digit)));
            bits.extend(asked_of(contents, Person::Child(child)));
        }
        let mut seen = BTreeMap::new();
        bits.retain(|bit| seen.insert(bit.clone(), ()).is_none());
        let index = bits.iter().cloned().zip((0..).map(BddVariable::from_index)).collect();
        let set = BddVariableSet::new_anonymous(u16::try_from(bits.len()).unwrap_or(u16::MAX));
        Self { set, bits, index, children }
    }

    /// How many children there can be.
    pub(crate) fn children(&self) -> usize {
        self.children
    }

    /// Whether there are more variables than a proof can hold: 65,535.
    pub(crate) fn is_too_large(&self) -> bool {
        self.bits.len() > usize::from(u16::MAX)
    }

    /// Holds for every family.
    pub(crate) fn always(&self) -> Bdd {
        self.set.mk_true()
    }

    /// Holds for no family.
    pub(crate) fn never(&self) -> Bdd {
        self.set.mk_false()
    }

    /// Holds where this bit is set; nowhere if nobody asks for it.
    pub(crate) fn bit(&self, bit: &Bit) -> Bdd {
        self.variable(bit).map_or_else(|| self.never(), |variable| self.set.mk_var(variable))
    }

    /// The variable of a bit.
    pub(crate) fn variable(&self, bit: &Bit) -> Option<BddVariable> {
        self.index.get(bit).copied()
    }

    /// What a variable says.
    pub(crate) fn meaning(&self, variable: BddVariable) -> &Bit {
        &self.bits[variable.to_index()]
    }

    /// All variables in order.
    #[cfg(test)]
    pub(crate) fn bits(&self) -> impl Iterator<Item = &Bit> {
        self.bits.iter()
    }

    /// Among these families, those in which no box takes the place of another: of one choice only one is ticked,
    /// a choice that stands alone does. Two contents may differ in which box takes the place of which; of real
    /// families they speak alike.
    pub(crate) fn only_real(&self, contents: &[&Content], families: &Bdd) -> Bdd {
        let said = families.support_set();
        let mut real = families.clone();
        for content in contents {
            for (_, asked) in content.questions() {
                for person in self.people(asked.about) {
                    let bits: Vec<Bit> = boxes(content, asked, person);
                    if bits.iter().filter_map(|bit| self.variable(bit)).any(|variable| said.contains(&variable)) {
                        real = real.and(&self.apart(content, asked, &bits));
                    }
                }
            }
        }
        real
    }

    fn people(&self, about: About) -> Vec<Person> {
        match about {
            About::Family => vec![Person::Family],
            About::Child => (0..self.children).map(Person::Child).collect(),
        }
    }

    /// No two of these at once, where one of them stands alone or the question wants one answer.
    fn apart(&self, content: &Content, asked: &Question, bits: &[Bit]) -> Bdd {
        let alone = |bit: &Bit| match bit {
            Bit::Tick(_, name) => content.choice_named(name).is_some_and(|choice| content.choice(choice).alone),
            _ => true,
        };
        let lonely: Vec<&Bit> = bits.iter().filter(|bit| asked.kind != Kind::Many || alone(bit)).collect();
        let pairs =
            lonely.iter().flat_map(|one| bits.iter().filter(move |other| *one != *other).map(move |it| (one, it)));
        pairs.fold(self.always(), |apart, (one, other)| apart.and_not(&self.bit(one).and(&self.bit(other))))
    }

    /// How many variables there are.
    pub(crate) fn size(&self) -> u16 {
        self.set.num_vars()
    }
}

fn asked_of(contents: &[&Content], person: Person) -> Vec<Bit> {
    let about = if person == Person::Family { About::Family } else { About::Child };
    let questions = contents.iter().flat_map(|content| content.questions().map(move |(_, asked)| (*content, asked)));
    questions
        .filter(|(_, asked)| asked.about == about)
        .flat_map(|(content, asked)| boxes(content, asked, person))
        .collect()
}

fn boxes(content: &Content, asked: &Question, person: Person) -> Vec<Bit> {
    let given = matches!(asked.kind, Kind::Month | Kind::Text).then(|| Bit::Given(person, asked.name.clone()));
    let ticks = asked.choices.iter().map(|&choice| Bit::Tick(person, content.choice_name(choice)));
    given.into_iter().chain(ticks).collect()
}
