//! A résumé as the keys and values of our own file, which is read as just
//! that résumé: see `source`.
//!
//! Never knows how entries of a kind are written.

use serde_json::Value as Json;

use super::exact::exact;
use super::written::Writer;
use crate::import::draft::{Map, Value};
use crate::model::{Line, Person, Resume, Section, Theme, Typeface};
use crate::source::{KINDS, default_title};
use crate::words::Language;

/// Writes a résumé; with `ids`, those of all entries.
pub fn write(resume: &Resume, ids: bool) -> Map {
    let mut top = Map::default();
    let mut basics = person(&resume.person);
    let mut writer = Writer::new(resume, ids);
    let mut lists = Vec::new();
    let mut plans = Vec::new();
    for section in &resume.sections {
        let mut plan = Map::default();
        plan.put("id", section.id.clone());
        if section.title != default_title(&resume.language.words, &section.id) {
            plan.put("title", section.title.clone());
        }
        if section.id == "summary" {
            summaries(&writer, section, &mut plan, &mut basics);
        } else {
            let entries = section.entries.iter();
            let entries = entries.map(|entry| Value::Map(writer.entry(&section.id, entry)));
            lists.push((section.id.as_str(), entries.collect()));
        }
        plans.push(plan);
    }
    top.set("basics", Value::Map(basics));
    if let Some(url) = &resume.url {
        top.put("url", url.clone());
    }
    let language = &resume.language;
    if language.tag != Language::default().tag {
        top.put("language", language.tag.clone());
    }
    if let Some(words) = value(&language.own_words()) {
        top.set("words", words);
    }
    if resume.theme != Theme::default() {
        top.set("theme", Value::Map(theme(resume.theme)));
    }
    if !resume.offline {
        top.put("offline", "false".to_owned());
    }
    let usual = KINDS.iter().map(|(key, _)| *key);
    let usual = usual.filter(|key| resume.sections.iter().any(|section| section.id == *key));
    let ids = resume.sections.iter().map(|section| section.id.as_str());
    if !usual.eq(ids) || plans.iter().any(|plan| plan.0.len() > 1) {
        top.put_list("sections", plans.into_iter().map(Value::Map).collect());
    }
    for (key, entries) in lists {
        top.put_list(key, entries);
    }
    top
}

/// What stands in JSON, as far as words of our own do; nothing if it is empty.
fn value(json: &Json) -> Option<Value> {
    match json {
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Array(items) => Some(Value::List(items.iter().filter_map(value).collect())),
        Json::Object(pairs) => {
            let mut map = Map::default();
            for (key, json) in pairs {
                map.set(key, value(json)?);
            }
            (!map.is_empty()).then_some(Value::Map(map))
        }
        _ => None,
    }
}

fn person(person: &Person) -> Map {
    let mut basics = Map::default();
    basics.put("name", person.name.clone());
    let at = &person.location;
    let mut location = Map::default();
    let parts = [
        ("address", &at.street),
        ("postalCode", &at.code),
        ("city", &at.city),
        ("region", &at.region),
        ("countryCode", &at.country),
    ];
    let own = [
        ("label", &person.label),
        ("email", &person.email),
        ("phone", &person.phone),
        ("url", &person.url),
    ];
    fill(&mut location, &parts);
    fill(&mut basics, &own);
    if !location.is_empty() {
        basics.set("location", Value::Map(location));
    }
    let profiles = person.profiles.iter().map(|profile| {
        let mut map = Map::default();
        map.put("network", profile.network.clone());
        let rest = [
            ("username", &profile.username),
            ("url", &profile.url),
            ("note", &profile.note),
        ];
        fill(&mut map, &rest);
        Value::Map(map)
    });
    basics.put_list("profiles", profiles.collect());
    basics
}

fn fill(map: &mut Map, texts: &[(&str, &Option<String>)]) {
    for (key, text) in texts {
        map.put(key, text.as_deref().unwrap_or_default());
    }
}

/// Those of the section and of the person, which have no lists.
fn summaries(writer: &Writer, section: &Section, plan: &mut Map, basics: &mut Map) {
    let Some((last, before)) = section.entries.split_last() else {
        return;
    };
    let lines: Vec<&Line> = before.iter().flat_map(|entry| &entry.lines).collect();
    if let Some(summary) = writer.summary(&lines) {
        plan.set("summary", summary);
    }
    let lines: Vec<&Line> = last.lines.iter().collect();
    if let Some(summary) = writer.summary(&lines) {
        basics.set("summary", summary);
    }
}

fn theme(theme: Theme) -> Map {
    let mut map = Map::default();
    if let Some(accent) = theme.accent {
        let mut colours = Map::default();
        colours.put("light", accent.light.to_string());
        colours.put("dark", accent.dark.to_string());
        map.set("accent", Value::Map(colours));
    }
    let mut names = Typeface::NAMES.iter();
    if let Some((name, _)) = names.find(|(_, typeface)| *typeface == theme.typeface)
        && theme.typeface != Typeface::default()
    {
        map.put("typeface", *name);
    }
    map
}

/// The text of lines, each a paragraph of its own.
pub fn paragraphs<'l>(lines: impl Iterator<Item = &'l Line>) -> String {
    let texts: Vec<_> = lines.map(|line| exact(&line.text)).collect();
    texts.join("\n\n")
}
