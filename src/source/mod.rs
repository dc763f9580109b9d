//! The résumé file: JSON Resume 1.0.0 (<https://jsonresume.org/schema>) in
//! YAML or JSON, with the additions that the README describes, read into the
//! checked [`Resume`].
//!
//! All problems of a file are found in one reading. Never shows anything.

mod basics;
mod contrast;
mod entry;
mod fields;
mod highlight;
mod ids;
mod json;
mod link;
mod markdown;
mod period;
mod problem;
mod reader;
mod section;
mod syntax;
mod theme;
mod tree;
mod vocabulary;
mod yaml;

use std::path::Path;
use std::{fs, io};

pub use link::folder;
pub use problem::{Problem, Report, Severity};

use self::tree::Value;
use crate::model::Resume;

/// Reads and checks a file. The report of a file that is read holds warnings
/// at most.
///
/// # Errors
///
/// The report of a file that is refused: missing, empty, not UTF-8, not YAML,
/// or with values that cannot stand.
pub fn read(path: &Path) -> Result<(Resume, Report), Report> {
    let refuse = |text: &str, problem| Err(Report::new(path, text, vec![problem]));
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return refuse("", unreadable(&error)),
    };
    match String::from_utf8(bytes) {
        Ok(text) => parse(path, &text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
            let problem = Problem::error(at..end, "this is not UTF-8")
                .help("save the file with the encoding UTF-8");
            refuse(&text, problem)
        }
    }
}

/// Reads and checks a text; `path` is the name its report goes by.
///
/// # Errors
///
/// As [`read`], but for what only files can be.
pub fn parse(path: &Path, text: &str) -> Result<(Resume, Report), Report> {
    // A byte order mark is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let report = |problems| Report::new(path, text, problems);
    let root = tree::parse(text).map_err(|problem| report(vec![problem]))?;
    if matches!(root.value, Value::Null) {
        let problem = Problem::error(0..0, "the file is empty")
            .help("begin with `basics:` and, indented under it, `name: Your Name`");
        return Err(report(vec![problem]));
    }
    let (resume, problems) = reader::read(text, &root);
    let report = report(problems);
    match resume {
        Some(resume) if report.count(Severity::Error) == 0 => Ok((resume, report)),
        _ => Err(report),
    }
}

fn unreadable(error: &io::Error) -> Problem {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        kind => format!("the file cannot be read: {kind}"),
    };
    Problem::error(0..0, message).help("name another with `RESUME=path/to/resume.yaml`")
}
