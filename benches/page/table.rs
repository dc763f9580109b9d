//! Figures, their medians and ratios, and the tables that show them.
//!
//! Never measures.

use crate::{noise::Noise, quantile::quantile, sites::PAGES};

/// The figures of a round: for each page and each deed, one number.
pub type Round = [Vec<f64>; PAGES.len()];

/// One row of a table.
pub struct Row {
    pub lines: usize,
    pub rounds: Vec<Round>,
}

impl Row {
    /// A page's figure: of each deed the median over all rounds, and of these the median.
    fn figure(&self, page: usize) -> f64 {
        median(&self.medians(page))
    }

    /// The figure of the deed that takes our page longest.
    fn worst(&self) -> f64 {
        self.medians(0).into_iter().fold(0.0, f64::max)
    }

    fn medians(&self, page: usize) -> Vec<f64> {
        let deeds = self.rounds.first().map_or(0, |round| round[page].len());
        (0..deeds)
            .map(|deed| quantile(self.rounds.iter().map(|round| round[page][deed]), 0.5))
            .collect()
    }

    fn ratio(&self, page: usize) -> f64 {
        self.figure(page) / self.figure(1)
    }

    fn noise(&self) -> Noise {
        let ratio = |round: &Round| median(&round[2]) / median(&round[1]);
        let rounds: Vec<_> = self.rounds.iter().map(ratio).collect();
        Noise::of(self.ratio(2), &rounds)
    }
}

/// Prints a table in Markdown: a row a size.
pub fn print(title: &str, rows: &[Row]) {
    println!("\n### {title}\n");
    println!(
        "| lines | ours | worst deed | baseline | control | ours / baseline | control / baseline \
         | noise | ours is | ours grows | baseline grows |"
    );
    println!("|{}", "---:|".repeat(11));
    for (at, row) in rows.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &rows[before]);
        let grows = |page| before.map_or(f64::NAN, |it| row.figure(page) / it.figure(page));
        let noise = row.noise();
        let cells = [
            row.lines.to_string(),
            shown(row.figure(0)),
            shown(row.worst()),
            shown(row.figure(1)),
            shown(row.figure(2)),
            shown(row.ratio(0)),
            shown(row.ratio(2)),
            format!("{}–{}", shown(noise.low), shown(noise.high)),
            noise.verdict(row.ratio(0)).to_owned(),
            format!("× {}", shown(grows(0))),
            format!("× {}", shown(grows(1))),
        ];
        println!("| {} |", cells.join(" | "));
    }
}

/// A number, or a dash where there is nothing to divide by.
fn shown(number: f64) -> String {
    if number.is_finite() {
        format!("{number:.2}")
    } else {
        "–".to_owned()
    }
}

fn median(numbers: &[f64]) -> f64 {
    quantile(numbers.iter().copied(), 0.5)
}
