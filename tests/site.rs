//! The finished document, made from a stand-in for the compiled app.
//!
//! Never what a browser makes of it.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "common/commands.rs"]
mod commands;
#[path = "common/everything.rs"]
mod everything;
#[path = "site/head.rs"]
mod head;
#[path = "site/hosts.rs"]
mod hosts;
#[path = "site/offline.rs"]
mod offline;
#[path = "site/variants.rs"]
mod variants;
#[path = "site/withheld.rs"]
mod withheld;

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resume::site::{self, App};
use resume::source::{self, Audience};
use sha2::{Digest, Sha256};

/// The style of the stand-in.
const STYLE: &str = "@layer tokens{:root{--accent:red}}";

/// How what the styles say begins, and what the name adds to it, for the foot
/// of printed pages.
const SAID: [&str; 2] = [":root{--say-career:", r#"--say-left:"A";"#];

/// The document of a résumé.
fn document(yaml: &str) -> String {
    let editions = source::parse(Path::new("resume.yaml"), yaml, Audience::World)
        .unwrap()
        .editions;
    let files = site::files(&editions, &app()).unwrap();
    let document = files
        .into_iter()
        .find(|file| file.path == Path::new("index.html"));
    String::from_utf8(document.unwrap().bytes).unwrap()
}

/// A stand-in for the compiled app.
fn compiled() -> tempfile::TempDir {
    let app = tempfile::tempdir().unwrap();
    fs::create_dir(app.path().join("icons")).unwrap();
    let shell = r#"<html lang="en"><head><link rel="stylesheet" href="style.css"></head><body></body></html>"#;
    for (name, text) in [
        ("index.html", shell),
        ("style.css", STYLE),
        ("app.js", ""),
        ("app_bg.wasm", ""),
        ("icons/one.svg", ""),
    ] {
        fs::write(app.path().join(name), text).unwrap();
    }
    app
}

fn app() -> App {
    App::read(Some(compiled().path())).unwrap()
}

/// Compares what a theme adds to the styles, which the policy has to allow.
#[track_caller]
fn check(theme: &str, added: &str) {
    let document = document(&format!("basics: {{name: A}}\ntheme: {theme}\n"));
    let (_, rest) = document.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let [start, name] = SAID;
    assert!(
        style.starts_with(&format!("{STYLE}{added}{start}")),
        "{style}"
    );
    assert!(style.contains(name), "{style}");
    let hash = STANDARD.encode(Sha256::digest(style));
    assert!(document.contains(&format!("style-src 'sha256-{hash}'")));
}

#[test]
fn a_theme_adds_tokens_to_the_style() {
    check(
        r##"{accent: {light: "#036", dark: "#9CF"}}"##,
        "@layer tokens{:root{--accent:light-dark(#003366,#99ccff);}}",
    );
    check(
        "{typeface: mono}",
        "@layer tokens{:root{--face:var(--mono);--measure:40em;}}",
    );
    check(
        r##"{typeface: serif, accent: {dark: "#9cf", light: "#036"}}"##,
        "@layer tokens{:root{--accent:light-dark(#003366,#99ccff);\
         --face:Charter,Cambria,Caladea,\"Source Serif 4\",\"Noto Serif\",serif;}}",
    );
}

#[test]
fn without_a_theme_nothing_is_added() {
    check("", "");
    check("{}", "");
    check("{typeface: sans}", "");
}
