//! Which questions a rule looks at, through named conditions too. An age looks at the question that asks for it.

use std::collections::BTreeSet;

use signpost_core::catalogue::{Condition, Line, QuestionId, Rule};
use signpost_core::content::Content;

/// The questions of both halves of a rule.
pub(crate) fn of_rule(content: &Content, rule: &Rule) -> BTreeSet<QuestionId> {
    rule.when.iter().chain(&rule.unless).flat_map(|half| looked_at(content, half)).collect()
}

/// The questions of a condition.
pub(crate) fn looked_at(content: &Content, condition: &Condition) -> BTreeSet<QuestionId> {
    let lines = condition.cases.iter().flat_map(|case| &case.lines);
    lines.flat_map(|line| of_line(content, line)).collect()
}

fn of_line(content: &Content, line: &Line) -> BTreeSet<QuestionId> {
    match line {
        Line::Any(choices) | Line::All(choices) | Line::None(choices) => {
            choices.iter().map(|&choice| content.choice(choice).question).collect()
        }
        Line::Age(_) => content.born().into_iter().collect(),
        Line::Is(named) | Line::IsNot(named) | Line::AnyChild(named) | Line::NotSurely(named) => {
            looked_at(content, &content.condition(*named).condition)
        }
    }
}
