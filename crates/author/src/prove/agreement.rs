//! The judge for all families says of each family what the judge for one family says. Families are drawn by chance;
//! the content is the one that is shipped.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use biodivine_lib_bdd::BddValuation;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use signpost_core::catalogue::{About, Line};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::{Judge, Reading, Verdict, age};
use signpost_core::plan::{Plan, verdict};
use signpost_core::time::{AgeSpan, Day};

use crate::format::draft::Draft;
use crate::prove::calendar::{CODE_BITS, Calendar};
use crate::prove::family::Family;
use crate::prove::model::Model;
use crate::prove::space::{Bit, Person, Space};
use crate::prove::truth::Truth;
use crate::prove::{content, prove};
use crate::source::files::Files;

const CHILDREN: usize = 3;

fn shipped() -> Draft {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    crate::judge::check::check(&Files::read(&folder).unwrap()).0
}

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

/// Some variables, in three kinds of families: who tick almost nothing, some boxes, or half of all boxes.
fn family(space: &Space) -> impl Strategy<Value = Vec<bool>> + use<> {
    let size = usize::from(space.size());
    prop_oneof![Just(0.03), Just(0.12), Just(0.5)]
        .prop_flat_map(move |chance| proptest::collection::vec(proptest::bool::weighted(chance), size))
}

struct Compared<'a, 'm> {
    model: &'m mut Model<'a>,
    content: &'a Content,
    valuation: BddValuation,
    told: Family,
}

impl Compared<'_, '_> {
    /// Each child of the proof that is there, with the same child of the family.
    fn everyone(&self, about: About) -> Vec<(Person, Who)> {
        if about == About::Family {
            return vec![(Person::Family, Who::Family)];
        }
        let there = (0..CHILDREN).filter(|child| {
            let present = self.model.space.variable(&Bit::Present(*child)).unwrap();
            self.valuation.value(present)
        });
        there.map(Person::Child).zip(self.told.answers.children().iter().map(|child| Who::Child(child.key))).collect()
    }

    fn value(&self, truth: &Truth) -> &'static str {
        match (truth.yes.eval_in(&self.valuation), truth.no.eval_in(&self.valuation)) {
            (true, false) => "yes",
            (false, true) => "no",
            (false, false) => "maybe",
            (true, true) => "both",
        }
    }

    fn compare(&mut self) -> Result<(), TestCaseError> {
        let (answers, day) = (self.told.answers.clone(), self.told.today);
        let judge = Judge::new(self.content, &answers, day);
        for (id, question) in self.content.questions() {
            for (person, who) in self.everyone(question.about) {
                let truth = self.model.asked(id, person);
                let one = value(&judge.rule(&question.rule, who, 0));
                prop_assert_eq!(self.value(&truth), one, "is {} asked of {}", question.name, self.told.journey());
            }
        }
        for (id, support) in self.content.supports() {
            for (person, who) in self.everyone(support.about) {
                let truth = self.model.support(id, person);
                let one = value(&judge.rule(&support.rule, who, support.ahead));
                prop_assert_eq!(self.value(&truth), one, "is {} offered to {}", support.name, self.told.journey());
                let offered = self.model.offered(id, person).eval_in(&self.valuation);
                prop_assert_eq!(offered, verdict(&judge, support, who).is_yes());
                let soon = self.model.soon(id, person, |_| true).eval_in(&self.valuation);
                prop_assert_eq!(soon, offered && judge.soonest(support, who).is_some(), "soon: {}", support.name);
                let warned = self.model.offered_and_warned(id, person).eval_in(&self.valuation);
                let warns = judge.warnings(support, who).next().is_some();
                prop_assert_eq!(warned, offered && warns, "warned: {} {}", support.name, self.told.journey());
            }
        }
        Ok(())
    }
}

fn value(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Yes(_) => "yes",
        Verdict::No(_) => "no",
        Verdict::Maybe { .. } => "maybe",
    }
}

#[test]
fn for_every_family_the_proof_and_the_list_agree() {
    let draft = shipped();
    let content = content(&draft).unwrap();
    let space = Space::of(&[&content], CHILDREN);
    let calendar = Calendar::from(today());
    let model = RefCell::new(Model::new(&space, &content, &calendar));
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    let drawn = runner.run(&family(&space), |values| {
        let set: BTreeSet<Bit> =
            space.bits().zip(&values).filter(|(_, set)| **set).map(|(bit, _)| bit.clone()).collect();
        let told = Family::of(&content, &calendar, &set);
        let mut valuation = BddValuation::all_false(space.size());
        valuation.as_vector_mut().copy_from_slice(&values);
        Compared { model: &mut model.borrow_mut(), content: &content, valuation, told }.compare()
    });
    drawn.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_smallest_family_of_every_support_really_is_offered_it() {
    let draft = shipped();
    let content = content(&draft).unwrap();
    for reached in prove(&draft, today()).unwrap().supports {
        let family = reached.family.expect(&reached.name);
        let plan = Plan::of(&content, &family.answers, family.today);
        let support = content.support_named(&reached.name).unwrap();
        let offered = plan.urgent.contains(&support) || plan.offers().any(|offer| offer.support == support);
        assert!(offered, "{} is not offered to\n{}", reached.name, family.journey());
    }
}

#[test]
fn the_smallest_family_of_every_question_really_is_asked_it() {
    let draft = shipped();
    let content = content(&draft).unwrap();
    for reached in prove(&draft, today()).unwrap().questions {
        let family = reached.family.expect(&reached.name);
        let question = content.question_named(&reached.name).unwrap();
        let judge = Judge::new(&content, &family.answers, family.today);
        let asked = family.answers.everyone(content.question(question).about);
        assert!(asked.into_iter().any(|who| judge.asks(question, who)), "{}\n{}", reached.name, family.journey());
    }
}

#[test]
fn every_day_is_like_the_day_that_stands_for_it() {
    let draft = shipped();
    let content = content(&draft).unwrap();
    let calendar = Calendar::from(today());
    let every_day = (2026..2029)
        .flat_map(|year| (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Day::new(year, month, day))));
    let spans = spans(&content);
    assert!(spans.len() > 20, "{} spans", spans.len());
    for day in every_day {
        let like = calendar.day(Calendar::code(day));
        for code in (0..1 << CODE_BITS).step_by(7) {
            let (born, twin) = (Calendar::month(day, code), Calendar::month(like, code));
            for (span, ahead) in &spans {
                for reading in [Reading::Generous, Reading::Strict] {
                    let one = age(*span, &[born], day, *ahead, reading);
                    assert_eq!(one, age(*span, &[twin], like, *ahead, reading), "born {born}, on {day} as on {like}");
                }
            }
        }
    }
}

/// Every age that any rule speaks of.
fn spans(content: &Content) -> Vec<(AgeSpan, i32)> {
    let questions = content.questions().map(|(_, question)| (&question.rule, 0));
    let supports = content.supports().map(|(_, support)| (&support.rule, support.ahead));
    let conditions = questions
        .chain(supports)
        .flat_map(|(rule, ahead)| rule.when.iter().chain(&rule.unless).map(move |condition| (condition, ahead)));
    let lines = conditions.flat_map(|(condition, ahead)| {
        condition.cases.iter().flat_map(|case| &case.lines).map(move |line| (line, ahead))
    });
    let soon = content.supports().flat_map(|(_, support)| &support.soon).flat_map(|soon| &soon.case.lines);
    let mut spans = Vec::new();
    for (line, ahead) in lines.chain(soon.map(|line| (line, 0))) {
        if let Line::Age(span) = line
            && !spans.contains(&(*span, ahead))
        {
            spans.push((*span, ahead));
        }
    }
    spans
}
