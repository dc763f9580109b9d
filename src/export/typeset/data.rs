//! What the templates are told: the words of the page, in its order.
//!
//! Never says how anything looks, but for the choices of the owner's theme.

use serde_json::{Value as Json, json};

use super::fonts::MONO;
use crate::export::contact::contacts;
use crate::model::{Colour, Entry, Inline, Line, Resume, Section, Span, Typeface};
use crate::ui::{is_bare, period, short};

/// As `--accent` of `style/tokens.css` on the light page.
const ACCENT: Colour = Colour([0xb3, 0x26, 0x1e]);

/// A résumé, for `resume.typ`; `paper` is its `a4` or `letter`.
pub fn resume(resume: &Resume, paper: &str) -> Json {
    let person = &resume.person;
    let (face, size) = face(resume.theme.typeface);
    let contacts: Vec<_> = contacts(person)
        .into_iter()
        .map(|contact| {
            let phone = person.phone.as_ref().filter(|_| contact.name == "Phone");
            let href = contact.href.or_else(|| phone.map(|phone| tel(phone)));
            json!({
                "name": contact.name,
                "shown": short(contact.text),
                "href": href,
                "notes": contact.notes,
            })
        })
        .collect();
    let sections: Vec<_> = resume.sections.iter().map(section).collect();
    json!({
        "paper": paper,
        "title": title(resume),
        "description": format!("The résumé of {}", title(resume)),
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
    json!({
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
    let others = ["Inter", "Libertinus Serif", "Noto Emoji"];
    let others = others.into_iter().filter(|face| *face != first);
    std::iter::once(first).chain(others).collect()
}

fn tel(phone: &str) -> String {
    let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    format!("tel:{}", digits.collect::<String>())
}

fn section(section: &Section) -> Json {
    let runs = section.entries.chunk_by(|a, b| is_bare(a) && is_bare(b));
    let parts: Vec<_> = runs
        .map(|run| match run {
            [one] if !is_bare(one) => entry(one),
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

fn entry(entry: &Entry) -> Json {
    let url = entry.url.as_ref();
    json!({
        "kind": "entry",
        "title": words(entry.title.as_ref()),
        "organisation": words(entry.organisation.as_ref()),
        "dates": period(entry),
        "place": entry.place,
        "url": url.map(|url| json!({ "href": url, "shown": short(url) })),
        "lines": lines(&entry.lines),
    })
}

fn lines(lines: &[Line]) -> Json {
    let lines = lines.iter().map(|line| {
        json!({
            "text": spans(&line.text),
            "paragraph": line.paragraph,
            "rtl": is_rtl(&line.text.to_plain()),
            "lines": self::lines(&line.lines),
        })
    });
    lines.collect()
}

/// Whether a text is read from the right: by its first letter, as the page
/// does (`unicode-bidi: plaintext`).
fn is_rtl(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic()).map(u32::from);
    matches!(
        first,
        Some(
            0x590..=0x8FF
            | 0xFB1D..=0xFDFF
            | 0xFE70..=0xFEFF
            | 0x10800..=0x10FFF
            | 0x1E800..=0x1EFFF,
        )
    )
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
