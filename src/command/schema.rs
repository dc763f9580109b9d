//! `resume schema`: what editors know of a file.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::schema;

use super::Outcome;

/// Write the JSON Schema of résumé files, for editors.
#[derive(Args)]
pub struct Schema {
    /// The file.
    #[arg(default_value = schema::FILE)]
    file: PathBuf,
}

impl Schema {
    /// Writes it.
    pub fn run(self) -> Outcome {
        fs::write(&self.file, schema::text())
            .map_err(|error| format!("cannot write {}: {error}", self.file.display()))?;
        Ok(ExitCode::SUCCESS)
    }
}
