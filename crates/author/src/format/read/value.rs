//! A TOML value that is turned into what its key wants; where it cannot be, that is noted.

use signpost_core::time::{Day, months};
use toml::Spanned;
use toml::de::DeValue;

use crate::format::read::book::Book;
use crate::format::read::table::Table;
use crate::format::read::written_day;
use crate::format::shape::Wants;
use crate::format::vocabulary::{LinePicture, Vocabulary};
use crate::source::near::{nearest, one_of};
use crate::source::problem::{At, Problem, Spot};
use crate::source::say::unseen;

/// A value, and the key it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) book: &'a Book<'a>,
    pub(crate) key: &'static str,
    pub(crate) wants: &'static Wants,
    pub(crate) written: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    /// Where it stands.
    pub(crate) fn spot(self) -> Spot {
        self.book.spot(self.written)
    }

    /// A string. Every text of every file is read here, so whatever no text may hold is noted here.
    pub(crate) fn string(self) -> Option<At<String>> {
        match self.written.get_ref() {
            DeValue::String(text) => {
                self.no_control_character(text);
                Some(At::new(text.clone().into_owned(), self.spot()))
            }
            _ => self.wrong("text in \"quotes\""),
        }
    }

    /// A text may be broken into lines. Any other control character is seen by nobody, and no author meant it.
    fn no_control_character(self, text: &str) {
        let breaks_a_line = |at: usize| text[at..].starts_with('\n') || text[at..].starts_with("\r\n");
        let found = text.char_indices().find(|&(at, letter)| letter.is_control() && !breaks_a_line(at));
        if let Some((at, letter)) = found {
            let (says, meant) = control_character(self.key, letter);
            let spot = self.book.within(self.spot(), text, at..at + letter.len_utf8());
            self.book.note(Problem::new(spot, says).rule("control-character").meant(meant));
        }
    }

    /// A whole number from 0.
    pub(crate) fn number(self) -> Option<At<usize>> {
        match self.written.get_ref() {
            DeValue::Integer(number) => match number.as_str().parse() {
                Ok(number) => Some(At::new(number, self.spot())),
                Err(_) => self.wrong("a whole number from 0"),
            },
            _ => self.wrong("a number, without quotes"),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(self) -> Option<bool> {
        match self.written.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong("true or false, without quotes"),
        }
    }

    /// A day, `2026-11-23` without quotes.
    pub(crate) fn day(self) -> Option<At<Day>> {
        let DeValue::Datetime(written) = self.written.get_ref() else {
            return self.day_in_quotes();
        };
        match Day::parse(&written.to_string()) {
            Some(day) => Some(At::new(day, self.spot())),
            // What is no date at all, such as 30 February, is noted as TOML already.
            None if written.to_string().is_empty() => None,
            None => {
                let problem =
                    Problem::new(self.spot(), format!("`{written}` is not a day of the calendar")).rule("bad-day");
                self.book.note(problem.meant("write it as 2026-11-23"));
                None
            }
        }
    }

    /// A day that stands in quotes is meant as a day, in whatever order.
    fn day_in_quotes<T>(self) -> Option<T> {
        let meant = match self.written.get_ref() {
            DeValue::String(text) => written_day::meant(text),
            _ => None,
        };
        let wanted = meant.map_or_else(
            || "a day such as 2026-11-23, without quotes".to_owned(),
            |day| format!("a day without quotes: {day}"),
        );
        self.wrong(&wanted)
    }

    /// A length of time in months: `12 months`, `2 years`.
    pub(crate) fn months(self) -> Option<i32> {
        let text = self.string()?;
        let months = months(&text.value.trim().to_ascii_lowercase());
        if months.is_none() {
            let problem =
                Problem::new(text.spot, format!("`{}` is not a length of time", text.value)).rule("bad-length");
            self.book.note(problem.meant("write it as `3 months` or `2 years`"));
        }
        months
    }

    /// A length of time in days: `15 days`, `8 weeks`, `3 months`. It only orders a list, so a month has 30.
    pub(crate) fn days(self) -> Option<i32> {
        let text = self.string()?;
        let days = days(&text.value);
        if days.is_none() {
            let says = format!("`{}` is not a length of time", text.value);
            let problem = Problem::new(text.spot, says).rule("bad-length");
            self.book.note(problem.meant("write it as `15 days`, `8 weeks` or `3 months`"));
        }
        days
    }

    /// One of a fixed set of words.
    pub(crate) fn word<T: Vocabulary>(self) -> Option<T> {
        let text = self.string()?;
        let found =
            T::WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.value.trim())).map(|(_, value)| *value);
        if found.is_none() {
            let known = T::WORDS.iter().map(|(word, _)| *word);
            let problem = Problem::new(text.spot, format!("`{}` is not a word for `{}`", text.value, self.key))
                .rule("unknown-word");
            self.book.note(problem.guess_or(nearest(&text.value.to_ascii_lowercase(), known.clone()), one_of(known)));
        }
        found
    }

    /// The name of a line picture.
    pub(crate) fn line_picture(self) -> Option<String> {
        self.word().map(|LinePicture(name)| name.to_owned())
    }

    /// The values of a list.
    pub(crate) fn list(self) -> Vec<Value<'a>> {
        match self.written.get_ref() {
            DeValue::Array(values) => values.iter().map(|written| Value { written, ..self }).collect(),
            _ => self.wrong("a list in [brackets]").unwrap_or_default(),
        }
    }

    /// The strings of a list, each once.
    pub(crate) fn names(self) -> Vec<At<String>> {
        let mut names: Vec<At<String>> = Vec::new();
        for name in self.list().into_iter().filter_map(Value::string) {
            if names.iter().any(|other| other.value == name.value) {
                let says = format!("`{}` stands in this list twice", name.value);
                self.book.note(Problem::new(name.spot, says).rule("twice"));
            } else {
                names.push(name);
            }
        }
        names
    }

    /// A table, `{ … }` or `[…]`.
    pub(crate) fn table(self) -> Option<Table<'a>> {
        match self.written.get_ref() {
            DeValue::Table(entries) => Some(Table::new(self.book, entries, self.spot(), self.wants.shape())),
            _ => self.wrong("a table in {braces}"),
        }
    }

    /// The tables of a list.
    pub(crate) fn tables(self) -> Vec<Table<'a>> {
        if let DeValue::Table(_) = self.written.get_ref() {
            let says = format!("there can be several of `{}`", self.key);
            let spot = self.book.first_line(self.spot());
            self.book.note(Problem::new(spot, says).rule("wrong-type").meant("give its heading two brackets: `[[…]]`"));
            return Vec::new();
        }
        self.list().into_iter().filter_map(Value::table).collect()
    }

    fn wrong<T>(self, wanted: &str) -> Option<T> {
        let is = kind(self.written.get_ref());
        let problem = Problem::new(self.spot(), format!("`{}` is {is}", self.key)).rule("wrong-type");
        self.book.note(problem.meant(format!("it wants {wanted}")));
        None
    }
}

/// What is wrong with such a letter in the text of this key, and what was meant.
fn control_character(key: &str, letter: char) -> (String, &'static str) {
    if letter == '\t' {
        return (format!("`{key}` holds a tab"), "write a space");
    }
    (format!("`{key}` holds {}", unseen(letter)), "take it out")
}

fn days(text: &str) -> Option<i32> {
    let (number, unit) = text.split_once(' ')?;
    let unit = match unit {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "month" | "months" => 30,
        _ => return None,
    };
    number.parse::<u16>().ok().map(|number| i32::from(number) * unit)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
