//! The commands of `resume`, one file each: their arguments, and what they
//! print.
//!
//! Never here: the work itself, which is the library's.

pub mod build;
pub mod check;
pub mod import;
pub mod new;
pub mod schema;
pub mod serve;
pub mod sizes;

use std::error::Error;
use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Write};
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

/// Writes a file of the owner's as a whole or not at all, and over another
/// only by `force`.
fn save(path: &Path, text: &str, force: bool) -> Result<(), String> {
    let cannot = |error: &dyn Display| format!("cannot write {}: {error}", path.display());
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut builder = tempfile::Builder::new();
    // As any file that is made, not as one that is nobody's business.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")));
    let mut file = file.map_err(|error| cannot(&error))?;
    let written = file.write_all(text.as_bytes());
    written.map_err(|error| cannot(&error))?;
    let kept = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    kept.map(drop).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => cannot(&"it is there already; --force writes over it"),
        _ => cannot(&error.error),
    })
}

#[cfg(test)]
mod tests {
    use super::save;

    #[test]
    fn a_file_is_written_whole_and_over_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("resume.yaml");
        save(&path, "one", false).unwrap();
        assert!(save(&path, "two", false).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        save(&path, "three", true).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "three");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
