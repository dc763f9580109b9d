//! The other forms of a résumé, one file a form.
//!
//! Every form is a pure function of an edition: the same edition makes the
//! same bytes. Never reads or writes a file, nor the clock.

mod contact;
mod json_resume;
mod markdown;
mod schema;
mod text;

pub use json_resume::json_resume;
pub use markdown::markdown;
pub use text::text;

use crate::model::Edition;
use crate::query::fold;

/// A form of the résumé that readers can take along.
pub struct Form {
    /// What the page's contract calls it, such as `pdf`.
    pub kind: &'static str,
    /// What readers call it.
    pub name: &'static str,
    /// What its file's name ends with.
    ending: &'static str,
    make: fn(&Edition) -> Vec<u8>,
}

/// All forms, the most asked for first.
pub const FORMS: [Form; 3] = [
    form("txt", "Plain text", ".txt", |edition| {
        text(&edition.resume).into()
    }),
    form("md", "Markdown", ".md", |edition| {
        markdown(&edition.resume).into()
    }),
    form("json", "JSON Resume", ".json", |edition| {
        json_resume(&edition.json).into()
    }),
];

impl Form {
    /// The name of its file.
    #[must_use]
    pub fn file(&self, edition: &Edition) -> String {
        stem(&edition.resume.person.name) + self.ending
    }

    /// The bytes of its file.
    #[must_use]
    pub fn make(&self, edition: &Edition) -> Vec<u8> {
        (self.make)(edition)
    }
}

const fn form(
    kind: &'static str,
    name: &'static str,
    ending: &'static str,
    make: fn(&Edition) -> Vec<u8>,
) -> Form {
    Form {
        kind,
        name,
        ending,
        make,
    }
}

/// A name as the name of a file: what every system and every mail passes on.
fn stem(name: &str) -> String {
    let letters = fold(name);
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        "resume".to_owned()
    } else {
        words.join("-")
    }
}
