//! The tree of a file as a variant shows it: the same, with less of it, in
//! another order.
//!
//! Never reads what a variant says.

use std::collections::{HashMap, HashSet};

use super::cut::{Cut, forget_skills, section_id};
use super::limits;
use super::section::KINDS;
use super::tree::{Node, Value};
use super::variant::Variant;

impl Variant<'_> {
    /// The tree of a file as this variant shows it, without what is private.
    pub fn view(&self, root: &Node, private: &Cut) -> Node {
        let mut view = self.cut.and(private).without(root);
        if let Some(basics) = view.get_mut("basics") {
            for (key, node) in [("label", self.label), ("summary", self.summary)] {
                if let Some(node) = node {
                    basics.set(key, node.clone());
                }
            }
        }
        forget_skills(root, &mut view);
        if let Some(skills) = view.get_mut("skills")
            && let Value::List(skills) = &mut skills.value
        {
            // Each stands at a place of its own in the file.
            let mut leads = HashMap::new();
            for (number, lead) in self.skills.iter().enumerate() {
                leads.entry(&lead.span).or_insert(number);
            }
            skills.sort_by_key(|skill| leads.get(&skill.span).copied().unwrap_or(usize::MAX));
        }
        self.order(&mut view);
        view
    }

    /// Puts the sections that the variant names first.
    fn order(&self, view: &mut Node) {
        let mut plans = HashMap::new();
        let mut ids = self.sections.clone();
        let first: HashSet<&String> = self.sections.iter().collect();
        for (id, node) in named(view) {
            if !first.contains(&id) {
                ids.push(id.clone());
            }
            plans.entry(id).or_insert(node);
        }
        let plan = |id: &String| {
            let plan = plans.get(id).copied();
            plan.cloned().unwrap_or_else(|| Node {
                span: view.span.clone(),
                value: Value::Text(id.clone()),
            })
        };
        // What is said in place of the whole's summary is not for the end.
        let summary = "summary".to_owned();
        if !ids.is_empty() && self.summary.is_some() && !ids.contains(&summary) {
            ids.insert(0, summary);
        }
        // What is left out is not named either.
        let known: HashSet<String> = sections(view).into_iter().collect();
        ids.retain(|id| known.contains(id));
        if ids.is_empty() {
            return;
        }
        let sections = Node {
            span: view.span.clone(),
            value: Value::List(ids.iter().map(plan).collect()),
        };
        view.set("sections", sections);
    }
}

/// The ids of all sections that the file has.
pub fn sections(root: &Node) -> Vec<String> {
    let keys: HashSet<&str> = match &root.value {
        Value::Map(pairs) => (pairs.iter())
            .filter_map(|(key, _)| match &key.value {
                Value::Text(key) => Some(key.as_str()),
                _ => None,
            })
            .collect(),
        _ => HashSet::new(),
    };
    let kinds = KINDS.iter().map(|(kind, _)| (*kind).to_owned());
    let mut seen = HashSet::new();
    (named(root).map(|(id, _)| id).chain(kinds))
        .filter(|id| id == "summary" || keys.contains(id.as_str()))
        .filter(|id| seen.insert(id.clone()))
        .collect()
}

/// What `sections` names; of a file with more the reader tells.
fn named(root: &Node) -> impl Iterator<Item = (String, &Node)> {
    let plans = root.list("sections").iter();
    let plans = plans.filter_map(|plan| Some((section_id(plan)?, plan)));
    plans.take(limits::SECTIONS)
}
