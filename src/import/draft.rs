//! A résumé on its way into our own form: what stands under which key, in the
//! order in which it will be written.
//!
//! Never knows the form it came from, nor how YAML looks.

use std::collections::{HashMap, HashSet};

use crate::model::Date;
use crate::source;

/// A value of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    List(Vec<Self>),
    Map(Map),
}

/// Keys and values in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Map(pub Vec<(String, Value)>);

/// Ids that the page needs for itself.
const PAGE: [&str; 5] = ["controls", "excluding", "filter", "q", "resume"];

/// Keys that are no sections.
const OTHER: [&str; 11] = [
    "$schema", "basics", "language", "meta", "offline", "private", "sections", "theme", "url",
    "variants", "words",
];

/// A part of the résumé.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The key of its entries: one of JSON Resume's, or one of its own.
    pub key: String,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub entries: Vec<Map>,
}

/// The whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub basics: Map,
    pub sections: Vec<Section>,
    /// Their keys, if they came by [`Draft::add`] or [`Draft::section`]: to
    /// look through all sections for each would take for ever.
    known: HashSet<String>,
    /// How often keys were asked for.
    keys: Numbers,
}

/// The last number that each stem was given: to count anew each time would
/// take for ever where all are called the same.
type Numbers = HashMap<String, usize>;

impl Map {
    pub fn get(&self, key: &str) -> Option<&Value> {
        let pair = self.0.iter().find(|(name, _)| name == key);
        pair.map(|(_, value)| value)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Puts a text; nothing for a blank one.
    pub fn put(&mut self, key: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
            self.set(key, Value::Text(text.to_owned()));
        }
    }

    /// Puts a list; nothing for an empty one.
    pub fn put_list(&mut self, key: &str, items: Vec<Value>) {
        if !items.is_empty() {
            self.set(key, Value::List(items));
        }
    }

    pub fn set(&mut self, key: &str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Adds to a list, which comes to be if there is none.
    pub fn add(&mut self, key: &str, value: Value) {
        if let Some((_, Value::List(items))) = self.0.iter_mut().find(|(name, _)| name == key) {
            items.push(value);
        } else {
            self.set(key, Value::List(vec![value]));
        }
    }

    /// Adds several.
    pub fn add_all(&mut self, key: &str, values: Vec<Value>) {
        for value in values {
            self.add(key, value);
        }
    }

    /// Adds a paragraph to a text.
    pub fn add_paragraph(&mut self, key: &str, text: &str) {
        let text = text.trim();
        match self.0.iter_mut().find(|(name, _)| name == key) {
            _ if text.is_empty() => {}
            Some((_, Value::Text(before))) => before.extend(["\n\n", text]),
            _ => self.put(key, text),
        }
    }

    /// Puts a period; whether it can stand: its end may lie before its start.
    #[must_use]
    pub fn put_period(&mut self, start: Option<Date>, end: Option<Date>) -> bool {
        if let (Some(start), Some(end)) = (start, end)
            && end.ends_before(start)
        {
            return false;
        }
        self.put("startDate", start.map(Date::iso).unwrap_or_default());
        self.put("endDate", end.map(Date::iso).unwrap_or_default());
        true
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Section {
    /// Whether it has anything to say; the summary is said in `basics`.
    fn is_said(&self) -> bool {
        !self.entries.is_empty() || self.key == "summary"
    }
}

impl Draft {
    /// The section of a key; a new one if it is not there.
    pub fn section(&mut self, key: &str) -> &mut Section {
        let at = (self.sections.iter()).position(|section| section.key == key);
        let at = at.unwrap_or_else(|| {
            self.add(Section {
                key: key.to_owned(),
                ..Section::default()
            });
            self.sections.len() - 1
        });
        &mut self.sections[at]
    }

    /// Adds a section after all others.
    pub fn add(&mut self, section: Section) {
        self.known.insert(section.key.clone());
        self.sections.push(section);
    }

    /// Whether there is a section of a key.
    pub fn has(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    /// A key that no section has yet.
    pub fn free_key(&mut self, title: &str) -> String {
        let stem = match slug(title) {
            stem if stem.is_empty() => "more".to_owned(),
            stem => stem,
        };
        let Self { known, keys, .. } = self;
        let taken = |key: &str| {
            let usual = source::KINDS.iter().any(|(kind, _)| *kind == key);
            known.contains(key) || usual || PAGE.contains(&key) || OTHER.contains(&key)
        };
        numbered(&stem, keys, taken)
    }

    /// Gives ids to the entries that one may want to link to.
    pub fn name_entries(&mut self) {
        let mut given: HashSet<String> = PAGE.map(str::to_owned).into();
        given.extend(self.sections.iter().map(|section| section.key.clone()));
        given.extend(source::KINDS.map(|(kind, _)| kind.to_owned()));
        let mut numbers = Numbers::new();
        for section in &mut self.sections {
            for entry in &mut section.entries {
                let more = entry.0.len() > 1;
                let names = ["name", "organization", "institution", "position", "title"];
                let name = names.iter().find_map(|key| entry.text(key));
                let stem = slug(&source::words(name.unwrap_or_default()));
                if !more || stem.is_empty() || entry.get("id").is_some() {
                    continue;
                }
                let id = numbered(&stem, &mut numbers, |id| given.contains(id));
                given.insert(id.clone());
                entry.0.insert(0, ("id".to_owned(), Value::Text(id)));
            }
        }
    }

    /// Puts the keys of entries in an order that reads well.
    pub fn order_entries(&mut self) {
        let order = [
            "url",
            "location",
            "startDate",
            "endDate",
            "date",
            "releaseDate",
            "dates",
            "summary",
            "highlights",
        ];
        for entry in self
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.entries)
        {
            let rank = |key: &str| order.iter().position(|known| *known == key);
            entry
                .0
                .sort_by_key(|(key, _)| rank(key).map_or(0, |rank| rank + 1));
        }
    }

    /// How many sections the file will have.
    pub fn count(&self) -> usize {
        let sections = self.sections.iter();
        sections.filter(|section| section.is_said()).count()
    }

    /// The file as one mapping; what has nothing to say is left out. Sections
    /// are listed where `listed`.
    pub fn into_map(self, listed: bool) -> Map {
        let mut top = Map::default();
        top.set("basics", Value::Map(self.basics));
        let mut plans = Vec::new();
        let mut lists = Vec::new();
        for section in self.sections {
            if !section.is_said() {
                continue;
            }
            let mut plan = Map::default();
            plan.put("id", section.key.clone());
            plan.put("title", section.title.unwrap_or_default());
            plan.put("summary", section.summary.unwrap_or_default());
            plans.push(Value::Map(plan));
            let entries: Vec<_> = section.entries.into_iter().map(Value::Map).collect();
            lists.push((section.key, entries));
        }
        if listed {
            top.put_list("sections", plans);
        }
        for (key, entries) in lists {
            top.put_list(&key, entries);
        }
        top
    }
}

fn numbered(stem: &str, numbers: &mut Numbers, taken: impl Fn(&str) -> bool) -> String {
    let mut name = stem.to_owned();
    if taken(&name) {
        let number = numbers.entry(name.clone()).or_insert(1);
        while taken(&name) {
            *number += 1;
            name = format!("{stem}-{number}");
        }
    }
    name
}

/// Lower-case words joined by hyphens, no more of them than an address needs.
pub fn slug(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).take(6).collect();
    let slug: String = words.join("-").chars().take(60).collect();
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Draft, Section};

    #[test]
    fn each_section_has_a_key_of_its_own_however_many_there_are() {
        let start = std::time::Instant::now();
        let mut draft = Draft::default();
        for _ in 0..200_000 {
            let key = draft.free_key("A");
            assert!(!draft.has(&key), "{key}");
            draft.add(Section {
                key,
                ..Section::default()
            });
        }
        let last = draft.sections.last().map(|section| section.key.as_str());
        assert_eq!(last, Some("a-200000"));
        assert_eq!(draft.free_key("work"), "work-2");
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
