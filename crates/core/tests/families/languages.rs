//! Another language is other words and nothing else: it counts, lists, dates and faces as its words say.

use proptest::prelude::*;
use signpost_core::content::Content;
use signpost_core::family::Answers;
use signpost_core::speech::Speaker;
use signpost_core::texts::{Direction, Plurals, key};
use signpost_core::time::{AgeSpan, Milestone};
use signpost_core::wire;
use signpost_core::written::Written;

use crate::family::{day, family, written};

/// The small content with these words more.
fn with_words(words: &[(&str, &str)]) -> Written {
    let mut small = written(include_str!("small.json"));
    small.words.extend(words.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())));
    small
}

/// Polish: 1 rok, 2 lata, 5 lat, 22 lata.
fn polish() -> Content {
    let written = with_words(&[
        ("ages.until", "do {until}"),
        ("milestone.age", "{age}"),
        ("age.years.one", "{number} rok"),
        ("age.years.few", "{number} lata"),
        ("age.years.many", "{number} lat"),
        ("age.months.one", "miesiąc"),
        ("age.months.few", "{number} miesiące"),
        ("age.months.many", "{number} miesięcy"),
        ("list.two", "{first} i {last}"),
        ("list.next", "{first}, {next}"),
        ("list.last", "{first} oraz {last}"),
        ("date.day", "{day} {month} {year} r."),
        ("month.may", "maj"),
        ("month-in-date.may", "maja"),
    ]);
    let form = |number: u32| match (number, number % 10, number % 100) {
        (1, ..) => 0,
        (_, _, 12..=14) => 2,
        (_, 2..=4, _) => 1,
        _ => 2,
    };
    let forms = ["one", "few", "many"].map(str::to_owned).to_vec();
    Written { forms, numbers: (0..200).map(form).collect(), ..written }.content().0
}

fn facing(right_to_left: bool) -> Content {
    Written { right_to_left, ..with_words(&[]) }.content().0
}

#[test]
fn an_age_takes_the_form_that_goes_with_its_number() {
    let (polish, nobody) = (polish(), Answers::without_children());
    let speaker = Speaker::new(&polish, &nobody);
    let until = |months| speaker.span(AgeSpan { from: None, until: Some(Milestone::Age(months)) });
    let said = [1, 3, 11, 12, 24, 60, 264].map(until);
    assert_eq!(
        said,
        ["do miesiąc", "do 3 miesiące", "do 11 miesięcy", "do 1 rok", "do 2 lata", "do 5 lat", "do 22 lata"]
    );
}

#[test]
fn lists_and_dates_go_by_the_patterns_of_the_language() {
    let (polish, nobody) = (polish(), Answers::without_children());
    let speaker = Speaker::new(&polish, &nobody);
    let list = |parts: &[&str]| speaker.list(&parts.iter().map(|&part| part.to_owned()).collect::<Vec<_>>());
    assert_eq!([list(&[]), list(&["a"]), list(&["a", "b"])], ["", "a", "a i b"]);
    assert_eq!(list(&["a", "b", "c", "d"]), "a, b, c oraz d");
    assert_eq!((speaker.day(day("2027-05-03")).as_str(), speaker.month_name(5)), ("3 maja 2027 r.", "maj"));
}

#[test]
fn what_stands_in_a_list_is_never_read_as_a_pattern() {
    let (polish, nobody) = (polish(), Answers::without_children());
    let parts = ["{next}", "{last}", "{first}"].map(str::to_owned);
    assert_eq!(Speaker::new(&polish, &nobody).list(&parts), "{next}, {last} oraz {first}");
}

#[test]
fn a_name_keeps_to_itself_where_it_is_written_the_other_way() {
    let said = |right_to_left, name: &str| {
        let (content, family) = (facing(right_to_left), family(&format!("child {name}")));
        let child = family.answers.children()[0].key;
        Speaker::new(&content, &family.answers).child(child)
    };
    assert_eq!([said(false, "Ada"), said(true, "ليلى")], ["Ada", "ليلى"]);
    assert_eq!([said(false, "ليلى"), said(true, "Ada")], ["\u{2068}ليلى\u{2069}", "\u{2068}Ada\u{2069}"]);
}

#[test]
fn a_language_travels_with_its_direction_and_its_forms_and_without_the_words_of_pages() {
    let polish = Content { texts: Written { right_to_left: true, ..with_words(&[]) }.content().0.texts, ..polish() };
    let mut polish = polish.travelling();
    polish.texts.plurals = Plurals::of(|number| number % 3);
    let read = wire::read(&wire::asked(&polish.catalogue), &wire::asked_texts(&polish)).unwrap();
    assert_eq!(read.texts.direction, Direction::RightToLeft);
    let title = |content: &Content| content.texts.words.get(key::SHEET_TITLE).to_owned();
    assert_eq!(title(&read), "", "the words of the list and the sheet come with what is offered");
    wire::bring(&read, &wire::offered(&polish.catalogue), &wire::offered_texts(&polish, &[]), &[]).unwrap();
    assert_eq!((&read.texts.plurals, &read.texts.words), (&polish.texts.plurals, &polish.texts.words));
    let said = [("pages.how", "Jak"), ("question.next", "Dalej"), ("sheet.title", "Kartka")];
    let whole = with_words(&said).content().0;
    let said = |content: &Content, key| content.texts.words.get(key).to_owned();
    assert_eq!([said(&whole, key::PAGES_HOW), said(&whole, key::QUESTION_NEXT)], ["Jak", "Dalej"]);
    let travelling = whole.travelling();
    let [how, next, sheet] = [key::PAGES_HOW, key::QUESTION_NEXT, key::SHEET_TITLE].map(|key| said(&travelling, key));
    assert_eq!([how, next, sheet], ["", "Dalej", "Kartka"]);
}

proptest! {
    #[test]
    fn a_table_gives_back_whatever_rule_it_was_made_of(forms in prop::collection::vec(0_u32..6, 200), number in 0_u32..100_000) {
        let place = if number < 100 { number } else { 100 + number % 100 };
        let table = Plurals::of(|number| forms[number as usize]);
        prop_assert_eq!(table.form(number), forms[place as usize] as usize);
    }
}
