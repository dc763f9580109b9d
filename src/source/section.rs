//! Sections: which there are, in which order, under which titles.
//!
//! Never knows what the entries of a kind say.

use super::entry;
use super::fields::{Fields, Spanned, nearest};
use super::highlight;
use super::problem::Problem;
use super::reader::Reader;
use super::yaml::{Node, Value};
use crate::model::{Line, Section};

/// JSON Resume's sections, in the order they have without `sections`.
const KINDS: [(&str, &str); 12] = [
    ("summary", "Summary"),
    ("work", "Work experience"),
    ("volunteer", "Volunteering"),
    ("projects", "Projects"),
    ("skills", "Skills"),
    ("education", "Education"),
    ("awards", "Awards"),
    ("certificates", "Certificates"),
    ("publications", "Publications"),
    ("languages", "Languages"),
    ("interests", "Interests"),
    ("references", "References"),
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
        if !known(&plans, key) {
            plans.push(Plan {
                key: key.to_owned(),
                title: None,
                intro: Vec::new(),
            });
        }
    }
    plans.retain(|plan| plan.key == "summary" || !plan.intro.is_empty() || top.has(&plan.key));
    for plan in &plans {
        reader.claim_section(&plan.key);
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
        let title = plan.title.unwrap_or_else(|| default_title(&plan.key));
        sections.push(Section {
            id: plan.key,
            title,
            entries,
        });
    }
    sections
}

fn default_title(key: &str) -> String {
    (KINDS.iter())
        .find(|(kind, _)| *kind == key)
        .map_or(key, |(_, title)| title)
        .to_owned()
}

fn plans(reader: &mut Reader, top: &mut Fields) -> Vec<Plan> {
    let mut plans: Vec<Plan> = Vec::new();
    for node in top.list(reader, "sections") {
        let plan = match &node.value {
            Value::Text(text) => {
                let text = text.trim().to_owned();
                let span = node.span.clone();
                Some((Spanned { text, span }, None, Vec::new()))
            }
            _ => described(reader, node),
        };
        let Some((id, title, intro)) = plan else {
            continue;
        };
        if plans.iter().any(|plan| plan.key == id.text) {
            let message = format!("the id `{}` is given to two sections", id.text);
            reader.push(Problem::error(id.span, message).help("remove one of them"));
            continue;
        }
        let standard = KINDS.iter().any(|(kind, _)| *kind == id.text);
        if !standard && !top.has(&id.text) {
            let problem =
                Problem::error(id.span, format!("there is no `{}` in this file", id.text));
            let kinds = KINDS.iter().map(|(kind, _)| *kind);
            reader.push(match nearest(&id.text, kinds) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("add `{}:` with a list of entries", id.text)),
            });
            continue;
        }
        plans.push(Plan {
            key: id.text,
            title,
            intro,
        });
    }
    plans
}

/// An item of `sections` that is more than an id.
fn described(reader: &mut Reader, node: &Node) -> Option<(Spanned, Option<String>, Vec<Line>)> {
    let mut fields = Fields::of(reader, node, "a section is an id, or it")?;
    let id = fields.text(reader, "id");
    let title = fields.string(reader, "title");
    let intro = highlight::summary(reader, &mut fields, "summary");
    fields.finish(reader);
    if id.is_none() {
        reader.push(
            Problem::error(node.span.clone(), "a section needs an `id`")
                .help("the id is the key of its entries, such as `work`"),
        );
    }
    Some((id?, title, intro))
}

fn basics_summary(reader: &mut Reader, top: &mut Fields) -> Vec<Line> {
    let Some(node) = top.take("basics") else {
        return Vec::new();
    };
    if !matches!(node.value, Value::Map(_)) {
        return Vec::new();
    }
    Fields::of(reader, node, "`basics`")
        .map(|mut fields| highlight::summary(reader, &mut fields, "summary"))
        .unwrap_or_default()
}
