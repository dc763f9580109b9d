//! Entries of JSON Resume, and of what passes for it.
//!
//! Never knows in which sections they stand.

use std::collections::HashSet;

use super::dates;
use super::draft::{Map, Value as Out};
use super::headline;
use super::json_resume::Reader;
use super::keys::{COMMON, KEYS, NAMES, OWN};
use super::marked;
use super::months;
use super::tree::{Fields, Tree, Value};
use crate::model::Date;
use crate::source::{Problem, one_line, quote};

impl Reader<'_> {
    pub fn entry(&mut self, kind: &str, tree: Tree) -> Map {
        let mut entry = Map::default();
        if !tree.is_map() {
            let text = marked::given(&tree.words());
            match kind {
                "languages" => entry.put("language", text),
                "references" => entry.put("reference", text),
                "awards" => entry.put("title", text),
                "work" | "education" | "volunteer" => entry.put("summary", text),
                _ => entry.put("name", text),
            }
            return entry;
        }
        let span = tree.span.clone();
        let mut fields = tree.fields();
        Self::rename(kind, &mut fields);
        let own = KEYS
            .iter()
            .find(|(known, _)| *known == kind)
            .map_or(&OWN[..], |(_, keys)| keys);
        let mut lines = Vec::new();
        let mut seen = HashSet::new();
        // As written, where that is an order of ours.
        let order: Vec<String> = fields.pairs.iter().map(|(key, _)| key.clone()).collect();
        for key in order {
            let key = key.as_str();
            let Some(value) = fields.take(key) else {
                continue;
            };
            let again = !seen.insert(key.to_owned()) && key != "highlights";
            if again || !own.contains(&key) && !COMMON.contains(&key) {
                self.note(
                    &value,
                    format!("{} has no place of its own", quote(key)),
                    "kept as a line of its entry",
                );
                lines.push(Out::Text(marked::plain(&format!(
                    "{key}: {}",
                    one_line(&value.words())
                ))));
                continue;
            }
            self.field(&mut entry, key, &value, &mut lines);
        }
        self.period(&mut entry, &span);
        for line in lines {
            entry.add("highlights", line);
        }
        entry
    }

    fn rename(kind: &str, fields: &mut Fields) {
        for (of, key, names) in NAMES {
            if of != "*" && of != kind || fields.has(key) {
                continue;
            }
            let own = KEYS
                .iter()
                .find(|(known, _)| *known == kind)
                .map_or(&OWN[..], |(_, keys)| keys);
            let free = |name: &&&str| !own.contains(*name) && !COMMON.contains(*name);
            for name in names.iter().filter(free) {
                if let Some((old, _)) = fields
                    .pairs
                    .iter_mut()
                    .find(|(old, value)| old == name && !value.is_blank())
                {
                    key.clone_into(old);
                    break;
                }
            }
        }
    }

    fn field(&mut self, entry: &mut Map, key: &str, value: &Tree, lines: &mut Vec<Out>) {
        match key {
            "startDate" | "endDate" | "date" | "releaseDate" => self.date(entry, key, value),
            "url" => match self.url(value) {
                Some(href) => entry.put("url", href),
                None => lines.push(Out::Text(marked::plain(&value.words()))),
            },
            "highlights" => {
                let lines = value.texts().into_iter().flat_map(Self::lines);
                entry.add_all("highlights", lines.collect());
            }
            "keywords" | "aliases" | "skills" | "courses" | "roles" => {
                let list = match &value.value {
                    Value::Text(text) => text
                        .split([',', ';'])
                        .map(|part| Out::Text(one_line(part)))
                        .collect(),
                    _ if key == "keywords" => value.texts().iter().map(keyword).collect(),
                    _ => value
                        .texts()
                        .iter()
                        .map(|item| Out::Text(one_line(&item.words())))
                        .collect(),
                };
                let list: Vec<Out> = list;
                let marked = ["courses", "roles"].contains(&key)
                    || key == "keywords" && entry.get("keywords").is_some();
                let list = list.into_iter().map(|item| match item {
                    Out::Text(text) if marked => Out::Text(marked::given(&text)),
                    item => item,
                });
                let list = list.filter(|item| !matches!(item, Out::Text(text) if text.is_empty()));
                entry.put_list(key, list.collect());
            }
            "summary" if value.is_map() => {
                let line = Self::lines(value.clone());
                match &line[..] {
                    [Out::Map(map)] if map.get("highlights").is_none() => {
                        entry.set(key, line[0].clone());
                    }
                    _ => lines.extend(line),
                }
            }
            "id" | "dates" | "location" => entry.put(key, one_line(&value.words())),
            _ => {
                let text = Fields {
                    span: value.span.clone(),
                    pairs: vec![(key.to_owned(), value.clone())],
                };
                entry.put(key, { text }.marked(&[key]));
            }
        }
    }

    /// A line; our own may have skills and lines beneath.
    fn lines(tree: Tree) -> Vec<Out> {
        if !tree.is_map() {
            let text = marked::paragraphs(&tree.words()).join(" ");
            return headline::line(marked::given(&text), Vec::new());
        }
        let mut fields = tree.fields();
        let text = fields
            .marked(&["text", "summary", "description", "name", "title"])
            .replace("\n\n", " ");
        let skills = fields
            .take("skills")
            .map(|skills| skills.texts())
            .unwrap_or_default();
        let beneath = fields
            .take("highlights")
            .map(|lines| lines.texts())
            .unwrap_or_default();
        let mut beneath: Vec<_> = beneath.into_iter().flat_map(Self::lines).collect();
        for (key, value) in fields.pairs {
            if !value.is_blank() {
                beneath.push(Out::Text(marked::plain(&format!(
                    "{key}: {}",
                    one_line(&value.words())
                ))));
            }
        }
        if skills.is_empty() || text.is_empty() {
            return headline::line(text, beneath);
        }
        let mut map = Map::default();
        map.put("text", text);
        let skills = skills
            .iter()
            .map(|skill| Out::Text(one_line(&skill.words())));
        map.put_list("skills", skills.collect());
        map.put_list("highlights", beneath);
        vec![Out::Map(map)]
    }

    fn date(&mut self, entry: &mut Map, key: &str, value: &Tree) {
        let words = one_line(&value.words());
        let day = words.split('T').next().unwrap_or_default();
        if let Ok(date) = day.parse::<Date>() {
            entry.put(key, date.iso());
        } else if key == "endDate" && months::is_present(&months::folded(&words)) {
            // As it is without an end.
        } else if let Some(when) = dates::whole(&words).filter(|when| when.label.is_none()) {
            let date = if key == "endDate" {
                when.end.or(when.start)
            } else {
                when.start.or(when.end)
            };
            let date = date.map(Date::iso).unwrap_or_default();
            if let Some(doubt) = when.doubt {
                let message = format!("{} can be read in two ways", quote(&words));
                self.note(value, message, &format!("{doubt}: {date}"));
            }
            let between = when.range && when.start != when.end;
            if key == "date" && between {
                if !entry.put_period(when.start, when.end) {
                    entry.put("dates", words);
                }
                return;
            }
            if between && key == "startDate" && entry.get("endDate").is_none() {
                entry.put("endDate", when.end.map(Date::iso).unwrap_or_default());
            }
            entry.put(key, date);
        } else {
            self.note(
                value,
                format!("{} is not a date", quote(&words)),
                "shown as it is written",
            );
            let dates = entry.text("dates").map(str::to_owned);
            entry.put(
                "dates",
                dates.map_or_else(|| words.clone(), |dates| format!("{dates} – {words}")),
            );
        }
    }

    /// An end before its start cannot stand.
    fn period(&mut self, entry: &mut Map, span: &std::ops::Range<usize>) {
        let date = |key: &str| entry.text(key)?.parse::<Date>().ok();
        if let (Some(start), Some(end)) = (date("startDate"), date("endDate"))
            && end.ends_before(start)
        {
            let message = format!("the end, {end}, is before the start, {start}");
            self.notes()
                .push(Problem::hint(span.clone(), message).help("shown as it is written"));
            entry
                .0
                .retain(|(key, _)| key != "startDate" && key != "endDate");
            if entry.get("dates").is_none() {
                entry.put("dates", format!("{start} – {end}"));
            }
        }
    }
}

/// A keyword: its name, or `{name, aliases}`.
fn keyword(tree: &Tree) -> Out {
    let words = || Out::Text(one_line(&tree.words()));
    if !tree.is_map() {
        return words();
    }
    let mut fields = tree.clone().fields();
    let name = fields.words(&["name"]);
    let aliases = fields.take("aliases").map(|list| list.texts());
    // What else it says would be lost.
    if name.is_empty() || fields.pairs.iter().any(|(_, value)| !value.is_blank()) {
        return words();
    }
    let aliases = aliases.unwrap_or_default();
    let aliases = aliases
        .iter()
        .map(|alias| Out::Text(one_line(&alias.words())));
    let mut keyword = Map::default();
    keyword.put("name", name);
    keyword.put_list("aliases", aliases.collect());
    Out::Map(keyword)
}
