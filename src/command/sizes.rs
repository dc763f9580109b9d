//! `resume sizes`: what a site weighs.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::site;

use super::Outcome;

/// Print what the files of a finished site weigh.
#[derive(Args)]
pub struct Sizes {
    /// The site.
    dir: PathBuf,
    /// Fail if it is over budget.
    #[arg(long)]
    budget: bool,
}

impl Sizes {
    /// Prints a line a file.
    pub fn run(self) -> Outcome {
        let sizes = site::Sizes::of(&self.dir)?;
        print!("{sizes}");
        let over = sizes.over_budget();
        if self.budget && !over.is_empty() {
            return Err(format!("over budget: {}", over.join("; ")).into());
        }
        Ok(ExitCode::SUCCESS)
    }
}
