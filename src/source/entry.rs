//! Entries: how each of JSON Resume's kinds makes its headline, and what it
//! says in keys of its own.
//!
//! Never reads the text of lines.

use super::fields::{Fields, Spanned, one_line};
use super::highlight;
use super::link;
use super::markdown;
use super::period;
use super::problem::Problem;
use super::reader::Reader;
use super::tree::{Node, Value};
use crate::model::{Entry, Inline, Line, Span, TagId};
use crate::words::Word;

/// An entry without a headline.
pub fn list(lines: Vec<Line>) -> Entry {
    Entry {
        lines,
        ..Entry::default()
    }
}

/// What an entry of some kind says in its own keys.
#[derive(Default)]
struct Parts {
    title: Option<Spanned>,
    organisation: Option<Spanned>,
    date: Option<Spanned>,
    /// Before the summary.
    first: Vec<Line>,
    /// After the highlights.
    last: Vec<Line>,
}

/// Reads an entry; `kind` is the key of its section.
pub fn read(reader: &mut Reader, kind: &str, node: &Node) -> Option<Entry> {
    if node.is_blank() {
        return None;
    }
    let errors = reader.errors();
    let mut fields = Fields::of(reader, node, "an entry should be")?;
    let id = id(reader, &mut fields);
    let parts = parts(reader, kind, &mut fields);
    let period = period::read(reader, &mut fields, parts.date);
    let mut lines = parts.first;
    lines.extend(highlight::summary(reader, &mut fields, "summary"));
    lines.extend(highlight::list(reader, &mut fields, "highlights"));
    lines.extend(parts.last);
    let tag = match kind {
        "skills" => tag(reader, &mut fields),
        _ => None,
    };
    let mut inline = |part: Option<Spanned>| part.map(|part| markdown::spanned(reader, &part));
    let (title, organisation) = (inline(parts.title), inline(parts.organisation));
    let (title, organisation) = match (title, organisation) {
        (None, Some(organisation)) => (Some(organisation), None),
        pair => pair,
    };
    let entry = Entry {
        id: id.unwrap_or_default(),
        title,
        organisation,
        url: link::field(reader, &mut fields),
        place: fields.string(reader, "location"),
        period,
        dates: fields.string(reader, "dates"),
        tag,
        skills: highlight::skills(reader, &mut fields).unwrap_or_default(),
        lines,
    };
    fields.finish(reader);
    let silent = !entry.has_headline() && entry.lines.is_empty();
    if silent && reader.errors() == errors {
        let message = "this entry says nothing that can be shown";
        let problem = Problem::warning(node.span.clone(), message);
        reader.push(problem.help("give it a name or `highlights`, or remove it"));
        return None;
    }
    Some(entry)
}

fn id(reader: &mut Reader, fields: &mut Fields) -> Option<String> {
    let id = fields.text(reader, "id")?;
    let text = if reader.is_full() { "" } else { reader.text };
    let claimed = reader.ids.claim(text, id);
    claimed.map_err(|problem| reader.push(problem)).ok()
}

/// The tag that an entry of the skills is about.
fn tag(reader: &mut Reader, fields: &mut Fields) -> Option<TagId> {
    if fields.get("keywords").is_some_and(|node| !node.is_blank()) {
        let message = "these keywords belong to no skill";
        let problem = Problem::warning(fields.span.clone(), message);
        fields.require(reader, "name", problem.help("add its `name`"));
    }
    let name = fields.get("name")?.text()?;
    reader.vocabulary.find(&name.text)
}

fn parts(reader: &mut Reader, kind: &str, fields: &mut Fields) -> Parts {
    let mut parts = Parts::default();
    match kind {
        "work" => {
            parts.title = fields.text(reader, "position");
            parts.organisation = fields.text(reader, "name");
            parts.first = highlight::summary(reader, fields, "description");
        }
        "volunteer" => {
            parts.title = fields.text(reader, "position");
            parts.organisation = fields.text(reader, "organization");
        }
        "projects" => {
            parts.title = fields.text(reader, "name");
            parts.organisation = fields.text(reader, "entity");
            parts.first = highlight::summary(reader, fields, "description");
            parts
                .last
                .extend(named_list(reader, fields, Word::Roles, "roles"));
            parts
                .last
                .extend(named_list(reader, fields, Word::Keywords, "keywords"));
            parts.last.extend(named(reader, fields, Word::Type, "type"));
        }
        "education" => {
            parts.title = degree(reader, fields);
            parts.organisation = fields.text(reader, "institution");
            parts
                .first
                .extend(named(reader, fields, Word::Grade, "score"));
            parts
                .last
                .extend(named_list(reader, fields, Word::Courses, "courses"));
        }
        "awards" => {
            parts.title = fields.text(reader, "title");
            parts.organisation = fields.text(reader, "awarder");
            parts.date = fields.text(reader, "date");
        }
        "certificates" => {
            parts.title = fields.text(reader, "name");
            parts.organisation = fields.text(reader, "issuer");
            parts.date = fields.text(reader, "date");
        }
        "publications" => {
            parts.title = fields.text(reader, "name");
            parts.organisation = fields.text(reader, "publisher");
            parts.date = fields.text(reader, "releaseDate");
        }
        "skills" => {
            let name = fields.text(reader, "name");
            parts.title = fields.text(reader, "title").or(name);
            // The vocabulary has read them already.
            fields.take("aliases");
            parts.first = highlight::summary(reader, fields, "level");
            parts.last.extend(keywords(reader, fields));
        }
        "languages" => {
            parts.title = fields.text(reader, "language");
            parts.first = highlight::summary(reader, fields, "fluency");
        }
        "interests" => {
            parts.title = fields.text(reader, "name");
            let keywords = fields.texts(reader, "keywords");
            parts.first.extend(listed(reader, None, &keywords));
        }
        "references" => {
            parts.title = fields.text(reader, "name");
            parts.first = highlight::summary(reader, fields, "reference");
        }
        _ => {
            let name = fields.text(reader, "name");
            parts.title = fields.text(reader, "title").or(name);
            parts.organisation = fields.text(reader, "organization");
            parts.date = fields.text(reader, "date");
        }
    }
    parts
}

/// "Master's degree in Computer Science".
fn degree(reader: &mut Reader, fields: &mut Fields) -> Option<Spanned> {
    let study = fields.text(reader, "studyType");
    let area = fields.text(reader, "area");
    match (study, area) {
        (Some(study), Some(area)) => Some(Spanned {
            text: (reader.language.words).say(Word::Degree, &[&study.text, &area.text]),
            span: study.span,
        }),
        (study, area) => study.or(area),
    }
}

/// A paragraph such as "Grade: 1.0".
fn named(reader: &mut Reader, fields: &mut Fields, name: Word, key: &str) -> Option<Line> {
    let text = fields.text(reader, key)?;
    listed(reader, Some(name), &[text])
}

fn named_list(reader: &mut Reader, fields: &mut Fields, name: Word, key: &str) -> Option<Line> {
    let texts = fields.texts(reader, key);
    listed(reader, Some(name), &texts)
}

/// Texts in one paragraph.
fn listed(reader: &mut Reader, name: Option<Word>, texts: &[Spanned]) -> Option<Line> {
    let mut spans = Vec::new();
    for text in texts {
        if !spans.is_empty() {
            markdown::push(&mut spans, Span::Text(reader.word(Word::Comma)));
        } else if let Some(name) = name {
            spans.push(Span::Text(reader.word(name) + &reader.word(Word::Colon)));
        }
        for span in markdown::spanned(reader, text).0 {
            markdown::push(&mut spans, span);
        }
    }
    (!spans.is_empty()).then(|| highlight::paragraph(Inline(spans)))
}

/// The keywords of a skill in one line; their problems are the vocabulary's.
fn keywords(reader: &Reader, fields: &mut Fields) -> Option<Line> {
    let Value::List(items) = &fields.take("keywords")?.value else {
        return None;
    };
    let name = |item: &Node| {
        item.text()
            .or_else(|| Fields::peek(item)?.get("name")?.text())
    };
    let names: Vec<String> = (items.iter().filter_map(name))
        .map(|name| one_line(&name.text))
        .collect();
    let names = names.join(&reader.word(Word::Comma));
    (!names.is_empty()).then(|| highlight::paragraph(Inline::plain(names)))
}
