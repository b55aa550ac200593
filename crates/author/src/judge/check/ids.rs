//! Ids: lower-case words joined by hyphens, each once.

use std::collections::BTreeMap;

use signpost_core::stamp::stamp;

use crate::format::draft::{Draft, WrittenSite};
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
        problems.extend(of_one_stamp(draft, site, files));
    }
    problems.extend(alike(files, draft.supports().map(|support| &support.id)));
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

/// A site's own supports and those that everybody has stand on one list. What everybody has is looked at once, without
/// any site.
fn of_one_stamp(draft: &Draft, site: &WrittenSite, files: &Files) -> Vec<Problem> {
    let all = draft.supports().map(|support| &support.id).chain(site.extra.iter().map(|(id, _)| id));
    let own = |problem: &Problem| site.extra.iter().any(|(id, _)| id.spot == problem.spot);
    alike(files, all).into_iter().filter(own).collect()
}

/// A list that is taken home names a support by its stamp, so no two have the same one.
fn alike<'a>(files: &Files, ids: impl Iterator<Item = &'a At<String>>) -> Vec<Problem> {
    let mut seen: BTreeMap<u16, &At<String>> = BTreeMap::new();
    let mut problems = Vec::new();
    for id in ids.filter(|id| !id.value.is_empty()) {
        let first = *seen.entry(stamp(&id.value)).or_insert(id);
        if first.value != id.value {
            let says = format!(
                "`{}` has the same stamp as `{}`, and a list taken home names supports by it",
                id.value, first.value
            );
            let meant =
                format!("the other stands in {}: give the newer of the two another id", files.place(first.spot));
            problems.push(Problem::new(id.spot, says).rule("same-stamp").meant(meant));
        }
    }
    problems
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
