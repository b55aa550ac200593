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

    /// Whether this was not on the list when somebody looked before. What is for every family is no news.
    pub fn is_new(&self, support: SupportId) -> bool {
        !self.before.is_empty() && !self.before.contains(&support) && self.now.contains(&support)
    }

    /// What was not on the list when somebody looked before.
    pub fn added(&self) -> Vec<SupportId> {
        self.now.iter().copied().filter(|&support| self.is_new(support)).collect()
    }

    /// What is not there any more.
    pub fn gone(&self) -> Vec<SupportId> {
        self.before.iter().copied().filter(|support| !self.now.contains(support)).collect()
    }
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
