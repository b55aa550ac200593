//! Planning again: the list that comes out of the one before is the list that is made anew.

use signpost_core::plan::{Changed, Kept, Looks, Sight};
use signpost_core::written::{Case, Line};

use crate::family::{Family, changed, choice, family, family_of, small, support};

/// The list of each of these families, made out of the one before, is their own.
fn planned_in_turn(families: &[Family]) {
    let mut kept = Kept::nothing(small());
    for (number, next) in families.iter().enumerate() {
        kept = kept.again(&next.answers, next.today);
        assert_eq!(*kept.plan(), next.plan(), "family {number}: {}", next.offered());
    }
}

fn told_in_turn(told: &[&str]) {
    planned_in_turn(&told.iter().map(|told| family(told)).collect::<Vec<_>>());
}

#[test]
fn a_tick_and_taking_it_back_gives_the_list_of_each_moment() {
    told_in_turn(&[
        "child Ada",
        "child Ada\nareas: sleep",
        "child Ada\nareas: sleep, talk",
        "child Ada\nareas: talk",
        "child Ada",
    ]);
}

#[test]
fn a_tick_that_opens_a_question_and_the_question_it_opens_both_count() {
    told_in_turn(&[
        "child Ada\nrole: mum",
        "child Ada\nrole: kinship",
        "child Ada\nrole: kinship\norder: guardian",
        "child Ada\nrole: kinship\norder: guardian\norder-date: new",
        "child Ada\nrole: mum\norder: guardian\norder-date: new",
        "child Ada\nrole: kinship\norder: guardian\norder-date: new",
    ]);
}

#[test]
fn a_question_that_was_skipped_or_refused_is_asked_or_not_as_the_list_says() {
    let told = ["", "\ncare: skip", "\ncare: pna", "\ncare: yes", "\ncare: no", ""];
    let families = told.map(|told| family(&format!("child Ada\nareas: talk{told}")));
    assert_eq!(families[0].possible(), "Ada: care-break after care");
    assert_eq!(families[2].possible(), "");
    planned_in_turn(&families);
}

#[test]
fn what_the_parent_wants_and_how_they_like_to_get_help_moves_the_list() {
    let told = ["", "\ngoals: sleep", "\ngoals: sleep, together", "\ngoals: sleep\nhow: phone", "\nhow: web", ""];
    told_in_turn(&told.map(|told| format!("child Ada\nareas: sleep, talk{told}")).each_ref().map(String::as_str));
}

#[test]
fn a_confided_answer_changes_the_list() {
    let told = ["", "\nhurt: yes", "\nhurt: yes\nsafe: no", "\nsafe: no", "\nsafe: yes", ""];
    let told = told.map(|told| format!("child Ada\nareas: talk\ngoals: together{told}"));
    told_in_turn(&told.each_ref().map(String::as_str));
}

#[test]
fn a_month_of_birth_counts_for_the_child_and_for_the_family() {
    let told = ["", "\nborn: 2026-05", "\nborn: 2024-02", "\nborn: 2018-01", "\nborn: under-2", "\nborn: pna"];
    told_in_turn(&told.map(|told| format!("work: looking\nchild Ada{told}")).each_ref().map(String::as_str));
}

#[test]
fn a_month_of_birth_that_a_parent_would_rather_not_say_is_not_asked_for_again() {
    let told = ["", "\nborn: skip", "\nborn: pna", "\nborn: skip", ""];
    let families = told.map(|told| family(&format!("work: looking\nchild Ada{told}")));
    assert_eq!(families[1].possible(), "family: baby-money after born");
    assert_eq!(families[2].possible(), "");
    planned_in_turn(&families);
}

#[test]
fn another_child_or_another_day_is_a_new_list() {
    let one = "work: looking\nchild Ada\nareas: talk";
    let two = format!("{one}\nchild Ben\nareas: sleep");
    let turns = [family(one), family(&two), family(one), family(one).on("2027-04-06"), family(&two)];
    planned_in_turn(&turns);
}

#[test]
fn a_name_changes_nothing_on_the_list() {
    told_in_turn(&["child Ada\nareas: talk", "child Ben\nareas: talk"]);
}

#[test]
fn only_what_looks_at_a_changed_answer_is_judged_anew() {
    let looking = |sight: Sight| {
        let mut changed = Changed::nothing(small());
        changed.add(sight);
        let looking = changed.supports(&Looks::of(small()));
        let named = small().supports().filter(|(id, _)| looking[id.index()]);
        named.map(|(_, support)| support.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    for (name, supports) in [
        ("role.dad", "dads-at-school"),
        ("role.kinship", "kin-advice"),
        ("setting.school", "toddler-check"),
        ("funds.no-public-funds", "grant"),
        ("goals.together", "couple-help"),
    ] {
        assert_eq!(looking(Sight::Choice(choice(name))), supports, "{name}");
    }
    for (id, _) in small().choices() {
        let served = if id == choice("goals.sleep") { "sleep-clinic" } else { "" };
        assert_eq!(looking(Sight::Goal(id)), served, "{}", small().choice_name(id));
    }
    for name in ["how.phone", "print.options", "goals.none", "born.school", "care.no"] {
        assert_eq!(looking(Sight::Choice(choice(name))), "", "{name}");
    }
    assert_eq!(looking(Sight::Ages), "toddler-check, baby-money, childcare-hours");
}

#[test]
fn whatever_a_parent_may_want_what_serves_it_is_judged_anew() {
    let names: Vec<String> = small().choices().map(|(id, _)| small().choice_name(id)).collect();
    let content = changed(|written| written.topics[1].supports[4].goals = names);
    for (id, _) in content.choices() {
        let mut changed = Changed::nothing(content);
        changed.add(Sight::Goal(id));
        assert!(changed.supports(&Looks::of(content))[support("hub").index()], "{}", content.choice_name(id));
    }
}

#[test]
fn content_without_named_conditions_is_planned_again_too() {
    let content = family_of(
        changed(|written| {
            written.conditions.clear();
            written.hiding.clear();
            written.sections[1].questions.retain(|question| question.id != "order");
            let no_names = |lines: &[Line]| !lines.iter().any(|line| matches!(line, Line::Is(_) | Line::AnyChild(_)));
            let plain = |cases: &[Case]| cases.iter().all(|case| no_names(&case.lines));
            written.topics.iter_mut().for_each(|topic| topic.supports.retain(|support| plain(&support.offer_when)));
        }),
        "",
    )
    .content;
    let mut kept = Kept::nothing(content);
    for told in ["", "born: 2024-12\nwork: earning", "born: 2018-01", "areas: sleep, talk\ngoals: sleep", ""] {
        let next = family_of(content, &format!("child Ada\n{told}"));
        kept = kept.again(&next.answers, next.today);
        assert_eq!(*kept.plan(), next.plan(), "{told}");
    }
}
