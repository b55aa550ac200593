//! Ids: lower-case words joined by hyphens, each once.

use std::collections::BTreeMap;

use crate::format::draft::Draft;
use crate::format::id::{is_id, mended};
use crate::format::vocabulary::ANSWERS;
use crate::source::files::Files;
use crate::source::problem::{At, Problem, Spot};

/// All problems with ids.
pub(crate) fn check(draft: &Draft, files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(of_one_kind(files, "section", draft.sections.iter().map(|section| &section.id)));
    problems.extend(of_one_kind(files, "question", draft.questions().map(|(_, question)| &question.id)));
    problems.extend(of_one_kind(files, "condition", draft.conditions.iter().map(|condition| &condition.id)));
    problems.extend(of_one_kind(files, "tag", draft.hiding.iter().map(|hiding| &hiding.tag)));
    problems.extend(of_one_kind(files, "invariant", draft.invariants.iter().map(|invariant| &invariant.id)));
    problems.extend(of_one_kind(files, "topic", draft.topics.iter().map(|topic| &topic.id)));
    problems.extend(of_one_kind(files, "support", draft.supports().map(|support| &support.id)));
    problems.extend(of_one_kind(files, "figure", draft.figures.iter().map(|figure| &figure.id)));
    problems.extend(of_one_kind(files, "site", draft.sites.iter().map(|site| &site.id)));
    for site in &draft.sites {
        problems.extend(of_one_kind(files, "support", site.extra.iter().map(|(id, _)| id)));
    }
    for (_, question) in draft.questions() {
        problems.extend(of_one_kind(files, "choice", question.choices.iter()));
        problems.extend(question.choices.iter().filter(|id| ANSWERS.contains(&id.value.as_str())).map(reserved));
    }
    problems
}

fn of_one_kind<'a>(files: &Files, kind: &str, ids: impl Iterator<Item = &'a At<String>>) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, Spot> = BTreeMap::new();
    let mut problems = Vec::new();
    for id in ids.filter(|id| !id.value.is_empty() || id.spot.end > id.spot.start) {
        let first = *seen.entry(&id.value).or_insert(id.spot);
        if first != id.spot && !id.value.is_empty() {
            problems.push(taken(files, kind, id, first));
        }
        problems.extend(misshapen(kind, id));
    }
    problems
}

/// What may stand only once stands in two places: both are named.
pub(crate) fn taken(files: &Files, kind: &str, id: &At<String>, first: Spot) -> Problem {
    let problem = Problem::new(id.spot, format!("there is already a {kind} `{}`", id.value)).rule("same-id");
    problem.meant(format!("the other stands in {}: give one of the two another id", files.place(first)))
}

fn misshapen(kind: &str, id: &At<String>) -> Option<Problem> {
    let says = format!("the id `{}` of this {kind} is not lower-case words joined by hyphens", id.value);
    let problem = Problem::new(id.spot, says).rule("bad-id");
    (!is_id(&id.value)).then(|| problem.guess_or(mended(&id.value), "write it as `such-an-id`"))
}

fn reserved(id: &At<String>) -> Problem {
    Problem::new(id.spot, format!("every question can be answered with `{}` already", id.value))
        .rule("reserved-id")
        .meant("give this choice another id")
}
