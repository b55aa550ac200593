//! The lines of a journey and the parts they stand in. No name is looked up here.

use signpost_core::time::Day;

use crate::source::near::nearest;
use crate::source::problem::{At, Problem, Spot};

/// A journey, split.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    today: Option<At<String>>,
    /// Every child with its name, in order.
    pub(crate) children: Vec<At<String>>,
    /// Everything written as `left: right`.
    pub(crate) pairs: Vec<Pair>,
    /// What is said of the list as a whole: `first: …`, `before: …`, `screens: …`.
    pub(crate) whole: Vec<(At<String>, At<String>)>,
    /// What could not be split.
    pub(crate) problems: Vec<Problem>,
    end: Spot,
}

/// `left: right`, and the part it stands in.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) part: Part,
    pub(crate) left: At<String>,
    pub(crate) right: At<String>,
}

/// A part of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Family,
    /// A child, by its place among the children.
    Child(usize),
    Offers,
    /// Offered, and in the first group of the list.
    First,
    Never,
}

const HEADINGS: [&str; 6] = ["today", "family", "child", "offers", "first", "never"];

/// What stands before the colon of a line about the list as a whole.
pub(crate) const WHOLE: [&str; 3] = ["first", "before", "screens"];

/// Splits a text.
pub(crate) fn split(text: &str) -> Lines {
    let mut lines = Lines { end: Spot { file: 0, start: text.len(), end: text.len() }, ..Lines::default() };
    let (mut start, mut part) = (0, None);
    for line in text.split_inclusive('\n') {
        let words =
            trimmed(&At::new(without_comment(line).to_owned(), Spot { file: 0, start, end: start + line.len() }));
        if !words.value.is_empty() {
            part = lines.line(words, part);
        }
        start += line.len();
    }
    lines
}

impl Lines {
    /// The day of the visit.
    pub(crate) fn today(&self, problems: &mut Vec<Problem>) -> Option<Day> {
        let Some(today) = &self.today else {
            problems.push(
                Problem::new(self.end, "this family has no `today`").meant("add a line such as `today 2026-11-23`"),
            );
            return None;
        };
        let day = Day::parse(&today.value);
        if day.is_none() {
            let says = format!("`{}` is not a day of the calendar", today.value);
            problems.push(Problem::new(today.spot, says).meant("write it as `today 2026-11-23`"));
        }
        day
    }

    /// The place behind the last line.
    pub(crate) fn end(&self) -> Spot {
        self.end
    }

    /// Takes one line; the part in which the next line stands.
    fn line(&mut self, line: At<String>, part: Option<Part>) -> Option<Part> {
        if let Some((left, right)) = cut(&line, ":") {
            match WHOLE.contains(&left.value.as_str()) && !right.value.is_empty() {
                true => self.whole.push((left, right)),
                false => self.pair(left, right, part),
            }
            return part;
        }
        let (word, rest) = cut(&line, " ").unwrap_or_else(|| (line.clone(), At::new(String::new(), line.spot)));
        match (word.value.as_str(), rest.value.is_empty()) {
            ("today", false) => self.set_today(rest, part),
            ("child", false) => Some(self.child(rest)),
            ("family", true) => Some(Part::Family),
            ("offers", true) => Some(Part::Offers),
            ("first", true) => Some(Part::First),
            ("never", true) => Some(Part::Never),
            _ => {
                self.problems.push(strange(&line, &word));
                part
            }
        }
    }

    fn pair(&mut self, left: At<String>, right: At<String>, part: Option<Part>) {
        match part {
            Some(part) if !right.value.is_empty() => self.pairs.push(Pair { part, left, right }),
            Some(_) => {
                let problem = Problem::new(left.spot, format!("nothing stands behind `{}:`", left.value));
                self.problems.push(problem.meant("`skip` is an answer"));
            }
            None => {
                let problem = Problem::new(left.spot, format!("`{}` stands before any part", left.value));
                let guess = if HEADINGS.contains(&left.value.as_str()) {
                    format!("write `{}` without the colon", left.value)
                } else {
                    "write `family`, `child NAME`, `offers`, `first` or `never` above it".to_owned()
                };
                self.problems.push(problem.meant(guess));
            }
        }
    }

    fn set_today(&mut self, today: At<String>, part: Option<Part>) -> Option<Part> {
        if self.today.is_some() {
            self.problems.push(Problem::new(today.spot, "`today` stands here a second time"));
        }
        self.today.get_or_insert(today);
        part
    }

    /// A name that was there before means the same child.
    fn child(&mut self, name: At<String>) -> Part {
        if ["family", "anyone"].iter().chain(&WHOLE).any(|other| *other == name.value) {
            let says = format!("a child cannot be called `{}` here: it has another meaning", name.value);
            self.problems.push(Problem::new(name.spot, says));
        }
        let known = self.children.iter().position(|child| child.value == name.value);
        Part::Child(known.unwrap_or_else(|| {
            self.children.push(name);
            self.children.len() - 1
        }))
    }
}

/// `left` and `right` of the first `by`, trimmed, each in its place.
pub(crate) fn cut(text: &At<String>, by: &str) -> Option<(At<String>, At<String>)> {
    let at = text.value.find(by)?;
    let piece = |from: usize, to: usize| {
        let spot = Spot { start: text.spot.start + from, end: text.spot.start + to, ..text.spot };
        trimmed(&At::new(text.value[from..to].to_owned(), spot))
    };
    Some((piece(0, at), piece(at + by.len(), text.value.len())))
}

/// The pieces of a list, trimmed; empty ones are left out.
pub(crate) fn pieces(text: &At<String>, by: &str) -> Vec<At<String>> {
    let (mut pieces, mut rest) = (Vec::new(), text.clone());
    while let Some((piece, more)) = cut(&rest, by) {
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.value.is_empty());
    pieces
}

fn trimmed(text: &At<String>) -> At<String> {
    let start = text.spot.start + text.value.len() - text.value.trim_start().len();
    let value = text.value.trim().to_owned();
    At { spot: Spot { start, end: start + value.len(), ..text.spot }, value }
}

/// A comment opens the line, or stands behind a space and before one: `room #5` is no comment.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    line.find(" # ").map_or(line, |at| &line[..at])
}

fn strange(line: &At<String>, word: &At<String>) -> Problem {
    let problem = Problem::new(line.spot, format!("`{}` is neither a part of a journey nor `name: …`", line.value));
    let hint = match word.value.as_str() {
        "child" => "write `child NAME`".to_owned(),
        "today" => "write it as `today 2026-11-23`".to_owned(),
        "family" | "offers" | "first" | "never" => format!("write `{}` on a line of its own", word.value),
        _ => {
            "write `question: choice`, `WHO: support`, `family`, `child NAME`, `offers`, `first` or `never`".to_owned()
        }
    };
    let guess = nearest(&word.value, HEADINGS).filter(|guess| *guess != word.value);
    problem.guess_or(guess, hint)
}
