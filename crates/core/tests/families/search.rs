//! Searching all support by everyday words.

use signpost_core::content::Content;
use signpost_core::search::search;
use signpost_core::written::Written;

use crate::family::changed;

/// The names of what is found, the best first.
fn found(content: &Content, typed: &str) -> Vec<String> {
    search(content, typed).into_iter().map(|id| content.support(id).name.clone()).collect()
}

/// The small content, in which these supports are found by these words.
fn found_by(words: &'static [(&'static str, &'static str)]) -> &'static Content {
    changed(move |written: &mut Written| {
        for support in written.topics.iter_mut().flat_map(|topic| &mut topic.supports) {
            let own = words.iter().filter(|(name, _)| *name == support.id);
            support.found_by = own.map(|(_, words)| *words).collect::<Vec<_>>().join(", ");
        }
    })
}

/// The small content, in which one support is called zebras and others are found by that.
fn zebras(named: &'static str, found: &'static [&'static str]) -> &'static Content {
    changed(move |written: &mut Written| {
        for support in written.topics.iter_mut().flat_map(|topic| &mut topic.supports) {
            if support.id == named {
                support.name = "Zebras".into();
            } else if found.contains(&&*support.id) {
                support.found_by = "zebras".into();
            }
        }
    })
}

#[test]
fn what_is_called_so_stands_before_what_is_only_found_by_it() {
    let content = found_by(&[("grant", "zebras"), ("hub", "zebras and giraffes")]);
    let named = zebras("sleep-clinic", &["grant"]);
    assert_eq!(found(content, "zebras"), ["hub", "grant"], "in the order of the content");
    assert_eq!(found(named, "zebras"), ["sleep-clinic", "grant"]);
}

#[test]
fn only_what_has_most_of_the_words_is_found() {
    let content = found_by(&[("grant", "zebras"), ("hub", "zebras and giraffes")]);
    assert_eq!(found(content, "giraffes, zebras"), ["hub"]);
    assert_eq!(found(content, "Zebra penguins"), ["hub", "grant"], "what nothing has is passed over");
    assert_eq!(found(content, "penguins"), [""; 0]);
}

#[test]
fn what_is_for_danger_stands_before_what_is_as_near() {
    let content = found_by(&[("hub", "zebras"), ("helpline", "zebras"), ("grant", "zebras")]);
    assert_eq!(found(content, "zebras")[0], "helpline");
    let nearer = zebras("grant", &["hub", "helpline"]);
    assert_eq!(found(nearer, "zebras"), ["grant", "helpline", "hub"], "what is nearer stands before it");
}

#[test]
fn a_word_that_every_second_support_has_says_nothing_and_half_of_them_may_have_it() {
    let with = |many: usize| {
        changed(move |written: &mut Written| {
            written.topics.last_mut().unwrap().supports.pop();
            let supports = written.topics.iter_mut().flat_map(|topic| &mut topic.supports);
            supports.take(many).for_each(|support| support.found_by = "zebras".into());
        })
    };
    let all = with(0).catalogue.supports().count();
    assert_eq!(all % 2, 0, "half of them are some");
    assert_eq!(found(with(all / 2), "zebras").len(), all / 2);
    assert_eq!(found(with(all / 2 + 1), "zebras"), [""; 0]);
}
