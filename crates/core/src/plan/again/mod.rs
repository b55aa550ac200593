//! Planning again after something was answered: only what looks at a changed answer is judged anew.

mod looks;
mod news;

use crate::catalogue::{Catalogue, SupportId};
use crate::family::Answers;
use crate::plan::planner::Planner;
use crate::plan::rank::Rank;
use crate::plan::{Group, Offer, Plan};
use crate::time::Day;

pub use looks::{Changed, Looks, Sight};

/// A plan that is kept to be planned again, with what it was made from. It holds what was confided, so it goes when
/// the visit goes.
pub struct Kept<'a> {
    catalogue: &'a Catalogue,
    plan: Plan,
    /// Where each offer stands, in the order of the plan.
    ranks: Vec<Rank>,
    /// Who made the plan; `None` until there is one.
    planner: Option<Planner<'a>>,
    /// Which supports look at what, once it was asked.
    looks: Option<Looks>,
}

impl<'a> Kept<'a> {
    /// Before anything is planned there is only what is the same for everyone. Whatever the catalogue offers later needs
    /// another one.
    pub fn nothing(catalogue: &'a Catalogue) -> Self {
        let urgent = catalogue.supports().filter(|(_, support)| support.urgent).map(|(id, _)| id).collect();
        Self { catalogue, plan: Plan { urgent, ..Plan::default() }, ranks: Vec::new(), planner: None, looks: None }
    }

    /// The list for these answers on this day: the same whatever was kept, and sooner where little has changed.
    #[must_use]
    pub fn again(mut self, answers: &Answers, today: Day) -> Self {
        let planner = Planner::new(self.catalogue, answers, today);
        let news = self.planner.as_ref().and_then(|before| planner.news(before));
        let anew = news.map(|changed| changed.supports(self.looks.get_or_insert_with(|| Looks::of(self.catalogue))));
        self.judged(planner, anew.as_deref())
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan alone.
    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// Judges these supports anew, or all, and leaves the others as they are.
    fn judged(self, planner: Planner<'a>, anew: Option<&[bool]>) -> Self {
        let Self { catalogue, plan: Plan { urgent, groups, mut possible, .. }, ranks, looks, .. } = self;
        let is_anew = |support: SupportId| anew.is_none_or(|anew| anew[support.index()]);
        let (mut ranks, mut offers) = (ranks.into_iter(), Vec::new());
        for group in groups {
            let kept = group.offers.into_iter().zip(ranks.by_ref()).filter(|(offer, _)| !is_anew(offer.support));
            offers.extend(kept.map(|(offer, rank)| (rank, offer)));
        }
        possible.retain(|possible| !is_anew(possible.support));
        for (id, support) in catalogue.supports().filter(|(id, it)| is_anew(*id) && !it.urgent) {
            planner.plan(id, support, &mut offers, &mut possible);
        }
        offers.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        possible.sort_unstable_by_key(|possible| (possible.support, possible.who));
        let (ranks, groups) = grouped(offers);
        let plan = Plan { urgent, urgent_first: planner.urgent_first(), groups, possible };
        Self { catalogue, plan, ranks, planner: Some(planner), looks }
    }
}

/// What stands together in one group, and the ranks of all.
fn grouped(offers: Vec<(Rank, Offer)>) -> (Vec<Rank>, Vec<Group>) {
    let (mut ranks, mut groups) = (Vec::with_capacity(offers.len()), Vec::<Group>::new());
    for (rank, offer) in offers {
        let kind = rank.group;
        match groups.last_mut().filter(|group| group.kind == kind) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { kind, offers: vec![offer] }),
        }
        ranks.push(rank);
    }
    (ranks, groups)
}
