//! `resume check`: only looks for mistakes.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Readers, read};

/// Only look for mistakes in a résumé file.
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    readers: Readers,
    /// The file.
    #[arg(env = "RESUME", default_value = "resume.yaml")]
    file: PathBuf,
}

impl Check {
    /// Prints how much there is of what.
    pub fn run(self) -> ExitCode {
        let Some(source) = read(&self.file, self.readers.audience(), false) else {
            return ExitCode::FAILURE;
        };
        let resume = source.whole();
        let entries = resume.sections.iter().map(|section| section.entries.len());
        println!(
            "{}: {} sections, {} entries, {} skills and keywords; no errors",
            self.file.display(),
            resume.sections.len(),
            entries.sum::<usize>(),
            resume.tags.len()
        );
        ExitCode::SUCCESS
    }
}
