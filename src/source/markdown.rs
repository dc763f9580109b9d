//! Inline Markdown (<https://spec.commonmark.org/0.31.2/#inlines>): links,
//! emphasis, strong emphasis, code. Everything else stays as written.
//!
//! Never reads blocks or HTML.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::fields::{Spanned, one_line};
use super::letters;
use super::link;
use super::problem::{Problem, quote};
use super::reader::Reader;
use crate::model::{Inline, Span};

/// Deeper markup than anyone can see; what goes beyond counts as plain.
const MAX_DEPTH: usize = 8;

/// What an inline element holds so far.
enum Open {
    /// The whole text, or an element that adds nothing.
    Plain,
    Emphasis,
    Strong,
    Link(String),
}

/// The elements that are open around a place in a text.
struct Stack {
    open: Vec<(Open, Vec<Span>)>,
    /// How many more are open within the last of them, which count as plain:
    /// to hand on what they hold from one to the next would take as long as
    /// they are deep, for each of them.
    deeper: usize,
}

/// Reads a text of the file.
pub fn spanned(reader: &mut Reader, text: &Spanned) -> Inline {
    read(reader, &text.text, &text.span)
}

/// Reads a text that stands in the file at `within`.
pub fn read(reader: &mut Reader, text: &str, within: &Range<usize>) -> Inline {
    reader.count(within);
    // After a no-break space nothing can begin a block ("# of users" is no
    // heading), while the rules for emphasis see the start of a text.
    let text = format!("\u{a0}{}", one_line(text));
    let mut stack = Stack {
        open: vec![(Open::Plain, Vec::new())],
        deeper: 0,
    };
    for (event, range) in Parser::new(&text).into_offset_iter() {
        match event {
            Event::Start(Tag::Emphasis) => open(&mut stack, Open::Emphasis),
            Event::Start(Tag::Strong) => open(&mut stack, Open::Strong),
            Event::Start(
                Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    ..
                }
                | Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    ..
                },
            ) => {
                let before = || before(&text, dest_url.trim(), range);
                let href = href(link_type, &dest_url);
                titled(reader, &title, within);
                if link::check(reader, &href, within, before) {
                    open(&mut stack, Open::Link(href));
                } else {
                    open(&mut stack, Open::Plain);
                }
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {
                close(&mut stack);
            }
            Event::Code(code) => add(&mut stack, Span::Code(code.to_string())),
            Event::Text(words) | Event::InlineHtml(words) | Event::Html(words) => {
                add(&mut stack, Span::Text(words.to_string()));
            }
            Event::SoftBreak | Event::HardBreak => add(&mut stack, Span::Text(" ".into())),
            _ => {}
        }
    }
    let mut spans = stack.open.swap_remove(0).1;
    if let Some(Span::Text(first)) = spans.first_mut()
        && let Some(rest) = first.strip_prefix('\u{a0}')
    {
        *first = rest.to_owned();
        if first.is_empty() {
            spans.remove(0);
        }
    }
    let inline = Inline(spans);
    // What the file itself holds is checked already; `&#1;` is a control, too.
    if let Some(problem) = letters::problem(&inline.to_plain(), within) {
        reader.push(problem);
    }
    inline
}

/// Where a link leads; `<a@example.org>` does not say how.
pub fn href(kind: LinkType, address: &str) -> String {
    let address = address.trim();
    match kind {
        LinkType::Email => format!("mailto:{address}"),
        _ => address.to_owned(),
    }
}

/// Points out the title of a link, which no form of a résumé shows.
fn titled(reader: &mut Reader, title: &str, within: &Range<usize>) {
    if title.is_empty() {
        return;
    }
    let written = &reader.text[within.clone()];
    let found = (!reader.is_full()).then(|| written.rfind(title)).flatten();
    let span = match found {
        Some(at) => within.start + at..within.start + at + title.len(),
        None => within.clone(),
    };
    let message = format!("the title {} of this link is shown nowhere", quote(title));
    reader.push(Problem::hint(span, message).help("write it into the text, or remove it"));
}

/// How many times an address stands in the text before that of the link at
/// `range`.
fn before(text: &str, href: &str, range: Range<usize>) -> usize {
    let at = text[range.clone()].rfind(href).unwrap_or_default();
    match href {
        "" => 0,
        _ => text[..range.start + at].matches(href).count(),
    }
}

fn open(stack: &mut Stack, element: Open) {
    if stack.open.len() > MAX_DEPTH {
        stack.deeper += 1;
        return;
    }
    // HTML knows no link within a link; the outer one stays.
    let mut around = stack.open.iter();
    let linked = around.any(|(open, _)| matches!(open, Open::Link(_)));
    let inner = linked && matches!(element, Open::Link(_));
    let element = if inner { Open::Plain } else { element };
    stack.open.push((element, Vec::new()));
}

fn close(stack: &mut Stack) {
    if stack.deeper > 0 {
        stack.deeper -= 1;
        return;
    }
    let Some((open, mut spans)) = stack.open.pop() else {
        return;
    };
    match open {
        Open::Plain => {}
        Open::Emphasis => spans = vec![Span::Emphasis(Inline(spans))],
        Open::Strong => spans = vec![Span::Strong(Inline(spans))],
        Open::Link(href) => {
            // Without words it could be neither seen nor chosen.
            if Inline(spans.clone()).to_plain().trim().is_empty() {
                spans = vec![Span::Text(href.clone())];
            }
            let text = Inline(spans);
            spans = vec![Span::Link { href, text }];
        }
    }
    for span in spans {
        add(stack, span);
    }
}

fn add(stack: &mut Stack, span: Span) {
    if let Some((_, spans)) = stack.open.last_mut() {
        push(spans, span);
    }
}

/// Adds a span; neighbouring texts become one.
pub fn push(spans: &mut Vec<Span>, span: Span) {
    match (spans.last_mut(), span) {
        (Some(Span::Text(before)), Span::Text(words)) => before.push_str(&words),
        (_, span) => spans.push(span),
    }
}
