//! Lines as written: summaries and highlights.
//!
//! Never knows which section they stand in.

use std::ops::Range;

use super::fields::Fields;
use super::markdown;
use super::problem::Problem;
use super::reader::Reader;
use super::vocabulary::Vocabulary;
use super::yaml::{Node, Value};
use crate::model::{Inline, Line, TagId};

/// The lines of `highlights`.
pub fn list(reader: &mut Reader, fields: &mut Fields, key: &str) -> Vec<Line> {
    let items = fields.list(reader, key);
    items
        .iter()
        .filter_map(|item| highlight(reader, item))
        .collect()
}

/// The paragraphs of a `summary`: text, or `{text, skills}`.
pub fn summary(reader: &mut Reader, fields: &mut Fields, key: &str) -> Vec<Line> {
    let Some(node) = fields.take(key) else {
        return Vec::new();
    };
    match &node.value {
        Value::Map(_) => {
            let Some(mut fields) = Fields::of(reader, node, "a summary") else {
                return Vec::new();
            };
            let text = fields.text(reader, "text");
            let skills = skills(reader, &mut fields);
            fields.finish(reader);
            text.map(|text| paragraphs(reader, &text.text, &text.span, skills.as_deref()))
                .unwrap_or_default()
        }
        Value::Text(text) => paragraphs(reader, text, &node.span, None),
        _ => {
            reader.expected(node, &format!("`{key}` is text"));
            Vec::new()
        }
    }
}

/// A line of one's own making, such as a list of courses.
pub fn plain(text: impl Into<String>) -> Line {
    Line {
        text: Inline::plain(text),
        skills: None,
        paragraph: true,
        lines: Vec::new(),
    }
}

/// The tags of a `skills` key; `None` where there is none.
pub fn skills(reader: &mut Reader, fields: &mut Fields) -> Option<Vec<TagId>> {
    fields.take("skills")?;
    let names = fields.texts(reader, "skills");
    Some(Vocabulary::resolve(reader, names))
}

/// Texts are apart where the file leaves a line empty.
fn paragraphs(
    reader: &mut Reader,
    text: &str,
    span: &Range<usize>,
    skills: Option<&[TagId]>,
) -> Vec<Line> {
    text.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| Line {
            text: markdown::read(reader, paragraph, span),
            skills: skills.map(<[TagId]>::to_vec),
            paragraph: true,
            lines: Vec::new(),
        })
        .collect()
}

fn highlight(reader: &mut Reader, node: &Node) -> Option<Line> {
    let (text, span, skills, lines) = match &node.value {
        Value::Null => return None,
        Value::Text(text) => (text.clone(), node.span.clone(), None, Vec::new()),
        Value::Map(_) => {
            let mut fields = Fields::of(reader, node, "a highlight")?;
            let Some(text) = fields.text(reader, "text") else {
                reader.push(no_text(node));
                return None;
            };
            let skills = skills(reader, &mut fields);
            let lines = list(reader, &mut fields, "highlights");
            fields.finish(reader);
            (text.text, text.span, skills, lines)
        }
        Value::List(_) => {
            reader.expected(node, "a highlight is text, or a mapping with `text`");
            return None;
        }
    };
    if text.trim().is_empty() && lines.is_empty() {
        return None;
    }
    Some(Line {
        text: markdown::read(reader, &text, &span),
        skills,
        paragraph: false,
        lines,
    })
}

/// Most often a sentence with a colon, which YAML takes for a key.
fn no_text(node: &Node) -> Problem {
    let Value::Map(pairs) = &node.value else {
        return Problem::error(node.span.clone(), "a highlight needs text");
    };
    let Some((key, _)) = pairs.first() else {
        return Problem::error(node.span.clone(), "a highlight needs text");
    };
    let help = "a line with `: ` in it is read as `key: value`: put the line in quotes";
    Problem::error(key.span.clone(), "this highlight has no `text`").help(help)
}
