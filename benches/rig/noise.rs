//! What two identical pages differ by, and whether another page differs by more.
//!
//! Never measures.

use super::quantile::quantile;

/// Between which ratios two identical pages lie.
#[derive(Clone, Copy)]
pub struct Noise {
    pub low: f64,
    pub high: f64,
}

impl Noise {
    /// From the ratio of their figures to the middle half of those of the rounds, and 1 in any case.
    pub fn of(figures: f64, rounds: &[f64]) -> Self {
        let of_rounds = |share| quantile(rounds.iter().copied(), share);
        Self {
            low: of_rounds(0.25).min(figures).min(1.0),
            high: of_rounds(0.75).max(figures).max(1.0),
        }
    }

    /// What the ratio of another page's figure to the first one's tells.
    pub fn verdict(self, ratio: f64) -> &'static str {
        match ratio {
            // There is nothing to compare it with.
            ratio if !ratio.is_finite() => "–",
            ratio if ratio > self.high => "more",
            ratio if ratio < self.low => "less",
            _ => "no telling",
        }
    }
}
