//! One reading of a file: what is known so far and what was found wrong.
//!
//! Never stops at the first problem.

use std::collections::HashMap;
use std::ops::Range;

use super::basics;
use super::fields::{Fields, Spanned};
use super::problem::Problem;
use super::section;
use super::vocabulary::Vocabulary;
use super::yaml::Node;
use crate::model::{Resume, Section};

/// Ids that the page needs for itself.
const RESERVED: [&str; 4] = ["controls", "filter", "q", "resume"];

/// What an id stands for.
enum Owner {
    Page,
    Section,
    Entry(Range<usize>),
}

pub struct Reader<'s> {
    /// The file, for problems within a text.
    pub text: &'s str,
    pub vocabulary: Vocabulary,
    problems: Vec<Problem>,
    ids: HashMap<String, Owner>,
}

/// Reads the whole tree of a file.
pub fn read(text: &str, root: &Node) -> (Option<Resume>, Vec<Problem>) {
    let mut reader = Reader {
        text,
        vocabulary: Vocabulary::default(),
        problems: Vec::new(),
        ids: RESERVED.map(|id| (id.to_owned(), Owner::Page)).into(),
    };
    let resume = Fields::of(&mut reader, root, "a résumé").map(|mut fields| {
        // Tools leave these two behind; the page has no use for them.
        fields.take("$schema");
        fields.take("meta");
        // Lines name skills, so that the skills have to be known first.
        reader.vocabulary = Vocabulary::read(&mut reader, &mut fields);
        let person = basics::read(&mut reader, &mut fields);
        let mut sections = section::read(&mut reader, &mut fields);
        fields.finish(&mut reader);
        reader.name_entries(&mut sections);
        Resume {
            person,
            sections,
            tags: std::mem::take(&mut reader.vocabulary).into_tags(),
        }
    });
    (resume, reader.problems)
}

impl Reader<'_> {
    /// Notes a problem, once.
    pub fn push(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Notes that a node is of another kind than it should be.
    pub fn expected(&mut self, node: &Node, what: &str) {
        let message = format!("{what}, and this is {}", node.value.kind());
        self.push(Problem::error(node.span.clone(), message));
    }

    /// Takes an id that the file gives; each stands for one thing.
    pub fn claim(&mut self, id: Spanned) -> Option<String> {
        let Spanned { text, span } = id;
        let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if !text.chars().all(allowed) {
            self.push(
                Problem::error(span, format!("`{text}` cannot be an id"))
                    .help("an id is made of letters, digits, `-` and `_`"),
            );
            return None;
        }
        let owner = match self.ids.get(&text) {
            None => {
                self.ids.insert(text.clone(), Owner::Entry(span));
                return Some(text);
            }
            Some(Owner::Page) => "the page itself".to_owned(),
            Some(Owner::Section) => "the section of that name".to_owned(),
            Some(Owner::Entry(first)) => {
                let line = self.text[..first.start].matches('\n').count() + 1;
                format!("line {line}")
            }
        };
        let message = format!("the id `{text}` is taken already, by {owner}");
        self.push(Problem::error(span, message).help("choose another one"));
        None
    }

    /// Keeps the id of a section from its entries.
    pub fn claim_section(&mut self, id: &str) {
        self.ids.insert(id.to_owned(), Owner::Section);
    }

    /// Gives ids to the entries that the file leaves without: from their
    /// headline, which changes less often than their place.
    fn name_entries(&mut self, sections: &mut [Section]) {
        for section in sections {
            for entry in &mut section.entries {
                if !entry.id.is_empty() {
                    continue;
                }
                let name = (entry.organisation.as_ref())
                    .or(entry.title.as_ref())
                    .map_or(String::new(), |text| slug(&text.to_plain()));
                let stem = if name.is_empty() {
                    format!("{}-list", section.id)
                } else {
                    name
                };
                let mut id = stem.clone();
                let mut copies = 1;
                while self.ids.contains_key(&id) {
                    copies += 1;
                    id = format!("{stem}-{copies}");
                }
                self.ids.insert(id.clone(), Owner::Page);
                entry.id = id;
            }
        }
    }
}

/// Lower-case words joined by hyphens.
fn slug(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
