//! Plain text in lines of 80 columns, for e-mail and applicant-tracking
//! systems.
//!
//! Never wraps within a word: an address has to stay whole.

use unicode_width::UnicodeWidthStr;

use super::contact::contacts;
use super::skill;
use crate::model::{Entry, Inline, Line, Person, Resume, Section, Span};
use crate::ui::is_bare;
use crate::words::{Language, Word};

/// Columns of a line.
const WIDTH: usize = 80;

/// The résumé as plain text in UTF-8, its lines ended by LF.
#[must_use]
pub fn text(resume: &Resume) -> String {
    let mut page = Page::default();
    person(&mut page, &resume.person, &resume.language);
    for part in &resume.sections {
        section(&mut page, resume, part);
    }
    page.0
}

fn person(page: &mut Page, person: &Person, language: &Language) {
    page.heading(&person.name, '=');
    if let Some(label) = &person.label {
        page.wrap("", label);
    }
    let contacts = contacts(person, language);
    if !contacts.is_empty() {
        page.gap();
    }
    let (colon, comma) = (
        language.words.text(Word::Colon).trim_end(),
        language.words.text(Word::Comma),
    );
    let widths = contacts.iter().map(|contact| contact.name.width());
    let column = widths.max().unwrap_or_default() + 1;
    for contact in contacts {
        let pad = " ".repeat(column - contact.name.width());
        let mut words = contact.text.to_owned();
        if !contact.notes.is_empty() {
            words = format!("{words} ({})", contact.notes.join(comma));
        }
        page.wrap(&format!("{}{colon}{pad}", contact.name), &words);
    }
}

fn section(page: &mut Page, resume: &Resume, section: &Section) {
    page.gap();
    page.gap();
    page.heading(&section.title, '-');
    for run in section.entries.chunk_by(|a, b| is_bare(a) && is_bare(b)) {
        match run {
            [one] if !is_bare(one) => entry(page, resume, one),
            names => {
                let names = names.iter().map(|entry| headline(resume, entry));
                page.gap();
                let comma = resume.language.words.text(Word::Comma);
                page.wrap("", &names.collect::<Vec<_>>().join(comma));
            }
        }
    }
}

fn entry(page: &mut Page, resume: &Resume, entry: &Entry) {
    page.gap();
    page.wrap("", &headline(resume, entry));
    let rest = [
        resume.language.period(entry),
        entry.place.clone(),
        entry.url.clone(),
    ];
    let rest: Vec<_> = rest.into_iter().flatten().collect();
    page.wrap("", &rest.join(" | "));
    lines(page, &entry.lines, 0);
}

fn headline(resume: &Resume, entry: &Entry) -> String {
    let name = [&entry.title, &entry.organisation].into_iter().flatten();
    let comma = resume.language.words.text(Word::Comma);
    let name = name.map(words).collect::<Vec<_>>().join(comma);
    match skill(resume, entry) {
        Some(skill) => format!("{name} ({skill})"),
        None => name,
    }
}

fn lines(page: &mut Page, lines: &[Line], depth: usize) {
    let mut paragraph = false;
    for line in lines {
        // Without a gap two paragraphs would read as one.
        if paragraph && line.paragraph {
            page.gap();
        }
        paragraph = line.paragraph;
        let indent = "  ".repeat(depth);
        let mark = if line.paragraph { "" } else { "- " };
        page.wrap(&(indent + mark), &words(&line.text));
        self::lines(page, &line.lines, depth + 1);
    }
}

/// The words of marked-up text, and where its links lead.
fn words(text: &Inline) -> String {
    let parts = text.0.iter().map(|span| match span {
        Span::Text(text) | Span::Code(text) => text.clone(),
        Span::Emphasis(inner) | Span::Strong(inner) => words(inner),
        Span::Link { href, text } => {
            let text = words(text);
            if text == *href || href.strip_prefix("mailto:") == Some(&text) {
                text
            } else {
                format!("{text} ({href})")
            }
        }
    });
    parts.collect()
}

/// The text so far: whole lines.
#[derive(Default)]
struct Page(String);

impl Page {
    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn heading(&mut self, title: &str, rule: char) {
        let start = self.0.len();
        self.wrap("", title);
        let widths = self.0[start..].lines().map(UnicodeWidthStr::width);
        let width = widths.max().unwrap_or_default().min(WIDTH);
        self.0.extend(std::iter::repeat_n(rule, width));
        self.gap();
    }

    /// Words after a mark, the further lines indented as far.
    fn wrap(&mut self, mark: &str, words: &str) {
        // A no-break space parts no words here.
        let mut words = words.split_ascii_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        let indent = mark.width();
        let mut column = indent;
        self.0.push_str(mark);
        for word in words {
            let width = word.width();
            if column > indent && column + 1 + width > WIDTH {
                self.gap();
                self.0.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else if column > indent {
                self.0.push(' ');
                column += 1;
            }
            self.0.push_str(word);
            column += width;
        }
        self.gap();
    }
}
