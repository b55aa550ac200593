//! Sites add and never fork: what they name exists, and nothing they say takes the urgent numbers away.

use crate::format::draft::{Draft, WrittenSite};
use crate::format::folder;
use crate::judge::check::{ids, unknown};
use crate::source::files::Files;
use crate::source::problem::{At, Problem};

/// All problems with sites.
pub(crate) fn check(draft: &Draft, files: &Files) -> Vec<Problem> {
    let supports: Vec<&str> = draft.supports().map(|support| support.id.value.as_str()).collect();
    let topics: Vec<&str> = draft.topics.iter().map(|topic| topic.id.value.as_str()).collect();
    let of = |site: &WrittenSite| {
        let mut problems: Vec<Problem> = misnamed(site, files).into_iter().chain(in_the_way(site)).collect();
        let asked = site.asked.iter().flat_map(|asked| &asked.supports).filter(|name| !is_own(site, name));
        let named = site.hidden.iter().chain(&site.provided).chain(asked);
        problems.extend(named.filter_map(|name| unknown(name, &supports, "unknown-support", "there is no support")));
        let asked_topics = site.asked.iter().flat_map(|asked| &asked.topics);
        let extra_topics = site.extra.iter().filter_map(|(_, topic)| topic.as_ref()).chain(asked_topics);
        problems.extend(extra_topics.filter_map(|name| unknown(name, &topics, "unknown-topic", "there is no topic")));
        problems.extend(site.hidden.iter().filter_map(|name| urgent(draft, name)));
        problems.extend(site.extra.iter().filter_map(|(id, _)| taken(draft, files, id)));
        problems
    };
    draft.sites.iter().flat_map(of).collect()
}

fn is_own(site: &WrittenSite, name: &At<String>) -> bool {
    site.extra.iter().any(|(id, _)| id.value == name.value)
}

/// A site is asked for by its id, which is the name of its file.
fn misnamed(site: &WrittenSite, files: &Files) -> Option<Problem> {
    let name = files.get(site.id.spot.file)?.name.strip_prefix("sites/")?.strip_suffix(".toml")?;
    let says = format!("the site `{}` stands in the file `{name}.toml`", site.id.value);
    let meant = format!("give both one name: id = \"{name}\"");
    (site.id.value != name && !site.id.value.is_empty())
        .then(|| Problem::new(site.id.spot, says).rule("site-file").meant(meant))
}

/// The page of a site stands in a folder of the release.
fn in_the_way(site: &WrittenSite) -> Option<Problem> {
    let meant = "give the site and its file another name";
    folder::refused(&site.id.value).map(|says| Problem::new(site.id.spot, says).rule("site-file").meant(meant))
}

fn urgent(draft: &Draft, name: &At<String>) -> Option<Problem> {
    let support = draft.supports().find(|support| support.id.value == name.value)?;
    let says = format!("`{}` belongs to the urgent box, which is the same for everyone", name.value);
    support
        .written
        .urgent
        .then(|| Problem::new(name.spot, says).rule("urgent-box").meant("no site can hide it: leave it out here"))
}

/// A support of a site's own is called as none that everybody has.
fn taken(draft: &Draft, files: &Files, id: &At<String>) -> Option<Problem> {
    let other = draft.supports().find(|support| support.id.value == id.value)?;
    let meant = format!(
        "the other stands in {}: give your own another id, or add a [[service]] to that one",
        files.place(other.id.spot)
    );
    Some(ids::taken(files, "support", id, other.id.spot).meant(meant))
}
