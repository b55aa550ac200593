//! Finding support by everyday words, as a tired parent types them: the end of a word may be missing or another, and one
//! letter may be wrong.

use crate::catalogue::SupportId;
use crate::content::Content;

/// A query's words beyond these are not looked for.
const WORDS: usize = 8;

/// How much it counts that a word stands in a name, among the words to find it by, in the name of its topic, or in what it
/// is and who it is for.
const NAME: u32 = 5;
const FOUND: u32 = 4;
const TOPIC: u32 = 2;
const TEXT: u32 = 1;

/// How well each word fits a support, in the order of the words.
type Points = [u32; WORDS];

/// The support that these words may mean: only what has most of them, and first what has them where they count most, then
/// in the order of the catalogue. What every second support has says nothing. Nothing for no words.
pub fn search(content: &Content, query: &str) -> Vec<SupportId> {
    let mut all: Vec<(SupportId, Points)> =
        content.catalogue.supports().map(|(id, _)| (id, points(content, id, query))).collect();
    for word in 0..WORDS {
        let has = all.iter().filter(|(_, points)| points[word] > 0).count();
        if has * 2 > all.len() {
            all.iter_mut().for_each(|(_, points)| points[word] = 0);
        }
    }
    let had = |points: &Points| points.iter().filter(|points| **points > 0).count();
    let most = all.iter().map(|(_, points)| had(points)).max().unwrap_or_default();
    all.retain(|(_, points)| most > 0 && had(points) == most);
    for (id, points) in &mut all {
        // What is for danger stands before what is as near.
        points[0] += u32::from(content.catalogue.support(*id).urgent);
    }
    let mut found = Vec::new();
    while let Some(best) = best(&all) {
        found.push(all.remove(best).0);
    }
    found
}

/// The place of the first that no other is better than.
fn best(all: &[(SupportId, Points)]) -> Option<usize> {
    let sums = all.iter().map(|(_, points)| points.iter().sum::<u32>()).enumerate();
    sums.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(place, _)| place)
}

/// The best that each word comes to anywhere.
fn points(content: &Content, id: SupportId, query: &str) -> Points {
    let texts = content.texts.support(id);
    let topic = content.texts.topic(content.catalogue.support(id).topic);
    let fields =
        [(NAME, &*texts.name), (FOUND, &texts.found_by), (TOPIC, topic), (TEXT, &texts.what), (TEXT, &texts.who)];
    let mut points = Points::default();
    for (counts, text) in fields {
        for word in words(text) {
            for (best, wanted) in points.iter_mut().zip(words(query)) {
                *best = (*best).max(counts * likeness(wanted, word));
            }
        }
    }
    points
}

/// Letters and digits. What is not of English is a letter; a single one is no word.
fn words(text: &str) -> impl Iterator<Item = &[u8]> {
    text.split(stands_between).filter(|word| word.len() > 1).map(str::as_bytes)
}

fn stands_between(letter: char) -> bool {
    matches!(letter, '‘'..='”' | '–' | '…') || letter.is_ascii() && !letter.is_ascii_alphanumeric()
}

/// How like two words are, up to 4: the same, the beginning of the other, the same but for the end, one letter off. Big
/// and small letters of English are the same: tables for every script would weigh three times what all of this does.
fn likeness(wanted: &[u8], word: &[u8]) -> u32 {
    let shared = alike(wanted, word);
    let (shorter, longer) = (wanted.len().min(word.len()), wanted.len().max(word.len()));
    let ends_otherwise = shared >= 4 && shared + 2 >= shorter && shared + 3 >= longer;
    if shared == longer {
        4
    } else if shared == wanted.len() && shared > 2 {
        3
    } else if ends_otherwise || (shorter > 4 && is_one_off(&wanted[shared..], &word[shared..])) {
        2
    } else {
        0
    }
}

/// How many letters two words begin with alike.
fn alike(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count()
}

/// Whether one letter too many, too few or another, or two that changed places, are all that tells the rest of two words
/// apart.
fn is_one_off(one: &[u8], other: &[u8]) -> bool {
    let same = <[u8]>::eq_ignore_ascii_case;
    match (one, other) {
        ([_, one @ ..], [_, other @ ..]) if same(one, other) => true,
        ([_, rest @ ..], other) if same(rest, other) => true,
        (one, [_, rest @ ..]) if same(one, rest) => true,
        ([a, b, one @ ..], [c, d, other @ ..]) => same(&[*a, *b], &[*d, *c]) && same(one, other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_like_each_other_in_more_ways_than_one() {
        for (wanted, word, like) in [
            ("sleep", "sleep", 4),
            ("slee", "sleep", 3),
            ("sleeping", "sleep", 2),
            ("nappys", "nappies", 2),
            ("slepe", "sleep", 2),
            ("speach", "speech", 2),
            ("autsim", "autism", 2),
            ("cahms", "CAMHS", 2),
            ("homless", "homeless", 2),
            ("slleep", "sleep", 2),
            ("playing", "playful", 0),
            ("sloop", "sleep", 0),
            ("childcare", "child", 0),
            ("homeless", "home", 0),
            ("colic", "clinic", 0),
            ("breastfeeding", "breaks", 0),
            ("mum", "mud", 0),
            ("rape", "rate", 0),
            ("ca", "car", 0),
        ] {
            assert_eq!(likeness(wanted.as_bytes(), word.as_bytes()), like, "{wanted} and {word}");
        }
    }

    #[test]
    fn words_are_letters_and_digits_whatever_stands_between() {
        assert_eq!(words("Won’t SLEEP – 2am!").collect::<Vec<_>>(), [&b"Won"[..], b"SLEEP", b"2am"]);
    }
}
