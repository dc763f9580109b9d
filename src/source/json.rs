//! JSON (RFC 8259) as a tree.
//!
//! Never repairs anything.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::problem::Problem;
use super::tree::{Node, Value, check_depth};

/// Reads a whole text.
pub fn parse(text: &str) -> Result<Node, Problem> {
    let raw = serde_json::from_str(text).map_err(|error| at_error(text, &error))?;
    node(text, raw, 0)
}

/// Reads a value that is JSON already, one level at a time: what it holds
/// stays a part of the text, and so keeps its place.
fn node(text: &str, raw: &RawValue, depth: usize) -> Result<Node, Problem> {
    let written = raw.get();
    let span = place(text, written);
    check_depth(depth, &span)?;
    let faulty = |error: &serde_json::Error| Problem::error(span.clone(), refusal(error));
    let value = match written.as_bytes().first() {
        Some(b'{') => {
            let pairs = serde_json::Deserializer::from_str(written)
                .deserialize_map(Pairs)
                .map_err(|error| faulty(&error))?;
            let pairs = pairs.into_iter().map(|(key, value)| {
                Ok((node(text, key, depth + 1)?, node(text, value, depth + 1)?))
            });
            Value::map(pairs.collect::<Result<_, Problem>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> =
                serde_json::from_str(written).map_err(|error| faulty(&error))?;
            let items = items.into_iter().map(|item| node(text, item, depth + 1));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        Some(b'"') => match serde_json::from_str(written) {
            Ok(words) => Value::text(words, &span),
            Err(error) => Value::Faulty(faulty(&error)),
        },
        Some(b'n') => Value::Null,
        _ => Value::Text(written.to_owned()),
    };
    Ok(Node { span, value })
}

/// Where a part of the text begins and ends in it.
fn place(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// The members of an object, in the order of the file and with all doubles.
struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Vec<(&'de RawValue, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = members.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

fn at_error(text: &str, error: &serde_json::Error) -> Problem {
    // Lines count from 1; columns count bytes, up to the one at fault.
    let before: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = before + error.column().saturating_sub(1);
    let at = (0..=at.min(text.trim_end().len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default();
    Problem::error(at..at, refusal(error))
}

fn refusal(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "this is not JSON: it ends too soon".to_owned();
    }
    let words = error.to_string();
    // The place follows, which the report tells in its own way.
    let words = words.split(" at line ").next().unwrap_or_default();
    format!("this is not JSON: {words}")
}
