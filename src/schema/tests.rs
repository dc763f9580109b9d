//! The table against the reader: each knows the keys that the other knows.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use super::entries::{COMMON, OWN};
use super::keys::{self, Key, Kind};
use super::{FILE, text};
use crate::source::{self, Audience};

/// A key that is like no other, so that all that are known are listed.
const NO_KEY: &str = "zzzzzzzzzzzz";

/// The keys that the reader knows of a mapping in which `NO_KEY` stands.
fn known(file: &Value) -> Vec<String> {
    let report = match source::parse(Path::new("r.json"), &file.to_string(), Audience::World) {
        Ok(source) => source.report,
        Err(report) => report,
    };
    let message = format!("unknown key `{NO_KEY}`");
    let problem = (report.problems().iter()).find(|problem| problem.message == message);
    let problem = problem.unwrap_or_else(|| panic!("the reader passes over {file}: {report}"));
    let help = problem.help.as_deref().unwrap_or_default();
    let names = help
        .strip_prefix("known here: ")
        .expect("it lists what it knows");
    let mut names: Vec<String> = names.split(", ").map(str::to_owned).collect();
    names.sort();
    names
}

/// Compares the keys of a mapping and of all within it; `file` puts one in
/// its place in a file.
fn compare(keys: &[&[Key]], file: &dyn Fn(Value) -> Value) {
    compare_names(keys, file);
    for key in keys.iter().copied().flatten() {
        within(key.kind, &|value| file(with(keys, key.name, value)));
    }
}

fn compare_names(keys: &[&[Key]], file: &dyn Fn(Value) -> Value) {
    let mut names: Vec<_> = (keys.iter().copied().flatten())
        .map(|key| key.name.to_owned())
        .collect();
    names.sort();
    assert_eq!(names, known(&file(with(keys, NO_KEY, "x".into()))));
}

/// A mapping with a value, and what it needs to be taken for one of its kind.
fn with(keys: &[&[Key]], name: &str, value: Value) -> Value {
    let mut mapping = json!({ name: value });
    for needed in ["text", "name"] {
        let mut keys = keys.iter().copied().flatten();
        if needed != name && keys.any(|key| key.name == needed) {
            mapping[needed] = "A".into();
        }
    }
    mapping
}

fn within(kind: Kind, file: &dyn Fn(Value) -> Value) {
    match kind {
        Kind::Mapping(keys) => compare(&[keys], file),
        Kind::Entry(keys) => compare(&[keys, COMMON], file),
        Kind::List(item) => within(*item, &|value| file(json!([value]))),
        // What is within a variant is read in place of what is elsewhere.
        Kind::Named(_, Kind::Mapping(keys)) => {
            compare_names(&[keys], &|value| file(json!({ "a": value })));
        }
        Kind::Either(one, other) => {
            within(*one, file);
            within(*other, file);
        }
        _ => {}
    }
}

#[test]
fn the_reader_knows_these_keys_and_no_others() {
    compare(&[keys::RESUME], &|mut file| {
        if file.get("basics").is_none() {
            file["basics"] = json!({ "name": "A" });
        }
        file
    });
    let file = |key: &str, value| json!({ "basics": { "name": "A" }, "sections": ["work", "talks"], key: [value] });
    compare(&[OWN, COMMON], &|entry| file("talks", entry));
    compare(&[keys::LINE], &|line| {
        file("work", json!({ "name": "A", "highlights": [line] }))
    });
}

/// With `UPDATE_EXPECTED=1` it is written anew, as by `resume schema`.
#[test]
fn the_file_is_that_of_this_table() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, text()).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == text(),
        "write it with `cargo run --bin resume schema`"
    );
}
