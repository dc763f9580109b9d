//! `cargo xtask bench`: what the engine and the page cost at résumés of many lengths, what the page
//! keeps in memory, and how it starts.
//!
//! What is measured, and how, lives in the benches themselves; nothing here fails for a time.

use crate::{
    browser::Browser,
    engine::Engine,
    oracles,
    project::{self, Result},
    rig::{self, Rig},
};
use std::process::Command;

const SITE: &str = "target/site-bench";

/// The one that needs no browser.
const ENGINE: &str = "engine";

/// The one that compares the page with React.
const LOAD: &str = "load";

/// All of them, as cargo knows them, in the order in which they run.
const BENCHES: [&str; 4] = [ENGINE, "page", "memory", LOAD];

/// Those that take words of their own. Where both run, the words are for the first.
const TALKING: [&str; 2] = ["page", LOAD];

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    benches: Vec<&'static str>,
    /// Words for one of them.
    words: Vec<String>,
}

impl Options {
    /// Reads the words after `bench`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let dashes = words.iter().position(|word| word == "--");
        let (names, words) = match dashes {
            Some(dashes) => (&words[..dashes], &words[dashes + 1..]),
            None => (words, &[][..]),
        };
        if let Some(other) = names.iter().find(|name| !BENCHES.contains(&name.as_str())) {
            return Err(format!(
                "bench does not take {other}, only {}, and words for one of them after --",
                BENCHES.join(", ")
            ));
        }
        let asked = |bench: &&str| names.is_empty() || names.iter().any(|name| name == bench);
        let options = Self {
            benches: BENCHES.into_iter().filter(asked).collect(),
            words: words.to_vec(),
        };
        if options.listener().is_none() && !words.is_empty() {
            let (names, words) = (names.join(" and "), words.join(" "));
            return Err(format!("{names} cannot be told {words}"));
        }
        Ok(options)
    }

    fn runs(&self, bench: &str) -> bool {
        self.benches.contains(&bench)
    }

    /// The bench that the words are for.
    fn listener(&self) -> Option<&'static str> {
        TALKING.into_iter().find(|bench| self.runs(bench))
    }

    /// What runs a bench.
    fn cargo(&self, bench: &str) -> Command {
        let mut cargo = project::cargo();
        // Nothing that is measured is typeset, and Typst takes as long to compile as all the rest.
        cargo.args(["bench", "--no-default-features", "--features", "ssr"]);
        cargo.args(["--bench", bench]);
        if self.listener() == Some(bench) && !self.words.is_empty() {
            cargo.arg("--").args(&self.words);
        }
        cargo
    }
}

/// Builds the app where it is measured, and runs the benches.
pub fn run(options: &Options) -> Result {
    // All that may have to be installed comes first, so that nothing fails an hour later for it.
    let react = if options.runs(LOAD) {
        Some(oracles::ensure_react()?)
    } else {
        None
    };
    let browser = if options.benches == [ENGINE] {
        None
    } else {
        Some(browser_and_site()?)
    };
    for bench in &options.benches {
        let mut cargo = options.cargo(bench);
        cargo.env("RESUME_SITE", project::root().join(SITE));
        if let Some(react) = &react {
            cargo.env("RESUME_REACT", react);
        }
        match &browser {
            Some(browser) => rig::run(browser, &mut cargo)?,
            None => project::run(&mut cargo, "cargo bench")?,
        }
    }
    Ok(())
}

fn browser_and_site() -> Result<Browser> {
    let rig = Rig::ensure()?;
    let browser = Browser::ensure(Engine::Chromium)?;
    rig.build(SITE)?;
    Ok(browser)
}

#[cfg(test)]
mod tests {
    use super::{BENCHES, Options};
    use crate::project;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn all_run_unless_some_are_named() {
        let check = |line, benches: &[&'static str], words: &[&str]| {
            let options = Options {
                benches: benches.to_vec(),
                words: words.iter().map(ToString::to_string).collect(),
            };
            assert_eq!(parsed(line), Ok(options), "{line}");
        };
        check("", &BENCHES, &[]);
        check("--", &BENCHES, &[]);
        check("-- --rounds 3", &BENCHES, &["--rounds", "3"]);
        check("memory page", &["page", "memory"], &[]);
        check("load load -- --rounds 4", &["load"], &["--rounds", "4"]);
    }

    #[test]
    fn words_go_to_the_page_or_else_to_its_start() {
        let check = |line, bench, told: &str| {
            let cargo = parsed(line).unwrap().cargo(bench);
            let words: Vec<_> = cargo
                .get_args()
                .map(|word| word.to_string_lossy())
                .collect();
            assert_eq!(
                words.join(" "),
                format!("bench --no-default-features --features ssr --bench {bench}{told}"),
                "{line}"
            );
        };
        check("-- --rounds 3", "page", " -- --rounds 3");
        check("-- --rounds 3", "load", "");
        check("load page -- --rounds 3", "page", " -- --rounds 3");
        check("load page -- --rounds 3", "load", "");
        check("memory load -- --rounds 3", "load", " -- --rounds 3");
        check("memory load -- --rounds 3", "memory", "");
        check("load", "load", "");
    }

    #[test]
    fn mistakes_are_named() {
        let check =
            |line, mistake: &str| assert_eq!(parsed(line), Err(mistake.to_owned()), "{line}");
        check(
            "--rounds 3",
            "bench does not take --rounds, only engine, page, memory, load, and words for one of \
             them after --",
        );
        check("memory -- --rounds 3", "memory cannot be told --rounds 3");
    }
}
