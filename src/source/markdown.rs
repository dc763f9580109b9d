//! Inline Markdown (<https://spec.commonmark.org/0.31.2/#inlines>): links,
//! emphasis, strong emphasis, code. Everything else stays as written.
//!
//! Never reads blocks or HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::fields::one_line;
use super::link;
use super::reader::Reader;
use crate::model::{Inline, Span};

/// What an inline element holds so far.
enum Open {
    Root,
    Emphasis,
    Strong,
    Link(String),
}

/// Reads a text that stands in the file at `within`.
pub fn read(reader: &mut Reader, text: &str, within: &Range<usize>) -> Inline {
    // After a no-break space nothing can begin a block ("# of users" is no
    // heading), while the rules for emphasis see the start of a text.
    let text = format!("\u{a0}{}", one_line(text));
    let mut stack = vec![(Open::Root, Vec::new())];
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::Emphasis) => stack.push((Open::Emphasis, Vec::new())),
            Event::Start(Tag::Strong) => stack.push((Open::Strong, Vec::new())),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                stack.push((Open::Link(dest_url.to_string()), Vec::new()));
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {
                close(reader, &mut stack, within);
            }
            Event::Code(code) => push(&mut stack, Span::Code(code.to_string())),
            Event::Text(words) | Event::InlineHtml(words) | Event::Html(words) => {
                push(&mut stack, Span::Text(words.to_string()));
            }
            Event::SoftBreak | Event::HardBreak => push(&mut stack, Span::Text(" ".into())),
            _ => {}
        }
    }
    let mut spans = stack
        .into_iter()
        .next()
        .map(|(_, spans)| spans)
        .unwrap_or_default();
    if let Some(Span::Text(first)) = spans.first_mut()
        && let Some(rest) = first.strip_prefix('\u{a0}')
    {
        *first = rest.to_owned();
        if first.is_empty() {
            spans.remove(0);
        }
    }
    Inline(spans)
}

fn close(reader: &mut Reader, stack: &mut Vec<(Open, Vec<Span>)>, within: &Range<usize>) {
    let Some((open, spans)) = stack.pop() else {
        return;
    };
    let inner = Inline(spans);
    let spans = match open {
        Open::Emphasis => vec![Span::Emphasis(inner)],
        Open::Strong => vec![Span::Strong(inner)],
        Open::Link(href) if link::check(reader, &href, within) => {
            vec![Span::Link { href, text: inner }]
        }
        Open::Link(_) | Open::Root => inner.0,
    };
    for span in spans {
        push(stack, span);
    }
}

/// Adds a span; neighbouring texts become one.
fn push(stack: &mut [(Open, Vec<Span>)], span: Span) {
    let Some((_, spans)) = stack.last_mut() else {
        return;
    };
    match (spans.last_mut(), span) {
        (Some(Span::Text(before)), Span::Text(words)) => before.push_str(&words),
        (_, span) => spans.push(span),
    }
}
