//! The JSON Schema of a résumé file, by which editors complete and explain
//! its keys (<https://json-schema.org/draft-07>).
//!
//! Never reads a résumé: `source` does, and says more of what is wrong.

mod entries;
mod forms;
mod keys;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use self::keys::{Key, Kind};
use crate::words::{self, Language};

/// The file's name, in the repository and in the site.
pub const FILE: &str = "resume.schema.json";

/// The schema, as the text of its file.
#[must_use]
pub fn text() -> String {
    let own = Kind::List(&Kind::Entry(entries::OWN));
    let line = [kind(Kind::Text, true), mapping(&[keys::LINE], true)];
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A résumé",
        "description": "JSON Resume 1.0.0 in YAML or JSON, with a few additions.",
        "type": "object",
        "properties": properties(&[keys::RESUME], takes_marks),
        "required": ["basics"],
        // A section of one's own is a list of entries.
        "additionalProperties": kind(own, true),
        "definitions": { "line": { "anyOf": line } },
    });
    format!("{schema:#}\n")
}

/// Whether mappings within a key of the file can be private: neither the look
/// nor the order of things can.
fn takes_marks(key: &Key) -> bool {
    !["meta", "private", "sections", "theme", "variants", "words"].contains(&key.name)
}

/// The schema of a value. With `marks`, mappings in it can be private.
fn kind(kind: Kind, marks: bool) -> Value {
    match kind {
        Kind::Text => json!({ "type": ["string", "number", "boolean", "null"] }),
        Kind::Name => json!({ "type": ["string", "number", "boolean"], "pattern": r"\S" }),
        // A year can be a number.
        Kind::Form(form) => json!({ "type": ["string", "integer", "null"], "pattern": form }),
        Kind::Switch => json!({ "type": ["boolean", "null"] }),
        Kind::Choice(names) => json!({ "enum": names() }),
        Kind::List(item) => {
            json!({ "type": ["array", "null"], "items": self::kind(*item, marks) })
        }
        Kind::Mapping(keys) => mapping(&[keys], marks),
        Kind::Entry(keys) => mapping(&[keys, entries::COMMON], marks),
        Kind::Named(form, value) => json!({
            "type": ["object", "null"],
            "patternProperties": { form: self::kind(*value, marks) },
            "additionalProperties": false,
        }),
        Kind::Either(one, other) => {
            json!({ "anyOf": [self::kind(*one, marks), self::kind(*other, marks)] })
        }
        Kind::Line => json!({ "$ref": "#/definitions/line" }),
        Kind::Words => json!({
            "type": ["object", "null"],
            "properties": words(),
            "additionalProperties": false,
        }),
        Kind::Anything => json!({}),
    }
}

/// All words, each with what English says.
fn words() -> Map<String, Value> {
    let english = Language::default().words;
    let words = words::ALL.iter().map(|(word, key, form, _)| {
        let text = json!({ "type": ["string", "null"] });
        let mut schema = match form {
            words::Kind::Text => text,
            words::Kind::Months => json!({
                "type": ["array", "null"],
                "items": { "type": "string" },
                "minItems": 12,
                "maxItems": 12,
            }),
            words::Kind::Plural => json!({
                "type": ["string", "object", "null"],
                "additionalProperties": text,
            }),
        };
        schema["description"] = english.forms(*word).join(" / ").into();
        ((*key).to_owned(), schema)
    });
    words.collect()
}

fn mapping(keys: &[&[Key]], marks: bool) -> Value {
    let mut properties = properties(keys, |_| marks);
    if marks {
        let about = "Not for the world: the site is made without all that stands here.";
        let mark = json!({ "description": about, "type": "boolean" });
        properties.insert("private".to_owned(), mark);
    }
    let names = keys.iter().copied().flatten();
    let required = names.filter(|key| matches!(key.kind, Kind::Name));
    let required: Vec<&str> = required.map(|key| key.name).collect();
    let mut mapping = json!({
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        mapping["required"] = required.into();
    }
    mapping
}

/// The schema of each key, with what it is for.
fn properties(keys: &[&[Key]], marks: impl Fn(&Key) -> bool) -> Map<String, Value> {
    let keys = keys.iter().copied().flatten();
    let schemas = keys.map(|key| {
        let mut schema = kind(key.kind, marks(key));
        schema["description"] = key.about.into();
        (key.name.to_owned(), schema)
    });
    schemas.collect()
}
