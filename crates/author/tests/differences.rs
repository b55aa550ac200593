//! What `cargo signpost diff` says changed: behaviour by proof, words and figures apart.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use common::{CONDITIONS, FIGURES, QUESTIONS, SUPPORT, problems, with};
use signpost_author::judge::check::check;
use signpost_author::prove::Family;
use signpost_author::prove::diff::{Change, Changes, compare};
use signpost_core::time::Day;

const GRANT: &str = r#"[[support]]
id = "grant"
kind = "targeted"
about = "family"
name = "Grant"
what = "Money."
who = "Everyone."
how = "Ask."
cost = "free"
checked = 2026-11-23
source = "read somewhere"
sure = "high"
offer_when = [{ lines = [{ is = "working" }] }]
"#;

fn changes(change: impl Fn(&str, &str) -> String) -> Changes {
    let old = with(SUPPORT, |base| format!("{base}{GRANT}"));
    let new: Vec<(String, String)> = old.iter().map(|(name, text)| (name.clone(), change(name, text))).collect();
    let draft = |files: &[(String, String)]| check(&problems(files).0).0;
    compare(&draft(&old), &draft(&new), Day::parse("2026-11-24").unwrap()).unwrap()
}

fn line(family: &Option<Family>) -> String {
    family.as_ref().map(Family::line).unwrap_or_default()
}

#[test]
fn the_same_content_has_not_changed() {
    assert!(changes(|_, text| text.to_owned()).is_empty());
}

#[test]
fn a_rule_that_says_the_same_in_other_words_is_no_change() {
    let other = changes(|name, text| match name {
        SUPPORT => text.replace(r#"{ is = "working" }"#, r#"{ all = ["f-work.earning"] }"#),
        _ => text.to_owned(),
    });
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_changed_condition_shows_on_the_support_that_uses_it_both_ways() {
    let changed = changes(|name, text| match name {
        CONDITIONS => text.replace("f-work.earning", "f-work.studying"),
        _ => text.to_owned(),
    });
    assert_eq!(changed.supports.changed.len(), 1);
    let grant = &changed.supports.changed[0];
    assert_eq!(
        (grant.name.as_str(), line(&grant.gains), line(&grant.loses)),
        ("grant", "f-work: studying".to_owned(), "f-work: earning".to_owned(),)
    );
}

#[test]
fn a_narrower_rule_takes_away_and_gives_nothing() {
    let changed = changes(|name, text| match name {
        SUPPORT => text.replace(r#"{ is = "working" }"#, r#"{ all = ["f-work.earning", "f-work.studying"] }"#),
        _ => text.to_owned(),
    });
    let grant = &changed.supports.changed[0];
    assert_eq!((line(&grant.gains), line(&grant.loses)), (String::new(), "f-work: earning".to_owned()));
}

#[test]
fn what_is_new_or_gone_is_named_and_nothing_else() {
    let new = changes(|name, text| match name {
        SUPPORT => format!("{text}{}", GRANT.replace("\"grant\"", "\"loan\"")),
        _ => text.to_owned(),
    });
    assert_eq!((new.supports.new, new.supports.changed.len()), (vec!["loan".to_owned()], 0));
    let gone = changes(|name, text| if name == SUPPORT { text.replace(GRANT, "") } else { text.to_owned() });
    assert_eq!(gone.supports.removed, ["grant"]);
}

#[test]
fn words_and_figures_are_told_apart_from_behaviour() {
    let changed = changes(|name, text| match name {
        SUPPORT => text.replace("Money.", "Some money."),
        FIGURES => text.replace("£100", "£120"),
        _ => text.to_owned(),
    });
    let change = |what: &str, before: &str, after: &str| Change {
        what: what.into(),
        before: before.into(),
        after: after.into(),
    };
    assert_eq!(changed.texts, [change("grant what", "Money.", "Some money.")]);
    assert_eq!(changed.figures, [change("limit", "£100", "£120")]);
    assert!(changed.supports.changed.is_empty() && changed.questions.changed.is_empty());
}

#[test]
fn a_choice_that_is_gone_takes_its_support_from_who_ticked_it() {
    let changed = changes(|name, text| match name {
        SUPPORT => text.replace(r#"{ is = "working" }"#, r#"{ any = ["f-work.studying"] }"#),
        _ => text.to_owned(),
    });
    assert_eq!(line(&changed.supports.changed[0].gains), "f-work: studying");
}

/// A support that is hidden where nothing better is wanted, and what the parent wants.
const HIDDEN: &str = r#"
[[support.offer_unless]]
lines = [{ any = ["f-work.studying"] }, { none = ["f-wish.money"] }]
"#;

const WISH: &str = r#"
[[question]]
id = "f-wish"
about = "family"
kind = "many"
text = "What would you like?"
choice = [{ id = "money", label = "Money" }]
"#;

#[test]
fn a_choice_that_only_the_new_content_knows_is_told_where_it_makes_the_difference() {
    let old = with(SUPPORT, |base| format!("{base}{GRANT}{HIDDEN}"));
    let with_wish = |(name, text): &(String, String), wish: &str| {
        (name.clone(), if name == QUESTIONS { format!("{text}{wish}") } else { text.clone() })
    };
    let play = WISH.replace("label = \"Money\" }", "label = \"Money\" }, { id = \"play\", label = \"Play\" }");
    let draft = |wish: &str| check(&problems(&old.iter().map(|it| with_wish(it, wish)).collect::<Vec<_>>()).0).0;
    let compared = |old: &str, new: &str| compare(&draft(old), &draft(new), Day::parse("2026-11-24").unwrap()).unwrap();
    let told = |changes: &Changes| {
        let grant = &changes.supports.changed[0];
        (line(&grant.gains), line(&grant.loses))
    };
    let only = |content: &str| format!("f-work: earning, studying; f-wish: play (only in the {content} content)");
    assert_eq!(told(&compared(WISH, &play)), (String::new(), only("new")));
    assert_eq!(told(&compared(&play, WISH)), (only("old"), String::new()));
}

#[test]
fn a_question_that_only_the_new_content_asks_is_told_where_it_makes_the_difference() {
    let branch = |text: &str| text.replace("{ is = \"working\" }", "{ any = [\"f-wish.money\"] }");
    let changed = changes(|name, text| match name {
        QUESTIONS => format!("{text}{WISH}"),
        _ => branch(text),
    });
    let grant = &changed.supports.changed[0];
    assert_eq!(line(&grant.gains), "f-wish: money (only in the new content)");
    assert_eq!(line(&grant.loses), "f-work: earning");
}
