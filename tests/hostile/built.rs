//! Sites of large files: they are made, or it is said why not, within the same
//! limits as all else.
//!
//! Never looks at what is in them.

use std::fs;

use tempfile::TempDir;

use crate::size::run_in;

/// A stand-in for the compiled app.
const APP: [(&str, &[u8]); 4] = [
    (
        "index.html",
        b"<html><head><link rel=\"stylesheet\" href=\"./style.css\"></head><body></body></html>",
    ),
    ("style.css", b"a { color: red }"),
    ("app.js", b""),
    ("app_bg.wasm", b"\0asm\x01\0\0\0"),
];

/// Makes the site of a file: whether there is one, and what is said.
fn build(text: &str) -> (bool, String) {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("app")).unwrap();
    for (name, bytes) in APP {
        fs::write(folder.path().join("app").join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("r.yaml"), text).unwrap();
    let output = run_in(
        &folder,
        &["build", "--app", "app", "--out", "dist", "r.yaml"],
    );
    println!("build");
    let said = String::from_utf8(output.stderr).unwrap();
    let page = folder.path().join("dist/index.html");
    assert_eq!(output.status.success(), page.exists());
    (output.status.success(), said)
}

/// As many lines as a machine that is busy sets in time; each shows some of the
/// most skills there can be.
#[test]
fn thousands_of_lines_make_a_site() {
    let skills = (0..1999).map(|n| format!("- {{name: s{n}, aliases: [a{n}]}}\n"));
    let skills: String = skills.collect();
    let lines = (0..2000).map(|n| format!("  - line {n}: s{n}, a{n} and s{}\n", n % 1999));
    let lines: String = lines.map(|line| line.replacen(": ", " ", 1)).collect();
    let text = format!("basics: {{name: A}}\nskills:\n{skills}work:\n- highlights:\n{lines}");
    assert_eq!(build(&text), (true, String::new()));
}

#[test]
fn skills_that_are_all_shown_by_every_line_make_none() {
    let chain = (0..1999).map(|n| format!("- {{name: s{n}, keywords: [s{}]}}\n", n + 1));
    let chain: String = chain.collect();
    let lines = "  - s1999\n".repeat(3000);
    let text = format!("basics: {{name: A}}\nskills:\n{chain}work:\n- highlights:\n{lines}");
    let why = "error: index.html: the lines show more than 1000000 skills, each counted for each \
               line: name fewer for them, or have fewer skills be keywords of others\n";
    assert_eq!(build(&text), (false, why.to_owned()));
}
