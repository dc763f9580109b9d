//! The sites that these tests look at, made with a stand-in for the compiled
//! app.
//!
//! Never decides what is harmless.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use resume::model::Edition;
use resume::site::{self, App};
use resume::source::{self, Audience, Report};

use crate::everything::everything;
use crate::harmless::Outline;

const SHELL: &str = "<html><head><resume-head></head><body></body></html>";

/// All of a file's views, or why it is refused.
pub fn editions(text: &str) -> Result<Vec<Edition>, Report> {
    let source = source::parse(Path::new("resume.yaml"), text, Audience::World);
    source.map(|source| source.editions)
}

/// The files of the site that are not made only when asked for, by their
/// paths.
pub fn files(editions: &[Edition]) -> BTreeMap<String, Vec<u8>> {
    let app = App {
        shell: SHELL.to_owned(),
        script: Vec::new(),
        module: b"\0asm\x01\0\0\0".to_vec(),
        style: String::new(),
        public: Vec::new(),
    };
    let drafts = site::drafts(editions, &app, None).unwrap();
    let ready = drafts.iter().filter(|draft| !draft.is_form());
    ready
        .map(|draft| {
            let made = draft.finish().unwrap();
            (draft.path.display().to_string(), made.bytes)
        })
        .collect()
}

/// A file of the site as text.
pub fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// What our pages are made of: those of two résumés that have everything.
pub fn ours() -> &'static Outline {
    static OURS: OnceLock<Outline> = OnceLock::new();
    OURS.get_or_init(|| {
        let full = include_str!("../valid/full.yaml");
        let marked = "
basics: {name: A, summary: '*a* **b** `c` [d](https://e.example)'}
url: https://a.example
variants: {short: {label: B}}
theme: {accent: '#00695c', typeface: mono}
";
        let unkept = format!("{marked}offline: false\n");
        let mut outline = Outline::default();
        for text in [full, marked, &unkept, &everything().to_string()] {
            let files = files(&editions(text).unwrap());
            for (_, page) in files
                .iter()
                .filter(|(path, _)| path.ends_with("index.html"))
            {
                outline.learn(std::str::from_utf8(page).unwrap());
            }
        }
        outline
    })
}

/// Sees to it that a file is refused where it is wrong, or makes pages that
/// are harmless. Answers whether it is read.
#[track_caller]
pub fn is_harmless(text: &str) -> bool {
    let editions = match editions(text) {
        Ok(editions) => editions,
        Err(report) => {
            let told = report.to_string();
            let placed = told.starts_with("resume.yaml:");
            let number = told
                .split(':')
                .nth(1)
                .and_then(|line| line.parse::<usize>().ok());
            assert!(placed && number.is_some(), "{told}\n{text}");
            return false;
        }
    };
    let files = files(&editions);
    for (path, page) in files
        .iter()
        .filter(|(path, _)| path.ends_with("index.html"))
    {
        let page = std::str::from_utf8(page).unwrap();
        if let Err(fault) = ours().admits(page) {
            panic!("{path}: {fault}\n{text}\n{page}");
        }
    }
    true
}
