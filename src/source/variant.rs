//! `variants`: views of the one résumé, each for some readers.
//!
//! Never copies what the résumé says into the file.

use super::cut::{Cut, forget_skills, section_id};
use super::fields::{Fields, Spanned, nearest, one_line};
use super::ids;
use super::path;
use super::private;
use super::problem::{Problem, quote, quote_all};
use super::reader::Reader;
use super::section::KINDS;
use super::tree::{Node, Value};

/// What a variant shows otherwise than the whole.
pub struct Variant<'n> {
    /// The name of its folder.
    pub slug: String,
    label: Option<&'n Node>,
    summary: Option<&'n Node>,
    /// The skills that lead.
    skills: Vec<&'n Node>,
    /// The sections that come first.
    sections: Vec<String>,
    cut: Cut,
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
    reader.problems.append(&mut problems);
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
        let aliases = skill.get("aliases").map_or(&[][..], Node::items);
        let name = skill.get("name").and_then(Node::text);
        name.into_iter()
            .chain(aliases.iter().filter_map(Node::text))
            .collect()
    };
    let skills = root.get("skills").map_or(&[][..], Node::items);
    if let Some(skill) = skills
        .iter()
        .find(|skill| names(skill).iter().any(is_wanted))
    {
        return Some(skill);
    }
    let has_keyword = |skill: &&Node| {
        let keywords = skill.get("keywords").map_or(&[][..], Node::items);
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

/// The ids of all sections that the file has.
fn sections(root: &Node) -> Vec<String> {
    let named = root.get("sections").map_or(&[][..], Node::items);
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
        let plans = view.get("sections").map_or(&[][..], Node::items);
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
