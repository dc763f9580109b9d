//! What must hold of every input, however broken: it is read or refused, and what is read makes a
//! harmless page. Fuzzing itself looks for panics, and for what takes too long or too much memory.
//!
//! Never here: where inputs come from, and how long they are tried; xtask has that.

#[path = "../../tests/common/harmless.rs"]
pub mod harmless;

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::OnceLock;

use harmless::Outline;
use resume::model::Edition;
use resume::query::{Data, Index, Tag, apply, fold};
use resume::site::{self, App};
use resume::source::{self, Audience};
use resume::{import, url};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A résumé that has everything a page can have.
const FULL: &str = include_str!("../../tests/valid/full.yaml");

/// The rest of it.
const MARKED: &str = "url: https://a.example
theme: {accent: '#00695c', typeface: mono}
variants: {short: {label: B}}
basics:
  name: A
  label: B
  email: a@e.example
  phone: '1'
  url: https://e.example
  location: {address: B, city: C, region: D, postalCode: '1', countryCode: AT}
  profiles: [{network: B, url: https://e.example, note: C}]
  summary: '*a* **b** `c` [d](https://e.example)'
work:
- {name: B, position: C, url: https://e.example, location: D, startDate: 2017, endDate: 2018}
education:
- {institution: B, area: C, url: https://e.example, location: D, startDate: 2017, endDate: 2018}
skills: [{name: B, keywords: [C]}]";

/// A page that no browser keeps.
const UNKEPT: &str = "{basics: {name: A}, offline: false, variants: {short: {label: B}}}";

/// Why a file that is in order can make no site.
const EXPECTED: [&str; 3] = [
    "a variant cannot have the name of a file or folder of the app",
    "two files of the site would have this name",
    "skills, each counted for each line",
];

/// Careers whose last year has no room after it on the axis, and too little before it; the last with a
/// name that stands before its bar.
const CAREERS: [&str; 2] = [
    "basics: {name: A}\nwork: [{name: B, startDate: '2000', endDate: '2021'}]",
    "basics: {name: A}\nwork: [{name: B, startDate: '2000', endDate: '2030'}, \
     {name: A company of note, startDate: '2030-12', endDate: '2030-12'}]",
];

/// Years of text are no longer than this, in bytes: what is longer takes longer, too.
const LONGEST: usize = 1 << 14;

/// Any month: January 2026, in months from the year 0.
const TODAY: u32 = 2026 * 12;

/// Reads a file and makes all that is made of it, but for what is typeset.
pub fn source(text: &str) {
    if text.len() > LONGEST {
        return;
    }
    match source::parse(Path::new("resume.yaml"), text, Audience::World) {
        Ok(source) => look_at(&source.editions),
        Err(report) => assert!(!report.render(false).is_empty()),
    }
}

/// Puts a text in the places where it is read as markup.
pub fn inline(text: &str) {
    let quoted = quoted(text);
    let file = format!(
        "{{\"basics\": {{\"name\": \"A\", \"summary\": {quoted}}}, \"work\": [{{\"name\": {quoted}, \
         \"highlights\": [{quoted}]}}]}}"
    );
    source(&file);
}

/// Reads a query string. What is written of it is read as the same.
pub fn query(search: &str) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Index::new(data(), TODAY, fold));
    let tags: &[Tag] = &index.tags;
    let query = url::parse(&url::decode(search), tags);
    let printed = url::encode(&url::print(&query, tags));
    let again = url::parse(&url::decode(&printed), tags);
    assert_eq!(again, query);
    assert_eq!(url::encode(&url::print(&again, tags)), printed);
    if search.len() < LONGEST {
        let _ = apply(index, &query);
    }
}

/// Reads a file in another form. What is made of it is a file of ours without a mistake.
pub fn import(name: &str, bytes: &[u8]) {
    let import = match import::read(Path::new(name), bytes) {
        Ok(import) => import,
        Err(report) => return assert!(!report.render(false).is_empty()),
    };
    for report in &import.notes {
        assert!(report.problems().is_empty() || !report.render(false).is_empty());
    }
    let again = source::parse(Path::new("resume.yaml"), &import.yaml, Audience::Owner);
    match again {
        Ok(source) if import.yaml.len() <= LONGEST => look_at(&source.editions),
        Ok(_) => {}
        Err(report) => panic!("{report}\n{}", import.yaml),
    }
}

/// Imports an archive. One that is no ZIP file is a text to be packed: `=== NAME` begins a file.
/// Else hardly an input would get past the archive's sums.
pub fn linkedin(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return import("r.zip", bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in text.split("=== ").skip(1) {
        let (name, rows) = file.split_once('\n').unwrap_or((file, ""));
        let begun = zip.start_file(name, SimpleFileOptions::default());
        if begun
            .and_then(|()| Ok(zip.write_all(rows.as_bytes())?))
            .is_err()
        {
            return;
        }
    }
    if let Ok(zip) = zip.finish() {
        import("r.zip", zip.get_ref());
    }
}

/// No page has anything in it that a page of ours cannot have.
fn look_at(editions: &[Edition]) {
    static OURS: OnceLock<Outline> = OnceLock::new();
    let ours = OURS.get_or_init(|| {
        let mut ours = Outline::default();
        for text in [FULL, MARKED, UNKEPT].into_iter().chain(CAREERS) {
            for page in pages(&editions_of(text)) {
                ours.learn(&page);
            }
        }
        ours
    });
    for page in pages(editions) {
        if let Err(fault) = ours.admits(&page) {
            panic!("{fault}\n{page}");
        }
    }
}

/// The pages of some editions.
fn pages(editions: &[Edition]) -> Vec<String> {
    let app = App {
        shell: "<html><head><resume-head></head><body></body></html>".to_owned(),
        script: Vec::new(),
        module: Vec::new(),
        style: String::new(),
        public: Vec::new(),
    };
    let files = match site::files(editions, &app) {
        Ok(files) => files,
        Err(error) => {
            let told = error.to_string();
            assert!(EXPECTED.iter().any(|why| told.contains(why)), "{told}");
            return Vec::new();
        }
    };
    let pages = files
        .into_iter()
        .filter(|file| file.path.ends_with("index.html"));
    pages
        .map(|page| String::from_utf8(page.bytes).expect("a page is text"))
        .collect()
}

fn editions_of(text: &str) -> Vec<Edition> {
    let source = source::parse(Path::new("resume.yaml"), text, Audience::Owner);
    source.map(|source| source.editions).unwrap_or_default()
}

fn data() -> Data {
    let editions = editions_of(FULL);
    Data::of(&editions[0].resume)
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c < ' ' => quoted += &format!("\\u{:04x}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
