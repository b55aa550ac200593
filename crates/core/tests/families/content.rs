//! Reading a pack: what leads nowhere or does not fit is left out and named, and nothing takes another's place.

use signpost_core::content::Content;
use signpost_core::pack::{self, Pack};

fn choices(many: usize) -> Pack {
    let choice = |number: usize| pack::Choice { id: format!("c-{number}"), ..pack::Choice::default() };
    let question =
        pack::Question { id: "q".into(), choices: (0..many).map(choice).collect(), ..pack::Question::default() };
    let section = pack::Section { id: "1".into(), questions: vec![question], ..pack::Section::default() };
    Pack { sections: vec![section], ..Pack::default() }
}

#[test]
fn what_there_is_no_room_for_is_left_out_and_named() {
    let (content, problems) = Content::from_pack(choices(65_537));
    assert_eq!(content.choices().count(), 65_536);
    assert_eq!(problems, ["there is no room for the choice c-65536: a pack holds 65536 of a kind"]);
    assert_eq!(content.choice_named("q.c-65536"), None);
    let last = content.choice_named("q.c-65535").unwrap();
    assert_eq!((last.index(), content.choice_name(last)), (65_535, "q.c-65535".into()));
}

#[test]
fn a_question_without_room_takes_nothing_from_the_others() {
    let mut pack = choices(1);
    let many = (0..65_536).map(|number| pack::Question { id: format!("q-{number}"), ..pack::Question::default() });
    pack.sections[0].questions.extend(many);
    let (content, problems) = Content::from_pack(pack);
    assert_eq!((content.questions().count(), problems.len()), (65_536, 1));
    assert_eq!(content.section(content.sections().next().unwrap().0).questions.len(), 65_536);
}
