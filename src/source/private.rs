//! `private`: what of the file is not for the world, and what may not be
//! meant for it.
//!
//! Never takes anything out.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::Value as Json;

use super::cut::{Cut, may_hold_marks};
use super::limits;
use super::path::{self, Way};
use super::problem::Problem;
use super::tree::{Node, Value};

/// The key, in the file and in what is private.
pub const KEY: &str = "private";

/// What goes public without much thought, with its name for people.
const EXPOSED: [(&str, &str); 2] = [
    ("basics.phone", "the telephone number"),
    ("basics.location.address", "the street address"),
];

/// What is private.
#[derive(Default)]
pub struct Private {
    pub cut: Cut,
    /// Its paths.
    pub paths: Vec<String>,
}

/// Reads the list `private` and all marks `private: true`.
pub fn read(root: &Node, problems: &mut Vec<Problem>) -> Private {
    let mut private = Private::default();
    let mut known = HashSet::new();
    for (way, path) in paths(root, KEY, root.get(KEY), problems) {
        private.add(root, way, path, &mut known);
    }
    let mut ways = Vec::new();
    marks(root, &mut Way::new(), &mut ways, problems);
    for way in ways {
        let path = path::print(root, &way);
        if is_needed(&path) {
            let span = path::at(root, &way).map_or(0..0, |node| node.span.clone());
            problems.push(needed(span));
            continue;
        }
        private.add(root, way, path, &mut known);
    }
    private
}

/// The ways that a list of paths names, each with the path.
pub fn paths(
    root: &Node,
    key: &str,
    list: Option<&Node>,
    problems: &mut Vec<Problem>,
) -> Vec<(Way, String)> {
    let mut ways = Vec::new();
    let Some(list) = list else {
        return ways;
    };
    if !matches!(list.value, Value::List(_) | Value::Null) {
        let what = format!("`{key}` should be a list (`- …` or `[…]`)");
        problems.push(Problem::unexpected(list, &what));
    }
    if !limits::can_search(root.span.len(), list.items().len()) {
        let message = format!("`{key}` has more paths than can be looked for in so large a file");
        let help = "name what holds them";
        problems.push(Problem::error(list.span.clone(), message).help(help));
        return ways;
    }
    for item in list.items() {
        let Some(path) = item.text() else {
            if !item.is_blank() {
                let what = format!("an item of `{key}` should be a path, such as `basics.phone`");
                problems.push(Problem::unexpected(item, &what));
            }
            continue;
        };
        match path::find(root, &path) {
            Ok(way) if is_needed(&path::print(root, &way)) => problems.push(needed(path.span)),
            Ok(way) => ways.push((way, path.text)),
            Err(problem) => problems.push(problem),
        }
    }
    ways
}

/// Points out what goes public, if its owner has not said that all may.
pub fn hint(text: &str, root: &Node, public: &Json) -> Option<Problem> {
    let said = |node: &Node| matches!(&node.value, Value::List(items) if items.is_empty());
    let list = root.get(KEY);
    if list.is_some_and(said) {
        return None;
    }
    let exposed: Vec<_> = (EXPOSED.iter())
        .filter_map(|(path, name)| {
            let mut keys = path.split('.');
            let node = keys.try_fold(root, |node, key| node.get(key))?;
            let span = node.text()?.span;
            public.pointer(&format!("/{}", path.replace('.', "/")))?;
            let line = text[..span.start].matches('\n').count() + 1;
            Some((*path, format!("{name} (line {line})"), span))
        })
        .collect();
    let (_, _, first) = exposed.first()?;
    let names: Vec<&str> = exposed.iter().map(|(_, name, _)| name.as_str()).collect();
    let paths: Vec<&str> = exposed.iter().map(|(path, ..)| *path).collect();
    let (names, paths) = (names.join(" and "), paths.join(", "));
    let verb = if exposed.len() == 1 { "goes" } else { "go" };
    let help = match list {
        Some(_) => format!("to withhold that, add to `private`: {paths}"),
        None => format!(
            "to withhold that, add `private: [{paths}]`; `private: []` says that it may be public"
        ),
    };
    Some(Problem::hint(first.clone(), format!("{names} {verb} public")).help(help))
}

/// The ways to all mappings that say `private: true` of themselves.
fn marks(node: &Node, way: &mut Way, ways: &mut Vec<Way>, problems: &mut Vec<Problem>) {
    let mut within = |number: usize, node: &Node| {
        way.push(number);
        marks(node, way, ways, problems);
        way.pop();
    };
    match &node.value {
        Value::List(items) => (items.iter().enumerate()).for_each(|(n, item)| within(n, item)),
        Value::Map(pairs) => {
            for (number, (key, value)) in pairs.iter().enumerate() {
                if may_hold_marks(key) {
                    within(number, value);
                }
            }
            // At the top it is the list.
            let mark = pairs.iter().find(|(key, _)| key.is_word(KEY));
            let Some((_, mark)) = mark.filter(|_| !way.is_empty()) else {
                return;
            };
            if mark.is_word("true") {
                ways.push(way.clone());
            } else if !mark.is_word("false") {
                let message = "beside other keys `private` is `true` or not there";
                let help = "single parts are named in the list `private`, at the top of the \
                    file, such as `basics.phone`";
                problems.push(Problem::error(mark.span.clone(), message).help(help));
            }
        }
        _ => {}
    }
}

/// The name cannot be left out: everything hangs on it.
fn is_needed(path: &str) -> bool {
    ["basics", "basics.name"].contains(&path)
}

fn needed(span: Range<usize>) -> Problem {
    Problem::error(span, "there is no résumé without a name")
}

impl Private {
    /// Adds a part, and its path if that is not `known` yet.
    fn add(&mut self, root: &Node, way: Way, path: String, known: &mut HashSet<String>) {
        self.cut.add(root, way);
        if known.insert(path.clone()) {
            self.paths.push(path);
        }
    }
}
