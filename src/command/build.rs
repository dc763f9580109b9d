//! `resume build`: the finished site of a file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::site::{self, App, Sizes};
use resume::source;

use super::{Outcome, Readers, flag, read};

/// Make the finished site of a résumé file.
#[derive(Args)]
pub struct Build {
    /// The compiled app, as Trunk stages it; else the one in this program.
    #[arg(long, env = "TRUNK_STAGING_DIR")]
    app: Option<PathBuf>,
    /// Where the site goes, in place of the one that is there; may be the
    /// app's own folder.
    #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
    out: PathBuf,
    #[command(flatten)]
    kept: Kept,
    /// Say nothing of the file but what is refused: `check` has told the rest.
    #[arg(long, env = "RESUME_CHECKED", value_parser = flag())]
    checked: bool,
    #[command(flatten)]
    readers: Readers,
    /// The address that the site will have, in place of the file's own.
    #[arg(long, env = "RESUME_URL", value_parser = source::folder)]
    url: Option<String>,
    /// Put packed files (`.br`, `.gz`) beside the others, for servers that
    /// send those.
    #[arg(long, env = "RESUME_COMPRESS", value_parser = flag())]
    compress: bool,
    /// Print what the files weigh.
    #[arg(long, env = "RESUME_SIZES", value_parser = flag())]
    sizes: bool,
    /// The résumé file.
    #[arg(env = "RESUME", default_value = "resume.yaml")]
    file: PathBuf,
}

/// What is kept of the app for other sites.
#[derive(Args)]
struct Kept {
    /// Keep a copy of the compiled app here.
    #[arg(long, env = "RESUME_KEEP", requires = "app")]
    keep: Option<PathBuf>,
    /// That is all: `serve` makes the site.
    #[arg(long, env = "RESUME_ONLY_KEEP", value_parser = flag())]
    only_keep: bool,
}

impl Build {
    /// Makes it, and says what was withheld.
    pub fn run(self) -> Outcome {
        if let (Some(app), Some(at)) = (&self.app, &self.kept.keep) {
            site::keep(app, at)?;
        }
        if self.kept.only_keep {
            return Ok(ExitCode::SUCCESS);
        }
        let Some(mut source) = read(&self.file, self.readers.audience(), self.checked) else {
            return Ok(ExitCode::FAILURE);
        };
        source.publish_at(self.url.as_deref());
        if self.readers.private {
            println!("with all that is private: not for the world");
        } else if !source.withheld.is_empty() {
            println!("withheld: {}", source.withheld.join(", "));
        }
        let app = App::read(self.app.as_deref())?;
        for warning in site::build(&source.editions, &app, &self.out, self.compress)? {
            eprintln!("warning: {warning}");
        }
        if self.sizes {
            print!("{}", Sizes::of(&self.out)?);
        }
        Ok(ExitCode::SUCCESS)
    }
}
