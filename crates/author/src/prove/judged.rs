//! What the judge of the list says of a family that a proof found. Nobody is told of a family before this judge, which
//! knows nothing of proofs, says the same of them.

use signpost_core::catalogue::{About, Condition, QuestionId, SupportId};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::{Judge, Look};
use signpost_core::plan::{Offer, Plan, verdict};

use crate::prove::family::Family;

/// One family, as the list would judge them.
pub(crate) struct Judged<'a> {
    content: &'a Content,
    family: &'a Family,
    judge: Judge<'a>,
}

impl<'a> Judged<'a> {
    /// This family, on the day of their visit.
    pub(crate) fn new(content: &'a Content, family: &'a Family) -> Self {
        Self { content, family, judge: Judge::new(content, &family.answers, family.today) }
    }

    /// Whether they are asked this, or their first child is: the one that proofs speak of.
    pub(crate) fn is_asked(&self, question: QuestionId) -> bool {
        self.one_of(self.content.question(question).about).is_some_and(|who| self.judge.asks(question, who))
    }

    /// Whether this is on their list, for them or for their first child.
    pub(crate) fn is_offered(&self, support: SupportId) -> bool {
        let support = self.content.support(support);
        self.one_of(support.about).is_some_and(|who| verdict(&self.judge, support, who).is_yes())
    }

    /// Whether a warning stands beside this on their list, for them or for their first child.
    pub(crate) fn is_warned(&self, support: SupportId) -> bool {
        let it = self.content.support(support);
        let warned = |who| self.judge.warnings(it, who).next().is_some();
        self.is_offered(support) && self.one_of(it.about).is_some_and(warned)
    }

    /// Whether this is soon for them, or for their first child.
    pub(crate) fn is_soon(&self, support: SupportId) -> bool {
        let it = self.content.support(support);
        self.is_offered(support) && self.one_of(it.about).is_some_and(|who| self.judge.soonest(it, who).is_some())
    }

    /// The dangers with which their list begins.
    pub(crate) fn dangers(&self) -> Vec<SupportId> {
        let plan = Plan::of(self.content, &self.family.answers, self.family.today);
        let danger = |offer: &&Offer| {
            offer
                .soon
                .and_then(|soon| self.content.support(offer.support).soon.get(soon))
                .is_some_and(|soon| soon.danger)
        };
        plan.offers().filter(danger).map(|offer| offer.support).collect()
    }

    /// Whether a condition surely holds for them, or for their first child.
    pub(crate) fn fits(&self, condition: &Condition, about: About) -> bool {
        let fits = |who| condition.cases.iter().any(|case| self.judge.case(case, Look::hiding(who)).is_yes());
        self.one_of(about).is_some_and(fits)
    }

    /// The judge's agreement with what a proof says of this family. The error is a sentence: that the two do not agree
    /// is a mistake of the proof, and no author should look for it in the content.
    pub(crate) fn agrees(&self, so: bool, claim: &str) -> Result<(), String> {
        let Family { today, .. } = self.family;
        if so {
            return Ok(());
        }
        Err(format!(
            "The proof says that {claim} (on {today}: {}), and the list of that family says otherwise. This is a \
             mistake of the proof, not of the content. Please report it.",
            self.family.line()
        ))
    }

    fn one_of(&self, about: About) -> Option<Who> {
        self.judge.everyone(about).next()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

    use signpost_core::time::Day;
    use signpost_core::written::Written;

    use super::*;
    use crate::prove::calendar::Calendar;

    #[test]
    fn a_family_of_whom_the_list_says_otherwise_is_a_mistake_of_the_proof_and_said_to_be_one() {
        let (content, _) = Written::default().content();
        let today = Day::parse("2026-11-24").unwrap();
        let family = Family::of(&content, &Calendar::from(today), &std::collections::BTreeSet::new());
        let judged = Judged::new(&content, &family);
        assert_eq!(judged.agrees(true, "nothing is so"), Ok(()));
        let sentence = judged.agrees(false, "`grant` is offered to this family").unwrap_err();
        assert!(sentence.starts_with("The proof says that `grant` is offered to this family (on 2"), "{sentence}");
        assert!(sentence.ends_with("This is a mistake of the proof, not of the content. Please report it."));
    }
}
