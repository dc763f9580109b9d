//! The ids of sections and entries: fragments of the page's address, each
//! given once.
//!
//! Never shows an id.

use std::collections::HashMap;
use std::ops::Range;

use super::fields::Spanned;
use super::problem::{Problem, quote};
use crate::model::Section;

/// Ids that the page needs for itself, those of its dialogs among them.
const PAGE: [&str; 9] = [
    "choice",
    "choices",
    "controls",
    "excluding",
    "filter",
    "keys",
    "palette",
    "q",
    "resume",
];

/// The ids given so far.
pub struct Ids(HashMap<String, Owner>);

/// What an id stands for.
enum Owner {
    Page,
    Section,
    Entry(Range<usize>),
}

impl Default for Ids {
    fn default() -> Self {
        Self(PAGE.map(|id| (id.to_owned(), Owner::Page)).into())
    }
}

impl Ids {
    /// Gives an id to an entry of the file `text`.
    pub fn claim(&mut self, text: &str, id: Spanned) -> Result<String, Problem> {
        self.check(text, &id)?;
        self.0.insert(id.text.clone(), Owner::Entry(id.span));
        Ok(id.text)
    }

    /// Gives an id to a section, before any entry can take it.
    pub fn claim_section(&mut self, text: &str, id: Spanned) -> Result<String, Problem> {
        self.check(text, &id)?;
        self.reserve_section(&id.text);
        Ok(id.text)
    }

    /// Keeps the id of a section that the file does not name.
    pub fn reserve_section(&mut self, id: &str) {
        self.0.insert(id.to_owned(), Owner::Section);
    }

    /// Gives ids to the entries that the file leaves without: from their
    /// headline, which changes less often than their place.
    pub fn name_entries(&mut self, sections: &mut [Section]) {
        let mut copies = HashMap::new();
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
                entry.id = self.free(&stem, copies.entry(stem.clone()).or_default());
            }
        }
    }

    fn check(&self, text: &str, id: &Spanned) -> Result<(), Problem> {
        let name = quote(&id.text);
        let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if !id.text.chars().all(allowed) {
            return Err(
                Problem::error(id.span.clone(), format!("{name} cannot be an id"))
                    .help("an id is made of letters, digits, `-` and `_`"),
            );
        }
        let owner = match self.0.get(&id.text) {
            None => return Ok(()),
            Some(Owner::Page) => "the page itself".to_owned(),
            Some(Owner::Section) => "the section of that name".to_owned(),
            Some(Owner::Entry(first)) => {
                // Looked for in a short file, or for the first few.
                match text.get(..first.start) {
                    Some(before) => {
                        let line = before.matches('\n').count() + 1;
                        format!("the entry on line {line}")
                    }
                    None => "another entry".to_owned(),
                }
            }
        };
        let message = format!("the id {name} is taken already, by {owner}");
        Err(Problem::error(id.span.clone(), message).help("choose another one"))
    }

    /// The name itself, or with the next number that makes it new.
    fn free(&mut self, stem: &str, copies: &mut usize) -> String {
        loop {
            *copies += 1;
            let id = match *copies {
                1 => stem.to_owned(),
                copies => format!("{stem}-{copies}"),
            };
            if !self.0.contains_key(&id) {
                self.0.insert(id.clone(), Owner::Page);
                return id;
            }
        }
    }
}

/// Lower-case words joined by hyphens.
pub fn slug(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
