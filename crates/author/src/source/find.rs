//! Where something stands in the files, however it is written: capitals, accents and spaces do not matter.

use std::collections::BTreeSet;

use crate::source::files::Files;
use crate::source::near::nearest;

/// A line in which it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its file, as an author would type it.
    pub path: &'a str,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The line without the spaces around it.
    pub text: &'a str,
}

/// Every line in which it stands, in the order of the files.
pub fn all<'a>(files: &'a Files, wanted: &str) -> Vec<Hit<'a>> {
    let wanted = folded(wanted);
    let lines =
        files.iter().flat_map(|file| file.text.lines().enumerate().map(|(at, line)| (&file.path, at + 1, line)));
    let hit = |(path, line, text): (&'a String, usize, &'a str)| {
        let column = column(text, &wanted)?;
        Some(Hit { path, line, column, text: text.trim() })
    };
    lines.filter_map(hit).collect()
}

/// The word of the content that is nearest to what was asked for, if one is near.
pub fn near(files: &Files, wanted: &str) -> Option<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '\'');
    let words = files.iter().flat_map(|file| file.text.split(move |letter| !is_word(letter)));
    let words: BTreeSet<String> = words.map(|word| word.trim_matches(['.', '\'']).to_lowercase()).collect();
    nearest(&wanted.trim().to_lowercase(), words.iter().map(String::as_str).filter(|word| word.len() > 2))
}

/// Where it begins in a line. A number must not go on before or behind it: `111` does not stand in `0800 1111`.
fn column(line: &str, wanted: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> =
        line.chars().enumerate().flat_map(|(at, letter)| plain(letter).into_iter().map(move |it| (at, it))).collect();
    let folded: String = letters.iter().map(|(_, letter)| letter).collect();
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let found = folded.match_indices(wanted).find(|(at, _)| {
        let before = digit(folded[..*at].chars().next_back()) && digit(wanted.chars().next());
        let after = digit(folded[at + wanted.len()..].chars().next()) && digit(wanted.chars().next_back());
        !before && !after
    });
    let (at, _) = found.filter(|_| !wanted.is_empty())?;
    letters.get(folded[..at].chars().count()).map(|(column, _)| column + 1)
}

fn folded(text: &str) -> String {
    text.chars().flat_map(plain).collect()
}

/// A letter without its capital and its accent; nothing where it is a space or a quote.
fn plain(letter: char) -> Vec<char> {
    if letter.is_whitespace() || matches!(letter, '\'' | '’' | '‘' | '"' | '“' | '”') {
        return Vec::new();
    }
    letter.to_lowercase().map(without_accent).collect()
}

fn without_accent(letter: char) -> char {
    const ACCENTS: [(&str, char); 8] = [
        ("àáâãäåā", 'a'),
        ("èéêëē", 'e'),
        ("ìíîïī", 'i'),
        ("òóôõöøō", 'o'),
        ("ùúûüūŵ", 'u'),
        ("çćč", 'c'),
        ("ñń", 'n'),
        ("ýÿŷ", 'y'),
    ];
    ACCENTS.iter().find(|(all, _)| all.contains(letter)).map_or(letter, |(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_spaces_do_not_matter() {
        let stands = |line: &str, wanted: &str| column(line, &folded(wanted));
        assert_eq!(stands("phone = \"0808 2000 247\"", "08082000247"), Some(10));
        assert_eq!(stands("a Café in town", "CAFE  IN"), Some(3));
        assert_eq!(stands("the child’s name", "child's"), Some(5));
        assert_eq!(stands("0800 1111", "111"), None, "a part of another number");
        assert_eq!(stands("", ""), None);
    }
}
