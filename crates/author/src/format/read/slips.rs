//! Slips of the pen that a parser sees too late: what was opened and never closed is told where it was opened.
//! It is asked only about a file that is no TOML.

use std::ops::Range;

use crate::format::read::written_day;

/// The first slip of a file, in words for an author.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) range: Range<usize>,
    pub(crate) what: String,
    pub(crate) meant: String,
}

/// The first slip that can be told better than the parser does.
pub(crate) fn first(text: &str) -> Option<Found> {
    let mut walk = Walk { text, at: 0, open: Vec::new() };
    while walk.at < text.len() {
        if let Err(found) = walk.line() {
            return Some(found);
        }
    }
    walk.open.pop().map(unclosed)
}

/// A walk through a file, and the brackets that are open.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    open: Vec<(char, usize)>,
}

impl Walk<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn line_end(&self) -> usize {
        self.rest().find('\n').map_or(self.text.len(), |length| self.at + length)
    }

    /// One line, or several where a text goes over several.
    fn line(&mut self) -> Result<(), Found> {
        let (line, end) = (self.text[self.at..self.line_end()].trim(), self.line_end());
        let begins = is_heading(line) || key(line).is_some();
        if begins && let Some(open) = self.open.pop() {
            return Err(unclosed(open));
        }
        if line.starts_with('[') && self.open.is_empty() {
            self.at = end + 1;
            return Ok(());
        }
        if let Some(value) = key(line).filter(|value| !value.is_empty()) {
            let start = self.at + self.text[self.at..end].rfind(value).unwrap_or_default();
            day_or_word(value, start)?;
            if value.starts_with(|first: char| first.is_ascii_alphabetic()) {
                self.at = end + 1;
                return Ok(());
            }
        }
        self.signs()
    }

    /// The signs of a line up to its end.
    fn signs(&mut self) -> Result<(), Found> {
        while let Some(sign) = self.rest().chars().next() {
            match sign {
                '\n' => {
                    self.at += 1;
                    return self.braces_end();
                }
                '#' => self.at = self.line_end(),
                '"' | '\'' => self.quoted(sign)?,
                '“' | '”' | '„' | '‘' | '’' => return Err(self.curly(self.at)),
                _ => {
                    self.bracket(sign)?;
                    self.at += sign.len_utf8();
                }
            }
        }
        Ok(())
    }

    /// A table in braces ends on its line.
    fn braces_end(&mut self) -> Result<(), Found> {
        match self.open.last() {
            Some(&(sign @ '{', at)) => Err(unclosed((sign, at))),
            _ => Ok(()),
        }
    }

    fn bracket(&mut self, sign: char) -> Result<(), Found> {
        let opened = match sign {
            '[' | '{' => {
                self.open.push((sign, self.at));
                return Ok(());
            }
            ']' => '[',
            '}' => '{',
            _ => return Ok(()),
        };
        match self.open.pop() {
            Some((open, _)) if open == opened => Ok(()),
            Some(other) => Err(unclosed(other)),
            None => Err(Found {
                range: self.at..self.at + 1,
                what: format!("there is a `{sign}` too many"),
                meant: "take it out, or add what opens it".to_owned(),
            }),
        }
    }

    /// A text in quotes; in three of them it goes over several lines.
    fn quoted(&mut self, quote: char) -> Result<(), Found> {
        let start = self.at;
        let three = quote.to_string().repeat(3);
        if self.rest().starts_with(&three) {
            let end = self.rest()[3..].find(&three).map(|length| self.at + length + 6);
            self.at = end.ok_or_else(|| never_closed(start..start + 3, &three))?;
            return Ok(());
        }
        let end = self.line_end();
        let inside = &self.text[start + 1..end];
        let Some(length) = closes(inside, quote) else {
            let curly = inside
                .find(['”', '“', '’', '‘'])
                .filter(|at| inside[*at..].trim_end_matches([',', ']', ' ']).chars().count() == 1);
            let stop = start + 1 + inside.trim_end().len();
            return Err(curly.map_or_else(|| never_closed(stop..stop, "\""), |at| self.curly(start + 1 + at)));
        };
        self.at = start + 1 + length + 1;
        match self.rest().chars().next() {
            Some(next) if next.is_alphanumeric() && !self.open.is_empty() => Err(Found {
                range: self.at..self.at + next.len_utf8(),
                what: "a quote is missing or too many before this".to_owned(),
                meant: "every text stands between two quotes, with a comma behind it: \"one\", \"two\"".to_owned(),
            }),
            _ => Ok(()),
        }
    }

    /// What stands between curly quotes, as far as its line goes.
    fn curly(&self, start: usize) -> Found {
        let rest = self.text[start..self.line_end()].trim_end();
        let length = rest.char_indices().skip(1).find(|(_, sign)| "“”‘’".contains(*sign));
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = length.map_or(first, |(at, sign)| at + sign.len_utf8());
        let meant = "write straight quotes: \"…\"".to_owned();
        Found { range: start..start + length, what: "these quotes are curly".to_owned(), meant }
    }
}

fn unclosed((sign, at): (char, usize)) -> Found {
    let (thing, end) = if sign == '[' { ("list", ']') } else { ("table", '}') };
    let meant = format!("add the missing `{end}` where the {thing} ends");
    Found { range: at..at + 1, what: format!("the `{sign}` that stands here is never closed"), meant }
}

fn never_closed(range: Range<usize>, quote: &str) -> Found {
    Found { range, what: "this text is not closed".to_owned(), meant: format!("add a {quote} at its end") }
}

/// Where a text ends.
fn closes(inside: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    inside.char_indices().find_map(|(at, sign)| {
        let ends = sign == quote && !escaped;
        escaped = quote == '"' && sign == '\\' && !escaped;
        ends.then_some(at)
    })
}

fn is_inner(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.')
}

/// What stands behind `key =` at the beginning of a line.
fn key(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(is_inner);
    (rest.len() < line.len()).then_some(rest.trim_start().strip_prefix('=')?.trim())
}

fn is_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let inner = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[') && line.ends_with(']') && !inner.is_empty() && inner.chars().all(is_inner)
}

/// A day in another order or in words, or a text whose first quote is lost.
fn day_or_word(value: &str, start: usize) -> Result<(), Found> {
    let written = value.split('#').next().unwrap_or_default().trim_end();
    let found = |what, meant| Err(Found { range: start..start + written.len(), what, meant });
    match written_day::meant(written) {
        Some(day) if day.to_string() != written => {
            found(format!("`{written}` is not how a day is written here"), format!("write it as {day}"))
        }
        None if written.starts_with(char::is_alphabetic)
            && written.ends_with('"')
            && written.matches('"').count() == 1 =>
        {
            found("the quote before this text is lost".to_owned(), "put a \" before it".to_owned())
        }
        None if is_nearly_a_flag(written) => {
            found(format!("`{written}` is neither true nor false"), "write `true` or `false`".to_owned())
        }
        None if is_bare(written) => {
            found(format!("`{written}` stands without quotes"), "put it in \"quotes\"".to_owned())
        }
        _ => Ok(()),
    }
}

fn is_nearly_a_flag(written: &str) -> bool {
    let flags = ["true", "false"];
    let lower = written.to_lowercase();
    !flags.contains(&written) && (flags.contains(&lower.as_str()) || ["yes", "no"].contains(&lower.as_str()))
}

/// Words without quotes.
fn is_bare(written: &str) -> bool {
    written.starts_with(char::is_alphabetic)
        && written.chars().all(|letter| letter.is_alphanumeric() || letter == ' ')
        && !["true", "false", "inf", "nan"].contains(&written)
}
