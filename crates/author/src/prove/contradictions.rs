//! Why nobody can fit a case: lines that exclude each other, and choices that cannot be ticked where they are named
//! because of when their question is asked.

use signpost_core::catalogue::{ChoiceId, Line};

use crate::format::draft::{self, Says};
use crate::prove::half::{Worked, top};
use crate::prove::model::Model;
use crate::prove::space::Person;
use crate::source::problem::{At, Problem};

/// The first line of a case that cannot hold, by itself or beside a line before it.
pub(crate) fn first(model: &Model<'_>, case: &Worked<'_>, who: Person, written: &draft::WrittenCase) -> Problem {
    let here = model.with(who);
    for (index, (line, truth)) in case.lines.iter().enumerate() {
        let excluded = |(_, other): &(&Line, crate::prove::truth::Truth)| truth.yes.and(&other.yes).is_false();
        let other = case.lines[..index].iter().position(excluded).and_then(|other| written.lines.get(other));
        let says = match other {
            _ if truth.yes.and(&here).is_false() => "this line can never hold, for any family".to_owned(),
            Some(other) => format!("no family can fit this line and the line `{}` at once", said(other)),
            None => continue,
        };
        let spot = written.lines.get(index).map_or_else(|| top(written), |line| line.spot);
        let hint = asked_when(model, line, written.lines.get(index));
        return Problem::warning(spot, says).rule("contradiction").meant(hint);
    }
    Problem::warning(top(written), "no family can fit all lines of this case at once").rule("contradiction")
}

/// Choices that nobody who fits the rest of the case can tick.
pub(crate) fn out_of_place(model: &mut Model<'_>, case: &Worked<'_>, who: Person) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, (line, _)) in case.lines.iter().enumerate() {
        let (Line::Any(choices), Some(written)) = (line, case.written.and_then(|case| case.lines.get(index))) else {
            continue;
        };
        let rest = case.lines.iter().enumerate().filter(|(other, _)| *other != index);
        let rest = rest.fold(model.with(who), |rest, (_, (_, other))| rest.and(&other.yes));
        let named = choices.iter().zip(written.choices());
        let strange = named.filter(|(choice, _)| model.told(**choice, who).yes.and(&rest).is_false());
        let strange: Vec<_> = strange.collect();
        problems.extend(strange.into_iter().map(|(choice, name)| stranger(model, *choice, name)));
    }
    problems
}

fn stranger(model: &Model<'_>, choice: ChoiceId, name: &At<String>) -> Problem {
    let question = &model.content.question(model.content.choice(choice).question).name;
    let says = format!("`{}` can never be ticked by anybody who fits the rest of this case", name.value);
    let hint = format!("look at when `{question}` is asked, and at the other lines");
    Problem::warning(name.spot, says).rule("choice-out-of-place").meant(hint)
}

/// What an author should look at: when the questions of a line are asked.
fn asked_when(model: &Model<'_>, line: &Line, written: Option<&draft::WrittenLine>) -> String {
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
fn said(line: &draft::WrittenLine) -> String {
    let names = |names: &[At<String>]| {
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
