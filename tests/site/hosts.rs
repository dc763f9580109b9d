//! What hosts are told to run, and what the site says to them: how long to
//! keep files, and files packed.
//!
//! Never asks a host, and compiles nothing: xtask's tests see that the errands
//! are there.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use resume::site::{self, App};
use resume::source::{self, Audience};
use url::Url;

use crate::commands::{Host, hosts};
use crate::{app, compiled};

const RESUME: &str = "basics: {name: A, label: B}\nvariants: {short: {label: C}}";

#[test]
fn just_what_is_named_by_its_content_is_kept_for_ever() {
    let editions = source::parse(Path::new("r.yaml"), RESUME, Audience::World).unwrap();
    let files = site::files(&editions.editions, &app()).unwrap();
    let names: Vec<String> = (files.iter())
        .map(|file| file.path.display().to_string())
        .collect();
    assert!(names.is_sorted());
    let headers = files.iter().find(|file| file.path == Path::new("_headers"));
    let headers = String::from_utf8(headers.unwrap().bytes.clone()).unwrap();
    let mut rules = headers.split("\n/");
    let of_all = "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
        Content-Security-Policy: frame-ancestors 'none'";
    assert_eq!(rules.next(), Some(of_all));
    let rules: Vec<&str> = rules.collect();
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
    site::build(&editions.editions, &app(), &dir, true).unwrap();
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

#[test]
fn only_a_site_is_replaced() {
    let editions = |yaml| {
        let source = source::parse(Path::new("r.yaml"), yaml, Audience::World);
        source.unwrap().editions
    };
    let app = App::read(Some(with_public().path())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("site");
    let build = |yaml, packed| site::build(&editions(yaml), &app, &dir, packed);
    // Whatever a site of ours had, also before the owner had another name.
    for packed in [true, false] {
        build(RESUME, packed).unwrap();
        build("basics: {name: B}", packed).unwrap();
    }
    for strange in [
        "CNAME",
        ".git/HEAD",
        ".env",
        "mine/photo",
        "mine/notes.txt",
        "photo.jpg",
        "about.html",
        "main.rs.gz",
    ] {
        let path = dir.join(strange);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "mine").unwrap();
        let error = build(RESUME, false).unwrap_err().to_string();
        assert!(error.contains(&format!("such as `{strange}`")), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"mine");
        fs::remove_file(&path).unwrap();
    }
    // Which a system leaves wherever somebody looks.
    fs::write(dir.join(".DS_Store"), "").unwrap();
    build(RESUME, false).unwrap();
    // Nor is another page with another module a site of ours.
    fs::remove_dir_all(&dir).unwrap();
    fs::create_dir(&dir).unwrap();
    for name in ["index.html", "g.wasm", "src.txt"] {
        fs::write(dir.join(name), "mine").unwrap();
    }
    build(RESUME, false).unwrap_err();
    assert_eq!(fs::read(dir.join("src.txt")).unwrap(), b"mine");
}

#[test]
fn only_an_app_is_replaced_by_an_app() {
    let (app, folder) = (compiled(), tempfile::tempdir().unwrap());
    let at = folder.path().join("compiled");
    fs::write(app.path().join("CNAME"), "a.example").unwrap();
    site::keep(app.path(), &at).unwrap();
    // Once it was public.
    fs::remove_file(app.path().join("CNAME")).unwrap();
    site::keep(app.path(), &at).unwrap();
    assert!(!at.join("CNAME").exists());
    fs::create_dir(at.join(".git")).unwrap();
    site::keep(app.path(), &at).unwrap_err();
    fs::remove_dir(at.join(".git")).unwrap();
    fs::remove_file(at.join("app.js")).unwrap();
    site::keep(app.path(), &at).unwrap_err();
    assert!(at.join("index.html").is_file());
}

/// Where the site would be: a project's page, in a folder of its owner's.
const URL: &str = "https://zoe.example/resume";

/// In place of cargo: what `cargo xtask` comes to once the app is compiled.
const CARGO: &str = r#"#!/bin/sh
case "$*" in
    "xtask check") exec "$PROGRAM" check ;;
    "xtask build --dist "*) exec "$PROGRAM" build --app "$APP" --out "$4" ;;
    *) exit 2 ;;
esac
"#;

/// A stand-in for the compiled app, with the files that are served as they
/// are.
pub fn with_public() -> tempfile::TempDir {
    let app = compiled();
    for file in fs::read_dir("public").unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, app.path().join(file.file_name().unwrap())).unwrap();
    }
    app
}

#[cfg(unix)]
#[test]
fn the_steps_run_in_a_clean_folder() {
    use std::os::unix::fs::PermissionsExt;

    let (app, tools) = (with_public(), tempfile::tempdir().unwrap());
    let cargo = tools.path().join("cargo");
    fs::write(&cargo, CARGO).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", tools.path().display());
    for Host {
        name,
        commands,
        folder,
    } in hosts(Path::new("."))
    {
        let clean = tempfile::tempdir().unwrap();
        fs::copy("resume.yaml", clean.path().join("resume.yaml")).unwrap();
        for command in commands {
            let mut shell = Command::new("bash");
            shell.args(["-e", "-o", "pipefail", "-c", &command]);
            shell
                .current_dir(clean.path())
                .env_clear()
                .env("PATH", &path);
            shell.env("PROGRAM", env!("CARGO_BIN_EXE_resume"));
            shell.env("APP", app.path());
            // The workflow has the first from GitHub, Netlify's commands the others.
            for variable in ["RESUME_URL", "URL", "DEPLOY_PRIME_URL"] {
                shell.env(variable, URL);
            }
            let output = shell.output().unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}: {command}: {errors}");
        }
        let site = clean.path().join(&folder);
        let page = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(page.contains(&format!(r#"<link rel="canonical" href="{URL}/">"#)));
        assert!(site.join("_headers").is_file(), "{name}");
    }
}

#[test]
fn every_file_that_the_page_names_is_in_its_folder() {
    let editions = source::parse(Path::new("r.yaml"), RESUME, Audience::World).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let app = App::read(Some(with_public().path())).unwrap();
    site::build(&editions.editions, &app, &site, false).unwrap();
    let root = Url::parse("https://zoe.example/resume/").unwrap();
    for page in ["", "short/"] {
        let here = root.join(page).unwrap();
        let html = fs::read_to_string(site.join(page).join("index.html")).unwrap();
        let manifest = fs::read_to_string(site.join("site.webmanifest")).unwrap();
        let icons = references(&manifest, "\"src\": ").map(|icon| (root.clone(), icon));
        let all = ["href=", "src="].into_iter();
        let all = all.flat_map(|key| references(&html, key));
        let mut seen = 0;
        for (from, reference) in all.map(|each| (here.clone(), each)).chain(icons) {
            // Those of other hosts, and of mail.
            if Url::parse(reference).is_ok() {
                continue;
            }
            let file = from.join(reference).unwrap();
            let file = file.path().strip_prefix("/resume/");
            let file = file.unwrap_or_else(|| panic!("{page}: {reference} is outside"));
            let mut file = site.join(file);
            if file.is_dir() {
                file.push("index.html");
            }
            assert!(file.is_file(), "{page}: {reference} is missing");
            seen += 1;
        }
        assert!(seen > 12, "{page}: {seen}");
    }
}

/// What stands after a key, in quotes or without.
pub fn references<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(key)
        .skip(1)
        .map(|rest| match rest.strip_prefix('"') {
            Some(rest) => rest.split('"').next().unwrap(),
            None => rest.split([' ', '>']).next().unwrap(),
        })
}
