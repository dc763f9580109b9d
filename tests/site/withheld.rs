//! What is private or left out of a variant: in no byte of any file.
//!
//! Never tests how that is said in a résumé file.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::DeflateDecoder;
use resume::site;
use resume::source::{self, Audience};
use serde_json::{Value, json};

use super::compiled;
use crate::everything::{everything, parts};

/// Needed, so that it cannot be left out.
const NEEDED: [&str; 2] = ["basics", "basics.name"];

/// A file: its path, and its bytes as text in lower case.
type Shown = (PathBuf, String);

/// All files of a site.
fn files(resume: &Value, audience: Audience) -> Vec<Shown> {
    let source = source::parse(Path::new("r.json"), &resume.to_string(), audience);
    let editions = source.unwrap_or_else(|report| panic!("{report}")).editions;
    let files = site::files(&editions, compiled().path(), false).unwrap();
    let shown = |bytes: &[u8]| String::from_utf8_lossy(&unpacked(bytes)).to_lowercase();
    let files = files.into_iter();
    files.map(|file| (file.path, shown(&file.bytes))).collect()
}

/// The bytes of a file, and of those that are packed in it, as in Word's
/// (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, 4.3.7).
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    let heads = bytes.windows(4).enumerate();
    for (at, _) in heads.filter(|(_, window)| *window == b"PK\x03\x04") {
        let size = |at| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
        let packed = &bytes[at + 30 + size(at + 26) + size(at + 28)..];
        if size(at + 8) == 8 {
            // It ends where its own stream does.
            DeflateDecoder::new(packed).read_to_end(&mut all).unwrap();
        }
    }
    all
}

fn holds<'f>(files: impl IntoIterator<Item = &'f Shown>, mark: &str) -> bool {
    files.into_iter().any(|(_, text)| text.contains(mark))
}

#[test]
fn every_part_is_in_the_files() {
    let resume = everything();
    let files = files(&resume, Audience::World);
    for (path, marks) in parts(&resume) {
        for mark in marks {
            assert!(holds(&files, &mark), "{path}: {mark}");
        }
    }
}

#[test]
fn packed_files_are_looked_into() {
    let files = files(&everything(), Audience::World);
    let word = files
        .iter()
        .find(|(path, _)| path.extension() == Some("docx".as_ref()));
    let (_, marks) = parts(&everything()).swap_remove(0);
    assert!(marks.iter().all(|mark| holds(word, mark)), "{marks:?}");
}

#[test]
fn what_is_private_is_in_no_byte_but_the_owners() {
    let resume = everything();
    for (path, marks) in parts(&resume) {
        if NEEDED.contains(&path.as_str()) || marks.is_empty() {
            continue;
        }
        let mut resume = resume.clone();
        resume["private"] = json!([path]);
        let public = files(&resume, Audience::World);
        for mark in &marks {
            assert!(!holds(&public, mark), "{path}: {mark}");
        }
    }
    let mut resume = resume;
    resume["private"] = json!(["work", "basics.phone", "skills.1"]);
    let all = files(&resume, Audience::Owner);
    for (path, marks) in parts(&resume) {
        for mark in marks {
            assert!(holds(&all, &mark), "{path}: {mark}");
        }
    }
}

#[test]
fn what_a_variant_leaves_out_is_in_the_others_only() {
    let resume = everything();
    // One variant for each part would be many pages; one for many at once
    // would hide what only one of them leaves behind.
    let parts: Vec<_> = (parts(&resume).into_iter())
        .filter(|(path, marks)| !NEEDED.contains(&path.as_str()) && !marks.is_empty())
        .collect();
    for some in parts.chunks(16) {
        let mut resume = resume.clone();
        let variants = some.iter().enumerate();
        resume["variants"] = variants
            .map(|(number, (path, _))| (format!("v{number}"), json!({"omit": [path]})))
            .collect();
        let files = files(&resume, Audience::World);
        for (number, (path, marks)) in some.iter().enumerate() {
            let dir = Path::new("v").with_file_name(format!("v{number}"));
            let of = |file: &&Shown| file.0.starts_with(&dir);
            let variant: Vec<&Shown> = files.iter().filter(of).collect();
            assert!(variant.iter().any(|(path, _)| path.ends_with("index.html")));
            for mark in marks {
                assert!(!holds(variant.iter().copied(), mark), "{path}: {mark}");
            }
        }
        let whole: Vec<&Shown> = (files.iter())
            .filter(|(path, _)| path.components().count() == 1)
            .collect();
        for (path, marks) in some {
            for mark in marks {
                assert!(holds(whole.iter().copied(), mark), "{path}: {mark}");
            }
        }
    }
}
