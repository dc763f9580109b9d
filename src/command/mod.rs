//! The commands of `resume`, one file each: their arguments, and what they
//! print.
//!
//! Never here: the work itself, which is the library's.

pub mod build;
pub mod check;
pub mod new;
pub mod schema;
pub mod serve;
pub mod sizes;

use std::error::Error;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;
use resume::source::{self, Audience, Severity, Source};

/// What a command comes to.
pub type Outcome = Result<ExitCode, Box<dyn Error>>;

/// Who the résumé is for.
#[derive(Args)]
pub struct Readers {
    /// Take everything, private parts included: not for the world.
    #[arg(long, env = "RESUME_PRIVATE", value_parser = flag())]
    private: bool,
}

impl Readers {
    fn audience(&self) -> Audience {
        if self.private {
            Audience::Owner
        } else {
            Audience::World
        }
    }
}

/// Of a flag in the environment, "0" and "" mean that it is not set.
fn flag() -> FalseyValueParser {
    FalseyValueParser::new()
}

/// Reads a résumé file and tells its problems; errors alone, if it has been
/// `checked`.
fn read(file: &Path, audience: Audience, checked: bool) -> Option<Source> {
    let colours = std::io::stderr().is_terminal();
    match source::read(file, audience) {
        Ok(source) => {
            if !checked {
                eprint!("{}", source.report.render(colours));
            }
            Some(source)
        }
        Err(report) => {
            eprint!("{}", report.render(colours));
            let errors = report.count(Severity::Error);
            let plural = if errors == 1 { "" } else { "s" };
            eprintln!(
                "{}: {errors} error{plural}; nothing was changed",
                file.display()
            );
            None
        }
    }
}
