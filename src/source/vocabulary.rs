//! The skills that lines can be evidence for, and their names.
//!
//! Never reads lines.

use std::collections::{HashMap, HashSet};

use super::fields::{Fields, Spanned, nearest, one_line};
use super::limits;
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::{Node, Value};
use crate::model::{Tag, TagId};

#[derive(Default)]
pub struct Vocabulary {
    tags: Vec<Tag>,
    /// Names and aliases, in lower case.
    names: HashMap<String, TagId>,
}

impl Vocabulary {
    /// Reads names, keywords and aliases of `skills`; what else a skill says
    /// is read with the sections, as is whether it is a mapping at all.
    pub fn read(reader: &mut Reader, top: &mut Fields) -> Self {
        let mut vocabulary = Self::default();
        let Some(Value::List(items)) = top.get("skills").map(|node| &node.value) else {
            return vocabulary;
        };
        let skills: Vec<_> = (items.iter().filter_map(Fields::peek))
            .filter_map(|fields| Some((fields.get("name")?.text()?, fields)))
            .collect();
        // A keyword comes after its skill, unless it is a skill, too.
        let names: HashSet<_> = (skills.iter())
            .map(|(name, _)| one_line(&name.text).to_lowercase())
            .collect();
        let mut aliases = Vec::new();
        let mut belongings = Vec::new();
        for (name, mut fields) in skills {
            reader.check_name(&name);
            let skill = vocabulary.add(&name.text, false);
            aliases.push((name.text, fields.texts(reader, "aliases")));
            for node in fields.list(reader, "keywords") {
                let Some((keyword, others)) = keyword(reader, node) else {
                    continue;
                };
                reader.check_name(&keyword);
                if !names.contains(&one_line(&keyword.text).to_lowercase()) {
                    vocabulary.add(&keyword.text, true);
                }
                belongings.push((keyword.text.clone(), skill));
                aliases.push((keyword.text, others));
            }
        }
        for (keyword, skill) in belongings {
            if let Some(keyword) = vocabulary.find(&keyword)
                && keyword != skill
                && let implies = &mut vocabulary.tags[usize::from(keyword)].implies
                && !implies.contains(&skill)
            {
                implies.push(skill);
            }
        }
        vocabulary.add_aliases(reader, aliases);
        if vocabulary.tags.len() > limits::SKILLS {
            let message = format!("more than {} skills and keywords", limits::SKILLS);
            let span = top.get("skills").map_or(0..0, |node| node.span.clone());
            reader.push(Problem::error(span, message));
            return vocabulary;
        }
        vocabulary.close();
        vocabulary
    }

    /// The tag of this name or alias, whatever its case.
    pub fn find(&self, name: &str) -> Option<TagId> {
        self.names.get(&one_line(name).to_lowercase()).copied()
    }

    /// The tags that a `skills` list names; problems for unknown ones.
    pub fn resolve(reader: &mut Reader, names: Vec<Spanned>) -> Vec<TagId> {
        let mut tags = Vec::new();
        for Spanned { text, span } in names {
            if let Some(tag) = reader.vocabulary.find(&text) {
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
                continue;
            }
            let tags = reader.vocabulary.tags.iter();
            let known = tags.flat_map(|tag| tag.aliases.iter().chain([&tag.name]));
            let known = known.filter(|_| !reader.is_full());
            let help = nearest(&text, known.map(String::as_str)).map_or(
                "add it to `skills`, or to the `keywords` of one of them".to_owned(),
                |near| format!("did you mean {}?", quote(near)),
            );
            let message = format!("no skill is called {}", quote(&text));
            reader.push(Problem::error(span, message).help(help));
        }
        tags
    }

    pub fn into_tags(self) -> Vec<Tag> {
        self.tags
    }

    fn add(&mut self, name: &str, keyword: bool) -> TagId {
        let name = one_line(name);
        if let Some(known) = self.names.get(&name.to_lowercase()) {
            return *known;
        }
        let id = TagId::try_from(self.tags.len()).unwrap_or(TagId::MAX);
        self.names.insert(name.to_lowercase(), id);
        self.tags.push(Tag {
            name,
            aliases: Vec::new(),
            implies: Vec::new(),
            keyword,
        });
        id
    }

    /// Adds the aliases of each name, as far as there are not too many.
    fn add_aliases(&mut self, reader: &mut Reader, aliases: Vec<(String, Vec<Spanned>)>) {
        let mut count = 0;
        for (tag, names) in aliases {
            let Some(tag) = self.find(&tag) else {
                continue;
            };
            for name in names {
                count += 1;
                if count > limits::ALIASES {
                    let message = format!("more than {} aliases", limits::ALIASES);
                    let problem = Problem::error(name.span, message);
                    reader.push(problem.help("name what lines are written with"));
                    return;
                }
                self.add_alias(reader, tag, name);
            }
        }
    }

    fn add_alias(&mut self, reader: &mut Reader, tag: TagId, alias: Spanned) {
        reader.check_name(&alias);
        let name = one_line(&alias.text);
        match self.names.get(&name.to_lowercase()) {
            Some(known) if *known == tag => {}
            Some(known) => {
                let other = &self.tags[usize::from(*known)].name;
                let message = if other.to_lowercase() == name.to_lowercase() {
                    format!("{} is a skill of its own", quote(&name))
                } else {
                    format!("{} stands for {} already", quote(&name), quote(other))
                };
                reader.push(Problem::error(alias.span, message).help("remove it here or there"));
            }
            None => {
                self.names.insert(name.to_lowercase(), tag);
                self.tags[usize::from(tag)].aliases.push(name);
            }
        }
    }

    /// Follows implications to their ends: Hive shows Hadoop, and what Hadoop
    /// in turn is a keyword of.
    fn close(&mut self) {
        // The tag that each was reached from last.
        let mut from = vec![usize::MAX; self.tags.len()];
        for tag in 0..self.tags.len() {
            let mut reached = self.tags[tag].implies.clone();
            from[tag] = tag;
            for at in &reached {
                from[usize::from(*at)] = tag;
            }
            // What comes from where all ends are known leads nowhere else.
            let mut ends = vec![false; reached.len()];
            let mut next = 0;
            while let Some(&through) = reached.get(next) {
                next += 1;
                if ends[next - 1] {
                    continue;
                }
                let is_end = usize::from(through) < tag;
                for &further in &self.tags[usize::from(through)].implies {
                    let known = &mut from[usize::from(further)];
                    if *known != tag {
                        *known = tag;
                        reached.push(further);
                        ends.push(is_end);
                    }
                }
            }
            self.tags[tag].implies = reached;
        }
    }
}

/// A keyword: its name, or `{name, aliases}`.
fn keyword(reader: &mut Reader, node: &Node) -> Option<(Spanned, Vec<Spanned>)> {
    match &node.value {
        Value::Null => None,
        Value::Text(_) => node.text().map(|name| (name, Vec::new())),
        _ => {
            let mut fields = Fields::of(reader, node, "a keyword should be text or")?;
            let name = fields.text(reader, "name");
            let aliases = fields.texts(reader, "aliases");
            let problem = Problem::error(node.span.clone(), "a keyword needs a `name`");
            fields.require(reader, "name", problem);
            fields.finish(reader);
            Some((name?, aliases))
        }
    }
}
