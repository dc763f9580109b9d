//! YAML, and with it JSON, as a tree in which every node knows its place.
//!
//! Scalars stay as written (`2017` is a text until a field wants a date).
//! Never knows what a résumé is.

use std::collections::HashSet;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::problem::Problem;

/// Deeper nesting than any résumé has; what goes beyond is refused before it
/// can exhaust the stack.
const MAX_DEPTH: usize = 64;

/// A value and the bytes of the file that it was read from.
#[derive(Debug)]
pub struct Node {
    pub span: Range<usize>,
    pub value: Value,
}

#[derive(Debug)]
pub enum Value {
    /// `null`, `~`, or nothing at all.
    Null,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

impl Value {
    /// What a person would call it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Reads the one document of a file.
pub fn parse(text: &str) -> Result<Node, Problem> {
    let bytes = Offsets::new(text);
    let mut parser = Parser::new_from_str(text);
    let mut root = None;
    loop {
        let (event, span) = next(&mut parser, &bytes)?;
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if root.is_some() => {
                return Err(
                    Problem::error(bytes.range(span), "a second document begins here")
                        .help("a résumé is one document: remove the `---` before it"),
                );
            }
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
            event => root = Some(node(&mut parser, &bytes, event, span, 0)?),
        }
    }
    root.ok_or_else(|| Problem::error(0..0, "the file is empty"))
}

type Input<'s> = Parser<'s, saphyr_parser::StrInput<'s>>;

fn next<'s>(parser: &mut Input<'s>, bytes: &Offsets) -> Result<(Event<'s>, Span), Problem> {
    match parser.next_event() {
        None => Ok((Event::StreamEnd, Span::default())),
        Some(Ok(event)) => Ok(event),
        Some(Err(error)) => {
            let at = bytes.at(error.marker().index());
            Err(Problem::error(
                at..at,
                format!("this is not YAML: {}", error.info()),
            ))
        }
    }
}

fn node<'s>(
    parser: &mut Input<'s>,
    bytes: &Offsets,
    event: Event<'s>,
    span: Span,
    depth: usize,
) -> Result<Node, Problem> {
    let start = bytes.range(span);
    if depth > MAX_DEPTH {
        return Err(Problem::error(
            start,
            format!("nested more than {MAX_DEPTH} deep"),
        ));
    }
    let (value, end) = match event {
        Event::Scalar(text, style, ..) => (scalar(&text, style), start.end),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            let end = loop {
                let (event, span) = next(parser, bytes)?;
                if matches!(event, Event::SequenceEnd) {
                    break bytes.range(span).end;
                }
                items.push(node(parser, bytes, event, span, depth + 1)?);
            };
            (Value::List(items), end)
        }
        Event::MappingStart(..) => {
            let mut pairs: Vec<(Node, Node)> = Vec::new();
            let mut seen = HashSet::new();
            let end = loop {
                let (event, span) = next(parser, bytes)?;
                if matches!(event, Event::MappingEnd) {
                    break bytes.range(span).end;
                }
                let key = node(parser, bytes, event, span, depth + 1)?;
                if let Value::Text(name) = &key.value
                    && !seen.insert(name.clone())
                {
                    return Err(Problem::error(
                        key.span,
                        format!("`{name}` is given twice in one mapping"),
                    )
                    .help("keep one of the two"));
                }
                let (event, span) = next(parser, bytes)?;
                pairs.push((key, node(parser, bytes, event, span, depth + 1)?));
            };
            (Value::Map(pairs), end)
        }
        Event::Alias(_) => {
            return Err(Problem::error(start, "aliases are not read")
                .help("write the value out again in place of `*…`"));
        }
        _ => return Err(Problem::error(start, "the document ends too soon")),
    };
    Ok(Node {
        span: start.start..end.max(start.end),
        value,
    })
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    match (style, text) {
        // https://yaml.org/spec/1.2.2/#1032-tag-resolution
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Value::Null,
        // Folding leaves one line break where the file has an empty line;
        // two mean the same in every style then: a new paragraph.
        (ScalarStyle::Folded, _) => Value::Text(text.replace('\n', "\n\n")),
        _ => Value::Text(text.to_owned()),
    }
}

/// Where each character of the file begins: the parser counts characters,
/// problems count bytes.
struct Offsets(Vec<usize>);

impl Offsets {
    fn new(text: &str) -> Self {
        Self(
            text.char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect(),
        )
    }

    fn at(&self, index: usize) -> usize {
        let last = self.0.len() - 1;
        self.0[index.min(last)]
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.at(span.start.index())..self.at(span.end.index())
    }
}
