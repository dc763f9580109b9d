//! A résumé in someone else's form, read into ours: the text of a
//! `resume.yaml`, and what was not sure about it.
//!
//! Nothing that is said in the file is dropped: what has no place of its own
//! goes into a section of its own. Never shows anything.

mod bits;
mod columns;
mod contact;
mod dates;
mod draft;
mod finish;
mod headline;
mod json_entry;
mod json_resume;
mod kept;
mod keys;
mod kinds;
mod linkedin;
mod markdown;
mod marked;
mod months;
mod ours;
mod parts;
mod points;
mod reach;
mod rendercv;
mod rich;
mod roles;
mod rows;
pub(crate) mod scalar;
mod titles;
mod tree;
mod when;
mod yaml;

use std::fmt;
use std::path::Path;

pub use ours::read as read_own;

use draft::Map;
use finish::finish;
use tree::{Tree, Value};

use crate::source::{self, Problem, Report, Severity};

/// Forms that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown as pandoc reads it.
    Markdown,
    /// JSON Resume, in JSON or in YAML.
    JsonResume,
    /// `RenderCV`'s YAML.
    RenderCv,
    /// The ZIP file of data that `LinkedIn` hands out.
    LinkedIn,
}

/// A résumé in our form.
#[derive(Debug, Clone)]
pub struct Import {
    /// The form it had.
    pub form: Form,
    /// The text of our file.
    pub yaml: String,
    /// What was not sure, for each file that was read.
    pub notes: Vec<Report>,
}

/// No résumé is larger, in bytes.
const LARGEST: usize = 2 << 20;

/// Reads a file; `path` is the name that notes go by. The form is told by
/// what the file holds.
///
/// # Errors
///
/// The report of a file that is refused: empty, too large, or in no form that
/// is known.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Import, Report> {
    let refuse = |text: &str, problem| Err(Report::new(path, text, vec![problem]));
    let zip = bytes.starts_with(b"PK\x03\x04");
    if !zip && bytes.len() > LARGEST {
        return refuse("", source::too_large(LARGEST));
    }
    if zip {
        let (draft, notes) = linkedin::read(path, bytes)?;
        return finish(path, Form::LinkedIn, draft, Map::default(), notes);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let at = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes).into_owned();
            let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
            let problem = Problem::error(at..end, "this is not UTF-8");
            return refuse(&text, problem.help("save the file with the encoding UTF-8"));
        }
    };
    if text.trim().is_empty() {
        return refuse("", Problem::error(0..0, "the file is empty"));
    }
    if let Some(import) = kept::markdown(text).or_else(|| kept::keys(path, text)) {
        return Ok(import);
    }
    let mut notes = Vec::new();
    let keyed = keyed(text, &mut notes);
    if let Ok(Some((_, tree))) = &keyed
        && let Some(private) = kept::private(tree)
    {
        return Err(kept::refusal(path, text, private));
    }
    // What one of our own files keeps beside the rest is lost if it cannot be
    // read: that is for its owner to mend.
    if notes.iter().any(|note| note.severity == Severity::Error) {
        return Err(Report::new(path, text, notes));
    }
    let (form, draft, extra) = match keyed {
        Ok(Some((Form::RenderCv, tree))) => {
            let draft = rendercv::read(tree, &mut notes);
            (Form::RenderCv, draft, Map::default())
        }
        Ok(Some((form, tree))) => {
            let (draft, extra) = json_resume::read(tree, &mut notes);
            (form, draft, extra)
        }
        Ok(None) => {
            let (draft, found) = markdown::read(text);
            notes = found;
            (Form::Markdown, draft, Map::default())
        }
        Err(problem) => return refuse(text, problem),
    };
    finish(
        path,
        form,
        draft,
        extra,
        vec![Report::new(path, text, notes)],
    )
}

/// Tells forms of keys and values from text by what they hold.
fn keyed(text: &str, notes: &mut Vec<Problem>) -> Result<Option<(Form, Tree)>, Problem> {
    let json = text.trim_start().strip_prefix('{');
    let json = json.is_some_and(|inner| inner.trim_start().starts_with(['"', '}']));
    let begins = |key: &str| text.lines().any(|line| line.starts_with(key));
    let yaml = begins("cv:") || begins("basics:");
    let tree = match tree::parse(text, notes) {
        Ok(tree) => tree,
        Err(problem) if json || yaml => return Err(problem),
        Err(_) => return Ok(None),
    };
    let Value::Map(pairs) = &tree.value else {
        return Ok(None);
    };
    let has = |key: &str| {
        pairs
            .iter()
            .any(|(name, value)| name == key && value.is_map())
    };
    Ok(if has("cv") {
        Some((Form::RenderCv, tree))
    } else if json || has("basics") {
        Some((Form::JsonResume, tree))
    } else {
        None
    })
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Markdown => "Markdown",
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV",
            Self::LinkedIn => "a LinkedIn export",
        })
    }
}
