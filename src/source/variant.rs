//! `variants`: views of the one résumé, each for some readers.
//!
//! Never copies what the résumé says into the file.

use std::collections::{HashMap, HashSet};

use super::cut::Cut;
use super::fields::{Fields, Spanned, nearest, one_line};
use super::ids;
use super::limits;
use super::path;
use super::private;
use super::problem::{Problem, quote, quote_all};
use super::reader::Reader;
use super::tree::{Node, Value};
use super::view::sections;
use crate::model::file;

/// What a variant shows otherwise than the whole.
pub struct Variant<'n> {
    /// The name of its folder.
    pub slug: String,
    pub label: Option<&'n Node>,
    pub summary: Option<&'n Node>,
    /// The skills that lead.
    pub skills: Vec<&'n Node>,
    /// The sections that come first.
    pub sections: Vec<String>,
    pub cut: Cut,
}

/// Reads `variants`, but for what is private of it.
pub fn read<'n>(
    text: &str,
    root: &'n Node,
    private: &Cut,
    problems: &mut Vec<Problem>,
) -> Vec<Variant<'n>> {
    let mut reader = Reader::new(text);
    let variants = all(&mut reader, root, private);
    problems.extend(reader.problems);
    variants
}

fn all<'n>(reader: &mut Reader, root: &'n Node, private: &Cut) -> Vec<Variant<'n>> {
    let Some(node) = root.get("variants") else {
        return Vec::new();
    };
    let Value::Map(pairs) = &node.value else {
        if !matches!(node.value, Value::Null) {
            reader.expected(node, "`variants` should be a mapping (`name: …`)");
        }
        return Vec::new();
    };
    if !limits::can_make(reader.text.len(), pairs.len()) {
        let message = format!("{} variants of so large a file are too many", pairs.len());
        reader.push(Problem::error(node.span.clone(), message));
        return Vec::new();
    }
    let place = path::top(root, "variants").unwrap_or_default();
    let known = Known::of(root);
    let mut variants = Vec::new();
    for (number, (key, node)) in pairs.iter().enumerate() {
        let way = [&place[..], &[number]].concat();
        let slug = slug(reader, key);
        let fields = Fields::of(reader, node, "a variant should be");
        if let (Some(slug), Some(fields)) = (slug, fields) {
            let variant = one(reader, root, &known, &way, slug, fields, private);
            if !private.has(&way) {
                variants.push(variant);
            }
        }
    }
    variants
}

/// The name of a folder, in letters that every host and every reader can
/// write.
fn slug(reader: &mut Reader, key: &Node) -> Option<String> {
    if key.is_blank() {
        let problem = Problem::error(key.span.clone(), "a variant needs a name");
        reader.push(problem.help("it is the address of its page, such as `back-end`"));
        return None;
    }
    let Some(name) = key.text() else {
        reader.expected(key, "a key should be text");
        return None;
    };
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let edges = name.text.starts_with('-') || name.text.ends_with('-');
    if name.text.len() > file::LONGEST {
        let message = format!("this key has more than {} letters", file::LONGEST);
        let problem = Problem::error(name.span, message);
        reader.push(problem.help("it is the name of a folder"));
        return None;
    }
    if file::is_device(&name.text) {
        let message = format!("{} cannot be a folder on Windows", quote(&name.text));
        let problem = Problem::error(name.span, message);
        reader.push(problem.help("it stands for a device there: write another name"));
        return None;
    }
    if name.text.chars().all(allowed) && !edges {
        return Some(name.text);
    }
    let message = format!("{} cannot be the address of a page", quote(&name.text));
    let mut problem = Problem::error(name.span, message);
    problem.help = Some("it is made of lower-case letters, digits and hyphens".to_owned());
    let like = ids::slug(&name.text);
    if !like.is_empty() && like.chars().all(allowed) {
        problem = problem.help(format!("write it as `{like}`"));
    }
    reader.push(problem);
    None
}

fn one<'n>(
    reader: &mut Reader,
    root: &'n Node,
    known: &Known<'n>,
    way: &[usize],
    slug: String,
    mut fields: Fields<'n>,
    private: &Cut,
) -> Variant<'n> {
    // What is private of a variant is as if it were not there.
    let public = |fields: &mut Fields<'n>, key: &str| {
        let node = fields.take(key)?;
        let hidden = path::sibling(root, &[way, &[0]].concat(), key);
        (!hidden.is_some_and(|way| private.has(&way))).then_some(node)
    };
    let label = public(&mut fields, "label");
    let summary = public(&mut fields, "summary");
    let skills = texts(reader, &mut fields, "skills", limits::SKILLS);
    let sections = texts(reader, &mut fields, "sections", limits::SECTIONS);
    let mut problems = Vec::new();
    let mut cut = Cut::default();
    for (way, _) in private::paths(root, "omit", fields.take("omit"), &mut problems) {
        cut.add(root, way);
    }
    for problem in problems {
        reader.push(problem);
    }
    fields.finish(reader);
    Variant {
        slug,
        label,
        summary,
        skills: (skills.into_iter())
            .filter_map(|name| known.skill(reader, &name))
            .collect(),
        sections: (sections.into_iter())
            .filter(|id| known.is_section(reader, id))
            .map(|id| id.text)
            .collect(),
        cut,
    }
}

/// What a variant can name.
struct Known<'n> {
    /// By name and alias, in lower case.
    skills: HashMap<String, &'n Node>,
    /// The skill that each keyword belongs to.
    keywords: HashMap<String, &'n Node>,
    /// Names and aliases as written.
    names: Vec<String>,
    sections: Vec<String>,
    ids: HashSet<String>,
}

impl<'n> Known<'n> {
    fn of(root: &'n Node) -> Self {
        let sections = sections(root);
        let mut known = Self {
            skills: HashMap::new(),
            keywords: HashMap::new(),
            names: Vec::new(),
            ids: sections.iter().cloned().collect(),
            sections,
        };
        let lower = |text: &Spanned| one_line(&text.text).to_lowercase();
        for skill in root.list("skills") {
            let aliases = skill.list("aliases").iter().filter_map(Node::text);
            for name in skill
                .get("name")
                .and_then(Node::text)
                .into_iter()
                .chain(aliases)
            {
                known.skills.entry(lower(&name)).or_insert(skill);
                known.names.push(name.text);
            }
            for keyword in skill.list("keywords") {
                if let Some(name) = keyword.text().or_else(|| keyword.get("name")?.text()) {
                    known.keywords.entry(lower(&name)).or_insert(skill);
                }
            }
        }
        known
    }

    /// The skill of a name or alias.
    fn skill(&self, reader: &mut Reader, name: &Spanned) -> Option<&'n Node> {
        let wanted = one_line(&name.text).to_lowercase();
        if let Some(skill) = self.skills.get(&wanted) {
            return Some(skill);
        }
        let of = self.keywords.get(&wanted);
        let problem = if let Some(of) = of.and_then(|skill| first_name(skill)) {
            let message = format!("{} is a keyword, not a skill", quote(&name.text));
            let help = format!("name the skill that it belongs to: {}", quote(&of));
            Problem::error(name.span.clone(), message).help(help)
        } else {
            let message = format!("no skill is called {}", quote(&name.text));
            let problem = Problem::error(name.span.clone(), message);
            let names = self.names.iter().filter(|_| !reader.is_full());
            match nearest(&name.text, names.map(String::as_str)) {
                Some(near) => problem.help(format!("did you mean {}?", quote(near))),
                None => problem.help("add it to `skills`"),
            }
        };
        reader.push(problem);
        None
    }

    /// Whether the file has a section of this id.
    fn is_section(&self, reader: &mut Reader, id: &Spanned) -> bool {
        if self.ids.contains(&id.text) {
            return true;
        }
        let message = format!("there is no section {} in this file", quote(&id.text));
        let ids = self.sections.iter().filter(|_| !reader.is_full());
        let help = match nearest(&id.text, ids.map(String::as_str)) {
            Some(near) => format!("did you mean {}?", quote(near)),
            None => quote_all("there is", &self.sections),
        };
        reader.push(Problem::error(id.span.clone(), message).help(help));
        false
    }
}

fn first_name(skill: &Node) -> Option<String> {
    let name = skill.get("name").and_then(Node::text);
    let mut aliases = skill.list("aliases").iter().filter_map(Node::text);
    name.or_else(|| aliases.next()).map(|name| name.text)
}

/// The texts of a list, no more than so many.
fn texts(reader: &mut Reader, fields: &mut Fields, key: &str, most: usize) -> Vec<Spanned> {
    let mut texts = fields.texts(reader, key);
    if let Some(first) = texts.get(most) {
        let message = format!("`{key}` names more than {most}");
        reader.push(Problem::error(first.span.clone(), message));
        texts.truncate(most);
    }
    texts
}
