//! A family that a proof found, as answers and as the text of a journey.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;
use signpost_core::answers::{Answer, Answers, ChildKey, Who};
use signpost_core::content::{ChoiceId, Content, QuestionId};
use signpost_core::month::Day;
use signpost_core::pack::{About, Kind};

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
    told: Vec<(Who, String, String)>,
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
        let on_the_day = holds.and(&kind_of_day(space, today));
        let found = smallest::family(space, if on_the_day.is_false() { holds } else { &on_the_day })?;
        Some(Self::of(content, calendar, &found.into_iter().collect()))
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
            if let Some((answer, text)) = self.answer(content, set, person, id, given, ticks) {
                self.answers.set(content, id, who, Some(answer));
                self.told.push((who, question.name.clone(), text));
            }
        }
    }

    fn answer(
        &self,
        content: &Content,
        set: &BTreeSet<Bit>,
        person: Person,
        id: QuestionId,
        given: bool,
        ticks: Vec<ChoiceId>,
    ) -> Option<(Answer, String)> {
        if let (true, Person::Child(child)) = (given && content.born() == Some(id), person) {
            let code = digits(CODE_BITS, |digit| set.contains(&Bit::Code(child, digit)));
            let month = Calendar::month(self.today, code);
            return Some((Answer::Month(month), month.to_string()));
        }
        let names: Vec<&str> = ticks.iter().map(|&tick| content.choice(tick).name.as_str()).collect();
        let text = names.join(", ");
        (!ticks.is_empty()).then_some((Answer::Ticked(ticks), text))
    }

    /// What each child is called.
    pub fn name(&self, key: ChildKey) -> &str {
        self.answers.child(key).map_or("", |child| child.name.as_str())
    }

    /// As a journey is written, without expectations.
    pub fn journey(&self) -> String {
        let lines = |who: Who| -> String {
            let own = self.told.iter().filter(move |(told, ..)| *told == who);
            own.map(|(_, question, answer)| format!("  {question}: {answer}\n")).collect()
        };
        let children = self.answers.children().iter();
        let children = children.map(|child| format!("child {}\n{}", child.name, lines(Who::Child(child.key))));
        format!("today {}\nfamily\n{}{}", self.today, lines(Who::Family), children.collect::<String>())
    }

    /// On one line: "f-work: looking; First: c-born: 2024-03".
    pub fn line(&self) -> String {
        let part = |(who, question, answer): &(Who, String, String)| match who {
            Who::Family => format!("{question}: {answer}"),
            Who::Child(key) => format!("{} {question}: {answer}", self.name(*key)),
        };
        let said: Vec<String> = self.told.iter().map(part).collect();
        if said.is_empty() { "a family who says nothing".into() } else { said.join("; ") }
    }
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
