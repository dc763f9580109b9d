//! `cargo xtask bench`: what the engine and the page cost at résumés of many lengths.
//!
//! What is measured, and how, lives in the benches themselves; nothing here fails for a time.

use crate::{
    browser::Browser,
    engine::Engine,
    oracles,
    project::{self, Result},
    rig::{self, Rig},
};

const SITE: &str = "target/site-bench";

/// What was asked for: words for the bench of the page.
#[derive(Debug, PartialEq)]
pub struct Options {
    page: Vec<String>,
}

impl Options {
    /// Reads the words after `bench`.
    pub fn parse(words: &[String]) -> Result<Self> {
        match words {
            [] => Ok(Self { page: Vec::new() }),
            [dashes, page @ ..] if dashes == "--" => Ok(Self {
                page: page.to_vec(),
            }),
            [other, ..] => Err(format!(
                "bench does not take {other}, words for the page's bench go after --"
            )),
        }
    }
}

/// Builds the app, and measures the engine, the page, what it keeps in memory, and how it starts.
pub fn run(options: &Options) -> Result {
    let rig = Rig::ensure()?;
    let browser = Browser::ensure(Engine::Chromium)?;
    let react = oracles::ensure_react()?;
    rig.build(SITE)?;
    let mut engine = project::cargo();
    engine.args(["bench", "--bench", "engine"]);
    project::run(&mut engine, "cargo bench")?;

    let mut page = project::cargo();
    page.args(["bench", "--bench", "page", "--"])
        .args(&options.page);
    rig::run(&browser, &mut page)?;

    let mut memory = project::cargo();
    memory.args(["bench", "--bench", "memory"]);
    rig::run(&browser, &mut memory)?;

    let mut load = project::cargo();
    load.args(["bench", "--bench", "load"])
        .env("RESUME_SITE", project::root().join(SITE))
        .env("RESUME_REACT", react);
    rig::run(&browser, &mut load)
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::project;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn what_follows_the_dashes_is_for_the_page() {
        let page = |words: &[&str]| {
            Ok(Options {
                page: words.iter().map(ToString::to_string).collect(),
            })
        };
        assert_eq!(parsed(""), page(&[]));
        assert_eq!(parsed("--"), page(&[]));
        assert_eq!(parsed("-- --rounds 3"), page(&["--rounds", "3"]));
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(
            parsed("--rounds 3"),
            Err("bench does not take --rounds, words for the page's bench go after --".to_owned())
        );
    }
}
