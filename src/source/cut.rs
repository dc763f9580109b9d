//! Taking parts out of the tree, with whatever would tell that they were
//! there.
//!
//! Never knows why they are taken out.

use std::collections::{HashMap, HashSet};

use super::fields::one_line;
use super::ids::slug;
use super::path::{self, Way};
use super::private::KEY;
use super::tree::{Node, Value};
use crate::model::NAMES;

/// What to take out.
#[derive(Debug, Clone, Default)]
pub struct Cut(HashSet<Way>);

impl Cut {
    /// Adds what stands at the end of a way, and what cannot stay without it.
    pub fn add(&mut self, root: &Node, mut way: Way) {
        // A line is its text, a skill its name, a section its id.
        let within = path::key(root, &way[..1]);
        while let Some(key) = path::key(root, &way)
            && way.len() > 1
            && match key {
                "text" => true,
                "name" => within == Some("skills"),
                "id" => within == Some("sections"),
                _ => false,
            }
        {
            way.pop();
        }
        // An id made of a name says the name.
        if let Some(key) = path::key(root, &way)
            && within != Some("sections")
            && NAMES.contains(&key)
            && let Some(id) = path::sibling(root, &way, "id")
            && let (Some(name), Some(id_text)) = (path::at(root, &way), path::at(root, &id))
            && let (Some(name), Some(id_text)) = (name.text(), id_text.text())
            && let (name, id_text) = (slug(&name.text), slug(&id_text.text))
            && (name.contains(&id_text) || id_text.contains(&name))
        {
            self.0.insert(id);
        }
        // A section's entries and its place in the list belong together.
        match (within, &way[..]) {
            (Some("sections"), [_, _]) => {
                let id = path::at(root, &way).and_then(section_id);
                self.0.extend(id.and_then(|id| path::top(root, &id)));
            }
            // A mapping is no section, and the file may be full of them.
            (Some(key), [_]) if path::at(root, &way).is_some_and(Node::is_list) => {
                if let Some(list) = path::top(root, "sections") {
                    let items = path::at(root, &list).map_or(&[][..], Node::items);
                    let named = (items.iter().enumerate())
                        .filter(|(_, item)| section_id(item).as_deref() == Some(key));
                    self.0
                        .extend(named.map(|(item, _)| [list[0], item].to_vec()));
                }
            }
            _ => {}
        }
        self.0.insert(way);
    }

    /// Adds all that another takes out.
    pub fn and(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0).cloned().collect())
    }

    /// Whether what stands at the end of a way is taken out.
    pub fn has(&self, way: &[usize]) -> bool {
        (1..=way.len()).any(|end| self.0.contains(&way[..end]))
    }

    /// A copy of the tree without all that. What says what to take out is
    /// never in it.
    pub fn apply(&self, root: &Node) -> Node {
        let mut copy = self.without(root);
        forget_skills(root, &mut copy);
        copy
    }

    /// The same, but for skills that are gone, which lines still name.
    pub fn without(&self, root: &Node) -> Node {
        let mut copy = self.copy(root, &mut Way::new(), true);
        if let Value::Map(pairs) = &mut copy.value {
            pairs.retain(|(key, _)| !key.is_word("variants"));
        }
        copy
    }

    fn copy(&self, node: &Node, way: &mut Way, marks: bool) -> Node {
        let mut child = |number: usize, node: &Node, marks: bool| {
            way.push(number);
            let kept = !self.0.contains(way);
            let copy = kept.then(|| self.copy(node, way, marks));
            way.pop();
            copy
        };
        let value = match &node.value {
            Value::List(items) => {
                let items = items.iter().enumerate();
                Value::List(
                    items
                        .filter_map(|(n, item)| child(n, item, marks))
                        .collect(),
                )
            }
            Value::Map(pairs) => {
                let pairs = pairs.iter().enumerate();
                let pairs = pairs.filter(|(_, (key, _))| !(marks && key.is_word(KEY)));
                Value::Map(
                    pairs
                        .filter_map(|(n, (key, node))| {
                            let marks = marks && may_hold_marks(key);
                            Some((key.clone(), child(n, node, marks)?))
                        })
                        .collect(),
                )
            }
            value => value.clone(),
        };
        Node {
            span: node.span.clone(),
            value,
        }
    }
}

/// Whether `private: true` has a meaning within a key: neither the look nor
/// the order of things can be private.
pub fn may_hold_marks(key: &Node) -> bool {
    ![KEY, "sections", "theme", "variants"]
        .iter()
        .any(|word| key.is_word(word))
}

/// The id of an item of `sections`.
pub fn section_id(item: &Node) -> Option<String> {
    let id = item.text().or_else(|| item.get("id")?.text());
    id.map(|id| id.text)
}

/// Each name of a skill or keyword in lower case, with the one that counts.
fn skills(root: &Node) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut add = |node: &Node| {
        let Some(name) = node.text().or_else(|| node.get("name")?.text()) else {
            return;
        };
        let name = one_line(&name.text);
        let aliases = node.list("aliases");
        for alias in aliases.iter().filter_map(Node::text) {
            let alias = one_line(&alias.text).to_lowercase();
            names.entry(alias).or_insert_with(|| name.clone());
        }
        names.insert(name.to_lowercase(), name);
    };
    for skill in root.list("skills") {
        add(skill);
        let keywords = skill.list("keywords");
        keywords.iter().for_each(&mut add);
    }
    names
}

/// Sees to it that no list of a copy names a skill that only the original has.
pub fn forget_skills(root: &Node, copy: &mut Node) {
    let (before, after) = (skills(root), skills(copy));
    if before.len() != after.len() {
        forget(copy, &before, &after);
    }
}

/// Takes skills that are gone out of the lists that name them; those of
/// which only an alias is gone go by their name there.
fn forget(node: &mut Node, before: &HashMap<String, String>, after: &HashMap<String, String>) {
    match &mut node.value {
        Value::List(items) => items
            .iter_mut()
            .for_each(|item| forget(item, before, after)),
        Value::Map(pairs) => {
            for (key, node) in pairs {
                if key.is_word("skills")
                    && let Value::List(items) = &mut node.value
                {
                    items.retain_mut(|item| rename(item, before, after));
                }
                forget(node, before, after);
            }
        }
        _ => {}
    }
}

/// Whether a skill that a list names is still there.
fn rename(
    item: &mut Node,
    before: &HashMap<String, String>,
    after: &HashMap<String, String>,
) -> bool {
    let Some(name) = item.text() else {
        return true;
    };
    let name = one_line(&name.text).to_lowercase();
    if after.contains_key(&name) {
        return true;
    }
    match before.get(&name) {
        // An unknown one is a mistake, to be told.
        None => true,
        Some(main) if after.contains_key(&main.to_lowercase()) => {
            item.value = Value::Text(main.clone());
            true
        }
        Some(_) => false,
    }
}
