//! What protects a family: the sentence beside a public fund, the clock on a card, what stays off paper, and questions
//! that do not move under a thumb.

mod common;

use common::*;

const WARNING: &str = "[warning]\nvisa = \"Ask an adviser first.\"\n";

/// A content with this tag among its conditions, and this support.
fn with_tag(tag: &str, more: &str) -> Vec<(String, String)> {
    let mut files = with(CONDITIONS, |base| format!("{base}{tag}"));
    for (name, text) in &mut files {
        match name.as_str() {
            WORDS => text.push_str(WARNING),
            SUPPORT => text.push_str(more),
            _ => {}
        }
    }
    files
}

#[track_caller]
fn tag(tag: &str, says: &str) {
    expect(&with_tag(tag, ""), says);
}

const WARNS: &str = "[[hiding]]\ntag = \"fund\"\nwhen = \"working\"\nexcept = \"not-safe\"\nwarn = \"warning.visa\"\n";

#[test]
fn a_tag_that_hides_with_an_exception_must_warn() {
    expect(
        &with(CONDITIONS, |base| {
            format!("{base}[[hiding]]\ntag = \"fund\"\nwhen = \"working\"\nexcept = «\"not-safe\"»\n")
        }),
        "the tag `fund` hides with an exception and warns of nothing; add `warn`: the sentence that protects",
    );
}

#[test]
fn a_support_that_is_called_like_what_needs_a_warning_must_carry_one() {
    let names = format!("{WARNS}names = [\"Child Benefit\"]\n");
    let support = |tags: &str| {
        format!(
            "[[support]]\nid = «\"new\"»\nkind = \"targeted\"\nabout = \"family\"\nname = \"About child benefit\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\n{tags}checked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\noffer_when = [{{ lines = [{{ any = [\"f-work.earning\"] }}] }}]\n"
        )
    };
    expect(
        &with_tag(&names, &support("")),
        "“About child benefit” carries no sentence that protects, and is called “Child Benefit”; add the tag `fund`",
    );
    let plain: Vec<(String, String)> = with_tag(&names, &support("tags = [\"fund\"]\n"))
        .into_iter()
        .map(|(name, text)| (name, text.replace(['«', '»'], "")))
        .collect();
    assert_eq!(problems(&plain).1, []);
}

#[test]
fn a_tag_names_words_and_conditions_that_there_are_and_does_something() {
    tag(
        &(WARNS.replace("\"warning.visa\"", "«\"warning.viza\"»")
            + "[[hiding]]\ntag = \"other\"\nwarn = \"warning.visa\"\n"),
        "words.toml has no warning `warning.viza`; did you mean `warning.visa`?",
    );
    tag(
        &WARNS.replace("except = \"not-safe\"", "except = «\"not-saf\"»"),
        "there is no condition `not-saf`; did you mean `not-safe`?",
    );
    let mut nothing = with(CONDITIONS, |base| format!("{base}«[[hiding]]»\ntag = \"fund\"\n"));
    expect(
        &nothing,
        "this tag does nothing; add `when`, the condition that hides, or `warn`, the warning that is shown",
    );
    nothing = with(CONDITIONS, |base| {
        format!("{base}[[hiding]]\ntag = \"fund\"\nwhen = \"working\"\nwarn_unless = «\"not-safe\"»\n")
    });
    expect(&nothing, "`warn_unless` stands without `warn`: there is no warning");
}

#[test]
fn a_warning_that_no_tag_shows_is_found() {
    expect(
        &with(WORDS, |base| format!("{base}[warning]\n«visa» = \"Ask first.\"\n")),
        "no tag of conditions.toml warns with `warning.visa`; take it out, or write `warn` into a [[hiding]]",
    );
}

#[test]
fn what_is_soon_says_what_for_and_how_long_there_is() {
    support(
        "soon_danger = «true»",
        "`soon_danger` stands without `soon`: nothing says what the clock or the danger is",
    );
    support(
        "soon = \"Today.\"\nsoon_within = «\"two weeks\"»",
        "`two weeks` is not a length of time; write it as `15 days`, `8 weeks` or `3 months`",
    );
    support(
        "soon_when = [«{ lines = [{ any = [\"f-work.earning\"] }] }»]",
        "this case does not say what the clock or the danger is; add `says` here, or `soon` to the support",
    );
    support(
        "soon = \"Today.\"\nsoon_when = [{ lines = [{ any = [«\"f-work.earnin\"»] }] }]",
        "the question `f-work` has no choice `earnin`; did you mean `f-work.earning`?",
    );
}

#[test]
fn a_universal_support_may_be_soon_because_of_any_question() {
    let text = "[[support]]\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\nsoon = \"Today.\"\nsoon_when = [{ lines = [{ any = [\"f-safe.no\"] }] }]\n";
    assert_eq!(problems(&with(SUPPORT, |base| format!("{base}{text}"))).1, []);
}

#[test]
fn only_what_nobody_is_sure_of_may_lack_the_day_it_was_checked() {
    finds(
        SUPPORT,
        "«[[support]]»\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nsource = \"A\"\nsure = \"medium\"\n",
        "nobody says when this was checked, nor that nobody is sure of it; write the day it was compared with its source, or set sure = \"low\"",
    );
}

#[test]
fn somebody_else_to_reach_can_be_reached_or_is_explained() {
    support(
        "also = [«{ name = \"Somebody\" }»]",
        "this says neither how to reach them nor what for; add `phone`, `text`, `email`, `url` or `says`",
    );
}

#[test]
fn questions_that_share_a_screen_are_about_the_same_person_are_not_confided_and_hang_on_nothing_there() {
    let asked = |id: &str, more: &str| {
        format!(
            "[[question]]\nid = {id}\nabout = \"family\"\nkind = \"one\"\ntext = \"A?\"\n{more}\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n"
        )
    };
    let first = asked("\"f-one\"", "");
    for (more, says) in [
        (
            asked("«\"f-two\"»", "sensitive = true\njoins = true"),
            "`f-two` is sensitive, so it stands on a screen of its own",
        ),
        (
            asked("«\"f-two\"»", "joins = true").replace("\"family\"", "\"child\""),
            "`f-two` joins `f-one`, which is about somebody else",
        ),
        (
            asked("\"f-two\"", "joins = true\nask_when = [{ lines = [«{ any = [\"f-one.yes\"] }»] }]"),
            "`f-two` looks at `f-one`, which stands on the same screen; leave `joins` out, or let it look at something before",
        ),
    ] {
        finds(QUESTIONS, &format!("{first}{more}"), says);
    }
    finds(
        QUESTIONS,
        &asked("«\"f-two\"»", "joins = true"),
        "`end-print` is not asked on the path, so it shares no screen",
    );
}

#[test]
fn only_the_month_of_birth_can_be_asked_with_the_name_and_only_wishes_of_the_family_lift() {
    question(
        "asked = «\"with-name\"»",
        "only a month question about a child that is always asked can stand with the names",
    );
    question("lifts = «true»", "`lifts` means something only on a question of kind `many` about the family");
}

#[test]
fn what_is_asked_with_the_name_stands_before_every_question() {
    let files = with(QUESTIONS, |base| {
        let with_name = base.replace("kind = \"month\"", "kind = \"month\"\nasked = \"with-name\"\nchoice = [{ id = \"baby\", label = \"Baby\", born = { until = \"1 year\" } }]");
        with_name.replacen("id = \"f-work\"\nabout = \"family\"", "id = \"c-first\"\nabout = \"child\"\nkind = \"text\"\ntext = \"A?\"\nask_when = [{ lines = [{ any = [\"c-born.baby\"] }] }]\n[[question]]\nid = \"f-work\"\nabout = \"family\"", 1)
    });
    assert_eq!(problems(&files).1, []);
}

#[test]
fn what_is_essential_is_not_private_and_no_more_than_two_minutes() {
    let asked = |id: &str| {
        format!(
            "[[question]]\nid = {id}\nabout = \"family\"\nkind = \"one\"\nessential = true\ntext = \"A?\"\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n"
        )
    };
    finds(
        QUESTIONS,
        &asked("«\"f-one\"»").replace("essential", "sensitive = true\nessential"),
        "`f-one` is private, and whoever is in a hurry passes every door by; leave `essential` out",
    );
    let eight: String = (1..=8).map(|number| asked(&format!("\"f-{number}\""))).collect();
    finds(
        QUESTIONS,
        &(eight + &asked("«\"f-9\"»")),
        "`f-9` would be essential question number 9, and there is time for 8; leave `essential` out of one of them",
    );
}
