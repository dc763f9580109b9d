//! Markdown as pandoc reads it: its tree (`-t json`), made into blocks of
//! marked-up text.
//!
//! Never knows what a résumé is.

use resume::model::{Inline, Span};
use serde_json::Value;

use crate::reference;

/// A block, and the comments in it.
#[derive(Debug)]
pub enum Block {
    Paragraph(Text),
    Heading,
    Lines,
    Items(Vec<Vec<Block>>),
    Definitions(Vec<(Text, Vec<Block>)>),
    Comment(String),
}

/// Marked-up text and its comment.
#[derive(Debug, Default)]
pub struct Text {
    pub spans: Vec<Piece>,
    pub comment: Option<String>,
}

/// A span, or one that pandoc gives a class.
#[derive(Debug)]
pub enum Piece {
    Plain(Span),
    Classed(String, Inline),
}

/// The title and the blocks of a document.
pub fn read(markdown: &str) -> (Option<Text>, Vec<Block>) {
    let arguments = ["-f", "markdown", "-t", "json"];
    let answer = reference::ask("pandoc", &arguments, markdown.as_bytes());
    let tree: Value = serde_json::from_str(&answer).unwrap();
    let title = tree["meta"].get("title").map(|title| text(&title["c"]));
    (title, blocks(&tree["blocks"]))
}

/// An address as pandoc writes it.
pub fn address(href: &str) -> String {
    let href = href.replace(' ', "%20");
    href.replace('<', "%3C").replace('>', "%3E")
}

impl Text {
    /// The text, where nothing in it has a class.
    pub fn inline(self) -> Inline {
        let plain = self.spans.into_iter().map(|piece| match piece {
            Piece::Plain(span) => span,
            Piece::Classed(class, text) => panic!("a span of the class {class}: {text:?}"),
        });
        Inline(plain.collect())
    }

    /// The same, or nothing.
    pub fn unclassed(self) -> Option<Inline> {
        let plain = |piece: &Piece| matches!(piece, Piece::Plain(_));
        self.spans.iter().all(plain).then(|| self.inline())
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn blocks(value: &Value) -> Vec<Block> {
    let blocks = list(value).iter().map(block);
    // An empty comment only parts marks.
    blocks
        .filter(|block| !matches!(block, Block::Comment(text) if text.is_empty()))
        .collect()
}

fn block(block: &Value) -> Block {
    let content = &block["c"];
    match block["t"].as_str().unwrap() {
        "Para" | "Plain" => Block::Paragraph(text(content)),
        "Header" => {
            assert_eq!(content[0], 2, "a heading of another level");
            Block::Heading
        }
        "LineBlock" => Block::Lines,
        "BulletList" => Block::Items(list(content).iter().map(blocks).collect()),
        "DefinitionList" => {
            let items = list(content).iter().map(|item| {
                assert_eq!(list(&item[1]).len(), 1, "several definitions");
                (text(&item[0]), blocks(&item[1][0]))
            });
            Block::Definitions(items.collect())
        }
        "RawBlock" => Block::Comment(comment(content)),
        other => panic!("read as {other}: {content}"),
    }
}

fn comment(raw: &Value) -> String {
    assert_eq!(raw[0], "html");
    let text = raw[1].as_str().unwrap().trim();
    let text = text
        .strip_prefix("<!--")
        .and_then(|text| text.strip_suffix("-->"));
    text.unwrap_or_else(|| panic!("read as HTML: {raw}"))
        .trim_start_matches(' ')
        .to_owned()
}

fn text(inlines: &Value) -> Text {
    let mut text = Text::default();
    for inline in list(inlines) {
        let content = &inline["c"];
        match inline["t"].as_str().unwrap() {
            "RawInline" => {
                let comment = comment(content);
                if !comment.is_empty() {
                    assert_eq!(text.comment.replace(comment), None, "two comments");
                }
            }
            "Span" => {
                let class = content[0][1][0].as_str().unwrap().to_owned();
                text.spans
                    .push(Piece::Classed(class, self::text(&content[1]).inline()));
            }
            // Typographic ones; plain ones are never read so.
            "Quoted" => {
                let (open, close) = match content[0]["t"].as_str() {
                    Some("DoubleQuote") => ("“", "”"),
                    _ => ("‘", "’"),
                };
                let inner = self::text(&content[1]).inline().0;
                let mark = |mark: &str| Span::Text(mark.to_owned());
                push(&mut text.spans, mark(open));
                for span in inner {
                    push(&mut text.spans, span);
                }
                push(&mut text.spans, mark(close));
            }
            kind => push(&mut text.spans, span(kind, content)),
        }
    }
    // What parts text and comment belongs to neither.
    if let Some(Piece::Plain(Span::Text(last))) = text.spans.last_mut() {
        last.truncate(last.trim_end().len());
        if last.is_empty() {
            text.spans.pop();
        }
    }
    text
}

fn span(kind: &str, content: &Value) -> Span {
    let inner = |content| text(content).inline();
    match kind {
        "Str" => Span::Text(content.as_str().unwrap().replace('\u{a0}', " ")),
        "Space" => Span::Text(" ".to_owned()),
        "Emph" => Span::Emphasis(inner(content)),
        "Strong" => Span::Strong(inner(content)),
        "Code" => Span::Code(content[1].as_str().unwrap().to_owned()),
        "Link" => Span::Link {
            href: content[2][0].as_str().unwrap().to_owned(),
            text: inner(&content[1]),
        },
        other => panic!("read as {other}: {content}"),
    }
}

fn push(spans: &mut Vec<Piece>, span: Span) {
    match (spans.last_mut(), span) {
        (Some(Piece::Plain(Span::Text(before))), Span::Text(text)) => before.push_str(&text),
        (_, span) => spans.push(Piece::Plain(span)),
    }
}
