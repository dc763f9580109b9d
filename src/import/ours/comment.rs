//! What the comments of our own Markdown say: see `export::markdown::hidden`,
//! which writes them.
//!
//! Never knows where they stand.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Accent, Colour, Date, Period, Tag, TagId, Theme, Typeface};

/// The texts under each key of a comment.
#[derive(Debug, Default)]
pub struct Hidden(BTreeMap<String, Vec<String>>);

impl Hidden {
    /// `key: text, text; key`
    pub fn parse(comment: &str) -> Option<Self> {
        let parts = split(comment, ';').into_iter().map(|part| {
            let (key, texts) = part.split_once(':').unwrap_or((&part, ""));
            Some((key.to_owned(), texts_of(texts)?))
        });
        parts.collect::<Option<_>>().map(Self)
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub fn all(&self, key: &str) -> Option<&[String]> {
        self.0.get(key).map(Vec::as_slice)
    }

    /// The first text under a key.
    pub fn one(&self, key: &str) -> Option<&String> {
        self.0.get(key)?.first()
    }
}

fn texts_of(list: &str) -> Option<Vec<String>> {
    split(list, ',').iter().map(|text| text_of(text)).collect()
}

fn text_of(text: &str) -> Option<String> {
    if text.starts_with('"') {
        return serde_json::from_str(text).ok();
    }
    Some(text.to_owned())
}

/// Parts between marks that stand in no quotes.
fn split(text: &str, mark: char) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        if c == mark && !quoted {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let parts = parts
        .iter()
        .map(|part| part.trim_matches([' ', '\n']).to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// The lines under `skills:`.
pub fn vocabulary(lines: &str) -> Option<Vec<Tag>> {
    let mut tags = Vec::new();
    let mut implied = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let parts = split(line, '<');
        let names = split(parts.first()?, '=');
        let texts = |list: Option<&String>| list.map_or(Some(Vec::new()), |list| texts_of(list));
        implied.push(texts(parts.get(1))?);
        tags.push(Tag {
            name: text_of(names.first()?)?,
            aliases: texts(names.get(1))?,
            implies: Vec::new(),
            keyword: line.starts_with("    "),
        });
    }
    let places = places(&tags)?;
    for (tag, names) in tags.iter_mut().zip(implied) {
        let found = names.iter().map(|name| places.get(name).copied());
        tag.implies = found.collect::<Option<_>>()?;
    }
    Some(tags)
}

/// Where the skill of each name stands.
pub fn places(tags: &[Tag]) -> Option<HashMap<String, TagId>> {
    let mut places = HashMap::new();
    for (at, tag) in tags.iter().enumerate() {
        places
            .entry(tag.name.clone())
            .or_insert(TagId::try_from(at).ok()?);
    }
    Some(places)
}

/// `#1a5fb4, #8fc7ff, serif`
pub fn theme(texts: &[String]) -> Option<Theme> {
    let (name, colours) = texts.split_last()?;
    let mut known = Typeface::NAMES.iter();
    let (_, typeface) = known.find(|(known, _)| known == name)?;
    let accent = match colours {
        [] => None,
        [light, dark] => Some(Accent {
            light: Colour::from_hex(light)?,
            dark: Colour::from_hex(dark)?,
        }),
        _ => return None,
    };
    Some(Theme {
        accent,
        typeface: *typeface,
    })
}

/// A period as in ISO 8601-2.
pub fn iso(period: &str) -> Option<Period> {
    let date = |text: &str| text.parse::<Date>().ok();
    Some(match period.split_once('/') {
        None => Period::At(date(period)?),
        Some(("..", end)) => Period::Until(date(end)?),
        Some((start, "..")) => Period::From(date(start)?, None),
        Some((start, end)) => Period::From(date(start)?, Some(date(end)?)),
    })
}
