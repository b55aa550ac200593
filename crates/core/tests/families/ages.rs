//! Ages, where only a month of birth or an age band is known. Today is 23 November 2026 unless a test says so.

use signpost_core::catalogue::Rule;

use crate::family::{age, family, one_case};

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
