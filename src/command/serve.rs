//! `resume serve`: the page while its file is written.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use resume::serve::{self, Settings};
use resume::source;

use super::{Outcome, Readers};

/// Show the page in a browser while its file is written: every save is
/// seen at once.
#[derive(Args)]
pub struct Serve {
    /// The folder of the compiled app; else the one in this program.
    #[arg(long)]
    app: Option<PathBuf>,
    /// Where to listen on this machine; else at the first free port from
    /// 8080 on.
    #[arg(long)]
    port: Option<u16>,
    /// Do not open a browser.
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    readers: Readers,
    /// The address that the site will have, in place of the file's own.
    #[arg(long, env = "RESUME_URL", value_parser = source::folder)]
    url: Option<String>,
    /// The résumé file.
    #[arg(env = "RESUME", default_value = "resume.yaml")]
    file: PathBuf,
}

impl Serve {
    /// Serves until it is stopped.
    pub fn run(self) -> Outcome {
        serve::run(Settings {
            file: self.file,
            app: self.app,
            audience: self.readers.audience(),
            url: self.url,
            port: self.port,
            open: !self.no_open,
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
