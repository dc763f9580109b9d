//! The headline of an entry: who was what, where, and when, told apart where
//! the text allows it.
//!
//! Never reads what stands under it.

use super::dates::When;
use super::draft::{Map, Value};
use super::parts::parts;
use super::rich::Rich;
use super::roles::assign;
use super::titles;
use super::when::take_date;
use crate::source::{KINDS, Problem};

/// The parts of a headline.
#[derive(Debug, Clone, Default)]
pub struct Headline {
    pub title: Rich,
    pub organisation: Rich,
    pub url: Option<String>,
    pub place: Rich,
    pub when: Option<When>,
    /// What is left, in its order.
    pub rest: Vec<Rich>,
}

/// Reads a headline of an entry in a section.
pub fn read(kind: &str, text: &Rich, notes: &mut Vec<Problem>) -> Headline {
    let mut text = text.clone().trimmed_of(edge);
    let mut found = Headline::default();
    take_date(&mut found, &mut text, notes);
    take_place(kind, &mut found, &mut text);
    if found.when.is_none() {
        take_date(&mut found, &mut text, notes);
    }
    let (parts, sure) = parts(kind, &text, notes);
    assign(kind, &mut found, parts, sure, notes);
    let named = [&found.organisation, &found.title];
    let link = named.into_iter().find_map(Rich::link);
    if let Some(href) = link.filter(|href| href.starts_with("http")) {
        found.organisation = found.organisation.without_link(&href);
        found.title = found.title.without_link(&href);
        found.url = Some(href.to_string());
    }
    found.title = found.title.unstressed().trimmed_of(edge);
    found.organisation = found.organisation.unstressed().trimmed_of(edge);
    found
}

pub fn edge(c: char) -> bool {
    c.is_whitespace() || ",;:|–—·•-".contains(c)
}

/// Takes a place in parentheses from the end of a text.
fn take_place(kind: &str, found: &mut Headline, text: &mut Rich) {
    let placeless = [
        "skills",
        "publications",
        "languages",
        "interests",
        "references",
    ];
    if placeless.contains(&kind) || text.0.last().is_none_or(|letter| letter.c != ')') {
        return;
    }
    let Some(open) = text.0.iter().rposition(|letter| letter.c == '(') else {
        return;
    };
    let place = text.slice(open + 1..text.len() - 1).trimmed();
    if open == 0 || place.is_blank() || place.link().is_some() || !is_place(&place.words()) {
        return;
    }
    found.place = place;
    *text = text.slice(0..open).trimmed_of(edge);
}

pub fn is_place(words: &str) -> bool {
    let proper = words
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    let count = words.split_whitespace().count();
    (1..=6).contains(&count)
        && proper * 2 >= count
        && !words.contains(|c: char| c.is_ascii_digit())
        && !titles::is_title(words)
        && !titles::is_degree(words)
}

/// Writes a headline, and when it was, under the keys of a kind.
pub fn put(kind: &str, found: &Headline, entry: &mut Map) {
    let keys = match kind {
        "work" => ("position", "name"),
        "volunteer" => ("position", "organization"),
        "education" => ("studyType", "institution"),
        "projects" => ("name", "entity"),
        "awards" => ("title", "awarder"),
        "certificates" => ("name", "issuer"),
        "publications" => ("name", "publisher"),
        "languages" => ("language", ""),
        _ => ("name", "organization"),
    };
    let (title, organisation) = (found.title.markdown(), found.organisation.markdown());
    if kind == "education" {
        entry.put(keys.1, organisation);
        degree(&title, entry);
    } else if ["work", "volunteer"].contains(&kind) {
        entry.put(keys.1, organisation);
        entry.put(keys.0, title);
    } else if title.is_empty() {
        entry.put(keys.0, organisation);
    } else {
        entry.put(keys.0, title);
        entry.put(keys.1, organisation);
    }
    entry.put("url", found.url.clone().unwrap_or_default());
    entry.put("location", found.place.words());
    if let Some(when) = &found.when {
        put_when(kind, when, entry);
    }
}

/// "Doctor in Biology", "Doctor, Biology"
fn degree(title: &str, entry: &mut Map) {
    let cut = title.split_once(" in ").or_else(|| title.split_once(", "));
    match cut {
        Some((study, area))
            if titles::is_degree(study) && !study.contains(['[', '*', '`', '\\']) =>
        {
            entry.put("studyType", study);
            entry.put("area", area);
        }
        _ => entry.put("studyType", title),
    }
}

pub fn put_when(kind: &str, when: &When, entry: &mut Map) {
    let dated = match kind {
        "awards" | "certificates" => Some("date"),
        "publications" => Some("releaseDate"),
        _ if KINDS.iter().any(|(known, _)| *known == kind) => None,
        _ => Some("date"),
    };
    let label = when.label.clone().unwrap_or_default();
    match (dated, when.range) {
        (Some(key), false) => {
            entry.put(
                key,
                when.start
                    .or(when.end)
                    .map(crate::model::Date::iso)
                    .unwrap_or_default(),
            );
            entry.put("dates", label);
        }
        _ => {
            if entry.put_period(when.start, when.end) {
                entry.put("dates", label);
            } else {
                // Shown as written, since it cannot be a period.
                let words = |date: Option<crate::model::Date>| {
                    date.map(|date| date.to_string()).unwrap_or_default()
                };
                let written = format!("{} – {}", words(when.start), words(when.end));
                entry.put("dates", if label.is_empty() { written } else { label });
            }
        }
    }
}

/// A line of `highlights`; what stands under no words stands alone.
pub fn line(text: String, beneath: Vec<Value>) -> Vec<Value> {
    if text.trim().is_empty() {
        return beneath;
    }
    if beneath.is_empty() {
        return vec![Value::Text(text)];
    }
    let mut map = Map::default();
    map.put("text", text);
    map.put_list("highlights", beneath);
    vec![Value::Map(map)]
}
