//! The order of the list: what the parent wants first, then whom it is for, how strong the reason is, and how easy it
//! is to get.

use std::cmp::Reverse;

use crate::answers::{Answer, Answers, Who};
use crate::content::{Changed, Content, Sight, Support, SupportId};
use crate::pack::{Cost, TopicGroup, Way};
use crate::plan::{GroupKind, Offer};

/// What the family ticked, worked out once: what they want, and how they like to get help.
pub(super) struct Wishes {
    /// Whether each choice is ticked for the family.
    ticked: Vec<bool>,
    ways: Vec<Way>,
}

impl Wishes {
    pub(super) fn of(content: &Content, answers: &Answers) -> Self {
        let mut wishes = Self { ticked: vec![false; content.choices().count()], ways: Vec::new() };
        for (id, _) in content.questions() {
            let Some(Answer::Ticked(ticks)) = answers.get(content, id, Who::Family) else { continue };
            for &tick in ticks {
                wishes.ticked[tick.index()] = true;
                wishes.ways.extend(&content.choice(tick).prefers);
            }
        }
        wishes
    }

    /// Whether they like to get help as before.
    pub(super) fn prefer_the_same(&self, before: &Self) -> bool {
        self.ways == before.ways
    }

    /// Adds what they want now and did not want before, or the other way round.
    pub(super) fn add_news(&self, before: &Self, content: &Content, changed: &mut Changed<'_>) {
        for (id, _) in content.choices().filter(|(id, _)| self.ticked[id.index()] != before.ticked[id.index()]) {
            changed.add(Sight::Goal(id));
        }
    }

    /// The same support for several children gets the rank of its best where they stand together.
    pub(super) fn rank(&self, content: &Content, offer: &Offer, most_ticks: usize) -> Rank {
        let support = content.support(offer.support);
        let goals = self.goals_met(support);
        let group = group(content, support, offer.who, goals > 0);
        let ticks = match group {
            GroupKind::Universal => 0,
            GroupKind::Wanted => most_ticks,
            _ => offer.because.ticks.len(),
        };
        let (goals, ticks) = (Reverse(goals), Reverse(ticks));
        Rank { group, goals, ticks, ease: self.ease(support), support: offer.support, who: offer.who }
    }

    fn goals_met(&self, support: &Support) -> usize {
        support.goals.iter().filter(|goal| self.ticked[goal.index()]).count()
    }

    fn ease(&self, support: &Support) -> Ease {
        let elsewhere = !support.text.ways.iter().any(|way| self.ways.contains(way));
        Ease { referred: !support.text.ask_yourself, cost: support.cost(), elsewhere }
    }
}

/// Where an offer stands on the list; what is smaller stands first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) group: GroupKind,
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

fn group(content: &Content, support: &Support, who: Who, wanted: bool) -> GroupKind {
    if support.is_universal() {
        return GroupKind::Universal;
    }
    if wanted {
        return GroupKind::Wanted;
    }
    match (who, content.topic(support.topic).group) {
        (Who::Child(key), _) => GroupKind::Child(key),
        (Who::Family, TopicGroup::Family) => GroupKind::Family,
        (Who::Family, TopicGroup::Money) => GroupKind::Money,
        (Who::Family, TopicGroup::School) => GroupKind::School,
    }
}
