//! Lines of rules: what they name exists, stands before them, and is about the right person.

use signpost_core::catalogue::About;

use crate::format::draft::{Draft, Says, WrittenCase, WrittenLine};
use crate::judge::check::names::{Names, order_of};
use crate::source::problem::{At, Problem};

/// Whose rule it is.
#[derive(Clone, Copy)]
struct Owner<'a> {
    /// Whom the rule is about, if that could be read.
    about: Option<About>,
    /// Conditions from this place in their file on cannot be used yet.
    conditions: usize,
    /// The name and the place of the question whose rule it is: it looks back, never ahead.
    question: Option<(&'a str, usize)>,
}

/// All problems with rules.
pub(crate) fn check(draft: &Draft, names: &Names<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (order, condition) in draft.conditions.iter().enumerate() {
        let owner = Owner { about: condition.about, conditions: order, question: None };
        problems.extend(owner.check(names, &condition.cases));
    }
    for (written, (_, question)) in draft.questions().enumerate() {
        let order = order_of(question, written);
        let owner =
            Owner { about: question.about, conditions: usize::MAX, question: Some((&question.id.value, order)) };
        problems.extend(owner.check(names, &question.when));
        problems.extend(owner.check(names, &question.unless));
    }
    for invariant in &draft.invariants {
        let owner = Owner { about: invariant.about, conditions: usize::MAX, question: None };
        problems.extend(owner.check(names, invariant.all_cases()));
    }
    for support in draft.supports() {
        let owner = Owner { about: support.about, conditions: usize::MAX, question: None };
        problems.extend(owner.check(names, support.all_cases()));
        problems.extend(owner.hidden_by(draft, names, &support.tags));
    }
    problems
}

impl Owner<'_> {
    fn check<'c>(self, names: &Names<'_>, cases: impl IntoIterator<Item = &'c WrittenCase>) -> Vec<Problem> {
        cases.into_iter().flat_map(|case| &case.lines).flat_map(|line| self.line(names, line)).collect()
    }

    fn line(self, names: &Names<'_>, line: &WrittenLine) -> Vec<Problem> {
        let mut problems: Vec<Problem> = match &line.says {
            Says::Any(choices) | Says::All(choices) | Says::None(choices) => {
                choices.iter().filter_map(|choice| self.choice(names, choice)).collect()
            }
            Says::Is(name) | Says::IsNot(name) => self.condition(names, name).into_iter().collect(),
            Says::AnyChild(name) => self.any_child(names, name).into_iter().collect(),
            Says::Age(_) => self.age(line).into_iter().collect(),
        };
        problems.extend(self.ahead(names, line));
        problems
    }

    fn choice(self, names: &Names<'_>, choice: &At<String>) -> Option<Problem> {
        if let Some(problem) = names.unknown_choice(choice) {
            return Some(problem);
        }
        let of_child = names.question_of(&choice.value)?.question.about == Some(About::Child);
        (of_child && self.about == Some(About::Family)).then(|| {
            let says = format!("`{}` is answered for each child, and this rule is about the family", choice.value);
            Problem::new(choice.spot, says)
                .rule("child-in-family")
                .meant("name a condition about a child, and ask for it with `any_child`")
        })
    }

    fn condition(self, names: &Names<'_>, name: &At<String>) -> Option<Problem> {
        if let Some(problem) = names.unknown_condition(name, self.conditions) {
            return Some(problem);
        }
        let of_child = names.about(&name.value) == Some(About::Child);
        (of_child && self.about == Some(About::Family)).then(|| {
            let says = format!("the condition `{}` is about a child, and this rule is about the family", name.value);
            Problem::new(name.spot, says)
                .rule("child-in-family")
                .meant(format!("did you mean `any_child = \"{}\"`?", name.value))
        })
    }

    fn any_child(self, names: &Names<'_>, name: &At<String>) -> Option<Problem> {
        if let Some(problem) = names.unknown_condition(name, self.conditions) {
            return Some(problem);
        }
        let instead = format!("did you mean `is = \"{}\"`?", name.value);
        if self.about == Some(About::Child) {
            return Some(
                Problem::new(name.spot, "`any_child` stands in a rule that is about one child")
                    .rule("any-child")
                    .meant(instead),
            );
        }
        let of_family = names.about(&name.value) == Some(About::Family);
        let says = format!("the condition `{}` is about the family, not about a child", name.value);
        of_family.then(|| Problem::new(name.spot, says).rule("any-child").meant(instead))
    }

    fn age(self, line: &WrittenLine) -> Option<Problem> {
        let problem =
            || Problem::new(line.spot, "a family has no age: this rule is about the family").rule("child-in-family");
        (self.about == Some(About::Family))
            .then(|| problem().meant("name a condition about a child, and ask for it with `any_child`"))
    }

    fn ahead(self, names: &Names<'_>, line: &WrittenLine) -> Option<Problem> {
        let (own, order) = self.question?;
        let uses = names.line_uses(line);
        let later = uses.into_iter().find(|used| names.question_of(used).is_some_and(|known| known.order >= order))?;
        let what = if later == own { "itself".to_owned() } else { format!("`{later}`, which is asked later") };
        let problem = Problem::new(line.spot, format!("`{own}` looks at {what}")).rule("looks-ahead");
        Some(problem.meant("a question looks back, never ahead: move one of them"))
    }

    /// A tag of a family's support goes only by conditions about the family.
    fn hidden_by(self, draft: &Draft, names: &Names<'_>, tags: &[At<String>]) -> Vec<Problem> {
        let unfit = |tag: &&At<String>| {
            let hiding = draft.hiding.iter().filter(|hiding| hiding.tag.value == tag.value);
            let mut conditions = hiding.flat_map(|hiding| hiding.conditions());
            conditions.any(|name| names.about(&name.value) == Some(About::Child))
        };
        let tags = tags.iter().filter(|_| self.about == Some(About::Family)).filter(unfit);
        tags.map(|tag| {
            Problem::new(
                tag.spot,
                format!(
                    "the tag `{}` goes by a condition about a child, and this support is about the family",
                    tag.value
                ),
            )
            .rule("child-in-family")
        })
        .collect()
    }
}
