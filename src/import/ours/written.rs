//! Entries as our own file has them, the keys of each kind as `source::entry`
//! reads them.
//!
//! Never writes what is not of an entry.

use std::collections::HashSet;

use super::exact::exact;
use super::keys::{Keys, keys};
use super::lists::{list, named, without};
use super::write::paragraphs;
use crate::import::draft::{Map, Value};
use crate::model::{Date, Entry, Line, Period, Resume, Span, Tag, TagId};
use crate::source;
use crate::words::{Word, Words};

/// What has been written so far.
pub struct Writer<'r> {
    tags: &'r [Tag],
    words: &'r Words,
    ids: bool,
    /// The tags whose other names stand somewhere already.
    told: HashSet<TagId>,
}

impl<'r> Writer<'r> {
    pub fn new(resume: &'r Resume, ids: bool) -> Self {
        Self {
            tags: &resume.tags,
            words: &resume.language.words,
            ids,
            told: HashSet::new(),
        }
    }

    /// An entry of the section `kind`.
    pub fn entry(&mut self, kind: &str, entry: &Entry) -> Map {
        let keys = keys(kind);
        let mut map = Map::default();
        if self.ids {
            map.put("id", entry.id.clone());
        }
        self.headline(&mut map, kind, &keys, entry);
        map.put("url", entry.url.clone().unwrap_or_default());
        map.put("location", entry.place.clone().unwrap_or_default());
        let (start, end) = match (entry.period, keys.date) {
            (Some(Period::At(date)), Some(key)) => {
                map.put(key, date.iso());
                (None, None)
            }
            (Some(Period::At(date)), None) => (Some(date), Some(date)),
            (Some(Period::From(start, end)), _) => (Some(start), end),
            (Some(Period::Until(end)), _) => (None, Some(end)),
            (None, _) => (None, None),
        };
        for (key, date) in [("startDate", start), ("endDate", end)] {
            map.put(key, date.map(Date::iso).unwrap_or_default());
        }
        map.put("dates", entry.dates.clone().unwrap_or_default());
        if !entry.skills.is_empty() {
            map.set("skills", self.names(&entry.skills));
        }
        self.lines(&mut map, kind, &keys, entry);
        map
    }

    /// Paragraphs under one key, and the skills that the first of them names.
    pub fn summary(&self, lines: &[&Line]) -> Option<Value> {
        let first = lines.first()?;
        let text = paragraphs(lines.iter().copied());
        let Some(skills) = &first.skills else {
            return Some(Value::Text(text));
        };
        let mut map = Map::default();
        map.put("text", text);
        map.set("skills", self.names(skills));
        Some(Value::Map(map))
    }

    fn headline(&mut self, map: &mut Map, kind: &str, keys: &Keys, entry: &Entry) {
        let mut title = entry.title.as_ref().map(exact).unwrap_or_default();
        let organisation = entry.organisation.as_ref().map(exact);
        let organisation = organisation.unwrap_or_default();
        if keys.organisation.is_none() && !organisation.is_empty() {
            title = format!("{title}, {organisation}");
        }
        if kind == "skills" {
            let tag = entry.tag.map(|tag| (tag, &self.tags[usize::from(tag)]));
            if let Some((id, tag)) = tag {
                map.put("name", tag.name.clone());
                if self.told.insert(id) {
                    map.put_list("aliases", texts(&tag.aliases));
                }
                if source::inline(&tag.name) == entry.title {
                    return;
                }
            } else if entry.id.is_empty() {
                // Added by hand: a skill like the others.
                map.put("name", title);
                return;
            }
        }
        match degree(&title, self.words) {
            Some((study, area)) if kind == "education" => {
                map.put("studyType", study);
                map.put("area", area);
            }
            _ => map.put(keys.title, title),
        }
        if let Some(key) = keys.organisation {
            map.put(key, organisation);
        }
    }

    /// What is said of it: each kind has keys for some paragraphs, and what
    /// has none is a line of the list.
    fn lines(&mut self, map: &mut Map, kind: &str, keys: &Keys, entry: &Entry) {
        let comma = self.words.text(Word::Comma);
        let mut lines: &[Line] = &entry.lines;
        let mut last = Map::default();
        for (name, key) in keys.after.iter().rev() {
            let found = lines.split_last().and_then(|(line, rest)| {
                let named = without(line, *name, self.words)?;
                Some((named, rest))
            });
            let Some((text, rest)) = found else {
                continue;
            };
            lines = rest;
            match *key {
                "type" => last.put(key, exact(&text)),
                _ => last.set(key, list(&text, comma)),
            }
        }
        let tag = entry.tag.filter(|_| kind == "skills");
        if let (Some(tag), Some((line, rest))) = (tag, lines.split_last())
            && let Some(keywords) = self.keywords(tag, line)
        {
            lines = rest;
            last.set("keywords", keywords);
        }
        if let Some((first, rest)) = lines.split_first() {
            let grade = (kind == "education").then(|| without(first, Word::Grade, self.words));
            if let Some(grade) = grade.flatten() {
                lines = rest;
                map.put("score", exact(&grade));
            } else if kind == "interests" && first.paragraph && first.skills.is_none() {
                lines = rest;
                map.set("keywords", list(&first.text, comma));
            }
        }
        let count = lines.iter().take_while(|line| line.paragraph).count();
        let (before, items) = lines.split_at(count);
        let runs: Vec<_> = before.chunk_by(|a, b| a.skills == b.skills).collect();
        let mut left = Vec::new();
        let slots = keys.before.len();
        let taken = match kind {
            // What is usual for one comes first, and the summary after it.
            "skills" | "languages" | "references" => keys.before.iter().rev().copied().collect(),
            _ => keys.before[slots - runs.len().clamp(1, slots)..].to_vec(),
        };
        for (number, run) in runs.into_iter().enumerate() {
            let lines: Vec<&Line> = run.iter().collect();
            match (taken.get(number), self.summary(&lines)) {
                (Some(key), Some(summary)) => map.set(key, summary),
                _ => left.extend(lines),
            }
        }
        let items = left.into_iter().chain(items).map(|line| self.item(line));
        map.put_list("highlights", items.collect());
        map.0.extend(last.0);
    }

    fn item(&self, line: &Line) -> Value {
        let text = exact(&line.text);
        if line.skills.is_none() && line.lines.is_empty() {
            return Value::Text(text);
        }
        let mut map = Map::default();
        map.put("text", text);
        if let Some(skills) = &line.skills {
            map.set("skills", self.names(skills));
        }
        let beneath = line.lines.iter().map(|line| self.item(line));
        map.put_list("highlights", beneath.collect());
        Value::Map(map)
    }

    fn names(&self, tags: &[TagId]) -> Value {
        let tags = tags
            .iter()
            .filter_map(|tag| self.tags.get(usize::from(*tag)));
        Value::List(tags.map(|tag| Value::Text(tag.name.clone())).collect())
    }

    /// The keywords of a skill, if a line lists nothing else.
    fn keywords(&mut self, skill: TagId, line: &Line) -> Option<Value> {
        let [Span::Text(words)] = &line.text.0[..] else {
            return None;
        };
        if !line.paragraph || line.skills.is_some() {
            return None;
        }
        let tags = (0..).zip(self.tags);
        let own = tags.filter(|(id, tag)| *id == skill || tag.implies.contains(&skill));
        let own: Vec<(TagId, String)> =
            own.map(|(id, tag)| (id, tag.name.to_lowercase())).collect();
        let find = |name: &str| {
            let name = name.to_lowercase();
            let tag = own.iter().find(|(_, tag)| *tag == name);
            tag.map(|(id, _)| *id)
        };
        // In another case a letter can be longer.
        let longest = own.iter().map(|(_, name)| name.len() * 4).max()?;
        let keywords = named(words, self.words.text(Word::Comma), longest, find)?;
        let keywords = keywords.into_iter().map(|(name, id)| {
            let tag = &self.tags[usize::from(id)];
            if !tag.keyword || tag.aliases.is_empty() || !self.told.insert(id) {
                return Value::Text(name.to_owned());
            }
            let mut map = Map::default();
            map.put("name", name);
            map.put_list("aliases", texts(&tag.aliases));
            Value::Map(map)
        });
        Some(Value::List(keywords.collect()))
    }
}

/// The halves of a degree and its subject.
fn degree<'t>(title: &'t str, words: &Words) -> Option<(&'t str, &'t str)> {
    const STUDY: char = '\u{1}';
    const AREA: char = '\u{2}';
    let pattern = words.text(Word::Degree);
    let between = pattern.trim_matches([STUDY, AREA]);
    let (first, last) = title.split_once(between).filter(|_| !between.is_empty())?;
    let (study, area) = if pattern.starts_with(STUDY) {
        (first, last)
    } else {
        (last, first)
    };
    (words.say(Word::Degree, &[study, area]) == title).then_some((study, area))
}

fn texts(texts: &[String]) -> Vec<Value> {
    texts.iter().cloned().map(Value::Text).collect()
}
