//! What a parent reads: never empty, never HTML, and with no placeholder that nobody fills.

use std::ops::Range;

use signpost_core::catalogue::About;
use signpost_core::texts::placeholders;

use crate::format::draft::ReadBy;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::wanted::CHILD;
use crate::source::near::nearest;
use crate::source::problem::{At, Problem, Spot};

/// Which placeholders a text may hold, beside figures.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Speech {
    /// None at all: it is a figure itself.
    Figure,
    /// None: it is about nobody in particular, such as the title of a section.
    Plain,
    /// It is about a child, about the family, or nobody could tell.
    Of(Option<About>),
    /// The same, and it repeats an answer: `{choices}`.
    Said(Option<About>),
    /// Anything: [`crate::format::read::words`] knows what the program fills.
    Interface,
    /// Anything: parents never read it.
    Author,
}

impl Speech {
    fn allows(self, name: &str) -> bool {
        let child = CHILD.contains(&name);
        match self {
            Self::Figure | Self::Plain => false,
            Self::Of(about) => child && about != Some(About::Family),
            Self::Said(about) => name == "choices" || (child && about != Some(About::Family)),
            Self::Interface | Self::Author => true,
        }
    }

    fn known(self) -> Vec<&'static str> {
        CHILD.into_iter().chain(["choices"]).filter(|name| self.allows(name)).collect()
    }
}

impl Table<'_> {
    /// A text that must be there; empty where it is not.
    pub(crate) fn text(&mut self, key: &'static str, speech: Speech) -> String {
        self.must(key).and_then(|value| value.speech(speech)).map_or_else(String::new, |text| text.value)
    }

    /// A text that may be left out; empty where it is.
    pub(crate) fn text_if_any(&mut self, key: &'static str, speech: Speech) -> String {
        self.may(key).and_then(|value| value.speech(speech)).map_or_else(String::new, |text| text.value)
    }
}

impl Value<'_> {
    /// A text for parents.
    pub(crate) fn speech(self, speech: Speech) -> Option<At<String>> {
        let text = self.string()?;
        if text.value.trim().is_empty() {
            self.book.note(
                Problem::new(text.spot, format!("`{}` is empty", self.key))
                    .rule("empty-text")
                    .meant("write something, or leave the key out where it may be"),
            );
        }
        self.no_html(&text);
        self.placeholders(&text, speech);
        let read_by = if matches!(speech, Speech::Author) { ReadBy::Author } else { ReadBy::Parent };
        self.book.holds(self.key, &text, read_by);
        Some(text)
    }

    fn no_html(self, text: &At<String>) {
        for range in tags(&text.value) {
            let says = format!("`{}` is HTML, and parents would read it as it stands", &text.value[range.clone()]);
            let spot = self.book.within(text.spot, &text.value, range);
            self.book.note(Problem::new(spot, says).rule("html").meant("text is text: leave the tag out"));
        }
    }

    fn placeholders(self, text: &At<String>, speech: Speech) {
        match placeholders(&text.value) {
            Err(at) => {
                let length = text.value[at..].chars().next().map_or(0, char::len_utf8);
                let spot = self.book.within(text.spot, &text.value, at..at + length);
                self.book.note(
                    Problem::new(spot, "a placeholder is left open or misspelt")
                        .rule("open-placeholder")
                        .meant("write it as `{child}`"),
                );
            }
            Ok(names) => names.into_iter().for_each(|name| self.placeholder(text, name, speech)),
        }
    }

    /// `name` is a part of the text's value.
    fn placeholder(self, text: &At<String>, name: &str, speech: Speech) {
        let start = text.value.find(&format!("{{{name}}}")).unwrap_or_default();
        let spot = self.book.within(text.spot, &text.value, start..start + name.len() + 2);
        let figure = name.strip_prefix("figures.").filter(|_| !matches!(speech, Speech::Figure));
        if let Some(figure) = figure {
            self.book.uses_figure(At::new(figure.to_owned(), spot));
        } else if !speech.allows(name) {
            self.book.note(refused(name, speech, spot));
        }
    }
}

fn refused(name: &str, speech: Speech, spot: Spot) -> Problem {
    if CHILD.contains(&name) {
        let says = format!("`{{{name}}}` stands in a text that is not about one child");
        return Problem::new(spot, says)
            .rule("unknown-placeholder")
            .meant("write `your child`, or make it about a child");
    }
    let known = speech.known();
    let guess = nearest(name, known.iter().copied()).map(|guess| format!("{{{guess}}}"));
    let hint = "known are {child}, {Child}, {child's}, {Child's}, {choices} in `said`, and {figures.…}";
    let says = format!("nobody fills the placeholder `{{{name}}}`");
    Problem::new(spot, says).rule("unknown-placeholder").guess_or(guess, hint)
}

/// Where HTML tags begin and end.
fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('<').filter_map(|(start, _)| {
        let inside = &text[start + 1..];
        let end = inside.find('>')?;
        let begins = inside.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'));
        begins.then_some(start..start + end + 2)
    })
}
