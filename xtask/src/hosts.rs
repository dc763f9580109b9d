//! What hosts are told to run, as far as it can be tried without them: see docs/deploy.md.

use crate::{parse, project};
use std::{
    env, fs,
    process::{self, Command},
};

const WORKFLOW: &str = ".github/workflows/deploy.yml";
const NETLIFY: &str = "netlify.toml";

/// Where the site would be: a project's page, in a folder of its owner's.
const URL: &str = "https://zoe.example/resume";

fn read(file: &str) -> String {
    fs::read_to_string(project::root().join(file)).unwrap()
}

/// The commands of the workflow, each of which stands on a line.
fn steps() -> Vec<String> {
    let workflow = read(WORKFLOW);
    let lines = workflow.lines().map(str::trim_start);
    let lines = lines.map(|line| line.strip_prefix("- ").unwrap_or(line));
    let steps = lines.filter_map(|line| line.strip_prefix("run: "));
    steps.map(str::to_owned).collect()
}

/// Netlify's commands, without the quotes of their file.
fn commands() -> Vec<String> {
    let settings = read(NETLIFY);
    let lines = settings.lines();
    let commands = lines.filter_map(|line| line.strip_prefix("command = \""));
    let commands = commands.filter_map(|command| command.strip_suffix('"'));
    commands.map(|command| command.replace('\\', "")).collect()
}

#[test]
fn there_are_such_commands() {
    let (steps, commands) = (steps(), commands());
    assert_eq!((steps.len(), commands.len()), (2, 2));
    for command in steps.iter().chain(&commands) {
        let (before, errand) = command.split_once("cargo xtask ").unwrap();
        assert!(before.is_empty() || before.starts_with("RESUME_URL="));
        let words: Vec<String> = errand.split(' ').map(str::to_owned).collect();
        assert!(parse(&words).is_ok(), "{command}");
    }
    // The guide names the rest.
    for line in read("docs/deploy.md").lines() {
        if let Some(errand) = line.strip_prefix("cargo xtask ") {
            let errand = errand.split(" &&").next().unwrap_or_default();
            let words: Vec<String> = errand.split(' ').map(str::to_owned).collect();
            assert!(parse(&words).is_ok(), "{line}");
        }
    }
}

/// Everything is built from nothing, which takes minutes: `cargo test -p xtask -- --ignored`.
#[test]
#[ignore = "it builds the site from a clean clone"]
fn the_steps_run_in_a_clean_folder() {
    let folder = env::temp_dir().join(format!("deploy-{}", process::id()));
    let clone = folder.join("clone");
    let mut git = Command::new("git");
    git.args(["clone", "--quiet"]).arg(project::root());
    assert!(git.arg(&clone).status().unwrap().success());
    for step in steps() {
        let mut shell = Command::new("bash");
        shell.args(["-e", "-o", "pipefail", "-c", &step]);
        // The clone's own, not those of the test that runs.
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_TARGET_DIR", "RESUME"] {
            shell.env_remove(name);
        }
        let status = shell.current_dir(&clone).env("RESUME_URL", URL).status();
        assert!(status.unwrap().success(), "{step}");
    }
    let site = clone.join("dist");
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(page.contains(&format!(r#"<link rel="canonical" href="{URL}/">"#)));
    // Nothing is looked for at the top of the host, where somebody else's site is.
    assert!(!page.contains(r#"href="/"#) && !page.contains(r#"src="/"#));
    assert!(site.join("_headers").is_file());
    fs::remove_dir_all(folder).unwrap();
}
