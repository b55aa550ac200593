//! What of the list somebody has looked at, so that nothing comes to it, and nothing goes, in silence.

use crate::catalogue::SupportId;
use crate::plan::{GroupKind, Plan};

/// What was chosen for the family, as it was looked at, each support once. It lives in memory alone: it tells of what was
/// confided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// When somebody looked before. Nothing then, or nobody: there is no news.
    before: Vec<SupportId>,
    /// When somebody looked last.
    now: Vec<SupportId>,
    looks: bool,
}

impl Seen {
    /// Somebody looks at this list.
    pub fn look(&mut self, plan: &Plan) {
        if !self.looks {
            self.before = std::mem::take(&mut self.now);
        }
        (self.looks, self.now) = (true, chosen(plan));
    }

    /// Nobody looks any more.
    pub fn look_away(&mut self) {
        self.looks = false;
    }

    /// What was not on the list when somebody looked before. What is for every family is no news.
    pub fn added(&self) -> Vec<SupportId> {
        if self.before.is_empty() { Vec::new() } else { without(&self.now, &self.before) }
    }

    /// What is not there any more.
    pub fn gone(&self) -> Vec<SupportId> {
        without(&self.before, &self.now)
    }
}

fn without(these: &[SupportId], others: &[SupportId]) -> Vec<SupportId> {
    let mut left = these.to_vec();
    left.retain(|support| !others.contains(support));
    left
}

fn chosen(plan: &Plan) -> Vec<SupportId> {
    let mut chosen = Vec::new();
    for offer in plan.groups.iter().filter(|group| group.kind != GroupKind::Universal).flat_map(|group| &group.offers) {
        if !chosen.contains(&offer.support) {
            chosen.push(offer.support);
        }
    }
    chosen
}
