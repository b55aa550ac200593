//! What is asked of a parent who has only two minutes: few questions, none private.

use crate::format::draft::{Draft, WrittenSection};
use crate::source::problem::Problem;

/// As many questions as two minutes have.
pub(crate) const MOST: usize = 8;

/// All problems with what is essential.
pub(crate) fn check(draft: &Draft) -> Vec<Problem> {
    let essential = draft.questions().filter(|(_, question)| question.written.essential).map(|(section, question)| {
        let problem = |says: String| Problem::new(question.id.spot, says).rule("essential");
        (problem, &question.id.value, is_private(section) || question.written.sensitive)
    });
    let mut problems = Vec::new();
    for (number, (problem, id, private)) in essential.enumerate() {
        if private {
            let says = format!("`{id}` is private, and whoever is in a hurry passes every door by");
            problems.push(problem(says).meant("leave `essential` out"));
        }
        if number >= MOST {
            let says =
                format!("`{id}` would be essential question number {}, and there is time for {MOST}", number + 1);
            problems.push(problem(says).meant("leave `essential` out of one of them"));
        }
    }
    problems
}

fn is_private(section: &WrittenSection) -> bool {
    section.written.door.is_some()
}
