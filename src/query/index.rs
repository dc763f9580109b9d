//! What the engine needs of a résumé, and no more: it is all that the browser
//! gets besides the page.
//!
//! Never holds what is shown.

use serde::{Deserialize, Serialize};

use super::Bits;

/// The part of a résumé that answers queries, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// The vocabulary; a tag is known by its place here.
    pub tags: Vec<Tag>,
    /// How many entries each section has, in the order of the page.
    pub sections: Vec<u32>,
    /// All entries, in the order of the page.
    pub entries: Vec<Entry>,
    /// All lines, in the order of the page: a line stands before those nested
    /// in it.
    pub lines: Vec<Line>,
}

/// A skill or keyword.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// As its button shows it.
    pub name: String,
    /// As URLs hold it: the name in lower case.
    pub key: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its headline, folded for comparison.
    pub heading: String,
    /// How many lines it has, nested ones included.
    pub lines: u32,
    /// The tag that the entry is about, in the section of skills.
    pub tag: Option<u16>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its words, folded for comparison.
    pub text: String,
    /// How many lines are nested in it, at any depth.
    pub nested: u32,
    /// The tags it is evidence for, implied ones included.
    pub tags: Vec<u16>,
}

/// [`Data`] made ready to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// What it was made from.
    pub data: Data,
    /// For every tag, the lines that are evidence for it.
    pub evidence: Vec<Bits>,
    /// For every line, its entry.
    pub entry_of: Vec<u32>,
    /// For every line, the line it is nested in.
    pub parent_of: Vec<Option<u32>>,
    /// For every entry, its section.
    pub section_of: Vec<u32>,
}

impl From<Data> for Index {
    fn from(data: Data) -> Self {
        let count = data.lines.len();
        let mut evidence = vec![Bits::none(count); data.tags.len()];
        let mut parent_of = vec![None; count];
        for (at, line) in data.lines.iter().enumerate() {
            for &tag in &line.tags {
                if let Some(lines) = evidence.get_mut(usize::from(tag)) {
                    lines.add(at);
                }
            }
            // Inner lines come later and overwrite what outer ones set.
            let nested = at + 1..(at + 1 + line.nested as usize).min(count);
            parent_of[nested].fill(Some(at as u32));
        }
        let owners = |counts: &mut dyn Iterator<Item = u32>| {
            let mut owner_of = Vec::new();
            for (owner, count) in counts.enumerate() {
                owner_of.extend((0..count).map(|_| owner as u32));
            }
            owner_of
        };
        let entry_of = owners(&mut data.entries.iter().map(|entry| entry.lines));
        let section_of = owners(&mut data.sections.iter().copied());
        Self {
            data,
            evidence,
            entry_of,
            parent_of,
            section_of,
        }
    }
}
