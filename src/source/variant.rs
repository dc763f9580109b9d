//! `variants`: views of the one résumé, each for some readers.
//!
//! Never copies what the résumé says into the file.

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
    let mut variants = Vec::new();
    for (number, (key, node)) in pairs.iter().enumerate() {
        let way = [&place[..], &[number]].concat();
        let slug = slug(reader, key);
        let fields = Fields::of(reader, node, "a variant should be");
        if let (Some(slug), Some(fields)) = (slug, fields) {
            let variant = one(reader, root, &way, slug, fields, private);
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
    let Some(name) = key.text() else {
        reader.expected(key, "a key should be text");
        return None;
    };
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let edges = name.text.starts_with('-') || name.text.ends_with('-');
    if name.text.len() > limits::FILE {
        let message = format!("this key has more than {} letters", limits::FILE);
        let problem = Problem::error(name.span, message);
        reader.push(problem.help("it is the name of a folder"));
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
    let skills = fields.texts(reader, "skills");
    let sections = fields.texts(reader, "sections");
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
            .filter_map(|name| leading(reader, root, &name))
            .collect(),
        sections: (sections.into_iter())
            .filter(|id| is_section(reader, root, id))
            .map(|id| id.text)
            .collect(),
        cut,
    }
}

/// The skill of a name or alias.
fn leading<'n>(reader: &mut Reader, root: &'n Node, name: &Spanned) -> Option<&'n Node> {
    let wanted = one_line(&name.text).to_lowercase();
    let is_wanted = |text: &Spanned| one_line(&text.text).to_lowercase() == wanted;
    let names = |skill: &Node| -> Vec<Spanned> {
        let aliases = skill.list("aliases");
        let name = skill.get("name").and_then(Node::text);
        name.into_iter()
            .chain(aliases.iter().filter_map(Node::text))
            .collect()
    };
    let skills = root.list("skills");
    if let Some(skill) = skills
        .iter()
        .find(|skill| names(skill).iter().any(is_wanted))
    {
        return Some(skill);
    }
    let has_keyword = |skill: &&Node| {
        let keywords = skill.list("keywords");
        let mut names = keywords
            .iter()
            .filter_map(|keyword| keyword.text().or_else(|| keyword.get("name")?.text()));
        names.any(|name| is_wanted(&name))
    };
    let problem = if let Some(of) = skills.iter().find(has_keyword)
        && let Some(of) = names(of).first()
    {
        let message = format!("{} is a keyword, not a skill", quote(&name.text));
        let help = format!("name the skill that it belongs to: {}", quote(&of.text));
        Problem::error(name.span.clone(), message).help(help)
    } else {
        let message = format!("no skill is called {}", quote(&name.text));
        let problem = Problem::error(name.span.clone(), message);
        let known: Vec<Spanned> = skills.iter().flat_map(names).collect();
        match nearest(&name.text, known.iter().map(|name| name.text.as_str())) {
            Some(near) => problem.help(format!("did you mean {}?", quote(near))),
            None => problem.help("add it to `skills`"),
        }
    };
    reader.push(problem);
    None
}

/// Whether the file has a section of this id.
fn is_section(reader: &mut Reader, root: &Node, id: &Spanned) -> bool {
    let known = sections(root);
    if known.contains(&id.text) {
        return true;
    }
    let message = format!("there is no section {} in this file", quote(&id.text));
    let help = match nearest(&id.text, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean {}?", quote(near)),
        None => quote_all("there is", &known),
    };
    reader.push(Problem::error(id.span.clone(), message).help(help));
    false
}
