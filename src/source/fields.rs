//! The keys of a mapping: taken one by one, the rest pointed out.
//!
//! Never knows what the keys mean.

use std::ops::Range;

use super::problem::Problem;
use super::reader::Reader;
use super::yaml::{Node, Value};

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned {
    pub text: String,
    pub span: Range<usize>,
}

/// A mapping being read.
pub struct Fields<'n> {
    pub span: Range<usize>,
    pairs: &'n [(Node, Node)],
    asked: Vec<String>,
}

impl<'n> Fields<'n> {
    /// The fields of a node; a problem if it is no mapping. `what` names it.
    pub fn of(reader: &mut Reader, node: &'n Node, what: &str) -> Option<Self> {
        if let Value::Map(pairs) = &node.value {
            return Some(Self {
                span: node.span.clone(),
                pairs,
                asked: Vec::new(),
            });
        }
        reader.expected(node, &format!("{what} is a mapping (`key: value`)"));
        None
    }

    /// The value of a key; nothing and null are the same.
    pub fn take(&mut self, key: &str) -> Option<&'n Node> {
        self.asked.push(key.to_owned());
        self.pairs
            .iter()
            .find(|(name, _)| matches!(&name.value, Value::Text(name) if name == key))
            .map(|(_, node)| node)
            .filter(|node| !matches!(node.value, Value::Null))
    }

    /// The text of a key; blank text counts as none.
    pub fn text(&mut self, reader: &mut Reader, key: &str) -> Option<Spanned> {
        let node = self.take(key)?;
        let Value::Text(text) = &node.value else {
            reader.expected(node, &format!("`{key}` is text"));
            return None;
        };
        let text = text.trim();
        (!text.is_empty()).then(|| Spanned {
            text: text.to_owned(),
            span: node.span.clone(),
        })
    }

    /// The words of a text field, where its place does not matter.
    pub fn string(&mut self, reader: &mut Reader, key: &str) -> Option<String> {
        self.text(reader, key)
            .map(|spanned| one_line(&spanned.text))
    }

    /// The items of a list.
    pub fn list(&mut self, reader: &mut Reader, key: &str) -> &'n [Node] {
        let Some(node) = self.take(key) else {
            return &[];
        };
        if let Value::List(items) = &node.value {
            return items;
        }
        reader.expected(
            node,
            &format!("`{key}` is a list (each item begins with `- `)"),
        );
        &[]
    }

    /// The items of a list of texts.
    pub fn texts(&mut self, reader: &mut Reader, key: &str) -> Vec<Spanned> {
        let mut texts = Vec::new();
        for node in self.list(reader, key) {
            match &node.value {
                Value::Text(text) if !text.trim().is_empty() => texts.push(Spanned {
                    text: text.trim().to_owned(),
                    span: node.span.clone(),
                }),
                Value::Text(_) | Value::Null => {}
                _ => reader.expected(node, &format!("an item of `{key}` is text")),
            }
        }
        texts
    }

    /// Whether any of the keys has a value.
    pub fn has(&self, key: &str) -> bool {
        self.pairs.iter().any(|(name, node)| {
            matches!(&name.value, Value::Text(name) if name == key)
                && !matches!(node.value, Value::Null)
        })
    }

    /// Points out the keys that nothing asked for.
    pub fn finish(self, reader: &mut Reader) {
        for (key, _) in self.pairs {
            let Value::Text(name) = &key.value else {
                reader.push(Problem::error(key.span.clone(), "a key is text"));
                continue;
            };
            if self.asked.contains(name) {
                continue;
            }
            let problem = Problem::warning(key.span.clone(), format!("unknown key `{name}`"));
            reader.push(match nearest(name, self.asked.iter().map(String::as_str)) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("known here: {}", self.asked.join(", "))),
            });
        }
    }
}

/// The words of a text with single spaces between them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The candidate that a misspelt name most likely means.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let allowed = (name.chars().count() / 3).max(1);
    candidates
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&name, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
