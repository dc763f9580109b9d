//! The lines of each year, and in which years an answer leaves evidence.
//!
//! Never decides how a year is drawn.

use std::ops::Range;

use super::{Bits, Index, Matches};

/// How many years are told apart at most: a slip in a date should not make a
/// page of a thousand columns.
const MOST: u32 = 80;

/// A run of years, and the lines of the entries that overlap each.
#[derive(Debug, Clone)]
pub struct Years {
    /// The first year.
    pub first: u32,
    lines: Vec<Bits>,
}

impl Years {
    /// All years of a résumé, the last [`MOST`] at most; none where nothing
    /// is dated.
    #[must_use]
    pub fn all(index: &Index) -> Self {
        let spans = || index.months.iter().flatten();
        let end = spans().map(|(_, last)| last / 12 + 1).max().unwrap_or(0);
        let first = spans().map(|(first, _)| first / 12).min().unwrap_or(0);
        Self::new(index, first.max(end.saturating_sub(MOST))..end)
    }

    /// Some years of a résumé.
    #[must_use]
    pub fn new(index: &Index, years: Range<u32>) -> Self {
        let mut lines = vec![Bits::none(index.lines()); years.len()];
        for (entry, months) in index.months.iter().enumerate() {
            let Some((first, last)) = *months else {
                continue;
            };
            let first = (first / 12).max(years.start);
            for year in first..(last / 12 + 1).min(years.end) {
                for line in index.lines_of(entry) {
                    lines[(year - years.start) as usize].add(line);
                }
            }
        }
        Self {
            first: years.start,
            lines,
        }
    }

    /// How many years there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether nothing is dated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many lines of each year are evidence for a tag.
    #[must_use]
    pub fn counts(&self, index: &Index, tag: usize) -> Vec<u32> {
        let evidence = &index.evidence[tag];
        let lines = self.lines.iter();
        lines.map(|lines| evidence.count_common(lines)).collect()
    }

    /// Fills in, tag by tag and year by year, where lines that match are
    /// evidence.
    pub fn lit(&self, index: &Index, matches: &Matches, lit: &mut Bits) {
        lit.clear();
        for (at, lines) in self.lines.iter().enumerate() {
            for (tag, evidence) in index.evidence.iter().enumerate() {
                if matches.matching.meets(evidence, lines) {
                    lit.add(tag * self.lines.len() + at);
                }
            }
        }
    }
}
