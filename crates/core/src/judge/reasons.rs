//! Giving reasons: the whole verdict on a rule, a case or a line. What was weighed decides which of its parts are
//! looked into: for a yes all that hold, for a maybe what is open, for a no what rules it out.

use crate::catalogue::{About, Case, ChoiceId, Condition, ConditionId, Line, Rule};
use crate::family::Who;
use crate::judge::ages::Stands;
use crate::judge::look::Look;
use crate::judge::outline::{Outline, Truth};
use crate::judge::weigh::Judge;
use crate::judge::{Asking, Because, Ruling, Tick, Verdict};
use crate::order::in_order;
use crate::time::{AgeSpan, Start};

/// What was found on the way.
#[derive(Default)]
struct Found {
    ticks: Vec<Tick>,
    unknown: Vec<Asking>,
    rulings: Vec<Ruling>,
}

/// What age has to do with it.
#[derive(Clone, Copy, Default)]
struct Time {
    age: bool,
    start: Start,
    ends_this_month: bool,
}

impl Time {
    /// All must hold, so the latest start counts.
    fn both(self, other: Self) -> Self {
        Self {
            age: self.age || other.age,
            start: self.start.max(other.start),
            ends_this_month: self.ends_this_month || other.ends_this_month,
        }
    }

    /// Either will do, so the earliest start counts.
    fn either(self, other: Self) -> Self {
        Self {
            age: self.age || other.age,
            start: self.start.min(other.start),
            ends_this_month: self.ends_this_month && other.ends_this_month,
        }
    }
}

impl Judge<'_> {
    /// Whether and why this rule applies to this child or the family, looking `ahead` months into the future.
    pub fn rule(&self, rule: &Rule, who: Who, ahead: i32) -> Verdict {
        self.explain(rule, who, ahead, self.weigh(rule, who, ahead))
    }

    /// The reasons for what [`Judge::weigh`] said of the same rule.
    pub fn explain(&self, rule: &Rule, who: Who, ahead: i32, weighed: Outline) -> Verdict {
        let hiding = rule.unless.as_ref().filter(|_| weighed.truth == Truth::No && self.hides(rule, who));
        if let Some(unless) = hiding {
            return Verdict::No(self.hidden(unless, Look::hiding(who)));
        }
        let Some(when) = &rule.when else { return Verdict::Yes(Because::default()) };
        Found::verdict(weighed, |found| self.condition(when, Look::offering(who, ahead), weighed.truth, found))
    }

    /// One case of a rule: [`Judge::rule`] is made of these.
    pub fn case(&self, case: &Case, look: Look) -> Verdict {
        let outline = self.weigh_case(case, look);
        Found::verdict(outline, |found| self.lines(case, look, outline.truth, found))
    }

    /// One line of a case: [`Judge::case`] is made of these.
    pub fn line(&self, line: &Line, look: Look) -> Verdict {
        let outline = self.weigh_line(line, look);
        Found::verdict(outline, |found| self.reasons(line, look, outline.truth, found))
    }

    /// Cases that do not decide are left out; of those in doubt the nearest to being settled counts.
    fn condition(&self, condition: &Condition, look: Look, truth: Truth, found: &mut Found) -> Time {
        let weighed = condition.cases.iter().map(|case| (case, self.weigh_case(case, look)));
        let deciding = weighed.filter(|(_, outline)| outline.truth == truth);
        if truth == Truth::Maybe {
            let nearest = deciding.map(|(case, outline)| self.doubt(case, look, outline)).min();
            found.unknown.extend(nearest.into_iter().flat_map(|(_, _, unknown)| unknown));
            return Time::default();
        }
        let times = deciding.map(|(case, _)| self.lines(case, look, truth, found));
        times.reduce(Time::either).unwrap_or_default()
    }

    /// What one doubtful case leaves open. A tick that points this way stands before all else, then how little is open.
    fn doubt(&self, case: &Case, look: Look, outline: Outline) -> (bool, usize, Vec<Asking>) {
        let mut found = Found::default();
        self.lines(case, look, outline.truth, &mut found);
        let unknown = in_order(found.unknown);
        (!outline.pointed, unknown.len(), unknown)
    }

    /// The first line that rules a case out is enough.
    fn lines(&self, case: &Case, look: Look, truth: Truth, found: &mut Found) -> Time {
        let deciding =
            case.lines.iter().filter(|line| truth == Truth::Yes || self.weigh_line(line, look).truth == truth);
        let enough = if truth == Truth::No { 1 } else { usize::MAX };
        deciding.take(enough).map(|line| self.reasons(line, look, truth, found)).fold(Time::default(), Time::both)
    }

    fn reasons(&self, line: &Line, look: Look, truth: Truth, found: &mut Found) -> Time {
        let named = |id: &ConditionId| &self.catalogue.condition(*id).condition;
        match line {
            Line::Age(span) => return self.age(*span, look, found),
            Line::Is(id) => return self.condition(named(id), look, truth, found),
            Line::AnyChild(id) => return self.any_child(named(id), look, truth, found),
            // A tag's exception explains nothing: what it hides by does.
            Line::NotSurely(_) => {}
            Line::IsNot(id) => self.is_not(named(id), look.denied(), truth, found),
            Line::Any(choices) => self.any_of(choices, look.who, truth, found),
            Line::All(choices) => self.all_of(choices, look.who, truth, found),
            Line::None(choices) => self.none_of(choices, look.who, truth, found),
        }
        Time::default()
    }

    fn any_of(&self, choices: &[ChoiceId], who: Who, truth: Truth, found: &mut Found) {
        match truth {
            Truth::Yes => found.ticks.extend(self.standing_at(Truth::Yes, choices, who)),
            Truth::Maybe => self.ask(choices, who, found),
            Truth::No => found.rulings.push(Ruling::NoneOf(choices.to_vec(), who)),
        }
    }

    /// The first choice that is not ticked is enough.
    fn all_of(&self, choices: &[ChoiceId], who: Who, truth: Truth, found: &mut Found) {
        match truth {
            Truth::Yes | Truth::Maybe => self.any_of(choices, who, truth, found),
            Truth::No => {
                let missing = self.standing_at(Truth::No, choices, who).next();
                found.rulings.extend(missing.map(|tick| Ruling::NoneOf(vec![tick.choice], who)));
            }
        }
    }

    fn none_of(&self, choices: &[ChoiceId], who: Who, truth: Truth, found: &mut Found) {
        match truth {
            Truth::Yes => {}
            Truth::Maybe => self.ask(choices, who, found),
            Truth::No => {
                found.rulings.extend(self.standing_at(Truth::Yes, choices, who).next().map(Ruling::Ticked));
            }
        }
    }

    /// Names the questions of those choices of which nothing is known.
    fn ask(&self, choices: &[ChoiceId], who: Who, found: &mut Found) {
        let unknown = self.standing_at(Truth::Maybe, choices, who);
        let asking = |tick: Tick| Asking { question: self.catalogue.choice(tick.choice).question, who: tick.who };
        found.unknown.extend(unknown.map(asking));
    }

    /// Those of the choices that stand so, each with whom it is about.
    fn standing_at(&self, truth: Truth, choices: &[ChoiceId], who: Who) -> impl Iterator<Item = Tick> {
        let person = self.person(who);
        let standing = choices.iter().copied().filter(move |&choice| person.told(choice) == truth);
        standing.map(move |choice| Tick { choice, who: self.about(choice, who) })
    }

    fn about(&self, choice: ChoiceId, who: Who) -> Who {
        let question = self.catalogue.choice(choice).question;
        if self.catalogue.question(question).about == About::Family { Who::Family } else { who }
    }

    fn is_not(&self, condition: &Condition, look: Look, truth: Truth, found: &mut Found) {
        match truth {
            Truth::Yes => {}
            Truth::Maybe => drop(self.condition(condition, look, truth, found)),
            Truth::No => found.rulings.extend(self.hidden(condition, look)),
        }
    }

    /// What to name when a hiding condition holds: its ticks, or, where only an age made it so, that age, or else what
    /// was not ticked.
    fn hidden(&self, condition: &Condition, look: Look) -> Vec<Ruling> {
        let mut found = Found::default();
        self.condition(condition, look, Truth::Yes, &mut found);
        if !found.ticks.is_empty() {
            return in_order(found.ticks).into_iter().map(Ruling::Ticked).collect();
        }
        let lines = condition.cases.iter().flat_map(|case| &case.lines);
        let bare = |line: &Line| match line {
            Line::Age(span) => Some(Ruling::Age(*span, look.who)),
            Line::None(choices) => Some(Ruling::NoneOf(choices.clone(), look.who)),
            _ => None,
        };
        lines.filter_map(bare).collect()
    }

    /// One child is enough for a yes; a doubt is only settled by what is open about every child.
    fn any_child(&self, condition: &Condition, look: Look, truth: Truth, found: &mut Found) -> Time {
        if self.everyone(About::Child).next().is_none() {
            found.rulings.push(Ruling::NoChild);
        }
        let looks = self.everyone(About::Child).map(|who| look.at(who));
        let deciding = looks.filter(|look| self.weigh_condition(condition, *look).truth == truth);
        let times = deciding.map(|look| self.condition(condition, look, truth, found));
        times.reduce(Time::either).unwrap_or_default()
    }

    fn age(&self, span: AgeSpan, look: Look, found: &mut Found) -> Time {
        let born = self.person(look.who).born.as_slice();
        match Stands::of(span, born, self.today, look.ahead, look.reading) {
            _ if look.who == Who::Family => found.rulings.push(Ruling::NoChild),
            Stands::Outside => found.rulings.push(Ruling::Age(span, look.who)),
            Stands::Unknown => {
                let asking = |question| Asking { question, who: look.who };
                found.unknown.extend(self.catalogue.born().map(asking));
            }
            Stands::Inside(start) => {
                let ends_this_month = matches!(born, [month] if span.ends_this_month(*month, self.today));
                return Time { age: true, start, ends_this_month };
            }
        }
        Time::default()
    }
}

impl Found {
    /// What was weighed, and the reasons that are found for it.
    fn verdict(outline: Outline, find: impl FnOnce(&mut Self) -> Time) -> Verdict {
        let mut found = Self::default();
        let Time { age, start, ends_this_month } = find(&mut found);
        match outline.truth {
            Truth::Yes => Verdict::Yes(Because { ticks: in_order(found.ticks), age, start, ends_this_month }),
            Truth::Maybe => Verdict::Maybe { unknown: in_order(found.unknown), pointed: outline.pointed },
            Truth::No => Verdict::No(found.rulings),
        }
    }
}
