//! YAML 1.2 (<https://yaml.org/spec/1.2.2/>) as a tree.
//!
//! Never says in a person's words what is wrong with it.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput, Tag};

use super::problem::{Problem, quote};
use super::syntax;
use super::tree::{Node, Value, check_depth};

/// Reads the one document of a text.
pub fn parse(text: &str) -> Result<Node, Problem> {
    let mut reader = Yaml {
        text,
        parser: Parser::new_from_str(text),
        places: (text.char_indices().map(|(at, _)| at))
            .chain([text.len()])
            .collect(),
    };
    let mut root = None;
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if root.is_some() => {
                return Err(Problem::error(span, "a second document begins here")
                    .help("a résumé is one document: remove the `---` or `...` before it"));
            }
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
            event => root = Some(reader.node(event, span, 0)?),
        }
    }
    Ok(root.unwrap_or(Node {
        span: 0..0,
        value: Value::Null,
    }))
}

struct Yaml<'s> {
    text: &'s str,
    parser: Parser<'s, StrInput<'s>>,
    /// Where each character begins: the parser counts characters, problems
    /// count bytes.
    places: Vec<usize>,
}

impl<'s> Yaml<'s> {
    fn next(&mut self) -> Result<(Event<'s>, Range<usize>), Problem> {
        match self.parser.next_event() {
            None => Ok((Event::StreamEnd, 0..0)),
            Some(Ok((event, span))) => Ok((event, self.range(span))),
            Some(Err(error)) => {
                let at = self.place(error.marker().index());
                Err(syntax::problem(self.text, at, error.info()))
            }
        }
    }

    fn node(
        &mut self,
        event: Event<'s>,
        span: Range<usize>,
        depth: usize,
    ) -> Result<Node, Problem> {
        check_depth(depth, &span)?;
        let Range { start, mut end } = span.clone();
        let tag = match &event {
            Event::Scalar(.., tag) | Event::SequenceStart(_, tag) | Event::MappingStart(_, tag) => {
                tag.as_deref().filter(|tag| !is_core(tag)).cloned()
            }
            _ => None,
        };
        let value = match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, &span),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    let (event, span) = self.next()?;
                    if matches!(event, Event::SequenceEnd) {
                        end = span.end;
                        break;
                    }
                    items.push(self.node(event, span, depth + 1)?);
                }
                Value::List(items)
            }
            Event::MappingStart(..) => {
                let mut pairs = Vec::new();
                loop {
                    let (event, span) = self.next()?;
                    if matches!(event, Event::MappingEnd) {
                        end = span.end;
                        break;
                    }
                    let mut key = self.node(event, span, depth + 1)?;
                    let (event, span) = self.next()?;
                    let value = self.node(event, span, depth + 1)?;
                    if matches!(&key.value, Value::Text(name) if name == "<<") {
                        key.value = Value::Faulty(syntax::alias(value.span.clone()));
                    }
                    pairs.push((key, value));
                }
                Value::map(pairs)
            }
            Event::Alias(_) => Value::Faulty(syntax::alias(span)),
            _ => return Err(Problem::error(span, "the document ends too soon")),
        };
        let span = start..end.max(start);
        let value = match tag {
            Some(tag) => Value::Faulty(tagged(&tag, span.clone())),
            None => value,
        };
        Ok(Node { span, value })
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: &Range<usize>) -> Value {
        let folded = match style {
            // https://yaml.org/spec/1.2.2/#1032-tag-resolution
            ScalarStyle::Plain if matches!(text, "" | "~" | "null" | "Null" | "NULL") => {
                return Value::Null;
            }
            ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::Folded => true,
            ScalarStyle::DoubleQuoted => self.text[span.clone()].contains('\n'),
            ScalarStyle::Literal => false,
        };
        // Folding leaves one line break where the file has an empty line;
        // two mean the same in every style then: a new paragraph.
        let text = if folded {
            text.replace('\n', "\n\n")
        } else {
            text.to_owned()
        };
        Value::text(text, span)
    }

    fn place(&self, index: usize) -> usize {
        self.places[index.min(self.places.len() - 1)]
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.place(span.start.index());
        start..self.place(span.end.index()).max(start)
    }
}

/// What YAML's own tags begin with, however they are written (`!!str`).
const CORE: &str = "tag:yaml.org,2002:";

/// Whether a tag says no more than what is there says by itself. Any other is most likely the first
/// word of a text, or for another program: it would be lost.
///
/// <https://yaml.org/spec/1.2.2/#chapter-10-recommended-schemas>
fn is_core(tag: &Tag) -> bool {
    let name = format!("{}{}", tag.handle, tag.suffix);
    let kinds = ["bool", "float", "int", "map", "null", "seq", "str"];
    (name.strip_prefix(CORE)).is_some_and(|kind| kinds.contains(&kind))
}

fn tagged(tag: &Tag, span: Range<usize>) -> Problem {
    let Tag { handle, suffix } = tag;
    let word = match (&**handle, &**suffix) {
        (CORE, kind) => format!("!!{kind}"),
        ("", "!") => "!".to_owned(),
        ("", name) => format!("!<{name}>"),
        (handle, name) => format!("{handle}{name}"),
    };
    let message = format!("{} is read as a tag, not as text", quote(&word));
    Problem::error(span, message).help("put the text in quotes; a list or a map needs no tag")
}
