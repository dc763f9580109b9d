//! Sections: which there are, in which order, under which titles.
//!
//! Never knows what the entries of a kind say.

use super::entry;
use super::fields::{Fields, Spanned, nearest};
use super::highlight;
use super::limits;
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::{Node, Value};
use crate::model::{Line, Section};
use crate::words::{Word, Words};

/// JSON Resume's sections, in the order they have without `sections`.
pub const KINDS: [(&str, Word); 12] = [
    ("summary", Word::SectionSummary),
    ("work", Word::SectionWork),
    ("volunteer", Word::SectionVolunteer),
    ("projects", Word::SectionProjects),
    ("skills", Word::SectionSkills),
    ("education", Word::SectionEducation),
    ("awards", Word::SectionAwards),
    ("certificates", Word::SectionCertificates),
    ("publications", Word::SectionPublications),
    ("languages", Word::SectionLanguages),
    ("interests", Word::SectionInterests),
    ("references", Word::SectionReferences),
];

/// What `sections` says of one.
struct Plan {
    key: String,
    title: Option<String>,
    intro: Vec<Line>,
}

/// Reads all sections; those that `sections` does not name come last, so that
/// nothing is lost.
pub fn read(reader: &mut Reader, top: &mut Fields) -> Vec<Section> {
    let known = |plans: &[Plan], key: &str| plans.iter().any(|plan| plan.key == key);
    let mut plans = plans(reader, top);
    for (key, _) in KINDS {
        let there = key == "summary" || top.take(key).is_some();
        if there && !known(&plans, key) {
            reader.ids.reserve_section(key);
            plans.push(Plan {
                key: key.to_owned(),
                title: None,
                intro: Vec::new(),
            });
        }
    }
    let mut sections = Vec::new();
    for plan in plans {
        let mut entries = Vec::new();
        if !plan.intro.is_empty() {
            entries.push(entry::list(plan.intro));
        }
        if plan.key == "summary" {
            let lines = basics_summary(reader, top);
            if !lines.is_empty() {
                entries.push(entry::list(lines));
            }
        } else {
            for node in top.list(reader, &plan.key) {
                entries.extend(entry::read(reader, &plan.key, node));
            }
        }
        if entries.is_empty() {
            continue;
        }
        let title =
            (plan.title).unwrap_or_else(|| default_title(&reader.language.words, &plan.key));
        sections.push(Section {
            id: plan.key,
            title,
            entries,
        });
    }
    sections
}

/// What a section is called that the file gives no title.
pub fn default_title(words: &Words, key: &str) -> String {
    if let Some((_, title)) = KINDS.iter().find(|(kind, _)| *kind == key) {
        return words.text(*title).to_owned();
    }
    let plain = key.replace(['-', '_'], " ");
    let mut letters = plain.chars();
    (letters.next().into_iter().flat_map(char::to_uppercase))
        .chain(letters)
        .collect()
}

fn plans(reader: &mut Reader, top: &mut Fields) -> Vec<Plan> {
    let mut plans: Vec<Plan> = Vec::new();
    for node in top.list(reader, "sections") {
        let plan = match &node.value {
            Value::Null => None,
            Value::Text(_) => node.text().map(|id| (id, None, Vec::new())),
            _ => described(reader, node),
        };
        let Some((id, title, intro)) = plan else {
            continue;
        };
        if plans.len() == limits::SECTIONS {
            let message = format!("more than {} sections", limits::SECTIONS);
            reader.push(Problem::error(id.span, message));
            break;
        }
        if plans.iter().any(|plan| plan.key == id.text) {
            let message = format!("the section {} is named twice", quote(&id.text));
            reader.push(Problem::error(id.span, message).help("remove one of the two"));
            continue;
        }
        if let Some(problem) = unlisted(top, &id) {
            reader.push(problem);
            continue;
        }
        match reader.ids.claim_section(reader.text, id) {
            Ok(key) => plans.push(Plan { key, title, intro }),
            Err(problem) => reader.push(problem),
        }
    }
    plans
}

/// The problem with an id that is no key of entries.
fn unlisted(top: &Fields, id: &Spanned) -> Option<Problem> {
    let name = quote(&id.text);
    let kinds = || KINDS.iter().map(|(kind, _)| *kind);
    if kinds().any(|kind| kind == id.text) {
        return None;
    }
    if [
        "$schema", "basics", "language", "meta", "offline", "private", "sections", "theme",
        "variants", "words",
    ]
    .contains(&id.text.as_str())
    {
        let problem = Problem::error(id.span.clone(), format!("{name} is not a section"));
        return Some(problem.help("a section is a list of entries"));
    }
    if top.get(&id.text).is_some() {
        return None;
    }
    let problem = Problem::error(id.span.clone(), format!("there is no {name} in this file"));
    Some(match nearest(&id.text, kinds()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("its entries stand under a key of that name"),
    })
}

/// An item of `sections` that is more than an id.
fn described(reader: &mut Reader, node: &Node) -> Option<(Spanned, Option<String>, Vec<Line>)> {
    let mut fields = Fields::of(reader, node, "a section should be an id or")?;
    let id = fields.text(reader, "id");
    let title = fields.string(reader, "title");
    let intro = highlight::summary(reader, &mut fields, "summary");
    let problem = Problem::error(node.span.clone(), "a section needs an `id`")
        .help("the id is the key of its entries, such as `work`");
    fields.require(reader, "id", problem);
    fields.finish(reader);
    Some((id?, title, intro))
}

fn basics_summary(reader: &mut Reader, top: &mut Fields) -> Vec<Line> {
    let basics = top.take("basics").and_then(Fields::peek);
    basics.map_or(Vec::new(), |mut fields| {
        highlight::summary(reader, &mut fields, "summary")
    })
}
