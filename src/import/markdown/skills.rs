//! The section of skills: its terms, labels and lists are the vocabulary.
//!
//! Never looks for skills in other text.

use super::blocks::{Block, beneath};
use super::lines::{fill, lines};
use crate::import::draft::{Map, Section, Value};
use crate::import::marked;
use crate::import::rich::{BREAK, Rich};
use crate::source::{Problem, quote};

/// Reads what stands under the heading.
pub fn read(blocks: &[Block], section: &mut Section, notes: &mut Vec<Problem>) {
    let mut at = 0;
    while at < blocks.len() {
        at += 1;
        match &blocks[at - 1] {
            Block::Heading(level, text) => {
                let body = beneath(&blocks[at..], *level);
                at += body.len();
                section.entries.push(named(text, body));
            }
            Block::Definitions(list) => {
                let list = list
                    .iter()
                    .map(|(term, bodies)| named(term, &bodies.concat()));
                section.entries.extend(list);
            }
            Block::Items(items) => items.iter().for_each(|item| self::item(item, section)),
            Block::Table(rows) => rows.iter().for_each(|row| self::row(row, section)),
            Block::Quote(inner) => read(inner, section, notes),
            Block::Paragraph(text) => paragraph(text, section, notes),
            Block::Rule => {}
        }
    }
}

/// A skill with what is said of it: words alone are its parts.
fn named(name: &Rich, body: &[Block]) -> Map {
    let mut entry = head(name);
    let (mut words, mut rest) = (Vec::new(), Vec::new());
    for block in body {
        let parts = match block {
            Block::Paragraph(text) => list(text),
            Block::Items(items) => {
                let items = items.iter().map(|item| match &item[..] {
                    [Block::Paragraph(text)] => {
                        list(text).or_else(|| is_name(text).then(|| vec![text.clone()]))
                    }
                    _ => None,
                });
                items
                    .collect::<Option<Vec<_>>>()
                    .map(|items| items.concat())
            }
            _ => None,
        };
        match parts.filter(|_| rest.is_empty()) {
            Some(parts) => words.extend(parts.iter().map(|part| Value::Text(part.words()))),
            None => rest.push(block.clone()),
        }
    }
    entry.put_list("keywords", words);
    fill(&mut entry, Vec::new(), &rest);
    entry
}

/// The name of a skill, and how well it is known: "Java (5 years)".
fn head(name: &Rich) -> Map {
    let words = name
        .clone()
        .trimmed_of(|c| c.is_whitespace() || ":;,.–—".contains(c))
        .words();
    let mut entry = Map::default();
    let level = words
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once(" ("));
    match level {
        Some((name, level)) if !name.is_empty() && !level.contains([',', '(', ')']) => {
            entry.put("name", name);
            entry.put("level", marked::plain(level));
        }
        _ => entry.put("name", words),
    }
    // The name is taken as it stands, but the heading is read for marks.
    let words = entry.text("name").unwrap_or_default().to_owned();
    let heading = marked::plain(&words);
    if heading != words {
        entry.put("title", heading);
    }
    if let Some(href) = name.link().filter(|href| href.starts_with("http")) {
        entry.put("url", &*href);
    }
    entry
}

fn item(item: &[Block], section: &mut Section) {
    let Some((Block::Paragraph(text), rest)) = item.split_first() else {
        if let Some(entry) = last(section) {
            entry.add_all("highlights", lines(item));
        }
        return;
    };
    if let Some((name, value)) = labelled(text) {
        let mut body = vec![Block::Paragraph(value)];
        body.extend_from_slice(rest);
        section.entries.push(named(&name, &body));
    } else if is_name(text) || !rest.is_empty() && text.words().split_whitespace().count() <= 5 {
        section.entries.push(named(text, rest));
    } else if let Some(parts) = list(text).filter(|_| rest.is_empty()) {
        section.entries.extend(parts.iter().map(head));
    } else if let Some(entry) = last(section) {
        let item = Block::Items(vec![item.to_vec()]);
        entry.add_all("highlights", lines(&[item]));
    }
}

/// The entry without a name that lines go to.
fn last(section: &mut Section) -> Option<&mut Map> {
    if section
        .entries
        .last()
        .is_none_or(|entry| entry.get("name").is_some())
    {
        section.entries.push(Map::default());
    }
    section.entries.last_mut()
}

fn row(row: &[Rich], section: &mut Section) {
    let cells: Vec<_> = row.iter().filter(|cell| !cell.is_blank()).collect();
    let Some((first, rest)) = cells.split_first() else {
        return;
    };
    let body: Vec<Block> = rest
        .iter()
        .map(|cell| Block::Paragraph((*cell).clone()))
        .collect();
    section.entries.push(named(first, &body));
}

fn paragraph(text: &Rich, section: &mut Section, notes: &mut Vec<Problem>) {
    // "Languages: Java" and "Tools: Git" on lines of their own.
    let lines = text.lines();
    let labels: Vec<_> = lines.iter().map(labelled).collect();
    let broken = lines.len() == 1
        || text.find(&BREAK.to_string(), 0).is_some()
        || labels.iter().all(Option::is_some);
    if broken && labels.iter().all(Option::is_some) {
        for (name, value) in labels.into_iter().flatten() {
            section
                .entries
                .push(named(&name, &[Block::Paragraph(value)]));
        }
        return;
    }
    if let Some(parts) = list(text) {
        section.entries.extend(parts.iter().map(head));
        return;
    }
    if section.entries.is_empty() {
        let mut map = Map::default();
        map.put("summary", section.summary.take().unwrap_or_default());
        map.add_paragraph("summary", &text.markdown());
        section.summary = map.text("summary").map(str::to_owned);
        return;
    }
    let message = format!(
        "this text stands among skills without naming one: {}",
        quote(&text.words())
    );
    notes.push(
        Problem::hint(text.span(), message).help("kept as a line without a skill of its own"),
    );
    if let Some(entry) = last(section) {
        entry.add("highlights", Value::Text(text.markdown()));
    }
}

/// "Languages: Java, Python", "**Java** – ten years"
fn labelled(text: &Rich) -> Option<(Rich, Rich)> {
    let colon = text.find(": ", 0).or_else(|| text.find(":\u{c}", 0));
    let dash = [" – ", " — ", " - "]
        .iter()
        .filter_map(|dash| text.find(dash, 0))
        .min();
    let stressed = text.stressed();
    let cut = match (colon, dash) {
        (Some(colon), _) => colon + 1,
        (None, Some(dash)) if stressed > 0 && stressed <= dash || dash < 25 => dash + 2,
        _ if stressed > 1 && stressed < text.len() && text.0[stressed - 1].c == ':' => stressed,
        _ => return None,
    };
    let (name, value) = (text.slice(0..cut), text.slice(cut..text.len()).trimmed());
    let short = name.words().split_whitespace().count() <= 6;
    (short && !name.is_blank() && !value.is_blank() && !name.words().contains(','))
        .then_some((name, value))
}

/// Whether a text can be the name of a skill.
fn is_name(text: &Rich) -> bool {
    let words = text.words();
    let bare = words.split(" (").next().unwrap_or_default();
    bare.split_whitespace().count() <= 4
        && !words.contains([',', ';'])
        && !words.ends_with(['.', ':', '?', '!'])
        && words.chars().count() <= 60
}

/// The names that a text lists and is nothing but.
pub fn list(text: &Rich) -> Option<Vec<Rich>> {
    let text = text.clone().trimmed_of(|c| c.is_whitespace() || c == '.');
    let mut depth = 0_i32;
    let mut parts = vec![Rich::default()];
    for letter in &text.0 {
        depth += i32::from(letter.c == '(') - i32::from(letter.c == ')');
        if depth <= 0 && ",;•·|\u{c}".contains(letter.c) {
            parts.push(Rich::default());
        } else if let Some(part) = parts.last_mut() {
            part.0.push(letter.clone());
        }
    }
    let parts: Vec<_> = parts
        .into_iter()
        .map(Rich::trimmed)
        .filter(|part| !part.is_blank())
        .collect();
    let linked = parts.iter().any(|part| part.link().is_some());
    (!linked && parts.len() > 1 && parts.iter().all(is_name)).then_some(parts)
}
