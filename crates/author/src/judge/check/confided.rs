//! What is confided is not told by what is asked next: a plain answer is kept and printed, and whoever reads it could
//! see that its question is only ever asked of those who confided something.

use crate::format::draft::{Draft, WrittenLine, WrittenQuestion};
use crate::judge::check::names::Names;
use crate::source::problem::Problem;

/// All plain questions that look at a sensitive one.
pub(crate) fn check(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    let plain = draft.questions().map(|(_, question)| question).filter(|question| !question.written.sensitive);
    plain.flat_map(|question| telling(names, question)).collect()
}

fn telling(names: &Names<'_>, question: &WrittenQuestion) -> Vec<Problem> {
    let lines = question.when.iter().chain(&question.unless).flat_map(|case| &case.lines);
    lines.filter_map(|line| tells(names, &question.id.value, line)).collect()
}

fn tells(names: &Names<'_>, own: &str, line: &WrittenLine) -> Option<Problem> {
    let sensitive = |used: &&str| names.question_of(used).is_some_and(|known| known.question.written.sensitive);
    let confided = names.line_uses(line).into_iter().find(sensitive)?;
    let says =
        format!("an answer to `{own}` would tell what was confided: it looks at `{confided}`, which is sensitive");
    let problem = Problem::new(line.spot, says).rule("tells-confided");
    Some(problem.meant(format!("ask `{own}` whatever was confided, or make it sensitive too")))
}
