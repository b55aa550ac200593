//! Ages, where only a month of birth or an age band is known. Today is 23 November 2026 unless a test says so.

use signpost_core::catalogue::{Case, Condition, Line, Rule};
use signpost_core::judge::{Judge, Reading};
use signpost_core::time::{AgeSpan, Milestone, Month};

use crate::family::{age, any, day, family, one_case, small};

fn told(born: &str, from: &str, until: &str) -> String {
    family(&format!("child Ada\nborn: {born}")).judged(vec![age(from, until)])
}

#[test]
fn an_age_line_reads_the_month_of_birth() {
    for (born, verdict) in [
        ("2024-10", "yes age"),
        ("2022-12", "yes age"),
        ("2024-12", "no"),
        ("2022-10", "no"),
        ("skip", "maybe born"),
        ("pna", "maybe born"),
    ] {
        assert_eq!(told(born, "2 years", "4 years"), verdict, "{born}");
    }
    assert_eq!(family("child Ada").judged(vec![age("2 years", "")]), "maybe born");
}

#[test]
fn in_the_month_of_a_birthday_a_support_is_offered_by_either_reading() {
    assert_eq!(told("2024-11", "2 years", "4 years"), "yes age");
    assert_eq!(told("2022-11", "2 years", "4 years"), "yes age (ends this month)");
}

#[test]
fn in_the_month_of_a_birthday_nothing_is_hidden() {
    let unless = |from, until| Rule { when: None, unless: Some(one_case(vec![age(from, until)])) };
    let born = |month: &str| family(&format!("child Ada\nborn: {month}"));
    assert_eq!(born("2024-11").ruled(&unless("2 years", ""), 0), "yes");
    assert_eq!(born("2024-10").ruled(&unless("2 years", ""), 0), "no");
    assert_eq!(born("2024-11").ruled(&unless("", "2 years"), 0), "yes");
    assert_eq!(born("2024-12").ruled(&unless("", "2 years"), 0), "no");
}

#[test]
fn on_the_last_day_of_the_month_the_birthday_has_come() {
    let unless = Rule { when: None, unless: Some(one_case(vec![age("2 years", "")])) };
    let told = family("child Ada\nborn: 2024-11");
    assert_eq!(told.clone().on("2026-11-29").ruled(&unless, 0), "yes");
    assert_eq!(told.on("2026-11-30").ruled(&unless, 0), "no");
}

#[test]
fn an_age_band_must_hold_for_every_month_in_it() {
    for (band, from, until, verdict) in [
        ("under-2", "birth", "3 years", "yes age"),
        ("under-2", "1 year", "3 years", "maybe born"),
        ("under-2", "4 years", "6 years", "no"),
        ("age-2-to-3", "birth", "5 years", "yes age"),
        ("age-2-to-3", "3 years", "5 years", "maybe born"),
        ("school", "september after 4 years", "september after 16 years", "yes age"),
        ("school", "2 years", "4 years", "no"),
        ("not-born", "5 years", "", "no"),
    ] {
        assert_eq!(told(band, from, until), verdict, "{band}: {from} until {until}");
    }
}

/// The band itself says on which side of its own birthdays the child is.
#[test]
fn an_age_band_is_sure_of_its_own_ends() {
    for (band, from, until, verdict) in [
        ("not-born", "", "birth", "yes age"),
        ("not-born", "birth", "", "no"),
        ("under-2", "birth", "2 years", "yes age"),
        ("under-2", "", "birth", "no"),
        ("under-2", "2 years", "4 years", "no"),
        ("age-2-to-3", "2 years", "4 years", "yes age"),
        ("age-2-to-3", "birth", "2 years", "no"),
        ("age-2-to-3", "4 years", "", "no"),
    ] {
        assert_eq!(told(band, from, until), verdict, "{band}: {from} until {until}");
    }
}

#[test]
fn a_baby_on_the_way_by_its_band_is_not_asked_about_school() {
    let expecting = family("child Ada\nborn: not-born");
    assert!(!expecting.stops(&expecting.visit()).contains("setting"), "{}", expecting.stops(&expecting.visit()));
}

#[test]
fn what_starts_later_says_from_when() {
    let hours = |born: &str, ahead: i32| {
        let when = Some(one_case(vec![age("term after 2 years", "september after 4 years")]));
        family(&format!("child Ada\nborn: {born}")).ruled(&Rule { when, unless: None }, ahead)
    };
    assert_eq!(hours("2024-12", 12), "yes age from 2027-01-01");
    assert_eq!(hours("2024-12", 1), "no");
    assert_eq!(hours("2024-12", 0), "no");
    assert_eq!(hours("2025-12", 12), "no");
    assert_eq!(hours("2024-08", 12), "yes age");
    let birthday = Rule { when: Some(one_case(vec![age("16 years", "")])), unless: None };
    assert_eq!(family("child Ada\nborn: 2011-02").ruled(&birthday, 6), "yes age from 2027-02");
}

#[test]
fn what_starts_later_for_a_band_cannot_say_on_which_day() {
    let when = Some(one_case(vec![age("2 years", "")]));
    let rule = Rule { when, unless: None };
    assert_eq!(family("child Ada\nborn: under-2").ruled(&rule, 36), "yes age soon");
    assert_eq!(family("child Ada\nborn: under-2").ruled(&rule, 3), "maybe born");
}

#[test]
fn an_age_never_fits_a_family() {
    assert_eq!(family("role: mum").judged(vec![age("birth", "")]), "no");
}

fn of_cases(cases: impl IntoIterator<Item = Line>) -> Rule {
    let cases = cases.into_iter().map(|line| Case { lines: vec![line] }).collect();
    Rule { when: Some(Condition { cases }), unless: None }
}

#[test]
fn where_either_will_do_the_earliest_start_counts_and_no_end() {
    let (ending, toddler, sleep) = (age("", "2 years"), age("", "4 years"), any(&["areas.sleep"]));
    let told = family("child Ada\nborn: 2024-11\nareas: sleep");
    for (cases, verdict) in [
        ([ending.clone(), sleep.clone()], "yes areas.sleep, age"),
        ([sleep.clone(), ending.clone()], "yes areas.sleep, age"),
        ([ending.clone(), toddler.clone()], "yes age"),
        ([toddler, ending.clone()], "yes age"),
        ([ending.clone(), ending], "yes age (ends this month)"),
        ([sleep.clone(), age("26 months", "")], "yes areas.sleep, age"),
        ([age("26 months", ""), age("25 months", "")], "yes age from 2026-12"),
        ([age("25 months", ""), age("26 months", "")], "yes age from 2026-12"),
    ] {
        assert_eq!(told.ruled(&of_cases(cases), 6), verdict);
    }
}

#[test]
fn a_named_condition_about_an_age_is_looked_at_as_far_ahead_as_an_age() {
    let older = small().condition_named("old-or-sleepless").unwrap();
    let rule = of_cases([Line::Is(older)]);
    let told = family("child Ada\nborn: 2026-02\nareas: eating");
    for (ahead, verdict) in [(6, "yes age from 2027-02"), (0, "no"), (2, "no")] {
        assert_eq!(told.ruled(&rule, ahead), verdict, "{ahead} months ahead");
    }
}

#[test]
fn an_age_is_sure_or_not_by_every_month_of_birth() {
    let months = |of: &[&str]| of.iter().map(|month| Month::parse(month).unwrap()).collect::<Vec<_>>();
    let span = AgeSpan { from: Milestone::parse("2 years"), until: None };
    for (born, strict, generous) in [
        (vec!["2024-10"], Some(true), Some(true)),
        (vec!["2024-12"], Some(false), Some(false)),
        (vec!["2024-11"], None, Some(true)),
        (vec!["2024-09", "2024-10"], Some(true), Some(true)),
        (vec!["2024-10", "2024-12"], None, None),
        (vec![], None, None),
    ] {
        let says = [Reading::Strict, Reading::Generous]
            .map(|reading| signpost_core::judge::age(span, &months(&born), day("2026-11-23"), 0, reading));
        assert_eq!(says, [strict, generous], "{born:?}");
    }
}

#[test]
fn a_judge_knows_every_month_in_which_a_child_can_have_been_born() {
    let born = |told: &str| {
        let told = family(&format!("child Ada\n{told}"));
        let months = Judge::new(small(), &told.answers, told.today).birth_months(told.answers.children()[0].key);
        (months.len(), months.iter().max().map(ToString::to_string), months.iter().min().map(ToString::to_string))
    };
    let months = |many: usize, last: &str, first: &str| (many, Some(last.to_owned()), Some(first.to_owned()));
    assert_eq!(born(""), (0, None, None));
    assert_eq!(born("born: pna"), (0, None, None));
    assert_eq!(born("born: 2024-03"), months(1, "2024-03", "2024-03"));
    assert_eq!(born("born: under-2"), months(23, "2026-10", "2024-12"));
    assert_eq!(born("born: not-born"), months(10, "2027-09", "2026-12"));
}

#[test]
fn what_must_not_hold_is_looked_at_today_and_is_in_doubt_in_the_month_of_the_birthday() {
    let older = small().condition_named("old-or-sleepless").unwrap();
    let rule = of_cases([Line::IsNot(older)]);
    for (born, verdict) in [("2026-02", "yes"), ("2025-11", "maybe born"), ("2025-10", "no")] {
        let told = family(&format!("child Ada\nborn: {born}\nareas: eating"));
        assert_eq!(told.ruled(&rule, 6), verdict, "born {born}");
    }
}
