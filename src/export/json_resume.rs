//! JSON Resume 1.0.0 (<https://jsonresume.org/schema>), in the order of the
//! file. What the schema has no place for stands under `meta.resume`, from
//! where our own reading takes it back: see `source::kept`.
//!
//! Never loses a word, nor says one twice but to know it again.

use serde_json::{Map, Value, json};
use url::Url;

use super::schema::{self, Kind};
use crate::model::{NAMES, beginning};

/// A JSON object in the order it was made in.
type Object = Map<String, Value>;

/// What the schema has a place for, and what there is more.
type Halves = (Option<Value>, Option<Value>);

/// Writes a file's tree.
#[must_use]
pub fn json_resume(json: &Value) -> String {
    let none = Object::new();
    let file = json.as_object().unwrap_or(&none);
    let (mut plain, mut kept) = (Object::new(), Object::new());
    plain.insert("$schema".to_owned(), schema::URL.into());
    for (key, value) in file {
        if !["$schema", "meta"].contains(&key.as_str()) {
            put(
                key,
                halves(key, value, schema::RESUME),
                &mut plain,
                &mut kept,
            );
        }
    }
    let mut meta = file
        .get("meta")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    if !meta.contains_key("version") {
        meta.insert("version".to_owned(), "v1.0.0".into());
    }
    if !kept.is_empty() {
        meta.insert("resume".to_owned(), kept.into());
    }
    plain.insert("meta".to_owned(), meta.into());
    format!("{:#}\n", Value::Object(plain))
}

fn put(key: &str, (there, more): Halves, plain: &mut Object, kept: &mut Object) {
    plain.extend(there.map(|value| (key.to_owned(), value)));
    kept.extend(more.map(|value| (key.to_owned(), value)));
}

/// Parts the value of a key by what the schema has a place for.
fn halves(key: &str, value: &Value, known: &[(&str, Kind)]) -> Halves {
    let Some((_, kind)) = known.iter().find(|(name, _)| *name == key) else {
        return (None, Some(value.clone()).filter(|value| !value.is_null()));
    };
    match (kind, value) {
        (Kind::Mapping(known), Value::Object(pairs)) => {
            let (plain, kept) = mapping(pairs, known);
            (Some(plain.into()), some(kept))
        }
        (Kind::Entries(known), Value::Array(items)) => entries(items, known),
        (Kind::Lines, Value::Array(items)) => lines(items),
        (Kind::Texts, Value::Array(items)) => texts(items),
        (Kind::Text, Value::Object(_)) => text(value, "text"),
        (Kind::Text | Kind::Date | Kind::Address, Value::String(text)) if is_blank(text) => {
            (None, None)
        }
        (Kind::Address, Value::String(text)) => address(text),
        (Kind::Text, Value::String(_)) => (Some(value.clone()), None),
        (Kind::Date, Value::String(text)) if is_date(text.trim()) => {
            (Some(text.trim().into()), None)
        }
        (_, Value::Null) => (None, None),
        _ => (None, Some(value.clone())),
    }
}

fn mapping(pairs: &Object, known: &[(&str, Kind)]) -> (Object, Object) {
    let (mut plain, mut kept) = (Object::new(), Object::new());
    for (key, value) in pairs {
        put(key, halves(key, value, known), &mut plain, &mut kept);
    }
    (plain, kept)
}

fn entries(items: &[Value], known: &[(&str, Kind)]) -> Halves {
    let items = items.iter().filter_map(Value::as_object);
    let items = items.filter(|pairs| pairs.values().any(|value| !is_empty(value)));
    let mut all = Vec::new();
    for pairs in items {
        let (plain, kept) = mapping(pairs, known);
        let name = NAMES.iter().find_map(|key| name(plain.get(*key)?));
        all.push((Value::Object(plain), name.unwrap_or_default(), kept));
    }
    list(all)
}

/// Nested lines follow those they belong to.
fn lines(items: &[Value]) -> Halves {
    fn flatten(items: &[Value], depth: usize, all: &mut Vec<(Value, String, Object)>) {
        for item in items.iter().filter(|item| !is_empty(item)) {
            let (plain, kept) = text(item, "text");
            let (Some(plain), Value::Object(mut more)) = (plain, kept.unwrap_or_else(|| json!({})))
            else {
                continue;
            };
            let name = name(&plain).unwrap_or_default();
            let beneath = more.shift_remove("highlights");
            more.shift_remove("of");
            if depth > 0 {
                more.insert("depth".to_owned(), depth.into());
            }
            all.push((plain, name, more));
            if let Some(Value::Array(lines)) = beneath {
                flatten(&lines, depth + 1, all);
            }
        }
    }
    let mut all = Vec::new();
    flatten(items, 0, &mut all);
    list(all)
}

/// Texts, or mappings of a name and what goes with it.
fn texts(items: &[Value]) -> Halves {
    let items = items.iter().filter(|item| !is_empty(item));
    let all = items.filter_map(|item| {
        let (plain, kept) = text(item, "name");
        let mut more = match kept {
            Some(Value::Object(more)) => more,
            _ => Object::new(),
        };
        more.shift_remove("of");
        let plain = plain?;
        let name = name(&plain).unwrap_or_default();
        Some((plain, name, more))
    });
    list(all.collect())
}

/// Items, each with how it begins and what more there is to it. All are
/// named as soon as there is more to one, so that each is known again.
fn list(all: Vec<(Value, String, Object)>) -> Halves {
    let has_more = all.iter().any(|(_, _, more)| !more.is_empty());
    let mut kept = Vec::new();
    let mut plain = Vec::new();
    for (value, name, more) in all {
        let mut item = Object::new();
        item.insert("of".to_owned(), name.into());
        item.extend(more);
        kept.push(Value::Object(item));
        plain.push(value);
    }
    (Some(plain.into()), has_more.then(|| kept.into()))
}

/// A text, alone or under a key among others.
fn text(value: &Value, key: &str) -> Halves {
    let Value::Object(pairs) = value else {
        return (Some(value.clone()), None);
    };
    let Some(plain) = pairs.get(key).filter(|text| !is_empty(text)) else {
        return (None, Some(value.clone()));
    };
    let mut kept = Object::new();
    kept.insert("of".to_owned(), name(plain).unwrap_or_default().into());
    let more = pairs.iter().filter(|(name, _)| *name != key);
    kept.extend(more.map(|(key, value)| (key.clone(), value.clone())));
    let has_more = kept.len() > 1;
    (Some(plain.clone()), has_more.then(|| kept.into()))
}

/// An address without a scheme is taken for https, as it is when read.
fn address(text: &str) -> Halves {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let is_whole = ["http:", "https:", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme));
    let whole = if is_whole {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    // https://www.rfc-editor.org/rfc/rfc3986#section-2
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    match Url::parse(&whole) {
        Ok(url) if !whole.chars().all(allowed) => {
            let kept = json!({ "of": beginning(url.as_str()), "text": whole });
            (Some(url.as_str().into()), Some(kept))
        }
        _ => (Some(whole.into()), None),
    }
}

/// Whether the schema takes a text for a date.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is = |part: &str, length: usize, first: &str| {
        part.len() == length
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.starts_with(|c| first.contains(c))
    };
    let (year, rest) = (parts[0], &parts[1..]);
    is(year, 4, "12")
        && match rest {
            [] => true,
            [month] => is(month, 2, "01"),
            [month, day] => is(month, 2, "01") && is(day, 2, "0123"),
            _ => false,
        }
}

fn name(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !is_blank(text)).map(beginning)
}

fn some(kept: Object) -> Option<Value> {
    (!kept.is_empty()).then(|| kept.into())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether there is nothing but room for something.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => is_blank(text),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(pairs) => pairs.values().all(is_empty),
        _ => false,
    }
}
