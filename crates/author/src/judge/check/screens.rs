//! Questions that share a screen: both are about the same person, neither is confided, and neither hangs on the other.

use signpost_core::catalogue::Asked;

use crate::format::draft::{Draft, WrittenLine, WrittenQuestion, WrittenSection};
use crate::judge::check::names::Names;
use crate::source::problem::Problem;

/// All problems with questions that join the one before them.
pub(crate) fn check(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    draft.sections.iter().flat_map(|section| of_section(names, section)).collect()
}

fn of_section(names: &Names<'_>, section: &WrittenSection) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, question) in section.questions.iter().enumerate().filter(|(_, question)| question.written.joins) {
        let screen = screen(&section.questions[..index]);
        problems.extend(unfit(question, screen.last()));
        problems.extend(looks(names, question, screen));
    }
    problems
}

/// The questions before that may stand on the same screen.
fn screen(before: &[WrittenQuestion]) -> &[WrittenQuestion] {
    let first = before.iter().rposition(|question| !question.written.joins).unwrap_or(0);
    &before[first..]
}

fn unfit(question: &WrittenQuestion, before: Option<&WrittenQuestion>) -> Option<Problem> {
    let problem = |says: String| Some(Problem::new(question.id.spot, says).rule("joins"));
    let id = &question.id.value;
    let Some(before) = before else {
        return problem(format!("`{id}` joins the question before it, and is the first of its section"));
    };
    let confided = [question, before].into_iter().find(|question| question.written.sensitive);
    if let Some(confided) = confided {
        return problem(format!("`{}` is sensitive, so it stands on a screen of its own", confided.id.value));
    }
    if question.about != before.about {
        return problem(format!("`{id}` joins `{}`, which is about somebody else", before.id.value));
    }
    let elsewhere = [question, before].into_iter().find(|question| question.written.asked != Asked::OnPath)?;
    problem(format!("`{}` is not asked on the path, so it shares no screen", elsewhere.id.value))
}

/// What appears while the rest of a screen is answered would move what a parent is about to press.
fn looks(names: &Names<'_>, question: &WrittenQuestion, screen: &[WrittenQuestion]) -> Option<Problem> {
    let lines = question.when.iter().chain(&question.unless).flat_map(|case| &case.lines);
    let looked = |line: &WrittenLine| {
        let uses = names.line_uses(line);
        screen.iter().find(|other| uses.contains(other.id.value.as_str())).map(|other| (line.spot, other))
    };
    let (spot, other) = lines.into_iter().find_map(looked)?;
    let says = format!("`{}` looks at `{}`, which stands on the same screen", question.id.value, other.id.value);
    Some(Problem::new(spot, says).rule("joins").meant("leave `joins` out, or let it look at something before"))
}
