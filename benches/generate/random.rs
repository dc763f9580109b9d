//! Numbers that look random and are the same every time.

/// `SplitMix64` (<https://prng.di.unimi.it/splitmix64.c>).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number from one to below another.
    pub fn between(&mut self, start: usize, end: usize) -> usize {
        start + self.below(end - start)
    }

    /// Whether one of so many times has come.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A rank below a number, seldomer the higher: each power of two of ranks is met as often as
    /// the one before, so that the frequency of a rank is about one by itself.
    pub fn zipf(&mut self, end: usize) -> usize {
        loop {
            let start = 1 << self.below(end.ilog2() as usize + 1);
            let rank = self.between(start, 2 * start);
            if rank <= end {
                return rank - 1;
            }
        }
    }
}
