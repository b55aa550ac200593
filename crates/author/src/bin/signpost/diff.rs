//! `cargo signpost diff`: what families get that they did not get before, and which words and figures changed.

use std::path::{Path, PathBuf};

use crate::said::{End, Said, Terminal, draft};
use signpost_author::format::draft::Draft;
use signpost_author::prove::Family;
use signpost_author::prove::diff::{self, Change, Changes, Difference, Kinds};

/// What to compare.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// The content as it was
    pub(crate) old: PathBuf,
    /// The content as it is
    #[arg(default_value = "content")]
    pub(crate) new: PathBuf,
}

/// Compares.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let read = |folder: &Path| draft(folder, terminal).map_err(|said| Said { end: End::CouldNotRun, ..said });
    let both = read(&arguments.old).and_then(|old| Ok((old, read(&arguments.new)?)));
    match both {
        Ok((old, new)) => compared(&old, &new, terminal),
        Err(said) => said,
    }
}

fn compared(old: &Draft, new: &Draft, terminal: Terminal) -> Said {
    match diff::compare(old, new, terminal.today) {
        Ok(changes) if changes.is_empty() => Said::clean("Nothing changed: every family gets the same list.\n".into()),
        Ok(changes) => Said::clean(told(&changes)),
        Err(sentence) => Said::could_not(sentence),
    }
}

fn told(changes: &Changes) -> String {
    let mut text = kinds("Questions", "asked", &changes.questions);
    text += &kinds("Supports", "offered", &changes.supports);
    let still = changes.questions.changed.is_empty() && changes.supports.changed.is_empty();
    if still {
        text += "No family meets another question or another support than before, but for those named above.\n\n";
    }
    text += &other_lists("Do these first", "first", &changes.soon);
    text += &other_lists("Warnings", "warned of", &changes.warned);
    text += &apart("Figures", &changes.figures);
    text + &apart("Texts", &changes.texts)
}

fn kinds(title: &str, verb: &str, kinds: &Kinds) -> String {
    let mut lines: Vec<String> = kinds.new.iter().map(|id| format!("  new: {id}")).collect();
    lines.extend(kinds.removed.iter().map(|id| format!("  removed: {id}")));
    lines.extend(kinds.moved.iter().map(|it| format!("  moved: {} from {} to {}", it.what, it.before, it.after)));
    lines.extend(kinds.changed.iter().flat_map(|it| changed(verb, it)));
    section(title, lines)
}

/// The same supports, offered as before, on other terms.
fn other_lists(title: &str, verb: &str, changed: &[Difference]) -> String {
    section(title, changed.iter().flat_map(|it| self::changed(verb, it)).collect())
}

fn changed(verb: &str, difference: &Difference) -> Vec<String> {
    let line = |when: &str, family: &Family| format!("    {when}: {}, on {}", family.line(), family.today);
    let gains = difference.gains.as_ref().map(|family| line(&format!("{verb} now, not before"), family));
    let loses = difference.loses.as_ref().map(|family| line(&format!("{verb} before, not now"), family));
    std::iter::once(format!("  changed: {}", difference.name)).chain(gains).chain(loses).collect()
}

fn apart(title: &str, changes: &[Change]) -> String {
    let lines = changes.iter().flat_map(|change| {
        [format!("  {}", change.what), format!("    - {}", change.before), format!("    + {}", change.after)]
    });
    section(title, lines.collect())
}

/// Nothing where there is nothing to say.
fn section(title: &str, lines: Vec<String>) -> String {
    if lines.is_empty() { String::new() } else { format!("{title}\n{}\n\n", lines.join("\n")) }
}
