//! Everything that can be said about content without running it: reads all files, looks every name up, and
//! returns all problems at once.
//!
//! `names` knows what there is; `ids`, `rules`, `screens`, `essentials`, `confided`, `protection`, `universal`, `words` and `sites` each ask one kind of question about
//! it. `lint` judges what could be built and yet should not stay: hard words, old facts, nobody who owns them.

mod confided;
pub(crate) mod essentials;
mod ids;
mod names;
mod protection;
mod rules;
mod screens;
mod sites;
mod universal;
mod words;

use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::judge::check::names::Names;
use crate::judge::lint;
use crate::source::files::Files;
use crate::source::near::{nearest, one_of};
use crate::source::problem::{At, Level, Problem, Spot};

/// Reads and checks. The draft is what was understood; with problems it must not be built.
pub fn check(files: &Files) -> (Draft, Vec<Problem>) {
    let (draft, mut problems) = crate::format::read::read(files);
    let names = Names::of(&draft);
    problems.extend(ids::check(&draft, files));
    problems.extend(rules::check(&draft, &names));
    problems.extend(screens::check(&draft, &names));
    problems.extend(essentials::check(&draft));
    problems.extend(confided::check(&draft, &names));
    problems.extend(protection::check(&draft));
    problems.extend(universal::check(&draft, &names));
    problems.extend(words::check(&draft, files));
    problems.extend(sites::check(&draft, files));
    problems.extend(references(&draft, &names));
    files.sort(&mut problems);
    (draft, problems)
}

/// Reads and checks for a build: errors only. What is built must not depend on the day, or on the clock of the
/// computer, so dates are left to [`all`].
pub fn to_build(files: &Files) -> (Draft, Vec<Problem>) {
    let (draft, mut problems) = check(files);
    problems.extend(lint::words(&draft));
    problems.retain(|problem| problem.level == Level::Error);
    files.sort(&mut problems);
    (draft, problems)
}

/// Reads, checks, and judges words, facts and owners as of today.
pub fn all(files: &Files, today: Day) -> (Draft, Vec<Problem>) {
    let (draft, mut problems) = check(files);
    problems.extend(lint::check(&draft, files, today));
    files.sort(&mut problems);
    (draft, problems)
}

/// Names outside rules: tags, goals, figures, parts of the sheet, hiding rules.
fn references(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tags: Vec<&str> = draft.hiding.iter().map(|hiding| hiding.tag.value.as_str()).collect();
    let figures: Vec<&str> = draft.figures.iter().map(|figure| figure.id.value.as_str()).collect();
    for support in draft.supports() {
        let unknown =
            |tag: &At<String>| unknown(tag, &tags, "unknown-tag", "no hiding rule of conditions.toml has the tag");
        problems.extend(support.tags.iter().filter_map(unknown));
        problems.extend(support.goals.iter().filter_map(|goal| names.unknown_choice(goal)));
    }
    let supports: Vec<&str> = draft.supports().map(|support| support.id.value.as_str()).collect();
    let questions: Vec<&str> = draft.questions().map(|(_, question)| question.id.value.as_str()).collect();
    for invariant in &draft.invariants {
        let named = invariant.supports();
        problems.extend(named.filter_map(|name| unknown(name, &supports, "unknown-support", "there is no support")));
        let asked = invariant.never_asks.iter();
        problems.extend(asked.filter_map(|name| unknown(name, &questions, "unknown-question", "there is no question")));
        let tag =
            |tag: &At<String>| unknown(tag, &tags, "unknown-tag", "no hiding rule of conditions.toml has the tag");
        problems.extend(invariant.never_tagged.iter().filter_map(tag));
    }
    problems.extend(
        draft.figure_uses.iter().filter_map(|figure| unknown(figure, &figures, "unknown-figure", "there is no figure")),
    );
    problems.extend(sheet_parts(draft));
    let named = draft.hiding.iter().flat_map(|hiding| hiding.conditions());
    problems.extend(named.filter_map(|name| names.unknown_condition(name, usize::MAX)));
    let warnings: Vec<&str> = draft.warnings().map(|word| word.key.value.as_str()).collect();
    let warned = draft.hiding.iter().filter_map(|hiding| hiding.warn.as_ref());
    let says = "words.toml has no warning";
    problems.extend(warned.filter_map(|word| unknown(word, &warnings, "unknown-warning", says)));
    problems
}

fn sheet_parts(draft: &Draft) -> Vec<Problem> {
    let asked =
        draft.questions().filter(|(_, question)| question.written.asked == signpost_core::catalogue::Asked::OnSheet);
    let parts: Vec<&str> =
        asked.flat_map(|(_, question)| &question.choices).map(|choice| choice.value.as_str()).collect();
    let named = draft.questions().filter_map(|(_, question)| question.sheet.as_ref());
    named
        .filter_map(|part| unknown(part, &parts, "unknown-part", "the question that the sheet asks has no part"))
        .collect()
}

/// More names than this help nobody.
const MOST_NAMED: usize = 20;

fn unknown(name: &At<String>, known: &[&str], rule: &'static str, says: &str) -> Option<Problem> {
    if known.contains(&name.value.as_str()) {
        return None;
    }
    let problem = Problem::new(name.spot, format!("{says} `{}`", name.value)).rule(rule);
    let guess = nearest(&name.value, known.iter().copied());
    let hint = match known.len() {
        0 => "there are none yet".to_owned(),
        1..=MOST_NAMED => one_of(known.iter().copied()),
        many => format!("there are {many} others"),
    };
    Some(problem.guess_or(guess, hint))
}

/// The beginning of a file that may not be there.
fn file_named(files: &Files, name: &str) -> Option<Spot> {
    files.iter().position(|file| file.name == name).map(Spot::top)
}
