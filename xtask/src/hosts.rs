//! What hosts are told to run, and what the guide to them says: each errand is one that there is.
//! The site's tests run the commands (tests/site/hosts.rs).

use crate::{parse, project};
use std::fs;

#[path = "../../tests/common/commands.rs"]
mod commands;

/// Sees that a line of the shell runs an errand, after no more than variables.
fn see_errand(line: &str) {
    let (before, errand) = line.split_once("cargo xtask ").unwrap();
    assert!(
        before.split_whitespace().all(|word| word.contains('=')),
        "{line}"
    );
    let errand = errand.split(" &&").next().unwrap_or_default();
    assert!(parse(&project::words(errand)).is_ok(), "{line}");
}

#[test]
fn there_are_such_commands() {
    let hosts = commands::hosts(project::root());
    let counts: Vec<_> = hosts.iter().map(|host| host.commands.len()).collect();
    assert_eq!(counts, [2, 1, 1]);
    for host in hosts {
        host.commands.iter().for_each(|command| see_errand(command));
        // What is put online is what was built.
        let built = format!("--dist {}", host.folder);
        assert!(
            host.commands.last().unwrap().ends_with(&built),
            "{}",
            host.name
        );
    }
    let guide = fs::read_to_string(project::root().join("docs/deploy.md")).unwrap();
    let lines = guide
        .lines()
        .filter(|line| line.starts_with("cargo xtask "));
    assert_eq!(lines.inspect(|line| see_errand(line)).count(), 2);
}
