//! Kleene's three values over every way a question can stand: ticked, something else ticked, skipped, preferred not
//! to say, not sure, not answered, not asked.

use signpost_core::catalogue::{Line, Rule};

use crate::family::{all, any, family, none, one_case, small};

/// What a child's `areas` may be answered, and what `any`, `all` and `none` over sleep and talk make of it.
const AREAS: [(&str, &str, &str, &str); 9] = [
    // answered           any                          all                          none
    ("", "maybe areas", "maybe areas", "maybe areas"),
    ("areas: skip", "maybe areas", "maybe areas", "maybe areas"),
    ("areas: pna", "maybe areas", "maybe areas", "maybe areas"),
    ("areas: not-sure", "maybe areas", "maybe areas", "maybe areas"),
    ("areas: nothing", "no", "no", "yes"),
    ("areas: eating", "no", "no", "yes"),
    ("areas: sleep", "yes areas.sleep", "no", "no"),
    ("areas: sleep, eating", "yes areas.sleep", "no", "no"),
    ("areas: sleep, talk", "yes areas.sleep, areas.talk", "yes areas.sleep, areas.talk", "no"),
];

#[test]
fn any_all_and_none_read_every_kind_of_answer() {
    let both = ["areas.sleep", "areas.talk"];
    for (answered, of_any, of_all, of_none) in AREAS {
        let told = family(&format!("child Ada\n{answered}"));
        let found = [any(&both), all(&both), none(&both)].map(|line| told.judged(vec![line]));
        assert_eq!(found, [of_any, of_all, of_none], "{answered}");
    }
}

#[test]
fn a_question_that_surely_is_not_asked_has_nothing_ticked() {
    let told = family("role: mum\nchild Ada\norder: guardian");
    assert_eq!(told.judged(vec![any(&["order.guardian"])]), "no");
    assert_eq!(told.judged(vec![none(&["order.guardian"])]), "yes");
}

#[test]
fn a_question_that_is_perhaps_not_asked_is_unknown_whatever_was_answered() {
    let told = family("role: skip\nchild Ada\norder: guardian");
    assert_eq!(told.judged(vec![any(&["order.guardian"])]), "maybe order");
    assert_eq!(told.judged(vec![none(&["order.guardian"])]), "maybe order");
}

#[test]
fn a_line_over_two_questions_is_settled_by_either() {
    let line = || vec![any(&["areas.sleep", "goals.sleep"])];
    assert_eq!(family("child Ada\nareas: sleep").judged(line()), "yes areas.sleep");
    assert_eq!(family("child Ada\nareas: eating\ngoals: sleep").judged(line()), "yes goals.sleep");
    assert_eq!(family("child Ada\nareas: eating").judged(line()), "maybe goals");
    assert_eq!(family("child Ada\nareas: eating\ngoals: none").judged(line()), "no");
    assert_eq!(family("child Ada").judged(line()), "maybe areas, goals");
}

#[test]
fn in_a_case_one_no_decides_and_one_doubt_leaves_doubt() {
    let lines = || vec![any(&["areas.sleep"]), any(&["goals.sleep"])];
    for (answered, verdict) in [
        ("areas: sleep\ngoals: sleep", "yes areas.sleep, goals.sleep"),
        ("areas: sleep", "maybe goals, pointed"),
        ("areas: sleep\ngoals: none", "no"),
        ("areas: eating", "no"),
        ("", "maybe areas, goals"),
    ] {
        assert_eq!(family(&format!("child Ada\n{answered}")).judged(lines()), verdict, "{answered}");
    }
}

#[test]
fn in_a_condition_one_yes_decides_and_all_that_hold_give_their_reasons() {
    let two = Rule {
        when: Some(signpost_core::catalogue::Condition {
            cases: [one_case(vec![any(&["areas.sleep"])]), one_case(vec![any(&["goals.sleep"])])]
                .into_iter()
                .flat_map(|one| one.cases)
                .collect(),
        }),
        unless: None,
    };
    for (answered, verdict) in [
        ("areas: sleep\ngoals: sleep", "yes areas.sleep, goals.sleep"),
        ("areas: sleep\ngoals: none", "yes areas.sleep"),
        ("areas: eating", "maybe goals"),
        ("areas: eating\ngoals: none", "no"),
    ] {
        assert_eq!(family(&format!("child Ada\n{answered}")).ruled(&two, 0), verdict, "{answered}");
    }
}

#[test]
fn is_not_holds_only_when_the_condition_surely_does_not() {
    let kin = small().condition_named("kin").unwrap();
    let line = || vec![Line::IsNot(kin)];
    assert_eq!(family("role: mum").judged(line()), "yes");
    assert_eq!(family("role: kinship").judged(line()), "no");
    assert_eq!(family("role: skip").judged(line()), "maybe role");
}

#[test]
fn offer_unless_hides_only_when_sure() {
    let rule =
        Rule { when: Some(one_case(vec![any(&["areas.sleep"])])), unless: Some(one_case(vec![any(&["role.dad"])])) };
    for (role, verdict) in [
        ("dad", "no"),
        ("mum, dad", "no"),
        ("mum", "yes areas.sleep"),
        ("skip", "yes areas.sleep"),
        ("pna", "yes areas.sleep"),
    ] {
        let told = family(&format!("role: {role}\nchild Ada\nareas: sleep"));
        assert_eq!(told.ruled(&rule, 0), verdict, "{role}");
    }
}

#[test]
fn a_rule_without_cases_always_applies() {
    assert_eq!(family("").ruled(&Rule::default(), 0), "yes");
}

#[test]
fn any_child_holds_for_one_child_and_needs_a_child() {
    let line = || vec![Line::AnyChild(small().condition_named("talks").unwrap())];
    assert_eq!(family("").judged(line()), "no");
    for (ada, ben, verdict) in [
        ("talk", "sleep", "yes areas.talk"),
        ("sleep", "talk", "yes areas.talk"),
        ("sleep", "skip", "maybe areas"),
        ("skip", "talk", "yes areas.talk"),
        ("sleep", "nothing", "no"),
    ] {
        let told = family(&format!("child Ada\nareas: {ada}\nchild Ben\nareas: {ben}"));
        assert_eq!(told.judged(line()), verdict, "{ada}, {ben}");
    }
}
