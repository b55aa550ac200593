//! Cases, lines and choices that can never matter: what contradicts itself, what contradicts when a question is
//! asked, what is already said by its neighbours.

use signpost_core::content::{ChoiceId, Condition, Line, Rule};

use crate::draft::{self, Says};
use crate::problem::{Problem, Spot};
use crate::prove::model::{Look, Model};
use crate::prove::space::Person;
use crate::prove::truth::Truth;

/// A rule, and where it was written.
pub(crate) struct Written<'a> {
    /// About whom.
    pub(crate) who: Person,
    /// How far ahead it looks, in months.
    pub(crate) ahead: i32,
    /// What it says.
    pub(crate) rule: &'a Rule,
    /// The same as it stands in the file.
    pub(crate) when: &'a [draft::Case],
    /// The same as it stands in the file; cases of hiding tags have no place here.
    pub(crate) unless: &'a [draft::Case],
}

/// Everything in a rule that can never matter.
pub(crate) fn idle(model: &mut Model<'_>, written: &Written<'_>) -> Vec<Problem> {
    let when = Half::read(model, written.rule.when.as_ref(), Look::generous(written.who, written.ahead), written.when);
    let unless = Half::read(model, written.rule.unless.as_ref(), Look::strict(written.who), written.unless);
    let mut problems = when.idle(model, |when| rule(model, when, &unless));
    problems.extend(unless.never_hides(model, &when));
    let idle = unless.idle(model, |unless| rule(model, &when, unless));
    let hidden = |problem: &Problem| problems.iter().any(|other| other.spot == problem.spot);
    let idle: Vec<Problem> = idle.into_iter().filter(|problem| !hidden(problem)).collect();
    problems.into_iter().chain(idle).collect()
}

/// Everything in a named condition that can never matter.
pub(crate) fn idle_condition(
    model: &mut Model<'_>,
    who: Person,
    condition: &Condition,
    written: &[draft::Case],
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

/// The cases before or behind "unless", each line worked out once.
#[derive(Clone)]
struct Half<'a> {
    cases: Vec<Worked<'a>>,
    who: Person,
}

/// A case whose lines are worked out.
#[derive(Clone)]
struct Worked<'a> {
    lines: Vec<(&'a Line, Truth)>,
    written: Option<&'a draft::Case>,
}

impl<'a> Half<'a> {
    fn read(model: &mut Model<'_>, condition: Option<&'a Condition>, look: Look, written: &'a [draft::Case]) -> Self {
        let cases = condition.into_iter().flat_map(|condition| &condition.cases).enumerate().map(|(index, case)| {
            let lines = case.lines.iter().map(|line| (line, model.line(line, look))).collect();
            Worked { lines, written: written.get(index) }
        });
        Self { cases: cases.collect(), who: look.who }
    }

    /// Whether any case holds; `None` where there is none.
    fn any(&self, model: &Model<'_>) -> Option<Truth> {
        self.cases.iter().map(|case| case.all(model)).reduce(|one, other| one.or(&other))
    }

    fn without_case(&self, case: usize) -> Self {
        let mut half = self.clone();
        half.cases.remove(case);
        half
    }

    fn without_line(&self, case: usize, line: usize) -> Self {
        let mut half = self.clone();
        half.cases[case].lines.remove(line);
        half
    }

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
        written: &draft::Case,
        same: impl Fn(&Self) -> bool,
    ) -> Vec<Problem> {
        if case.is_never(model, self.who) {
            return vec![case.contradiction(model, self.who, written)];
        }
        if self.cases.len() > 1 && same(&self.without_case(index)) {
            let says = "this case decides nothing: whenever it holds, another case holds as well";
            return vec![Problem::note(first(written), says).rule("idle-case").meant(REASON)];
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
            .map(|written| Problem::warning(first(written), says).rule("hides-nothing"))
            .collect()
    }

    fn same(&self, model: &Model<'_>, one: &Truth, other: &Truth) -> bool {
        let here = model.with(self.who);
        one.yes.xor(&other.yes).and(&here).is_false() && one.no.xor(&other.no).and(&here).is_false()
    }
}

/// A line that decides nothing may still be a reason that parents read: ticks are, what was not ticked is not.
fn already_said(line: &draft::Line) -> Problem {
    let says = "this line decides nothing: the rest of the rule says as much already";
    match line.says {
        Says::None(_) | Says::IsNot(_) | Says::Age(_) => {
            Problem::warning(line.spot, says).rule("idle-line").meant("take it out")
        }
        _ => Problem::note(line.spot, says).rule("idle-line").meant(REASON),
    }
}

const REASON: &str = "keep it only as a reason that parents should read";

fn first(case: &draft::Case) -> Spot {
    case.lines.first().map(|line| line.spot).unwrap_or_default()
}

impl Worked<'_> {
    fn all(&self, model: &Model<'_>) -> Truth {
        let all = Truth::known(model.space.always());
        self.lines.iter().fold(all, |all, (_, line)| all.and(line))
    }

    fn is_never(&self, model: &Model<'_>, who: Person) -> bool {
        self.all(model).yes.and(&model.with(who)).is_false()
    }

    /// Names the first line that cannot hold, by itself or with a line before it.
    fn contradiction(&self, model: &Model<'_>, who: Person, written: &draft::Case) -> Problem {
        let here = model.with(who);
        let spot = |line: usize| written.lines.get(line).map_or_else(|| first(written), |line| line.spot);
        for (index, (line, truth)) in self.lines.iter().enumerate() {
            if truth.yes.and(&here).is_false() {
                let says = "this line can never hold, for any family";
                return Problem::warning(spot(index), says).rule("contradiction").meant(asked_when(
                    model,
                    line,
                    written.lines.get(index),
                ));
            }
            let before = self.lines[..index].iter().position(|(_, other)| truth.yes.and(&other.yes).is_false());
            if let Some(other) = before.and_then(|other| written.lines.get(other)) {
                let says = format!("no family can fit this line and the line `{}` at once", said(other));
                return Problem::warning(spot(index), says).rule("contradiction").meant(asked_when(
                    model,
                    line,
                    written.lines.get(index),
                ));
            }
        }
        Problem::warning(first(written), "no family can fit all lines of this case at once").rule("contradiction")
    }
}

/// What an author should look at: when the questions of a line are asked.
fn asked_when(model: &Model<'_>, line: &Line, written: Option<&draft::Line>) -> String {
    let choices: &[ChoiceId] = match line {
        Line::Any(choices) | Line::All(choices) | Line::None(choices) => choices,
        _ => &[],
    };
    let mut questions: Vec<&str> = choices
        .iter()
        .map(|&choice| model.content.question(model.content.choice(choice).question))
        .filter(|question| question.rule.when.is_some() || question.rule.unless.is_some())
        .map(|question| question.name.as_str())
        .collect();
    questions.dedup();
    match (questions.as_slice(), written.and_then(|line| line.condition())) {
        ([], Some(name)) => format!("look at the condition `{}`", name.value),
        ([], None) => "change one of the two".into(),
        (asked, _) => format!("look at when `{}` is asked", asked.join("` and `")),
    }
}

/// A line in short, for naming it.
fn said(line: &draft::Line) -> String {
    let names = |names: &[crate::problem::At<String>]| {
        let shown: Vec<&str> = names.iter().take(2).map(|name| name.value.as_str()).collect();
        let more = if names.len() > 2 { ", …" } else { "" };
        format!("{}{more}", shown.join(", "))
    };
    match &line.says {
        Says::Any(choices) => format!("any {}", names(choices)),
        Says::All(choices) => format!("all {}", names(choices)),
        Says::None(choices) => format!("none {}", names(choices)),
        Says::Age(_) => "age".into(),
        Says::Is(name) => format!("is {}", name.value),
        Says::IsNot(name) => format!("is_not {}", name.value),
        Says::AnyChild(name) => format!("any_child {}", name.value),
    }
}

/// Choices of a line that cannot be ticked by anybody who fits the rest of its case: the case contradicts when
/// their question is asked.
pub(crate) fn out_of_place(model: &mut Model<'_>, written: &Written<'_>) -> Vec<Problem> {
    let when = (written.rule.when.as_ref(), Look::generous(written.who, written.ahead), written.when);
    let unless = (written.rule.unless.as_ref(), Look::strict(written.who), written.unless);
    let mut problems = Vec::new();
    for (condition, look, drafts) in [when, unless] {
        let half = Half::read(model, condition, look, drafts);
        for case in &half.cases {
            if !case.is_never(model, written.who) {
                problems.extend(case.strangers(model, written.who));
            }
        }
    }
    problems
}

impl Worked<'_> {
    fn strangers(&self, model: &mut Model<'_>, who: Person) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (index, (line, _)) in self.lines.iter().enumerate() {
            let (Line::Any(choices), Some(written)) = (line, self.written.and_then(|case| case.lines.get(index)))
            else {
                continue;
            };
            let rest = self.lines.iter().enumerate().filter(|(other, _)| *other != index);
            let rest = rest.fold(model.with(who), |rest, (_, (_, other))| rest.and(&other.yes));
            for (choice, name) in choices.iter().zip(written.choices()) {
                if model.told(*choice, who).yes.and(&rest).is_false() {
                    let question = &model.content.question(model.content.choice(*choice).question).name;
                    let says =
                        format!("`{}` can never be ticked by anybody who fits the rest of this case", name.value);
                    let hint = format!("look at when `{question}` is asked, and at the other lines");
                    problems.push(Problem::warning(name.spot, says).rule("choice-out-of-place").meant(hint));
                }
            }
        }
        problems
    }
}
