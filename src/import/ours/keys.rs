//! The keys that entries of each kind have, as `source::entry` reads them.
//!
//! Never writes an entry.

use crate::words::Word;

/// Keys for the parts of a headline; for a date; for paragraphs, the last of
/// them the first to be filled.
pub struct Keys {
    pub title: &'static str,
    pub organisation: Option<&'static str>,
    pub date: Option<&'static str>,
    pub before: &'static [&'static str],
    /// Lists under names that a paragraph at the end begins with.
    pub after: &'static [(Word, &'static str)],
}

/// The keys of a kind.
pub fn keys(kind: &str) -> Keys {
    let keys = |title, organisation| Keys {
        title,
        organisation,
        date: None,
        before: &["summary"],
        after: &[],
    };
    match kind {
        "work" => Keys {
            before: &["description", "summary"],
            ..keys("position", Some("name"))
        },
        "volunteer" => keys("position", Some("organization")),
        "projects" => Keys {
            before: &["description", "summary"],
            after: &[
                (Word::Roles, "roles"),
                (Word::Keywords, "keywords"),
                (Word::Type, "type"),
            ],
            ..keys("name", Some("entity"))
        },
        "education" => Keys {
            after: &[(Word::Courses, "courses")],
            ..keys("area", Some("institution"))
        },
        "awards" => Keys {
            date: Some("date"),
            ..keys("title", Some("awarder"))
        },
        "certificates" => Keys {
            date: Some("date"),
            ..keys("name", Some("issuer"))
        },
        "publications" => Keys {
            date: Some("releaseDate"),
            ..keys("name", Some("publisher"))
        },
        "skills" => Keys {
            before: &["summary", "level"],
            ..keys("title", None)
        },
        "languages" => Keys {
            before: &["summary", "fluency"],
            ..keys("language", None)
        },
        "interests" => keys("name", None),
        "references" => Keys {
            before: &["summary", "reference"],
            ..keys("name", None)
        },
        _ => Keys {
            date: Some("date"),
            ..keys("name", Some("organization"))
        },
    }
}
