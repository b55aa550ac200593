//! Slips of the pen in files that are shipped: each is told on its own line, in words that anybody knows.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::path::Path;

use signpost_author::judge::check;
use signpost_author::source::files::Files;

/// The file, what stands there, what somebody made of it, where in that the line of the mistake begins, and a part of
/// what is said.
type Slip = (&'static str, &'static str, &'static str, &'static str, &'static str);

const HEALTH: &str = "support/health.toml";
const ROLE: &str = "id = \"midwife-and-antenatal\"";

const SLIPS: [Slip; 27] = [
    (HEALTH, "ways = [\"web\", \"gp\", \"phone\", \"midwife\"]", "ways = [\"web\", \"gp\"", "ways", "never closed"),
    (HEALTH, "goals = [\"goals.understand\"", "goals = \"goals.understand\"", "goals", "`]` too many"),
    (HEALTH, "ways = [\"web\"", "ways = [web\"", "ways", ""),
    (HEALTH, "ways = [\"web\", \"gp\"", "ways = [\"web, \"gp\"", "ways", "quote is missing"),
    (HEALTH, "ways = [\"web\", \"gp\"", "ways = [\"web\" \"gp\"", "ways", "comma is missing"),
    (HEALTH, "ways = [\"web\"", "ways = [“web”", "ways", "curly"),
    (HEALTH, "cost = \"free\"", "cost = “free”", "cost", "curly"),
    (HEALTH, "cost = \"free\"", "cost = \"free”", "cost", "curly"),
    (HEALTH, "cost = \"free\"", "cost = \"free", "cost", "not closed"),
    (HEALTH, "cost = \"free\"", "cost = free\"", "cost", "lost"),
    (HEALTH, "cost = \"free\"", "cost = free", "cost", "without quotes"),
    (HEALTH, "cost = \"free\"", "cost \"free\"", "cost", ""),
    (HEALTH, "cost = \"free\"", "cost: \"free\"", "cost", "letters, digits"),
    (HEALTH, "cost = \"free\"", "cost =", "cost", "nothing stands behind"),
    (HEALTH, "cost = \"free\"", "cost = \"free\" or so", "cost", "nothing may stand behind"),
    (HEALTH, "cost = \"free\"", "cost = \"free\"\ncost = \"paid\"", "cost = \"paid", "the other stands in line"),
    (HEALTH, "ask_yourself = true", "ask_yourself = yes", "ask_yourself", "neither true nor false"),
    (HEALTH, "ask_yourself = true", "ask_yourself = True", "ask_yourself", "neither true nor false"),
    (HEALTH, "ask_yourself = true", "ask_yourself = \"true\"", "ask_yourself", "without quotes"),
    (HEALTH, "checked = 2026-11-23", "checked = 23 November 2026", "checked", "write it as 2026-11-23"),
    (HEALTH, "checked = 2026-11-23", "checked = 23/11/2026", "checked", "write it as 2026-11-23"),
    (HEALTH, "checked = 2026-11-23", "checked = \"2026-11-23\"", "checked", "without quotes: 2026-11-23"),
    (HEALTH, "checked = 2026-11-23", "checked = \"23rd November 2026\"", "checked", "without quotes: 2026-11-23"),
    (HEALTH, "checked = 2026-11-23", "checked = 2026-02-30", "checked", "not a day of the calendar"),
    (HEALTH, ROLE, "id = 7", "id", "it wants text"),
    ("language.toml", "reading_age = 14", "reading_age = \"14\"", "reading_age", "without quotes"),
    (HEALTH, "[[support]]", "[[support]", "[[support]", "heading is not closed"),
];

/// What the parser says in words of its own.
const PARSERS: [&str; 6] = ["expected", "TOML", "inline table", "unquoted key", "array element", "invalid"];

#[test]
fn every_slip_is_told_on_its_line_in_words_that_anybody_knows() {
    let shipped = Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let mut wrong = Vec::new();
    for (name, right, slip, at, says) in SLIPS {
        let text = &shipped.iter().find(|file| file.name == name).unwrap().text;
        let place = text.find(right).unwrap_or_else(|| panic!("{name} has no {right}"));
        let changed = text.replacen(right, slip, 1);
        let line = changed[..place + slip.find(at).unwrap()].matches('\n').count() + 1;
        let files = Files::of([(name, changed.as_str())]);
        let (_, problems) = check::check(&files);
        let told = |problem: &&signpost_author::source::problem::Problem| {
            files.line_and_column(problem.spot).0 == line && ["not-toml", "wrong-type"].contains(&problem.rule)
        };
        let found =
            problems.iter().find(told).map(|one| format!("{}; {}", one.what, one.meant.clone().unwrap_or_default()));
        let own = |found: &String| found.contains(says) && PARSERS.iter().all(|word| !found.contains(word));
        if !found.as_ref().is_some_and(own) {
            wrong.push((
                slip,
                line,
                found,
                problems.first().map(|one| (files.line_and_column(one.spot).0, one.what.clone())),
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_bracket_of_a_rule_that_is_lost_is_told_where_it_was_opened() {
    for (text, line, says) in [
        ("[[condition]]\nid = \"a\"\n[[condition.case]]\nlines = [\n  { any = [\"a.b\"] },\n\n[[hiding]]\n", 4, "`[`"),
        (
            "[[condition]]\nid = \"a\"\n[[condition.case]]\nlines = [\n  { any = [\"a.b\"],\n  { any = [\"c.d\"] },\n]\n",
            5,
            "`{`",
        ),
        ("[[condition]]\n[[condition.case]]\nlines = [\n  { any = [\"a.b\" },\n]\n", 4, "`[`"),
        ("[[condition]]\ncase = [{ lines = [{ is = \"a\" }] ]\nid = \"b\"\n", 2, "`{`"),
    ] {
        let files = Files::of([("conditions.toml", text)]);
        let (_, problems) = check::check(&files);
        let first = problems.iter().find(|problem| problem.rule == "not-toml").unwrap();
        assert_eq!(files.line_and_column(first.spot).0, line, "{text}\n{}", first.what);
        assert!(first.what.contains(says), "{}", first.what);
    }
}
