//! Parts of the file by name, as in `work.example.highlights.2`: keys, and
//! items of a list by id, by name or by number.
//!
//! Never changes the tree, nor knows what a part is named for.

use super::fields::{Spanned, nearest, one_line};
use super::limits;
use super::problem::{Problem, quote, quote_all};
use super::tree::{Node, Value};
use crate::model::NAMES;

/// Which child to take at each step from the root: the number of a pair in a
/// mapping, of an item in a list.
pub type Way = Vec<usize>;

/// The way to what a path names.
pub fn find(root: &Node, path: &Spanned) -> Result<Way, Problem> {
    let refuse = |(message, help): (String, Option<String>)| {
        let problem = Problem::error(path.span.clone(), message);
        match help {
            Some(help) => problem.help(help),
            None => problem,
        }
    };
    let words = one_line(&path.text);
    // Each way to join them is looked for among all names.
    let parts: Vec<&str> = words.split('.').take(limits::PARTS + 1).collect();
    if parts.len() > limits::PARTS {
        let message = format!("this path has more than {} parts", limits::PARTS);
        return Err(refuse((message, None)));
    }
    let (mut way, mut node, mut at) = (Way::new(), root, 0);
    while at < parts.len() {
        let (child, used) = step(node, &parts[at..])
            .map_err(|told| told.told(&parts[..at]))
            .map_err(refuse)?;
        way.push(child);
        let Some(next) = self::child(node, child) else {
            break;
        };
        node = next;
        at += used;
    }
    Ok(way)
}

/// The part at the end of a way.
pub fn at<'n>(root: &'n Node, way: &[usize]) -> Option<&'n Node> {
    way.iter()
        .try_fold(root, |node, number| child(node, *number))
}

/// The key that a way ends with, if it leads into a mapping.
pub fn key<'n>(root: &'n Node, way: &[usize]) -> Option<&'n str> {
    let (last, parent) = way.split_last()?;
    match &at(root, parent)?.value {
        Value::Map(pairs) => match &pairs.get(*last)?.0.value {
            Value::Text(key) => Some(key),
            _ => None,
        },
        _ => None,
    }
}

/// The way to another key of the same mapping.
pub fn sibling(root: &Node, way: &[usize], key: &str) -> Option<Way> {
    let (_, parent) = way.split_last()?;
    let Value::Map(pairs) = &at(root, parent)?.value else {
        return None;
    };
    let child = pairs.iter().position(|(name, _)| name.is_word(key))?;
    Some([parent, &[child]].concat())
}

/// The way to a key of the whole file.
pub fn top(root: &Node, key: &str) -> Option<Way> {
    sibling(root, &[0], key)
}

/// The path of a way. Items have their id or their number, never their name,
/// which may be the very thing that is not to be told.
pub fn print(root: &Node, way: &[usize]) -> String {
    let mut parts = Vec::new();
    let mut parent = Some(root);
    for number in way {
        let node = parent.and_then(|parent| child(parent, *number));
        let key = parent.and_then(|parent| key(parent, &[*number]));
        let part = key.map(str::to_owned).or_else(|| {
            let id = node?.get("id")?.text();
            id.map(|id| id.text)
        });
        parts.push(part.unwrap_or_else(|| (number + 1).to_string()));
        parent = node;
    }
    parts.join(".")
}

/// The item or the value of a number.
fn child(node: &Node, number: usize) -> Option<&Node> {
    match &node.value {
        Value::List(items) => items.get(number),
        Value::Map(pairs) => pairs.get(number).map(|(_, node)| node),
        _ => None,
    }
}

/// Why a path leads nowhere.
enum Lost {
    /// There is nothing of this name among these.
    None(String, Vec<String>, bool),
    /// There are several, with these numbers.
    Several(String, Vec<usize>),
    /// There are only so many.
    Few(usize),
    /// What was reached has no parts.
    Leaf,
}

/// The child that the next words name, and how many of the words do: names
/// may hold full stops.
fn step(node: &Node, parts: &[&str]) -> Result<(usize, usize), Lost> {
    let (of, is_list): (Vec<Vec<String>>, bool) = match &node.value {
        Value::Map(pairs) => {
            let key = |key: &Node| key.text().map(|key| key.text).into_iter().collect();
            (pairs.iter().map(|(name, _)| key(name)).collect(), false)
        }
        Value::List(items) => (items.iter().map(names).collect(), true),
        _ => return Err(Lost::Leaf),
    };
    let lower: Vec<Vec<String>> = if is_list {
        let lower = |names: &Vec<String>| names.iter().map(|name| name.to_lowercase()).collect();
        of.iter().map(lower).collect()
    } else {
        Vec::new()
    };
    for used in (1..=parts.len()).rev() {
        let words = parts[..used].join(".");
        if !is_list {
            let is_key = |names: &Vec<String>| names.first() == Some(&words);
            if let Some(child) = of.iter().position(is_key) {
                return Ok((child, used));
            }
            continue;
        }
        let by_id = |item: &Node| item.get("id").is_some_and(|id| id.is_word(&words));
        if let Some(child) = node.items().iter().position(by_id) {
            return Ok((child, used));
        }
        let number = words.parse::<usize>().ok();
        if let Some(number) = number.filter(|number| (1..=of.len()).contains(number)) {
            return Ok((number - 1, used));
        }
        let wanted = words.to_lowercase();
        let is_named = |child: &usize| lower[*child].contains(&wanted);
        let found: Vec<usize> = (0..of.len()).filter(is_named).collect();
        match found[..] {
            [] => {}
            [child] => return Ok((child, used)),
            _ => return Err(Lost::Several(words, found)),
        }
    }
    let word = parts.first().copied().unwrap_or_default().to_owned();
    if is_list && word.parse::<usize>().is_ok() {
        return Err(Lost::Few(of.len()));
    }
    Err(Lost::None(
        word,
        of.into_iter().flatten().collect(),
        is_list,
    ))
}

/// What an item is called.
fn names(item: &Node) -> Vec<String> {
    let texts = match &item.value {
        Value::Text(_) => vec![item.text()],
        _ => (["id"].iter().chain(&NAMES))
            .map(|key| item.get(key)?.text())
            .collect(),
    };
    let texts = texts.into_iter().flatten();
    texts.map(|text| one_line(&text.text)).collect()
}

impl Lost {
    /// In words, of what stands at a path.
    fn told(self, path: &[&str]) -> (String, Option<String>) {
        let path = path.join(".");
        let within = match path.as_str() {
            "" => "this file".to_owned(),
            path => quote(path),
        };
        match self {
            Self::Leaf => (format!("{within} has no parts"), None),
            Self::Few(count) => {
                let plural = if count == 1 { "" } else { "s" };
                let message = format!("{within} has only {count} item{plural}");
                (message, Some("items count from 1".to_owned()))
            }
            Self::Several(word, found) => {
                let message = format!("{} is the name of several in {within}", quote(&word));
                let numbers: Vec<String> = (found.iter())
                    .map(|child| format!("{path}.{}", child + 1))
                    .collect();
                let help = quote_all("say which by its `id` or number", &numbers);
                (message, Some(help))
            }
            Self::None(word, names, is_list) => {
                let message = format!("there is no {} in {within}", quote(&word));
                let near = nearest(&word, names.iter().map(String::as_str));
                let help = match near {
                    Some(near) => format!("did you mean {}?", quote(near)),
                    None if is_list => {
                        "an item goes by its id, its name or its number from 1 on".to_owned()
                    }
                    None => quote_all("there is", &names),
                };
                (message, Some(help))
            }
        }
    }
}
