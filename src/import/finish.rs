//! The last steps from a draft to a file that will be read.
//!
//! Never reads other forms.

use std::collections::HashSet;
use std::path::Path;

use super::draft::{Draft, Map, Value as Out};
use super::{Form, Import, yaml};
use crate::source::{self, Audience, Problem, Report, Severity};

/// How it is told that nothing can be made of a file.
const NO_FILE: &str = "this cannot become a file of ours";

/// Writes the file, and makes sure that it will be read.
pub fn finish(
    path: &Path,
    form: Form,
    mut draft: Draft,
    extra: Map,
    mut notes: Vec<Report>,
) -> Result<Import, Report> {
    let parse = |yaml: &str| source::parse(Path::new("resume.yaml"), yaml, Audience::Owner);
    let most = source::MOST_SECTIONS;
    if draft.count() > most {
        let message = format!("{NO_FILE}: more than {most} sections");
        return Err(Report::new(path, "", vec![Problem::error(0..0, message)]));
    }
    let foreign = form != Form::JsonResume;
    if foreign {
        draft.name_entries();
        draft.order_entries();
    }
    let known = |key: &str| source::KINDS.iter().any(|(kind, _)| *kind == key);
    let own = draft.sections.iter().any(|section| !known(&section.key));
    let mut top = draft.into_map(foreign || own);
    know_skills(&mut top);
    let mut top = shown(top);
    let mut mended = Vec::new();
    if parse(&yaml::write(&top)).is_err() {
        let ways = [&["aliases"][..], &["id"], &["id", "aliases"]];
        let mut ways = ways
            .map(|keys| (keys, without(top.clone(), keys)))
            .into_iter();
        let found = ways.find(|(_, left)| parse(&yaml::write(left)).is_ok());
        for key in found.iter().flat_map(|(keys, _)| *keys) {
            let message = format!("some of the values of `{key}` cannot stand");
            mended.push(Problem::hint(0..0, message).help("all of them were left out"));
        }
        top = found.map_or(top, |(_, left)| left);
    }
    // What was ours already is kept as it is, unless something is wrong with it.
    for (key, value) in extra.0 {
        let words = said(&value);
        let value = match (value, top.get(&key)) {
            (Out::List(named), Some(Out::List(all))) => Out::List(united(named, all)),
            (value, _) => value,
        };
        let mut more = top.clone();
        more.set(&key, value);
        let order = ["basics", "url", "theme", "offline", "variants", "sections"];
        let rank = |key: &str| order.iter().position(|known| *known == key);
        more.0
            .sort_by_key(|(key, _)| rank(key).unwrap_or(order.len()));
        if parse(&yaml::write(&more)).is_ok() {
            top = more;
        } else {
            let message = format!("`{key}` cannot stand as it is");
            mended.push(Problem::hint(0..0, message).help(format!("left out: {words}")));
        }
    }
    if !mended.is_empty() {
        notes.push(Report::new(path, "", mended));
    }
    let yaml = yaml::write(&top);
    let again = parse(&yaml).map_err(|report| unreadable(path, &report))?;
    notes.push(again.report);
    notes.retain(|report| !report.problems().is_empty());
    Ok(Import { form, yaml, notes })
}

/// Why there is no file: what would be in it has no place in the one that was
/// read.
fn unreadable(path: &Path, report: &Report) -> Report {
    let errors = report.problems().iter();
    let errors = errors.filter(|problem| problem.severity == Severity::Error);
    let errors = errors.map(|problem| Problem {
        span: 0..0,
        message: format!("{NO_FILE}: {}", problem.message),
        ..problem.clone()
    });
    Report::new(path, "", errors.collect())
}

/// Sections as the file orders them, and then all others.
fn united(mut named: Vec<Out>, all: &[Out]) -> Vec<Out> {
    fn id(plan: &Out) -> &str {
        match plan {
            Out::Text(id) => id,
            Out::Map(map) => map.text("id").unwrap_or_default(),
            Out::List(_) => "",
        }
    }
    let ids: Vec<String> = named.iter().map(|plan| id(plan).to_owned()).collect();
    let missing = all
        .iter()
        .filter(|plan| !ids.iter().any(|known| known == id(plan)));
    named.extend(missing.cloned());
    named
}

/// Without the characters that can stand in no text.
fn shown(map: Map) -> Map {
    fn walk(value: Out) -> Out {
        match value {
            Out::Text(text) => Out::Text(source::allowed(&text)),
            Out::List(items) => Out::List(items.into_iter().map(walk).collect()),
            Out::Map(map) => Out::Map(shown(map)),
        }
    }
    let pairs = map.0.into_iter().map(|(key, value)| (key, walk(value)));
    Map(pairs.collect())
}

/// All words of a value.
fn said(value: &Out) -> String {
    let parts: Vec<_> = match value {
        Out::Text(text) => vec![text.clone()],
        Out::List(items) => items.iter().map(said).collect(),
        Out::Map(map) => {
            let pairs = map.0.iter();
            pairs
                .map(|(key, value)| format!("{key} {}", said(value)))
                .collect()
        }
    };
    source::one_line(&parts.join(", "))
}

/// Takes keys from all mappings within another.
fn without(map: Map, keys: &[&str]) -> Map {
    fn walk(value: Out, keys: &[&str]) -> Out {
        match value {
            Out::Text(text) => Out::Text(text),
            Out::List(items) => Out::List(items.into_iter().map(|item| walk(item, keys)).collect()),
            Out::Map(map) => Out::Map(without(map, keys)),
        }
    }
    // Sections are nothing without theirs.
    let pairs = (map.0.into_iter()).filter(|(name, _)| !keys.contains(&name.as_str()));
    let pairs = pairs.map(|(name, value)| {
        let is_kept = name.as_str() == "sections";
        let value = if is_kept { value } else { walk(value, keys) };
        (name, value)
    });
    Map(pairs.collect())
}

/// Lists the skills that lines name and the file does not.
fn know_skills(top: &mut Map) {
    fn names(value: &Out, key: &str, found: &mut Vec<String>) {
        match value {
            Out::Text(text) if key == "skills" => found.push(text.clone()),
            Out::Text(_) => {}
            Out::List(items) => items.iter().for_each(|item| names(item, key, found)),
            Out::Map(map) => map
                .0
                .iter()
                .for_each(|(key, value)| names(value, key, found)),
        }
    }
    fn known(value: &Out, key: &str, found: &mut HashSet<String>) {
        match value {
            Out::Text(text) if ["name", "keywords", "aliases"].contains(&key) => {
                found.insert(text.to_lowercase());
            }
            Out::Text(_) => {}
            Out::List(items) => items.iter().for_each(|item| known(item, key, found)),
            Out::Map(map) => map
                .0
                .iter()
                .for_each(|(key, value)| known(value, key, found)),
        }
    }
    let (mut asked, mut told) = (Vec::new(), HashSet::new());
    for (key, value) in &top.0 {
        match value {
            Out::List(entries) if key == "skills" => {
                let maps = entries.iter().filter_map(|entry| match entry {
                    Out::Map(map) => Some(map),
                    _ => None,
                });
                for map in maps {
                    for (key, value) in &map.0 {
                        // Keywords of nothing are none.
                        if map.get("name").is_some() {
                            known(value, key, &mut told);
                        }
                        names(value, if key == "skills" { key } else { "" }, &mut asked);
                    }
                }
            }
            value => names(value, "", &mut asked),
        }
    }
    for name in asked {
        if told.insert(name.to_lowercase()) {
            let mut skill = Map::default();
            skill.put("name", name);
            top.add("skills", Out::Map(skill));
        }
    }
}
