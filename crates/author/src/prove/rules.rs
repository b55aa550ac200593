//! Cases and lines that can never matter: what nobody can fit, what is already said by its neighbours, what hides
//! only what is not offered anyway.

use signpost_core::catalogue::{Condition, Rule};

use crate::format::draft::{self, Says};
use crate::prove::contradictions;
use crate::prove::half::{Half, Worked, top};
use crate::prove::model::{Look, Model};
use crate::prove::space::Person;
use crate::prove::truth::Truth;
use crate::source::problem::Problem;

/// A rule, and where it was written.
pub(crate) struct WrittenRule<'a> {
    /// About whom.
    pub(crate) who: Person,
    /// How far ahead it looks, in months.
    pub(crate) ahead: i32,
    /// What it says.
    pub(crate) rule: &'a Rule,
    /// The same as it stands in the file.
    pub(crate) when: &'a [draft::WrittenCase],
    /// The same as it stands in the file; cases of hiding tags have no place here.
    pub(crate) unless: &'a [draft::WrittenCase],
}

impl<'a> WrittenRule<'a> {
    /// Its two halves, each line worked out once.
    fn halves(&self, model: &mut Model<'_>) -> (Half<'a>, Half<'a>) {
        let (generous, strict) = (Look::generous(self.who, self.ahead), Look::strict(self.who));
        let when = Half::read(model, self.rule.when.as_ref(), generous, self.when);
        (when, Half::read(model, self.rule.unless.as_ref(), strict, self.unless))
    }
}

/// Everything in a rule that can never matter.
pub(crate) fn idle(model: &mut Model<'_>, written: &WrittenRule<'_>) -> Vec<Problem> {
    let (when, unless) = written.halves(model);
    let mut problems = when.idle(model, |when| rule(model, when, &unless));
    problems.extend(unless.never_hides(model, &when));
    let idle = unless.idle(model, |unless| rule(model, &when, unless));
    let hidden = |problem: &Problem| problems.iter().any(|other| other.spot == problem.spot);
    let idle: Vec<Problem> = idle.into_iter().filter(|problem| !hidden(problem)).collect();
    problems.extend(idle);
    for case in when.cases.iter().chain(&unless.cases) {
        if !case.is_never(model, written.who) {
            problems.extend(contradictions::out_of_place(model, case, written.who));
        }
    }
    problems
}

/// Everything in a named condition that can never matter.
pub(crate) fn idle_condition(
    model: &mut Model<'_>,
    who: Person,
    condition: &Condition,
    written: &[draft::WrittenCase],
) -> Vec<Problem> {
    let half = Half::read(model, Some(condition), Look::generous(who, 0), written);
    half.idle(model, |half| half.any(model).unwrap_or_else(|| nowhere(model)))
}

fn rule(model: &Model<'_>, when: &Half<'_>, unless: &Half<'_>) -> Truth {
    let when = when.any(model).unwrap_or_else(|| nowhere(model).not());
    match unless.any(model) {
        Some(hidden) => Truth { yes: when.yes.and_not(&hidden.yes), no: when.no.or(&hidden.yes) },
        None => when,
    }
}

fn nowhere(model: &Model<'_>) -> Truth {
    Truth::known(model.space.never())
}

impl Half<'_> {
    /// `whole` says what the rule comes to with another half in this one's place.
    fn idle(&self, model: &Model<'_>, whole: impl Fn(&Self) -> Truth) -> Vec<Problem> {
        let truth = whole(self);
        let same = |half: &Self| self.same(model, &whole(half), &truth);
        let cases = self.cases.iter().enumerate().filter_map(|(index, case)| Some((index, case, case.written?)));
        cases.flat_map(|(index, case, written)| self.idle_case(model, index, case, written, same)).collect()
    }

    fn idle_case(
        &self,
        model: &Model<'_>,
        index: usize,
        case: &Worked<'_>,
        written: &draft::WrittenCase,
        same: impl Fn(&Self) -> bool,
    ) -> Vec<Problem> {
        if case.is_never(model, self.who) {
            return vec![contradictions::first(model, case, self.who, written)];
        }
        if self.cases.len() > 1 && same(&self.without_case(index)) {
            let says = "this case decides nothing: whenever it holds, another case holds as well";
            return vec![Problem::note(top(written), says).rule("idle-case").meant(REASON)];
        }
        let mut idle = |line: &usize| case.lines.len() > 1 && same(&self.without_line(index, *line));
        let found = (0..case.lines.len()).find(&mut idle);
        found.and_then(|line| written.lines.get(line)).map(already_said).into_iter().collect()
    }

    /// Cases that hide only what nobody would be offered anyway.
    fn never_hides(&self, model: &Model<'_>, when: &Self) -> Vec<Problem> {
        let perhaps = when.any(model).map_or_else(|| model.space.always(), |when| when.no.not());
        let perhaps = perhaps.and(&model.with(self.who));
        let idle = self.cases.iter().filter(|case| !case.is_never(model, self.who));
        let idle = idle.filter(|case| case.all(model).yes.and(&perhaps).is_false());
        let says = "this can never hide anything: wherever it holds, nothing is offered or asked anyway";
        idle.filter_map(|case| case.written)
            .map(|written| Problem::warning(top(written), says).rule("hides-nothing"))
            .collect()
    }

    fn same(&self, model: &Model<'_>, one: &Truth, other: &Truth) -> bool {
        let here = model.with(self.who);
        one.yes.xor(&other.yes).and(&here).is_false() && one.no.xor(&other.no).and(&here).is_false()
    }
}

/// A line that decides nothing may still be a reason that parents read: ticks are, what was not ticked is not.
fn already_said(line: &draft::WrittenLine) -> Problem {
    let says = "this line decides nothing: the rest of the rule says as much already";
    match line.says {
        Says::None(_) | Says::IsNot(_) | Says::Age(_) => {
            Problem::warning(line.spot, says).rule("idle-line").meant("take it out")
        }
        _ => Problem::note(line.spot, says).rule("idle-line").meant(REASON),
    }
}

const REASON: &str = "keep it only as a reason that parents should read";
