//! What the TOML parser says, in the words of somebody who has never heard of TOML.

use std::ops::Range;

use crate::format::read::book::Book;
use crate::format::read::slips;
use crate::source::problem::Problem;
use crate::source::say::unseen;

/// What is wrong, what was probably meant, and whether all that follows in the file was misread for it.
struct Slip {
    what: String,
    meant: Option<String>,
    astray: bool,
}

/// Notes everything the parser says. The result is true where the file was misread from some place on, so that
/// nothing else that could be said about it is worth reading.
pub(crate) fn note(book: &Book<'_>, errors: &[toml::de::Error]) -> bool {
    if let Some(found) = slips::first(book.text).filter(|_| !errors.is_empty()) {
        book.note(Problem::new(book.at(found.range), found.what).rule("not-toml").meant(found.meant));
        return true;
    }
    // Where the parser found the first is not where the first is written.
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in errors {
        let Range { start, end } = error.span().unwrap_or_default();
        let next = book.text.get(start..).and_then(|rest| rest.chars().next()).filter(|next| !next.is_control());
        let range = start..end.max(start + next.map_or(0, char::len_utf8));
        let slip = slip(book.text, range.clone(), error.message());
        let problem = Problem::new(book.at(range), slip.what).rule("not-toml");
        book.note(Problem { meant: slip.meant, ..problem });
        if slip.astray {
            return true;
        }
    }
    false
}

fn slip(text: &str, range: Range<usize>, message: &str) -> Slip {
    if misses_an_end(message) && begins_a_line(text, range.start) {
        let what = "the list or table before this is not closed".to_owned();
        return Slip {
            what,
            meant: Some("add the missing `]` or `}` at the end of the line before".to_owned()),
            astray: true,
        };
    }
    let message = message.split(',').next().unwrap_or_default();
    let (what, meant) = said(text, range, message);
    // From such a place on the parser takes everything for something else.
    let astray = matches!(
        message,
        "key with no value" | "invalid unquoted key" | "invalid inline table element" | "unclosed array table"
    );
    Slip { what, meant, astray }
}

fn said(text: &str, range: Range<usize>, message: &str) -> (String, Option<String>) {
    let first = text.get(range.start..).and_then(|rest| rest.chars().next());
    if let Some(letter) = first.filter(|letter| letter.is_control() && !letter.is_whitespace()) {
        return (format!("this is {}", unseen(letter)), Some("take it out".to_owned()));
    }
    let written = text.get(range.clone()).unwrap_or_default();
    let (what, meant) = match message {
        "invalid basic string" => ("this text is not closed", "add a \" at its end"),
        "missing comma between array elements" => ("a comma is missing before this", "put a , between the two"),
        "key with no value" => ("this is a name without a value", "write it as `name = \"value\"`"),
        "invalid unquoted key" => ("a name has letters, digits, - and _ only", "write it as `name = \"value\"`"),
        "invalid inline table element" => ("this table is not closed", "add the missing `}` before this"),
        "unclosed array table" => ("this heading is not closed", "write it as `[[support]]`, with two ] at its end"),
        "unexpected key or value" => (
            "nothing may stand behind a value",
            "is there a \" too many before it? Quotes inside a text are 'single' ones",
        ),
        "string values must be quoted" => {
            let (what, meant) = unquoted(written);
            return (what, meant.map(str::to_owned));
        }
        "duplicate key" => return twice(text, range.start),
        "invalid date" => {
            return (format!("`{written}` is not a day of the calendar"), Some("write it as 2026-11-23".to_owned()));
        }
        _ => ("this cannot be read", "is a `=`, a comma, a quote or a bracket missing here, or on the line before?"),
    };
    (what.to_owned(), Some(meant.to_owned()))
}

fn misses_an_end(message: &str) -> bool {
    message.starts_with("missing comma")
        || message.starts_with("invalid inline table")
        || message.starts_with("unclosed array,")
}

/// Whether a line begins here that looks like the next key or the next heading.
fn begins_a_line(text: &str, at: usize) -> bool {
    let (before, rest) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let first = before.rsplit('\n').next().unwrap_or_default().trim().is_empty();
    let key = rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-');
    first && (rest.starts_with("[") || (key.len() < rest.len() && key.trim_start().starts_with('=')))
}

fn unquoted(written: &str) -> (String, Option<&'static str>) {
    if written.is_empty() {
        ("nothing stands behind the =".to_owned(), Some("write the value, or leave the line out"))
    } else if written.starts_with(['“', '”', '„', '‘', '’']) {
        ("these quotes are curly".to_owned(), Some("write straight quotes: \"…\""))
    } else if written.contains('/') && written.starts_with(|first: char| first.is_ascii_digit()) {
        (format!("`{written}` is not how a day is written here"), Some("write it as 2026-11-23"))
    } else if ["yes", "no", "True", "False"].contains(&written) {
        (format!("`{written}` is neither true nor false"), Some("write `true` or `false`"))
    } else {
        (format!("`{written}` stands without quotes"), Some("put it in \"quotes\""))
    }
}

fn twice(text: &str, at: usize) -> (String, Option<String>) {
    let before = text.get(..at).unwrap_or_default();
    let name = text.get(at..).unwrap_or_default().split(['=', ']', ' ', '\n']).next().unwrap_or_default();
    let named = |line: &str| line.trim_start().trim_start_matches('[').strip_prefix(name).is_some_and(ends_a_name);
    let other = before.lines().take(before.matches('\n').count()).collect::<Vec<_>>();
    let other =
        other.iter().rposition(|line| named(line)).map(|line| format!("the other stands in line {}: ", line + 1));
    let meant = if before.ends_with('[') {
        "give all headings of this name two brackets: `[[…]]`"
    } else {
        "keep one of them"
    };
    ("there is one of this name already".to_owned(), Some(other.unwrap_or_default() + meant))
}

fn ends_a_name(rest: &str) -> bool {
    rest.trim_start().starts_with(['=', ']', '.'])
}
