//! Facts grow old: supports that nobody compared with their source for long, figures whose day has come.

use signpost_core::time::Day;

use crate::format::draft::{Draft, WrittenFigure, WrittenSupport};
use crate::format::figures::figures_of;
use crate::source::problem::{At, Problem, Spot};
use crate::source::say::count;

/// How many supports a message names.
const NAMED: usize = 6;

/// From here on many supports checked in the future are one problem.
const MANY: usize = 3;

/// All problems with days, as of today.
pub(super) fn check(draft: &Draft, today: Day) -> Vec<Problem> {
    let within = draft.house_style.as_ref().map_or(i32::MAX, |style| style.checked_within);
    let days: Vec<&At<Day>> = draft.supports().filter_map(|support| support.checked.as_ref()).collect();
    let (later, before): (Vec<&At<Day>>, Vec<&At<Day>>) = days.into_iter().partition(|day| day.value > today);
    let mut problems: Vec<Problem> = before.iter().filter_map(|day| old(day, today, within)).collect();
    if later.len() > MANY && later.len() > before.len() {
        problems.push(wrong_clock(later.len(), today));
    } else {
        problems.extend(later.into_iter().map(|day| too_early(day, today)));
    }
    problems.extend(draft.figures.iter().filter_map(|figure| past(draft, figure, today)));
    problems.extend(draft.figures.iter().filter_map(|figure| early(draft, figure, today)));
    problems
}

fn old(checked: &At<Day>, today: Day, within: i32) -> Option<Problem> {
    let day = checked.value;
    (day.plus_months(within) < today).then(|| {
        let says = format!("this was last checked on {day}, more than {} ago", count(within as usize, "month"));
        let problem = Problem::warning(checked.spot, says).rule("checked-long-ago");
        problem.meant("compare it with its source, then write today's date")
    })
}

fn too_early(checked: &At<Day>, today: Day) -> Problem {
    let says = format!("nobody can have checked this on {}: today is {today}", checked.value);
    Problem::new(checked.spot, says).rule("checked-in-future").meant("write the day it was checked")
}

/// Where nearly everything was checked later than today, it is today that is wrong.
fn wrong_clock(many: usize, today: Day) -> Problem {
    let says = format!("today is {today}, and {} were checked later than that", count(many, "support"));
    let problem = Problem::warning(Spot::NOWHERE, says).rule("wrong-clock");
    problem.meant("is the clock of this computer right? You can say what day it is with `--today`")
}

fn past(draft: &Draft, figure: &WrittenFigure, today: Day) -> Option<Problem> {
    let review = figure.review.as_ref().filter(|review| review.value <= today)?;
    let says = format!("the figure `{}` was to be looked at again on {}", figure.id.value, review.value);
    Some(
        Problem::warning(review.spot, says)
            .rule("figure-past-review")
            .meant(format!("compare it with its source; {}", used_by(draft, figure))),
    )
}

fn early(draft: &Draft, figure: &WrittenFigure, today: Day) -> Option<Problem> {
    let from = figure.from.as_ref().filter(|from| from.value > today)?;
    let says = format!("the figure `{}` starts only on {}, and parents read it now", figure.id.value, from.value);
    Some(Problem::warning(from.spot, says).rule("figure-not-begun").meant(used_by(draft, figure)))
}

fn used_by(draft: &Draft, figure: &WrittenFigure) -> String {
    let uses = |support: &&WrittenSupport| figures_of(&support.written).contains(&figure.id.value);
    let users: Vec<String> = draft.supports().filter(uses).map(|support| format!("`{}`", support.id.value)).collect();
    match users.len() {
        0 => "no support uses it".to_owned(),
        many if many > NAMED => format!("used by {} and {} more", users[..NAMED].join(", "), many - NAMED),
        _ => format!("used by {}", users.join(", ")),
    }
}
