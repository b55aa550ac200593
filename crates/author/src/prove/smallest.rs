//! The smallest family among many: the one who says least.

use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable};

use crate::prove::space::{Bit, Space};

/// What it takes to set a variable, or to leave it unset. Every answer has its price: a month of birth says more than
/// an age band and costs less, another child costs most. A family without any child would be strange to read.
fn price(bit: &Bit, set: bool) -> u32 {
    match (bit, set) {
        (Bit::Present(0), false) => 1,
        (Bit::Present(child), true) if *child > 0 => 4,
        (Bit::Tick(..), true) => 3,
        (Bit::Given(..), true) => 2,
        _ => 0,
    }
}

/// The variables that are set in the cheapest family for whom this holds; `None` where it holds for none.
/// Where several cost the same, it is always the same one of them.
pub(crate) fn family(space: &Space, holds: &Bdd) -> Option<Vec<Bit>> {
    if holds.is_false() {
        return None;
    }
    let ways = Ways::of(space, holds);
    let mut set: Vec<Bit> = free(space, holds, &ways);
    let mut at = holds.root_pointer();
    while !at.is_terminal() {
        let high = ways.is_high(at);
        if high {
            set.push(space.meaning(holds.var_of(at)).clone());
        }
        at = if high { holds.high_link_of(at) } else { holds.low_link_of(at) };
    }
    Some(set)
}

/// The first child is there wherever nothing says that it is not.
fn free(space: &Space, holds: &Bdd, ways: &Ways) -> Vec<Bit> {
    let first = Bit::Present(0);
    let decided = space.variable(&first).is_none_or(|variable| ways.decides(holds, variable));
    if decided { Vec::new() } else { vec![first] }
}

/// The cheapest way down from each node, and its cost. Children of a node stand before it.
struct Ways {
    cost: Vec<u32>,
    high: Vec<bool>,
}

/// More than any family costs.
const NO_WAY: u32 = u32::MAX / 2;

impl Ways {
    fn of(space: &Space, holds: &Bdd) -> Self {
        let mut ways = Self { cost: vec![NO_WAY, 0], high: vec![false, false] };
        for node in holds.pointers().skip(2) {
            let bit = space.meaning(holds.var_of(node));
            let low = ways.cost[holds.low_link_of(node).to_index()] + price(bit, false);
            let high = ways.cost[holds.high_link_of(node).to_index()] + price(bit, true);
            ways.cost.push(low.min(high));
            ways.high.push(high < low);
        }
        ways
    }

    fn is_high(&self, node: BddPointer) -> bool {
        self.high[node.to_index()]
    }

    /// Whether the cheapest family had to say something about this variable.
    fn decides(&self, holds: &Bdd, variable: BddVariable) -> bool {
        let mut at = holds.root_pointer();
        while !at.is_terminal() && holds.var_of(at) < variable {
            at = if self.is_high(at) { holds.high_link_of(at) } else { holds.low_link_of(at) };
        }
        !at.is_terminal() && holds.var_of(at) == variable
    }
}
