//! The list: what is on it, in which order, and what one more answer would decide.

use signpost_core::catalogue::{About, Kind};
use signpost_core::family::{Answer, Who};
use signpost_core::plan::Plan;
use signpost_core::speech::Speaker;
use signpost_core::written::Line;

use crate::family::{changed, family, family_of, small, support};

#[test]
fn without_any_answer_the_list_holds_what_is_for_every_family() {
    assert_eq!(family("").groups(), "universal: hub");
    assert_eq!(family("child Ada").groups(), "universal: hub, toddler-check");
    assert_eq!(family("").plan().urgent, [support("helpline")]);
}

#[test]
fn a_universal_support_is_only_taken_away_when_sure() {
    for (told, offered) in [
        ("born: 2024-01", "family: hub, Ada: toddler-check"),
        ("born: 2018-01", "family: hub"),
        ("setting: school", "family: hub"),
        ("setting: skip", "family: hub, Ada: toddler-check"),
        ("born: pna", "family: hub, Ada: toddler-check"),
    ] {
        assert_eq!(family(&format!("child Ada\n{told}")).offered(), offered, "{told}");
    }
}

#[test]
fn groups_stand_in_the_order_of_the_design() {
    let told = family(
        "role: dad, kinship
        child Ada
          areas: sleep, talk
        child Ben
          areas: talk
        work: looking
        goals: sleep",
    );
    assert_eq!(
        told.groups(),
        "wanted: sleep-clinic, sleep-clinic \
        | children: talk-web, talk-web, talk-phone, talk-phone, talk-paid, talk-paid, clinic-by-referral, \
        clinic-by-referral | Ada: talk-and-sleep \
        | family: kin-advice | money: grant | school: dads-at-school | universal: hub, toddler-check, toddler-check"
    );
}

#[test]
fn the_way_a_parent_prefers_stands_before_the_authors_order() {
    let groups = |how: &str| family(&format!("child Ada\nareas: talk\nhow: {how}")).groups();
    assert!(groups("skip").starts_with("Ada: talk-web, talk-phone, talk-paid, clinic-by-referral"));
    assert!(groups("phone").starts_with("Ada: talk-phone, talk-web, talk-paid, clinic-by-referral"));
}

#[test]
fn more_reasons_stand_before_fewer_and_asking_yourself_before_being_referred() {
    let told = family("child Ada\nareas: sleep, talk");
    assert!(told.groups().starts_with("Ada: talk-and-sleep, talk-web"), "{}", told.groups());
}

#[test]
fn what_is_for_every_family_stands_in_the_authors_order_whatever_was_ticked() {
    let content = changed(|written| {
        let toddler = &mut written.topics[1].supports[5];
        toddler.offer_when[0].lines = vec![Line::Any(vec!["areas.sleep".into(), "areas.talk".into()])];
    });
    let told = family_of(content, "child Ada\nareas: sleep, talk");
    assert!(told.groups().ends_with("universal: hub, toddler-check"), "{}", told.groups());
}

#[test]
fn the_same_support_for_several_children_is_one_card() {
    let told = family("child Ada\nareas: sleep\nchild Ben\nareas: talk\nchild Cy\nareas: sleep\ngoals: sleep");
    let plan = told.plan();
    let cards: Vec<Vec<&str>> =
        plan.groups[0].cards().map(|card| card.iter().map(|offer| told.name(offer.who)).collect()).collect();
    assert_eq!(cards, [["Ada", "Ben", "Cy"]]);
    let all: Vec<usize> = plan.cards().map(<[_]>::len).collect();
    assert_eq!(all, plan.groups.iter().flat_map(|group| group.cards()).map(<[_]>::len).collect::<Vec<_>>());
    assert_eq!((all[0], all.iter().sum::<usize>()), (3, plan.offers().count()));
}

#[test]
fn a_tag_hides_only_when_its_condition_surely_holds() {
    for (funds, targeted) in [
        ("no-public-funds", ""),
        ("refugee", "family: grant"),
        ("not-sure", "family: grant"),
        ("skip", "family: grant"),
        ("pna", "family: grant"),
    ] {
        assert_eq!(family(&format!("work: looking\nfunds: {funds}")).targeted(), targeted, "{funds}");
    }
}

#[test]
fn couple_work_is_not_offered_to_a_parent_who_is_not_safe() {
    assert_eq!(family("goals: together").targeted(), "family: couple-help");
    assert_eq!(family("goals: together\nsafe: yes").targeted(), "family: couple-help");
    assert_eq!(family("goals: together\nsafe: no").targeted(), "family: abuse-line");
}

#[test]
fn one_more_answer_would_tell_us_where_a_tick_points_that_way() {
    assert_eq!(family("child Ada\nareas: talk").possible(), "Ada: care-break after care");
    assert_eq!(family("child Ada\nareas: sleep").possible(), "");
    assert_eq!(family("child Ada").possible(), "");
    assert_eq!(family("child Ada\nareas: talk\ncare: skip").possible(), "Ada: care-break after care");
}

#[test]
fn what_a_parent_would_rather_not_say_is_not_asked_again() {
    assert_eq!(family("child Ada\nareas: talk\ncare: pna").possible(), "");
}

#[test]
fn a_sensitive_question_is_never_asked_for_the_sake_of_the_list() {
    assert!(!family("child Ada\nareas: talk").possible().contains("hurt-help"));
}

#[test]
fn two_open_questions_are_too_many_to_ask_for() {
    assert_eq!(family("work: looking\nchild Ada").possible(), "family: baby-money after born");
    assert_eq!(family("work: looking\nchild Ada\nchild Ben").possible(), "");
}

#[test]
fn an_offer_ahead_of_its_start_says_when_and_is_hidden_like_any_other() {
    let told = "child Ada\nborn: 2024-12\nwork: earning\n";
    assert_eq!(family(told).targeted(), "Ada: childcare-hours from 2027-01-01");
    assert_eq!(family(&format!("{told}rich: yes")).targeted(), "");
    assert_eq!(family(&format!("{told}rich: skip")).targeted(), "Ada: childcare-hours from 2027-01-01");
}

#[test]
fn an_urgent_tick_opens_the_urgent_box_while_its_question_counts() {
    assert!(!family("child Ada\nareas: talk").plan().urgent_first);
    assert!(family("child Ada\nareas: talk\nhurt: yes").plan().urgent_first);
    assert!(!family("child Ada\nareas: talk\nhurt: no").plan().urgent_first);
    assert!(!family("child Ada\nareas: sleep\nhurt: yes").plan().urgent_first);
}

#[test]
fn an_offer_says_whether_it_is_private_and_up_to_date() {
    let told = family("work: looking\nsafe: no\nrole: dad");
    let flags = |plan: signpost_core::plan::Plan, name: &str| {
        let offer = plan.offer(support(name), Who::Family).unwrap();
        (offer.private, offer.may_have_changed)
    };
    assert_eq!(flags(told.plan(), "grant"), (true, false));
    assert_eq!(flags(told.clone().on("2027-04-06").plan(), "grant"), (true, true));
    assert_eq!(flags(told.plan(), "abuse-line"), (true, false));
    assert_eq!(flags(told.plan(), "dads-at-school"), (false, false));
}

#[test]
fn a_reason_never_repeats_what_was_confided() {
    let told = family("safe: no");
    let plan = told.plan();
    let speaker = Speaker::new(small(), &told.answers);
    let offer = plan.offer(support("abuse-line"), Who::Family).unwrap();
    assert_eq!(speaker.reasons(offer), ["Because of something you told us."]);
}

#[test]
fn on_paper_what_was_confided_has_no_part_and_what_is_private_only_where_the_parent_says_so() {
    let plain = "role: dad, kinship\nchild Ada\nborn: 2023-12\nareas: talk";
    let with_money = format!("{plain}\nwork: looking");
    let told = family(&format!("{with_money}\nhurt: yes"));
    assert!(told.plan().offers().any(|offer| offer.support == support("hurt-help")));
    let on_paper = |private| Plan::on_paper(small(), &told.answers, private, told.today);
    assert_eq!(on_paper(false), Some(family(plain).plan()));
    assert_eq!(on_paper(true), Some(family(&with_money).plan()));
    assert_ne!(on_paper(true), on_paper(false));
    let plain = family(plain);
    let as_it_stands = |private| Plan::on_paper(small(), &plain.answers, private, plain.today);
    assert_eq!([as_it_stands(false), as_it_stands(true)], [None, None]);
}

#[test]
fn a_private_choice_among_plain_ones_goes_by_itself() {
    let content = changed(|written| {
        let choices = &mut written.sections[0].questions[0].choices;
        choices.iter_mut().find(|choice| choice.id == "kinship").unwrap().private = true;
    });
    let told = family_of(content, "role: dad, kinship");
    let dad = Plan::of(content, &family_of(content, "role: dad").answers, told.today);
    assert_eq!(Plan::on_paper(content, &told.answers, false, told.today), Some(dad));
}

#[test]
fn own_words_and_a_month_behind_a_door_are_private_too() {
    for kind in [Kind::Text, Kind::Month] {
        let content = changed(|written| {
            let behind = &mut written.sections[2].questions[0];
            (behind.kind, behind.about) = (kind, About::Family);
            behind.choices.clear();
        });
        let told = family_of(content, if kind == Kind::Text { "work: \"Nights\"" } else { "work: 2026-03" });
        let plain = told.answers.without_private(content).expect("something private was told");
        assert_eq!(plain.get(content, content.question_named("work").unwrap(), Who::Family), Some(&Answer::Skipped));
    }
}
