//! Lines as written: summaries and highlights.
//!
//! Never knows which section they stand in.

use std::ops::Range;

use super::fields::Fields;
use super::limits;
use super::markdown;
use super::problem::Problem;
use super::reader::Reader;
use super::tree::{Node, Value};
use super::vocabulary::Vocabulary;
use crate::model::{Inline, Line, TagId};

/// How far back the line is looked for that a comment stands in, in bytes:
/// where all of a file is one line, each look would be at all of it.
const COMMENT: usize = 1000;

/// The lines of `highlights`.
pub fn list(reader: &mut Reader, fields: &mut Fields, key: &str) -> Vec<Line> {
    lines(reader, fields, key, 1)
}

/// Lines that are so deep: 1 is for those that stand beneath no other.
fn lines(reader: &mut Reader, fields: &mut Fields, key: &str, depth: usize) -> Vec<Line> {
    let items = fields.list(reader, key);
    if let Some(first) = items.first()
        && depth > limits::DEPTH
    {
        let message = format!("lines stand more than {} deep", limits::DEPTH);
        reader.push(Problem::error(first.span.clone(), message));
        return Vec::new();
    }
    items
        .iter()
        .filter_map(|item| highlight(reader, item, depth))
        .collect()
}

/// The paragraphs of a `summary`: text, or `{text, skills}`.
pub fn summary(reader: &mut Reader, fields: &mut Fields, key: &str) -> Vec<Line> {
    let Some(node) = fields.take(key) else {
        return Vec::new();
    };
    match &node.value {
        Value::Map(_) => {
            let Some(mut fields) = Fields::peek(node) else {
                return Vec::new();
            };
            let text = fields.text(reader, "text");
            let skills = skills(reader, &mut fields);
            finish(reader, fields, "this summary has no `text`");
            text.map(|text| paragraphs(reader, &text.text, &text.span, skills.as_deref()))
                .unwrap_or_default()
        }
        Value::Text(text) => paragraphs(reader, text, &node.span, None),
        _ => {
            reader.expected(node, &format!("`{key}` should be text"));
            Vec::new()
        }
    }
}

/// A paragraph that names no skills.
pub fn paragraph(text: Inline) -> Line {
    Line {
        text,
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
    let lines: Vec<&str> = text.lines().collect();
    lines
        .split(|line| line.trim().is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| Line {
            skills: skills.map(<[TagId]>::to_vec),
            ..paragraph(markdown::read(reader, &lines.join(" "), span))
        })
        .collect()
}

fn highlight(reader: &mut Reader, node: &Node, depth: usize) -> Option<Line> {
    if node.is_blank() {
        commented(reader, node);
        return None;
    }
    let (text, skills, lines) = match &node.value {
        Value::Text(_) => {
            swallowed(reader, node);
            (node.text(), None, Vec::new())
        }
        Value::Map(_) => {
            let mut fields = Fields::peek(node)?;
            let text = fields.text(reader, "text");
            let skills = skills(reader, &mut fields);
            let lines = lines(reader, &mut fields, "highlights", depth + 1);
            finish(reader, fields, "this highlight has no `text`");
            (text, skills, lines)
        }
        _ => {
            let what = "a highlight should be text or a mapping (`text: …`)";
            reader.expected(node, what);
            return None;
        }
    };
    Some(Line {
        text: markdown::spanned(reader, &text?),
        skills,
        paragraph: false,
        lines,
    })
}

/// Points out a mapping without text.
fn finish(reader: &mut Reader, mut fields: Fields, message: &str) {
    let problem = Problem::error(fields.span.clone(), message);
    if fields.knows_none() {
        // A sentence with a colon, which YAML takes for a key.
        let help = "if it is a text with `: ` in it, put it in quotes";
        fields.require(reader, "text", problem.help(help));
    } else {
        fields.require(reader, "text", problem.help("add `text: …`"));
        fields.finish(reader);
    }
}

/// Points out a text such as "# of users", which YAML takes for a comment.
fn commented(reader: &mut Reader, node: &Node) {
    let before = &reader.text[..node.span.start];
    let far = before.floor_char_boundary(before.len().saturating_sub(COMMENT));
    let line = match before[far..].rfind('\n') {
        Some(end) => &before[far + end + 1..],
        None if far == 0 => before,
        None => return,
    };
    let comment = line.trim_start_matches([' ', '-']);
    if comment.starts_with('#') {
        let at = node.span.start - comment.len();
        let problem = Problem::warning(at..at + 1, "what follows a `#` is a comment");
        reader.push(problem.help("if it is a text, put it in quotes"));
    }
}

/// Points out items beneath a text, which YAML takes for a part of it.
fn swallowed(reader: &mut Reader, node: &Node) {
    let (before, written) = reader.text[..node.span.end].split_at(node.span.start);
    // Here, too, nothing is looked for in a file that is one line.
    if !written.contains('\n') {
        return;
    }
    let last = before.split_whitespace().next_back();
    let block = last.is_some_and(|word| word.starts_with(['|', '>']));
    if block || written.starts_with(['"', '\'']) {
        return;
    }
    let mut at = node.span.start;
    for (number, line) in written.split_inclusive('\n').enumerate() {
        let item = line.trim_start();
        if number > 0 && item.starts_with("- ") {
            let at = at + line.len() - item.len();
            let problem = Problem::warning(at..at + 1, "this is read as a part of the text above");
            reader.push(problem.help("lines beneath a `text:` go into its `highlights:`"));
            return;
        }
        at += line.len();
    }
}
