//! The other forms of a résumé, one file a form.
//!
//! Every form is a pure function of an edition: the same edition makes the
//! same bytes. Never reads or writes a file, nor the clock.

#[cfg(feature = "typeset")]
mod card;
mod contact;
mod docx;
mod json_resume;
pub(crate) mod markdown;
#[cfg(feature = "typeset")]
mod pdf;
mod schema;
mod text;
#[cfg(feature = "typeset")]
mod typeset;
mod vcard;

use std::fmt;

#[cfg(feature = "typeset")]
pub use card::card;
pub use docx::docx;
pub use json_resume::json_resume;
pub use markdown::markdown;
#[cfg(feature = "typeset")]
pub use pdf::{Paper, pdf};
pub use text::text;
pub use vcard::vcard;

use crate::model::{Edition, Entry, Inline, Resume, file};
use crate::query::fold;
use crate::words::Word;

/// A form of the résumé that readers can take along.
#[derive(Debug)]
pub struct Form {
    /// What the page's contract calls it, such as `pdf`.
    pub kind: &'static str,
    /// What readers call it.
    pub name: Word,
    /// What its file's name ends with.
    ending: &'static str,
    make: Make,
}

type Make = fn(&Edition) -> Result<Made, Error>;

/// A finished form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// What the owner has to know of it.
    pub warning: Option<String>,
}

/// Why a form could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(String);

/// All forms, the most asked for first.
pub static FORMS: &[Form] = &[
    #[cfg(feature = "typeset")]
    form("pdf", Word::FormA4, ".pdf", |it| pdf(&it.resume, Paper::A4)),
    #[cfg(feature = "typeset")]
    form("pdf", Word::FormLetter, "-letter.pdf", |it| {
        pdf(&it.resume, Paper::Letter)
    }),
    form("docx", Word::FormWord, ".docx", |it| {
        docx(&it.resume).map(Made::from)
    }),
    form("txt", Word::FormText, ".txt", |it| {
        Ok(text(&it.resume).into())
    }),
    form("md", Word::FormMarkdown, ".md", |it| {
        Ok(markdown(&it.resume).into())
    }),
    form("json", Word::FormJson, ".json", |it| {
        Ok(json_resume(&it.json).into())
    }),
    form("vcf", Word::FormContact, ".vcf", |it| {
        Ok(vcard(&it.resume).into())
    }),
];

impl Form {
    /// The name of its file.
    #[must_use]
    pub fn file(&self, edition: &Edition) -> String {
        stem(&edition.resume.person.name) + self.ending
    }

    /// Makes it.
    ///
    /// # Errors
    ///
    /// If the library that makes them refuses, which no résumé should bring
    /// about.
    pub fn make(&self, edition: &Edition) -> Result<Made, Error> {
        (self.make)(edition)
    }
}

impl Error {
    fn new(message: impl fmt::Display) -> Self {
        Self(message.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

const fn form(kind: &'static str, name: Word, ending: &'static str, make: Make) -> Form {
    Form {
        kind,
        name,
        ending,
        make,
    }
}

impl<B: Into<Vec<u8>>> From<B> for Made {
    fn from(bytes: B) -> Self {
        Self {
            bytes: bytes.into(),
            warning: None,
        }
    }
}

/// A name as the name of a file: what every system and every mail passes on.
fn stem(name: &str) -> String {
    let letters = fold(name);
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric());
    let mut stem = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if stem.is_empty() {
            stem.push_str(word);
            stem.truncate(file::LONGEST);
        } else if stem.len() + 1 + word.len() <= file::LONGEST {
            stem.extend(["-", word]);
        } else {
            break;
        }
    }
    match &*stem {
        "" => "resume".to_owned(),
        // Of this name is what the site says to programs that come by.
        "robots" => "robots-resume".to_owned(),
        device if file::is_device(device) => stem + "-resume",
        _ => stem,
    }
}

/// The skill that an entry is about, where its title is another: it stands on
/// the page as a button, which these forms do not have.
#[must_use]
pub fn skill<'r>(resume: &'r Resume, entry: &Entry) -> Option<&'r str> {
    let tag = resume.tags.get(usize::from(entry.tag?))?;
    let title = entry.title.as_ref().map(Inline::to_plain);
    let said = title.is_some_and(|title| title.contains(&tag.name));
    (!said).then_some(tag.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_file_has_no_more_than_the_first_words_of_a_long_name() {
        assert_eq!(stem("Zoë Quill"), "zoe-quill");
        assert_eq!(stem("李"), "resume");
        assert_eq!(stem("Con"), "con-resume");
        assert_eq!(stem("Con Way"), "con-way");
        assert_eq!(stem(&"a".repeat(260)), "a".repeat(64));
        assert_eq!(stem(&"abcdefg ".repeat(30)), ["abcdefg"; 8].join("-"));
        let long = format!("a {} b", "c".repeat(80));
        assert_eq!(stem(&long), "a");
    }
}
