//! `cargo xtask fuzz`: inputs that nobody thought of, guided by what they reach in the program.
//!
//! What must hold of them lives in fuzz/. Stable Rust can count what is reached, so that no nightly
//! toolchain is needed; only the sanitizers want one, and this project has no unsafe code for them.

use crate::{
    project::{self, Result},
    system::{self, System},
    tools::{self, Source, Tool},
    version::Version,
};
use std::{fs, path::PathBuf, process::Command, time::Instant};

/// What is fuzzed, and which files of the tests it begins with besides those in fuzz/seeds.
const TARGETS: [(&str, &[&str]); 7] = [
    ("source", &["tests/valid", "tests/invalid"]),
    ("inline", &[]),
    ("query", &[]),
    ("markdown", &["tests/import/markdown"]),
    ("json_resume", &["tests/import/json"]),
    ("rendercv", &["tests/import/rendercv"]),
    ("linkedin", &[]),
];

const SECONDS: u32 = 60;

/// Where fuzz targets are compiled: with counters in them, nothing of it is of use to other builds.
const BUILD: &str = "target/fuzz";

/// No input may take more, in seconds, MB of memory all in all, and bytes of its own.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=16384"];

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    seconds: u32,
    targets: Vec<String>,
}

impl Options {
    /// Reads the words after `fuzz`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self {
            seconds: SECONDS,
            targets: Vec::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word == "--seconds" {
                let seconds = words.next().and_then(|number| number.parse().ok());
                options.seconds = seconds
                    .filter(|seconds| *seconds > 0)
                    .ok_or("--seconds takes a number from 1 on")?;
            } else if TARGETS.iter().any(|(name, _)| name == word) {
                options.targets.push(word.clone());
            } else {
                let names = TARGETS.map(|(name, _)| name).join(", ");
                return Err(format!("fuzz does not take {word}, only {names}"));
            }
        }
        Ok(options)
    }

    /// Each target for a few seconds: what the tests do.
    pub fn short() -> Self {
        Self {
            seconds: 3,
            targets: Vec::new(),
        }
    }
}

/// What fuzzing needs, ready to be run.
pub struct Fuzzer(PathBuf);

impl Fuzzer {
    /// Sees to it that everything is there.
    pub fn ensure() -> Result<Self> {
        ensure_compiler()?;
        let tool = Tool {
            program: "cargo-fuzz",
            purpose: "compiles and runs what is fuzzed",
            accepted: Version(0, 13, 0)..Version(0, 14, 0),
            version: Version(0, 13, 2),
            source: Source::Crate("cargo-fuzz", &["--locked"]),
        };
        tools::program(&tool).map(Self)
    }

    /// Runs targets one after the other, up to the first that finds something; `seed` fixes what is
    /// drawn.
    pub fn run(&self, options: &Options, seed: Option<u32>) -> Result {
        project::run(&mut self.command("build", &[]), "cargo fuzz build")?;
        for (name, seeds) in TARGETS {
            let asked = &options.targets;
            if asked.is_empty() || asked.iter().any(|target| target == name) {
                self.one(name, seeds, options.seconds, seed)?;
            }
        }
        Ok(())
    }

    fn one(&self, name: &str, seeds: &[&str], seconds: u32, seed: Option<u32>) -> Result {
        let root = project::root();
        // Grown by each run, and kept by nobody else.
        let corpus = format!("fuzz/corpus/{name}");
        fs::create_dir_all(root.join(&corpus))
            .map_err(|error| format!("cannot make {corpus}: {error}"))?;
        let own = format!("fuzz/seeds/{name}");
        let mut run = self.command("run", &[name, &corpus]);
        run.args(seeds);
        if root.join(&own).is_dir() {
            run.arg(own);
        }
        run.arg("--").args(LIMITS);
        run.arg("-dict=fuzz/words.dict");
        run.arg(format!("-max_total_time={seconds}"));
        run.args(seed.map(|seed| format!("-seed={seed}")));
        println!("fuzz: {name} for {seconds} s");
        let start = Instant::now();
        let output = run
            .output()
            .map_err(|error| format!("cannot run cargo fuzz: {error}"))?;
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            let lines: Vec<&str> = told.lines().collect();
            let last = &lines[lines.len().saturating_sub(60)..];
            eprintln!("{}", last.join("\n"));
            return Err(format!("{name}: an input is answered wrongly, see above"));
        }
        let took = start.elapsed().as_secs();
        println!("fuzz: {name}: {} in {took} s", summary(&told));
        Ok(())
    }

    fn command(&self, verb: &str, words: &[&str]) -> Command {
        let mut command = Command::new(&self.0);
        command.current_dir(project::root());
        command.args(["fuzz", verb, "--sanitizer", "none"]);
        // Compiled in parts, which takes less time and costs a little speed.
        command.args(["--codegen-units", "16", "--target-dir", BUILD]);
        command.args(words);
        command
    }
}

/// `cargo xtask fuzz`.
pub fn run(options: &Options) -> Result {
    Fuzzer::ensure()?.run(options, None)
}

/// What libFuzzer says of a run: how many inputs, and what they reached.
fn summary(told: &str) -> String {
    let number = |before| {
        let rest = told.rsplit_once(before).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split_whitespace().next())
            .unwrap_or("?")
    };
    format!(
        "{} inputs, {} places reached",
        number("Done"),
        number("cov:")
    )
}

/// libFuzzer is C++.
fn ensure_compiler() -> Result {
    if cfg!(windows) {
        return Err("fuzzing with stable Rust needs Linux or macOS".to_owned());
    }
    let there = || tools::on_path("c++").is_some() || std::env::var_os("CXX").is_some();
    if there() {
        return Ok(());
    }
    let system = System::this();
    if matches!(system, System::Debian | System::Ubuntu) && system::is_root() {
        system::apt_install(&["g++"], "compiles libFuzzer")?;
        if there() {
            return Ok(());
        }
    }
    Err(format!(
        "fuzzing needs a C++ compiler\n  install it: {}",
        system.compiler_advice()
    ))
}

#[cfg(test)]
mod tests {
    use super::{Options, SECONDS, TARGETS, summary};
    use crate::project;
    use std::fs;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn targets_and_seconds_are_understood() {
        let check = |line, seconds, targets: &[&str]| {
            let targets = targets.iter().map(ToString::to_string).collect();
            assert_eq!(parsed(line), Ok(Options { seconds, targets }), "{line}");
        };
        check("", SECONDS, &[]);
        check("--seconds 5 query", 5, &["query"]);
        check("inline --seconds 7 query", 7, &["inline", "query"]);
        for line in ["--seconds", "--seconds 0", "--seconds soon"] {
            let mistake = Err("--seconds takes a number from 1 on".to_owned());
            assert_eq!(parsed(line), mistake, "{line}");
        }
        assert_eq!(
            parsed("sauce"),
            Err(
                "fuzz does not take sauce, only source, inline, query, markdown, json_resume, \
                 rendercv, linkedin"
                    .to_owned()
            )
        );
    }

    #[test]
    fn all_targets_are_run_and_all_seeds_are_there() {
        let root = project::root();
        let files = fs::read_dir(root.join("fuzz/fuzz_targets")).unwrap();
        let mut files: Vec<String> = files
            .map(|file| {
                file.unwrap()
                    .path()
                    .file_stem()
                    .unwrap()
                    .display()
                    .to_string()
            })
            .collect();
        let mut names = TARGETS.map(|(name, _)| name.to_owned());
        files.sort();
        names.sort();
        assert_eq!(files, names);
        for (name, seeds) in TARGETS {
            let own = format!("fuzz/seeds/{name}");
            let folders = seeds.iter().copied().chain([own.as_str()]);
            assert!(
                folders
                    .map(|seed| root.join(seed))
                    .any(|seed| seed.is_dir()),
                "{name}"
            );
            assert!(seeds.iter().all(|seed| root.join(seed).is_dir()), "{name}");
        }
    }

    #[test]
    fn a_run_is_summed_up() {
        let told =
            "#2 INITED cov: 10 ft: 11\n#9 NEW cov: 12 ft: 13\nDone 500 runs in 4 second(s)\n";
        assert_eq!(summary(told), "500 inputs, 12 places reached");
        assert_eq!(summary(""), "? inputs, ? places reached");
    }
}
