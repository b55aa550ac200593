//! Reading content as it is written: what leads nowhere or does not fit is left out and named, nothing takes another's
//! place, and everything that is there is found by its name.

use signpost_core::catalogue::Means;
use signpost_core::content::Content;
use signpost_core::texts::key;
use signpost_core::written::{self, Written};

use crate::family::{small, written};

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

#[test]
fn everything_is_found_by_its_name_and_says_its_own_words() {
    let content = written(include_str!("wire.json")).content().0;
    let door = content.section_named("3-door").expect("a section");
    assert_eq!(content.section(door).name, "3-door");
    assert_eq!((content.section_named("1-open").map(|id| id.index()), content.section_named("gone")), (Some(0), None));
    assert_eq!(content.texts.section(door).title, "Behind a door");
    let said = content.texts.section(door).door.as_ref().expect("what is said before it");
    assert_eq!([&said.title, &said.text, &said.open, &said.skip], ["Shall we ask?", "This and that.", "Yes", "No"]);
    let topics: Vec<&str> = content.topics().map(|(id, _)| content.texts.topic(id)).collect();
    assert_eq!(topics, ["Family", "Money", "Nothing", "School"]);
    for (name, says) in [("warning.first", "First warning."), ("warning.second", "Second warning.")] {
        let id = content.warning_named(name).expect("a warning");
        assert_eq!((content.warning(id), content.texts.warning(id)), (name, says));
    }
    assert_eq!(content.warning_named("warning.gone"), None);
    assert_eq!(
        [key::PRODUCT_NAME, key::CRASH_AGAIN, key::START_TITLE].map(|key| content.texts.words.get(key)),
        ["Signpost", "Again", ""]
    );
}

#[test]
fn contacts_stand_in_the_order_of_phone_text_mailbox_and_website() {
    let content = written(include_str!("wire.json")).content().0;
    let support = |name: &str| content.support(content.support_named(name).expect("a support"));
    let told = |contacts: &[signpost_core::catalogue::Contact]| {
        contacts.iter().map(|contact| contact.address()).collect::<Vec<_>>().join(" ")
    };
    let full = support("full");
    assert_eq!(told(&full.contacts), "tel:03001234097 sms:85258 mailto:jo@example.org https://www.example.org/a");
    let also: Vec<String> = full.also.iter().map(|also| told(also)).collect();
    assert_eq!(also, ["tel:116123 sms:88247", "mailto:a@example.org https://example.org", ""]);
    assert_eq!(told(&support("bare").contacts), "");
    for (means, to) in [
        (Means::Call, Some("0300 123 4097")),
        (Means::Text, Some("85258")),
        (Means::Mail, Some("jo@example.org")),
        (Means::Web, Some("https://www.example.org/a")),
    ] {
        assert_eq!(full.contact(means).map(|contact| contact.to.as_str()), to);
        assert_eq!(support("web-only").contact(means).is_some(), means == Means::Web);
    }
}

#[test]
fn what_is_written_is_read_again_and_what_is_usual_is_not_written() {
    let everything = written(include_str!("wire.json"));
    let again = serde_json::to_string(&everything).expect("it is written");
    assert_eq!(written(&again), everything);
    let fields = |value: serde_json::Result<serde_json::Value>| {
        let value = value.expect("it is written");
        value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(fields(serde_json::to_value(written::Question::default())), "about id kind text");
    assert_eq!(fields(serde_json::to_value(written::Choice::default())), "id label");
    assert_eq!(fields(serde_json::to_value(written::Soon::default())), "says");
    assert_eq!(fields(serde_json::to_value(written::Support::default())), "about cost how id kind name what who");
    assert_eq!(
        fields(serde_json::to_value(Written::default())),
        "checked forms language newest numbers sections topics version words"
    );
}

#[test]
fn content_that_travels_leaves_behind_what_only_authors_read() {
    let travelling = small().clone().travelling();
    assert!(travelling.conditions().all(|(_, condition)| condition.name.is_empty()));
    assert_eq!(travelling.sections().count(), small().sections().count());
    let mut texts = small().texts.clone();
    texts.words.clone_from(&travelling.texts.words);
    assert_eq!(travelling.texts, texts);
}

#[test]
fn words_of_pages_that_need_no_script_stay_behind() {
    let mut with_pages = written(include_str!("small.json"));
    with_pages.words.insert("pages.letters".into(), "Letters".into());
    let content = with_pages.content().0;
    let said =
        |content: &Content| [key::PAGES_LETTERS, key::CHILD_UNNAMED].map(|key| content.texts.words.get(key).to_owned());
    assert_eq!(said(&content), ["Letters", "your child"]);
    assert_eq!(said(&content.travelling()), ["", "your child"]);
}
