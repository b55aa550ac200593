//! The judge for all families at once: the same rules as [`signpost_core::judge::Judge`], read over variables
//! instead of one family's answers. A test compares the two on families drawn by chance.

use std::collections::HashMap;
use std::rc::Rc;

use biodivine_lib_bdd::{Bdd, BddVariable};
use signpost_core::catalogue::{
    About, Case, ChoiceId, Condition, ConditionId, Line, QuestionId, Rule, Soon, SupportId,
};
use signpost_core::content::Content;
use signpost_core::judge::Reading;
use signpost_core::time::AgeSpan;

use crate::prove::calendar::{Ages, Band, CODE_BITS, Calendar, DAY_BITS};
use crate::prove::space::{Bit, Person, Space};
use crate::prove::truth::Truth;

/// Everything that was worked out so far about one content.
pub(crate) struct Model<'a> {
    pub(crate) space: &'a Space,
    pub(crate) content: &'a Content,
    calendar: &'a Calendar,
    asked: HashMap<(QuestionId, Person), Rc<Truth>>,
    supports: HashMap<(SupportId, Person), Rc<Truth>>,
    pub(super) told: HashMap<(ChoiceId, Person), Rc<Truth>>,
    named: HashMap<(ConditionId, Look), Rc<Truth>>,
    ages: HashMap<(AgeSpan, Look), Rc<Truth>>,
    bands: Vec<Band>,
    tables: HashMap<(AgeSpan, i32, Reading), Rc<Ages>>,
}

/// About whom something is asked, how far ahead, and how doubt is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub(crate) who: Person,
    pub(crate) ahead: i32,
    pub(crate) reading: Reading,
}

impl Look {
    /// As rules look when something is offered or asked.
    pub(crate) fn generous(who: Person, ahead: i32) -> Self {
        Self { who, ahead, reading: Reading::Generous }
    }

    /// As rules look when something is hidden.
    pub(crate) fn strict(who: Person) -> Self {
        Self { who, ahead: 0, reading: Reading::Strict }
    }
}

impl<'a> Model<'a> {
    /// Nothing worked out yet.
    pub(crate) fn new(space: &'a Space, content: &'a Content, calendar: &'a Calendar) -> Self {
        let (asked, supports, told, named, ages, tables) = Default::default();
        Self { space, content, calendar, asked, supports, told, named, ages, bands: calendar.bands(content), tables }
    }

    /// Whom a question, a condition or a support concerns: the family, or its first child.
    pub(crate) fn one_of(about: About) -> Person {
        if about == About::Family { Person::Family } else { Person::Child(0) }
    }

    /// The families with this person. A family is always there.
    pub(crate) fn with(&self, who: Person) -> Bdd {
        match who {
            Person::Family => self.space.always(),
            Person::Child(child) => self.space.bit(&Bit::Present(child)),
        }
    }

    /// The families whose list holds this support, for this person.
    pub(crate) fn offered(&mut self, id: SupportId, who: Person) -> Bdd {
        let truth = self.support(id, who);
        let universal = self.content.support(id).is_universal();
        let offered = if universal { truth.no.not() } else { truth.yes.clone() };
        offered.and(&self.with(who))
    }

    /// The families on whose list this support stands first, for this person: for a danger, or for a clock as well.
    pub(crate) fn soon(&mut self, id: SupportId, who: Person, is_so: impl Fn(&Soon) -> bool) -> Bdd {
        let content = self.content;
        let cases = content.support(id).soon.iter().filter(|soon| is_so(soon));
        let soon = cases.fold(self.space.never(), |soon, it| soon.or(&self.case(&it.case, Look::generous(who, 0)).yes));
        soon.and(&self.offered(id, who))
    }

    /// The families whose list warns of something beside this support, for this person.
    pub(crate) fn warned(&mut self, id: SupportId, who: Person) -> Bdd {
        let content = self.content;
        let warnings = content.support(id).warnings.iter();
        warnings.fold(self.space.never(), |warned, warning| match warning.unless {
            Some(unless) => warned.or(&self.named(unless, Look::strict(who)).yes.not()),
            None => self.space.always(),
        })
    }

    /// The families whose list holds this support for this person, with a warning beside it.
    pub(crate) fn offered_and_warned(&mut self, id: SupportId, who: Person) -> Bdd {
        self.offered(id, who).and(&self.warned(id, who))
    }

    /// Everyone whom a support can be about: the family, or each child there may be.
    pub(crate) fn everyone(&self, about: About) -> Vec<Person> {
        match about {
            About::Family => vec![Person::Family],
            About::Child => (0..self.space.children()).map(Person::Child).collect(),
        }
    }

    /// Whether the rule of a support holds.
    pub(crate) fn support(&mut self, id: SupportId, who: Person) -> Rc<Truth> {
        if let Some(known) = self.supports.get(&(id, who)) {
            return Rc::clone(known);
        }
        let support = self.content.support(id);
        let truth = Rc::new(self.rule(&support.rule, who, support.ahead));
        self.supports.insert((id, who), Rc::clone(&truth));
        truth
    }

    /// Whether a rule holds.
    fn rule(&mut self, rule: &Rule, who: Person, ahead: i32) -> Truth {
        let hidden = rule.unless.as_ref().map(|unless| self.condition(unless, Look::strict(who)).yes);
        let when = match &rule.when {
            Some(when) => self.condition(when, Look::generous(who, ahead)),
            None => self.always(),
        };
        match hidden {
            Some(hidden) => Truth { yes: when.yes.and_not(&hidden), no: when.no.or(&hidden) },
            None => when,
        }
    }

    /// Whether a question is asked of somebody.
    pub(crate) fn asked(&mut self, question: QuestionId, who: Person) -> Rc<Truth> {
        if let Some(known) = self.asked.get(&(question, who)) {
            return Rc::clone(known);
        }
        let content = self.content;
        let truth = Rc::new(self.rule(&content.question(question).rule, who, 0));
        self.asked.insert((question, who), Rc::clone(&truth));
        truth
    }

    /// Whether any case of a condition holds.
    pub(crate) fn condition(&mut self, condition: &Condition, look: Look) -> Truth {
        let cases: Vec<Truth> = condition.cases.iter().map(|case| self.case(case, look)).collect();
        cases.into_iter().reduce(|one, other| one.or(&other)).unwrap_or_else(|| self.always().not())
    }

    /// Whether all lines of a case hold.
    pub(crate) fn case(&mut self, case: &Case, look: Look) -> Truth {
        let lines: Vec<Truth> = case.lines.iter().map(|line| self.line(line, look)).collect();
        lines.into_iter().reduce(|one, other| one.and(&other)).unwrap_or_else(|| self.always())
    }

    /// Whether one line holds.
    pub(crate) fn line(&mut self, line: &Line, look: Look) -> Truth {
        match line {
            Line::Any(choices) => self.any_of(choices, look.who),
            Line::All(choices) => {
                let told: Vec<_> = choices.iter().map(|&choice| self.told(choice, look.who)).collect();
                told.iter().fold(self.always(), |all, told| all.and(told))
            }
            Line::None(choices) => self.any_of(choices, look.who).not(),
            Line::Age(span) => self.age(*span, look).as_ref().clone(),
            Line::Is(named) => self.named(*named, look).as_ref().clone(),
            Line::IsNot(named) => {
                let flipped = Look { reading: look.reading.flipped(), ahead: 0, ..look };
                self.named(*named, flipped).not()
            }
            Line::NotSurely(named) => Truth::known(self.named(*named, Look::strict(look.who)).yes.not()),
            Line::AnyChild(named) => self.any_child(*named, look),
        }
    }

    fn always(&self) -> Truth {
        Truth { yes: self.space.always(), no: self.space.never() }
    }

    fn any_of(&mut self, choices: &[ChoiceId], who: Person) -> Truth {
        let told: Vec<_> = choices.iter().map(|&choice| self.told(choice, who)).collect();
        told.iter().fold(self.always().not(), |any, told| any.or(told))
    }

    fn named(&mut self, id: ConditionId, look: Look) -> Rc<Truth> {
        let named = self.content.condition(id);
        let who = if named.about == About::Family { Person::Family } else { look.who };
        let look = Look { who, ..look };
        if let Some(known) = self.named.get(&(id, look)) {
            return Rc::clone(known);
        }
        let truth = Rc::new(self.condition(&named.condition, look));
        self.named.insert((id, look), Rc::clone(&truth));
        truth
    }

    /// No child who is not there counts.
    fn any_child(&mut self, id: ConditionId, look: Look) -> Truth {
        (0..self.space.children()).fold(self.always().not(), |any, child| {
            let who = Person::Child(child);
            let here = Truth::known(self.with(who));
            any.or(&here.and(&self.named(id, Look { who, ..look })))
        })
    }

    fn age(&mut self, span: AgeSpan, look: Look) -> Rc<Truth> {
        if let Some(known) = self.ages.get(&(span, look)) {
            return Rc::clone(known);
        }
        let truth = Rc::new(self.work_out_age(span, look));
        self.ages.insert((span, look), Rc::clone(&truth));
        truth
    }

    /// From the month of birth where it is given, else from the age band that is ticked, else unknown.
    fn work_out_age(&mut self, span: AgeSpan, look: Look) -> Truth {
        let (Person::Child(child), Some(born)) = (look.who, self.content.born()) else {
            return self.always().not();
        };
        let ages = self.tables(span, look);
        let (given, size) = (self.given(born, look.who), self.space.size());
        let (days, all) = (self.digits(None), self.digits(Some(child)));
        let month = |value| given.and(&ages.month.is(value, &all, size));
        let mut truth = Truth { yes: month(true), no: month(false) };
        for (band, table) in &ages.bands {
            let ticked = self.ticked(*band, born, look.who);
            truth.yes = truth.yes.or(&ticked.and(&table.is(true, &days, size)));
            truth.no = truth.no.or(&ticked.and(&table.is(false, &days, size)));
        }
        truth
    }

    /// The same for every child.
    fn tables(&mut self, span: AgeSpan, look: Look) -> Rc<Ages> {
        let (calendar, bands) = (self.calendar, &self.bands);
        let tables = self.tables.entry((span, look.ahead, look.reading));
        Rc::clone(tables.or_insert_with(|| Rc::new(calendar.ages(bands, span, look.ahead, look.reading))))
    }

    /// The variables of the kind of day and, for a child, of the month of birth.
    fn digits(&self, child: Option<usize>) -> Vec<BddVariable> {
        let days = (0..DAY_BITS).map(Bit::Day);
        let codes = child.into_iter().flat_map(|child| (0..CODE_BITS).map(move |digit| Bit::Code(child, digit)));
        days.chain(codes).filter_map(|bit| self.space.variable(&bit)).collect()
    }
}
