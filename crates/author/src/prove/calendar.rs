//! Days and months of birth as a few binary digits.
//!
//! Where a child stands to an age depends on the month it is, on how many months ago the child was born, and on
//! whether today is the last day of its month (only then is a birthday of this month surely past). So 24 kinds of
//! days stand for every day of every year; `every_day_is_like_the_day_that_stands_for_it` tests that.

use std::collections::HashMap;

use biodivine_lib_bdd::{Bdd, BddNode, BddPointer, BddVariable, BddVariableSet};
use signpost_core::catalogue::ChoiceId;
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::judge::{Judge, Reading, age};
use signpost_core::time::birth::{FURTHEST, OLDEST};
use signpost_core::time::{AgeSpan, Day, Month};

/// Binary digits of the kind of day: four for the month, one for its last day.
pub(crate) const DAY_BITS: usize = 5;
/// Binary digits of a month of birth.
pub(crate) const CODE_BITS: usize = 9;
/// Every month in which a child can be born or due has a digit of its own.
const _: () = assert!(FURTHEST + 12 * OLDEST < 1 << CODE_BITS);

/// The days that stand for all others.
pub(crate) struct Calendar {
    days: Vec<Day>,
}

/// An age span as one family's judge would read it, for every kind of day.
pub(crate) struct Ages {
    /// For each kind of day and each month of birth.
    pub(crate) month: Table,
    /// For each kind of day, where only this band is known.
    pub(crate) bands: Vec<(ChoiceId, Table)>,
}

/// The months of birth that an age band can mean, for each kind of day.
pub(crate) struct Band {
    choice: ChoiceId,
    months: Vec<Vec<Month>>,
}

impl Calendar {
    /// One day of each kind, none of them before today; today itself is among them.
    pub(crate) fn from(today: Day) -> Self {
        let days = (0..1 << DAY_BITS).map(|code| day_of(code, today)).collect();
        Self { days }
    }

    /// The day that stands for this kind of day.
    pub(crate) fn day(&self, code: usize) -> Day {
        self.days[code.min(self.days.len() - 1)]
    }

    /// The kind of day that a day is.
    pub(crate) fn code(day: Day) -> usize {
        usize::from(day.month().number() - 1) * 2 + usize::from(day == day.month().last_day())
    }

    /// The month of birth that a code means on that day: code 0 is the last month in which a baby can be due.
    pub(crate) fn month(day: Day, code: usize) -> Month {
        day.month().plus(FURTHEST - code as i32)
    }

    /// Whether a child is inside the span; `None` where it could be either.
    pub(crate) fn ages(&self, bands: &[Band], span: AgeSpan, ahead: i32, reading: Reading) -> Ages {
        let cells = self.days.iter().flat_map(|&day| {
            (0..1 << CODE_BITS).map(move |code| age(span, &[Self::month(day, code)], day, ahead, reading))
        });
        let of_band = |band: &Band| {
            let days = self.days.iter().zip(&band.months);
            (band.choice, Table(days.map(|(&day, months)| age(span, months, day, ahead, reading)).collect()))
        };
        Ages { month: Table(cells.collect()), bands: bands.iter().map(of_band).collect() }
    }

    /// The age bands of a content.
    pub(crate) fn bands(&self, content: &Content) -> Vec<Band> {
        let choices = content.born().map(|born| content.question(born).choices.as_slice()).unwrap_or_default();
        let months = |choice: ChoiceId| self.days.iter().map(|&day| months_of(content, choice, day)).collect();
        choices.iter().map(|&choice| Band { choice, months: months(choice) }).collect()
    }
}

/// Months 13 to 16 do not exist: their codes mean December once more.
fn day_of(code: usize, today: Day) -> Day {
    let month = (code / 2).min(11) as i32 + 1;
    let ahead = (month - i32::from(today.month().number())).rem_euclid(12);
    let (month, last) = (today.month().plus(ahead), code % 2 == 1);
    let like_today = ahead == 0 && last == (today == today.month().last_day());
    let next = if ahead == 0 && !like_today && !last { month.plus(12) } else { month };
    match (like_today, last) {
        (true, _) => today,
        (false, true) => next.last_day(),
        (false, false) => next.first_day(),
    }
}

fn months_of(content: &Content, band: ChoiceId, day: Day) -> Vec<Month> {
    let mut answers = Answers::default();
    let child = answers.children()[0].key;
    let question = content.choice(band).question;
    answers.set(content, question, Who::Child(child), Some(Answer::Ticked(vec![band])));
    Judge::new(content, &answers, day).birth_months(child)
}

/// Three values in rows: one row for each kind of day.
pub(crate) struct Table(Vec<Option<bool>>);

impl Table {
    /// The families for which the table says `value`, where these variables are the digits of its rows and columns.
    pub(crate) fn is(&self, value: bool, digits: &[BddVariable], size: u16) -> Bdd {
        let cells = self.0.iter().map(|cell| *cell == Some(value));
        from_table(cells.collect(), digits, size)
    }
}

/// The function whose value for each number, written in binary digits, stands in a table. It is built from its
/// last digit to its first, so that equal halves are met once.
fn from_table(cells: Vec<bool>, digits: &[BddVariable], size: u16) -> Bdd {
    let mut nodes = vec![BddNode::mk_zero(size), BddNode::mk_one(size)];
    let mut known: HashMap<BddNode, usize> = HashMap::new();
    let mut row: Vec<usize> = cells.into_iter().map(usize::from).collect();
    for &digit in digits.iter().rev() {
        let pairs: Vec<(usize, usize)> = row.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        row = pairs.into_iter().map(|(low, high)| node(&mut nodes, &mut known, digit, low, high)).collect();
    }
    finished(nodes, row[0], size)
}

fn node(
    nodes: &mut Vec<BddNode>,
    known: &mut HashMap<BddNode, usize>,
    digit: BddVariable,
    low: usize,
    high: usize,
) -> usize {
    if low == high {
        return low;
    }
    let node = BddNode::mk_node(digit, BddPointer::from_index(low), BddPointer::from_index(high));
    *known.entry(node).or_insert_with(|| {
        nodes.push(node);
        nodes.len() - 1
    })
}

/// The nodes below the root, in the one order that makes equal functions equal.
fn finished(mut nodes: Vec<BddNode>, root: usize, size: u16) -> Bdd {
    nodes.truncate(root + 1);
    let whole = BddVariableSet::new_anonymous(size).mk_true();
    Bdd::from_nodes(&nodes).map_or_else(|_| whole.not(), |function| function.and(&whole))
}
