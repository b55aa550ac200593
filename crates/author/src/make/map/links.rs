//! What leads where: which questions and supports look at a question.

use std::collections::BTreeSet;

use signpost_core::catalogue::{Asked, QuestionId, Section, SectionId, SupportId};
use signpost_core::content::Content;

use crate::families::english::English;
use crate::make::uses;

/// A content, and who looks at what in it.
pub(super) struct Links<'a> {
    pub(super) content: &'a Content,
    pub(super) english: English<'a>,
    /// The questions in the order in which they are asked: those with the names first.
    order: Vec<QuestionId>,
    /// By question: those it looks at.
    looks: Vec<BTreeSet<QuestionId>>,
    /// By support: the questions it looks at.
    supports: Vec<BTreeSet<QuestionId>>,
}

impl<'a> Links<'a> {
    pub(super) fn of(content: &'a Content) -> Self {
        let looks = content.questions().map(|(_, question)| uses::of_rule(content, &question.rule)).collect();
        let supports = content.supports().map(|(_, support)| uses::of_rule(content, &support.rule)).collect();
        let is_with_name = |id: &QuestionId| content.question(*id).asked == Asked::WithName;
        let (with_names, later): (Vec<_>, Vec<_>) = content.questions().map(|(id, _)| id).partition(is_with_name);
        let order = [with_names, later].concat();
        Self { content, english: English::new(content), order, looks, supports }
    }

    /// What is asked under each child's name.
    pub(super) fn with_names(&self) -> Vec<QuestionId> {
        self.order.iter().copied().filter(|&id| self.content.question(id).asked == Asked::WithName).collect()
    }

    /// What a section itself asks.
    pub(super) fn asked_in(&self, section: &Section) -> Vec<QuestionId> {
        let own = section.questions.iter().copied();
        own.filter(|&id| self.content.question(id).asked != Asked::WithName).collect()
    }

    /// "16": the place of a question on the whole path, from 1.
    pub(super) fn number(&self, id: QuestionId) -> usize {
        self.order.iter().position(|&other| other == id).map_or(0, |place| place + 1)
    }

    /// Every section with its questions.
    pub(super) fn sections(&self) -> impl Iterator<Item = (SectionId, &'a Section)> {
        self.content.sections()
    }

    /// Every question with one that it looks at, which stands before it.
    pub(super) fn edges(&self) -> impl Iterator<Item = (QuestionId, QuestionId)> + '_ {
        let of = |(id, _): (QuestionId, _)| self.looks(id).map(move |looked| (looked, id));
        self.content.questions().flat_map(of)
    }

    /// The questions that this one looks at.
    pub(super) fn looks(&self, id: QuestionId) -> impl Iterator<Item = QuestionId> + '_ {
        self.looks.get(id.index()).into_iter().flatten().copied()
    }

    /// The questions that look at this one.
    pub(super) fn depending(&self, id: QuestionId) -> impl Iterator<Item = QuestionId> + '_ {
        self.edges().filter(move |(looked, _)| *looked == id).map(|(_, depends)| depends)
    }

    /// The supports whose rule looks at this question.
    pub(super) fn supports_of(&self, id: QuestionId) -> impl Iterator<Item = SupportId> + '_ {
        let looks = move |support: &SupportId| self.looks_at(*support).any(|looked| looked == id);
        self.content.supports().map(|(support, _)| support).filter(looks)
    }

    /// The questions that a support looks at.
    pub(super) fn looks_at(&self, id: SupportId) -> impl Iterator<Item = QuestionId> + '_ {
        self.supports.get(id.index()).into_iter().flatten().copied()
    }

    /// The supports that serve an answer to this question as a goal.
    pub(super) fn serving(&self, id: QuestionId) -> impl Iterator<Item = SupportId> + '_ {
        let serves = move |support: &SupportId| {
            let mut goals = self.content.support(*support).goals.iter();
            goals.any(|&goal| self.content.choice(goal).question == id)
        };
        self.content.supports().map(|(support, _)| support).filter(serves)
    }

    /// What a section's end leads to: the next section, or the list.
    pub(super) fn after(&self, id: SectionId) -> Option<(SectionId, &'a Section)> {
        self.sections().nth(id.index() + 1)
    }

    /// The text of a question about nobody in particular.
    pub(super) fn text(&self, question: QuestionId) -> String {
        self.english.text(&self.content.texts.question(question).text)
    }
}
