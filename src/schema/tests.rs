//! The table against the reader: each knows the keys that the other knows.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use super::entries::{COMMON, OWN};
use super::keys::{self, Key, Kind};
use super::{FILE, takes_marks, text};
use crate::source::{self, Audience, Report};
use crate::words::ALL;

/// A key that is like no other, so that all that are known are listed.
const NO_KEY: &str = "zzzzzzzzzzzz";

/// What the reader says of a file.
fn report(file: &Value) -> Report {
    match source::parse(Path::new("r.json"), &file.to_string(), Audience::World) {
        Ok(source) => source.report,
        Err(report) => report,
    }
}

/// The keys that the reader knows of a mapping in which `NO_KEY` stands.
fn known(file: &Value) -> Vec<String> {
    let report = report(file);
    let message =
        format!("unknown key `{NO_KEY}`, which the page does not show; `NAME.json` may have it");
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
/// its place in a file, `marks` tells of each key whether `private: true` has
/// a meaning within.
fn compare(keys: &[&[Key]], marks: &dyn Fn(&Key) -> bool, file: &dyn Fn(Value) -> Value) {
    compare_names(keys, file);
    for key in keys.iter().copied().flatten() {
        let file = |value| file(with(keys, key.name, value));
        within(key.kind, marks(key), &file);
    }
}

fn compare_names(keys: &[&[Key]], file: &dyn Fn(Value) -> Value) {
    let mut names: Vec<_> = (keys.iter().copied().flatten())
        .map(|key| key.name.to_owned())
        .collect();
    names.sort();
    assert_eq!(names, known(&file(with(keys, NO_KEY, "x".into()))));
}

/// Compares whether a mapping can be private.
fn compare_marks(keys: &[&[Key]], marks: bool, file: &dyn Fn(Value) -> Value) {
    let file = file(with(keys, "private", false.into()));
    let report = report(&file);
    let is_known = !(report.problems().iter()).any(|each| each.message.contains("`private`"));
    assert_eq!(marks, is_known, "{file}: {report}");
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

fn within(kind: Kind, marks: bool, file: &dyn Fn(Value) -> Value) {
    let mapping = |keys: &[&[Key]]| {
        compare_marks(keys, marks, file);
        compare(keys, &|_| marks, file);
    };
    match kind {
        Kind::Mapping(keys) => mapping(&[keys]),
        Kind::Entry(keys) => mapping(&[keys, COMMON]),
        Kind::List(item) => within(*item, marks, &|value| file(json!([value]))),
        Kind::Words => {
            let mut names: Vec<_> = ALL.iter().map(|(_, key, ..)| (*key).to_owned()).collect();
            names.sort();
            assert_eq!(names, known(&file(json!({ NO_KEY: "x" }))));
        }
        // What is within a variant is read in place of what is elsewhere.
        Kind::Named(_, Kind::Mapping(keys)) => {
            let file = |value| file(json!({ "a": value }));
            compare_names(&[keys], &file);
            compare_marks(&[keys], marks, &file);
        }
        Kind::Either(one, other) => {
            within(*one, marks, file);
            within(*other, marks, file);
        }
        _ => {}
    }
}

#[test]
fn the_reader_knows_these_keys_and_no_others() {
    compare(&[keys::RESUME], &takes_marks, &|mut file| {
        if file.get("basics").is_none() {
            file["basics"] = json!({ "name": "A" });
        }
        file
    });
    let file = |key: &str, value| json!({ "basics": { "name": "A" }, "sections": ["work", "talks"], key: [value] });
    within(Kind::Entry(OWN), true, &|entry| file("talks", entry));
    within(Kind::Mapping(keys::LINE), true, &|line| {
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
