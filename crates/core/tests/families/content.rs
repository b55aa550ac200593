//! Reading a pack: what leads nowhere or does not fit is left out and named, and nothing takes another's place.

use signpost_core::written::{self, Written};

fn choices(many: usize) -> Written {
    let choice = |number: usize| written::Choice { id: format!("c-{number}"), ..written::Choice::default() };
    let question =
        written::Question { id: "q".into(), choices: (0..many).map(choice).collect(), ..written::Question::default() };
    let section = written::Section { id: "1".into(), questions: vec![question], ..written::Section::default() };
    Written { sections: vec![section], ..Written::default() }
}

#[test]
fn what_there_is_no_room_for_is_left_out_and_named() {
    let (content, problems) = choices(65_537).content();
    assert_eq!(content.choices().count(), 65_536);
    assert_eq!(problems, ["there is no room for the choice c-65536: a catalogue holds 65536 of a kind"]);
    assert_eq!(content.choice_named("q.c-65536"), None);
    let last = content.choice_named("q.c-65535").unwrap();
    assert_eq!((last.index(), content.choice_name(last)), (65_535, "q.c-65535".into()));
}

#[test]
fn a_question_without_room_takes_nothing_from_the_others() {
    let mut pack = choices(1);
    let many =
        (0..65_536).map(|number| written::Question { id: format!("q-{number}"), ..written::Question::default() });
    pack.sections[0].questions.extend(many);
    let (content, problems) = pack.content();
    assert_eq!((content.questions().count(), problems.len()), (65_536, 1));
    assert_eq!(content.section(content.sections().next().unwrap().0).questions.len(), 65_536);
}
