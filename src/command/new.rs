//! `resume new`: a file to begin with.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::starter::{self, Answers};

use super::Outcome;

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
        let mut file = fs::OpenOptions::new();
        file.write(true)
            .create(self.force)
            .truncate(self.force)
            .create_new(!self.force);
        (file.open(&self.output))
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| format!("cannot write {}: {error}", self.output.display()))?;
        Ok(ExitCode::SUCCESS)
    }
}
