//! How content travels: what arrives is what was sent, and what was cut, altered or meant for another content is refused.

use std::sync::LazyLock;

use signpost_core::content::Content;
use signpost_core::wire::{self, Refused};
use signpost_core::written::{self, Written};

use crate::family::{small, written};

/// Every kind of line, contact, clock, warning, part of the sheet and flag.
static EVERYTHING: LazyLock<Content> = LazyLock::new(|| {
    let (content, problems) = everything().content();
    assert_eq!(problems, [""; 0], "wire.json");
    content
});

fn everything() -> Written {
    written(include_str!("wire.json"))
}

/// The four parts of a content.
struct Parts {
    asked: Vec<u8>,
    asked_texts: Vec<u8>,
    offered: Vec<u8>,
    offered_texts: Vec<u8>,
}

impl Parts {
    fn of(content: &Content) -> Self {
        Self::beside(content, &[])
    }

    /// Those of a page on which these texts stand already.
    fn beside(content: &Content, on_page: &[String]) -> Self {
        Self {
            asked: wire::asked(content),
            asked_texts: wire::asked_texts(content),
            offered: wire::offered(content),
            offered_texts: wire::offered_texts(content, on_page),
        }
    }

    fn read(&self) -> Result<Content, Refused> {
        wire::read(&self.asked, &self.asked_texts)
    }

    fn arrive(&self, on_page: &[String]) -> Result<Content, Refused> {
        let content = self.read()?;
        wire::bring(&content, &self.offered, &self.offered_texts, on_page)?;
        Ok(content)
    }

    /// Each of the four, to be changed.
    fn each(&mut self) -> [&mut Vec<u8>; 4] {
        [&mut self.asked, &mut self.asked_texts, &mut self.offered, &mut self.offered_texts]
    }

    fn long(&mut self) -> [usize; 4] {
        self.each().map(|part| part.len())
    }
}

/// The same content without line breaks in its texts, which do not travel.
fn in_one_line(mut content: Written) -> Content {
    for support in content.topics.iter_mut().flat_map(|topic| &mut topic.supports) {
        support.what = support.what.replace('\n', " ");
    }
    content.content().0.travelling()
}

#[test]
fn what_arrives_is_what_was_sent() {
    assert_eq!(Parts::of(&EVERYTHING).arrive(&[]), Ok(in_one_line(everything())));
    assert_eq!(Parts::of(small()).arrive(&[]), Ok(small().clone().travelling()));
    let nothing = Written::default().content().0;
    assert_eq!(Parts::of(&nothing).arrive(&[]), Ok(nothing.travelling()));
}

#[test]
fn names_of_conditions_and_warnings_stay_at_home() {
    let arrived = Parts::of(&EVERYTHING).arrive(&[]).unwrap();
    assert_eq!((arrived.condition_named("first"), arrived.warning_named("warning.first")), (None, None));
    assert!(arrived.conditions().all(|(_, condition)| condition.name.is_empty()));
    for part in Parts::of(&EVERYTHING).each() {
        let part = String::from_utf8_lossy(part);
        assert!(!part.contains("second\n") && !part.contains("warning.first"), "{part}");
    }
}

#[test]
fn what_is_sent_again_from_there_is_the_same() {
    let arrived = Parts::of(&EVERYTHING).arrive(&[]).unwrap();
    let (mut before, mut after) = (Parts::of(&EVERYTHING), Parts::of(&arrived));
    assert_eq!(before.each(), after.each());
}

#[test]
fn a_list_of_thousands_arrives_whole() {
    for many in [127, 128, 129, 16_384, 20_000] {
        let choice = |number: usize| written::Choice { id: format!("c-{number}"), ..written::Choice::default() };
        let question =
            written::Question { choices: (0..many).map(choice).collect(), id: "q".into(), ..Default::default() };
        let section = written::Section { questions: vec![question], ..Default::default() };
        let content = Written { sections: vec![section], ..Written::default() }.content().0;
        assert_eq!(Parts::of(&content).arrive(&[]), Ok(content.travelling()), "{many}");
    }
}

#[test]
fn a_text_that_stands_in_the_page_does_not_travel_and_is_there_again() {
    let on_page = ["What is said twice", "", "How", "Not said here"].map(str::to_owned);
    let mut lighter = Parts::beside(&EVERYTHING, &on_page);
    assert_eq!(lighter.arrive(&on_page), Ok(in_one_line(everything())));
    assert!(!String::from_utf8_lossy(&lighter.offered_texts).contains("What is said twice"));
    assert!(lighter.long()[3] < Parts::of(&EVERYTHING).long()[3]);
}

#[test]
fn a_text_of_the_page_that_is_not_there_is_missed() {
    let on_page = ["How", "What is said twice"].map(str::to_owned);
    let lighter = Parts::beside(&EVERYTHING, &on_page);
    for there in [&on_page[..0], &on_page[..1]] {
        assert_eq!(lighter.arrive(there), Err(Refused::Broken), "{there:?}");
    }
    let other = ["Another".to_owned(), on_page[1].clone()];
    assert_ne!(lighter.arrive(&other), Ok(in_one_line(everything())));
}

#[test]
fn a_part_of_another_version_is_refused_by_name() {
    let other = Written { version: "wire-8".into(), ..everything() }.content().0;
    assert!(Parts::of(&other).arrive(&[]).is_ok());
    for changed in 0..4 {
        let (mut parts, mut others) = (Parts::of(&EVERYTHING), Parts::of(&other));
        std::mem::swap(parts.each()[changed], others.each()[changed]);
        assert_eq!(parts.arrive(&[]), Err(Refused::Other), "part {changed}");
    }
}

#[test]
fn a_part_of_another_format_is_refused_by_name() {
    for changed in 0..4 {
        let mut parts = Parts::of(&EVERYTHING);
        let part = &mut parts.each()[changed];
        let at = part.windows(10).position(|here| here == b"signpost 5").expect("the name of the format");
        part[at + 9] = b'2';
        assert_eq!(parts.arrive(&[]), Err(Refused::Other), "part {changed}");
    }
}

#[test]
fn a_part_in_the_place_of_another_is_refused() {
    let parts = Parts::of(&EVERYTHING);
    assert!(wire::read(&parts.asked_texts, &parts.asked).is_err());
    assert!(wire::read(&parts.asked, &parts.offered_texts).is_err());
    let content = parts.read().unwrap();
    assert!(wire::bring(&content, &parts.offered_texts, &parts.offered, &[]).is_err());
    assert!(!content.is_whole(), "then nothing is brought");
    assert_eq!(content.texts.offered(), None);
}

#[test]
fn a_part_that_is_cut_anywhere_is_refused() {
    for changed in 0..4 {
        let mut parts = Parts::of(&EVERYTHING);
        while parts.each()[changed].pop().is_some() {
            assert!(parts.arrive(&[]).is_err(), "part {changed} cut to {}", parts.long()[changed]);
        }
    }
}

#[test]
fn a_part_with_something_behind_it_is_refused() {
    for changed in 0..4 {
        for more in ["\n", "x", "x\n", "\u{0}"] {
            let mut parts = Parts::of(&EVERYTHING);
            parts.each()[changed].extend(more.bytes());
            assert_eq!(parts.arrive(&[]), Err(Refused::Broken), "part {changed} with {more:?}");
        }
    }
}

/// Whatever a changed byte does, nobody is asked or offered anything that was not counted.
#[test]
fn a_part_with_any_byte_changed_is_refused_or_reads_as_something_of_the_same_size() {
    let sizes = |content: &Content| {
        let topics = content.topics().map(|(_, topic)| topic.supports.len());
        let asked = [content.sections().count(), content.questions().count(), content.choices().count()];
        (asked, content.conditions().count(), topics.sum::<usize>(), content.supports().count())
    };
    let whole = sizes(&EVERYTHING);
    for (changed, long) in Parts::of(&EVERYTHING).long().into_iter().enumerate() {
        let mut parts = Parts::of(&EVERYTHING);
        for at in 0..long {
            let byte = parts.each()[changed][at];
            for other in [byte ^ 1, byte ^ 2, byte ^ 0x80, byte.wrapping_add(1), byte.wrapping_sub(1), 0, 0xff] {
                parts.each()[changed][at] = other;
                if let Ok(content) = parts.arrive(&[]) {
                    assert_eq!(sizes(&content), whole, "byte {at} of part {changed} is {other} for {byte}");
                }
            }
            parts.each()[changed][at] = byte;
        }
    }
}

#[test]
fn a_part_that_promises_more_than_it_holds_is_refused_before_room_is_made() {
    let mut parts = Parts::of(&EVERYTHING);
    let part = &mut parts.offered;
    let long = usize::from(part[0] & 0x7f) | usize::from(part[1]) << 7;
    assert!(part[0] >= 0x80 && long > 127, "so many numbers that two bytes say how many");
    let promise = [0xff, 0xff, 0xff, 0xff, 0x0f];
    let numbers = long - 1 + promise.len();
    let mut huge = vec![numbers as u8 | 0x80, (numbers >> 7) as u8];
    huge.extend(promise);
    huge.extend(&part[3..]);
    *part = huge;
    assert_eq!(parts.arrive(&[]), Err(Refused::Broken));
}

#[test]
fn texts_that_are_not_of_the_catalogue_are_refused() {
    type Change = fn(&mut Written);
    let changes: [Change; 6] = [
        |it| it.sections[0].questions[0].choices.truncate(4),
        |it| it.sections[0].questions.truncate(3),
        |it| drop(it.sections.remove(1)),
        |it| it.sections[2].door = None,
        |it| it.sections[0].door = it.sections[2].door.clone(),
        |it| it.sections.push(written::Section::default()),
    ];
    for (number, change) in changes.iter().enumerate() {
        let mut other = everything();
        change(&mut other);
        let (own, other) = (Parts::of(&EVERYTHING), Parts::of(&other.content().0));
        assert_eq!(wire::read(&own.asked, &other.asked_texts), Err(Refused::Broken), "change {number}");
        assert_eq!(wire::read(&other.asked, &own.asked_texts), Err(Refused::Broken), "change {number}");
    }
}

#[test]
fn texts_that_are_not_of_what_is_offered_are_refused() {
    type Change = fn(&mut Written);
    let changes: [Change; 5] = [
        |it| drop(it.topics.pop()),
        |it| drop(it.topics[0].supports.remove(0)),
        |it| drop(it.topics[0].supports[1].soon.pop()),
        |it| drop(it.topics[0].supports[1].also.pop()),
        |it| it.hiding[1].warn = "warning.second".into(),
    ];
    let (own, content) = (Parts::of(&EVERYTHING), Parts::of(&EVERYTHING).read().unwrap());
    for (number, change) in changes.iter().enumerate() {
        let mut other = everything();
        change(&mut other);
        let other = Parts::of(&other.content().0);
        let brought = wire::bring(&content, &own.offered, &other.offered_texts, &[]);
        assert_eq!(brought, Err(Refused::Broken), "change {number}");
        let brought = wire::bring(&content, &other.offered, &own.offered_texts, &[]);
        assert_eq!(brought, Err(Refused::Broken), "change {number}");
        assert!(!content.is_whole() && content.texts.offered().is_none(), "then nothing is brought");
    }
}

#[test]
fn what_is_offered_comes_once() {
    let content = Parts::of(&EVERYTHING).arrive(&[]).unwrap();
    let nothing = Written { topics: Vec::new(), ..everything() };
    let later = Parts::of(&nothing.content().0);
    wire::bring(&content, &later.offered, &later.offered_texts, &[]).expect("it is read");
    assert_eq!(content, in_one_line(everything()), "and not taken");
}
