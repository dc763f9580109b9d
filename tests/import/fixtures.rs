//! The files that are read, and what holds of all that is made of any file.
//!
//! Never compares with what is expected.

use std::fs;
use std::path::{Path, PathBuf};

use resume::import::{self, Import};
use resume::source::{self, Audience, Severity};

/// The folder of these tests.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

/// All files of a form, by their names.
pub fn of(form: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder().join(form))
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// All files of all forms.
pub fn all() -> Vec<(String, Vec<u8>)> {
    let forms = ["markdown", "json", "rendercv"];
    forms.into_iter().flat_map(of).collect()
}

/// Reads bytes, and looks at all that comes of it.
pub fn read(name: &str, bytes: &[u8]) -> Option<Import> {
    let import = match import::read(Path::new(name), bytes) {
        Ok(import) => import,
        Err(report) => {
            assert!(report.count(Severity::Error) > 0, "{report}");
            assert!(!report.render(false).contains("resume.yaml:"), "{report}");
            return None;
        }
    };
    let again = source::parse(Path::new("resume.yaml"), &import.yaml, Audience::Owner);
    assert!(again.is_ok(), "{}", import.yaml);
    for report in &import.notes {
        assert_eq!(report.count(Severity::Error), 0, "{report}");
        assert!(!report.render(true).is_empty());
    }
    Some(import)
}

/// All notes in one text.
pub fn notes(import: &Import) -> String {
    let notes = import.notes.iter().map(|report| report.render(false));
    notes.collect()
}
