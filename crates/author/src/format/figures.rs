//! Which figures the texts of a support use.

use signpost_core::texts::placeholders;
use signpost_core::written;

/// The text lines of a support, which are numbers with a word to send: the same in every language.
pub(crate) fn lines(written: &mut written::Support) -> impl Iterator<Item = &mut String> {
    std::iter::once(&mut written.text).chain(written.also.iter_mut().map(|also| &mut also.text))
}

/// Every text of a support that parents read.
pub(crate) fn texts(written: &mut written::Support) -> Vec<&mut String> {
    let own = [&mut written.name, &mut written.what, &mut written.who, &mut written.how, &mut written.hours];
    let also = written.also.iter_mut().flat_map(|also| [&mut also.name, &mut also.says]);
    let lists = written.one_of.iter_mut().chain(&mut written.all_of).chain(&mut written.questions);
    let soon = written.soon.iter_mut().map(|soon| &mut soon.says);
    own.into_iter().chain(also).chain(lists).chain(soon).collect()
}

/// The figures that the texts of a support use, by their ids.
pub(crate) fn figures_of(support: &written::Support) -> Vec<String> {
    let mut support = support.clone();
    let mut used: Vec<String> = texts(&mut support).into_iter().flat_map(|text| figures_in(text)).collect();
    used.extend(lines(&mut support).flat_map(|text| figures_in(text)));
    used
}

fn figures_in(text: &str) -> Vec<String> {
    let names = placeholders(text).unwrap_or_default().into_iter();
    names.filter_map(|name| name.strip_prefix("figures.")).map(str::to_owned).collect()
}
