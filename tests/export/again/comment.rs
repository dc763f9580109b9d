//! What comments say.
//!
//! Never knows where they stand.

use std::collections::BTreeMap;

use resume::model::{Accent, Colour, Date, Period, Tag, TagId, Theme, Typeface};

/// What a comment says.
pub type Hidden = BTreeMap<String, Vec<String>>;

/// `key: text, text; key`
pub fn parse(comment: &str) -> Hidden {
    let parts = split(comment.trim(), ';').into_iter().map(|part| {
        let (key, texts) = part.split_once(':').unwrap_or((&part, ""));
        (key.to_owned(), texts_of(texts))
    });
    parts.collect()
}

fn texts_of(list: &str) -> Vec<String> {
    let texts = split(list, ',').into_iter().map(|text| text_of(&text));
    texts.collect()
}

fn text_of(text: &str) -> String {
    if text.starts_with('"') {
        return serde_json::from_str(text).unwrap();
    }
    text.to_owned()
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
    let parts = parts.iter().map(|part| part.trim_matches(' ').to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

pub fn vocabulary(comment: &str) -> Vec<Tag> {
    let lines = || {
        comment
            .lines()
            .skip(1)
            .filter(|line| !line.trim().is_empty())
    };
    let names: Vec<_> = lines()
        .map(|line| text_of(&split(&split(line, '<')[0], '=')[0]))
        .collect();
    let tags = lines().zip(&names).map(|(line, name)| {
        let parts = split(line, '<');
        let find = |name: String| names.iter().position(|other| *other == name).unwrap() as TagId;
        let aliases = split(&parts[0], '=').get(1).map(|list| texts_of(list));
        let implies = parts
            .get(1)
            .map(|list| texts_of(list).into_iter().map(find).collect());
        Tag {
            name: name.clone(),
            aliases: aliases.unwrap_or_default(),
            implies: implies.unwrap_or_default(),
            keyword: line.starts_with("    "),
        }
    });
    tags.collect()
}

pub fn theme(comment: &str) -> Theme {
    let texts = &parse(comment)["theme"];
    let typeface = Typeface::NAMES
        .iter()
        .find(|(name, _)| Some(*name) == texts.last().map(String::as_str));
    let accent = (texts.len() > 1).then(|| Accent {
        light: Colour::from_hex(&texts[0]).unwrap(),
        dark: Colour::from_hex(&texts[1]).unwrap(),
    });
    Theme {
        accent,
        typeface: typeface.unwrap().1,
    }
}

pub fn iso(period: &str) -> Period {
    let date = |text: &str| text.parse::<Date>().unwrap();
    match period.split_once('/') {
        None => Period::At(date(period)),
        Some(("..", end)) => Period::Until(date(end)),
        Some((start, "..")) => Period::From(date(start), None),
        Some((start, end)) => Period::From(date(start), Some(date(end))),
    }
}

/// `2017`, `Jan 2017`, `31 Jan 2017`
pub fn date(words: &str) -> Date {
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let words: Vec<_> = words.split(' ').rev().collect();
    let month = words
        .get(1)
        .map(|name| months.split(' ').position(|month| month == *name));
    Date {
        year: words[0].parse().unwrap(),
        month: month.map(|at| at.unwrap() as u8 + 1),
        day: words.get(2).map(|day| day.parse().unwrap()),
    }
}
