//! Lists that are taken home: what is on them, and what is not.

use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::home::{self, Brought};
use signpost_core::plan::Plan;
use signpost_core::written::Written;

use crate::family::{Family, changed, family, family_of, small, support};

fn taken(family: &Family) -> Vec<SupportId> {
    let Family { content, answers, today } = family;
    home::of(content, answers, &Plan::of(content, answers, *today), *today)
}

fn text(families: &str) -> String {
    home::write(small(), &taken(&family(families))).text
}

fn brought(content: &Content, text: &str) -> Option<(Vec<String>, usize, bool)> {
    let Brought { supports, gone, elsewhere } = home::read(content, text)?;
    Some((supports.into_iter().map(|id| content.support(id).name.clone()).collect(), gone, elsewhere))
}

/// A later release, in which one support was given up and another was added before all others.
fn later() -> &'static Content {
    changed(|written: &mut Written| {
        written.version = "later".into();
        let supports = &mut written.topics[0].supports;
        let mut new = supports[0].clone();
        new.id = "talk-letter".into();
        supports.retain(|support| support.id != "talk-paid");
        supports.insert(0, new);
    })
}

#[test]
fn two_families_with_the_same_list_take_the_same_text_home() {
    let ada = text("role: kinship\nchild Ada\n born: 2023-12\n areas: talk");
    let others = [
        "role: mum, kinship\nchild\nborn: 2023-11\n areas: talk",
        "child Ben\n born: 2023-12\n areas: talk\nrole: kinship\n work: skip",
    ];
    for other in others {
        assert_eq!(text(other), ada, "{other}");
    }
    assert_ne!(text("role: mum\nchild Ada\n born: 2023-12\n areas: talk"), ada, "another list");
}

#[test]
fn nothing_confided_has_a_part_in_what_is_taken_home() {
    let told = "child Ada\n born: 2023-12\n areas: talk";
    for confided in ["hurt: yes", "hurt: no", "hurt: skip"] {
        assert_eq!(text(&format!("{told}\n{confided}")), text(told), "{confided}");
    }
    let on_screen = family(&format!("{told}\nhurt: yes"));
    let plan = Plan::of(small(), &on_screen.answers, on_screen.today);
    assert!(plan.offers().any(|offer| offer.support == support("hurt-help")));
    assert!(!taken(&on_screen).contains(&support("hurt-help")));
}

#[test]
fn a_support_that_a_private_answer_may_bring_stays_even_where_another_brought_it() {
    let doors = changed(|written: &mut Written| {
        let choices = &mut written.sections[0].questions[0].choices;
        choices.iter_mut().find(|choice| choice.id == "kinship").unwrap().private = true;
    });
    let kin = |content| doors.support_named("kin-advice").map(|id| home::tells(content, content.support(id)));
    assert_eq!((kin(small()), kin(doors)), (Some(false), Some(true)));
    let told = family_of(doors, "role: kinship, dad");
    let names = |supports: Vec<SupportId>| supports.iter().map(|&id| &*doors.support(id).name).collect::<Vec<_>>();
    assert!(names(told.plan().offers().map(|offer| offer.support).collect()).contains(&"kin-advice"));
    assert!(!names(taken(&told)).contains(&"kin-advice"), "{:?}", names(taken(&told)));
}

#[test]
fn what_is_for_two_children_is_taken_home_once() {
    let two = family("child Ada\n born: 2023-12\n areas: talk\nchild Ben\n born: 2023-12\n areas: talk");
    let twice = two.plan().offers().filter(|offer| offer.support == support("talk-paid")).count();
    assert_eq!((twice, taken(&two).iter().filter(|&&id| id == support("talk-paid")).count()), (2, 1));
}

#[test]
fn what_has_no_room_in_the_text_stays_behind_from_the_end_of_the_list() {
    let many = changed(|written: &mut Written| {
        let supports = &mut written.topics[0].supports;
        let more = (0..100).map(|number| {
            let mut one = supports[0].clone();
            one.id = format!("more-{number}");
            one
        });
        supports.extend(more.collect::<Vec<_>>());
    });
    let all: Vec<SupportId> = many.supports().map(|(id, _)| id).collect();
    let written = home::write(many, &all);
    assert!(written.left_out > 0 && written.text.len() <= home::MOST_LETTERS, "{} letters", written.text.len());
    let stays = all.len() - written.left_out;
    let read = home::read(many, &written.text).unwrap();
    assert_eq!(read.supports, all[..stays]);
    assert!(home::write(many, &all[..=stays]).left_out > 0, "not one more than has no room stays behind");
}

#[test]
fn a_later_release_says_how_many_are_no_longer_offered() {
    let text = text("child Ada\n born: 2023-12\n areas: talk");
    let (before, after) = (brought(small(), &text).unwrap(), brought(later(), &text).unwrap());
    assert_eq!((before.1, after.1, after.2), (0, 1, false));
    let stays: Vec<String> = before.0.into_iter().filter(|name| name != "talk-paid").collect();
    assert_eq!(after.0, stays);
}

#[test]
fn a_text_of_this_content_with_a_support_that_it_never_had_is_made_up() {
    let here = changed(|written: &mut Written| written.topics[0].supports.retain(|support| support.id != "talk-paid"));
    let text = text("child Ada\n born: 2023-12\n areas: talk");
    assert_eq!(brought(here, &text), None);
}

/// As they come to the page, with what stands for another letter (`%3D`) read already.
#[test]
fn a_list_is_found_in_whatever_others_made_of_its_link() {
    let text = text("child Ada\n born: 2023-12\n areas: talk");
    let (begins, ends) = text.split_at(9);
    let links = [
        format!("#list={text}"),
        format!("#LIST={text}"),
        format!("#list=3D{text}"),
        format!("#list%3D{text}"),
        format!("#?fbclid=IwAR0_EFGH-list&list={text}&utm_source=list&amp;utm_medium=E-mail"),
        format!("#list={begins}=\r\n> {ends}>, the list."),
        format!("#list= {text})_"),
    ];
    for link in links {
        assert_eq!(brought(small(), &link), brought(small(), &text), "{link}");
    }
    assert!(brought(small(), &text).is_some() && brought(small(), &format!("#list={begins}")).is_none());
}

#[test]
fn what_is_no_list_is_none() {
    for nothing in ["", "EAAAAAAA", "list", "%20", "\u{1f600}", "../../etc"] {
        assert_eq!(brought(small(), nothing), None, "{nothing}");
    }
}
