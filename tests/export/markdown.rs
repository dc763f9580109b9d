//! The Markdown, as pandoc reads it: every word is where it belongs, and all
//! of the résumé can be told from it again.
//!
//! Never looks at how it is written.

use resume::export::markdown;
use resume::model::{Entry, Inline, Line, Person, Resume, Section, Span, Theme};

use crate::generate;
use crate::pandoc::{self, Block};

/// A résumé that says each text in a line of its own.
fn of_lines(lines: Vec<Inline>) -> Resume {
    let line = |text| Line {
        text,
        skills: None,
        paragraph: true,
        lines: Vec::new(),
    };
    Resume {
        person: Person {
            name: "Ada".to_owned(),
            ..Person::default()
        },
        sections: vec![Section {
            id: "texts".to_owned(),
            title: "Texts".to_owned(),
            entries: vec![Entry {
                lines: lines.into_iter().map(line).collect(),
                ..Entry::default()
            }],
        }],
        tags: Vec::new(),
        theme: Theme::default(),
    }
}

/// As pandoc has it: it knows no no-break spaces in code or text that it
/// would not set itself, and writes some letters of addresses by number.
pub fn normal(text: &Inline) -> Inline {
    let words = |text: &str| text.replace('\u{a0}', " ");
    let spans = text.0.iter().map(|span| match span {
        Span::Text(text) => Span::Text(words(text)),
        Span::Code(code) => Span::Code(code.clone()),
        Span::Emphasis(inner) => Span::Emphasis(normal(inner)),
        Span::Strong(inner) => Span::Strong(normal(inner)),
        Span::Link { href, text } => Span::Link {
            href: href
                .replace(' ', "%20")
                .replace('<', "%3C")
                .replace('>', "%3E"),
            text: normal(text),
        },
    });
    Inline(spans.collect())
}

fn check(texts: Vec<Inline>) {
    let markdown = markdown(&of_lines(texts.clone()));
    let (_, blocks) = pandoc::read(&markdown);
    let read = blocks.into_iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.inline()),
        Block::Heading(_) | Block::Comment(_) => None,
        other => panic!("{other:?} in\n{markdown}"),
    });
    let read: Vec<_> = read.collect();
    let written = markdown.split("\n\n").skip(3);
    for ((text, read), written) in texts.iter().zip(&read).zip(written) {
        assert_eq!(&normal(text), read, "{written}");
    }
    assert_eq!(texts.len(), read.len(), "{markdown}");
}

#[test]
fn pandoc_reads_each_text_as_it_was() {
    check(generate::some(generate::inline(), 1000));
}
