//! A family that a proof found, as answers and as the text of a journey.

use std::collections::BTreeSet;
use std::fmt;

use biodivine_lib_bdd::Bdd;
use signpost_core::catalogue::{About, ChoiceId, Kind, QuestionId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, ChildKey, Who};
use signpost_core::time::{Day, Month};

use crate::prove::calendar::{CODE_BITS, Calendar, DAY_BITS};
use crate::prove::smallest;
use crate::prove::space::{Bit, Person, Space};

/// What children of a proof are called.
const NAMES: [&str; 12] = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
];

/// A family, and the day of their visit.
#[derive(Clone, Debug)]
pub struct Family {
    /// The day.
    pub today: Day,
    /// What they answered.
    pub answers: Answers,
    told: Vec<Told>,
}

/// What was answered to one question about somebody: a month, or the choices that were ticked.
#[derive(Clone, Debug)]
struct Told {
    who: Who,
    question: String,
    said: Vec<Said>,
}

/// A part of an answer, and which content alone knows it, where two are compared.
#[derive(Clone, Debug)]
struct Said {
    words: String,
    only: Option<&'static str>,
}

impl Family {
    /// The smallest family for whom this holds, on this very day if there is one.
    pub(crate) fn smallest(
        space: &Space,
        content: &Content,
        calendar: &Calendar,
        today: Day,
        holds: &Bdd,
    ) -> Option<Self> {
        Some(Self::of(content, calendar, &Self::variables(space, today, holds)?))
    }

    /// The variables that are set for that family.
    pub(crate) fn variables(space: &Space, today: Day, holds: &Bdd) -> Option<BTreeSet<Bit>> {
        let on_the_day = holds.and(&kind_of_day(space, today));
        let found = smallest::family(space, if on_the_day.is_false() { holds } else { &on_the_day })?;
        Some(found.into_iter().collect())
    }

    /// The family for whom these variables are set.
    pub(crate) fn of(content: &Content, calendar: &Calendar, set: &BTreeSet<Bit>) -> Self {
        let today = calendar.day(digits(DAY_BITS, |digit| set.contains(&Bit::Day(digit))));
        let mut family = Self { today, answers: Answers::without_children(), told: Vec::new() };
        family.tell(content, set, Person::Family, Who::Family);
        for child in (0..NAMES.len()).filter(|&child| set.contains(&Bit::Present(child))) {
            if let Some(key) = family.answers.add_child() {
                family.answers.name_child(key, NAMES[family.answers.children().len() - 1]);
                family.tell(content, set, Person::Child(child), Who::Child(key));
            }
        }
        family
    }

    fn tell(&mut self, content: &Content, set: &BTreeSet<Bit>, person: Person, who: Who) {
        let about = if person == Person::Family { About::Family } else { About::Child };
        for (id, question) in content.questions().filter(|(_, question)| question.about == about) {
            let ticked = |choice: &ChoiceId| set.contains(&Bit::Tick(person, content.choice_name(*choice)));
            let most = if question.kind == Kind::Many { usize::MAX } else { 1 };
            let ticks: Vec<ChoiceId> = question.choices.iter().copied().filter(ticked).take(most).collect();
            let given = set.contains(&Bit::Given(person, question.name.clone()));
            let month = (given && question.kind == Kind::Month).then(|| self.month(content, set, person, id));
            if let Some((answer, said)) = answer(content, month, ticks) {
                self.answers.set(content, id, who, Some(answer));
                self.told.push(Told { who, question: question.name.clone(), said });
            }
        }
    }

    /// The month that was given: of a child's birth, or this one, where a question asks for a month that no rule reads.
    fn month(&self, content: &Content, set: &BTreeSet<Bit>, person: Person, question: QuestionId) -> Month {
        match person {
            Person::Child(child) if content.born() == Some(question) => {
                Calendar::month(self.today, digits(CODE_BITS, |digit| set.contains(&Bit::Code(child, digit))))
            }
            _ => self.today.month(),
        }
    }

    /// The same family, told for two contents at once. What was answered in the other one's words stands beside their
    /// own, and whatever only one of the two knows is marked: without it the other content would judge another family.
    pub(crate) fn told_beside(mut self, other: &Self, own: &'static str, others: &'static str) -> Self {
        for told in &mut self.told {
            let known = other.said(told.who, &told.question);
            let unknown = |said: &&mut Said| !known.iter().any(|known| known.words == said.words);
            told.said.iter_mut().filter(unknown).for_each(|said| said.only = Some(own));
        }
        for told in &other.told {
            let known = self.said(told.who, &told.question);
            let unknown = told.said.iter().filter(|said| !known.iter().any(|known| known.words == said.words));
            let unknown: Vec<Said> = unknown.map(|said| Said { only: Some(others), ..said.clone() }).collect();
            self.tell_more(told, unknown);
        }
        self.told.sort_by_key(|told| told.who);
        self
    }

    fn said(&self, who: Who, question: &str) -> &[Said] {
        let told = self.told.iter().find(|told| told.who == who && told.question == question);
        told.map_or(&[], |told| &told.said)
    }

    fn tell_more(&mut self, of: &Told, more: Vec<Said>) {
        let known = self.told.iter_mut().find(|told| told.who == of.who && told.question == of.question);
        match known {
            Some(told) => told.said.extend(more),
            None if more.is_empty() => {}
            None => self.told.push(Told { said: more, ..of.clone() }),
        }
    }

    /// The questions that were answered.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &str> {
        self.told.iter().map(|told| told.question.as_str())
    }

    /// What each child is called.
    pub fn name(&self, key: ChildKey) -> &str {
        self.answers.child(key).map_or("", |child| child.name.as_str())
    }

    /// As a journey is written, without expectations.
    pub fn journey(&self) -> String {
        let lines = |who: Who| -> String {
            let own = self.told.iter().filter(move |told| told.who == who);
            own.map(|told| format!("  {told}\n")).collect()
        };
        let children = self.answers.children().iter();
        let children = children.map(|child| format!("child {}\n{}", child.name, lines(Who::Child(child.key))));
        format!("today {}\nfamily\n{}{}", self.today, lines(Who::Family), children.collect::<String>())
    }

    /// On one line: "f-work: looking; First c-born: 2024-03". What only one of two contents knows says so:
    /// "goals: sleep, play (only in the new content)".
    pub fn line(&self) -> String {
        let part = |told: &Told| match told.who {
            Who::Family => told.to_string(),
            Who::Child(key) => format!("{} {told}", self.name(key)),
        };
        let childless = self.answers.children().is_empty().then(|| "a family without children".to_owned());
        let said: Vec<String> = childless.into_iter().chain(self.told.iter().map(part)).collect();
        if said.is_empty() { "a family who says nothing".into() } else { said.join("; ") }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said: Vec<String> = self.said.iter().map(Said::to_string).collect();
        write!(out, "{}: {}", self.question, said.join(", "))
    }
}

impl fmt::Display for Said {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = self.only.map_or_else(String::new, |only| format!(" ({only})"));
        write!(out, "{}{mark}", self.words)
    }
}

fn answer(content: &Content, month: Option<Month>, ticks: Vec<ChoiceId>) -> Option<(Answer, Vec<Said>)> {
    let said = |words: String| Said { words, only: None };
    if let Some(month) = month {
        return Some((Answer::Month(month), vec![said(month.to_string())]));
    }
    let names = ticks.iter().map(|&tick| said(content.choice(tick).name.clone())).collect();
    (!ticks.is_empty()).then_some((Answer::Ticked(ticks), names))
}

fn kind_of_day(space: &Space, day: Day) -> Bdd {
    let code = Calendar::code(day);
    (0..DAY_BITS).fold(space.always(), |all, digit| {
        let set = code >> (DAY_BITS - 1 - digit) & 1 == 1;
        let bit = space.bit(&Bit::Day(digit));
        all.and(&if set { bit } else { bit.not() })
    })
}

/// The number whose binary digits are set, the highest first.
fn digits(how_many: usize, is_set: impl Fn(usize) -> bool) -> usize {
    (0..how_many).fold(0, |number, digit| number * 2 + usize::from(is_set(digit)))
}
