//! A résumé as some readers get it: the whole, or a variant of it.
//!
//! Never knows what is left out of it.

use serde_json::Value;

use super::Resume;

/// The keys by whose text people know an entry or a line of the file.
pub const NAMES: [&str; 8] = [
    "name",
    "title",
    "organization",
    "institution",
    "language",
    "network",
    "position",
    "text",
];

/// How a text of the file begins: enough words to tell it from others.
#[must_use]
pub fn beginning(text: &str) -> String {
    let words = text.split_ascii_whitespace().take(5);
    words.collect::<Vec<_>>().join(" ")
}

/// One of the views that a file gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The name of its folder in the site: empty for the whole, lower-case
    /// letters, digits and hyphens for a variant.
    pub slug: String,
    /// What to call it among others: "Backend".
    pub name: String,
    /// What it says.
    pub resume: Resume,
    /// The same as the file says it: JSON Resume with additions, without what
    /// this view leaves out.
    pub json: Value,
}

impl Edition {
    /// The whole of a résumé.
    #[must_use]
    pub fn whole(resume: Resume, json: Value) -> Self {
        Self {
            slug: String::new(),
            name: "Whole résumé".to_owned(),
            resume,
            json,
        }
    }

    /// A variant, which its slug names.
    #[must_use]
    pub fn variant(slug: String, resume: Resume, json: Value) -> Self {
        let words = slug.replace('-', " ");
        let mut letters = words.chars();
        let name = (letters.next().into_iter())
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        Self {
            slug,
            name,
            resume,
            json,
        }
    }
}
