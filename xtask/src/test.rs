//! `cargo xtask test`: everything that must hold, one step after the other.
//!
//! The steps and their order live here; the tests themselves are ordinary cargo tests.

use crate::{
    axe,
    oracles::Oracles,
    project::{self, Result},
    rig::Rig,
    rust,
};
use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

const SITE: &str = "target/site-test";

const WASM: &str = "clippy --package resume --lib --bin app --no-default-features \
    --features hydrate --target wasm32-unknown-unknown -- -D warnings";
const NATIVE: &str = "clippy --workspace --all-targets --features resume/browser-tests \
    -- -D warnings";

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    native: bool,
    filter: Vec<String>,
}

impl Options {
    /// Reads the words after `test`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let (own, filter) = match words.iter().position(|word| word == "--") {
            Some(dashes) => (&words[..dashes], &words[dashes + 1..]),
            None => (words, &[][..]),
        };
        let native = match own {
            [] => false,
            [flag] if flag == "--native" => true,
            [other, ..] if other != "--native" => {
                return Err(format!(
                    "test does not take {other}, a filter goes after --"
                ));
            }
            _ => return Err("test takes --native once".to_owned()),
        };
        Ok(Self {
            native,
            filter: filter.to_vec(),
        })
    }
}

/// Runs all steps, up to the first that fails.
pub fn run(options: &Options) -> Result {
    rust::ensure_linters()?;
    // All that may have to be installed comes first, so that nothing fails an hour later for it.
    let oracles = Oracles::ensure()?;
    let browser = if options.native {
        None
    } else {
        Some((Rig::ensure()?, axe::ensure()?))
    };

    let mut steps = Steps::default();
    steps.cargo("format", "fmt --all --check", &[])?;
    steps.cargo("clippy, native", NATIVE, &[])?;
    if browser.is_some() {
        steps.cargo("clippy, wasm32", WASM, &[])?;
    }
    steps.step("native tests", || {
        let mut tests = cargo("test --workspace", &options.filter);
        project::run(oracles.tell(&mut tests), "cargo test")
    })?;
    if let Some((rig, axe)) = &browser {
        steps.step("release build", || rig.build(SITE))?;
        if project::chosen_resume().is_none() {
            steps.step("budget", || {
                project::run(
                    project::resume().args(["sizes", SITE, "--budget"]),
                    "resume sizes",
                )
            })?;
            steps.step("program with the app in it", || {
                let mut tests = cargo("test --features packed --test packed", &options.filter);
                project::run(
                    tests.env("RESUME_SITE", project::root().join(SITE)),
                    "cargo test",
                )
            })?;
        }
        steps.step("browser tests", || in_browser(rig, axe, &options.filter))?;
    }
    steps.conclude();
    Ok(())
}

fn in_browser(rig: &Rig, axe: &Path, filter: &[String]) -> Result {
    let mut tests = cargo("test --features browser-tests --test browser", filter);
    rig.run(tests.env("RESUME_AXE", axe))
}

/// A cargo command from its words; `filter` is for the tests it runs.
fn cargo(words: &str, filter: &[String]) -> Command {
    let mut cargo = project::cargo();
    cargo.args(words.split_whitespace());
    if !filter.is_empty() {
        cargo.arg("--").args(filter);
    }
    cargo
}

/// What has been run, and how long it took.
#[derive(Default)]
struct Steps {
    names: Vec<&'static str>,
    took: Duration,
}

impl Steps {
    fn cargo(&mut self, name: &'static str, words: &str, filter: &[String]) -> Result {
        let verb = words.split(' ').next().unwrap_or_default();
        let what = format!("cargo {verb}");
        self.step(name, || project::run(&mut cargo(words, filter), &what))
    }

    fn step(&mut self, name: &'static str, action: impl FnOnce() -> Result) -> Result {
        println!("test: {name}");
        let start = Instant::now();
        action().map_err(|error| format!("{name}: {error}"))?;
        let took = start.elapsed();
        println!("test: {name} passed in {:.1} s", took.as_secs_f32());
        self.names.push(name);
        self.took += took;
        Ok(())
    }

    fn conclude(&self) {
        println!(
            "test: all passed in {:.0} s: {}",
            self.took.as_secs_f32(),
            self.names.join("; ")
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, Steps, cargo};
    use crate::project;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn what_follows_the_dashes_is_a_filter() {
        let check = |line, native, filter: &[&str]| {
            let filter = filter.iter().map(ToString::to_string).collect();
            assert_eq!(parsed(line), Ok(Options { native, filter }), "{line}");
        };
        check("", false, &[]);
        check("--native", true, &[]);
        check("-- dates", false, &["dates"]);
        check(
            "--native -- dates --nocapture",
            true,
            &["dates", "--nocapture"],
        );
    }

    #[test]
    fn mistakes_are_named() {
        let filter = "test does not take dates, a filter goes after --";
        assert_eq!(parsed("dates"), Err(filter.to_owned()));
        assert_eq!(
            parsed("--native --native"),
            Err("test takes --native once".to_owned())
        );
    }

    #[test]
    fn filters_go_to_the_tests() {
        let command = cargo("test --workspace", &["dates".to_owned()]);
        assert!(
            command
                .get_args()
                .eq(["test", "--workspace", "--", "dates"])
        );
        let command = cargo("fmt --all --check", &[]);
        assert!(command.get_args().eq(["fmt", "--all", "--check"]));
    }

    #[test]
    fn a_step_that_fails_is_named_and_not_counted() {
        let mut steps = Steps::default();
        let failed = steps.step("second", || Err("no".to_owned()));
        assert_eq!(failed, Err("second: no".to_owned()));
        assert!(steps.names.is_empty());
    }
}
