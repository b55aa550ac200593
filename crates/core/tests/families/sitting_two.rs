//! Two parents, or one in two tabs or two frames, over one storage: nothing that was told is lost without a word, and
//! nothing that was deleted comes back. What others do reaches a page at once or late; it is all the same.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use signpost_core::record;
use signpost_core::sitting::Notice;
use signpost_core::visit::{Keeping, Page};

use crate::desk::{World, told_in};
use crate::family::small;

/// Two desks, the names that were made up there, and those that were deleted.
struct Two {
    world: World,
    names: usize,
    dead: BTreeSet<String>,
    story: Vec<String>,
}

/// How two desks stand to each other, in words.
const STANDINGS: [(&str, &str); 5] = [
    ("two tabs", ""),
    ("two tabs", "0: keep device, 1: keep device"),
    ("two tabs", "0: start, 0: name Old, 0: keep device, 1: reload, 1: start"),
    ("two frames", ""),
    ("two frames", "0: start, 0: name Old, 0: next, 1: reload"),
];

impl Two {
    fn new(standing: (&str, &str)) -> Self {
        let mut world = if standing.0 == "two tabs" { World::two_tabs() } else { World::two_frames() };
        world.does(standing.1);
        Self { world, names: 0, dead: BTreeSet::new(), story: vec![format!("{standing:?}")] }
    }

    /// One thing that somebody does; a name is always a new one.
    fn does(&mut self, at: usize, words: &str) {
        let words = match words {
            "name" => {
                self.names += 1;
                format!("name Name{}x", self.names)
            }
            "delete" if !self.world.desks[at].asleep => {
                self.dead.extend(self.names());
                "delete".into()
            }
            // A page hears what was meant for it before it goes, or gives what it has away.
            "reload" | "type address" | "afresh" => {
                while self.world.deliver(at) {}
                words.into()
            }
            words => words.into(),
        };
        self.story.push(format!("{at}: {words}"));
        let told = [0, 1].map(|desk| self.has_told(desk));
        self.world.does(&format!("{at}: {words}"));
        let takes_back = ["delete", "afresh", "untick", "unname", "hide", "take", "reload", "type", "exit"];
        for desk in [0, 1].into_iter().filter(|&desk| told[desk] && !self.has_told(desk)) {
            let own = desk == at && takes_back.iter().any(|word| words.starts_with(word));
            assert!(own || self.world.desks[desk].start.note.is_some(), "{desk} lost all, unsaid: {:?}", self.story);
        }
    }

    fn has_told(&self, at: usize) -> bool {
        let desk = &self.world.desks[at];
        !desk.is_over() && !desk.asleep && !desk.visit().is_blank()
    }

    /// Every name that is anywhere.
    fn names(&self) -> BTreeSet<String> {
        let stores = format!("{:?} {:?}", self.world.device, self.world.tabs);
        let open = self.world.desks.iter().filter(|desk| !desk.is_over());
        let visits: String = open.map(|desk| format!("{:?} {:?}", desk.visit(), desk.open().said())).collect();
        let all = stores + &visits;
        (1..=self.names).map(|number| format!("Name{number}x")).filter(|name| all.contains(name)).collect()
    }

    /// What differs from what stands where it is kept is said.
    fn nothing_is_lost_without_a_word(&self) {
        for at in [0, 1].into_iter().filter(|&at| self.has_told(at)) {
            let (desk, visit) = (&self.world.desks[at], self.world.desks[at].visit());
            if visit.keeping == Keeping::Nowhere {
                continue;
            }
            let stands = self.world.store(at, visit.keeping).text.as_deref();
            let told = told_in(&record::write(visit, small(), self.world.today()));
            let is_kept = stands.and_then(told_in) == told;
            let noticed = |notice: &Notice| matches!(notice, Notice::InTheWay(keeping, _) if *keeping == visit.keeping);
            let said = desk.open().notices().iter().any(noticed);
            let noted = visit.place.page == Page::Start && desk.start.note.is_some();
            assert!(is_kept || said || noted, "{at} has told {told:?}, {stands:?} stands, unsaid: {:?}", self.story);
        }
    }

    /// Everybody is there again and has heard everything.
    fn settles(&mut self) {
        while self.world.deliver_one() {}
        for at in [0, 1] {
            if self.world.desks[at].asleep && !self.world.desks[at].is_over() {
                self.world.restore(at);
            }
        }
        while self.world.deliver_one() {}
    }

    fn is_right_now(&self) {
        if self.world.prompt {
            self.nothing_is_lost_without_a_word();
        }
    }

    fn is_right_at_last(&mut self) {
        self.settles();
        self.nothing_is_lost_without_a_word();
        self.nothing_deleted_comes_back();
    }

    fn nothing_deleted_comes_back(&self) {
        let back: Vec<_> = self.names().intersection(&self.dead).cloned().collect();
        assert!(back.is_empty(), "{back:?} came back: {:?}", self.story);
    }
}

/// Short runs. Each is tried with each, in every order of their steps.
const RUNS: [[&str; 5]; 7] = [
    ["start", "name", "tick role.mum", "untick role.mum", "delete"],
    ["start", "name", "keep device", "delete", "name"],
    ["start", "tick role.dad", "hide", "restore", "name"],
    ["start", "name", "tick role.kinship", "exit", "tick role.mum"],
    ["start", "name", "unname 1", "keep nowhere", "keep device"],
    ["name", "replace device", "name", "replace tab", "next"],
    ["start", "name", "take device", "take tab", "name"],
];

/// Every order of five steps of one and five of another.
fn orders() -> impl Iterator<Item = [usize; 10]> {
    (0..1 << 10_u32)
        .filter(|order: &u32| order.count_ones() == 5)
        .map(|order| std::array::from_fn(|step| usize::from(order >> step & 1 == 1)))
}

/// Each run with each, half of them so that they hear of each other at once. How they stand to each other goes round.
fn in_every_order(this: impl Fn(usize) -> bool) {
    let pairs = RUNS.iter().enumerate().flat_map(|(number, one)| RUNS[number..].iter().map(move |other| (one, other)));
    for (number, (one, other)) in pairs.enumerate().filter(|&(number, _)| this(number % STANDINGS.len())) {
        for order in orders() {
            let (mut two, mut left) = (Two::new(STANDINGS[number % STANDINGS.len()]), [one.iter(), other.iter()]);
            two.world.prompt = (number / STANDINGS.len()).is_multiple_of(2);
            for at in order {
                two.does(at, left[at].next().unwrap());
                two.is_right_now();
            }
            two.is_right_at_last();
        }
    }
}

#[test]
fn two_tabs_lose_nothing_and_bring_nothing_back_in_every_order() {
    in_every_order(|standing| standing < 3);
}

#[test]
fn two_frames_lose_nothing_and_bring_nothing_back_in_every_order() {
    in_every_order(|standing| standing >= 3);
}

/// Everything that somebody can do here.
const ACTS: [&str; 30] = [
    "start",
    "start",
    "afresh",
    "name",
    "name",
    "name",
    "unname 1",
    "tick role.mum",
    "untick role.mum",
    "tick areas.talk",
    "untick areas.talk",
    "note Hello",
    "next",
    "back",
    "skip",
    "delete",
    "keep device",
    "keep device",
    "keep tab",
    "keep nowhere",
    "replace device",
    "replace tab",
    "take device",
    "take tab",
    "hide",
    "restore",
    "exit",
    "reload",
    "type address",
    "open list",
];

proptest! {
    #![proptest_config(Config { cases: 1_000, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), max_shrink_iters: 20_000, ..Config::default() })]

    #[test]
    fn two_long_runs_lose_nothing_and_bring_nothing_back(
        standing in 0..STANDINGS.len(),
        prompt: bool,
        steps in prop::collection::vec((any::<bool>(), 0..ACTS.len(), 0..4_u8), 0..60),
    ) {
        let mut two = Two::new(STANDINGS[standing]);
        two.world.prompt = prompt;
        for (at, act, heard) in steps {
            let at = usize::from(at);
            let (act, desk) = (ACTS[act], &two.world.desks[at]);
            let can = if desk.is_over() { act == "reload" } else { !desk.asleep || act == "restore" };
            if !can {
                continue;
            }
            two.does(at, act);
            for _ in 0..heard {
                two.world.deliver_one();
            }
            two.is_right_now();
        }
        two.is_right_at_last();
    }
}
