//! Marked-up text of our own Markdown, letter by letter as it was.
//!
//! Never reads blocks.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::model::{Inline, Span};
use crate::source::{href, push_span};

/// Keeps the start of a text from being the mark of a block.
const START: char = '\u{a0}';

/// Deeper than marks can stand within each other in a file of ours.
const DEEPEST: usize = 16;

/// Reads a text; nothing if there is something in it that we never write.
pub fn inline(text: &str) -> Option<Inline> {
    let text = format!("{START}{text}");
    let mut stack: Vec<(Option<String>, Vec<Span>)> = vec![(None, Vec::new())];
    for event in Parser::new(&text) {
        if stack.len() > DEEPEST {
            return None;
        }
        let span = match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => continue,
            Event::Start(Tag::Emphasis | Tag::Strong) => {
                stack.push((None, Vec::new()));
                continue;
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                stack.push((Some(href(link_type, &dest_url)), Vec::new()));
                continue;
            }
            Event::End(TagEnd::Emphasis) => Span::Emphasis(Inline(stack.pop()?.1)),
            Event::End(TagEnd::Strong) => Span::Strong(Inline(stack.pop()?.1)),
            Event::End(TagEnd::Link) => {
                let (href, spans) = stack.pop()?;
                Span::Link {
                    href: href?,
                    text: Inline(spans),
                }
            }
            Event::Text(words) => Span::Text(words.to_string()),
            Event::Code(words) => Span::Code(words.to_string()),
            // A line that an editor has broken.
            Event::SoftBreak => Span::Text(" ".to_owned()),
            Event::InlineHtml(html) if &*html == "<!-- -->" => continue,
            _ => return None,
        };
        push_span(&mut stack.last_mut()?.1, span);
    }
    let mut spans = stack.pop()?.1;
    if let Some(Span::Text(first)) = spans.first_mut() {
        first.remove(0);
        if first.is_empty() {
            spans.remove(0);
        }
    }
    Some(Inline(spans))
}

/// A text without markup.
pub fn plain(text: &str) -> Option<String> {
    inline(text).map(|text| text.to_plain())
}

/// Takes `[Text]{.class}` off the start of a text.
pub fn classed<'t>(text: &'t str, class: &str) -> Option<(Inline, &'t str)> {
    let inner = text.strip_prefix('[')?;
    let end = format!("]{{.{class}}}");
    let code: Vec<_> = Parser::new(text)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_)))
        .map(|(_, range)| range)
        .collect();
    // In code nothing is a mark.
    let mut ends = inner.match_indices(&end).map(|(at, _)| at);
    let at = ends.find(|at| !code.iter().any(|range| range.contains(&(at + 1))))?;
    Some((inline(&inner[..at])?, &inner[at + end.len()..]))
}

/// What is shown of an address that has no other words.
pub fn shown(href: &str) -> &str {
    href.strip_prefix("mailto:").unwrap_or(href)
}
