//! A text in spans: what a language says in its own words, and what stays as it is in all of them.

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    /// Words.
    Words(&'a str),
    /// A placeholder with its braces.
    Placeholder(&'a str),
    /// Digits, with the spaces between them, or an address.
    Kept(&'a str),
}

/// The spans of a text, which hold all of it in its order.
pub(super) fn spans(text: &str) -> Vec<Span<'_>> {
    let (mut all, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').map_or(rest.len(), |end| start + end + 1);
        plain(&rest[..start], &mut all);
        all.push(Span::Placeholder(&rest[start..end]));
        rest = &rest[end..];
    }
    plain(rest, &mut all);
    all
}

/// Whether there is something to say in words.
pub(super) fn has_words(text: &str) -> bool {
    let letters = |span: Span<'_>| matches!(span, Span::Words(words) if words.contains(char::is_alphabetic));
    spans(text).into_iter().any(letters)
}

fn plain<'a>(text: &'a str, all: &mut Vec<Span<'a>>) {
    let mut rest = text;
    while !rest.is_empty() {
        let (start, length) = first_kept(rest).unwrap_or((rest.len(), 0));
        if start > 0 {
            all.push(Span::Words(&rest[..start]));
        }
        if length > 0 {
            all.push(Span::Kept(&rest[start..start + length]));
        }
        rest = &rest[start + length..];
    }
}

/// Where the first number or address of a text begins, and how long it is.
fn first_kept(text: &str) -> Option<(usize, usize)> {
    let mut begins_word = true;
    for (at, letter) in text.char_indices() {
        let length = if letter.is_ascii_digit() {
            number(&text[at..])
        } else if begins_word {
            address(&text[at..])
        } else {
            0
        };
        if length > 0 {
            return Some((at, length));
        }
        begins_word = !letter.is_alphanumeric();
    }
    None
}

/// Digits, and what stands between digits: "0800 1111", "15,000", "2.5".
fn number(text: &str) -> usize {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '0'..='9' => end = at + 1,
            ' ' | ',' | '.' if end == at => {}
            _ => break,
        }
    }
    end
}

/// A mailbox or the name of a website, without what ends the sentence.
fn address(text: &str) -> usize {
    let word =
        text.split(|letter: char| letter.is_whitespace() || "()“”\"".contains(letter)).next().unwrap_or_default();
    let word = word.trim_end_matches(['.', ',', ';', ':', '?', '!', '\'', '’']);
    let dotted = |(before, after): (&str, &str)| {
        before.ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && after.starts_with(|letter: char| letter.is_ascii_lowercase())
    };
    let is_address = word.contains('@') || word.contains("://") || word.split_once('.').is_some_and(dotted);
    if is_address { word.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_kept_and_all_the_rest_is_words() {
        let text = "Call 0800 1111, or write to a.b@nhs.uk (see www.gov.uk/x).";
        let kept: Vec<_> = spans(text).into_iter().filter(|span| matches!(span, Span::Kept(_))).collect();
        assert_eq!(kept, [Span::Kept("0800 1111"), Span::Kept("a.b@nhs.uk"), Span::Kept("www.gov.uk/x")]);
        assert_eq!(
            spans("{child} is {number}."),
            [Span::Placeholder("{child}"), Span::Words(" is "), Span::Placeholder("{number}"), Span::Words("."),]
        );
    }
}
