//! A set of small numbers, one bit each.
//!
//! Never grows after it is made.

/// A set of numbers below a bound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// The empty set of numbers below `len`.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    /// All numbers below `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; len.div_ceil(64)]);
        if let Some(last) = bits.0.last_mut() {
            *last >>= (64 - len % 64) % 64;
        }
        bits
    }

    /// Whether a number is in the set.
    #[must_use]
    pub fn has(&self, n: usize) -> bool {
        self.0
            .get(n / 64)
            .is_some_and(|word| word >> (n % 64) & 1 == 1)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Adds a number; one beyond the bound is ignored.
    pub fn add(&mut self, n: usize) {
        if let Some(word) = self.0.get_mut(n / 64) {
            *word |= 1 << (n % 64);
        }
    }

    /// Removes all numbers.
    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Takes over what another set of the same bound holds.
    pub fn copy(&mut self, other: &Self) {
        self.0.copy_from_slice(&other.0);
    }

    /// Removes what is in `other`.
    pub fn drop(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    /// Adds a number, or removes it.
    pub fn set(&mut self, n: usize, is: bool) {
        if let Some(word) = self.0.get_mut(n / 64) {
            let bit = 1 << (n % 64);
            *word = if is { *word | bit } else { *word & !bit };
        }
    }

    /// Keeps what is in `other`, too.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Adds all of `other`.
    pub fn join(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// How many numbers are in the set.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many numbers are in both sets.
    #[must_use]
    pub fn count_common(&self, other: &Self) -> u32 {
        let words = self.0.iter().zip(&other.0);
        words.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// How many numbers of `within` are in either set.
    #[must_use]
    pub fn count_either(&self, other: &Self, within: &Self) -> u32 {
        let words = self.0.iter().zip(&other.0).zip(&within.0);
        words.map(|((a, b), c)| ((a | b) & c).count_ones()).sum()
    }

    /// How many numbers are in all three sets.
    #[must_use]
    pub fn count_in_both(&self, other: &Self, within: &Self) -> u32 {
        let words = self.0.iter().zip(&other.0).zip(&within.0);
        words.map(|((a, b), c)| (a & b & c).count_ones()).sum()
    }

    /// Whether any number is in all three sets.
    #[must_use]
    pub fn meets(&self, other: &Self, within: &Self) -> bool {
        let mut words = self.0.iter().zip(&other.0).zip(&within.0);
        words.any(|((a, b), c)| a & b & c != 0)
    }

    /// Calls back for every number in the set, in order.
    pub fn each(&self, mut call: impl FnMut(usize)) {
        for (at, word) in self.0.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                call(at * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }

    /// Becomes what `now` is, but only where the callback agrees: it hears of
    /// every number that is in only one of the two, and whether `now` has it.
    pub fn follow(&mut self, now: &Self, mut agrees: impl FnMut(usize, bool) -> bool) {
        for (at, (word, now)) in self.0.iter_mut().zip(&now.0).enumerate() {
            let mut changed = *word ^ now;
            while changed != 0 {
                let bit = changed.trailing_zeros() as usize;
                if agrees(at * 64 + bit, now >> bit & 1 == 1) {
                    *word ^= 1 << bit;
                }
                changed &= changed - 1;
            }
        }
    }
}
