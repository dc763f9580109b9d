//! Paragraphs that list what our own file has lists of.
//!
//! Never knows which entry they stand in.

use super::exact::exact;
use crate::import::draft::Value;
use crate::model::{Inline, Line, Span, TagId};
use crate::words::{Word, Words};

/// The rest of a paragraph that begins with a name: `Grade: 1.0`.
pub fn without(line: &Line, name: Word, words: &Words) -> Option<Inline> {
    if !line.paragraph || line.skills.is_some() {
        return None;
    }
    let mut text = line.text.clone();
    let Some(Span::Text(first)) = text.0.first_mut() else {
        return None;
    };
    let name = [words.text(name), words.text(Word::Colon)].concat();
    *first = first.strip_prefix(&name)?.to_owned();
    text.0.retain(|span| *span != Span::Text(String::new()));
    (!text.0.is_empty()).then_some(text)
}

/// A text as a list of what stands between its commas.
pub fn list(text: &Inline, comma: &str) -> Value {
    let whole = || vec![Value::Text(exact(text))];
    let [Span::Text(words)] = &text.0[..] else {
        return Value::List(whole());
    };
    let parts: Vec<&str> = words.split(comma).collect();
    let apart = parts
        .iter()
        .all(|part| part.trim() == *part && !part.is_empty());
    if !apart {
        return Value::List(whole());
    }
    let parts = parts
        .iter()
        .map(|part| Value::Text(exact(&Inline::plain(*part))));
    Value::List(parts.collect())
}

/// Names apart by commas, each with its tag; nothing if one has none. Names
/// hold commas, too; none has more than `longest` bytes.
pub fn named<'w>(
    words: &'w str,
    comma: &str,
    longest: usize,
    find: impl Fn(&str) -> Option<TagId>,
) -> Option<Vec<(&'w str, TagId)>> {
    // Where each can end, and where it then began.
    let ends = words.match_indices(comma).map(|(at, _)| at);
    let mut found: Vec<(usize, usize, TagId)> = Vec::new();
    for end in ends.chain([words.len()]) {
        let starts = found
            .iter()
            .rev()
            .map(|(_, end, _)| end + comma.len())
            .chain([0]);
        let mut starts = starts.take_while(|start| end.saturating_sub(*start) <= longest);
        let tag = starts.find_map(|start| Some((start, find(words.get(start..end)?)?)));
        found.extend(tag.map(|(start, tag)| (start, end, tag)));
    }
    let mut names = Vec::new();
    let mut end = words.len();
    loop {
        let (start, _, tag) = *found.iter().find(|(_, other, _)| *other == end)?;
        names.push((&words[start..end], tag));
        if start == 0 {
            break;
        }
        end = start - comma.len();
    }
    names.reverse();
    Some(names)
}
