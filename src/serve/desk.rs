//! What is on the server's desk: the last site that could be made, and what is
//! wrong with the file now.
//!
//! Never knows who asks for it.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use super::{Settings, tell};
use crate::site::{App, Draft, Error, drafts};
use crate::source;

/// The script that loads the page again.
pub const LIVE: &str = "live.js";

const WAITING: &str = include_str!("waiting.html");

/// A state of the file and the app.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Which this is: another after every change, on no other day the same.
    pub edition: String,
    /// What is wrong with the file, as the terminal shows it.
    pub problem: Option<String>,
    site: Option<Arc<Vec<Draft>>>,
}

impl Desk {
    /// Nothing yet.
    pub fn empty(edition: String) -> Self {
        Self {
            edition,
            problem: None,
            site: None,
        }
    }

    /// The next, which has the old site if there can be no new one. Tells the
    /// terminal what the owner has to know.
    pub fn next(&self, edition: String, settings: &Settings) -> Self {
        let (site, problem) = match make(&edition, settings) {
            Ok(site) => (site.map(Arc::new).or_else(|| self.site.clone()), None),
            Err(problem) => (self.site.clone(), Some(problem)),
        };
        Self {
            edition,
            problem,
            site,
        }
    }

    /// A file of the site.
    pub fn file(&self, name: &str) -> Option<Result<Vec<u8>, Error>> {
        let Some(site) = &self.site else {
            let live = format!("/{LIVE}?{}", self.edition);
            let waiting = || Ok(WAITING.replace("LIVE", &live).into_bytes());
            return name.ends_with("index.html").then(waiting);
        };
        let draft = site.iter().find(|draft| draft.path == Path::new(name))?;
        Some(draft.finish().map(|made| {
            if let Some(warning) = made.warning {
                tell(&format!("warning: {name}: {warning}\n"));
            }
            made.bytes
        }))
    }

    /// Whether this is a folder of the site.
    pub fn is_folder(&self, path: &str) -> bool {
        let index = Path::new(path).join("index.html");
        let mut files = self.site.iter().flat_map(|site| site.iter());
        !path.is_empty() && !path.ends_with('/') && files.any(|draft| draft.path == index)
    }
}

/// The site, if the app is compiled already.
fn make(edition: &str, settings: &Settings) -> Result<Option<Vec<Draft>>, String> {
    let colours = std::io::stderr().is_terminal();
    let source = source::read(&settings.file, settings.audience);
    let report = source
        .as_ref()
        .map_or_else(|report| report, |source| &source.report);
    tell(&report.render(colours));
    let mut source = source.map_err(|report| report.render(false))?;
    source.publish_at(settings.url.as_deref());
    if settings.app.as_ref().is_some_and(|app| !app.exists()) {
        return Ok(None);
    }
    let app = App::read(settings.app.as_deref());
    app.and_then(|app| drafts(&source.editions, &app, Some(&format!("{LIVE}?{edition}"))))
        .map(Some)
        .map_err(|error| error.to_string())
}
