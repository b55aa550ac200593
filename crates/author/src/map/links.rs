//! What leads where: which questions and supports look at a question.

use std::collections::BTreeSet;

use signpost_core::content::{Content, Question, QuestionId, Section, SectionId, SupportId};

use crate::english::English;
use crate::uses;

/// A content, and who looks at what in it.
pub(super) struct Links<'a> {
    pub(super) content: &'a Content,
    pub(super) english: English<'a>,
    /// By question: those it looks at.
    looks: Vec<BTreeSet<QuestionId>>,
    /// By support: the questions it looks at.
    supports: Vec<BTreeSet<QuestionId>>,
}

impl<'a> Links<'a> {
    pub(super) fn of(content: &'a Content) -> Self {
        let looks = content.questions().map(|(_, question)| uses::of_rule(content, &question.rule)).collect();
        let supports = content.supports().map(|(_, support)| uses::of_rule(content, &support.rule)).collect();
        Self { content, english: English::new(content), looks, supports }
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
    pub(super) fn after(&self, id: SectionId) -> Option<&'a Section> {
        self.sections().nth(id.index() + 1).map(|(_, section)| section)
    }

    /// The text of a question about nobody in particular.
    pub(super) fn text(&self, question: &Question) -> String {
        self.english.text(&question.text)
    }
}

/// "16": the place of a question on the whole path, from 1.
pub(super) fn number(id: QuestionId) -> usize {
    id.index() + 1
}
