//! What does not fit together in a question or a support as a whole.

mod common;

use common::*;
use signpost_author::source::report;

#[test]
fn a_question_and_its_kind_fit_together() {
    finds(
        QUESTIONS,
        "«[[question]]»\nid = \"f-new\"\nabout = \"family\"\nkind = \"many\"\ntext = \"New?\"\n",
        "this question has no choices; add a [[question.choice]], or set kind = \"text\"",
    );
    question(
        "kind = \"text\"\nchoice = [{ id = «\"yes\"», label = \"Yes\" }]",
        "a text question has no choices; set kind = \"one\" or \"many\"",
    );
    question(
        "choice = [{ id = \"yes\", label = \"Yes\", born = «{ until = \"birth\" }» }]",
        "`born` means something only on a question of kind `month`",
    );
    question(
        "kind = \"month\"\nchoice = [{ id = \"yes\", label = \"Yes\", alone = «true» }]",
        "`alone` means something only on a question of kind `one` or `many`",
    );
    question(
        "choice = [{ id = \"yes\", label = \"Yes\", usual = «true» }]",
        "`usual` means something only on a question that is asked `on-sheet`",
    );
    question("sheet = «\"neads\"»", "the question that the sheet asks has no part `neads`; did you mean `needs`?");
}

#[test]
fn a_confided_answer_is_one_choice() {
    question(
        "kind = \"many\"\nsensitive = «true»",
        "a confided answer is one choice, and this question is of kind `many`; set kind = \"one\", or leave `sensitive` out",
    );
    question(
        "kind = \"text\"\nsensitive = «true»\n-choice",
        "a confided answer is one choice, and this question is of kind `text`; set kind = \"one\", or leave `sensitive` out",
    );
    let (_, found) =
        problems(&with(QUESTIONS, |base| base.replace("kind = \"many\"", "kind = \"many\"\nsensitive = false")));
    assert_eq!(found, []);
}

#[test]
fn a_plain_answer_never_tells_what_was_confided() {
    let confided = |own: &str| {
        format!(
            "an answer to `{own}` would tell what was confided: it looks at `f-safe`, which is sensitive; ask `{own}` whatever was confided, or make it sensitive too"
        )
    };
    question("ask_when = [{ lines = [«{ any = [\"f-safe.no\"] }»] }]", &confided("f-new"));
    question("ask_unless = [{ lines = [«{ none = [\"f-safe.yes\"] }»] }]", &confided("f-new"));
    question("ask_when = [{ lines = [{ any = [\"f-work.earning\"] }, «{ is = \"not-safe\" }»] }]", &confided("f-new"));
    let through =
        "[[condition]]\nid = \"hard\"\nabout = \"family\"\ncase = [{ lines = [{ is_not = \"not-safe\" }] }]\n";
    let question = "[[question]]\nid = \"f-new\"\nabout = \"family\"\nkind = \"text\"\ntext = \"New?\"\nask_when = [{ lines = [«{ is = \"hard\" }»] }]\n";
    let mut files = with(QUESTIONS, |base| format!("{base}{question}"));
    let conditions = files.iter_mut().find(|(name, _)| name == CONDITIONS).unwrap();
    conditions.1.push_str(through);
    expect(&files, &confided("f-new"));
}

#[test]
fn a_sensitive_question_may_go_on_from_another() {
    let (_, found) = problems(&with(QUESTIONS, |base| {
        format!(
            "{base}[[question]]\nid = \"f-new\"\nabout = \"family\"\nkind = \"one\"\ntext = \"New?\"\nsensitive = true\nask_when = [{{ lines = [{{ any = [\"f-safe.no\"] }}] }}]\nchoice = [{{ id = \"yes\", label = \"Yes\" }}]\n"
        )
    }));
    assert_eq!(found, []);
}

#[test]
fn a_targeted_support_says_when_it_is_offered() {
    let text = "«[[support]]»\nid = \"new\"\nkind = \"targeted\"\nabout = \"family\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\n";
    finds(
        SUPPORT,
        text,
        "this targeted support says nowhere when it is offered; add an [[support.offer_when]], or make it universal",
    );
}

#[test]
fn a_universal_support_looks_at_age_and_setting_only() {
    support(
        "kind = \"universal\"\noffer_when = [{ lines = [«{ any = [\"f-safe.yes\"] }»] }]",
        "a universal support looks at `f-safe`, which is sensitive; make it targeted, or use only ages and questions of the section `3-child`",
    );
    support(
        "kind = \"universal\"\n-offer_when\ntags = [«\"couple-work\"»]",
        "a universal support looks at `f-safe`, which is sensitive; make it targeted, or use only ages and questions of the section `3-child`",
    );
    let other = "[section]\nid = \"5-home\"\ntitle = \"Home\"\n[[question]]\nid = \"f-home\"\nabout = \"family\"\nkind = \"one\"\ntext = \"Home?\"\nchoice = [{ id = \"yes\", label = \"Yes\" }]\n";
    let mut files = with(SUPPORT, |base| {
        format!(
            "{base}[[support]]\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\noffer_when = [{{ lines = [{{ any = [\"f-home.yes\"] }}] }}]\n"
        )
    });
    files.push(("questions/2.toml".into(), other.into()));
    let (files, found) = problems(&files);
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(
        lines,
        [
            "support/1.toml:18:26: a universal support looks at `f-home`, which is not about age or setting; make it targeted, or use only ages and questions of the section `3-child`"
        ]
    );
}

#[test]
fn the_urgent_box_is_the_same_for_everyone() {
    support(
        "urgent = «true»\n-offer_when\nphone = \"999\"",
        "the urgent box is the same for everyone, so a targeted support cannot stand in it",
    );
    support(
        "kind = \"universal\"\nurgent = «true»\nphone = \"999\"",
        "the urgent box is the same for everyone, so the rules of this support would never be read",
    );
    support(
        "kind = \"universal\"\nurgent = «true»\n-offer_when",
        "a support of the urgent box needs a number to call or to text",
    );
}

#[test]
fn capitals_are_taken_where_the_meaning_is_clear() {
    let lines = "id = \"new\"\nkind = \"Universal\"\nabout = \"Family\"\nname = \"New\"\nwhat = \"It is new.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\nways = [\"GP\", \"In-Person\"]\ncost = \"Free\"\nahead = \"3 Months\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"High\"\n";
    let ages = "[[condition]]\nid = \"new\"\nabout = \"Child\"\ncase = [{ lines = [{ age = { from = \"Birth\", until = \"5 Years\" } }, { age = { from = \"Term After 2 years\", until = \"September after 4 Years\" } }] }]\n";
    let mut files = with(SUPPORT, |base| format!("{base}[[support]]\n{lines}"));
    files.iter_mut().filter(|(name, _)| name == CONDITIONS).for_each(|(_, text)| *text += ages);
    let (_, found) = problems(&files);
    assert_eq!(found, []);
}
