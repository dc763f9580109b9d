//! YAML and JSON of others as a tree that holds nothing that cannot stand:
//! values with their places, their keys taken one by one.
//!
//! Never knows what the keys mean.

use std::ops::Range;

use super::marked;
use crate::source::{self, Node, Problem};

/// A value and the bytes it was read from.
#[derive(Debug, Clone)]
pub struct Tree {
    pub span: Range<usize>,
    pub value: Value,
}

#[derive(Debug, Clone)]
pub enum Value {
    Null,
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// Reads a text.
pub fn parse(text: &str, problems: &mut Vec<Problem>) -> Result<Tree, Problem> {
    source::whole_tree(text, problems).map(|node| clean(text, node, problems))
}

fn clean(text: &str, node: Node, problems: &mut Vec<Problem>) -> Tree {
    let span = node.span;
    let value = match node.value {
        source::Value::Null => Value::Null,
        source::Value::Text(words) => Value::Text(words),
        // Words that cannot stand as they are can without what forbids it.
        source::Value::Faulty(problem) => {
            problems.push(hint(problem));
            Value::Text(written(text, &span))
        }
        source::Value::List(items) => {
            let items = items.into_iter().map(|item| clean(text, item, problems));
            Value::List(items.collect())
        }
        source::Value::Map(pairs) => {
            let pairs = pairs.into_iter().map(|(key, node)| {
                let name = match key.value {
                    source::Value::Text(name) => name,
                    source::Value::Faulty(problem) => {
                        problems.push(hint(problem));
                        written(text, &key.span)
                    }
                    _ => written(text, &key.span),
                };
                (name, clean(text, node, problems))
            });
            Value::Map(pairs.collect())
        }
    };
    Tree { span, value }
}

/// What a file of ours would be refused for, for its owner to look at.
fn hint(problem: Problem) -> Problem {
    let hint = Problem::hint(problem.span, problem.message);
    hint.help("kept as well as it can be")
}

/// What stands at a place, without controls.
fn written(text: &str, span: &Range<usize>) -> String {
    let raw = text.get(span.clone()).unwrap_or_default();
    let words = serde_json::from_str::<String>(raw).unwrap_or_else(|_| raw.to_owned());
    let shown = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    words.chars().map(shown).collect()
}

impl Tree {
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(Self::is_blank),
            Value::Map(pairs) => pairs.iter().all(|(_, value)| value.is_blank()),
        }
    }

    /// All of its words in one text: items apart by commas, values after
    /// their keys.
    pub fn words(&self) -> String {
        match &self.value {
            Value::Null => String::new(),
            Value::Text(text) => text
                .trim_matches(|c: char| c.is_ascii_whitespace())
                .to_owned(),
            Value::List(items) => {
                let items = items
                    .iter()
                    .map(Self::words)
                    .filter(|item| !item.is_empty());
                items.collect::<Vec<_>>().join(", ")
            }
            Value::Map(pairs) => {
                let pairs = pairs.iter().filter(|(_, value)| !value.is_blank());
                let pairs = pairs.map(|(key, value)| format!("{key}: {}", value.words()));
                pairs.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// Its texts, those of a list each for itself.
    pub fn texts(&self) -> Vec<Self> {
        match &self.value {
            Value::List(items) => items
                .iter()
                .filter(|item| !item.is_blank())
                .cloned()
                .collect(),
            _ if self.is_blank() => Vec::new(),
            _ => vec![self.clone()],
        }
    }

    pub fn fields(self) -> Fields {
        match self.value {
            Value::Map(pairs) => Fields {
                span: self.span,
                pairs,
            },
            _ => Fields {
                span: self.span,
                pairs: Vec::new(),
            },
        }
    }

    pub fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }
}

/// The keys of a mapping that nothing asked for so far.
#[derive(Debug, Clone)]
pub struct Fields {
    pub span: Range<usize>,
    pub pairs: Vec<(String, Tree)>,
}

impl Fields {
    /// Takes a value; blank ones count as none.
    pub fn take(&mut self, key: &str) -> Option<Tree> {
        let at = self.pairs.iter().position(|(name, _)| name == key)?;
        Some(self.pairs.remove(at).1).filter(|value| !value.is_blank())
    }

    /// Takes the first of some keys that has a value.
    pub fn any(&mut self, keys: &[&str]) -> Option<Tree> {
        keys.iter().find_map(|key| self.take(key))
    }

    pub fn has(&self, key: &str) -> bool {
        self.pairs
            .iter()
            .any(|(name, value)| name == key && !value.is_blank())
    }

    /// Takes words, of whatever kind they are.
    pub fn words(&mut self, keys: &[&str]) -> String {
        let words = self.any(keys).map(|value| value.words());
        source::one_line(&words.unwrap_or_default())
    }

    /// The same, as a text that may be marked up.
    pub fn marked(&mut self, keys: &[&str]) -> String {
        let text = self.any(keys).map(|value| match &value.value {
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(Tree::words).collect();
                items.join("\n\n")
            }
            _ => value.words(),
        });
        marked::given(&text.unwrap_or_default())
    }
}
