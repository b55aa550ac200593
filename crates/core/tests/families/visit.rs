//! Events: what each does to the visit, and what the browser must do then.

use signpost_core::family::{Answer, LONGEST_TEXT, MOST_CHILDREN, Who};
use signpost_core::path::Stop;
use signpost_core::plan::Mark;
use signpost_core::sheet::{Meeting, SentenceId};
use signpost_core::visit::{Aside, Event, Keeping, Page, Place, Visit};

use crate::family::{Family, answer, choice, family, question, small, support};

/// `sleep, talk`, `skip`, `pna`, or nothing.
fn told(visit: &Visit, family: &Family, of: &str, name: &str) -> String {
    let asking = family.asking(of, name);
    match visit.answers.get(small(), asking.question, asking.who) {
        Some(Answer::Ticked(ticks)) => {
            ticks.iter().map(|&tick| small().choice(tick).name.as_str()).collect::<Vec<_>>().join(", ")
        }
        other => format!("{other:?}"),
    }
}

fn ticking(family: &Family, of: &str, name: &str, choices: &[(&str, bool)]) -> String {
    let tick = |visit, &(each, on): &(&str, bool)| {
        family.after(visit, Event::ChoiceSet(family.asking(of, name), choice(&format!("{of}.{each}")), on))
    };
    told(&choices.iter().fold(family.visit(), tick), family, of, name)
}

#[test]
fn a_choice_that_stands_alone_clears_the_rest_and_is_cleared_by_them() {
    let ada = family("child Ada");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("talk", true), ("sleep", true)]), "sleep, talk");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("talk", true), ("nothing", true)]), "nothing");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("nothing", true), ("not-sure", true)]), "not-sure");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("nothing", true), ("talk", true)]), "talk");
}

#[test]
fn unticking_the_last_choice_takes_the_answer_back() {
    let ada = family("child Ada");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("talk", true), ("talk", false)]), "None");
    assert_eq!(ticking(&ada, "areas", "Ada", &[("talk", true), ("sleep", false)]), "talk");
}

#[test]
fn where_one_choice_may_be_ticked_the_next_replaces_it() {
    let ada = family("child Ada");
    assert_eq!(ticking(&ada, "setting", "Ada", &[("home", true), ("school", true)]), "school");
    assert_eq!(ticking(&ada, "work", "family", &[("looking", true), ("earning", true)]), "earning");
    assert_eq!(ticking(&ada, "born", "Ada", &[("under-2", true), ("school", true)]), "school");
}

#[test]
fn an_age_band_replaces_a_month_and_a_month_a_band() {
    let ada = family("child Ada\nborn: 2024-01");
    assert_eq!(ticking(&ada, "born", "Ada", &[("under-2", true)]), "under-2");
    let banded = family("child Ada\nborn: under-2");
    let after =
        banded.after(banded.visit(), Event::Answered(banded.asking("born", "Ada"), Some(answer("born", "2024-01"))));
    assert_eq!(told(&after, &banded, "born", "Ada"), "Some(Month(Month(24288)))");
}

#[test]
fn an_answer_about_the_wrong_person_is_dropped() {
    let ada = family("child Ada\nchild Ben");
    let (family_question, child_question) = (question("role"), question("areas"));
    let mut answers = ada.answers.clone();
    answers.set(small(), family_question, ada.who("Ada"), Some(answer("role", "mum")));
    answers.set(small(), child_question, Who::Family, Some(answer("areas", "talk")));
    assert_eq!(answers, ada.answers);
    let ben = ada.who("Ben");
    if let Who::Child(key) = ben {
        answers.remove_child(key);
    }
    let without_ben = answers.clone();
    answers.set(small(), child_question, ben, Some(answer("areas", "talk")));
    answers.set(small(), question("hurt"), ben, Some(answer("hurt", "yes")));
    assert_eq!(answers, without_ben);
}

#[test]
fn a_choice_of_another_question_is_dropped() {
    let ada = family("child Ada");
    let foreign = Answer::Ticked(vec![choice("goals.sleep"), choice("areas.talk")]);
    let after = ada.after(ada.visit(), Event::Answered(ada.asking("areas", "Ada"), Some(foreign)));
    assert_eq!(told(&after, &ada, "areas", "Ada"), "talk");
}

#[test]
fn skipping_goes_on_and_takes_no_answer_away() {
    let ada = family("child Ada\nrole: mum");
    let at = |of: &str| Visit {
        place: Place { page: Page::Asking, stop: Stop::Question(ada.asking(of, "Ada")) },
        ..ada.visit()
    };
    let skipped = ada.after(at("areas"), Event::Skipped);
    assert_eq!(told(&skipped, &ada, "areas", "Ada"), "Some(Skipped)");
    assert_eq!(ada.stop(skipped.place.stop), "good-at of Ada");
    assert_eq!(told(&ada.after(at("role"), Event::Skipped), &ada, "role", "family"), "mum");
}

#[test]
fn removing_a_child_takes_its_answers_and_marks_and_leaves_the_others_alone() {
    let two = family("child Ada\nareas: talk\nhurt: yes\nchild Ben\nareas: talk\nhurt: yes");
    let (ada, ben) = (two.who("Ada"), two.who("Ben"));
    let mark = |visit, who| two.after(visit, Event::Marked(support("talk-web"), vec![who], Some(Mark::Want)));
    let marked = mark(mark(two.visit(), ada), ben);
    let Who::Child(key) = ada else { panic!("Ada is a child") };
    let after = two.after(marked, Event::ChildRemoved(key));
    assert_eq!(after.marks.keys().copied().collect::<Vec<_>>(), [(support("talk-web"), ben)]);
    assert_eq!(after.answers.get(small(), question("hurt"), ada), None);
    assert_eq!(told(&after, &two, "areas", "Ben"), "talk");
    assert_eq!(after.answers.get(small(), question("hurt"), ben), Some(&answer("hurt", "yes")));
}

#[test]
fn a_child_added_later_never_gets_the_answers_of_one_that_was_removed() {
    let ada = family("child Ada\nareas: talk");
    let key = ada.child("Ada");
    let visit = ada.after(ada.after(ada.visit(), Event::ChildRemoved(key)), Event::ChildAdded);
    let added = visit.answers.children();
    assert_eq!(added.len(), 1);
    assert_ne!(added[0].key, key);
    assert!(visit.answers.is_empty());
}

#[test]
fn a_number_is_given_to_one_child_only() {
    let two = family("child Ada\nchild Ben");
    let numbers = |visit: &Visit| visit.answers.children().iter().map(|child| child.key.number()).collect::<Vec<_>>();
    assert_eq!(numbers(&two.visit()), [0, 1]);
    let ada = two.child("Ada");
    let later = two.after(two.after(two.visit(), Event::ChildRemoved(ada)), Event::ChildAdded);
    assert_eq!(numbers(&later), [1, 2]);
}

#[test]
fn from_a_list_that_a_link_brought_back_leads_to_the_start_and_so_it_is_written_down() {
    let nobody = family("");
    let home = nobody.after(nobody.visit(), Event::Opened(Page::Home));
    assert_eq!(home.place_told(small(), nobody.today).page, Page::Start);
    assert_eq!(nobody.after(home, Event::WentBack).place.page, Page::Start);
}

#[test]
fn what_was_confided_is_known_to_be_there_and_shown_to_nobody() {
    let (plain, confided) = (family("role: mum"), family("safe: no"));
    assert!(plain.answers.is_plain() && !confided.answers.is_plain());
    assert!(confided.answers.without_confided().is_plain());
    let shown = format!("{:?}", confided.answers);
    assert!(shown.contains("confided: Confided,"), "{shown}");
}

#[test]
fn removing_a_child_takes_what_was_chosen_for_the_sheet_about_it_and_nothing_else() {
    let two = family("child Ada\nareas: talk\nchild Ben\nareas: talk");
    let (ada, ben) = (two.who("Ada"), two.who("Ben"));
    let sentence = |who| SentenceId { question: question("areas"), who, choice: Some(choice("areas.talk")) };
    let off = |visit, who| two.after(visit, Event::SheetSentencesSet(vec![(sentence(who), false)], None));
    let without = |visit, who| match who {
        Who::Child(child) => two.after(visit, Event::SheetChildSet(child, false)),
        Who::Family => visit,
    };
    let Who::Child(key) = ada else { panic!("Ada is a child") };
    let both = without(without(off(off(two.visit(), ada), ben), ada), ben);
    assert_eq!(both.sheet.sentences, [(sentence(ada), false), (sentence(ben), false)]);
    let after = two.after(both, Event::ChildRemoved(key));
    assert_eq!(after.sheet.sentences, [(sentence(ben), false)]);
    assert_eq!(after.sheet.without.into_iter().map(Who::Child).collect::<Vec<_>>(), [ben]);
}

#[test]
fn there_is_room_for_so_many_children_and_no_more() {
    let nobody = family("");
    let full = (0..MOST_CHILDREN + 3).fold(nobody.visit(), |visit, _| nobody.after(visit, Event::ChildAdded));
    assert_eq!(full.answers.children().len(), MOST_CHILDREN);
}

#[test]
fn names_and_notes_are_cut_not_refused() {
    let ada = family("child Ada");
    let key = ada.child("Ada");
    let named = ada.after(ada.visit(), Event::ChildNamed(key, "A\nda\t".repeat(100)));
    assert_eq!(named.answers.children()[0].name, "Ada".repeat(20));
    let noted = ada.after(named, Event::NoteWritten("é".repeat(LONGEST_TEXT + 1)));
    assert_eq!(noted.note.chars().count(), LONGEST_TEXT);
}

#[test]
fn forgetting_leaves_nothing_but_the_wish_not_to_be_kept() {
    for (before, after) in [
        (Keeping::Nowhere, Keeping::Nowhere),
        (Keeping::ThisVisit, Keeping::ThisVisit),
        (Keeping::ThisDevice, Keeping::ThisVisit),
    ] {
        let told = family("role: mum\nchild Ada\nareas: talk\nhurt: yes");
        let visit = Visit { keeping: before, note: "A note".into(), ..told.visit() };
        assert_eq!(told.after(visit, Event::Forgotten), Visit { keeping: after, ..Visit::default() });
    }
}

#[test]
fn whatever_a_parent_tells_is_told() {
    let ada = family("child");
    let who = Who::Child(ada.answers.children()[0].key);
    let home = small().sections().find(|(_, section)| section.has_door).map(|(id, _)| id).unwrap();
    assert!(Visit::default().is_blank());
    for event in [
        Event::Answered(ada.asking("role", "family"), Some(answer("role", "mum"))),
        Event::Answered(ada.asking("safe", "family"), Some(answer("safe", "no"))),
        Event::ChildNamed(ada.answers.children()[0].key, "Ada".into()),
        Event::ChildAdded,
        Event::Marked(support("hub"), vec![who], Some(Mark::Want)),
        Event::NoteWritten("A note".into()),
        Event::DoorAnswered(home, true),
        Event::MeetingChosen(Meeting::Review),
        Event::SheetSupportSet(support("hub"), true),
    ] {
        assert!(!ada.after(Visit::default(), event.clone()).is_blank(), "{event:?}");
    }
    for event in [Event::WentToQuestions, Event::WentOn, Event::Opened(Page::List)] {
        assert!(ada.after(Visit::default(), event.clone()).is_blank(), "{event:?}");
    }
}

#[test]
fn children_can_be_added_and_taken_away_as_often_as_a_parent_likes() {
    let nobody = family("child");
    let mut visit = nobody.visit();
    for turn in 0..300 {
        visit = nobody.after(visit, Event::ChildAdded);
        assert_eq!(visit.answers.children().len(), 2, "after {turn} children came and went");
        let first = visit.answers.children()[0].key;
        visit = nobody.after(visit, Event::ChildRemoved(first));
    }
}

#[test]
fn the_sheet_goes_back_to_the_list_and_the_list_to_the_questions() {
    let ada = family("child Ada");
    let sheet = ada.after(ada.visit(), Event::Opened(Page::Sheet));
    let list = ada.after(sheet, Event::WentBack);
    assert_eq!(list.place.page, Page::List);
    assert_eq!(ada.after(list, Event::WentBack).place.page, Page::Asking);
}

#[test]
fn a_question_that_was_opened_from_the_list_leads_back_to_it_by_every_way() {
    let told = family("child Ada\nareas: talk");
    let on_list = told.after(told.visit(), Event::Opened(Page::List));
    let asking = told.asking("care", "Ada");
    for opened in [Event::WentAside(asking), Event::WentTo(asking)] {
        for back in [Event::WentOn, Event::Skipped, Event::WentBack, Event::Opened(Page::List)] {
            let there = told.after(on_list.clone(), opened.clone());
            assert_eq!(there.place, Place { page: Page::Asking, stop: Stop::Question(asking) });
            let answered = told.after(there, Event::ChoiceSet(asking, choice("care.yes"), true));
            let after = told.after(answered, back.clone());
            assert_eq!(after.place.page, Page::List, "{opened:?}, {back:?}");
            let spot = if opened == Event::WentAside(asking) { Aside::Spot } else { Aside::List };
            assert_eq!(after.aside, spot);
        }
    }
}

#[test]
fn whoever_walks_through_the_questions_goes_on_with_them() {
    let told = family("child Ada\nareas: talk");
    let asking = told.asking("care", "Ada");
    let walks = told.after(told.visit(), Event::WentTo(asking));
    assert_eq!(told.after(walks, Event::WentOn).place.page, Page::Asking, "an answer that is changed on the way");
    let aside = told.after(told.after(told.visit(), Event::Opened(Page::List)), Event::WentAside(asking));
    for away in [Event::Opened(Page::Sheet), Event::WentToQuestions, Event::Lingered] {
        let left = told.after(told.after(aside.clone(), Event::WentOn), away.clone());
        assert_eq!(left.aside, Aside::No, "{away:?}");
    }
    let returned = told.after(aside.clone(), Event::Returned(aside.place));
    assert_eq!(returned.aside, Aside::No, "by the browser's own Back");
}

#[test]
fn which_of_the_questions_of_a_screen_they_went_to_is_known_until_something_else_happens() {
    let told = family("child Ada\nareas: talk");
    let asking = told.asking("care", "Ada");
    for goes in [Event::WentAside(asking), Event::WentTo(asking)] {
        let there = told.after(told.visit(), goes);
        assert_eq!(there.asked, Some(asking));
        assert_eq!(told.after(there, Event::ChoiceSet(asking, choice("care.yes"), true)).asked, None);
    }
}
