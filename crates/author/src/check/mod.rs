//! Everything that can be said about content without running it: reads all files, looks every name up, and
//! returns all problems at once.
//!
//! `names` knows what there is; `ids`, `rules`, `universal`, `words` and `sites` each ask one kind of question about
//! it.

pub(crate) mod ids;
mod names;
mod rules;
mod sites;
mod universal;
mod words;

use crate::check::names::Names;
use crate::draft::Draft;
use crate::files::Files;
use crate::near::{nearest, one_of};
use crate::problem::{At, Problem, Spot};

/// Reads and checks. The draft is what was understood; with problems it must not be built.
pub fn check(files: &Files) -> (Draft, Vec<Problem>) {
    let (draft, mut problems) = crate::read::read(files);
    let names = Names::of(&draft);
    problems.extend(ids::check(&draft));
    problems.extend(rules::check(&draft, &names));
    problems.extend(universal::check(&draft, &names));
    problems.extend(words::check(&draft, files));
    problems.extend(sites::check(&draft, files));
    problems.extend(references(&draft, &names));
    files.sort(&mut problems);
    (draft, problems)
}

/// Names outside rules: tags, goals, figures, parts of the sheet, hiding rules.
fn references(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tags: Vec<&str> = draft.hiding.iter().map(|hiding| hiding.tag.value.as_str()).collect();
    let figures: Vec<&str> = draft.figures.iter().map(|figure| figure.id.value.as_str()).collect();
    for support in draft.supports() {
        let unknown = |tag: &At<String>| unknown(tag, &tags, "no hiding rule of conditions.toml has the tag");
        problems.extend(support.tags.iter().filter_map(unknown));
        problems.extend(support.goals.iter().filter_map(|goal| names.unknown_choice(goal)));
    }
    problems.extend(draft.figure_uses.iter().filter_map(|figure| unknown(figure, &figures, "there is no figure")));
    problems.extend(sheet_parts(draft));
    problems.extend(draft.hiding.iter().filter_map(|hiding| names.unknown_condition(&hiding.when, usize::MAX)));
    problems
}

fn sheet_parts(draft: &Draft) -> Vec<Problem> {
    let asked = draft.questions().filter(|(_, question)| question.written.asked == signpost_core::pack::Asked::OnSheet);
    let parts: Vec<&str> =
        asked.flat_map(|(_, question)| &question.choices).map(|choice| choice.value.as_str()).collect();
    let named = draft.questions().filter_map(|(_, question)| question.sheet.as_ref());
    named.filter_map(|part| unknown(part, &parts, "the question that the sheet asks has no part")).collect()
}

fn unknown(name: &At<String>, known: &[&str], says: &str) -> Option<Problem> {
    let problem = Problem::new(name.spot, format!("{says} `{}`", name.value));
    let guess = nearest(&name.value, known.iter().copied());
    let hint = if known.is_empty() { "there are none yet".to_owned() } else { one_of(known.iter().copied()) };
    (!known.contains(&name.value.as_str())).then(|| problem.guess_or(guess, hint))
}

/// The beginning of a file that may not be there.
fn file_named(files: &Files, name: &str) -> Option<Spot> {
    files.iter().position(|file| file.name == name).map(Spot::top)
}
