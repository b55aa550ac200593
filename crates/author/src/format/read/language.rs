//! How we write: limits, and lists of words with what to say instead.

use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::Draft;
use crate::format::house_style::{HouseStyle, Instead};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::problem::{At, Problem};

/// Reads `language.toml`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::LANGUAGE);
    let mut limit = |key| table.must(key).and_then(Value::number).map_or(usize::MAX, |limit| limit.value);
    let style = HouseStyle {
        reading_age: limit("reading_age"),
        shortest_text: limit("shortest_text"),
        longest_sentence: limit("longest_sentence"),
        checked_within: table.must("checked_within").and_then(Value::months).unwrap_or(i32::MAX),
        names: phrases(&mut table, "names"),
        unfinished: phrases(&mut table, "unfinished"),
        look_again: phrases(&mut table, "look_again"),
        jargon: instead(&mut table, "jargon"),
        blame: instead(&mut table, "blame"),
        spelling: instead(&mut table, "spelling"),
        promise: table.tables("promise").into_iter().filter_map(one).collect(),
    };
    table.finish();
    twice(book, &style);
    draft.house_style = Some(style);
}

fn phrases(table: &mut Table<'_>, key: &'static str) -> Vec<String> {
    let phrases = table.must(key).map(Value::names).unwrap_or_default();
    let empty = |phrase: &At<String>| phrase.value.trim().is_empty();
    phrases.iter().filter(|phrase| empty(phrase)).for_each(|phrase| table.book.note(nothing(phrase)));
    phrases.into_iter().filter(|phrase| !empty(phrase)).map(|phrase| phrase.value).collect()
}

fn nothing(phrase: &At<String>) -> Problem {
    Problem::new(phrase.spot, "this stands for nothing").rule("empty-text").meant("write a word, or leave it out")
}

fn instead(table: &mut Table<'_>, key: &'static str) -> Vec<Instead> {
    table.must(key).map(Value::tables).unwrap_or_default().into_iter().filter_map(one).collect()
}

fn one(mut table: Table<'_>) -> Option<Instead> {
    let word = table.must("word").and_then(|word| word.speech(Speech::Author));
    let say = table.must("say").and_then(|say| say.speech(Speech::Author));
    table.finish();
    let (word, say) = (word?, say?.value);
    (!word.value.trim().is_empty()).then_some(Instead { word, say })
}

/// A word that stands in the lists twice would be complained about twice.
fn twice(book: &Book<'_>, style: &HouseStyle) {
    let lists = [&style.jargon, &style.blame, &style.spelling, &style.promise];
    let words: Vec<&At<String>> = lists.into_iter().flatten().map(|instead| &instead.word).collect();
    for (index, word) in words.iter().enumerate() {
        let same = |other: &&At<String>| other.value.eq_ignore_ascii_case(&word.value);
        if let Some(other) = words.iter().take(index).find(|other| same(other)) {
            let says = format!("there is already something to say instead of `{}`", word.value);
            let line = book.text[..other.spot.start].matches('\n').count() + 1;
            let problem = Problem::new(word.spot, says).rule("twice");
            book.note(problem.meant(format!("the other stands in line {line}: keep one of them")));
        }
    }
}
