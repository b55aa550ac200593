//! What is for every family depends on a child's age and setting only, so that nothing a parent tells in
//! confidence, and nothing about their money or their home, ever takes it away.

use std::collections::BTreeSet;

use crate::format::draft::{Draft, WrittenLine, WrittenSupport};
use crate::judge::check::names::Names;
use crate::source::problem::{Problem, Spot};

/// The section whose answers a universal support may look at.
const SETTING: &str = "3-child";

/// All problems with universal supports.
pub(crate) fn check(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    let universal = draft.supports().filter(|support| support.universal);
    universal.flat_map(|support| looks(draft, names, support)).collect()
}

fn looks(draft: &Draft, names: &Names<'_>, support: &WrittenSupport) -> Vec<Problem> {
    let cases = support.when.iter().chain(&support.unless);
    let lines = cases.flat_map(|case| &case.lines);
    let own = lines.filter_map(|line: &WrittenLine| refused(names, &names.line_uses(line), line.spot));
    let hidden = support.tags.iter().flat_map(|tag| {
        let hiding = draft.hiding.iter().filter(|hiding| hiding.tag.value == tag.value);
        let hiding = hiding.filter_map(|hiding| hiding.when.as_ref());
        hiding.filter_map(|when| refused(names, &names.condition(&when.value)?.uses, tag.spot))
    });
    own.chain(hidden).collect()
}

fn refused(names: &Names<'_>, uses: &BTreeSet<&str>, spot: Spot) -> Option<Problem> {
    let known = uses.iter().filter_map(|used| names.question_of(used));
    let bad = known.into_iter().find(|known| known.section != SETTING || known.question.written.sensitive)?;
    let id = &bad.question.id.value;
    let why = if bad.question.written.sensitive { "which is sensitive" } else { "which is not about age or setting" };
    let says = format!("a universal support looks at `{id}`, {why}");
    Some(
        Problem::new(spot, says)
            .rule("universal-looks")
            .meant(format!("make it targeted, or use only ages and questions of the section `{SETTING}`")),
    )
}
