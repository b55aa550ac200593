//! What `cargo signpost why` says: a rule as sentences, and for one family whether each is so, and why.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::command::{End, root, shipped, signpost};
use common::{SUPPORT, with};
use signpost_author::families::english::{English, Mark};
use signpost_author::families::journey::{self, Journey};
use signpost_author::families::why::{Subject, Tags, question, support, with_family};
use signpost_author::format::draft::Draft;
use signpost_author::judge::check::check;
use signpost_author::make::build;
use signpost_author::source::files::Files;
use signpost_core::content::Content;
use signpost_core::judge::{Judge, Look};
use signpost_core::plan::Plan;
use signpost_core::time::Day;

const HELP: &str = r#"
[[support]]
id = "night-class"
kind = "targeted"
about = "child"
name = "A night class"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
ahead = "12 months"
tags = ["couple-work"]
goals = ["f-work.studying"]
offer_when = [
  { lines = [{ all = ["c-areas.sleep", "f-work.earning"] }] },
  { lines = [{ any = ["c-areas.sleep", "c-areas.nothing", "f-work.studying"] }, { age = { from = "term after 2 years", until = "september after 4 years" } }, { is = "working" }] },
]
offer_unless = [{ lines = [{ is_not = "baby" }, { none = ["f-work.studying", "f-work.earning"] }] }]
[[support]]
id = "sitter"
kind = "targeted"
about = "family"
name = "A sitter"
what = "A"
who = "A"
how = "A"
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
offer_when = [{ lines = [{ any_child = "baby" }] }]
"#;

const FAMILY: &str = "today 2026-11-23
family
  f-work: studying
child Ada
  c-born: 2024-11
  c-areas: skip
child Ben
  c-born: 2026-03
";

fn made() -> (Draft, Content) {
    let files = with(SUPPORT, |base| format!("{base}{HELP}"));
    let (draft, problems) = check(&Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
    assert_eq!(problems, []);
    let content = build::written(&draft).content().0;
    (draft, content)
}

fn why(id: &str, family: Option<&str>) -> String {
    let (draft, content) = made();
    let tags = Tags::of(&draft);
    let about = |english: &English<'_>| match Subject::named(&content, id).unwrap() {
        Subject::Support(id) => support(english, &tags, id),
        Subject::Question(id) => question(english, id),
    };
    match family {
        None => about(&English::new(&content)),
        // A family without a word of what is expected of their list is refused.
        Some(text) => with_family(&content, &read(&content, &format!("{text}offers\n  family: sitter\n")), |family| {
            about(&English { content: &content, family: Some(family) })
        }),
    }
}

fn read(content: &Content, text: &str) -> Journey {
    let files = Files::of([("family.txt", text)]);
    journey::read(content, &files).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn journeys() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/journeys")).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect()
}

fn ask(id: &str, family: Option<&str>) -> (End, String) {
    let (content, family) = (root().join("content"), family.map(|name| root().join("tests/journeys").join(name)));
    let whom = family.iter().flat_map(|path| ["--for".as_ref(), path.as_os_str()]);
    let said = signpost(
        today(),
        ["why".as_ref(), id.as_ref(), "--content".as_ref(), content.as_os_str()].into_iter().chain(whom),
    );
    (said.end, said.text)
}

#[test]
fn a_rule_reads_as_sentences_with_every_named_condition_spelled_out() {
    insta::assert_snapshot!(why("night-class", None));
    insta::assert_snapshot!(why("sitter", None));
}

#[test]
fn for_a_family_every_line_says_whether_it_is_so_and_why() {
    insta::assert_snapshot!(why("night-class", Some(FAMILY)));
    insta::assert_snapshot!(why("sitter", Some(FAMILY)));
}

#[test]
fn a_question_says_when_it_is_asked() {
    insta::assert_snapshot!(why("f-safe", None) + &why("c-areas", Some(FAMILY)));
}

#[test]
fn a_family_without_a_child_is_told_so() {
    let said = why("night-class", Some("today 2026-11-23\nfamily\n  f-work: studying\n"));
    assert!(said.contains("There is no child to offer it to."), "{said}");
}

#[test]
fn an_unknown_name_gets_one_sentence_and_a_guess() {
    let said = |id: &str| ask(id, None);
    let sentence = |text: &str| (End::CouldNotRun, format!("{text}\n"));
    assert_eq!(
        said("healthy-strat"),
        sentence("There is no support and no question `healthy-strat`. Did you mean `healthy-start`?")
    );
    assert_eq!(
        said("c-areas.sleep"),
        sentence("There is no support and no question `c-areas.sleep`. Did you mean `c-areas`?")
    );
    assert_eq!(said("qqqqqqqq"), sentence("There is no support and no question `qqqqqqqq`."));
}

#[test]
fn a_family_that_cannot_be_read_is_shown_where_it_is_wrong() {
    let (end, text) = ask("healthy-start", Some("README.md"));
    assert_eq!(end, End::CouldNotRun);
    assert!(text.contains("README.md"), "{text}");
}

/// What is said at the top for each person, and what is on the list, for every family and every support.
#[test]
fn what_is_said_to_be_offered_is_what_is_on_the_list() {
    let content = shipped();
    let tags = Tags::of(&Draft::default());
    for path in journeys() {
        let journey = read(&content, &fs::read_to_string(&path).unwrap());
        let plan = Plan::of(&content, journey.answers(), journey.today());
        with_family(&content, &journey, |family| {
            let english = English { content: &content, family: Some(family) };
            for (id, it) in content.supports().filter(|(_, support)| !support.urgent) {
                let said = support(&english, &tags, id);
                for who in family.answers.everyone(it.about) {
                    let offered = said.contains(&format!("For {}: offered from ", family.called(who)));
                    assert_eq!(offered, plan.offer(id, who).is_some(), "{} {}\n{said}", path.display(), it.name);
                }
            }
        });
    }
}

/// The lines of a case decide the case, and the cases decide the rule: nothing is judged twice in two ways.
#[test]
fn a_case_is_as_its_lines_are_and_a_rule_as_its_cases() {
    let content = shipped();
    for path in journeys() {
        let journey = read(&content, &fs::read_to_string(&path).unwrap());
        let judge = Judge::new(&content, journey.answers(), journey.today());
        for (_, support) in content.supports().filter(|(_, support)| support.rule.unless.is_none()) {
            let Some(when) = &support.rule.when else { continue };
            for who in journey.answers().everyone(support.about) {
                let look = Look::offering(who, support.ahead);
                let cases = when.cases.iter().map(|case| {
                    let case_mark = Mark::of(&judge.case(case, look));
                    let lines: Vec<Mark> = case.lines.iter().map(|line| Mark::of(&judge.line(line, look))).collect();
                    assert_eq!(case_mark, together(&lines, Mark::No, Mark::Yes), "{}", support.name);
                    case_mark
                });
                let whole = together(&cases.collect::<Vec<_>>(), Mark::Yes, Mark::No);
                let rule = Mark::of(&judge.rule(&support.rule, who, support.ahead));
                assert_eq!(rule, whole, "{} {}", path.display(), support.name);
            }
        }
    }
}

fn together(marks: &[Mark], decides: Mark, otherwise: Mark) -> Mark {
    if marks.contains(&decides) {
        decides
    } else if marks.contains(&Mark::Unknown) {
        Mark::Unknown
    } else {
        otherwise
    }
}

#[test]
fn everything_that_is_shipped_can_be_explained() {
    let content = shipped();
    let english = English::new(&content);
    for (id, _) in content.questions() {
        assert!(question(&english, id).contains("Asked "), "{}", question(&english, id));
    }
    for (id, it) in content.supports() {
        let said = support(&english, &Tags::of(&Draft::default()), id);
        assert!(it.urgent || said.contains("Offered "), "{said}");
        assert!(!said.contains(['{', '}']), "no placeholder is left: {said}");
    }
}
