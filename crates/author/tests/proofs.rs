//! Each mistake that no single family would show is found by proof, and named where it stands.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use common::{CONDITIONS, QUESTIONS, SUPPORT, problems, with};
use signpost_author::judge::check::check;
use signpost_author::prove::{Proof, prove};
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_core::time::Day;

/// A universal support, so that the small content has one; and the question after which another is asked.
const GROUND: &str = r#"
[[support]]
id = "hub"
kind = "universal"
about = "family"
name = "Hub"
what = "A hub."
who = "Everyone."
how = "Go there."
cost = "free"
checked = 2026-11-23
source = "read somewhere"
sure = "high"
"#;

fn targeted(id: &str, about: &str, rules: &str) -> String {
    let hub = GROUND.replace("hub", id).replace("universal", "targeted");
    format!("{}{rules}\n", hub.replace("about = \"family\"", &format!("about = \"{about}\"")))
}

struct Given(Vec<(String, String)>);

/// The small content with these supports.
fn supports(more: &str) -> Given {
    Given(with(SUPPORT, |base| format!("{base}{GROUND}{more}")))
}

impl Given {
    /// The same, with more at the end of another file.
    fn and(mut self, file: &str, more: &str) -> Self {
        match self.0.iter_mut().find(|(name, _)| name == file) {
            Some((_, text)) => text.push_str(more),
            None => self.0.push((file.into(), more.into())),
        }
        self
    }

    fn proof(&self) -> (Files, Proof) {
        let (files, found) = problems(&self.0);
        let found: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
        assert_eq!(found, [""; 0], "the content itself");
        let proof = prove(&check(&files).0, Day::parse("2026-11-24").unwrap()).unwrap();
        (files, proof)
    }

    /// What the proof finds, of everything that speaks of `about`.
    fn finds(&self, about: &str) -> Vec<String> {
        let (files, proof) = self.proof();
        let found = proof.problems.iter().map(|problem| report::line(&files, problem));
        let found = found.filter(|line| line.contains(about));
        found.map(|line| line.split_once(": ").map(|(_, says)| says.to_owned()).unwrap()).collect()
    }
}

#[test]
fn a_sound_rule_is_left_alone() {
    let rules = r#"offer_when = [{ lines = [{ any = ["f-work.earning"] }] }]"#;
    let given = supports(&targeted("grant", "family", rules));
    assert_eq!(given.finds("support/"), [""; 0]);
    let (_, proof) = given.proof();
    let grant = proof.supports.iter().find(|reached| reached.name == "grant").unwrap();
    assert_eq!(grant.family.as_ref().unwrap().line(), "f-work: earning");
}

#[test]
fn a_support_that_nobody_can_be_offered_is_found_with_the_lines_that_contradict() {
    let rules = r#"offer_when = [{ lines = [{ any = ["c-areas.nothing"] }, { any = ["c-areas.sleep"] }] }]"#;
    assert_eq!(
        supports(&targeted("grant", "child", rules)).finds("support/"),
        [
            "no family is ever offered `grant`; look at its offer_when, its offer_unless and its tags",
            "no family can fit this line and the line `any c-areas.nothing` at once; change one of the two",
        ]
    );
}

#[test]
fn two_ages_that_never_meet_are_found() {
    let rules = r#"offer_when = [{ lines = [{ age = { until = "1 year" } }, { age = { from = "2 years" } }] }]"#;
    let found = supports(&targeted("grant", "child", rules)).finds("at once");
    assert_eq!(found, ["no family can fit this line and the line `age` at once; change one of the two"]);
}

#[test]
fn a_question_that_nobody_is_asked_is_found() {
    let question = r#"
[[question]]
id = "f-more"
about = "family"
kind = "one"
text = "More?"
choice = [{ id = "yes", label = "Yes" }]
ask_when = [{ lines = [{ any = ["f-work.earning"] }, { none = ["f-work.earning"] }] }]
"#;
    let found = supports("").and(QUESTIONS, question).finds("is ever asked");
    assert_eq!(found, ["no family is ever asked `f-more`; look at its ask_when and ask_unless"]);
}

const CARE: &str = r#"
[[question]]
id = "c-care"
about = "child"
kind = "one"
text = "Much care?"
choice = [{ id = "a-lot", label = "A lot" }, { id = "little", label = "Little" }]
ask_when = [{ lines = [{ any = ["c-areas.sleep"] }] }]
"#;

#[test]
fn a_choice_that_contradicts_when_its_question_is_asked_is_found() {
    let rules =
        r#"offer_when = [{ lines = [{ any = ["c-areas.nothing"] }, { any = ["c-care.a-lot", "f-work.earning"] }] }]"#;
    let found = supports(&targeted("grant", "child", rules)).and(QUESTIONS, CARE).finds("c-care.a-lot` can");
    assert_eq!(
        found,
        [
            "`c-care.a-lot` can never be ticked by anybody who fits the rest of this case; look at when `c-care` is asked, and at the other lines"
        ]
    );
}

#[test]
fn a_line_that_decides_nothing_is_found_and_a_reason_may_stay() {
    let rules = r#"offer_when = [{ lines = [{ any = ["c-care.a-lot"] }, { any = ["c-areas.sleep"] }, { none = ["c-areas.nothing"] }] }]"#;
    let given = supports(&targeted("grant", "child", rules)).and(QUESTIONS, CARE);
    let found = given.finds("decides nothing");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("keep it only as a reason that parents should read"), "{found:?}");
    let hidden = r#"offer_when = [{ lines = [{ any = ["c-care.a-lot"] }, { none = ["c-areas.nothing"] }] }]"#;
    let found = supports(&targeted("grant", "child", hidden)).and(QUESTIONS, CARE).finds("decides nothing");
    assert_eq!(found, ["this line decides nothing: the rest of the rule says as much already; take it out"]);
}

#[test]
fn a_rule_that_hides_only_what_is_not_offered_is_found() {
    let rules = r#"offer_when = [{ lines = [{ any = ["c-areas.sleep"] }] }]
offer_unless = [{ lines = [{ any = ["c-areas.nothing"] }] }]"#;
    let found = supports(&targeted("grant", "child", rules)).finds("support/");
    assert_eq!(found, ["this can never hide anything: wherever it holds, nothing is offered or asked anyway"]);
}

#[test]
fn a_targeted_support_that_everybody_who_answers_is_offered_is_found() {
    let rules = r#"offer_when = [{ lines = [{ any = ["f-work.earning", "f-work.studying"] }] }]"#;
    assert_eq!(
        supports(&targeted("grant", "family", rules)).finds("`grant`"),
        ["everybody who answers is offered `grant`, though it is targeted; make it universal, or say for whom it is"]
    );
}

#[test]
fn a_condition_that_nothing_uses_is_found() {
    assert_eq!(supports("").finds("`working`"), ["nothing uses the condition `working`; take it out, or use it"]);
}

#[test]
fn a_choice_and_a_question_that_change_nothing_are_found() {
    let rules = r#"offer_when = [{ lines = [{ any = ["f-work.earning"] }] }]"#;
    let given = supports(&targeted("grant", "family", rules));
    assert_eq!(given.finds("f-work"), [""; 0], "studying is an answer too: it says that nobody earns");
    assert_eq!(
        given.finds("`c-areas`"),
        ["whatever is answered to `c-areas`, nothing changes; ask nothing that changes nothing: take it out"]
    );
    let unless = r#"offer_when = [{ lines = [{ age = { from = "2 years" } }] }]
offer_unless = [{ lines = [{ any = ["c-areas.nothing"] }] }]"#;
    let found = supports(&targeted("grant", "child", unless)).finds("c-areas");
    assert_eq!(found, ["ticking `c-areas.sleep` changes nothing"]);
}

fn invariant(demands: &str, lines: &str) -> String {
    format!(
        "[[invariant]]\nid = \"never-so\"\nabout = \"family\"\nsays = \"Nobody who earns is offered a grant.\"\n{demands}\ncase = [{{ lines = [{lines}] }}]\n"
    )
}

#[test]
fn a_broken_invariant_shows_the_smallest_family_who_breaks_it() {
    let rules = r#"offer_when = [{ lines = [{ any = ["f-work.studying"] }] }]"#;
    let given = supports(&targeted("grant", "family", rules))
        .and("invariants.toml", &invariant(r#"never = ["grant"]"#, r#"{ any = ["f-work.earning"] }"#));
    assert_eq!(
        given.finds("not so"),
        [
            "not so: Nobody who earns is offered a grant. But `grant` is offered to this family; f-work: earning, studying"
        ]
    );
}

#[test]
fn an_invariant_that_holds_is_proven() {
    let rules = r#"offer_when = [{ lines = [{ any = ["f-work.studying"] }] }]
offer_unless = [{ lines = [{ any = ["f-work.earning"] }] }]"#;
    let given = supports(&targeted("grant", "family", rules))
        .and("invariants.toml", &invariant(r#"never = ["grant"]"#, r#"{ any = ["f-work.earning"] }"#));
    assert_eq!(given.finds("not so"), [""; 0]);
    assert!(given.proof().1.proven.contains(&"Nobody who earns is offered a grant.".to_owned()));
}

#[test]
fn a_tag_stands_for_every_support_that_has_it() {
    let rules = "tags = [\"couple-work\"]\noffer_when = [{ lines = [{ any = [\"f-work.studying\"] }] }]";
    let given = supports(&targeted("grant", "family", rules));
    let of = |choice: &str| invariant(r#"never_tagged = ["couple-work"]"#, &format!("{{ any = [\"{choice}\"] }}"));
    assert_eq!(given.and("invariants.toml", &of("f-safe.no")).finds("not so"), [""; 0]);
    let given = supports(&targeted("grant", "family", rules)).and("invariants.toml", &of("f-safe.yes"));
    assert_eq!(given.finds("not so").len(), 1);
}

#[test]
fn what_must_always_be_offered_is_missed_where_it_is_not() {
    let always = invariant(r#"always = ["hub"]"#, r#"{ any = ["f-work.earning"] }"#);
    assert_eq!(supports("").and("invariants.toml", &always).finds("not so"), [""; 0]);
    let grant = targeted("grant", "family", r#"offer_when = [{ lines = [{ any = ["f-work.studying"] }] }]"#);
    let always = invariant(r#"always = ["grant"]"#, r#"{ any = ["f-work.earning"] }"#);
    let found = supports(&grant).and("invariants.toml", &always).finds("not so");
    assert_eq!(
        found,
        ["not so: Nobody who earns is offered a grant. But `grant` is not offered to this family; f-work: earning"]
    );
}

#[test]
fn a_family_who_would_get_nothing_for_every_family_is_found() {
    let only_babies = GROUND
        .replace("about = \"family\"", "about = \"child\"")
        .replace("sure = \"high\"\n", "sure = \"high\"\noffer_when = [{ lines = [{ is = \"baby\" }] }]\n");
    let given = Given(with(SUPPORT, |base| format!("{base}{only_babies}")));
    let found = given.finds("nothing that is for every family");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_large_family_is_no_way_around_a_rule() {
    let twins = r#"offer_when = [{ lines = [{ any_child = "sleeper" }, { any_child = "calm" }] }]"#;
    let conditions = r#"
[[condition]]
id = "sleeper"
about = "child"
case = [{ lines = [{ any = ["c-areas.sleep"] }] }]
[[condition]]
id = "calm"
about = "child"
case = [{ lines = [{ any = ["c-areas.nothing"] }] }]
"#;
    let (_, proof) = supports(&targeted("grant", "family", twins)).and(CONDITIONS, conditions).proof();
    let grant = proof.supports.iter().find(|reached| reached.name == "grant").unwrap();
    assert_eq!(grant.family.as_ref().unwrap().line(), "First c-areas: nothing; Second c-areas: sleep");
}

/// An invariant about the family, and what is found of it.
fn demanded(given: &Given, keys: &str) -> Vec<String> {
    let text = format!("[[invariant]]\nid = \"rule\"\nabout = \"family\"\nsays = \"It must be so.\"\n{keys}\n");
    Given(given.0.clone()).and("invariants.toml", &text).finds("invariants.toml")
}

#[test]
fn what_only_some_may_be_offered_is_offered_to_nobody_who_merely_did_not_say_otherwise() {
    let grant = |rules: &str| supports(&targeted("grant", "family", rules));
    let strict = grant(r#"offer_when = [{ lines = [{ any = ["f-safe.yes"] }, { any = ["f-work.earning"] }] }]"#);
    let loose = grant(
        r#"offer_when = [{ lines = [{ any = ["f-work.earning"] }] }]
offer_unless = [{ lines = [{ any = ["f-safe.no"] }] }]"#,
    );
    let only = r#"only = ["grant"]
case = [{ lines = [{ any = ["f-safe.yes"] }] }]"#;
    assert_eq!(demanded(&strict, only), [""; 0]);
    assert_eq!(
        demanded(&loose, only),
        ["not so: It must be so. But `grant` is offered to this family, who does not surely fit; f-work: earning"]
    );
}

#[test]
fn families_that_are_left_out_surely_fit_and_who_skipped_stays_in() {
    let given = supports(&targeted("grant", "family", r#"offer_when = [{ lines = [{ any = ["f-work.earning"] }] }]"#));
    let never = |unless: &str| {
        format!("never = [\"grant\"]\ncase = [{{ lines = [{{ any = [\"f-work.earning\"] }}] }}]\n{unless}")
    };
    assert_eq!(
        demanded(&given, &never(r#"unless = [{ lines = [{ any = ["f-safe.yes"] }] }]"#)),
        ["not so: It must be so. But `grant` is offered to this family; f-work: earning"]
    );
    assert_eq!(demanded(&given, &never(r#"unless = [{ lines = [{ any = ["f-work.earning"] }] }]"#)), [""; 0]);
}

#[test]
fn a_list_that_begins_with_no_danger_or_with_another_one_is_found() {
    let soon = |id: &str, more: &str| {
        targeted(
            id,
            "family",
            &format!("soon = \"Today.\"\n{more}\noffer_when = [{{ lines = [{{ any = [\"f-work.earning\"] }}] }}]"),
        )
    };
    let first = "first = [\"food\"]\ncase = [{ lines = [{ any = [\"f-work.earning\"] }] }]";
    let sound = supports(&(soon("food", "soon_danger = true") + &soon("letter", "soon_within = \"1 month\"")));
    assert_eq!(demanded(&sound, first), [""; 0]);
    let clock = supports(&soon("food", "soon_within = \"1 month\""));
    assert_eq!(
        demanded(&clock, first),
        ["not so: It must be so. But the list of this family begins with no danger; f-work: earning"]
    );
    let another = supports(&(soon("food", "soon_danger = true") + &soon("letter", "soon_danger = true")));
    assert_eq!(
        demanded(&another, first),
        ["not so: It must be so. But `letter` may stand first for this family; f-work: earning"]
    );
}

#[test]
fn a_warning_that_is_missing_beside_an_offer_and_a_question_that_should_not_be_asked_are_found() {
    let fund =
        targeted("fund", "family", "tags = [\"fund\"]\noffer_when = [{ lines = [{ any = [\"f-work.earning\"] }] }]");
    let warns = "[[hiding]]\ntag = \"fund\"\nwarn = \"warning.visa\"\nwarn_unless = \"working\"\n";
    let given = supports(&fund).and(CONDITIONS, warns).and("words.toml", "[warning]\nvisa = \"Ask first.\"\n");
    assert_eq!(
        demanded(&given, r#"warned = ["fund"]"#),
        ["not so: It must be so. But `fund` is offered to this family without a warning; f-work: earning"]
    );
    let unless = r#"warned = ["fund"]
unless = [{ lines = [{ any = ["f-work.earning"] }] }]"#;
    assert_eq!(demanded(&given, unless), [""; 0]);
    assert_eq!(
        demanded(&given, r#"never_asks = ["f-work"]"#),
        ["not so: It must be so. But `f-work` is asked of this family; a family who says nothing"]
    );
}

#[test]
fn the_questions_that_are_enough_for_most_supports_are_found_one_after_the_other() {
    let when = |all: &[&str]| {
        let lines: Vec<String> = all.iter().map(|choice| format!("{{ any = [\"{choice}\"] }}")).collect();
        format!("offer_when = [{{ lines = [{}] }}]", lines.join(", "))
    };
    let more = ["[[question]]\nid = \"f-home\"", "[[question]]\nid = \"f-money\"\nessential = true"].map(|head| {
        format!("{head}\nabout = \"family\"\nkind = \"one\"\ntext = \"A?\"\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n")
    });
    let of = |id: &str, all: &[&str]| targeted(id, "family", &when(all));
    let offers = of("one", &["f-home.yes"])
        + &of("two", &["f-home.yes", "f-work.earning"])
        + &of("three", &["f-money.yes", "f-home.yes"]);
    let given = supports(&offers).and(QUESTIONS, &more.concat());
    let (_, proof) = given.proof();
    let best: Vec<(&str, usize)> =
        proof.essentials.best.iter().map(|(name, enough)| (name.as_str(), *enough)).collect();
    assert_eq!(best[..3], [("f-home", 1), ("f-work", 2), ("f-money", 3)]);
    assert_eq!((proof.essentials.enough, proof.essentials.of), (0, 3), "money alone is enough for none");
}
