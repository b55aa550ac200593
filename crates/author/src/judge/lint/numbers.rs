//! A phone number that stands in several places and is nearly, not quite, the same in one of them: a number that
//! was corrected in one file and not in the other, or a slip while it was copied.

use std::collections::BTreeMap;

use crate::format::draft::{Draft, WrittenSupport};
use crate::source::files::Files;
use crate::source::problem::{Problem, Spot};

/// A number to call, and who answers.
struct Number {
    name: String,
    digits: String,
    written: String,
    spot: Spot,
}

/// A warning for every number that is probably another one misspelt, and for every name that has two numbers.
pub(crate) fn check(draft: &Draft, files: &Files) -> Vec<Problem> {
    let numbers: Vec<Number> = draft.supports().flat_map(|support| numbers(files, support)).collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    numbers.iter().for_each(|number| *places.entry(&number.digits).or_default() += 1);
    let rare = |number: &&Number| places.get(number.digits.as_str()) == Some(&1);
    let suspect = |number: &&Number| numbers.iter().find(|other| differs(&places, number, other));
    numbers.iter().filter(rare).filter_map(|one| Some(warned(files, one, suspect(&one)?))).collect()
}

/// Whether the other is the one that was meant: the same but for a slip and used more often, or the same service.
fn differs(places: &BTreeMap<&str, usize>, number: &Number, other: &Number) -> bool {
    let often = |one: &Number| places.get(one.digits.as_str()).copied().unwrap_or_default();
    let later = (often(other), other.spot) > (often(number), number.spot);
    let same_service = number.name == other.name && number.digits != other.digits && later;
    same_service || (often(other) > 1 && is_slip(&number.digits, &other.digits))
}

/// One digit changed, or two neighbours swapped. Short numbers such as 101 and 111 are all different.
fn is_slip(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.len() > 8 && strsim::damerau_levenshtein(one, other) == 1
}

fn warned(files: &Files, number: &Number, other: &Number) -> Problem {
    let says = format!("`{}` is nearly the number in {}: `{}`", number.written, files.place(other.spot), other.written);
    let says = if number.name == other.name && !is_slip(&number.digits, &other.digits) {
        format!("`{}` has another number in {}: `{}`", number.name, files.place(other.spot), other.written)
    } else {
        says
    };
    Problem::warning(number.spot, says).rule("number-differs").meant("which of the two is right? Write it in both")
}

fn numbers(files: &Files, support: &WrittenSupport) -> Vec<Number> {
    let also = support.written.also.iter().map(|also| (&also.name, &also.phone));
    let all = std::iter::once((&support.written.name, &support.written.phone)).chain(also);
    let number = |(name, phone): (&String, &String)| Number {
        name: name.clone(),
        digits: phone.split(' ').collect(),
        written: phone.clone(),
        spot: place(files, support.id.spot, phone),
    };
    all.filter(|(_, phone)| !phone.is_empty()).map(number).collect()
}

/// Where a number stands behind the id of its support.
fn place(files: &Files, id: Spot, phone: &str) -> Spot {
    let text = files.get(id.file).and_then(|file| file.text.get(id.end..)).unwrap_or_default();
    let quoted = format!("\"{phone}\"");
    text.find(&quoted).map_or(id, |at| Spot { start: id.end + at, end: id.end + at + quoted.len(), ..id })
}
