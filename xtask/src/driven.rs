//! The tests that drive the page in a browser, in one engine after the other.
//!
//! Never here: what they look for.

use crate::{browser::Browser, project::Result, rig, test::cargo};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
};

const TESTS: &str = "test --features browser-tests --test browser";

/// Their names.
pub fn names() -> Result<Vec<String>> {
    let list = ["--list", "--format=terse"].map(str::to_owned);
    let output = cargo(TESTS, &list)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if !output.status.success() {
        return Err("the browser tests cannot be built, for the reason given above".to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let names = text.lines().filter_map(|line| line.strip_suffix(": test"));
    Ok(names.map(str::to_owned).collect())
}

/// Runs those that the engine does not leave out. A browser with much to do, or its driver, may let
/// a test wait too long: what failed is run once more, by itself, and has to pass then.
pub fn run(browser: &Browser, axe: &Path, filter: &[String]) -> Result {
    let mut words = filter.to_vec();
    for (part, _) in browser.engine.left_out() {
        words.extend(["--skip", part].map(str::to_owned));
    }
    let failed = failures(browser, axe, &words)?;
    if failed.is_empty() {
        return Ok(());
    }
    println!("test: once more, each by itself: {}", failed.join(", "));
    let mut words = ["--exact", "--test-threads=1"].map(str::to_owned).to_vec();
    words.extend(failed);
    let mut tests = cargo(TESTS, &words);
    rig::run(browser, tests.env("RESUME_AXE", axe))?;
    println!("test: these passed by themselves, so that something is unsteady");
    Ok(())
}

/// Runs some of them, and answers the names of those that failed.
fn failures(browser: &Browser, axe: &Path, words: &[String]) -> Result<Vec<String>> {
    let mut tests = cargo(TESTS, words);
    rig::tell(browser, tests.env("RESUME_AXE", axe));
    let cannot = |error| format!("cannot run cargo: {error}");
    let mut tests = tests.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    let mut failed = Vec::new();
    for line in tests
        .stdout
        .take()
        .map(BufReader::new)
        .into_iter()
        .flat_map(BufRead::lines)
    {
        let line = line.map_err(cannot)?;
        println!("{line}");
        failed.extend(failure(&line).map(str::to_owned));
    }
    let passed = tests.wait().map_err(cannot)?.success();
    if failed.is_empty() && !passed {
        return Err("cargo test failed, for the reason given above".to_owned());
    }
    Ok(failed)
}

/// The test that a line says has failed.
fn failure(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::failure;

    #[test]
    fn failures_are_told_from_the_rest() {
        assert_eq!(failure("test a::b ... FAILED"), Some("a::b"));
        assert_eq!(failure("test a::b ... ok"), None);
        assert_eq!(failure("test result: FAILED. 1 passed; 1 failed"), None);
    }
}
