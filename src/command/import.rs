//! `resume import`: a file made from one in another form.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::{import, source};

use super::{Outcome, save};

/// No archive of anyone's data is larger, in bytes.
const LARGEST: usize = 256 << 20;

/// Make a résumé file of one in Markdown, JSON Resume, `RenderCV`'s YAML or
/// `LinkedIn`'s export.
#[derive(Args)]
pub struct Import {
    /// The file to read.
    file: PathBuf,
    /// The file to write.
    #[arg(long, short, default_value = "resume.yaml")]
    output: PathBuf,
    /// Write over a file that is there.
    #[arg(long)]
    force: bool,
}

impl Import {
    /// Writes it, and tells what was not sure.
    pub fn run(self) -> Outcome {
        let Self {
            file,
            output,
            force,
        } = self;
        let name = file.display();
        let bytes = source::bytes(&file, LARGEST)
            .map_err(|error| format!("cannot read {name}: {error}"))?
            .ok_or_else(|| format!("{name} has more than {} MB", LARGEST >> 20))?;
        let colours = std::io::stderr().is_terminal();
        let made = match import::read(&file, &bytes) {
            Ok(made) => made,
            Err(report) => {
                eprint!("{}", report.render(colours));
                return Ok(ExitCode::FAILURE);
            }
        };
        save(&output, &made.yaml, force)?;
        for report in &made.notes {
            eprint!("{}", report.render(colours));
        }
        let notes = made.notes.iter().map(|report| report.problems().len());
        let notes = notes.sum::<usize>();
        println!(
            "{}: {} read into {}; {notes} thing{} to look at",
            file.display(),
            made.form,
            output.display(),
            if notes == 1 { "" } else { "s" }
        );
        Ok(ExitCode::SUCCESS)
    }
}
