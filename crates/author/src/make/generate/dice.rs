//! Chance that falls the same way each time.

/// Decides, by a seed.
pub(super) struct Dice(fastrand::Rng);

impl Dice {
    /// Dice that fall as this seed says.
    pub(super) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Holds so many times in a hundred.
    pub(super) fn in_a_hundred(&mut self, times: u8) -> bool {
        self.0.u8(0..100) < times
    }

    /// A number from the first up to and with the last.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        self.0.usize(first..=last.max(first))
    }

    /// One of these, if there is one.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        self.0.choice(of)
    }

    /// At most so many of these, each once.
    pub(super) fn some<'a, T>(&mut self, most: usize, of: &'a [T]) -> Vec<&'a T> {
        let many = self.between(1, most);
        self.0.choose_multiple(of, many)
    }
}
