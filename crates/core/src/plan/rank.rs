//! The order of the list: what the parent wants first, then whom it is for, how strong the reason is, and how easy it
//! is to get.

use std::cmp::Reverse;

use crate::catalogue::{Catalogue, ChoiceId, Cost, Soon, Support, SupportId, TopicGroup, Way};
use crate::family::{Answer, Answers, Who};
use crate::plan::{Changed, GroupKind, Offer, Sight};

/// What the family ticked, worked out once: what they want, and how they like to get help.
pub(super) struct Wishes {
    /// Whether each choice is ticked for the family.
    ticked: Vec<bool>,
    /// What is ticked that moves support for every family.
    lifted: Vec<ChoiceId>,
    ways: Vec<Way>,
}

impl Wishes {
    pub(super) fn of(catalogue: &Catalogue, answers: &Answers) -> Self {
        let mut wishes =
            Self { ticked: vec![false; catalogue.choices().count()], lifted: Vec::new(), ways: Vec::new() };
        for (id, question) in catalogue.questions() {
            let Some(Answer::Ticked(ticks)) = answers.get(catalogue, id, Who::Family) else { continue };
            for &tick in ticks {
                wishes.ticked[tick.index()] = true;
                wishes.ways.extend(&catalogue.choice(tick).prefers);
                wishes.lifted.extend(question.lifts.then_some(tick));
            }
        }
        wishes
    }

    /// Whether they like to get help as before.
    pub(super) fn prefer_the_same(&self, before: &Self) -> bool {
        self.ways == before.ways
    }

    /// Adds what they want now and did not want before, or the other way round.
    pub(super) fn add_news(&self, before: &Self, catalogue: &Catalogue, changed: &mut Changed<'_>) {
        for (id, _) in catalogue.choices().filter(|(id, _)| self.ticked[id.index()] != before.ticked[id.index()]) {
            changed.add(Sight::Goal(id));
        }
    }

    /// The wishes of the family that a support for every family serves, where they move it.
    pub(super) fn lifting<'s>(&'s self, support: &'s Support) -> impl Iterator<Item = ChoiceId> + 's {
        support.goals.iter().copied().filter(|goal| self.lifted.contains(goal))
    }

    /// The same support for several children gets the rank of its best where they stand together.
    pub(super) fn rank(&self, catalogue: &Catalogue, offer: &Offer, together: Together) -> Rank {
        let support = catalogue.support(offer.support);
        let goals = self.goals_met(support);
        let group = self.group(catalogue, support, offer.who, together);
        let ticks = match group {
            GroupKind::Universal => 0,
            GroupKind::Soon | GroupKind::Wanted | GroupKind::Children => together.ticks,
            _ => offer.because.ticks.len(),
        };
        let (goals, ticks) = (Reverse(goals), Reverse(ticks));
        let (soon, ease) = (together.soon, self.ease(support));
        Rank { group, soon, goals, ticks, ease, support: offer.support, who: offer.who }
    }

    fn group(&self, catalogue: &Catalogue, support: &Support, who: Who, together: Together) -> GroupKind {
        let wanted = if support.is_universal() { self.lifting(support).count() } else { self.goals_met(support) };
        match (who, catalogue.topic(support.topic).group) {
            _ if together.soon.is_some() => GroupKind::Soon,
            _ if wanted > 0 => GroupKind::Wanted,
            _ if support.is_universal() => GroupKind::Universal,
            (Who::Child(_), _) if together.several => GroupKind::Children,
            (Who::Child(key), _) => GroupKind::Child(key),
            (Who::Family, TopicGroup::Family) => GroupKind::Family,
            (Who::Family, TopicGroup::Money) => GroupKind::Money,
            (Who::Family, TopicGroup::School) => GroupKind::School,
        }
    }

    fn goals_met(&self, support: &Support) -> usize {
        support.goals.iter().filter(|goal| self.ticked[goal.index()]).count()
    }

    fn ease(&self, support: &Support) -> Ease {
        let elsewhere = !support.ways.iter().any(|way| self.ways.contains(way));
        Ease { referred: !support.ask_yourself, cost: support.cost, elsewhere }
    }
}

/// What the offers of one support have in common where they stand together.
#[derive(Clone, Copy)]
pub(super) struct Together {
    /// The most pressing danger or clock of any: a danger before all clocks, then the fewest days.
    soon: Option<(Clock, i32)>,
    /// The ticks of the strongest reason.
    ticks: usize,
    /// They are for more than one.
    several: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clock {
    Danger,
    Deadline,
}

impl Together {
    pub(super) fn of(support: &Support, offers: &[Offer]) -> Self {
        let cases = offers.iter().filter_map(|offer| support.soon.get(offer.soon?));
        let clock = |soon: &Soon| (if soon.danger { Clock::Danger } else { Clock::Deadline }, soon.within);
        let ticks = offers.iter().map(|offer| offer.because.ticks.len()).max().unwrap_or(0);
        Self { soon: cases.map(clock).min(), ticks, several: offers.len() > 1 }
    }
}

/// Where an offer stands on the list; what is smaller stands first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) group: GroupKind,
    soon: Option<(Clock, i32)>,
    goals: Reverse<usize>,
    ticks: Reverse<usize>,
    ease: Ease,
    support: SupportId,
    who: Who,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ease {
    referred: bool,
    cost: Cost,
    elsewhere: bool,
}
