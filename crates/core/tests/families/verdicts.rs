//! Kleene's three values over every way a question can stand: ticked, something else ticked, skipped, preferred not
//! to say, not sure, not answered, not asked.

use signpost_core::catalogue::{Case, Condition, ConditionId, Line, Rule};
use signpost_core::family::Who;
use signpost_core::judge::{Judge, Ruling, Tick, Verdict};

use crate::family::{age, all, any, choice, family, none, one_case, small};

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

fn of_cases(cases: impl IntoIterator<Item = Vec<Line>>) -> Rule {
    let cases = cases.into_iter().map(|lines| Case { lines }).collect();
    Rule { when: Some(Condition { cases }), unless: None }
}

fn named(name: &str) -> ConditionId {
    small().condition_named(name).unwrap_or_else(|| panic!("no condition {name}"))
}

#[test]
fn a_doubt_that_a_tick_points_to_stays_one_where_it_must_not_hold() {
    let line = || vec![Line::IsNot(named("sleep-and-goal"))];
    for (answered, verdict) in [
        ("areas: sleep", "maybe goals, pointed"),
        ("", "maybe areas, goals"),
        ("areas: sleep\ngoals: none", "yes"),
        ("areas: sleep\ngoals: sleep", "no"),
    ] {
        assert_eq!(family(&format!("child Ada\n{answered}")).judged(line()), verdict, "{answered}");
    }
    let doubt = || vec![Line::IsNot(named("sleep-and-goal")), any(&["work.looking"])];
    let told = family("child Ada\nareas: sleep\ngoals: none");
    assert_eq!(told.judged(doubt()), "maybe work", "what surely does not hold points nowhere");
}

#[test]
fn of_two_doubts_the_one_that_a_tick_points_to_is_settled_first_in_either_order() {
    let pointed = || vec![any(&["areas.sleep"]), any(&["goals.sleep"]), any(&["how.web"])];
    let open = || vec![any(&["work.looking"])];
    let told = family("child Ada\nareas: sleep");
    for cases in [[pointed(), open()], [open(), pointed()]] {
        assert_eq!(told.ruled(&of_cases(cases), 0), "maybe goals, how, pointed");
    }
}

#[test]
fn of_two_doubts_that_no_tick_points_to_the_one_with_fewer_questions_is_settled_first() {
    let (two, one) = (vec![any(&["goals.sleep"]), any(&["how.web"])], vec![any(&["work.looking"])]);
    for cases in [[two.clone(), one.clone()], [one, two]] {
        assert_eq!(family("child Ada").ruled(&of_cases(cases), 0), "maybe work");
    }
}

#[test]
fn a_doubt_that_a_tick_points_to_does_not_hide_a_case_that_holds() {
    let pointed = vec![any(&["areas.sleep"]), any(&["goals.sleep"])];
    let told = family("work: looking\nchild Ada\nareas: sleep");
    for cases in [[pointed.clone(), vec![any(&["work.looking"])]], [vec![any(&["work.looking"])], pointed]] {
        assert_eq!(told.ruled(&of_cases(cases), 0), "yes work.looking");
    }
}

#[test]
fn a_tick_points_the_way_even_where_an_age_alone_is_enough() {
    let lines = || vec![Line::Is(named("old-or-sleepless")), any(&["goals.sleep"])];
    for (answered, verdict) in [
        ("born: 2020-01\nareas: sleep", "maybe goals, pointed"),
        ("born: 2020-01", "maybe goals"),
        ("born: 2026-05\nareas: sleep", "maybe goals, pointed"),
    ] {
        assert_eq!(family(&format!("child Ada\n{answered}")).judged(lines()), verdict, "{answered}");
    }
}

#[test]
fn what_hides_is_named_by_its_ticks_or_else_by_its_age_or_by_what_was_not_ticked() {
    let told = family("role: dad\nchild Ada\nborn: 2018-01\nareas: eating");
    let who = told.who("Ada");
    let hidden = |lines: Vec<Line>| {
        let rule = Rule { when: None, unless: Some(one_case(lines)) };
        match Judge::new(small(), &told.answers, told.today).rule(&rule, who, 0) {
            Verdict::No(rulings) => rulings,
            other => panic!("it is hidden: {other:?}"),
        }
    };
    let (old, dad) = (age("5 years", ""), any(&["role.dad"]));
    let Line::Age(span) = old else { panic!("an age") };
    let tick = Ruling::Ticked(Tick { choice: choice("role.dad"), who: Who::Family });
    assert_eq!(hidden(vec![old.clone(), dad]), [tick]);
    assert_eq!(hidden(vec![old]), [Ruling::Age(span, who)]);
    assert_eq!(hidden(vec![none(&["areas.sleep"])]), [Ruling::NoneOf(vec![choice("areas.sleep")], who)]);
}

#[test]
fn a_verdict_says_yes_or_no_or_what_would_settle_it() {
    let verdict = |told: &str| {
        let told = family(&format!("child Ada\n{told}"));
        let rule = of_cases([vec![any(&["areas.sleep"])]]);
        Judge::new(small(), &told.answers, told.today).rule(&rule, told.who("Ada"), 0)
    };
    let says = |verdict: Verdict| (verdict.is_yes(), verdict.is_no(), verdict.unknown().len());
    assert_eq!(says(verdict("areas: sleep")), (true, false, 0));
    assert_eq!(says(verdict("areas: talk")), (false, true, 0));
    assert_eq!(says(verdict("")), (false, false, 1));
}

/// A child who was taken away meanwhile: only what the family told is known.
#[test]
fn of_a_child_who_is_not_there_only_what_the_family_told_is_known() {
    let told = family("role: dad\nchild Ada");
    let two = family("child Ada\nchild Ben");
    let judge = Judge::new(small(), &told.answers, told.today);
    let verdict = |line: Line| told.verdict(&judge.rule(&of_cases([vec![line]]), two.who("Ben"), 0));
    assert_eq!(verdict(any(&["role.dad"])), "yes role.dad");
    assert_eq!(verdict(any(&["areas.sleep"])), "maybe areas");
    assert_eq!(verdict(Line::Is(named("baby"))), "maybe born");
}
