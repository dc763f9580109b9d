//! JSON Resume: valid by the published schema, with every word of the file,
//! and read back as the same résumé.
//!
//! Never tests what the schema says.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use resume::export::json_resume;
use resume::import;
use resume::model::{Edition, Resume};
use resume::source::{self, Audience, Severity};
use serde_json::{Value, json};

use crate::everything::{everything, parts};
use crate::reference;

/// The whole of a file, whatever it is called.
pub fn whole(text: &str) -> Edition {
    let source = source::parse(Path::new("r"), text, Audience::World);
    let mut source = source.unwrap_or_else(|report| panic!("{report}\n{text}"));
    source.editions.remove(0)
}

/// What a file is read as, and the warnings on it.
pub fn read(text: &str) -> (Resume, Vec<String>) {
    let source = source::parse(Path::new("r.json"), text, Audience::World);
    let mut source = source.unwrap_or_else(|report| panic!("{report}\n{text}"));
    let warnings = source.report.problems().iter();
    let warnings = warnings
        .filter(|problem| problem.severity == Severity::Warning)
        .map(|problem| problem.message.clone())
        .collect();
    (source.editions.remove(0).resume, warnings)
}

/// The form of a file, which has to come back as the same.
#[track_caller]
pub fn round(text: &str) -> String {
    let edition = whole(text);
    let written = json_resume(&edition.json);
    assert_eq!(read(&written).0, edition.resume, "{written}");
    let import = import::read(Path::new("r.json"), written.as_bytes()).unwrap();
    assert_eq!(read(&import.yaml).0, edition.resume, "{}", import.yaml);
    assert_eq!(written, json_resume(&edition.json));
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let again = json_resume(&whole(&written).json);
    assert_eq!(value(&written), value(&again), "but for their order");
    let leaves = leaves(&value(&written));
    for leaf in self::leaves(&edition.json) {
        // An address is made whole.
        let whole = format!("https://{leaf}");
        let found = leaves.contains(&leaf) || leaves.contains(&whole);
        assert!(found, "{leaf:?} is not in {written}");
    }
    written
}

/// All texts, with single spaces, but for those that only tell texts apart.
fn leaves(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            let words: Vec<&str> = text.split_ascii_whitespace().collect();
            let words = words.join(" ");
            (!words.is_empty()).then_some(words).into_iter().collect()
        }
        Value::Array(items) => items.iter().flat_map(leaves).collect(),
        Value::Object(pairs) => pairs
            .iter()
            .filter(|(key, _)| !["$schema", "of"].contains(&key.as_str()))
            .flat_map(|(_, value)| leaves(value))
            .collect(),
        _ => Vec::new(),
    }
}

const FILES: [&str; 5] = [
    "resume.yaml",
    "tests/valid/resume.yaml",
    "tests/valid/theme.yaml",
    "tests/valid/views.yaml",
    "tests/valid/kept.json",
];

pub fn files() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = FILES.map(|file| fs::read_to_string(root.join(file)).unwrap());
    files
        .into_iter()
        .chain([everything().to_string()])
        .collect()
}

#[test]
fn files_come_back_as_the_same() {
    for file in files() {
        round(&file);
    }
}

#[test]
fn variants_come_back_as_the_same() {
    let file = include_str!("../valid/views.yaml");
    let source = source::parse(Path::new("r"), file, Audience::World).unwrap();
    assert_eq!(source.editions.len(), 3);
    for edition in source.editions {
        let (resume, warnings) = read(&json_resume(&edition.json));
        assert_eq!((resume, warnings), (edition.resume, Vec::new()));
    }
}

/// The reference is the validator that comes with the schema.
#[test]
fn the_published_schema_holds() {
    let package = reference::npm("@jsonresume/schema");
    let script = "
        const { validate } = require(process.argv[1]);
        validate(JSON.parse(require('fs').readFileSync(0)), (errors) => {
            if (errors) throw errors.join('; ');
        });";
    let arguments = ["-e", script, package.to_str().unwrap()];
    for text in files() {
        reference::ask("node", &arguments, round(&text).as_bytes());
    }
}

#[test]
fn what_the_schema_has_no_place_for_is_kept_apart() {
    let file = r#"
basics: {name: A, phone: "1", profiles: [{network: N, note: B}, {network: M}]}
sections: [{id: work, title: Jobs}, {id: talks, title: Talks}]
work:
  - id: one
    name: One
    endDate: Present
    url: example.org/ä
    summary: {text: Sum of it, skills: [Rust]}
    highlights:
      - Plain
      - text: A *marked* line that goes on and on
        skills: [Hive]
        highlights: [Below, {text: Below too, highlights: [Deep]}]
  - name: Two
skills: [{name: Rust, keywords: [{name: Hive, aliases: [hive ql]}, Presto]}]
talks: [{name: Talk}]
theme: {typeface: serif}
"#;
    let written: Value = serde_json::from_str(&round(file)).unwrap();
    let mut written = written.as_object().unwrap().clone();
    let meta = written.remove("meta").unwrap();
    written.remove("$schema");
    assert_eq!(
        Value::from(written),
        json!({
            "basics": {"name": "A", "phone": "1", "profiles": [{"network": "N"}, {"network": "M"}]},
            "work": [
                {
                    "name": "One",
                    "url": "https://example.org/%C3%A4",
                    "summary": "Sum of it",
                    "highlights": [
                        "Plain",
                        "A *marked* line that goes on and on",
                        "Below",
                        "Below too",
                        "Deep",
                    ],
                },
                {"name": "Two"},
            ],
            "skills": [{"name": "Rust", "keywords": ["Hive", "Presto"]}],
        })
    );
    assert_eq!(
        meta,
        json!({
            "version": "v1.0.0",
            "resume": {
                "basics": {"profiles": [{"of": "N", "note": "B"}, {"of": "M"}]},
                "sections": [{"id": "work", "title": "Jobs"}, {"id": "talks", "title": "Talks"}],
                "work": [
                    {
                        "of": "One",
                        "id": "one",
                        "endDate": "Present",
                        "url": {
                            "of": "https://example.org/%C3%A4",
                            "text": "https://example.org/ä",
                        },
                        "summary": {"of": "Sum of it", "skills": ["Rust"]},
                        "highlights": [
                            {"of": "Plain"},
                            {"of": "A *marked* line that goes", "skills": ["Hive"]},
                            {"of": "Below", "depth": 1},
                            {"of": "Below too", "depth": 1},
                            {"of": "Deep", "depth": 2},
                        ],
                    },
                    {"of": "Two"},
                ],
                "skills": [{"of": "Rust", "keywords": [
                    {"of": "Hive", "aliases": ["hive ql"]}, {"of": "Presto"},
                ]}],
                "talks": [{"name": "Talk"}],
                "theme": {"typeface": "serif"},
            },
        })
    );
}

#[test]
fn nothing_private_is_in_it_and_no_variant() {
    let file = "
basics: {name: A, phone: secret}
private: [basics.phone]
work: [{name: B, highlights: [Public, {text: hidden, private: true}]}]
variants: {short: {label: other}}
";
    let written = json_resume(&whole(file).json);
    for word in ["secret", "private", "hidden", "variants", "other"] {
        assert!(!written.contains(word), "{word} is in {written}");
    }
}

/// A résumé of some of the parts, with other texts.
pub fn some() -> impl Strategy<Value = Value> {
    let parts = parts(&everything());
    let texts = prop::collection::vec("[ -~\n]{0,24}|[*_`\\[\\]é李 ]{0,9}", 0..8);
    (
        prop::collection::vec(prop::sample::select(parts), 0..24),
        prop::collection::vec((any::<prop::sample::Index>(), texts), 0..8),
    )
        .prop_map(|(gone, highlights)| {
            let mut resume = everything();
            let gone: Vec<String> = gone.into_iter().map(|(path, _)| path).collect();
            let needed = |path: &&String| !["basics", "basics.name"].contains(&path.as_str());
            resume["private"] = gone.iter().filter(needed).cloned().collect();
            let keys = ["work", "education", "interests", "talks", "projects"];
            for (key, texts) in highlights {
                let entry = &mut resume[*key.get(&keys)][0];
                let lines: Vec<Value> = (texts.iter().enumerate())
                    .map(|(number, text)| match number % 3 {
                        0 => json!(text),
                        1 => json!({"text": format!("x{text}"), "highlights": texts}),
                        _ => json!({"text": format!("{text}x"), "skills": []}),
                    })
                    .collect();
                entry["highlights"] = lines.into();
            }
            resume
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_resume_comes_back_as_the_same(resume in some()) {
        let text = resume.to_string();
        // Links that are none are mistakes, not résumés.
        if source::parse(Path::new("r"), &text, Audience::World).is_ok() {
            round(&text);
        }
    }
}
