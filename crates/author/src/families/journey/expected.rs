//! What is expected of a list, from names to ids.

use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::time::{Day, Month};

use crate::families::journey::answers::Told;
use crate::families::journey::lines::{Lines, Pair, Part, cut, pieces};
use crate::families::journey::{Expected, From, Wants, Whole, Whom};
use crate::source::near::nearest;
use crate::source::problem::{At, Problem};

/// Looks up every support that must, or must never, be offered.
pub(crate) fn read(content: &Content, lines: &Lines, told: &Told, problems: &mut Vec<Problem>) -> Vec<At<Expected>> {
    let mut expected = Vec::new();
    let pairs = lines.pairs.iter().filter(|pair| matches!(pair.part, Part::Offers | Part::First | Part::Never));
    let mut asserted = !lines.whole.is_empty();
    for pair in pairs {
        asserted = true;
        match whom(lines, told, &pair.left) {
            Ok(whom) => pieces(&pair.right, ";").iter().for_each(|piece| match item(content, pair, whom, piece) {
                Ok(item) => expected.push(item),
                Err(problem) => problems.push(problem),
            }),
            Err(problem) => problems.push(problem),
        }
    }
    if !asserted {
        let says = "this family has none of `offers`, `first`, `never` or `before`, so it could not fail";
        problems.push(Problem::new(lines.end(), says).meant("say what must be on the list: `anyone: health-visitor`"));
    }
    expected
}

fn whom(lines: &Lines, told: &Told, name: &At<String>) -> Result<Whom, Problem> {
    match name.value.as_str() {
        "anyone" => return Ok(Whom::Anyone),
        "family" => return Ok(Whom::Only(Who::Family)),
        _ => {}
    }
    let index = lines.children.iter().position(|child| child.value == name.value);
    index.and_then(|index| told.children.get(index)).map(|&key| Whom::Only(Who::Child(key))).ok_or_else(|| {
        let known = lines.children.iter().map(|child| child.value.as_str()).chain(["family", "anyone"]);
        let problem = Problem::new(name.spot, format!("nobody here is called `{}`", name.value));
        problem.guess_or(nearest(&name.value, known), "write a child's name, `family` or `anyone`")
    })
}

fn item(content: &Content, pair: &Pair, whom: Whom, text: &At<String>) -> Result<At<Expected>, Problem> {
    let (name, from) = match cut(text, " from ") {
        Some((name, from)) => (name, Some(from)),
        None => (text.clone(), None),
    };
    let support = content.support_named(&name.value).ok_or_else(|| unknown_support(content, &name))?;
    let wants = match pair.part {
        Part::First => Wants::First,
        Part::Never => Wants::Nowhere,
        _ => Wants::Offered,
    };
    let from = from.map(|from| self::from(&from, wants != Wants::Nowhere)).transpose()?;
    Ok(name.with(Expected { wants, whom, support, from }))
}

/// Reads what is expected of the list as a whole.
pub(crate) fn whole(content: &Content, lines: &Lines, problems: &mut Vec<Problem>) -> Vec<At<Whole>> {
    let mut found = Vec::new();
    for (word, text) in &lines.whole {
        match one_whole(content, word, text) {
            Ok(whole) => found.push(word.with(whole)),
            Err(more) => problems.extend(more),
        }
    }
    found
}

fn one_whole(content: &Content, word: &At<String>, text: &At<String>) -> Result<Whole, Vec<Problem>> {
    match word.value.as_str() {
        "screens" => screens(text).map(Whole::Screens).map_err(|problem| vec![problem]),
        "first" => supports(content, text, ";").map(Whole::Begins),
        _ => supports(content, text, "<").and_then(|supports| {
            let problem = || Problem::new(text.spot, "`before` needs two supports or more, in their order");
            if supports.len() > 1 {
                Ok(Whole::InOrder(supports))
            } else {
                Err(vec![problem().meant("write `before: A < B`")])
            }
        }),
    }
}

fn screens(text: &At<String>) -> Result<usize, Problem> {
    let problem = || Problem::new(text.spot, format!("`{}` is not a number of screens", text.value));
    text.value.parse().map_err(|_| problem().meant("write `screens: 14`: at most so many"))
}

fn supports(content: &Content, text: &At<String>, by: &str) -> Result<Vec<SupportId>, Vec<Problem>> {
    let (mut supports, mut problems) = (Vec::new(), Vec::new());
    for name in pieces(text, by) {
        match content.support_named(&name.value) {
            Some(support) => supports.push(support),
            None => problems.push(unknown_support(content, &name)),
        }
    }
    if problems.is_empty() { Ok(supports) } else { Err(problems) }
}

fn unknown_support(content: &Content, name: &At<String>) -> Problem {
    let known = content.supports().map(|(_, support)| support.name.as_str());
    let guess = nearest(&name.value, known);
    let hint = if name.value.contains(',') { Some("supports are parted by `;`") } else { None };
    let problem = Problem::new(name.spot, format!("there is no support `{}`", name.value)).guess(guess);
    hint.map_or(problem.clone(), |hint| problem.meant(hint))
}

fn from(text: &At<String>, offered: bool) -> Result<From, Problem> {
    if !offered {
        let problem = Problem::new(text.spot, "`never` takes no date: it means at no time");
        return Err(problem.meant("leave `from …` out"));
    }
    let now = (text.value == "now").then_some(From::Now);
    let day = Day::parse(&text.value).map(From::Day);
    let month = Month::parse(&text.value).map(From::Month);
    now.or(day).or(month).ok_or_else(|| {
        let problem = Problem::new(text.spot, format!("`{}` is neither a day nor a month", text.value));
        problem.meant("write `from 2027-01-01`, `from 2027-01` or `from now`")
    })
}
