//! The sheet: what goes on it by itself, by a mark and by hand, and what never can.

use signpost_core::catalogue::{Named, SheetPart};
use signpost_core::family::Who;
use signpost_core::plan::Mark;
use signpost_core::sheet::{Meeting, SentenceId, Sheet};
use signpost_core::speech::Speaker;
use signpost_core::visit::{Event, Visit};
use signpost_core::written::Choice;

use crate::family::{Family, changed, choice, day, family, family_of, small, support};

fn sheet(family: &Family, visit: &Visit) -> Sheet {
    let plan = signpost_core::plan::Plan::of(small(), &visit.answers, family.today);
    visit.sheet_now(small(), &plan, family.today)
}

/// The supports that go on paper.
fn on(family: &Family, visit: &Visit) -> String {
    let sheet = sheet(family, visit);
    sheet.supports_on().map(|chosen| small().support(chosen.support).name.as_str()).collect::<Vec<_>>().join(", ")
}

fn may_go_on(family: &Family, visit: &Visit, name: &str) -> bool {
    sheet(family, visit).supports.iter().any(|chosen| chosen.support == support(name))
}

fn blocks(family: &Family, visit: &Visit) -> String {
    let sheet = sheet(family, visit);
    let on = sheet.blocks.iter().filter(|block| block.on);
    on.map(|block| small().choice(block.choice).name.as_str()).collect::<Vec<_>>().join(", ")
}

fn meets(family: &Family, visit: Visit, meeting: Meeting) -> Visit {
    family.after(visit, Event::MeetingChosen(meeting))
}

/// What they want to talk about, as it goes on paper.
fn needs(family: &Family, visit: &Visit) -> String {
    let sheet = sheet(family, visit);
    let speaker = Speaker::new(small(), &visit.answers);
    let needs = sheet.blocks.iter().find(|block| block.part == SheetPart::Needs).unwrap();
    needs.sentences_on().map(|sentence| speaker.sentence(sentence)).collect::<Vec<_>>().join(" / ")
}

/// The place of a sentence of this choice about this child.
fn sentence(family: &Family, name: &str, of: &str) -> SentenceId {
    let choice = choice(name);
    SentenceId { question: small().choice(choice).question, who: family.who(of), choice: Some(choice) }
}

fn raised(family: &Family, visit: Visit, sentence: SentenceId) -> (Visit, usize) {
    let (order, before) = self::sheet(family, &visit).with_raised(sentence);
    (family.after(visit, Event::SheetSentencesSet(order, Some(before))), before)
}

#[test]
fn a_babys_sheet_is_for_the_health_visitor_and_any_other_for_school_until_the_parent_says_whom_they_meet() {
    for (told, meeting) in [
        ("", Meeting::School),
        ("child Ada", Meeting::School),
        ("child Ada\nborn: skip", Meeting::School),
        ("child Ada\nborn: not-born", Meeting::Health),
        ("child Ada\nborn: under-2", Meeting::Health),
        ("child Ada\nborn: 2027-02", Meeting::Health),
        ("child Ada\nborn: 2024-12", Meeting::Health),
        ("child Ada\nborn: 2024-11", Meeting::School),
        ("child Ada\nborn: 2026-01\nchild Ben\nborn: 2020-01", Meeting::School),
        ("child Ada\nborn: 2026-01\nchild Ben\nborn: 2025-06", Meeting::Health),
    ] {
        let told = family(told);
        assert_eq!(sheet(&told, &told.visit()).meeting, meeting, "{:?}", told.answers);
        let chosen = meets(&told, told.visit(), Meeting::Gp);
        assert_eq!(sheet(&told, &chosen).meeting, Meeting::Gp);
    }
    let two = family("child Ada\nborn: 2026-01\nchild Ben\nborn: 2020-01");
    let ben = two.child("Ben");
    let of_ada = two.after(two.visit(), Event::SheetChildSet(ben, false));
    assert_eq!(sheet(&two, &of_ada).meeting, Meeting::School, "who is met does not change with whom it is about");
}

#[test]
fn what_can_be_had_through_whoever_the_meeting_is_with_comes_first_and_brings_the_questions() {
    let told = family("role: dad, kinship\nchild Ada\nareas: talk");
    for (meeting, first, asked) in [
        (Meeting::School, "dads-at-school, talk-web", "dads-at-school"),
        (Meeting::Senco, "dads-at-school, talk-web", "dads-at-school"),
        (Meeting::Gp, "clinic-by-referral, talk-web", "clinic-by-referral"),
        (Meeting::Other, "talk-web, talk-phone", "talk-web, talk-phone, talk-paid, clinic-by-referral, kin-advice"),
        (Meeting::Health, "talk-web, talk-phone", "talk-web, talk-phone, talk-paid, clinic-by-referral, kin-advice"),
    ] {
        let visit = meets(&told, told.visit(), meeting);
        assert!(on(&told, &visit).starts_with(first), "{meeting:?}: {}", on(&told, &visit));
        let sheet = sheet(&told, &visit);
        let about = sheet.to_ask_about().into_iter().map(|it| small().support(it.support).name.as_str());
        assert_eq!(about.collect::<Vec<_>>().join(", "), asked, "{meeting:?}");
    }
}

#[test]
fn what_is_for_every_family_stays_behind_what_was_chosen_whoever_the_meeting_is_with() {
    let told = family("role: kinship");
    let visit = told.after(told.visit(), Event::SheetSupportSet(support("hub"), true));
    assert_eq!(on(&told, &meets(&told, visit, Meeting::Hub)), "kin-advice, hub");
}

#[test]
fn what_is_for_every_family_is_off_until_the_parent_wants_it_and_on_where_a_wish_brought_it_nearer() {
    assert_eq!(on(&family(""), &family("").visit()), "", "nobody said that they would like to ask about it");
    let lifting = changed(|written| {
        let questions = written.sections.iter_mut().flat_map(|section| &mut section.questions);
        questions.filter(|question| question.id == "goals").for_each(|question| question.lifts = true);
        let supports = written.topics.iter_mut().flat_map(|topic| &mut topic.supports);
        supports.filter(|support| support.id == "hub").for_each(|support| support.goals = vec!["goals.sleep".into()]);
    });
    let told = family_of(lifting, "goals: sleep");
    let sheet = told.visit().sheet_now(lifting, &told.plan(), told.today);
    assert!(sheet.supports_on().any(|chosen| chosen.support == support("hub")), "they said what they want");
    let told = family("role: dad");
    let wanted = told.after(told.visit(), Event::Marked(support("hub"), vec![Who::Family], Some(Mark::Want)));
    assert_eq!(on(&told, &wanted), "hub");
}

#[test]
fn every_paper_has_each_part_once_and_begins_with_what_goes_well() {
    for meeting in Meeting::ALL {
        let parts = meeting.parts();
        let all = SheetPart::ALL.iter().filter(|(_, part)| parts.contains(part)).count();
        assert_eq!((parts[0], all), (SheetPart::Strengths, parts.len()), "{meeting:?}");
        let short = matches!(meeting, Meeting::Health | Meeting::Gp);
        let second = if short { SheetPart::Needs } else { SheetPart::Goals };
        assert_eq!(parts[1], second, "{meeting:?}: where there are ten minutes, what to talk about comes at once");
    }
}

#[test]
fn what_they_want_is_one_sentence_and_each_thing_to_talk_about_has_its_own() {
    let told = family("child Ada\nareas: sleep, talk\ngoals: sleep, together");
    let sheet = sheet(&told, &told.visit());
    let sentences =
        |part| sheet.blocks.iter().find(|block| block.part == part).map_or(0, |block| block.sentences.len());
    assert_eq!((sentences(SheetPart::Goals), sentences(SheetPart::Needs)), (1, 2));
}

#[test]
fn a_sheet_about_one_of_two_children_says_nothing_of_the_other() {
    let told = family("child Ada\nareas: sleep, talk\nchild Ben\nareas: talk");
    let ada = told.child("Ada");
    let of_ben = told.after(told.visit(), Event::SheetChildSet(ada, false));
    let sheet = sheet(&told, &of_ben);
    assert_eq!(sheet.children.into_iter().map(Who::Child).collect::<Vec<_>>(), [told.who("Ben")]);
    assert_eq!(needs(&told, &of_ben), "For Ben: Talking");
    assert!(sheet.supports.iter().all(|chosen| !chosen.whos.contains(&told.who("Ada"))));
    assert!(!may_go_on(&told, &of_ben, "talk-and-sleep"), "that is for Ada");
    let of_both = told.after(of_ben, Event::SheetChildSet(ada, true));
    assert_eq!(of_both, told.visit());
}

#[test]
fn what_is_to_be_talked_about_first_is_put_first_and_what_is_told_later_follows() {
    let told = family("child Ada\nareas: sleep, talk\nchild Ben\nareas: talk");
    let visit = told.visit();
    assert_eq!(needs(&told, &visit), "For Ada: Sleep / For Ada: Talking / For Ben: Talking");
    let of_ben = sentence(&told, "areas.talk", "Ben");
    let (visit, before) = raised(&told, visit, of_ben);
    assert_eq!((needs(&told, &visit).as_str(), before), ("For Ada: Sleep / For Ben: Talking / For Ada: Talking", 1));
    let (visit, _) = raised(&told, visit, of_ben);
    let (visit, before) = raised(&told, visit, of_ben);
    assert_eq!((needs(&told, &visit).as_str(), before), ("For Ben: Talking / For Ada: Sleep / For Ada: Talking", 0));
    let more = Event::ChoiceSet(told.asking("areas", "Ada"), choice("areas.eating"), true);
    let visit = told.after(visit, more);
    assert_eq!(needs(&told, &visit), "For Ben: Talking / For Ada: Sleep / For Ada: Talking / For Ada: Eating");
}

#[test]
fn a_sentence_that_was_taken_off_stays_in_its_place() {
    let told = family("child Ada\nareas: sleep, talk, eating");
    let set = |visit: Visit, on| {
        let sentences = sheet(&told, &visit).with_set(sentence(&told, "areas.talk", "Ada"), on);
        told.after(visit, Event::SheetSentencesSet(sentences, None))
    };
    let off = set(told.visit(), false);
    assert_eq!(needs(&told, &off), "For Ada: Sleep / For Ada: Eating");
    assert_eq!(needs(&told, &set(off, true)), needs(&told, &told.visit()));
}

#[test]
fn a_sentence_that_is_not_there_is_neither_moved_nor_taken_off() {
    let told = family("child Ada\nareas: sleep");
    let sheet = sheet(&told, &told.visit());
    let gone = sentence(&told, "areas.talk", "Ada");
    assert_eq!((sheet.with_set(gone, false), sheet.with_raised(gone)), (vec![], (vec![], 0)));
}

#[test]
fn the_first_five_supports_go_on_by_themselves_once_each() {
    let told = family("role: dad\nchild Ada\nareas: sleep, talk\nchild Ben\nareas: talk");
    let at_home = meets(&told, told.visit(), Meeting::Other);
    assert_eq!(on(&told, &at_home), "talk-web, talk-phone, talk-paid, clinic-by-referral, talk-and-sleep");
    let sheet = sheet(&told, &told.visit());
    let web = sheet.supports.iter().find(|chosen| chosen.support == support("talk-web")).unwrap();
    assert_eq!(web.whos.len(), 2);
}

#[test]
fn what_stands_on_something_confided_can_never_go_on_paper() {
    let told = family("safe: no\nchild Ada\nareas: talk\nhurt: yes");
    assert!(told.targeted().contains("abuse-line") && told.targeted().contains("hurt-help"));
    for name in ["abuse-line", "hurt-help"] {
        let forced = told.after(told.visit(), Event::SheetSupportSet(support(name), true));
        assert!(!may_go_on(&told, &forced, name), "{name}");
    }
    let written = format!("{:?}", sheet(&told, &told.visit()));
    assert!(!written.contains("HURT") && !written.contains("SAFE"), "{written}");
}

#[test]
fn what_comes_from_behind_a_door_is_off_until_the_parent_says_so() {
    let told = family("work: looking");
    assert!(may_go_on(&told, &told.visit(), "grant"));
    assert_eq!(on(&told, &told.visit()), "");
    let by_hand = told.after(told.visit(), Event::SheetSupportSet(support("grant"), true));
    assert_eq!(on(&told, &by_hand), "grant");
    let told = family("role: dad\nwork: looking");
    let wanted = told.after(told.visit(), Event::Marked(support("grant"), vec![Who::Family], Some(Mark::Want)));
    assert_eq!(on(&told, &wanted), "dads-at-school", "wanted alone is not said of the paper, and takes nothing off it");
}

#[test]
fn what_is_wanted_and_no_longer_on_the_list_takes_nothing_off_the_paper() {
    let told = family("role: dad, kinship");
    let visit = told.after(told.visit(), Event::Marked(support("couple-help"), vec![Who::Family], Some(Mark::Want)));
    assert_eq!(on(&told, &visit), on(&told, &told.visit()));
}

#[test]
fn what_the_parent_wants_goes_on_instead_of_the_first_five() {
    let told = family("role: dad, kinship");
    let visit = told.after(told.visit(), Event::Marked(support("kin-advice"), vec![Who::Family], Some(Mark::Want)));
    assert_eq!(on(&told, &visit), "kin-advice");
    let unmarked = told.after(visit, Event::Marked(support("kin-advice"), vec![Who::Family], None));
    assert_eq!(on(&told, &unmarked), "dads-at-school, kin-advice");
}

#[test]
fn what_the_parent_has_or_does_not_want_stays_off() {
    let told = family("role: dad, kinship");
    for mark in [Mark::Have, Mark::NotForUs] {
        let visit = told.after(told.visit(), Event::Marked(support("kin-advice"), vec![Who::Family], Some(mark)));
        assert_eq!(on(&told, &visit), "dads-at-school", "{mark:?}");
    }
}

#[test]
fn a_support_put_on_or_taken_off_by_hand_stays_so() {
    let told = family("role: dad, kinship");
    let off = told.after(told.visit(), Event::SheetSupportSet(support("hub"), false));
    assert_eq!(on(&told, &off), "dads-at-school, kin-advice");
    let marked = told.after(off, Event::Marked(support("hub"), vec![Who::Family], Some(Mark::Want)));
    assert_eq!(on(&told, &marked), "", "taken off by hand, and nothing else is wanted");
}

#[test]
fn what_stays_off_takes_no_room_from_the_first_five() {
    let told = family("child Ada\nareas: sleep, talk");
    let first = "talk-and-sleep, talk-web, talk-phone, talk-paid";
    assert_eq!(on(&told, &told.visit()), format!("{first}, clinic-by-referral"));
    let not_for_us = Event::Marked(support("talk-web"), vec![told.who("Ada")], Some(Mark::NotForUs));
    let without = told.after(told.visit(), not_for_us);
    assert_eq!(on(&told, &without), "talk-and-sleep, talk-phone, talk-paid, clinic-by-referral, sleep-clinic");
}

#[test]
fn everything_that_the_parent_wants_goes_on_however_much_it_is() {
    let told = family("role: dad, kinship\nchild Ada\nareas: sleep, talk");
    let plan = told.plan();
    let wanted = plan.offers().map(|offer| Event::Marked(offer.support, vec![offer.who], Some(Mark::Want)));
    let wanted: Vec<Event> = wanted.collect();
    let visit = wanted.iter().cloned().fold(told.visit(), |visit, event| told.after(visit, event));
    assert_eq!(on(&told, &visit).split(", ").count(), wanted.len());
    assert!(wanted.len() > 6);
}

#[test]
fn only_a_part_that_is_on_is_given_as_one_that_is() {
    let told = family("child Ada");
    let sheet = sheet(&told, &told.visit());
    assert_eq!(sheet.block_on(SheetPart::Goals).map(|block| block.part), Some(SheetPart::Goals));
    assert_eq!(sheet.block_on(SheetPart::Needs), None, "it is off");
    assert_eq!(sheet.block_on(SheetPart::Access), None, "the content has it not");
}

#[test]
fn the_sheet_says_when_the_oldest_thing_on_it_was_checked_and_whether_one_never_was() {
    let content = changed(|written| {
        let supports = written.topics.iter_mut().flat_map(|topic| &mut topic.supports);
        for support in supports {
            support.checked = match support.id.as_str() {
                "hub" => "2026-05-01".into(),
                "dads-at-school" => "2026-03-01".into(),
                "grant" => "2020-01-01".into(),
                _ => String::new(),
            };
        }
    });
    for (told, checked) in [
        ("", (None, false)),
        ("role: dad", (Some("2026-03-01"), false)),
        ("role: dad, kinship", (Some("2026-03-01"), true)),
        ("work: looking", (None, false)),
    ] {
        let told = family_of(content, told);
        let sheet = told.visit().sheet_now(content, &told.plan(), told.today);
        assert_eq!(sheet.checked(content), (checked.0.map(day), checked.1));
    }
    assert_eq!(Sheet::default().checked(content), (None, false));
}

#[test]
fn the_parents_own_words_stand_once_whatever_else_the_question_offers() {
    let content = changed(|written| {
        let good_at = written.sections[1].questions.last_mut().expect("a question");
        good_at.choices = vec![Choice { id: "secret".into(), private: true, ..Choice::default() }];
    });
    let told = family_of(content, "child Ada\ngood-at: \"chess\"");
    let sheet = told.visit().sheet_now(content, &told.plan(), told.today);
    assert_eq!(sheet.sentences().count(), 1);
}

#[test]
fn usual_blocks_are_on_until_the_parent_chooses() {
    let told = family("child Ada");
    assert_eq!(blocks(&told, &told.visit()), "strengths, goals, options");
    let with = told.after(told.visit(), Event::SheetBlockSet(choice("print.needs"), true));
    assert_eq!(blocks(&told, &with), "strengths, goals, needs, options");
    let less = told.after(told.visit(), Event::SheetBlockSet(choice("print.goals"), false));
    assert_eq!(blocks(&told, &less), "strengths, options");
}

#[test]
fn all_blocks_can_be_taken_off() {
    let told = family("child Ada");
    let off = |visit, name: &str| told.after(visit, Event::SheetBlockSet(choice(name), false));
    let none = ["print.strengths", "print.goals", "print.options"].into_iter().fold(told.visit(), off);
    assert_eq!(blocks(&told, &none), "");
    assert_eq!(blocks(&told, &told.after(none, Event::SheetBlockSet(choice("print.goals"), true))), "goals");
}

#[test]
fn only_a_part_of_the_sheet_can_be_put_on_as_one() {
    let told = family("child Ada");
    let after = told.after(told.visit(), Event::SheetBlockSet(choice("goals.sleep"), true));
    assert_eq!(after.answers, told.answers);
}

#[test]
fn the_blocks_repeat_plain_answers_in_the_parents_words() {
    let told = family(
        "child Ada
          areas: sleep, talk
          hurt: yes
          good-at: \"chess\"
        child Ben
          areas: nothing
        goals: sleep",
    );
    let sheet = sheet(&told, &told.visit());
    let said = |name: &str| {
        let block = sheet.blocks.iter().find(|block| small().choice(block.choice).name == name).unwrap();
        let speaker = Speaker::new(small(), &told.answers);
        block.sentences_on().map(|sentence| speaker.sentence(sentence)).collect::<Vec<_>>().join(" / ")
    };
    assert_eq!(said("needs"), "For Ada: Sleep / For Ada: Talking");
    assert_eq!(said("strengths"), "Ada: chess");
    assert_eq!(said("goals"), "You want better sleep");
}
