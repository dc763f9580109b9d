//! `tests/invalid/CASE/` holds a file and the exact report on it. With
//! `UPDATE_EXPECTED=1` the reports are written anew, to be read by eye.
//!
//! Never tests what a good file means.

use std::path::{Path, PathBuf};
use std::{env, fs};

use resume::source::{self, Audience, Severity, Source};

/// The report on a file, under a name that is the same everywhere.
fn report(file: &Path) -> String {
    let name = Path::new(file.file_name().unwrap());
    let read = fs::read(file).unwrap();
    let report = match String::from_utf8(read) {
        Ok(text) => source::parse(name, &text, Audience::World),
        Err(_) => source::read(file, Audience::World),
    };
    match report {
        Ok(Source { report, .. }) => report.render(false) + "no errors\n",
        Err(report) => {
            let (folder, name) = (file.display().to_string(), name.display().to_string());
            report.render(false).replace(&folder, &name)
        }
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

#[test]
fn reports_are_exact() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let file = ["resume.yaml", "resume.json"]
            .map(|name| case.join(name))
            .into_iter()
            .find(|file| file.exists())
            .unwrap();
        let (report, expected) = (report(&file), case.join("expected.txt"));
        if update {
            fs::write(&expected, &report).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != report {
            wrong.push(format!("{}:\n{report}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "other reports:\n\n{}", wrong.join("\n"));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let check = |path: &str, expected: &str| {
        let report = source::read(Path::new(path), Audience::World).unwrap_err();
        let help = "name another with `RESUME=path/to/resume.yaml`";
        assert_eq!(
            report.to_string(),
            format!("{path}: error: {expected}\n |\n = help: {help}\n\n")
        );
    };
    check("no/such.yaml", "there is no such file");
    check("src", "this is a folder, not a file");
}

#[test]
fn each_of_many_problems_is_told_once_and_in_order() {
    let entry = |number| format!("  - name: N\n    startDate: 20{number}\n    naem: x\n");
    let entries: Vec<String> = (0..200).map(entry).collect();
    let text = format!("basics:\n  name: A\nwork:\n{}", entries.concat());
    let report = source::parse(Path::new("resume.yaml"), &text, Audience::World).unwrap_err();
    // The years 2010 to 2099 are fine.
    assert_eq!(report.count(Severity::Error), 110);
    assert_eq!(report.count(Severity::Warning), 200);
    let rendered = report.render(false);
    let lines: Vec<usize> = (rendered.lines())
        .filter_map(|line| {
            line.strip_prefix("resume.yaml:")?
                .split(':')
                .next()?
                .parse()
                .ok()
        })
        .collect();
    assert_eq!(lines.len(), 310);
    assert!(lines.is_sorted());
}
