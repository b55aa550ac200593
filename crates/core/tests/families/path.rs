//! The path: which stops, in which order, and how to walk along it.

use signpost_core::judge::Judge;
use signpost_core::path::{Path, Progress, Stop, is_answered};
use signpost_core::visit::{Event, Page, Place, Visit};
use signpost_core::written::Section;

use crate::family::{Family, answer, changed, family, family_of, small};

const SHUT: &str = "children, role, born of Ada, setting of Ada, areas of Ada, good-at of Ada, \
    door 3-home, door 4-ok, goals, how";

fn shut(family: &Family) -> Visit {
    Visit { answers: family.answers.clone(), ..Visit::default() }
}

fn place(family: &Family, visit: &Visit) -> String {
    match visit.place.page {
        Page::Asking => family.stop(visit.place.stop),
        page => page.name().to_owned(),
    }
}

fn walk(family: &Family, mut visit: Visit, event: &Event) -> Vec<String> {
    let mut places = Vec::new();
    for _ in 0..50 {
        visit = family.after(visit, event.clone());
        places.push(place(family, &visit));
    }
    places.dedup();
    places
}

#[test]
fn questions_about_children_are_asked_child_by_child() {
    let two = family("child Ada\nareas: talk\nchild Ben");
    let stops = two.stops(&two.visit());
    let children = "role, born of Ada, setting of Ada, areas of Ada, care of Ada, hurt of Ada, good-at of Ada, \
        born of Ben, setting of Ben, areas of Ben, good-at of Ben, door 3-home";
    assert!(stops.contains(children), "{stops}");
}

#[test]
fn without_children_only_the_family_is_asked() {
    let none = family("");
    assert_eq!(none.stops(&none.visit()), "children, role, door 3-home, work, funds, door 4-ok, safe, goals, how");
}

#[test]
fn a_shut_door_keeps_its_questions_off_the_path_but_stays_on_it() {
    let ada = family("child Ada\nwork: looking");
    assert_eq!(ada.stops(&shut(&ada)), SHUT);
    assert_eq!(ada.stops(&ada.visit()), SHUT.replace("3-home", "3-home, work, funds").replace("4-ok", "4-ok, safe"));
}

#[test]
fn what_the_sheet_asks_is_not_on_the_path() {
    let ada = family("child Ada");
    assert!(!ada.stops(&ada.visit()).contains("print"));
}

#[test]
fn going_on_and_back_visits_every_stop_both_ways() {
    let ada = family("child Ada");
    let stops: Vec<String> = SHUT.split(", ").map(str::to_owned).collect();
    let asking = ada.after(shut(&ada), Event::WentToQuestions);
    assert_eq!(place(&ada, &asking), "children");
    let on = walk(&ada, asking.clone(), &Event::WentOn);
    assert_eq!(on, [&stops[1..], &["list".to_owned()]].concat());
    let last = asking.path(small(), ada.today).last();
    let end = Visit { place: Place { page: Page::Asking, stop: last }, ..asking };
    let back: Vec<String> = stops.iter().rev().skip(1).cloned().collect();
    assert_eq!(walk(&ada, end, &Event::WentBack)[..back.len() + 1], [&back[..], &["start".to_owned()]].concat());
}

#[test]
fn a_door_leads_into_its_section_or_past_it() {
    let ada = family("child Ada");
    let (home, _) = small().sections().find(|(_, section)| section.name == "3-home").unwrap();
    let before = Visit { place: Place { page: Page::Asking, stop: Stop::Door(home) }, ..shut(&ada) };
    let opened = ada.after(before.clone(), Event::DoorAnswered(home, true));
    assert_eq!(place(&ada, &opened), "work");
    let passed = ada.after(before, Event::DoorAnswered(home, false));
    assert_eq!(place(&ada, &passed), "door 4-ok");
    let shut_again = ada.after(opened, Event::DoorAnswered(home, false));
    assert_eq!(place(&ada, &shut_again), "door 4-ok");
}

#[test]
fn going_to_a_question_behind_a_door_opens_it() {
    let ada = family("child Ada");
    let there = ada.after(shut(&ada), Event::WentTo(ada.asking("funds", "family")));
    assert_eq!(place(&ada, &there), "funds");
}

#[test]
fn a_stop_that_vanishes_gives_way_to_the_one_before_the_gap() {
    let ada = family("child Ada\nareas: talk");
    let at_care =
        Visit { place: Place { page: Page::Asking, stop: Stop::Question(ada.asking("care", "Ada")) }, ..ada.visit() };
    let talk_gone = Event::Answered(ada.asking("areas", "Ada"), Some(answer("areas", "sleep")));
    assert_eq!(place(&ada, &ada.after(at_care, talk_gone)), "areas of Ada");
}

#[test]
fn the_stop_of_a_child_that_is_taken_away_gives_way() {
    let two = family("child Ada\nchild Ben");
    let asking = two.asking("areas", "Ben");
    let at_ben = Visit { place: Place { page: Page::Asking, stop: Stop::Question(asking) }, ..two.visit() };
    let Some(ben) = two.answers.children().last() else { panic!("Ben is there") };
    let after = two.after(at_ben, Event::ChildRemoved(ben.key));
    assert!(after.path(small(), two.today).has(after.place.stop));
    assert_eq!(place(&two, &after), "good-at of Ada");
}

#[test]
fn a_stop_that_vanishes_never_leads_on_to_the_next_child() {
    let two = family("child Ada\nareas: talk\nchild Ben\nareas: talk");
    let at = |of: &str, name: &str| Visit {
        place: Place { page: Page::Asking, stop: Stop::Question(two.asking(of, name)) },
        ..two.visit()
    };
    let talk_gone = |name| Event::Answered(two.asking("areas", name), Some(answer("areas", "sleep")));
    assert_eq!(place(&two, &two.after(at("care", "Ada"), talk_gone("Ada"))), "areas of Ada");
    assert_eq!(place(&two, &two.after(at("care", "Ben"), talk_gone("Ben"))), "areas of Ben");
    let role_only = Visit { place: at("care", "Ada").place, ..two.visit() };
    let elsewhere = two.after(role_only, talk_gone("Ben"));
    assert_eq!(place(&two, &elsewhere), "care of Ada", "what vanishes elsewhere moves nobody");
}

#[test]
fn a_stop_that_is_not_on_the_path_has_no_neighbours() {
    let ada = family("child Ada");
    let judge = Judge::new(small(), &ada.answers, ada.today);
    let path = Path::of(small(), &ada.answers, &shut(&ada).doors, &judge);
    let care = Stop::Question(ada.asking("care", "Ada"));
    assert_eq!((path.has(care), path.after(care), path.before(care)), (false, None, None));
}

#[test]
fn progress_is_silent_about_a_section_that_asks_nothing() {
    let ada = family_of(
        changed(|written| written.sections.insert(2, Section { id: "2-nothing".into(), ..Section::default() })),
        "child Ada",
    );
    let path = shut(&ada).path(ada.content, ada.today);
    let progress = path.progress(ada.content, Stop::Children);
    let names: Vec<&str> = progress.iter().map(|&(id, _)| ada.content.section(id).name.as_str()).collect();
    assert_eq!(names, ["1-you", "2-child", "3-home", "4-ok", "5-want"]);
    assert!(progress.iter().all(|(_, how)| *how == Progress::Ahead));
}

#[test]
fn what_was_skipped_or_not_told_is_not_answered() {
    assert!(["sleep", "2024-12", "\"chess\""].into_iter().all(|told| is_answered(Some(&answer("areas", told)))));
    assert!(!["skip", "pna"].into_iter().any(|told| is_answered(Some(&answer("areas", told)))));
    assert!(!is_answered(None));
}

#[test]
fn progress_names_each_section_with_a_stop_once() {
    let ada = family("child Ada");
    let path = shut(&ada).path(small(), ada.today);
    let at = Stop::Question(ada.asking("areas", "Ada"));
    let progress: Vec<(&str, Progress)> =
        path.progress(small(), at).iter().map(|&(id, how)| (small().section(id).name.as_str(), how)).collect();
    assert_eq!(
        progress,
        [
            ("1-you", Progress::Done),
            ("2-child", Progress::Here),
            ("3-home", Progress::Ahead),
            ("4-ok", Progress::Ahead),
            ("5-want", Progress::Ahead),
        ]
    );
}

#[test]
fn a_parent_in_a_hurry_is_asked_the_essentials_of_each_child_and_passes_every_door_by() {
    let two = family("child Ada\nchild Ben");
    let hurried = two.after(shut(&two), Event::Hurried);
    assert_eq!(two.stops(&hurried), "children, areas of Ada, areas of Ben, goals");
    assert_eq!(place(&two, &hurried), "areas of Ada", "and is on the way at once");
    assert_eq!(walk(&two, hurried, &Event::WentOn), ["areas of Ben", "goals", "list"]);
}

#[test]
fn whoever_lingers_after_all_goes_on_with_the_first_question_that_was_passed_over() {
    let ada = family("role: mum\nchild Ada");
    let hurried = ada.after(shut(&ada), Event::Hurried);
    let listed = ada.after(ada.after(hurried.clone(), Event::WentOn), Event::WentOn);
    assert_eq!(place(&ada, &listed), "list");
    let lingers = ada.after(listed, Event::Lingered);
    assert_eq!((ada.stops(&lingers).as_str(), place(&ada, &lingers).as_str()), (SHUT, "born of Ada"));
    let back = ada.after(ada.after(hurried, Event::Opened(Page::List)), Event::WentToQuestions);
    assert_eq!(place(&ada, &back), "areas of Ada", "whoever only looked at the list is in a hurry still");
}

#[test]
fn whoever_was_in_no_hurry_lingers_where_they_were() {
    let ada = family("child Ada");
    let there = ada.after(shut(&ada), Event::WentTo(ada.asking("areas", "Ada")));
    let lingers = ada.after(ada.after(there, Event::Opened(Page::List)), Event::Lingered);
    assert_eq!(place(&ada, &lingers), "areas of Ada");
}

#[test]
fn a_question_that_was_passed_over_is_there_for_whoever_goes_to_it() {
    let ada = family("child Ada");
    let hurried = ada.after(shut(&ada), Event::Hurried);
    let essential = ada.after(hurried.clone(), Event::WentTo(ada.asking("goals", "1")));
    assert!(essential.doors.hurried);
    let other = ada.after(hurried, Event::WentTo(ada.asking("good-at", "Ada")));
    assert_eq!(place(&ada, &other), "good-at of Ada");
}

#[test]
fn whoever_is_through_with_all_questions_lingers_at_the_first_without_an_answer() {
    let through = |family: &Family| {
        let places = std::iter::successors(Some(shut(family)), |visit| {
            (visit.place.page != Page::List).then(|| family.after(visit.clone(), Event::WentOn))
        });
        places.last().unwrap()
    };
    for (told, first) in [
        ("child Ada", "role"),
        ("role: skip\nchild Ada", "role"),
        ("role: mum\nchild Ada\nborn: 2020-01\nsetting: pna", "areas of Ada"),
    ] {
        let family = family(told);
        let lingers = family.after(through(&family), Event::Lingered);
        assert_eq!(place(&family, &lingers), first, "{told}");
    }
}
