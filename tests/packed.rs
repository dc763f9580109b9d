//! The program with the app in it, in an empty folder and with nothing else to run: see
//! `cargo xtask package`. `RESUME_SITE` is the folder of the site that Trunk's build has made.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Runs the program in a folder, and answers what it prints.
fn run(dir: &Path, words: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_resume"));
    let told = env::vars_os().filter(|(name, _)| {
        let name = name.to_string_lossy();
        name.starts_with("RESUME") || name.starts_with("TRUNK") || name == "PATH"
    });
    told.for_each(|(name, _)| {
        program.env_remove(name);
    });
    let output = program.current_dir(dir).args(words).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn files(root: &Path, within: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(root.join(within)).unwrap() {
        let entry = entry.unwrap();
        let path = within.join(entry.file_name());
        if entry.path().is_dir() {
            files(root, &path, found);
        } else {
            found.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

fn all(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    files(root, Path::new(""), &mut found);
    found
}

#[test]
fn the_site_is_the_same_to_the_byte() {
    let dir = tempfile::tempdir().unwrap();
    let resume = Path::new(env!("CARGO_MANIFEST_DIR")).join("resume.yaml");
    fs::copy(resume, dir.path().join("resume.yaml")).unwrap();
    run(dir.path(), &["build"]);
    let trunks = env::var_os("RESUME_SITE").expect("run this with `cargo xtask test`");
    let (trunks, ours) = (all(Path::new(&trunks)), all(&dir.path().join("dist")));
    assert!(trunks.keys().eq(ours.keys()), "{:?}", ours.keys());
    for (path, bytes) in trunks {
        assert!(ours[&path] == bytes, "{} differs", path.display());
    }
}

#[test]
fn a_resume_can_be_begun_checked_and_built() {
    let dir = tempfile::tempdir().unwrap();
    run(dir.path(), &["new", "--name", "Ada Byron"]);
    assert!(run(dir.path(), &["check"]).contains("no errors"));
    run(dir.path(), &["build"]);
    let page = fs::read_to_string(dir.path().join("dist/index.html")).unwrap();
    assert!(page.contains("<h1>Ada Byron</h1>"));
}
