//! What a JSON Resume file of ours keeps under `meta.resume`, since the
//! schema has no place for it, laid over the rest.
//!
//! It has the shape of the file, and what the rest has no key for is in it as
//! it would be there. Where the rest has a text or the items of a list, it
//! says what more there is to each, with `of`: how that begins, so that what
//! was edited by hand in the meantime is told from what was not. The rest
//! always wins. Never writes any of it: see `export`.

use std::collections::HashMap;

use super::limits;
use super::problem::{Problem, quote};
use super::tree::{Node, Value};
use crate::model::{NAMES, beginning};

type Pairs = Vec<(Node, Node)>;

/// Lays what is kept over a file; the tree has no `meta.resume` after that.
pub fn lay_over(root: &mut Node, problems: &mut Vec<Problem>) {
    let Some(kept) = root.get_mut("meta").and_then(|meta| meta.remove("resume")) else {
        return;
    };
    let Value::Map(pairs) = &mut root.value else {
        return;
    };
    match kept.value {
        Value::Map(kept) => mapping(pairs, kept, problems),
        _ => problems.push(Problem::unexpected(&kept, "`resume` should be a mapping")),
    }
}

fn mapping(pairs: &mut Pairs, kept: Pairs, problems: &mut Vec<Problem>) {
    let places = pairs.iter().enumerate();
    let mut places: HashMap<String, usize> = places
        .filter_map(|(at, (key, _))| match &key.value {
            Value::Text(name) => Some((name.clone(), at)),
            _ => None,
        })
        .collect();
    for (key, kept) in kept {
        let Value::Text(name) = &key.value else {
            problems.push(Problem::unexpected(&key, "a key should be text"));
            continue;
        };
        if is_own(&key) {
            continue;
        }
        let rest = places.get(name).map(|at| &mut pairs[*at].1);
        match rest {
            Some(rest) if !matches!(rest.value, Value::Null) => over(rest, kept, name, problems),
            _ if is_more(&kept) => {
                let message = format!("there is no {} any more that this is kept of", quote(name));
                problems.push(left_out(&kept, message));
            }
            Some(rest) => *rest = kept,
            None => {
                places.insert(name.clone(), pairs.len());
                let key = Node {
                    span: kept.span.clone(),
                    value: key.value,
                };
                pairs.push((key, kept));
            }
        }
    }
}

/// Lays something kept over what stands under the same key.
fn over(rest: &mut Node, kept: Node, name: &str, problems: &mut Vec<Problem>) {
    let is_more = is_more(&kept);
    match (&mut rest.value, kept.value) {
        (Value::Map(pairs), Value::Map(kept)) => mapping(pairs, kept, problems),
        (Value::List(items), Value::List(kept)) if is_more => list(items, kept, name, problems),
        (Value::Text(_), Value::Map(pairs)) if is_more => {
            let fits = own(&pairs, "of") == begins(rest);
            if !fits {
                problems.push(changed(rest));
            }
            text(rest, pairs, "text", fits);
        }
        _ => {
            let message = format!("there is a {} besides this one", quote(name));
            let problem = Problem::warning(kept.span, message);
            problems.push(problem.help("the other one counts"));
        }
    }
}

/// Makes a text a mapping of its `key` and all that is kept of it.
fn text(rest: &mut Node, kept: Pairs, key: &str, fits: bool) {
    let mut pairs: Pairs = kept.into_iter().filter(|(key, _)| !is_own(key)).collect();
    // What the schema has to have in another form than it was written in.
    if let Some(at) = pairs.iter().position(|(name, _)| name.is_word(key)) {
        let (_, written) = pairs.remove(at);
        if fits {
            *rest = written;
        }
    }
    if !pairs.is_empty() {
        let key = Node {
            span: rest.span.clone(),
            value: Value::Text(key.to_owned()),
        };
        pairs.insert(0, (key, rest.clone()));
        rest.value = Value::Map(pairs);
    }
}

/// Lays what is kept of the items of a list over them.
fn list(items: &mut Vec<Node>, kept: Vec<Node>, name: &str, problems: &mut Vec<Problem>) {
    let found = find(items, &kept);
    let mut depths = vec![None; items.len()];
    for (kept, found) in kept.into_iter().zip(found) {
        let Value::Map(pairs) = kept.value else {
            continue;
        };
        let more = pairs.iter().any(|(key, _)| !is_own(key));
        let Some((item, fits)) = found else {
            if more {
                let of = own(&pairs, "of");
                let message = format!("nothing begins with {} any more", quote(&of));
                let span = kept.span;
                problems
                    .push(Problem::warning(span, message).help("what is kept of it is left out"));
            }
            continue;
        };
        let depth = own(&pairs, "depth").parse().unwrap_or(0);
        depths[item] = Some(depth.min(limits::DEPTH - 1));
        let item = &mut items[item];
        if more && !fits {
            problems.push(changed(item));
        }
        match &mut item.value {
            Value::Map(rest) => mapping(rest, pairs, problems),
            // A keyword is its name.
            _ if name == "keywords" => text(item, pairs, "name", fits),
            _ => text(item, pairs, "text", fits),
        }
    }
    if depths.iter().flatten().any(|depth| *depth > 0) {
        *items = nest(std::mem::take(items), &depths);
    }
}

/// The item that each kept one belongs to, and whether it still begins as it
/// did then.
fn find(items: &[Node], kept: &[Node]) -> Vec<Option<(usize, bool)>> {
    let starts: Vec<String> = items.iter().map(begins).collect();
    let of: Vec<String> = (kept.iter())
        .map(|kept| kept.get("of").and_then(Node::text))
        .map(|of| of.map_or(String::new(), |of| of.text))
        .collect();
    // Where it was, or else wherever it has been moved to.
    let mut found: Vec<_> = (of.iter().enumerate())
        .map(|(number, of)| (starts.get(number) == Some(of)).then_some((number, true)))
        .collect();
    let mut free: Vec<bool> = (0..items.len())
        .map(|item| found.get(item).is_none_or(Option::is_none))
        .collect();
    // The first of those that begin alike comes last here.
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for item in (0..items.len()).rev().filter(|item| free[*item]) {
        places.entry(&starts[item]).or_default().push(item);
    }
    for (found, of) in found.iter_mut().zip(&of) {
        if found.is_none()
            && let Some(item) = places.get_mut(of.as_str()).and_then(Vec::pop)
        {
            free[item] = false;
            *found = Some((item, true));
        }
    }
    // As many as are left on both sides were edited.
    let rest: Vec<usize> = (0..items.len()).filter(|item| free[*item]).collect();
    let lost: Vec<usize> = (0..kept.len())
        .filter(|kept| found[*kept].is_none())
        .collect();
    if rest.len() == lost.len() {
        for (kept, item) in lost.into_iter().zip(rest) {
            found[kept] = Some((item, false));
        }
    }
    found
}

/// Puts lines beneath those they belong to, by how deep they stand. New ones
/// stand with the line that follows them.
fn nest(items: Vec<Node>, depths: &[Option<usize>]) -> Vec<Node> {
    let mut next = 0;
    let mut deep: Vec<usize> = (depths.iter().rev())
        .map(|depth| {
            next = depth.unwrap_or(next);
            next
        })
        .collect();
    deep.reverse();
    let mut lines: Vec<Node> = Vec::new();
    for (item, depth) in items.into_iter().zip(deep) {
        push(&mut lines, item, depth);
    }
    lines
}

fn push(lines: &mut Vec<Node>, line: Node, depth: usize) {
    match lines.last_mut() {
        Some(last) if depth > 0 => {
            let new = |value| Node {
                span: last.span.clone(),
                value,
            };
            if let Value::Text(_) = last.value {
                let key = new(Value::Text("text".to_owned()));
                *last = new(Value::Map(vec![(key, last.clone())]));
            }
            if last.get("highlights").is_none() {
                let none = Node {
                    span: last.span.clone(),
                    value: Value::List(Vec::new()),
                };
                last.set("highlights", none);
            }
            if let Some(Node {
                value: Value::List(lines),
                ..
            }) = last.get_mut("highlights")
            {
                push(lines, line, depth - 1);
            }
        }
        _ => lines.push(line),
    }
}

/// How an item or a text begins.
fn begins(node: &Node) -> String {
    let name = || NAMES.iter().find_map(|key| node.get(key)?.text());
    let text = node.text().or_else(name);
    text.map_or(String::new(), |text| beginning(&text.text))
}

/// Whether something kept is more of what is there, not a thing by itself.
fn is_more(kept: &Node) -> bool {
    kept.get("of").is_some() || kept.items().iter().any(|item| item.get("of").is_some())
}

/// Whether a key is about what is kept, not of it.
fn is_own(key: &Node) -> bool {
    key.is_word("of") || key.is_word("depth")
}

fn own(pairs: &Pairs, key: &str) -> String {
    let pair = pairs.iter().find(|(name, _)| name.is_word(key));
    let text = pair.and_then(|(_, node)| node.text());
    text.map_or(String::new(), |text| text.text)
}

fn changed(rest: &Node) -> Problem {
    Problem::warning(
        rest.span.clone(),
        "`meta` was written for other words than these",
    )
    .help("what it keeps still counts: see whether it is true of them")
}

fn left_out(kept: &Node, message: String) -> Problem {
    Problem::warning(kept.span.clone(), message).help("it is left out")
}
