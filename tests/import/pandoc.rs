//! pandoc as the judge of what Markdown says: whatever text it finds is in
//! what is made of the file. Where there is no pandoc, nothing is judged.
//!
//! Never judges what is no Markdown.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::fixtures::{notes, of, read};
use crate::words::{lost, of_markdown};

/// The text that pandoc finds, without marks.
fn plain(text: &[u8]) -> Option<String> {
    let mut pandoc = Command::new("pandoc")
        .args(["-f", "markdown", "-t", "plain", "--wrap=none"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    pandoc.stdin.take()?.write_all(text).ok()?;
    let output = pandoc.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()
}

#[test]
fn what_pandoc_finds_is_there() {
    for (name, bytes) in of("markdown") {
        let Some(text) = plain(&bytes) else {
            eprintln!("there is no pandoc");
            return;
        };
        let import = read(&name, &bytes).unwrap();
        let lost = lost(of_markdown(&text), &import.yaml, &notes(&import));
        assert_eq!(lost, Vec::<String>::new(), "{name}");
    }
}
