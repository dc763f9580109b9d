//! What hosts are told to run: the commands of docs/deploy.md's workflow and
//! settings, as their files have them.
//!
//! Never runs one.

use std::fs;
use std::path::Path;

const WORKFLOW: &str = ".github/workflows/deploy.yml";
const NETLIFY: &str = "netlify.toml";

/// A command, and where it leaves the site.
pub struct Host {
    pub name: &'static str,
    /// In the order in which they run, each by itself.
    pub commands: Vec<String>,
    pub folder: String,
}

/// GitHub Pages and Netlify, the latter as of pushes and as of previews.
pub fn hosts(root: &Path) -> Vec<Host> {
    let [workflow, netlify] =
        [WORKFLOW, NETLIFY].map(|file| fs::read_to_string(root.join(file)).unwrap());
    let lines = workflow.lines().map(str::trim_start);
    let lines = lines.map(|line| line.strip_prefix("- ").unwrap_or(line));
    let uploaded = workflow.split("upload-pages-artifact").nth(1).unwrap();
    let uploaded = uploaded
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("path: "));
    let mut hosts = vec![Host {
        name: WORKFLOW,
        commands: lines
            .filter_map(|line| line.strip_prefix("run: "))
            .map(str::to_owned)
            .collect(),
        folder: uploaded.unwrap().to_owned(),
    }];
    let values = |key: &'static str| {
        let lines = netlify.lines().map(move |line| line.strip_prefix(key));
        let values = lines.filter_map(|value| value?.strip_prefix(" = \"")?.strip_suffix('"'));
        values.map(|value| value.replace('\\', ""))
    };
    hosts.extend(values("command").map(|command| Host {
        name: NETLIFY,
        commands: vec![command],
        folder: values("publish").next().unwrap(),
    }));
    hosts
}
