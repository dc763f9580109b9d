//! The file as a tree in which every node knows its place, whether it was
//! written in YAML or in JSON.
//!
//! Scalars stay as written (`2017` is a text until a field wants a date).
//! Never knows what a résumé is.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::Value as Json;

use super::fields::Spanned;
use super::problem::{Problem, quote};
use super::{json, letters, yaml};

/// Deeper nesting than any résumé has; what goes beyond is refused before it
/// can exhaust the stack.
const MAX_DEPTH: usize = 64;

/// A value and the bytes of the file that it was read from.
#[derive(Debug, Clone)]
pub struct Node {
    pub span: Range<usize>,
    pub value: Value,
}

impl Node {
    /// Its text, trimmed; blank text counts as none.
    pub fn text(&self) -> Option<Spanned> {
        let Value::Text(text) = &self.value else {
            return None;
        };
        let text = text.trim();
        (!text.is_empty()).then(|| Spanned {
            text: text.to_owned(),
            span: self.span.clone(),
        })
    }

    /// The value of a key, if it is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Value::Map(pairs) = &self.value else {
            return None;
        };
        let pair = pairs.iter().find(|(name, _)| name.is_word(key));
        pair.map(|(_, node)| node)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Value::Map(pairs) = &mut self.value else {
            return None;
        };
        let pair = pairs.iter_mut().find(|(name, _)| name.is_word(key));
        pair.map(|(_, node)| node)
    }

    /// Takes a key and its value out.
    pub fn remove(&mut self, key: &str) -> Option<Self> {
        let Value::Map(pairs) = &mut self.value else {
            return None;
        };
        let at = pairs.iter().position(|(name, _)| name.is_word(key))?;
        Some(pairs.remove(at).1)
    }

    /// Gives a key another value, or a mapping another key.
    pub fn set(&mut self, key: &str, node: Self) {
        if let Some(there) = self.get_mut(key) {
            *there = node;
        } else if let Value::Map(pairs) = &mut self.value {
            let name = Self {
                span: node.span.clone(),
                value: Value::Text(key.to_owned()),
            };
            pairs.push((name, node));
        }
    }

    /// Its items, if it is a list.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The items of the list under a key, if there is one.
    pub fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// Whether it is a list, be it empty.
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// Whether it is this very text.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.value, Value::Text(text) if text == word)
    }

    /// The same as JSON, without what cannot be read.
    pub fn to_json(&self) -> Json {
        match &self.value {
            Value::Null | Value::Faulty(_) => Json::Null,
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => items.iter().map(Self::to_json).collect(),
            Value::Map(pairs) => (pairs.iter())
                .filter_map(|(key, node)| match &key.value {
                    Value::Text(key) => Some((key.clone(), node.to_json())),
                    _ => None,
                })
                .collect(),
        }
    }

    /// Whether there is nothing but room for something, as in a form that
    /// was never filled in.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(Self::is_blank),
            Value::Map(pairs) => pairs.iter().all(|(_, node)| node.is_blank()),
            Value::Faulty(_) => false,
        }
    }
}

#[derive(Debug, Clone)]
pub enum Value {
    /// `null`, `~`, or nothing at all.
    Null,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// What cannot be read, and why: told by whoever wants to read it.
    Faulty(Problem),
}

impl Value {
    /// A text, if it holds what text can hold.
    pub fn text(text: String, span: &Range<usize>) -> Self {
        match letters::problem(&text, span) {
            None => Self::Text(text),
            Some(problem) => Self::Faulty(problem),
        }
    }

    /// A mapping in which each key stands once.
    pub fn map(mut pairs: Vec<(Node, Node)>) -> Self {
        let mut seen = HashSet::new();
        for (key, _) in &mut pairs {
            let Value::Text(name) = &key.value else {
                continue;
            };
            if seen.insert(name.clone()) {
                continue;
            }
            let message = format!("the key {} stands here twice", quote(name));
            let problem = Problem::error(key.span.clone(), message);
            key.value = Value::Faulty(problem.help("keep one of the two"));
        }
        Self::Map(pairs)
    }

    /// What a person would call it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null | Self::Faulty(_) => "nothing",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Reads the one document of a file.
pub fn parse(text: &str) -> Result<Node, Problem> {
    // Not all of JSON is YAML (`"\ud83d\ude00"`), and not all that begins
    // with a brace is JSON (`{basics: …}`).
    let inner = text.trim_start().strip_prefix('{').map(str::trim_start);
    match inner {
        Some(inner) if !inner.starts_with(char::is_alphanumeric) => json::parse(text),
        _ => yaml::parse(text),
    }
}

/// Refuses what is nested too deep.
pub fn check_depth(depth: usize, span: &Range<usize>) -> Result<(), Problem> {
    if depth <= MAX_DEPTH {
        return Ok(());
    }
    let message = format!("this is nested more than {MAX_DEPTH} deep");
    Err(Problem::error(span.clone(), message))
}
