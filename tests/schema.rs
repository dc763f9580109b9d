//! The JSON Schema of résumé files, as an editor's validator and an editor's
//! reader of YAML understand it.
//!
//! `cargo xtask test` brings both. Never which keys there are: `src/schema`
//! compares them with the reader's.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[allow(dead_code, reason = "the tests of the exports need more of it")]
#[path = "export/reference.rs"]
mod reference;

use std::fs;
use std::path::Path;

use resume::source::{self, Audience, Severity};
use serde_json::{Value, json};

/// Where each of some files, as text, is not what the schema says; each
/// place once.
fn complaints(files: &[String]) -> Vec<Vec<String>> {
    let script = "
        const [validator, yaml] = process.argv.slice(1);
        const { schema, files } = JSON.parse(require('fs').readFileSync(0));
        const { validate } = require(validator);
        const places = (text) => validate(require(yaml).parse(text), schema).errors
            .map((error) => error.stack.replace(/ .*/s, ''));
        console.log(JSON.stringify(files.map((text) => [...new Set(places(text))])));";
    let [validator, yaml] = ["jsonschema", "yaml"].map(reference::npm);
    let arguments = [
        "-e",
        script,
        validator.to_str().unwrap(),
        yaml.to_str().unwrap(),
    ];
    let schema: Value = serde_json::from_str(&resume::schema::text()).unwrap();
    let input = json!({ "schema": schema, "files": files }).to_string();
    serde_json::from_str(&reference::ask("node", &arguments, input.as_bytes())).unwrap()
}

#[test]
fn what_the_reader_takes_is_valid() {
    let mut files = vec![Path::new("resume.yaml").to_owned()];
    let valid = fs::read_dir("tests/valid").unwrap();
    files.extend(valid.map(|entry| entry.unwrap().path()));
    let texts: Vec<_> = (files.iter())
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    for (file, complaints) in files.iter().zip(complaints(&texts)) {
        assert_eq!(complaints, [""; 0], "{}", file.display());
    }
}

/// Lines of a file, each wrong or odd by itself, with the place that is
/// complained of; none where the reader takes it.
const LINES: &[(&str, &str)] = &[
    ("theme: {accent: '#b3261e', typeface: mono}", ""),
    ("theme: {accent: {dark: '#9cf'}}", ""),
    ("theme: {accent: red}", "instance.theme.accent"),
    (
        "theme: {accent: {light: '#12345'}}",
        "instance.theme.accent",
    ),
    ("theme: {typeface: Helvetica}", "instance.theme.typeface"),
    ("theme: {font: mono}", "instance.theme"),
    ("theme: serif", "instance.theme"),
    ("work: [{name: 3, startDate: 2017, endDate: Present}]", ""),
    (
        "work: [{startDate: '2017-13'}]",
        "instance.work[0].startDate",
    ),
    ("work: [{endDate: someday}]", "instance.work[0].endDate"),
    ("work: [{startDate: 2017.5}]", "instance.work[0].startDate"),
    ("work: {name: A}", "instance.work"),
    ("work: [A]", "instance.work[0]"),
    ("work: [{naem: A}]", "instance.work[0]"),
    ("work: [{name: [A]}]", "instance.work[0].name"),
    ("work: [{name: A, url: 'http://a'}]", ""),
    (
        "work: [{name: A, url: example.org}]",
        "instance.work[0].url",
    ),
    ("work: [{url: 'javascript:a()'}]", "instance.work[0].url"),
    (
        "work: [{name: A, highlights: [a, {text: b, highlights: [c]}, ]}]",
        "",
    ),
    ("work: [{highlights: a}]", "instance.work[0].highlights"),
    (
        "work: [{highlights: [[a]]}]",
        "instance.work[0].highlights[0]",
    ),
    (
        "work: [{highlights: [{txt: a}]}]",
        "instance.work[0].highlights[0]",
    ),
    ("work: [{name: A, skills: }, ]", ""),
    ("work: [{skills: A}]", "instance.work[0].skills"),
    (
        "work: [{summary: {text: a, private: true}, private: false}]",
        "",
    ),
    (
        "work: [{name: A, private: sometimes}]",
        "instance.work[0].private",
    ),
    (
        "skills: [{name: A, keywords: [B, {name: C, aliases: [D]}]}]",
        "",
    ),
    (
        "skills: [{name: A, keywords: [{nmae: C}]}]",
        "instance.skills[0].keywords[0]",
    ),
    (
        "sections: [{id: talks, title: A}, work]\ntalks: [{title: A}]",
        "",
    ),
    ("sections: [[work]]", "instance.sections[0]"),
    ("talks: all of them", "instance.talks"),
    ("private: [work]\nwork: [{name: A}]", ""),
    ("private: basics.phone", "instance.private"),
    ("variants: {back-end: {label: A, omit: [basics.email]}}", ""),
    ("variants: {Back End: {label: A}}", "instance.variants"),
    ("variants: {a: {titel: A}}", "instance.variants.a"),
    ("url: https://example.org/cv/", ""),
    ("meta: {version: v1.0.0, any: [thing]}\n$schema: a", ""),
];

const BASICS: &[(&str, &str)] = &[
    (
        "basics: {name: A, label: , profiles: [{network: A}], location: {postalCode: 0123}}",
        "",
    ),
    ("basics: {name: 42, phone: 555, email: a@example.org}", ""),
    ("basics: {}", "instance.basics"),
    ("basics: {name: ''}", "instance.basics.name"),
    ("basics: {name: }", "instance.basics.name"),
    ("basics: A", "instance.basics"),
    ("work: []", "instance"),
    (
        "basics: {name: A, email: a at example.org}",
        "instance.basics.email",
    ),
    (
        "basics: {name: A, e-mail: a@example.org}",
        "instance.basics",
    ),
    (
        "basics: {name: A, location: Berlin}",
        "instance.basics.location",
    ),
    (
        "basics: {name: A, profiles: [{user: a}]}",
        "instance.basics.profiles[0]",
    ),
];

#[test]
fn what_is_wrong_is_complained_of() {
    let lines = LINES.iter().map(|(line, place)| {
        (
            format!("basics: {{name: A, email: a@b.c}}\n{line}\n"),
            *place,
        )
    });
    let basics = BASICS
        .iter()
        .map(|(line, place)| (format!("{line}\n"), *place));
    let (files, places): (Vec<String>, Vec<&str>) = lines.chain(basics).unzip();
    let mut wrong = Vec::new();
    for ((file, place), found) in files.iter().zip(places).zip(complaints(&files)) {
        let expected: Vec<&str> = [place]
            .into_iter()
            .filter(|place| !place.is_empty())
            .collect();
        if found != expected {
            wrong.push(format!("{file}expected {expected:?}, found {found:?}"));
        }
        // The reader is of the same mind, but for what a line mentions.
        let problems = match source::parse(Path::new("r.yaml"), file, Audience::World) {
            Ok(source) => source.report,
            Err(report) => report,
        };
        let told = problems.count(Severity::Error) + problems.count(Severity::Warning);
        let expects_skills = file.contains("skills: A");
        if (told > 0) == place.is_empty() && !expects_skills {
            wrong.push(format!("{file}the reader: {problems}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
