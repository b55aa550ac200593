//! The halves of a rule over all families: each line of each case worked out once, beside where it was written.

use signpost_core::catalogue::{Condition, Line};

use crate::format::draft;
use crate::prove::model::{Look, Model};
use crate::prove::space::Person;
use crate::prove::truth::Truth;
use crate::source::problem::Spot;

/// The cases before or behind "unless", each line worked out once.
#[derive(Clone)]
pub(crate) struct Half<'a> {
    /// In their order.
    pub(crate) cases: Vec<Worked<'a>>,
    /// About whom.
    pub(crate) who: Person,
}

/// A case whose lines are worked out.
#[derive(Clone)]
pub(crate) struct Worked<'a> {
    /// In their order.
    pub(crate) lines: Vec<(&'a Line, Truth)>,
    /// As it stands in the file; `None` for the case of a hiding tag.
    pub(crate) written: Option<&'a draft::WrittenCase>,
}

impl<'a> Half<'a> {
    /// Works every line out, seen in this way.
    pub(crate) fn read(
        model: &mut Model<'_>,
        condition: Option<&'a Condition>,
        look: Look,
        written: &'a [draft::WrittenCase],
    ) -> Self {
        let cases = condition.into_iter().flat_map(|condition| &condition.cases).enumerate().map(|(index, case)| {
            let lines = case.lines.iter().map(|line| (line, model.line(line, look))).collect();
            Worked { lines, written: written.get(index) }
        });
        Self { cases: cases.collect(), who: look.who }
    }

    /// Whether any case holds; `None` where there is none.
    pub(crate) fn any(&self, model: &Model<'_>) -> Option<Truth> {
        self.cases.iter().map(|case| case.all(model)).reduce(|one, other| one.or(&other))
    }

    /// The same without one of its cases.
    pub(crate) fn without_case(&self, case: usize) -> Self {
        let mut half = self.clone();
        half.cases.remove(case);
        half
    }

    /// The same without one line of a case.
    pub(crate) fn without_line(&self, case: usize, line: usize) -> Self {
        let mut half = self.clone();
        half.cases[case].lines.remove(line);
        half
    }
}

/// Where a case stands.
pub(crate) fn top(case: &draft::WrittenCase) -> Spot {
    case.lines.first().map(|line| line.spot).unwrap_or_default()
}

impl Worked<'_> {
    /// Whether all lines hold.
    pub(crate) fn all(&self, model: &Model<'_>) -> Truth {
        let all = Truth::known(model.space.always());
        self.lines.iter().fold(all, |all, (_, line)| all.and(line))
    }

    /// Whether nobody fits it.
    pub(crate) fn is_never(&self, model: &Model<'_>, who: Person) -> bool {
        self.all(model).yes.and(&model.with(who)).is_false()
    }
}
