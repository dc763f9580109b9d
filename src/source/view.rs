//! The tree of a file as a variant shows it: the same, with less of it, in
//! another order.
//!
//! Never reads what a variant says.

use super::cut::{Cut, forget_skills, section_id};
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
            let leads = |skill: &Node| self.skills.iter().position(|lead| lead.span == skill.span);
            skills.sort_by_key(|skill| leads(skill).unwrap_or(usize::MAX));
        }
        self.order(&mut view);
        view
    }

    /// Puts the sections that the variant names first.
    fn order(&self, view: &mut Node) {
        let plans = view.list("sections");
        let plan = |id: &String| {
            let plan = plans
                .iter()
                .find(|plan| section_id(plan).as_ref() == Some(id));
            plan.cloned().unwrap_or_else(|| Node {
                span: view.span.clone(),
                value: Value::Text(id.clone()),
            })
        };
        let mut ids = self.sections.clone();
        let rest = plans.iter().filter_map(section_id);
        ids.extend(rest.filter(|id| !self.sections.contains(id)));
        // What is said in place of the whole's summary is not for the end.
        let summary = "summary".to_owned();
        if !ids.is_empty() && self.summary.is_some() && !ids.contains(&summary) {
            ids.insert(0, summary);
        }
        // What is left out is not named either.
        let known = sections(view);
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
    let named = root.list("sections");
    let named = named.iter().filter_map(section_id);
    let kinds = KINDS.iter().map(|(kind, _)| (*kind).to_owned());
    let mut ids: Vec<String> = Vec::new();
    for id in named.chain(kinds) {
        let there = id == "summary" || root.get(&id).is_some();
        if there && !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
