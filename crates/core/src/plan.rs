//! The plan, which parents know as "your list": every support that applies, for whom, why and from when, in order.
//! What the list, the sheet and "why isn't this here" say comes from the same verdicts.

use crate::answers::{Answer, Answers, ChildKey, Who};
use crate::content::{ChoiceId, Content, Support, SupportId};
use crate::month::Day;
use crate::pack::{TopicGroup, Way};
use crate::path::is_answered;
use crate::verdict::{Asking, Because, Judge, Verdict};

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
        let judge = Judge::new(content, answers, today);
        let plain = answers.without_confided();
        let on_paper = Judge::new(content, &plain, today);
        let planner = Planner { content, answers, today, judge, on_paper };
        let mut offers: Vec<Offer> = planner.offers().collect();
        offers.sort_by_cached_key(|offer| planner.rank(offer));
        Self {
            urgent: content.supports().filter(|(_, support)| support.text.urgent).map(|(id, _)| id).collect(),
            urgent_first: planner.urgent_first(),
            groups: grouped(offers, |offer| planner.group(offer)),
            possible: planner.possible(),
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
    match judge.rule(&support.rule, who, support.text.ahead) {
        Verdict::Maybe { .. } if support.is_universal() => Verdict::Yes(Because::of_every_family()),
        verdict => verdict,
    }
}

impl Because {
    fn of_every_family() -> Self {
        Self { ticks: Vec::new(), age: false, start: crate::milestone::Start::Now, ends_this_month: false }
    }
}

struct Planner<'a> {
    content: &'a Content,
    answers: &'a Answers,
    today: Day,
    judge: Judge<'a>,
    on_paper: Judge<'a>,
}

impl Planner<'_> {
    fn offers(&self) -> impl Iterator<Item = Offer> {
        self.asked_about().filter_map(|(id, support, who)| match verdict(&self.judge, support, who) {
            Verdict::Yes(because) => Some(self.offer(id, support, who, because)),
            _ => None,
        })
    }

    fn asked_about(&self) -> impl Iterator<Item = (SupportId, &Support, Who)> {
        let ordinary = self.content.supports().filter(|(_, support)| !support.text.urgent);
        ordinary.flat_map(|(id, support)| {
            self.answers.everyone(support.about()).into_iter().map(move |who| (id, support, who))
        })
    }

    fn offer(&self, id: SupportId, support: &Support, who: Who, because: Because) -> Offer {
        let behind_a_door = |choice: ChoiceId| {
            let section = self.content.question(self.content.choice(choice).question).section;
            self.content.section(section).door.is_some()
        };
        Offer {
            support: id,
            who,
            printable: verdict(&self.on_paper, support, who).is_yes(),
            private: because.ticks.iter().any(|tick| behind_a_door(tick.choice)),
            may_have_changed: support.review.is_some_and(|review| self.today >= review),
            because,
        }
    }

    fn group(&self, offer: &Offer) -> GroupKind {
        let support = self.content.support(offer.support);
        if support.is_universal() {
            return GroupKind::Universal;
        }
        if self.goals_met(support) > 0 {
            return GroupKind::Wanted;
        }
        match (offer.who, self.content.topic(support.topic).group) {
            (Who::Child(key), _) => GroupKind::Child(key),
            (Who::Family, TopicGroup::Family) => GroupKind::Family,
            (Who::Family, TopicGroup::Money) => GroupKind::Money,
            (Who::Family, TopicGroup::School) => GroupKind::School,
        }
    }

    /// Smaller stands first. The same support for several children gets the rank of its best, and so stays together.
    fn rank(&self, offer: &Offer) -> (GroupKind, Strength, Ease, SupportId, Who) {
        let support = self.content.support(offer.support);
        let strength = Strength { goals: -self.goals_met(support), ticks: -self.most_ticks(offer) };
        (self.group(offer), strength, self.ease(support), offer.support, offer.who)
    }

    fn goals_met(&self, support: &Support) -> i32 {
        support.goals.iter().filter(|&&goal| self.ticked(goal)).count() as i32
    }

    fn most_ticks(&self, offer: &Offer) -> i32 {
        let own = offer.because.ticks.len();
        match self.group(offer) {
            GroupKind::Universal => return 0,
            GroupKind::Wanted => {}
            _ => return own as i32,
        }
        let support = self.content.support(offer.support);
        let everyone = self.answers.everyone(support.about()).into_iter();
        let ticks = everyone.filter_map(|who| match verdict(&self.judge, support, who) {
            Verdict::Yes(because) => Some(because.ticks.len()),
            _ => None,
        });
        ticks.max().unwrap_or(own) as i32
    }

    fn ease(&self, support: &Support) -> Ease {
        let ways = &support.text.ways;
        let preferred = |way: &Way| self.prefers(*way);
        Ease { referred: !support.text.ask_yourself, cost: support.cost(), elsewhere: !ways.iter().any(preferred) }
    }

    fn prefers(&self, way: Way) -> bool {
        self.content.choices().any(|(id, choice)| choice.prefers.contains(&way) && self.ticked(id))
    }

    fn ticked(&self, choice: ChoiceId) -> bool {
        let question = self.content.choice(choice).question;
        match self.answers.get(self.content, question, Who::Family) {
            Some(Answer::Ticked(ticks)) => ticks.contains(&choice),
            _ => false,
        }
    }

    fn urgent_first(&self) -> bool {
        let asked = self
            .content
            .questions()
            .flat_map(|(id, question)| self.answers.everyone(question.about).into_iter().map(move |who| (id, who)));
        asked.filter(|&(id, who)| self.judge.asks(id, who)).any(|(id, who)| {
            let ticks = self.answers.get(self.content, id, who);
            matches!(ticks, Some(Answer::Ticked(ticks)) if ticks.iter().any(|&tick| self.content.choice(tick).urgent))
        })
    }

    /// Only what one single answer would decide, only where a tick already points that way, and only where the
    /// parent has not told us that they would rather not say.
    fn possible(&self) -> Vec<Possible> {
        let found = self.asked_about().filter_map(|(support, text, who)| match verdict(&self.judge, text, who) {
            Verdict::Maybe { unknown, pointed: true } => match unknown.as_slice() {
                [asking] if self.may_ask(*asking) => Some(Possible { support, who, asking: *asking }),
                _ => None,
            },
            _ => None,
        });
        found.collect()
    }

    fn may_ask(&self, asking: Asking) -> bool {
        let answer = self.answers.get(self.content, asking.question, asking.who);
        let open = !is_answered(answer) && answer != Some(&Answer::PreferNotToSay);
        open && !self.content.question(asking.question).sensitive && self.judge.asks(asking.question, asking.who)
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Strength {
    goals: i32,
    ticks: i32,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ease {
    referred: bool,
    cost: crate::pack::Cost,
    elsewhere: bool,
}

fn grouped(offers: Vec<Offer>, kind: impl Fn(&Offer) -> GroupKind) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for offer in offers {
        let kind = kind(&offer);
        match groups.last_mut().filter(|group| group.kind == kind) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { kind, offers: vec![offer] }),
        }
    }
    groups
}
