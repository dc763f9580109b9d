//! What the templates are told: the words of the page, in its order.
//!
//! Never says how anything looks, but for the choices of the owner's theme.

use serde_json::{Value as Json, json};

use super::fonts::MONO;
use crate::export::contact::contacts;
use crate::model::{Colour, Entry, Inline, Line, Resume, Section, Span, Typeface};
use crate::ui::{is_bare, short, tel};
use crate::words::{Language, Piece, Word, is_rtl};

/// As `--accent` of `style/tokens.css` on the light page.
const ACCENT: Colour = Colour([0xb3, 0x26, 0x1e]);

/// A résumé, for `resume.typ`; `paper` is its `a4` or `letter`.
pub fn resume(resume: &Resume, paper: &str) -> Json {
    let person = &resume.person;
    let (face, size) = face(resume.theme.typeface);
    let language = &resume.language;
    let contacts: Vec<_> = contacts(person, language)
        .into_iter()
        .map(|contact| {
            let phone = person
                .phone
                .as_ref()
                .filter(|phone| contact.text == **phone);
            let href = contact.href.or_else(|| phone.map(|phone| tel(phone)));
            json!({
                "name": contact.name,
                "shown": short(contact.text),
                "href": href,
                "notes": contact.notes,
            })
        })
        .collect();
    let sections = resume.sections.iter();
    let sections: Vec<_> = sections.map(|it| section(it, language)).collect();
    json!({
        "paper": paper,
        "title": title(resume),
        "description": language.words.say(Word::ResumeOf, &[&title(resume)]),
        "lang": lang(language),
        "region": region(language),
        "rtl": language.known().rtl,
        "comma": language.words.text(Word::Comma),
        "foot": foot(language),
        "author": person.name,
        "accent": accent(resume),
        "faces": faces(face),
        "mono": faces(MONO),
        "size": size,
        "name": person.name,
        "label": person.label,
        "contacts": contacts,
        "sections": sections,
    })
}

/// The picture of a résumé, for `card.typ`.
pub fn card(resume: &Resume) -> Json {
    let language = &resume.language;
    json!({
        "lang": lang(language),
        "region": region(language),
        "rtl": language.known().rtl,
        "accent": accent(resume),
        "faces": faces(face(resume.theme.typeface).0),
        "name": resume.person.name,
        "label": resume.person.label,
    })
}

fn title(resume: &Resume) -> String {
    let person = &resume.person;
    match &person.label {
        Some(label) => format!("{}, {label}", person.name),
        None => person.name.clone(),
    }
}

fn accent(resume: &Resume) -> String {
    let accent = resume.theme.accent.map(|accent| accent.light);
    accent.unwrap_or(ACCENT).to_string()
}

/// A font in the program for each kind, and its size in points: such that
/// they are as large to the eye as the page's 9 pt.
fn face(typeface: Typeface) -> (&'static str, f64) {
    match typeface {
        Typeface::Sans => ("Inter", 8.6),
        Typeface::Humanist => ("Fira Sans", 8.7),
        Typeface::Serif => ("Literata", 8.5),
        Typeface::OldStyle => ("Libertinus Serif", 9.4),
        Typeface::Mono => (MONO, 7.6),
    }
}

/// A font, and those that stand in for letters it lacks.
fn faces(first: &str) -> Vec<&str> {
    let others = [
        "Inter",
        "Libertinus Serif",
        "Noto Sans Arabic",
        "Noto Emoji",
    ];
    let others = others.into_iter().filter(|face| *face != first);
    std::iter::once(first).chain(others).collect()
}

fn section(section: &Section, language: &Language) -> Json {
    let runs = section.entries.chunk_by(|a, b| is_bare(a) && is_bare(b));
    let parts: Vec<_> = runs
        .map(|run| match run {
            [one] if !is_bare(one) => entry(one, language),
            names => {
                let names: Vec<_> = names
                    .iter()
                    .map(|entry| words(entry.title.as_ref()))
                    .collect();
                json!({ "kind": "names", "names": names })
            }
        })
        .collect();
    json!({ "title": section.title, "parts": parts })
}

fn entry(entry: &Entry, language: &Language) -> Json {
    let url = entry.url.as_ref();
    json!({
        "kind": "entry",
        "title": words(entry.title.as_ref()),
        "organisation": words(entry.organisation.as_ref()),
        "dates": language.period(entry),
        "place": entry.place,
        "url": url.map(|url| json!({ "href": url, "shown": short(url) })),
        "lines": lines(&entry.lines, language),
    })
}

fn lines(lines: &[Line], language: &Language) -> Json {
    let lines = lines.iter().map(|line| {
        json!({
            "text": spans(&line.text),
            "paragraph": line.paragraph,
            "rtl": reads_rtl(&line.text.to_plain(), language),
            "lines": self::lines(&line.lines, language),
        })
    });
    lines.collect()
}

/// Whether a text is read from the right, as the page has it: by its first
/// letter; in a language that is read so, by any.
fn reads_rtl(text: &str, language: &Language) -> bool {
    if language.known().rtl {
        return !language.turns(text);
    }
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_rtl)
}

fn lang(language: &Language) -> &str {
    language.known().code
}

fn region(language: &Language) -> Option<&str> {
    language.tag.split('-').skip(1).find(|part| part.len() == 2)
}

/// The foot of a page, in pieces: its text, and where its numbers stand.
fn foot(language: &Language) -> Json {
    let pieces = language.words.pieces(Word::Page).map(|piece| match piece {
        Piece::Text(text) => json!(text),
        Piece::Hole(at) => json!(at),
    });
    pieces.collect()
}

fn words(text: Option<&Inline>) -> Json {
    text.map_or_else(|| json!([]), spans)
}

fn spans(text: &Inline) -> Json {
    let spans = text.0.iter().map(|span| match span {
        Span::Text(text) => json!({ "kind": "text", "text": text }),
        Span::Code(text) => json!({ "kind": "code", "text": text }),
        Span::Emphasis(inner) => json!({ "kind": "emphasis", "spans": spans(inner) }),
        Span::Strong(inner) => json!({ "kind": "strong", "spans": spans(inner) }),
        Span::Link { href, text } => {
            let to = short(href);
            let to = (short(&text.to_plain()) != to).then_some(to);
            json!({ "kind": "link", "href": href, "spans": spans(text), "to": to })
        }
    });
    spans.collect()
}
