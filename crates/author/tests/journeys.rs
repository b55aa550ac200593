//! Families as text: how they are read, what is said about mistakes, and what about a list that is not as expected.

#![allow(clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use common::{SUPPORT, with};
use signpost_author::families::journey::{Outcome, read, run};
use signpost_author::judge::check::check;
use signpost_author::make::build;
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_core::content::Content;

const HELP: &str = r#"
[[support]]
id = "night-class"
kind = "targeted"
about = "family"
name = "A"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
offer_when = [{ lines = [{ any = ["f-work.studying"] }] }]
offer_unless = [{ lines = [{ any = ["f-safe.no"] }] }]
[[support]]
id = "sleep-clinic"
kind = "targeted"
about = "child"
name = "A"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
ahead = "12 months"
offer_when = [{ lines = [{ any = ["c-areas.sleep"] }, { age = { from = "term after 9 months", until = "september after 4 years" } }] }]
[[support]]
id = "birthday-book"
kind = "universal"
about = "child"
name = "A"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
ahead = "12 months"
offer_when = [{ lines = [{ age = { from = "2 years" } }] }]
[[support]]
id = "call-now"
kind = "universal"
about = "family"
name = "A"
what = "A"
who = "A"
how = "A"
phone = "999"
urgent = true
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
"#;

fn content() -> Content {
    let files = with(SUPPORT, |base| format!("{base}{HELP}"));
    let (draft, found) = check(&Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
    assert_eq!(found, [], "the content of this test");
    let (content, problems) = build::written(&draft).content();
    assert_eq!(problems, [""; 0]);
    content
}

fn outcome(text: &str) -> Outcome {
    let content = content();
    let files = Files::of([("a.txt", text)]);
    let journey = read(&content, &files).unwrap_or_else(|found| panic!("{}", report::drawn(&files, &found, false)));
    run(&content, &journey)
}

fn mistakes(text: &str) -> Vec<String> {
    let files = Files::of([("a.txt", text)]);
    let found = read(&content(), &files).err().unwrap_or_default();
    found.iter().map(|problem| report::line(&files, problem)).collect()
}

/// What is said about a family of which only this is wrong.
fn mistake(family: &str) -> String {
    let found = mistakes(&format!("today 2026-11-23\n{family}\nnever\n  anyone: night-class\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn a_family_with_comments_blank_lines_and_parts_in_any_order_is_read() {
    let outcome = outcome(
        "# Who this is.\n\noffers\n  Mary Ann: sleep-clinic from 2027-01-01\ntoday 2026-11-23\nchild Mary Ann\n  c-born: 2026-03 # a baby\nfamily\n  f-work: studying, earning\n  f-safe: pna\nchild Mary Ann\n  c-areas: sleep\noffers\n  family: night-class; call-now\n  anyone: call-now; sleep-clinic; night-class from now\nchild Tom #2\n  c-areas: skip\nnever\n  Tom #2: sleep-clinic\n",
    );
    assert_eq!(outcome.failures, []);
    assert_eq!(outcome.warnings, []);
    assert_eq!(outcome.checked, 7);
}

#[test]
fn an_offer_may_start_on_a_day_in_a_month_or_at_any_time() {
    let family = "today 2026-11-23\nchild A\n  c-born: 2025-02\n  c-areas: sleep\n";
    assert_eq!(
        outcome(&format!("{family}offers\n  A: birthday-book; birthday-book from 2027-02; sleep-clinic from now\n"))
            .failures,
        []
    );
    let failures =
        outcome(&format!("{family}offers\n  A: birthday-book from 2027-02-01; birthday-book from now\n")).failures;
    let said: Vec<&str> = failures.iter().map(|failure| failure.what.as_str()).collect();
    assert_eq!(
        said,
        ["A should be offered `birthday-book` from 2027-02-01", "A should be offered `birthday-book` from now"]
    );
    assert_eq!(failures[0].meant.as_deref(), Some("offered to A from some day of 2027-02; A: yes, because of age"));
}

#[test]
fn never_counts_offers_that_start_later() {
    let failures =
        outcome("today 2026-11-23\nchild A\n  c-born: 2026-03\n  c-areas: sleep\nnever\n  anyone: sleep-clinic\n")
            .failures;
    assert_eq!(failures[0].what, "anyone should never be offered `sleep-clinic`");
    assert_eq!(
        failures[0].meant.as_deref(),
        Some("offered to A from 2027-01-01; A: yes, because of c-areas.sleep (A) and age")
    );
}

#[test]
fn a_failure_says_for_whom_what_was_found_and_why() {
    let text = "today 2026-11-23\nfamily\n  f-work: studying\n  f-safe: no\nchild A\n  c-born: 2021-01\nchild B\n  c-areas: sleep\noffers\n  anyone: sleep-clinic; night-class\n  A: night-class\n";
    let failures = outcome(text).failures;
    let said: Vec<String> = failures
        .iter()
        .map(|failure| format!("{}; {}", failure.what, failure.meant.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        said,
        [
            "anyone should be offered `sleep-clinic`; not offered; A: no, because A is not between `term after 9 months` and `september after 4 years`; B: perhaps: an answer to c-born (B) would settle it",
            "anyone should be offered `night-class`; not offered; family: no, because f-safe.no is ticked",
            "A should be offered `night-class`; never offered to A: it is for the family: write `family` or `anyone`",
        ]
    );
}

#[test]
fn the_urgent_box_is_offered_to_anyone_and_to_the_family() {
    let text = "today 2026-11-23\nfamily\n  f-work: skip\nnever\n  anyone: call-now\n  family: call-now\n";
    assert_eq!(outcome(text).failures.len(), 2);
}

#[test]
fn an_answer_that_is_not_asked_for_is_a_warning_and_does_not_count() {
    let files = with("questions/1.toml", |base| {
        base.replace(
            "id = \"f-safe\"\n",
            "id = \"f-safe\"\nask_when = [{ lines = [{ any = [\"f-work.earning\"] }] }]\n",
        )
    });
    let files: Vec<_> = files
        .into_iter()
        .map(|(name, text)| if name == SUPPORT { (name, format!("{text}{HELP}")) } else { (name, text) })
        .collect();
    let (draft, found) = check(&Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
    assert_eq!(found, []);
    let (content, _) = build::written(&draft).content();
    let journey = Files::of([(
        "a.txt",
        "today 2026-11-23\nfamily\n  f-work: studying\n  f-safe: no\noffers\n  family: night-class\n",
    )]);
    let outcome = run(&content, &read(&content, &journey).unwrap());
    assert_eq!(outcome.failures, [], "the answer did not hide it");
    assert_eq!(
        report::line(&journey, &outcome.warnings[0]),
        "a.txt:4:3: `f-safe` is not asked of family here, so this answer does not count; is it asked? no, because f-work.earning is not ticked"
    );
}

#[test]
fn a_choice_that_stands_alone_drops_the_others_with_a_warning() {
    let outcome = outcome("today 2026-11-23\nchild A\n  c-areas: sleep, nothing\nnever\n  A: sleep-clinic\n");
    assert_eq!(outcome.warnings[0].what, "`nothing` stands alone: the other choices are dropped");
    assert_eq!(outcome.failures, []);
}

#[test]
fn a_name_that_nobody_knows_is_probably_another() {
    let cases = [
        ("family\n  f-wrok: earning", "a.txt:3:3: there is no question `f-wrok`; did you mean `f-work`?"),
        ("family\n  f-work: earnin", "a.txt:3:11: `f-work` has no choice `earnin`; did you mean `earning`?"),
        (
            "family\n  f-work: studying, f-work.earning",
            "a.txt:3:21: `f-work` has no choice `f-work.earning`; did you mean `earning`?",
        ),
        ("offers\n  family: nightclass", "a.txt:3:11: there is no support `nightclass`; did you mean `night-class`?"),
        (
            "child Mary Ann\noffers\n  Mary-Ann: sleep-clinic",
            "a.txt:4:3: nobody here is called `Mary-Ann`; did you mean `Mary Ann`?",
        ),
        (
            "offers\n  family: night-class, call-now",
            "a.txt:3:11: there is no support `night-class, call-now`; supports are parted by `;`",
        ),
    ];
    cases.iter().for_each(|(family, says)| assert_eq!(mistake(family), *says));
}

#[test]
fn an_answer_in_the_wrong_part_is_sent_to_the_right_one() {
    assert_eq!(
        mistake("family\n  c-areas: sleep"),
        "a.txt:3:3: `c-areas` is answered for each child; put it under `child NAME`"
    );
    assert_eq!(mistake("child A\n  f-work: earning"), "a.txt:3:3: `f-work` is about the family; put it under `family`");
    assert_eq!(
        mistake("f-work: earning"),
        "a.txt:2:1: `f-work` stands before any part; write `family`, `child NAME`, `offers`, `first` or `never` above it"
    );
}

#[test]
fn dates_are_written_in_one_way() {
    assert_eq!(
        mistake("child A\n  c-born: 2026-3"),
        "a.txt:3:11: `2026-3` is not a month; write year and month, such as `2026-03`"
    );
    assert_eq!(
        mistake("child A\noffers\n  A: sleep-clinic from 1/1/27"),
        "a.txt:4:24: `1/1/27` is neither a day nor a month; write `from 2027-01-01`, `from 2027-01` or `from now`"
    );
    assert_eq!(
        mistake("child A\nnever\n  A: sleep-clinic from 2027-01"),
        "a.txt:4:24: `never` takes no date: it means at no time; leave `from …` out"
    );
    assert_eq!(
        mistakes("today 2026-02-30\nnever\n anyone: call-now\n"),
        ["a.txt:1:7: `2026-02-30` is not a day of the calendar; write it as `today 2026-11-23`"]
    );
    assert_eq!(
        mistakes("never\n anyone: call-now\n"),
        ["a.txt:2:19: this family has no `today`; add a line such as `today 2026-11-23`"]
    );
    assert_eq!(mistake("today 2026-11-24"), "a.txt:2:7: `today` stands here a second time");
}

#[test]
fn a_line_that_is_neither_part_nor_pair_says_what_would_be() {
    assert_eq!(
        mistake("famly"),
        "a.txt:2:1: `famly` is neither a part of a journey nor `name: …`; did you mean `family`?"
    );
    assert_eq!(mistake("child"), "a.txt:2:1: `child` is neither a part of a journey nor `name: …`; write `child NAME`");
    assert_eq!(mistake("child anyone"), "a.txt:2:7: a child cannot be called `anyone` here: it has another meaning");
    assert_eq!(mistake("family\n  f-work:"), "a.txt:3:3: nothing stands behind `f-work:`; `skip` is an answer");
    assert_eq!(mistake("family\n  f-work: earning\n  f-work: skip"), "a.txt:4:3: `f-work` is answered twice");
    assert_eq!(mistake("family\n  f-safe: yes, no"), "a.txt:3:16: `f-safe` takes one choice");
}

#[test]
fn a_family_that_could_not_fail_is_a_mistake() {
    assert_eq!(
        mistakes("today 2026-11-23\nfamily\n  f-work: earning\n"),
        [
            "a.txt:3:19: this family has none of `offers`, `first`, `never` or `before`, so it could not fail; say what must be on the list: `anyone: health-visitor`"
        ]
    );
}

#[test]
fn all_mistakes_come_at_once() {
    assert_eq!(mistakes("famly\nfamily\n  f-wrok: x\noffers\n  Bob: call-now\n").len(), 4);
}
