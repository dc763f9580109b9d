//! What the site says to hosts: how long to keep files, and files packed.
//!
//! Never asks a host.

use std::fs;
use std::io::Read;
use std::path::Path;

use resume::site;
use resume::source::{self, Audience};

use crate::compiled;

const RESUME: &str = "basics: {name: A, label: B}\nvariants: {short: {label: C}}";

#[test]
fn just_what_is_named_by_its_content_is_kept_for_ever() {
    let editions = source::parse(Path::new("r.yaml"), RESUME, Audience::World).unwrap();
    let files = site::files(&editions.editions, compiled().path(), false).unwrap();
    let names: Vec<String> = (files.iter())
        .map(|file| file.path.display().to_string())
        .collect();
    assert!(names.is_sorted());
    let headers = files.iter().find(|file| file.path == Path::new("_headers"));
    let headers = String::from_utf8(headers.unwrap().bytes.clone()).unwrap();
    let rules: Vec<&str> = headers.split("\n/").skip(1).collect();
    // A script, and a module for each page.
    assert_eq!(rules.len(), 3, "{headers}");
    for rule in rules {
        let (name, header) = rule.split_once('\n').unwrap();
        assert!(names.contains(&name.to_owned()), "{name} of {names:?}");
        assert!(name.contains("app-"), "{name}");
        let header = header.trim();
        assert_eq!(header, "Cache-Control: public, max-age=31536000, immutable");
    }
}

#[test]
fn packed_files_hold_what_they_stand_beside() {
    let editions = source::parse(Path::new("r.yaml"), RESUME, Audience::World).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("site");
    site::build(&editions.editions, compiled().path(), &dir, false).unwrap();
    site::compress(&dir).unwrap();
    for name in ["index.html", "short/index.html", "robots.txt"] {
        let plain = fs::read(dir.join(name)).unwrap();
        let brotli = fs::read(dir.join(format!("{name}.br"))).unwrap();
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut brotli.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, plain, "{name}");
        let gzip = fs::File::open(dir.join(format!("{name}.gz"))).unwrap();
        let mut unpacked = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(gzip);
        decoder.read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain, "{name}");
    }
    for name in ["_headers.br", "a.docx.gz"] {
        assert!(!dir.join(name).exists(), "{name}");
    }
}
