//! What stands under a headline: summaries and lines.
//!
//! Never reads headlines.

use super::blocks::{Block, beneath};
use crate::import::draft::{Map, Value};
use crate::import::headline::{Headline, line};
use crate::import::rich::{BREAK, Rich};
use crate::model::Date;

pub fn said(start: Option<Date>, end: Option<Date>) -> String {
    let parts = [start, end]
        .into_iter()
        .flatten()
        .map(|date| date.to_string());
    parts.collect::<Vec<_>>().join(" – ")
}

/// Where the whole of a text leads.
pub fn address(text: &Rich) -> Option<String> {
    let whole = text.0.iter().all(|letter| letter.mark.link.is_some());
    let href = text
        .link()
        .filter(|href| whole && href.starts_with("http"))?;
    Some(href.to_string())
}

/// Whether a headline has one of its two parts alone.
pub fn is_half(found: &Headline) -> bool {
    found.title.is_blank() != found.organisation.is_blank()
}

pub fn is_brief(text: &Rich) -> bool {
    text.words().split_whitespace().count() <= 4 && !text.words().ends_with('.')
}

/// "English: native", "English (native)", "English – native"
pub fn fluency(entry: &mut Map) {
    let Some(name) = entry.text("language").map(str::to_owned) else {
        return;
    };
    if entry.get("fluency").is_some() || name.contains('[') {
        return;
    }
    let cut = [": ", " (", " – ", " — ", " - ", ", "]
        .iter()
        .find_map(|mark| name.split_once(mark).map(|(a, b)| (a, b, *mark)));
    if let Some((language, fluency, mark)) = cut {
        let fluency = if mark == " (" {
            fluency.strip_suffix(')').unwrap_or(fluency)
        } else {
            fluency
        };
        entry.put("language", language);
        entry.put("fluency", fluency);
    }
}

/// The first line of a paragraph that is meant to be one, and the rest.
pub fn first_line(text: &Rich) -> (Rich, Option<Rich>) {
    let cut = text.0.iter().position(|letter| letter.c == BREAK);
    // Where a stressed headline ends its line, the line counts, too.
    let soft = text.0.iter().position(|letter| letter.c == '\n');
    let cut = cut.or_else(|| soft.filter(|at| text.stressed() == *at));
    match cut {
        None => (text.clone(), None),
        Some(at) => {
            let rest = text.slice(at + 1..text.len()).trimmed();
            (
                text.slice(0..at).trimmed(),
                (!rest.is_blank()).then_some(rest),
            )
        }
    }
}

/// Puts what stands under a headline: paragraphs before any list are its
/// summary, all else its lines.
pub fn fill(entry: &mut Map, rest: Vec<Rich>, body: &[Block]) {
    for text in rest {
        entry.add_paragraph("summary", &text.markdown());
    }
    let first = body
        .iter()
        .take_while(|block| matches!(block, Block::Paragraph(_)))
        .count();
    for block in &body[..first] {
        if let Block::Paragraph(text) = block {
            put_paragraph(entry, text);
        }
    }
    for line in lines(&body[first..]) {
        entry.add("highlights", line);
    }
}

/// A paragraph of an entry; after its lines it is one of them.
pub fn put_paragraph(entry: &mut Map, text: &Rich) {
    if entry.get("highlights").is_some() {
        entry.add("highlights", Value::Text(text.markdown()));
    } else {
        let parts = text.split(|letter| letter.c == BREAK);
        for part in parts {
            entry.add_paragraph("summary", &part.markdown());
        }
    }
}

pub fn row_text(row: &[Rich]) -> String {
    let cells = row
        .iter()
        .map(Rich::markdown)
        .filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(" | ")
}

/// Blocks as lines.
pub fn lines(blocks: &[Block]) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        at += 1;
        match &blocks[at - 1] {
            Block::Paragraph(text) => {
                // What introduces a list stands above it.
                let beneath = match blocks.get(at) {
                    Some(Block::Items(_)) if text.words().ends_with(':') => {
                        at += 1;
                        lines(&blocks[at - 1..at])
                    }
                    _ => Vec::new(),
                };
                all.extend(line(text.markdown(), beneath));
            }
            Block::Heading(level, text) => {
                let body = beneath(&blocks[at..], *level);
                at += body.len();
                all.extend(line(text.markdown(), lines(body)));
            }
            Block::Items(items) => {
                for item in items {
                    match item.split_first() {
                        Some((Block::Paragraph(text), rest)) => {
                            all.extend(line(text.markdown(), lines(rest)));
                        }
                        _ => all.extend(lines(item)),
                    }
                }
            }
            Block::Definitions(list) => {
                for (term, bodies) in list {
                    all.extend(line(term.markdown(), lines(&bodies.concat())));
                }
            }
            Block::Table(rows) => all.extend(rows.iter().map(|row| Value::Text(row_text(row)))),
            Block::Quote(inner) => all.extend(lines(inner)),
            Block::Rule => {}
        }
    }
    all.retain(|line| !matches!(line, Value::Text(text) if text.is_empty()));
    all
}
