//! What can be wrong with ids and with the names that rules use.

mod common;

use common::*;
use signpost_author::source::report;

#[test]
fn an_id_is_lower_case_words_joined_by_hyphens() {
    support(
        "id = «\"New_Help\"»",
        "the id `New_Help` of this support is not lower-case words joined by hyphens; did you mean `new-help`?",
    );
    question(
        "id = «\"\"»",
        "the id `` of this question is not lower-case words joined by hyphens; write it as `such-an-id`",
    );
}

#[test]
fn an_id_stands_once() {
    finds(
        QUESTIONS,
        "[[question]]\nid = «\"c-areas\"»\nabout = \"child\"\nkind = \"text\"\ntext = \"A\"\n",
        "there is already a question `c-areas`; the other stands in questions/1.toml, line 17: give one of the two another id",
    );
    question(
        "choice = [{ id = \"yes\", label = \"Yes\" }, { id = «\"yes\"», label = \"Oh yes\" }]",
        "there is already a choice `yes`; the other stands in questions/1.toml, line 41: give one of the two another id",
    );
    condition(
        "id = «\"baby\"»",
        "there is already a condition `baby`; the other stands in conditions.toml, line 2: give one of the two another id",
    );
    figure(
        "id = «\"limit\"»",
        "there is already a figure `limit`; the other stands in figures.toml, line 2: give one of the two another id",
    );
    finds(
        CONDITIONS,
        "[[hiding]]\ntag = «\"couple-work\"»\nwhen = \"working\"\n",
        "there is already a tag `couple-work`; the other stands in conditions.toml, line 14: give one of the two another id",
    );
}

/// A list that is taken home names a support by a stamp of 16 bits.
#[test]
fn no_two_supports_are_taken_home_as_one() {
    let one = SLEEP_CLINIC;
    let other = one.replace("\"sleep-clinic\"", "«\"young-talk-line-class\"»");
    finds(
        SUPPORT,
        &(one.to_owned() + &other),
        "`young-talk-line-class` has the same stamp as `sleep-clinic`, and a list taken home names supports by it; the other stands in support/1.toml, line 8: give the newer of the two another id",
    );
}

#[test]
fn two_files_cannot_share_a_support_a_topic_or_a_section() {
    let twice = |one: &str, other: &str| {
        let (text, place) =
            with("", str::to_owned).into_iter().find(|(name, _)| name == one).map(|(_, text)| (text, other)).unwrap();
        let mut files = with("", str::to_owned);
        files.push((place.to_owned(), text));
        let (files, found) = problems(&files);
        found.iter().map(|problem| report::line(&files, problem)).collect::<Vec<_>>()
    };
    assert_eq!(
        twice(SUPPORT, "support/2.toml"),
        [
            "support/2.toml:2:6: there is already a topic `sleep`; the other stands in support/1.toml, line 2: give one of the two another id"
        ]
    );
    assert_eq!(
        twice(QUESTIONS, "questions/2.toml")[0],
        "questions/2.toml:2:6: there is already a section `3-child`; the other stands in questions/1.toml, line 2: give one of the two another id"
    );
}

#[test]
fn no_choice_is_called_like_an_answer_that_every_question_has() {
    question(
        "choice = [{ id = «\"skip\"», label = \"Skip\" }]",
        "every question can be answered with `skip` already; give this choice another id",
    );
}

#[test]
fn a_choice_that_no_question_has_is_probably_another() {
    support(
        "offer_when = [{ lines = [{ any = [«\"f-work.earnin\"»] }] }]",
        "the question `f-work` has no choice `earnin`; did you mean `f-work.earning`?",
    );
    support(
        "offer_when = [{ lines = [{ any = [«\"f-work.resting\"»] }] }]",
        "the question `f-work` has no choice `resting`; it has `earning`, `studying`",
    );
    support(
        "offer_when = [{ lines = [{ any = [«\"f-wrok.earning\"»] }] }]",
        "there is no question `f-wrok`; did you mean `f-work.earning`?",
    );
    support(
        "offer_when = [{ lines = [{ any = [«\"earning\"»] }] }]",
        "`earning` is not the name of a choice; write it as `question.choice`",
    );
    support(
        "goals = [«\"f-work.earnin\"»]",
        "the question `f-work` has no choice `earnin`; did you mean `f-work.earning`?",
    );
}

#[test]
fn a_question_looks_back_and_never_ahead() {
    let text = |when: &str| {
        format!(
            "[[question]]\nid = \"f-new\"\nabout = \"family\"\nkind = \"one\"\ntext = \"New?\"\n{when}\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n[[question]]\nid = \"f-last\"\nabout = \"family\"\nkind = \"one\"\ntext = \"Last?\"\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n"
        )
    };
    finds(
        QUESTIONS,
        &text("ask_when = [{ lines = [«{ any = [\"f-last.yes\"] }»] }]"),
        "`f-new` looks at `f-last`, which is asked later; a question looks back, never ahead: move one of them",
    );
    finds(
        QUESTIONS,
        &text("ask_unless = [{ lines = [«{ none = [\"f-new.yes\"] }»] }]"),
        "`f-new` looks at itself; a question looks back, never ahead: move one of them",
    );
}

#[test]
fn a_question_does_not_look_ahead_through_a_condition_either() {
    let first = "[section]\nid = \"1-first\"\ntitle = \"First\"\n[[question]]\nid = \"f-first\"\nabout = \"family\"\nkind = \"text\"\ntext = \"First?\"\nask_when = [{ lines = [{ is = \"working\" }] }]\n";
    let mut files = vec![("questions/0.toml".to_owned(), first.to_owned())];
    files.extend(with("", str::to_owned));
    let (files, found) = problems(&files);
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(
        lines,
        [
            "questions/0.toml:9:24: `f-first` looks at `f-work`, which is asked later; a question looks back, never ahead: move one of them"
        ]
    );
}

#[test]
fn a_condition_that_does_not_exist_is_probably_another() {
    support(
        "offer_when = [{ lines = [{ is = «\"workin\"» }] }]",
        "there is no condition `workin`; did you mean `working`?",
    );
    finds(
        CONDITIONS,
        "[[hiding]]\ntag = \"new\"\nwhen = «\"not-save\"»\n",
        "there is no condition `not-save`; did you mean `not-safe`?",
    );
}

#[test]
fn a_condition_uses_only_those_before_it() {
    let later = "[[condition]]\nid = \"later\"\nabout = \"family\"\ncase = [{ lines = [{ is = \"working\" }] }]\n";
    let text = format!(
        "[[condition]]\nid = \"new\"\nabout = \"family\"\ncase = [{{ lines = [{{ is_not = «\"later\"» }}] }}]\n{later}"
    );
    finds(
        CONDITIONS,
        &text,
        "the condition `later` is used before it stands there; a condition may use only those before it: move it up",
    );
}

#[test]
fn a_rule_about_the_family_cannot_be_about_a_child() {
    support(
        "offer_when = [{ lines = [{ is = «\"baby\"» }] }]",
        "the condition `baby` is about a child, and this rule is about the family; did you mean `any_child = \"baby\"`?",
    );
    support(
        "offer_when = [{ lines = [{ any = [«\"c-areas.sleep\"»] }] }]",
        "`c-areas.sleep` is answered for each child, and this rule is about the family; name a condition about a child, and ask for it with `any_child`",
    );
    support(
        "offer_when = [{ lines = [«{ age = { until = \"birth\" } }»] }]",
        "a family has no age: this rule is about the family; name a condition about a child, and ask for it with `any_child`",
    );
    support(
        "tags = [«\"no-babies\"»]",
        "the tag `no-babies` goes by a condition about a child, and this support is about the family",
    );
}

#[test]
fn any_child_is_for_rules_about_the_family_and_conditions_about_a_child() {
    support(
        "about = \"child\"\noffer_when = [{ lines = [{ any_child = «\"baby\"» }] }]",
        "`any_child` stands in a rule that is about one child; did you mean `is = \"baby\"`?",
    );
    support(
        "offer_when = [{ lines = [{ any_child = «\"working\"» }] }]",
        "the condition `working` is about the family, not about a child; did you mean `is = \"working\"`?",
    );
}

#[test]
fn a_line_has_exactly_one_key() {
    support(
        "offer_when = [{ lines = [«{}»] }]",
        "a line has exactly one key, this has no key; one of `any`, `all`, `none`, `age`, `is`, `is_not`, `any_child`",
    );
    support(
        "offer_when = [{ lines = [«{ is = \"working\", is_not = \"not-safe\" }»] }]",
        "a line has exactly one key, this has several keys; one of `any`, `all`, `none`, `age`, `is`, `is_not`, `any_child`",
    );
    support(
        "offer_when = [{ lines = [«{ some = [\"f-work.earning\"] }»] }]",
        "a line has exactly one key, this has no key; did you mean `none`?",
    );
}

#[test]
fn a_case_and_a_list_of_choices_are_not_empty() {
    support("offer_when = [{ lines = «[]» }]", "this case has no lines, so it would always hold");
    support("offer_when = [{ lines = [{ any = «[]» }] }]", "`any` names no choice");
    support(
        "offer_when = [{ lines = [{ any = [\"f-work.earning\", «\"f-work.earning\"»] }] }]",
        "`f-work.earning` stands in this list twice",
    );
    finds(
        CONDITIONS,
        "«[[condition]]»\nid = \"new\"\nabout = \"family\"\n",
        "this condition has no [[condition.case]], so it would never hold",
    );
}

#[test]
fn a_tag_needs_a_hiding_rule_with_a_condition() {
    support(
        "tags = [«\"cupple-work\"»]",
        "no hiding rule of conditions.toml has the tag `cupple-work`; did you mean `couple-work`?",
    );
}

#[test]
fn an_invariant_demands_something_of_supports_and_tags_that_exist() {
    let invariant = |demands: &str, says: &str| {
        let head = "id = \"new\"\nabout = \"family\"\nsays = \"So it is.\"\n";
        finds(INVARIANTS, &format!("[[invariant]]\n{head}{demands}\n"), says);
    };
    invariant("never = [«\"universal-credit\"»]", "there is no support `universal-credit`; there are none yet");
    invariant(
        "never_tagged = [«\"cupple-work\"»]",
        "no hiding rule of conditions.toml has the tag `cupple-work`; did you mean `couple-work`?",
    );
    finds(
        INVARIANTS,
        "«[[invariant]]»\nid = \"new\"\nabout = \"family\"\nsays = \"So it is.\"\n",
        "this invariant demands nothing; add `never`, `never_tagged`, `always`, `only`, `warned`, `first` or `never_asks`, with names",
    );
    invariant(
        "never_tagged = [\"couple-work\"]\ncase = [{ lines = [{ any = [«\"f-safe.never\"»] }] }]",
        "the question `f-safe` has no choice `never`; it has `yes`, `no`",
    );
    invariant(
        "never_tagged = [\"couple-work\"]\ncase = [{ lines = [«{ age = { from = \"birth\" } }»] }]",
        "a family has no age: this rule is about the family; name a condition about a child, and ask for it with `any_child`",
    );
}
