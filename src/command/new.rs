//! `resume new`: a file to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::starter::{self, Answers};

use super::{Outcome, save};

/// Write a résumé file to begin with.
#[derive(Args)]
pub struct New {
    /// Your name.
    #[arg(long)]
    name: String,
    /// The headline under it.
    #[arg(long, default_value = "")]
    headline: String,
    /// Your e-mail address.
    #[arg(long, default_value = "")]
    email: String,
    /// Where else you are to be found; once for each address.
    #[arg(long = "link")]
    links: Vec<String>,
    /// The file to write.
    #[arg(long, default_value = "resume.yaml")]
    output: PathBuf,
    /// Write over a file that is there.
    #[arg(long)]
    force: bool,
}

impl New {
    /// Writes it as a whole or not at all.
    pub fn run(self) -> Outcome {
        let text = starter::write(&Answers {
            name: self.name,
            headline: self.headline,
            email: self.email,
            links: self.links,
        })?;
        save(&self.output, &text, self.force)?;
        Ok(ExitCode::SUCCESS)
    }
}
