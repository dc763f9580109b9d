//! `cargo xtask test`: everything that must hold, one step after the other.
//!
//! The steps and their order live here; the tests themselves are ordinary cargo tests.

use crate::{
    axe,
    browser::Browser,
    driven,
    engine::Engine,
    fuzz,
    fuzz::Fuzzer,
    oracles::Oracles,
    project::{self, Result},
    rig::Rig,
    rust,
};
use std::{
    process::Command,
    time::{Duration, Instant},
};

const SITE: &str = "target/site-test";

const WASM: &str = "clippy --package resume --lib --bin app --no-default-features \
    --features hydrate --target wasm32-unknown-unknown -- -D warnings";
const NATIVE: &str = "clippy --workspace --all-targets --features resume/browser-tests \
    -- -D warnings";

/// What was asked for.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    native: bool,
    /// Whether the fuzzers run, too, which take long to compile.
    fuzz: bool,
    /// The engines that have to be there; none means those that can be had.
    engines: Vec<Engine>,
    filter: Vec<String>,
}

impl Options {
    /// Reads the words after `test`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let (own, filter) = match words.iter().position(|word| word == "--") {
            Some(dashes) => (&words[..dashes], &words[dashes + 1..]),
            None => (words, &[][..]),
        };
        let mut options = Self {
            filter: filter.to_vec(),
            ..Self::default()
        };
        let mut own = own.iter();
        while let Some(word) = own.next() {
            match word.as_str() {
                "--fuzz" => options.fuzz = true,
                "--native" if !options.native => options.native = true,
                "--native" => return Err("test takes --native once".to_owned()),
                "--browser" => {
                    let name = own.next().map_or("", String::as_str);
                    let engine = Engine::named(name);
                    options.engines.push(
                        engine.ok_or(
                            "test takes --browser with chromium, firefox or webkit after it",
                        )?,
                    );
                }
                other => {
                    return Err(format!(
                        "test does not take {other}, a filter goes after --"
                    ));
                }
            }
        }
        if options.native && !options.engines.is_empty() {
            return Err("test takes --native or --browser, not both".to_owned());
        }
        Ok(options)
    }

    /// The browsers to test in.
    fn browsers(&self) -> Result<Vec<Browser>> {
        if !self.engines.is_empty() {
            let engines = self.engines.iter();
            return engines.map(|engine| Browser::ensure(*engine)).collect();
        }
        let mut browsers = Vec::new();
        let mut missing = Vec::new();
        for engine in Engine::ALL {
            match Browser::ensure(engine) {
                Ok(browser) => browsers.push(browser),
                Err(error) => missing.push(error),
            }
        }
        let missing = missing.join("\n");
        if browsers.is_empty() {
            return Err(format!(
                "{missing}\n  or go without: cargo xtask test --native"
            ));
        }
        if !missing.is_empty() {
            println!("test: going on without {missing}");
        }
        Ok(browsers)
    }
}

/// Runs all steps, up to the first that fails.
pub fn run(options: &Options) -> Result {
    rust::ensure_linters()?;
    // All that may have to be installed comes first, so that nothing fails an hour later for it.
    let oracles = Oracles::ensure()?;
    let fuzzer = fuzzer(options)?;
    let browser = if options.native {
        None
    } else {
        Some((Rig::ensure()?, axe::ensure()?, options.browsers()?))
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
    if let Some(fuzzer) = &fuzzer {
        // What is drawn is always the same, so that no test fails by luck.
        steps.step("fuzzing", || fuzzer.run(&fuzz::Options::short(), Some(1)))?;
    }
    if let Some((rig, axe, browsers)) = &browser {
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
        let all = driven::names()?;
        for browser in browsers {
            browser.engine.tell_left_out(&all)?;
            let name = format!("browser tests in {}", browser.engine.name());
            steps.step(&name, || driven::run(browser, axe, &options.filter))?;
        }
    }
    steps.conclude();
    Ok(())
}

/// What fuzzing needs, where it can be had and everything is to be run.
fn fuzzer(options: &Options) -> Result<Option<Fuzzer>> {
    let why = if !options.fuzz {
        "they take minutes to compile; --fuzz runs them"
    } else if !options.filter.is_empty() {
        "a filter was given"
    } else if cfg!(windows) {
        "it needs Linux or macOS"
    } else {
        return Fuzzer::ensure().map(Some);
    };
    println!("test: the fuzzers are left out: {why}");
    Ok(None)
}

/// A cargo command from its words; `filter` is for the tests it runs.
pub fn cargo(words: &str, filter: &[String]) -> Command {
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
    names: Vec<String>,
    took: Duration,
}

impl Steps {
    fn cargo(&mut self, name: &str, words: &str, filter: &[String]) -> Result {
        let verb = words.split(' ').next().unwrap_or_default();
        let what = format!("cargo {verb}");
        self.step(name, || project::run(&mut cargo(words, filter), &what))
    }

    fn step(&mut self, name: &str, action: impl FnOnce() -> Result) -> Result {
        println!("test: {name}");
        let start = Instant::now();
        action().map_err(|error| format!("{name}: {error}"))?;
        let took = start.elapsed();
        println!("test: {name} passed in {:.1} s", took.as_secs_f32());
        self.names.push(name.to_owned());
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
    use crate::{engine::Engine, project};

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn what_follows_the_dashes_is_a_filter() {
        let check = |line: &str, native, engines: &[Engine], filter: &[&str]| {
            let options = Options {
                native,
                fuzz: line.contains("--fuzz"),
                engines: engines.to_vec(),
                filter: filter.iter().map(ToString::to_string).collect(),
            };
            assert_eq!(parsed(line), Ok(options), "{line}");
        };
        check("", false, &[], &[]);
        check("--native", true, &[], &[]);
        check("--fuzz --native", true, &[], &[]);
        check("-- dates", false, &[], &["dates"]);
        let dates = ["dates", "--nocapture"];
        check("--native -- dates --nocapture", true, &[], &dates);
        let two = [Engine::WebKit, Engine::Firefox];
        let line = "--browser webkit --browser firefox -- dates --nocapture";
        check(line, false, &two, &dates);
    }

    #[test]
    fn mistakes_are_named() {
        let check =
            |line, mistake: &str| assert_eq!(parsed(line), Err(mistake.to_owned()), "{line}");
        check("dates", "test does not take dates, a filter goes after --");
        check("--native --native", "test takes --native once");
        let which = "test takes --browser with chromium, firefox or webkit after it";
        check("--browser", which);
        check("--browser lynx", which);
        let both = "test takes --native or --browser, not both";
        check("--native --browser firefox", both);
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
