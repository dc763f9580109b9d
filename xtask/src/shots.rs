//! `cargo xtask shots`: a picture of each state of the page, on screens and on paper.
//!
//! Which states there are, and how a picture is taken, lives in tests/shots.

use crate::{
    browser::Browser,
    engine::Engine,
    project::{self, Result},
    rig::{self, Rig},
};
use std::path::PathBuf;

const SITE: &str = "target/site-test";

/// Where pictures go if nothing else is said: a folder that git passes over.
const FOLDER: &str = "target/shots";

/// What was asked for: a folder, and words that the names of the pictures hold.
#[derive(Debug, PartialEq)]
pub struct Options {
    folder: Option<String>,
    words: Vec<String>,
}

impl Options {
    /// Reads the words after `shots`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let words = match words {
            [] => words,
            [dashes, words @ ..] if dashes == "--" => words,
            [other, ..] => {
                return Err(format!(
                    "shots does not take {other}, a folder goes after --"
                ));
            }
        };
        Ok(Self {
            folder: words.first().cloned(),
            words: words.iter().skip(1).cloned().collect(),
        })
    }

    fn folder(&self) -> PathBuf {
        let folder = self.folder.as_ref().map(project::from_here);
        project::root().join(folder.unwrap_or_else(|| FOLDER.into()))
    }
}

/// Builds the app and takes the pictures.
pub fn run(options: &Options) -> Result {
    let rig = Rig::ensure()?;
    let browser = Browser::ensure(Engine::Chromium)?;
    rig.build(SITE)?;
    let mut shots = project::cargo();
    shots
        .args(["test", "--features", "browser-tests", "--test", "shots"])
        .arg("--")
        .args(&options.words)
        .env("RESUME_SHOTS", options.folder());
    rig::run(&browser, &mut shots)
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::project;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn a_folder_and_then_words_follow_the_dashes() {
        let check = |line, folder: Option<&str>, words: &[&str]| {
            let options = Options {
                folder: folder.map(str::to_owned),
                words: words.iter().map(ToString::to_string).collect(),
            };
            assert_eq!(parsed(line), Ok(options), "{line}");
        };
        check("", None, &[]);
        check("--", None, &[]);
        check("-- out", Some("out"), &[]);
        check("-- out dark full", Some("out"), &["dark", "full"]);
        assert_eq!(
            parsed("out"),
            Err("shots does not take out, a folder goes after --".to_owned())
        );
    }
}
