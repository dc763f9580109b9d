//! The YAML that can stand before Markdown: who someone is, and settings of
//! programs.
//!
//! Never knows the text after it.

use std::ops::Range;

use crate::import::contact::Contact;
use crate::import::draft::{Draft, Map, Value as Out};
use crate::import::marked;
use crate::import::rich::Rich;
use crate::source::{self, Node, Problem, Value, one_line, quote};

/// Keys of programs, which say nothing about anyone.
const SETTINGS: [&str; 25] = [
    "geometry",
    "fontsize",
    "documentclass",
    "header-includes",
    "lang",
    "language",
    "css",
    "output",
    "layout",
    "permalink",
    "theme",
    "papersize",
    "mainfont",
    "sansfont",
    "fontfamily",
    "linkcolor",
    "urlcolor",
    "colorlinks",
    "toc",
    "pagetitle",
    "template",
    "classoption",
    "linestretch",
    "margin-left",
    "margin-right",
];

/// Reads it.
pub fn read(
    text: &str,
    range: Range<usize>,
    contact: &mut Contact,
    draft: &mut Draft,
    notes: &mut Vec<Problem>,
) {
    let inner = text[range.clone()].trim_end();
    let inner = inner
        .strip_suffix("---")
        .or_else(|| inner.strip_suffix("..."))
        .unwrap_or(inner);
    let from = range.start + inner.find('\n').map_or(0, |end| end + 1);
    let inner = &text[from..range.start + inner.len().max(from - range.start)];
    let Ok(Node {
        value: Value::Map(pairs),
        ..
    }) = source::tree(inner)
    else {
        let message = "what stands before the text is not a mapping in YAML";
        notes.push(Problem::hint(range, message).help("kept in a section of its own"));
        inner.lines().for_each(|line| more(draft, line));
        return;
    };
    for (key, node) in &pairs {
        let Value::Text(key_name) = &key.value else {
            continue;
        };
        let span = from + key.span.start..from + key.span.end;
        let words = words(node).join(", ");
        if words.is_empty() {
            continue;
        }
        let at = from + node.span.start;
        let settings = SETTINGS.contains(&key_name.as_str());
        if settings {
            let message = format!("{} is a setting of another program", quote(key_name));
            notes.push(Problem::hint(span, message).help("left out"));
            continue;
        }
        let basics = &mut contact.basics;
        match key_name.as_str() {
            "name" | "author" if basics.get("name").is_none() => basics.put("name", words),
            "title" if basics.get("name").is_none() && !pairs.iter().any(|(key, _)| matches!(&key.value, Value::Text(name) if name == "author" || name == "name")) => {
                basics.put("name", words);
            }
            "title" if crate::import::kinds::of(&words).is_some() => {}
            "title" | "subtitle" | "tagline" | "label" | "headline" | "position" | "role" if basics.get("label").is_none() => basics.put("label", words),
            "summary" | "about" | "abstract" | "description" | "bio" => basics.add_paragraph("summary", &marked::given(&words)),
            "email" | "phone" | "tel" | "mobile" | "website" | "url" | "homepage" | "web" | "address" | "location" | "github" | "linkedin" | "twitter" | "gitlab" => {
                let labelled = format!("{key_name}: {words}");
                let rest = contact.take(&Rich::plain(&labelled, at), notes);
                for rest in rest {
                    more(draft, &rest.words());
                }
            }
            _ => {
                let message = format!("{} has no place of its own", quote(key_name));
                notes.push(Problem::hint(span, message).help("kept in a section of its own"));
                more(draft, &format!("{key_name}: {words}"));
            }
        }
    }
}

fn more(draft: &mut Draft, words: &str) {
    let section = draft.section("more");
    section.title = Some("More".to_owned());
    if section.entries.is_empty() {
        section.entries.push(Map::default());
    }
    let text = marked::plain(&one_line(words));
    if !text.is_empty() {
        section.entries[0].add("highlights", Out::Text(text));
    }
}

/// All words of a value.
fn words(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Null | Value::Faulty(_) => Vec::new(),
        Value::Text(text) => vec![one_line(text)],
        Value::List(items) => items.iter().flat_map(words).collect(),
        Value::Map(pairs) => {
            let pairs = pairs.iter().flat_map(|(key, node)| {
                let key = words(key).join(" ");
                words(node)
                    .into_iter()
                    .map(move |words| format!("{key}: {words}"))
            });
            pairs.collect()
        }
    }
}
