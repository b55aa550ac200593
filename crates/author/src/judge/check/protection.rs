//! Claiming some things can harm a family, and for those a sentence protects whoever should ask for advice first. No
//! support may do without it: neither one that is called like such a thing, nor one whose tag may fail to hide it.

use crate::format::draft::{Draft, WrittenHiding, WrittenSupport};
use crate::source::problem::{At, Problem};

/// All supports and tags that do not protect.
pub(crate) fn check(draft: &Draft) -> Vec<Problem> {
    let silent = draft.hiding.iter().filter_map(silent);
    let named = draft.hiding.iter().filter(|hiding| hiding.warn.is_some());
    let bare = named.flat_map(|hiding| draft.supports().filter_map(|support| bare(draft, hiding, support)));
    silent.chain(bare).collect()
}

/// What is hidden with an exception is shown to some families who skipped the question.
fn silent(hiding: &WrittenHiding) -> Option<Problem> {
    let except = hiding.except.as_ref().filter(|_| hiding.warn.is_none())?;
    let says = format!("the tag `{}` hides with an exception and warns of nothing", hiding.tag.value);
    Some(Problem::new(except.spot, says).rule("unprotected").meant("add `warn`: the sentence that protects"))
}

fn bare(draft: &Draft, hiding: &WrittenHiding, support: &WrittenSupport) -> Option<Problem> {
    let name = &support.written.name;
    let called = |phrase: &&At<String>| name.to_lowercase().contains(&phrase.value.to_lowercase());
    let phrase = hiding.names.iter().find(called)?;
    let warns = |tag: &At<String>| draft.hiding.iter().any(|it| it.tag.value == tag.value && it.warn.is_some());
    let says = format!("“{name}” carries no sentence that protects, and is called “{}”", phrase.value);
    let problem = || Problem::new(support.id.spot, says).rule("unprotected");
    (!support.tags.iter().any(warns)).then(|| problem().meant(format!("add the tag `{}`", hiding.tag.value)))
}
