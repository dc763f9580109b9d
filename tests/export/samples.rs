//! Résumés as they are written by hand.
//!
//! Never checks them: the tests of the source do.

use std::path::Path;

use resume::model::Resume;
use resume::source::{self, Audience};

use crate::{full, generate, reference};

/// All of them.
pub fn all() -> [Resume; 4] {
    [full(), ada(), published(), small()]
}

/// Checks all of them, and some that nobody wrote.
pub fn each_and_generated(check: impl Fn(&Resume)) {
    let generated = generate::some(generate::resume(), 12);
    all().iter().chain(&generated).for_each(check);
}

/// One of many lines.
pub fn full() -> Resume {
    read(&full::file())
}

/// One that uses every key of JSON Resume.
pub fn ada() -> Resume {
    read(Path::new("tests/valid/resume.json"))
}

/// The sample that is published with JSON Resume's schema.
pub fn published() -> Resume {
    read(&reference::npm("@jsonresume/schema/sample.resume.json"))
}

/// A little of everything.
pub fn small() -> Resume {
    read(Path::new("tests/export/small.yaml"))
}

fn read(path: &Path) -> Resume {
    match source::read(path, Audience::World) {
        Ok(source) => source.whole().clone(),
        Err(report) => panic!("{}", report.render(false)),
    }
}
