//! Weighing rules: whether they hold, not why. Questions are replayed in their order, so each looks only at those
//! before it; what was told is then one look into a table away.

use crate::catalogue::{
    About, Asked, Case, Catalogue, ChoiceId, Condition, ConditionId, Line, Question, QuestionId, Rule, Soon, Support,
    Warning, WarningId,
};
use crate::family::{Answer, Answers, ChildKey, Who};
use crate::judge::ages::{Stands, birth_months};
use crate::judge::look::Look;
use crate::judge::outline::{Outline, Truth, all, any};
use crate::time::{Day, Month};

/// Everything a verdict is made from.
pub struct Judge<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) today: Day,
    /// The family, then each child.
    pub(crate) people: Vec<Person>,
}

/// What counts for the family or one child.
pub(crate) struct Person {
    pub(crate) who: Who,
    /// Every month in which they can have been born.
    pub(crate) born: Vec<Month>,
    /// Whether each question is asked of them.
    asked: Vec<bool>,
    /// Whether each choice is ticked, by them or by the family they belong to. A choice of a question that surely is
    /// not asked is not ticked; one of a question that may be asked is unknown.
    told: Vec<Truth>,
    /// What each named condition says of them today, where it may count as true and where it must surely be.
    named: [Vec<Outline>; 2],
}

impl Person {
    fn new(catalogue: &Catalogue, answers: &Answers, today: Day, who: Who) -> Self {
        Self {
            who,
            born: birth_months(catalogue, answers, today, who),
            asked: vec![false; catalogue.questions().count()],
            told: vec![Truth::Maybe; catalogue.choices().count()],
            named: [Vec::new(), Vec::new()],
        }
    }

    /// Whether this choice is ticked.
    pub(crate) fn told(&self, choice: ChoiceId) -> Truth {
        self.told.get(choice.index()).copied().unwrap_or(Truth::Maybe)
    }
}

impl<'a> Judge<'a> {
    /// Replays all questions over the answers.
    pub fn new(catalogue: &'a Catalogue, answers: &Answers, today: Day) -> Self {
        let whos = [About::Family, About::Child].into_iter().flat_map(|about| answers.everyone(about));
        let people = whos.map(|who| Person::new(catalogue, answers, today, who)).collect();
        let mut judge = Self { catalogue, today, people };
        let (first, later): (Vec<_>, Vec<_>) =
            catalogue.questions().partition(|(_, question)| question.asked == Asked::WithName);
        first.into_iter().chain(later).for_each(|(id, question)| judge.replay(answers, id, question));
        catalogue.conditions().for_each(|(_, named)| judge.settle(&named.condition));
        judge
    }

    /// Everyone of this kind: the family, or each child.
    pub fn everyone(&self, about: About) -> impl Iterator<Item = Who> {
        let (family, children) = self.people.split_at(self.people.len().min(1));
        let people = if about == About::Family { family } else { children };
        people.iter().map(|person| person.who)
    }

    /// Whether this question counts for this child or the family.
    pub fn asks(&self, question: QuestionId, who: Who) -> bool {
        let person = self.people.iter().find(|person| person.who == who);
        person.is_some_and(|person| person.asked.get(question.index()) == Some(&true))
    }

    /// Whether this rule applies to this child or the family, looking `ahead` months into the future.
    pub fn weigh(&self, rule: &Rule, who: Who, ahead: i32) -> Outline {
        let look = Look::offering(who, ahead);
        let when = rule.when.as_ref().map_or(Outline::YES, |when| self.weigh_condition(when, look));
        if when.truth != Truth::No && self.hides(rule, who) { Outline::NO } else { when }
    }

    /// Every month in which this child can have been born: one if the parent told us, several for an age band,
    /// none where nothing is known.
    pub fn birth_months(&self, key: ChildKey) -> Vec<Month> {
        self.person(Who::Child(key)).born.clone()
    }

    /// Whether the half of a rule that hides surely holds.
    pub(super) fn hides(&self, rule: &Rule, who: Who) -> bool {
        let hides = |unless| self.weigh_condition(unless, Look::hiding(who)).truth == Truth::Yes;
        rule.unless.as_ref().is_some_and(hides)
    }

    pub(super) fn weigh_condition(&self, condition: &Condition, look: Look) -> Outline {
        any(condition.cases.iter().map(|case| self.weigh_case(case, look)))
    }

    pub(super) fn weigh_case(&self, case: &Case, look: Look) -> Outline {
        all(case.lines.iter().map(|line| self.weigh_line(line, look)))
    }

    /// Who is looked at. Of a child who is not there, only what the family told is known.
    pub(super) fn person(&self, who: Who) -> &Person {
        let own = self.people.iter().find(|person| person.who == who);
        own.unwrap_or(&self.people[0])
    }

    pub(super) fn weigh_line(&self, line: &Line, look: Look) -> Outline {
        match line {
            Line::Any(choices) => self.weigh_any(choices, look.who),
            Line::All(choices) => all(choices.iter().map(|choice| self.weigh_any(&[*choice], look.who))),
            Line::None(choices) => Outline::bare(self.weigh_any(choices, look.who).truth.not()),
            Line::Age(span) if look.who == Who::Family => Outline::NO,
            Line::Age(span) => {
                let born = &self.person(look.who).born;
                Outline::bare(Stands::of(*span, born, self.today, look.ahead, look.reading).truth())
            }
            Line::Is(named) => self.weigh_named(*named, look),
            Line::IsNot(named) => self.weigh_named(*named, look.denied()).not(),
            Line::NotSurely(named) => Outline::bare(self.surely(*named, look.who).not_surely()),
            Line::AnyChild(named) => any(self.everyone(About::Child).map(|who| self.weigh_named(*named, look.at(who)))),
        }
    }

    /// Whether a named condition holds, where doubt is no yes.
    fn surely(&self, id: ConditionId, who: Who) -> Truth {
        self.weigh_named(id, Look::hiding(who)).truth
    }

    /// What a support warns this child or the family of.
    pub fn warnings(&self, support: &Support, who: Who) -> impl Iterator<Item = WarningId> {
        let needed = move |warning: &&Warning| warning.unless.is_none_or(|named| self.surely(named, who) != Truth::Yes);
        support.warnings.iter().filter(needed).map(|warning| warning.says)
    }

    /// The most pressing danger or clock of a support for this child or the family, by its place among them.
    pub fn soonest(&self, support: &Support, who: Who) -> Option<usize> {
        let holds = |soon: &Soon| self.weigh_case(&soon.case, Look::offering(who, 0)).truth == Truth::Yes;
        let holding = support.soon.iter().enumerate().filter(|(_, soon)| holds(soon));
        holding.min_by_key(|(_, soon)| (!soon.danger, soon.within)).map(|(place, _)| place)
    }

    /// Many rules name the same few conditions, so those are weighed once, unless the rule looks into the future.
    fn weigh_named(&self, id: ConditionId, look: Look) -> Outline {
        let person = self.person(look.who);
        match person.named[look.reading as usize].get(id.index()) {
            Some(outline) if look.ahead == 0 && person.who == look.who => *outline,
            _ => self.weigh_condition(&self.catalogue.condition(id).condition, look),
        }
    }

    fn settle(&mut self, condition: &Condition) {
        for index in 0..self.people.len() {
            let who = self.people[index].who;
            for look in [Look::offering(who, 0), Look::hiding(who)] {
                let outline = self.weigh_condition(condition, look);
                self.people[index].named[look.reading as usize].push(outline);
            }
        }
    }

    fn weigh_any(&self, choices: &[ChoiceId], who: Who) -> Outline {
        let person = self.person(who);
        let truth = choices.iter().map(|&choice| person.told(choice)).max().unwrap_or(Truth::No);
        Outline { truth, pointed: truth == Truth::Yes }
    }

    /// A family is taken to live in the council area of the site, until it says otherwise.
    fn usual(&self, question: &Question) -> Option<Answer> {
        let area = self.catalogue.site().and_then(|site| site.area).filter(|_| question.asked == Asked::BySite);
        area.map(|area| Answer::Ticked(vec![area]))
    }

    fn replay(&mut self, answers: &Answers, id: QuestionId, question: &Question) {
        let counts = self.everyone(question.about).map(|who| (who, self.weigh(&question.rule, who, 0).truth));
        let (counts, usual) = (counts.collect::<Vec<_>>(), self.usual(question));
        for (who, truth) in counts {
            let answer = answers.get(self.catalogue, id, who).or(usual.as_ref());
            // What a family tells counts for each of its children.
            for person in self.people.iter_mut().filter(|person| who == Who::Family || person.who == who) {
                person.asked[id.index()] = truth == Truth::Yes && person.who == who;
                for &choice in &question.choices {
                    person.told[choice.index()] = told(self.catalogue, truth, answer, choice);
                }
            }
        }
    }
}

/// Whether a choice counts as ticked, if its question counts so.
fn told(catalogue: &Catalogue, asked: Truth, answer: Option<&Answer>, choice: ChoiceId) -> Truth {
    match (asked, answer) {
        (Truth::No, _) => Truth::No,
        (Truth::Maybe, _) => Truth::Maybe,
        (Truth::Yes, Some(Answer::Ticked(ticks))) if ticks.contains(&choice) => Truth::Yes,
        (Truth::Yes, Some(Answer::Ticked(ticks))) if ticks.iter().all(|&tick| catalogue.choice(tick).unsure) => {
            Truth::Maybe
        }
        (Truth::Yes, Some(Answer::Ticked(_) | Answer::Month(_) | Answer::Text(_))) => Truth::No,
        (Truth::Yes, Some(Answer::Skipped | Answer::PreferNotToSay) | None) => Truth::Maybe,
    }
}
