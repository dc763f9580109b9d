//! The résumé file: JSON Resume 1.0.0 (<https://jsonresume.org/schema>) in
//! YAML or JSON, with the additions that the README describes, read into the
//! checked [`Resume`].
//!
//! All problems of a file are found in one reading. Never shows anything.

mod basics;
mod contrast;
mod cut;
mod entry;
mod fields;
mod highlight;
mod ids;
mod json;
mod kept;
mod letters;
mod limits;
mod link;
mod markdown;
mod path;
mod period;
mod private;
mod problem;
mod reader;
mod section;
mod syntax;
mod theme;
mod tree;
mod variant;
mod view;
mod vocabulary;
mod words;
mod yaml;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

pub use link::folder;
pub use problem::{Problem, Report, Severity};
pub(crate) use words::{language_of, table as words_of};

pub(crate) use self::fields::{nearest, one_line};
pub(crate) use self::letters::allowed;
pub(crate) use self::limits::SECTIONS as MOST_SECTIONS;
pub(crate) use self::markdown::{href, push as push_span};
pub(crate) use self::problem::{quote, quote_all};
pub(crate) use self::section::{KINDS, default_title};
pub(crate) use self::tree::{Node, Value, parse as tree};

use self::cut::Cut;
use crate::model::{Edition, Inline, Resume};

/// What a file gives.
#[derive(Debug)]
pub struct Source {
    /// Its views: the whole, then its variants in the order of the file.
    pub editions: Vec<Edition>,
    /// What was found in it: warnings and hints.
    pub report: Report,
    /// The paths of what is in none of the editions, since it is private.
    pub withheld: Vec<String>,
}

/// Who the editions are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone: without what is private.
    World,
    /// The owner, and whom they trust: with everything.
    Owner,
}

impl Source {
    /// The résumé without anything that only a variant says.
    #[must_use]
    pub fn whole(&self) -> &Resume {
        &self.editions[0].resume
    }

    /// Gives the site an address in place of the file's own.
    pub fn publish_at(&mut self, url: Option<&str>) {
        let Some(url) = url else { return };
        for edition in &mut self.editions {
            edition.resume.url = Some(url.to_owned());
        }
    }
}

/// Reads and checks a file. The report of a file that is read holds no
/// errors.
///
/// # Errors
///
/// The report of a file that is refused: missing, empty, not UTF-8, not YAML,
/// or with values that cannot stand.
pub fn read(path: &Path, audience: Audience) -> Result<Source, Report> {
    let refuse = |text: &str, problem| Err(Report::new(path, text, vec![problem]));
    let bytes = match bytes(path, limits::BYTES) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return refuse("", too_large(limits::BYTES)),
        Err(error) => return refuse("", unreadable(&error)),
    };
    match String::from_utf8(bytes) {
        Ok(text) => parse(path, &text, audience),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
            let problem = Problem::error(at..end, "this is not UTF-8")
                .help("save the file with the encoding UTF-8");
            refuse(&text, problem)
        }
    }
}

/// Reads and checks a text; `path` is the name its report goes by.
///
/// # Errors
///
/// As [`read`], but for what only files can be.
pub fn parse(path: &Path, text: &str, audience: Audience) -> Result<Source, Report> {
    if text.len() > limits::BYTES {
        return Err(Report::new(path, "", vec![too_large(limits::BYTES)]));
    }
    // A byte order mark is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let report = |problems| Report::new(path, text, problems);
    let mut problems = Vec::new();
    let root = whole_tree(text, &mut problems).map_err(|problem| report(vec![problem]))?;
    if matches!(root.value, Value::Null) {
        let problem = Problem::error(0..0, "the file is empty")
            .help("begin with `basics:` and, indented under it, `name: Your Name`");
        return Err(report(vec![problem]));
    }
    let (editions, withheld) = editions(text, &root, audience, &mut problems);
    let error = |problem: &Problem| problem.severity == Severity::Error;
    if audience == Audience::World && !problems.iter().any(error) {
        let whole = editions.first();
        problems.extend(whole.and_then(|whole| private::hint(text, &root, &whole.json)));
    }
    let report = report(problems);
    if report.count(Severity::Error) > 0 || editions.is_empty() {
        return Err(report);
    }
    Ok(Source {
        editions,
        report,
        withheld,
    })
}

/// The tree of a file, with all that it keeps apart in its place.
pub(crate) fn whole_tree(text: &str, problems: &mut Vec<Problem>) -> Result<Node, Problem> {
    let mut root = tree::parse(text)?;
    kept::lay_over(&mut root, problems);
    Ok(root)
}

/// Makes each view of a file and reads it. A mistake in what is left out is
/// still one to tell, so that everything is read first.
fn editions(
    text: &str,
    root: &Node,
    audience: Audience,
    problems: &mut Vec<Problem>,
) -> (Vec<Edition>, Vec<String>) {
    problems.extend(reader::read(text, &Cut::default().apply(root)).1);
    let private = private::read(root, problems);
    let (cut, withheld) = match audience {
        Audience::World => (private.cut, private.paths),
        Audience::Owner => (Cut::default(), Vec::new()),
    };
    let variants = variant::read(text, root, &cut, problems);
    let mut editions = Vec::new();
    let mut add = |view: &Node, make: &dyn Fn(Resume, serde_json::Value) -> Edition| {
        let (resume, told) = reader::read(text, view);
        // What is left out may leave little of an entry, which is meant.
        let errors = told
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error);
        problems.extend(errors);
        editions.extend(resume.map(|resume| make(resume, view.to_json())));
    };
    add(&cut.apply(root), &Edition::whole);
    for variant in variants {
        let slug = &variant.slug;
        add(&variant.view(root, &cut), &|resume, json| {
            Edition::variant(slug.clone(), resume, json)
        });
    }
    (editions, withheld)
}

/// What a line of a file would be read as; nothing if one of its links is
/// refused.
pub(crate) fn inline(text: &str) -> Option<Inline> {
    let mut reader = reader::Reader::new(text);
    let inline = markdown::read(&mut reader, text, &(0..text.len()));
    (reader.errors() == 0).then_some(inline)
}

/// The words of a line without its markup.
pub(crate) fn words(text: &str) -> String {
    inline(text).map_or_else(|| text.to_owned(), |inline| inline.to_plain())
}

/// Whether the page can link to an address.
pub(crate) fn is_address(href: &str) -> bool {
    link::refusal(href).is_none()
}

/// Whether an address can be that of a picture of the person.
pub(crate) fn is_picture(address: &str) -> bool {
    link::refused_picture(address).is_none()
}

/// What a file holds; nothing if that is more than so many bytes.
///
/// # Errors
///
/// If it cannot be read.
pub fn bytes(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    // Some files have no end, whatever size they are said to have.
    let file = File::open(path)?.take(most as u64 + 1);
    let size = { file }.read_to_end(&mut bytes)?;
    Ok((size <= most).then_some(bytes))
}

/// A file that has more than so many bytes.
pub(crate) fn too_large(most: usize) -> Problem {
    let message = format!("the file has more than {} MB", most >> 20);
    Problem::error(0..0, message).help("no résumé is that long")
}

fn unreadable(error: &io::Error) -> Problem {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        kind => format!("the file cannot be read: {kind}"),
    };
    Problem::error(0..0, message).help("name another with `RESUME=path/to/resume.yaml`")
}
