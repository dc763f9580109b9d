//! Word (Office Open XML, ECMA-376): real headings, lists and links, A4, and
//! nothing laid out by tables, over which applicant-tracking systems stumble.
//!
//! The library writes the document and its list numbers. What it cannot say,
//! the language, the title and the author, is in parts of our own; and so are
//! the links, which it puts in an order that changes each time.
//!
//! Never decides how it looks: `styles.xml` does.

mod parts;
mod runs;

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, PageMargin, Paragraph, SpecialIndentType, Start,
};

use self::runs::Links;
use super::Error;
use super::contact::contacts;
use super::skill;
use crate::model::{Entry, Inline, Line, Person, Resume, Section, Span};
use crate::ui::{is_bare, short};
use crate::words::{Language, Word};

/// The list of dashes; the first is the library's own.
const LIST: usize = 2;
/// What Word has of levels.
const LEVELS: usize = 9;
/// What a level is moved by, in twentieths of a point.
const INDENT: i32 = 284;
/// The page's margins in print, in twentieths of a point.
const MARGIN: PageMargin = PageMargin {
    top: 907,
    right: 1134,
    bottom: 1134,
    left: 1134,
    header: 567,
    footer: 567,
    gutter: 0,
};

/// The résumé as a Word document.
///
/// # Errors
///
/// If the document cannot be packed, which no résumé should bring about.
pub fn docx(resume: &Resume) -> Result<Vec<u8>, Error> {
    let mut body = Body::default();
    body.person(&resume.person, &resume.language);
    for section in &resume.sections {
        body.section(resume, section);
    }
    let mut docx = Docx::new()
        .page_margin(MARGIN)
        .add_abstract_numbering(dashes())
        .add_numbering(Numbering::new(LIST, LIST));
    for (at, paragraph) in (1..).zip(body.paragraphs) {
        docx = docx.add_paragraph(paragraph.id(format!("{at:08x}")));
    }
    let mut package = docx.build();
    package.styles = parts::styles(resume.theme, &resume.language).into_bytes();
    package.doc_props.core = parts::properties(&resume.person, &resume.language).into_bytes();
    package.document_rels = body.links.into_part();
    let mut file = Cursor::new(Vec::new());
    let packed = package.pack(&mut file);
    packed.map_err(Error::new)?;
    Ok(file.into_inner())
}

fn dashes() -> AbstractNumbering {
    let levels = (0..LEVELS).zip((1..).map(|level| INDENT * level));
    levels.fold(AbstractNumbering::new(LIST), |list, (level, indent)| {
        list.add_level(
            Level::new(
                level,
                Start::new(1),
                NumberFormat::new("bullet"),
                LevelText::new("–"),
                LevelJc::new("left"),
            )
            .indent(
                Some(indent),
                Some(SpecialIndentType::Hanging(INDENT)),
                None,
                None,
            ),
        )
    })
}

/// The document so far.
#[derive(Default)]
struct Body {
    paragraphs: Vec<Paragraph>,
    links: Links,
}

impl Body {
    fn add(&mut self, style: &str, spans: &[Span]) {
        let paragraph = Paragraph::new().style(style);
        let paragraph = self.links.runs(paragraph, spans);
        self.paragraphs.push(paragraph);
    }

    fn person(&mut self, person: &Person, language: &Language) {
        let (colon, comma) = (
            language.words.text(Word::Colon),
            language.words.text(Word::Comma),
        );
        self.add("Title", &[text(&person.name)]);
        if let Some(label) = &person.label {
            self.add("Subtitle", &[text(label)]);
        }
        for contact in contacts(person, language) {
            let mut spans = vec![text(&format!("{}{colon}", contact.name))];
            spans.push(match contact.href {
                Some(href) => link(&href),
                None => text(contact.text),
            });
            if !contact.notes.is_empty() {
                spans.push(text(&format!(" ({})", contact.notes.join(comma))));
            }
            self.add("Contact", &spans);
        }
    }

    fn section(&mut self, resume: &Resume, section: &Section) {
        self.add("Heading1", &[text(&section.title)]);
        for run in section.entries.chunk_by(|a, b| is_bare(a) && is_bare(b)) {
            match run {
                [one] if !is_bare(one) => self.entry(resume, one),
                names => {
                    let names = names.iter().map(|entry| headline(resume, entry));
                    let names: Vec<_> = names.collect();
                    self.add("Normal", &names.join(&comma(resume)));
                }
            }
        }
    }

    fn entry(&mut self, resume: &Resume, entry: &Entry) {
        let headline = headline(resume, entry);
        if !headline.is_empty() {
            self.add("Heading2", &headline);
        }
        let words = [resume.language.period(entry), entry.place.clone()]
            .into_iter()
            .flatten();
        let words = words.map(|words| vec![text(&words)]);
        let url = entry.url.iter().map(|url| vec![link(url)]);
        let about: Vec<_> = words.chain(url).collect();
        if !about.is_empty() {
            self.add("Dates", &about.join(&text(" · ")));
        }
        self.lines(&entry.lines, 0);
    }

    fn lines(&mut self, lines: &[Line], depth: usize) {
        for line in lines {
            if line.paragraph {
                self.add("Normal", &line.text.0);
            } else {
                let level = IndentLevel::new(depth.min(LEVELS - 1));
                let paragraph = Paragraph::new().style("ListBullet");
                let paragraph = paragraph.numbering(NumberingId::new(LIST), level);
                let paragraph = self.links.runs(paragraph, &line.text.0);
                self.paragraphs.push(paragraph);
            }
            self.lines(&line.lines, depth + 1);
        }
    }
}

fn headline(resume: &Resume, entry: &Entry) -> Vec<Span> {
    let name = [&entry.title, &entry.organisation].into_iter().flatten();
    let name: Vec<_> = name.map(|part| part.0.clone()).collect();
    let mut spans = name.join(&comma(resume));
    let skill = skill(resume, entry);
    spans.extend(skill.map(|skill| text(&format!(" ({skill})"))));
    spans
}

/// What stands between two of several.
fn comma(resume: &Resume) -> Span {
    text(resume.language.words.text(Word::Comma))
}

fn text(words: &str) -> Span {
    Span::Text(words.to_owned())
}

/// An address as the page shows it.
fn link(href: &str) -> Span {
    Span::Link {
        href: href.to_owned(),
        text: Inline::plain(short(href)),
    }
}
