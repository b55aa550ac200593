//! One open file: whatever reads it notes here what is wrong.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;

use crate::format::draft::{ReadBy, Text};
use crate::source::problem::{At, Problem, Spot};

/// A file while it is read.
pub(crate) struct Book<'a> {
    file: usize,
    pub(crate) text: &'a str,
    notes: RefCell<Notes>,
}

/// Everything noted while a file was read.
#[derive(Default)]
pub(crate) struct Notes {
    /// What is wrong.
    pub(crate) problems: Vec<Problem>,
    /// The figures that texts use.
    pub(crate) figures: Vec<At<String>>,
    /// Every text.
    pub(crate) texts: Vec<Text>,
    /// Where an author said that they are not sure.
    pub(crate) unsure: Vec<Spot>,
}

impl Notes {
    /// Leaves out what is only an echo of what the parser said: of a file that was misread everything else, of
    /// others the complaint that a value of the same place has the wrong type.
    pub(crate) fn drop_echoes(&mut self, astray: bool) {
        let syntax = |problem: &Problem| problem.rule == "not-toml";
        let said: Vec<Spot> = self.problems.iter().filter(|one| syntax(one)).map(|one| one.spot).collect();
        let echo = |problem: &Problem| astray || said.contains(&problem.spot);
        self.problems.retain(|problem| syntax(problem) || !echo(problem));
    }
}

impl<'a> Book<'a> {
    /// Opens a file.
    pub(crate) fn new(file: usize, text: &'a str) -> Self {
        Self { file, text, notes: RefCell::default() }
    }

    /// Hands over everything noted.
    pub(crate) fn close(self) -> Notes {
        self.notes.into_inner()
    }

    /// Notes a problem.
    pub(crate) fn note(&self, problem: Problem) {
        self.notes.borrow_mut().problems.push(problem);
    }

    /// Notes that a text uses this figure.
    pub(crate) fn uses_figure(&self, figure: At<String>) {
        self.notes.borrow_mut().figures.push(figure);
    }

    /// Notes a text, for whoever judges its words.
    pub(crate) fn holds(&self, key: &'static str, words: &At<String>, read_by: ReadBy) {
        let start = self.start_of(words.spot, &words.value);
        self.notes.borrow_mut().texts.push(Text { key, words: words.clone(), start, read_by });
    }

    /// Notes that an author is not sure of what stands there.
    pub(crate) fn unsure(&self, spot: Spot) {
        self.notes.borrow_mut().unsure.push(spot);
    }

    /// Where something that carries its place was written.
    pub(crate) fn spot<T>(&self, written: &Spanned<T>) -> Spot {
        self.at(written.span())
    }

    /// The place of a part of a string's value. Where the value is written with escapes, it is the whole string.
    pub(crate) fn within(&self, whole: Spot, value: &str, part: Range<usize>) -> Spot {
        match self.start_of(whole, value) {
            Some(start) => Spot { start: start + part.start, end: start + part.end, ..whole },
            None => whole,
        }
    }

    fn start_of(&self, whole: Spot, value: &str) -> Option<usize> {
        let written = self.text.get(whole.start..whole.end).unwrap_or_default();
        written.find(value).filter(|_| !value.is_empty()).map(|at| whole.start + at)
    }

    /// The first line of a place: the header of a table rather than all of it.
    pub(crate) fn first_line(&self, spot: Spot) -> Spot {
        let written = self.text.get(spot.start..spot.end).unwrap_or_default();
        let length = written.lines().next().map_or(0, str::len);
        Spot { end: spot.start + length, ..spot }
    }

    /// The place of these bytes.
    pub(crate) fn at(&self, range: Range<usize>) -> Spot {
        Spot { file: self.file, start: range.start, end: range.end }
    }
}
