//! Who keeps each support true: its own owner, or its topic's.

use crate::format::draft::{Draft, WrittenSupport};
use crate::source::problem::Problem;

/// All supports that nobody owns.
pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    let topics = draft.topics.iter().filter(|topic| topic.owner.is_none());
    let supports = topics.flat_map(|topic| &topic.supports).filter(|support| support.owner.is_none());
    supports.map(nobodys).collect()
}

fn nobodys(support: &WrittenSupport) -> Problem {
    let says = format!("nobody owns the support `{}`", support.id.value);
    let problem = Problem::warning(support.id.spot, says).rule("no-owner");
    problem.meant("add `owner = \"…\"` to its [topic]: a role or a team, never a person's name")
}
