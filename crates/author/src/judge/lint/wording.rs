//! Every text that parents read: no word that is not ours, nothing left unfinished, no older a reader than need be.

use crate::format::draft::{Draft, ReadBy, Text};
use crate::format::house_style::HouseStyle;
use crate::judge::lint::lists::Lists;
use crate::judge::lint::reading::{age, hardest};
use crate::judge::lint::sentences::{Sentence, sentences};
use crate::source::problem::Problem;

/// How many hard words a message names.
const NAMED: usize = 4;

/// Above this the number says nothing more.
const GROWN_UP: usize = 18;

/// From here on a sentence is better made two than reworded.
const LONG: usize = 15;

/// All problems with words.
pub(super) fn check(draft: &Draft, style: &HouseStyle) -> Vec<Problem> {
    let lists = Lists::new(style);
    let judged = |text: &Text| match text.read_by {
        ReadBy::Parent => judged(text, style, &lists),
        ReadBy::Author => lists.unfinished(text),
    };
    draft.texts.iter().flat_map(judged).collect()
}

fn judged(text: &Text, style: &HouseStyle, lists: &Lists<'_>) -> Vec<Problem> {
    let shields = lists.shields(text);
    let sentences = sentences(&text.words.value, &shields);
    let mut problems = lists.problems(text, &shields);
    let long = too_long(text, &sentences, style.longest_sentence);
    problems.extend(too_old(text, &sentences, style).filter(|_| long.is_empty()));
    problems.extend(long);
    problems
}

fn too_long(text: &Text, sentences: &[Sentence], longest: usize) -> Vec<Problem> {
    let long = sentences.iter().filter(|sentence| sentence.words.len() > longest);
    long.map(|sentence| {
        let says = format!("this sentence has {} words, and {longest} are plenty", sentence.words.len());
        let problem = Problem::warning(text.part(sentence.range.clone()), says).rule("long-sentence");
        problem.meant("make two of it")
    })
    .collect()
}

fn too_old(text: &Text, sentences: &[Sentence], style: &HouseStyle) -> Option<Problem> {
    let age = age(sentences, style.shortest_text).filter(|age| *age > style.reading_age)?;
    let hardest = hardest(sentences)?;
    let age = if age > GROWN_UP { format!("over {GROWN_UP}") } else { age.to_string() };
    let says = format!("this text reads like age {age}, and we write for 9 to 11");
    let problem = Problem::warning(text.part(hardest.range.clone()), says).rule("reading-age");
    Some(problem.meant(easier(text, hardest)))
}

fn easier(text: &Text, sentence: &Sentence) -> String {
    let hard = sentence.words.iter().filter(|word| word.syllables > 2).take(NAMED);
    let hard: Vec<String> = hard.map(|word| format!("`{}`", &text.words.value[word.range.clone()])).collect();
    let (words, hard) = (sentence.words.len(), hard.join(", "));
    let hardest = "this is its hardest sentence";
    if hard.is_empty() {
        format!("{hardest}, with {words} words: make two of it")
    } else if words < LONG {
        format!("{hardest}: is there a plainer way to say {hard}?")
    } else {
        format!("{hardest}, with {words} words and {hard}: make two of it, or say it plainer")
    }
}
