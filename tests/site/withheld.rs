//! What is private or left out of a variant: in no byte of any file.
//!
//! Never tests how that is said in a résumé file.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::DeflateDecoder;
use resume::model::Edition;
use resume::site;
use resume::source::{self, Audience};
use serde_json::{Value, json};

use super::app;
use crate::everything::{everything, parts};

/// Needed, so that it cannot be left out.
const NEEDED: [&str; 2] = ["basics", "basics.name"];

/// A file: its path, and its bytes as text in lower case.
type Shown = (PathBuf, String);

/// All files of a site.
fn site_files(resume: &Value, audience: Audience) -> Vec<site::File> {
    site::files(&editions(resume, audience), &app()).unwrap()
}

fn editions(resume: &Value, audience: Audience) -> Vec<Edition> {
    let source = source::parse(Path::new("r.json"), &resume.to_string(), audience);
    source.unwrap_or_else(|report| panic!("{report}")).editions
}

/// What each edition says: all that any form of it is made of.
fn said(resume: &Value, audience: Audience) -> Vec<String> {
    let editions = editions(resume, audience).into_iter();
    let said = editions.map(|edition| format!("{edition:?}"));
    said.map(|said| said.to_lowercase()).collect()
}

/// The parts that a résumé can do without, each with the marks in it.
fn that_can_go(resume: &Value) -> Vec<(String, Vec<String>)> {
    let mut parts = parts(resume);
    parts.retain(|(path, marks)| !NEEDED.contains(&path.as_str()) && !marks.is_empty());
    parts
}

/// What can be seen of them.
fn files(resume: &Value, audience: Audience) -> Vec<Shown> {
    let files = site_files(resume, audience);
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
fn what_is_private_is_in_nothing_but_the_owners() {
    let resume = everything();
    for (path, marks) in that_can_go(&resume) {
        let mut resume = resume.clone();
        resume["private"] = json!([path]);
        let said = said(&resume, Audience::World);
        for mark in &marks {
            assert!(!said[0].contains(mark), "{path}: {mark}");
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
fn what_is_private_is_in_no_byte_of_any_file() {
    let mut resume = everything();
    let private = that_can_go(&resume);
    let paths: Vec<&str> = private.iter().map(|(path, _)| path.as_str()).collect();
    resume["private"] = json!(paths);
    let public = files(&resume, Audience::World);
    for (path, marks) in &private {
        for mark in marks {
            assert!(!holds(&public, mark), "{path}: {mark}");
        }
    }
}

/// A PDF's text is packed and in the numbers of glyphs: poppler has to read it.
#[test]
fn what_is_private_is_in_no_pdf_but_the_owners() {
    let mut resume = everything();
    let private = that_can_go(&resume);
    let paths: Vec<&str> = private.iter().map(|(path, _)| path.as_str()).collect();
    resume["private"] = json!(paths);
    let [public, owners] =
        [Audience::World, Audience::Owner].map(|audience| set(&resume, audience));
    let marks = private.iter().flat_map(|(_, marks)| marks);
    let said: Vec<_> = marks.filter(|mark| owners.contains(*mark)).collect();
    assert!(said.len() > 100, "{} marks are on paper", said.len());
    let left: Vec<_> = said
        .into_iter()
        .filter(|mark| public.contains(*mark))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// The text of all PDFs of a site, in lower case.
fn set(resume: &Value, audience: Audience) -> String {
    let dir = tempfile::tempdir().unwrap();
    let mut text = String::new();
    for file in site_files(resume, audience) {
        if file.path.extension() == Some("pdf".as_ref()) {
            let path = dir.path().join(&file.path);
            fs::write(&path, file.bytes).unwrap();
            let read = Command::new("pdftotext")
                .arg("-q")
                .arg(&path)
                .arg("-")
                .output();
            let read = read.expect("pdftotext is there: run `cargo xtask test`");
            text += &String::from_utf8(read.stdout).unwrap().to_lowercase();
        }
    }
    text
}

#[test]
fn what_a_variant_leaves_out_is_in_the_others_only() {
    let resume = everything();
    // One variant for many parts at once would hide what only one of them
    // leaves behind.
    let parts = that_can_go(&resume);
    let mut resume = resume;
    let variants = parts.iter().enumerate();
    resume["variants"] = variants
        .map(|(number, (path, _))| (format!("v{number}"), json!({"omit": [path]})))
        .collect();
    let said = said(&resume, Audience::World);
    for ((path, marks), variant) in parts.iter().zip(&said[1..]) {
        for mark in marks {
            assert!(said[0].contains(mark), "{path}: {mark}");
            assert!(!variant.contains(mark), "{path}: {mark}");
        }
    }
}
