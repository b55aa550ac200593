//! The plan, which parents know as "your list": every support that applies, for whom, why and from when, in order.
//! What the list, the sheet and "why isn't this here" say comes from the same verdicts.

mod rank;

use crate::answers::{Answer, Answers, ChildKey, Who};
use crate::content::{ChoiceId, Content, QuestionId, Support, SupportId};
use crate::month::Day;
use crate::path::is_answered;
use crate::plan::rank::{Rank, Wishes};
use crate::verdict::{Asking, Because, Judge, Outline, Tick, Truth, Verdict};

/// A support on this parent's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is.
    pub support: SupportId,
    /// For whom.
    pub who: Who,
    /// Why, and from when.
    pub because: Because,
    /// It stands on plain answers alone, so it may go on paper.
    pub printable: bool,
    /// One of its reasons comes from a section behind a door: off paper until the parent says otherwise.
    pub private: bool,
    /// One of its figures is past the day it had to be looked at again.
    pub may_have_changed: bool,
}

/// A support that one more answer would decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// What it is.
    pub support: SupportId,
    /// For whom.
    pub who: Who,
    /// The question to answer.
    pub asking: Asking,
}

/// Where offers stand on the list, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// What the parent said they want.
    Wanted,
    /// For one child.
    Child(ChildKey),
    /// For the parent and the family.
    Family,
    /// Money, home and work.
    Money,
    /// Being part of nursery or school.
    School,
    /// For every family.
    Universal,
}

/// Offers that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which one.
    pub kind: GroupKind,
    /// The strongest first. The same support for several children stands side by side.
    pub offers: Vec<Offer>,
}

/// A parent's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Numbers for danger and crisis, the same for everyone.
    pub urgent: Vec<SupportId>,
    /// Something was ticked that opens the urgent box at the top.
    pub urgent_first: bool,
    /// Groups that have offers, in order.
    pub groups: Vec<Group>,
    /// What one more answer would decide.
    pub possible: Vec<Possible>,
}

impl Plan {
    /// Works out the whole list. The same answers on the same day always give the same list.
    pub fn of(content: &Content, answers: &Answers, today: Day) -> Self {
        let plain = answers.without_confided();
        let planner = Planner {
            content,
            answers,
            today,
            judge: Judge::new(content, answers, today),
            on_paper: (plain != *answers).then(|| Judge::new(content, &plain, today)),
            wishes: Wishes::of(content, answers),
        };
        let (mut offers, mut possible) = (Vec::new(), Vec::new());
        for (id, support) in content.supports().filter(|(_, support)| !support.is_urgent()) {
            planner.plan(id, support, &mut offers, &mut possible);
        }
        offers.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self {
            urgent: content.supports().filter(|(_, support)| support.is_urgent()).map(|(id, _)| id).collect(),
            urgent_first: planner.urgent_first(),
            groups: grouped(offers),
            possible,
        }
    }

    /// Every offer of every group, in order.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.groups.iter().flat_map(|group| &group.offers)
    }

    /// The offer of this support for this child or the family, if it is on the list.
    pub fn offer(&self, support: SupportId, who: Who) -> Option<&Offer> {
        self.offers().find(|offer| offer.support == support && offer.who == who)
    }
}

impl Group {
    /// The offers, one slice a support: how they are shown.
    pub fn cards(&self) -> impl Iterator<Item = &[Offer]> {
        self.offers.chunk_by(|one, other| one.support == other.support)
    }
}

/// The verdict on a support: universal ones are only ever ruled out, targeted ones must be reasoned in.
pub fn verdict(judge: &Judge<'_>, support: &Support, who: Who) -> Verdict {
    match judge.rule(&support.rule, who, support.ahead()) {
        Verdict::Maybe { .. } if support.is_universal() => Verdict::Yes(Because::default()),
        verdict => verdict,
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

struct Planner<'a> {
    content: &'a Content,
    answers: &'a Answers,
    today: Day,
    judge: Judge<'a>,
    /// Judges plain answers alone; `None` where nothing was confided, so that it would say the same.
    on_paper: Option<Judge<'a>>,
    wishes: Wishes,
}

impl Planner<'_> {
    /// Adds the offers of one support, and what one more answer would decide. Reasons are only looked for where
    /// somebody will read them.
    fn plan(&self, id: SupportId, support: &Support, offers: &mut Vec<(Rank, Offer)>, possible: &mut Vec<Possible>) {
        let mut found = Vec::new();
        for who in self.judge.everyone(support.about()) {
            let weighed = self.judge.weigh(&support.rule, who, support.ahead());
            if applies(support, weighed) {
                found.push(self.offer(id, support, who, weighed));
            } else if weighed.pointed {
                possible.extend(self.possible(id, support, who, weighed));
            }
        }
        let most_ticks = found.iter().map(|offer| offer.because.ticks.len()).max().unwrap_or(0);
        offers.extend(found.into_iter().map(|offer| (self.wishes.rank(self.content, &offer, most_ticks), offer)));
    }

    fn offer(&self, id: SupportId, support: &Support, who: Who, weighed: Outline) -> Offer {
        let because = match self.judge.explain(&support.rule, who, support.ahead(), weighed) {
            Verdict::Yes(because) => because,
            _ => Because::default(),
        };
        let on_paper = |judge: &Judge<'_>| applies(support, judge.weigh(&support.rule, who, support.ahead()));
        let behind_a_door = |tick: &Tick| {
            let section = self.content.question(self.content.choice(tick.choice).question).section;
            self.content.section(section).door.is_some()
        };
        Offer {
            support: id,
            who,
            printable: self.on_paper.as_ref().is_none_or(on_paper),
            private: because.ticks.iter().any(behind_a_door),
            may_have_changed: support.review.is_some_and(|review| self.today >= review),
            because,
        }
    }

    /// Only what one single answer would decide, only where a tick already points that way, and only where the
    /// parent has not told us that they would rather not say.
    fn possible(&self, id: SupportId, support: &Support, who: Who, weighed: Outline) -> Option<Possible> {
        match *self.judge.explain(&support.rule, who, support.ahead(), weighed).unknown() {
            [asking] if self.may_ask(asking) => Some(Possible { support: id, who, asking }),
            _ => None,
        }
    }

    fn may_ask(&self, asking: Asking) -> bool {
        let answer = self.answers.get(self.content, asking.question, asking.who);
        let open = !is_answered(answer) && answer != Some(&Answer::PreferNotToSay);
        open && !self.content.question(asking.question).sensitive && self.judge.asks(asking.question, asking.who)
    }

    fn urgent_first(&self) -> bool {
        let urgent = |ticks: &[ChoiceId]| ticks.iter().any(|&tick| self.content.choice(tick).urgent);
        let urges = |id: QuestionId, who: Who| {
            let answer = self.answers.get(self.content, id, who);
            matches!(answer, Some(Answer::Ticked(ticks)) if urgent(ticks)) && self.judge.asks(id, who)
        };
        self.content.questions().any(|(id, question)| self.judge.everyone(question.about).any(|who| urges(id, who)))
    }
}

fn grouped(offers: Vec<(Rank, Offer)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (Rank { group: kind, .. }, offer) in offers {
        match groups.last_mut().filter(|group| group.kind == kind) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { kind, offers: vec![offer] }),
        }
    }
    groups
}
