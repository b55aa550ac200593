//! Judging supports one by one: which are offered, why, and what one more answer would decide.

use crate::catalogue::{Catalogue, ChoiceId, QuestionId, Support, SupportId};
use crate::family::{Answer, Answers, Who};
use crate::judge::{Asking, Because, Judge, Outline, Tick, Truth, Verdict};
use crate::path::is_answered;
use crate::plan::rank::{Rank, Together, Wishes};
use crate::plan::{Changed, Offer, Possible, Sight};
use crate::time::Day;

/// Everything a plan is made from.
pub(super) struct Planner<'a> {
    catalogue: &'a Catalogue,
    answers: Answers,
    today: Day,
    judge: Judge<'a>,
    wishes: Wishes,
}

impl<'a> Planner<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, answers: &Answers, today: Day) -> Self {
        Self {
            catalogue,
            today,
            judge: Judge::new(catalogue, answers, today),
            wishes: Wishes::of(catalogue, answers),
            answers: answers.clone(),
        }
    }

    /// What to judge anew of a plan that the other one made; `None`: everything.
    pub(super) fn news(&self, before: &Self) -> Option<Changed<'a>> {
        let same = self.judge.is_of_same(&before.judge) && self.wishes.prefer_the_same(&before.wishes);
        same.then(|| {
            let mut changed = Changed::nothing(self.catalogue);
            self.judge.add_news(&before.judge, &mut changed);
            self.wishes.add_news(&before.wishes, self.catalogue, &mut changed);
            self.add_openings(before, &mut changed);
            changed
        })
    }

    /// Adds the offers of one support, and what one more answer would decide. Reasons are only looked for where
    /// somebody will read them.
    pub(super) fn plan(
        &self,
        id: SupportId,
        support: &Support,
        offers: &mut Vec<(Rank, Offer)>,
        possible: &mut Vec<Possible>,
    ) {
        if self.would_tell(support) {
            return;
        }
        let mut found = Vec::new();
        for who in self.judge.everyone(support.about) {
            let weighed = self.judge.weigh(&support.rule, who, support.ahead);
            if applies(support, weighed) {
                found.push(self.offer(id, support, who, weighed));
            } else if weighed.pointed {
                possible.extend(self.possible(id, support, who, weighed));
            }
        }
        let together = Together::of(support, &found);
        offers.extend(found.into_iter().map(|offer| (self.wishes.rank(self.catalogue, &offer, together), offer)));
    }

    /// Where others can see the screen: whether it may stand there because of what is not asked there. Then it does not,
    /// whatever else points to it.
    fn would_tell(&self, support: &Support) -> bool {
        let catalogue = self.catalogue;
        let is_quiet = |choice| !catalogue.is_asked_here(catalogue.choice(choice).question);
        let tells = |when| catalogue.looks_at(when, &is_quiet);
        catalogue.in_open_plan && !support.is_universal() && support.rule.when.as_ref().is_some_and(tells)
    }

    fn offer(&self, id: SupportId, support: &Support, who: Who, weighed: Outline) -> Offer {
        let mut because = match self.judge.explain(&support.rule, who, support.ahead, weighed) {
            Verdict::Yes(because) => because,
            _ => Because::default(),
        };
        if support.is_universal() {
            because.ticks.extend(self.wishes.lifting(support).map(|choice| Tick { choice, who: Who::Family }));
        }
        Offer {
            support: id,
            who,
            private: because.ticks.iter().any(|tick| self.catalogue.is_private(tick.choice)),
            may_have_changed: support.review.is_some_and(|review| self.today >= review),
            soon: self.judge.soonest(support, who),
            warnings: self.judge.warnings(support, who).collect(),
            because,
        }
    }

    /// Only what one single answer would decide, only where a tick already points that way, and only where the
    /// parent has not told us that they would rather not say.
    fn possible(&self, id: SupportId, support: &Support, who: Who, weighed: Outline) -> Option<Possible> {
        match *self.judge.explain(&support.rule, who, support.ahead, weighed).unknown() {
            [asking] if self.may_ask(asking) => Some(Possible { support: id, who, asking }),
            _ => None,
        }
    }

    fn may_ask(&self, asking: Asking) -> bool {
        let answer = self.answers.get(self.catalogue, asking.question, asking.who);
        let open = !is_answered(answer) && answer != Some(&Answer::PreferNotToSay);
        let here = self.catalogue.is_asked_here(asking.question);
        let plain = !self.catalogue.question(asking.question).sensitive;
        open && here && plain && self.judge.asks(asking.question, asking.who)
    }

    pub(super) fn urgent_first(&self) -> bool {
        let urgent = |ticks: &[ChoiceId]| ticks.iter().any(|&tick| self.catalogue.choice(tick).urgent);
        let urges = |id: QuestionId, who: Who| {
            let answer = self.answers.get(self.catalogue, id, who);
            matches!(answer, Some(Answer::Ticked(ticks)) if urgent(ticks)) && self.judge.asks(id, who)
        };
        self.catalogue.questions().any(|(id, question)| self.judge.everyone(question.about).any(|who| urges(id, who)))
    }

    /// Adds the choices and ages of questions that may be asked now and could not be before, or the other way round.
    fn add_openings(&self, before: &Self, changed: &mut Changed<'_>) {
        for (question, asked) in self.catalogue.questions() {
            let may_ask = |planner: &Self, who| planner.may_ask(Asking { question, who });
            if self.judge.everyone(asked.about).any(|who| may_ask(self, who) != may_ask(before, who)) {
                asked.choices.iter().for_each(|&choice| changed.add(Sight::Choice(choice)));
                if self.catalogue.born() == Some(question) {
                    changed.add(Sight::Ages);
                }
            }
        }
    }
}

/// Whether a support is offered.
fn applies(support: &Support, weighed: Outline) -> bool {
    match weighed.truth {
        Truth::Yes => true,
        Truth::Maybe => support.is_universal(),
        Truth::No => false,
    }
}
