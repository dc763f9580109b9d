//! Medians and their like.
//!
//! Never knows what the numbers are of.

/// Of numbers in their order, the one below which this share of them lies.
pub fn quantile(numbers: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let at = (numbers.len().saturating_sub(1)) as f64 * share;
    let (below, above) = (at.floor() as usize, at.ceil() as usize);
    let between = at - at.floor();
    match (numbers.get(below), numbers.get(above)) {
        (Some(below), Some(above)) => below + (above - below) * between,
        _ => f64::NAN,
    }
}
