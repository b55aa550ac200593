//! Questions are replayed over the answers: only what is relevant counts.

use signpost_core::judge::Judge;

use crate::family::{Family, family, small};

fn asks(family: &Family, question: &str) -> bool {
    let judge = Judge::new(small(), &family.answers, family.today);
    let asking = family.asking(question, "Ada");
    judge.asks(asking.question, asking.who)
}

#[test]
fn an_abandoned_branch_stops_counting_and_comes_back_as_it_was() {
    let kin = "role: kinship\nchild Ada\norder: guardian\norder-date: new\n";
    assert_eq!(family(kin).targeted(), "Ada: order-help, family: kin-advice");
    let mum = family(&kin.replace("kinship", "mum"));
    assert_eq!(mum.targeted(), "");
    assert!(!asks(&mum, "order") && !asks(&mum, "order-date"));
    assert!(asks(&family(kin), "order-date"));
}

#[test]
fn a_question_under_a_question_that_is_not_asked_is_not_asked() {
    assert!(!asks(&family("role: mum\nchild Ada\norder: guardian"), "order-date"));
    assert!(!asks(&family("role: kinship\nchild Ada\norder: none"), "order-date"));
}

#[test]
fn a_question_is_not_asked_before_its_reason_is_known() {
    assert!(!asks(&family("child Ada"), "order"));
    assert!(!asks(&family("role: skip\nchild Ada"), "order"));
}

#[test]
fn ask_unless_takes_a_question_away_only_when_sure() {
    assert!(asks(&family("child Ada"), "setting"));
    assert!(asks(&family("child Ada\nborn: 2026-11"), "setting"));
    assert!(!asks(&family("child Ada\nborn: 2026-12"), "setting"));
}
