//! How many children a proof has to speak about.
//!
//! A rule asks of other children only whether any of them fits a named condition. So whatever a large family can
//! bring about, a small one can too: the child in question and, for each such condition, one child who fits it.

use std::collections::BTreeSet;

use signpost_core::catalogue::{ConditionId, Line, QuestionId, Rule, Support};
use signpost_core::content::Content;
use signpost_core::family::MOST_CHILDREN;

/// Children enough for anything that a content can say in `rules` rules taken together.
pub(crate) fn children(content: &Content, rules: usize) -> usize {
    let questions = content.questions().map(|(_, question)| &question.rule);
    let supports = content.supports().map(|(_, support)| Cone::of_support(content, support));
    let cones = questions.map(|rule| Cone::of(content, rule)).chain(supports);
    let widest = cones.map(|cone| cone.any_child.len()).max().unwrap_or_default();
    (widest * rules + 1).min(MOST_CHILDREN)
}

/// Everything a rule looks at, through questions and conditions.
struct Cone<'a> {
    content: &'a Content,
    seen: BTreeSet<QuestionId>,
    any_child: BTreeSet<ConditionId>,
}

impl<'a> Cone<'a> {
    fn of(content: &'a Content, rule: &Rule) -> Self {
        let mut cone = Self { content, seen: BTreeSet::new(), any_child: BTreeSet::new() };
        cone.rule(rule);
        cone
    }

    /// The same, and all that can make it soon or warn of something.
    fn of_support(content: &'a Content, support: &Support) -> Self {
        let mut cone = Self::of(content, &support.rule);
        support.soon.iter().flat_map(|soon| &soon.case.lines).for_each(|line| cone.line(line));
        support.warnings.iter().filter_map(|warning| warning.unless).for_each(|unless| cone.condition(unless));
        cone
    }

    fn rule(&mut self, rule: &Rule) {
        let conditions = rule.when.iter().chain(&rule.unless);
        conditions.flat_map(|condition| &condition.cases).flat_map(|case| &case.lines).for_each(|line| self.line(line));
    }

    fn line(&mut self, line: &Line) {
        match line {
            Line::Any(choices) | Line::All(choices) | Line::None(choices) => {
                choices.iter().for_each(|&choice| self.question(self.content.choice(choice).question));
            }
            Line::Age(_) => {}
            Line::Is(named) | Line::IsNot(named) | Line::NotSurely(named) => self.condition(*named),
            Line::AnyChild(named) => {
                self.any_child.insert(*named);
                self.condition(*named);
            }
        }
    }

    fn condition(&mut self, named: ConditionId) {
        let content = self.content;
        let cases = &content.condition(named).condition.cases;
        cases.iter().flat_map(|case| &case.lines).for_each(|line| self.line(line));
    }

    fn question(&mut self, question: QuestionId) {
        if self.seen.insert(question) {
            let content = self.content;
            self.rule(&content.question(question).rule);
        }
    }
}
