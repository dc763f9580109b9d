//! The Markdown, as pandoc reads it: every word is where it belongs, and all
//! of the résumé can be told from it again.
//!
//! Never looks at how it is written.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use resume::export::markdown;
use resume::model::{Entry, Inline, Line, Person, Resume, Section, Span, Theme};

use crate::again;
use crate::generate;
use crate::pandoc::{self, Block};
use crate::samples;

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
        url: None,
    }
}

/// As pandoc has it: it knows no no-break spaces in code or text that it
/// would not set itself, and writes some letters of addresses by number.
pub fn normal(text: &Inline) -> Inline {
    let mut spans: Vec<Span> = Vec::new();
    for span in &text.0 {
        let span = match span {
            Span::Text(text) => Span::Text(text.replace('\u{a0}', " ")),
            Span::Code(code) => Span::Code(code.clone()),
            Span::Emphasis(inner) => Span::Emphasis(normal(inner)),
            Span::Strong(inner) => Span::Strong(normal(inner)),
            Span::Link { href, text } => Span::Link {
                href: pandoc::address(href),
                text: normal(text),
            },
        };
        match (spans.last_mut(), span) {
            (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
            (_, span) => spans.push(span),
        }
    }
    Inline(spans)
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

/// The same by the rules of `CommonMark`, which most other readers know.
fn check_commonmark(text: &Inline) {
    let markdown = markdown(&of_lines(vec![text.clone()]));
    let block = markdown.trim_end().rsplit("\n\n").next().unwrap();
    if block.starts_with("<!--") {
        // Code with one and with two backticks in it, first of all: no form
        // of it suits both.
        return;
    }
    let mut stack = vec![Vec::new()];
    for event in Parser::new(block) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Start(_) => stack.push(Vec::new()),
            Event::End(TagEnd::Emphasis) => close(&mut stack, Span::Emphasis),
            Event::End(TagEnd::Strong) => close(&mut stack, Span::Strong),
            Event::End(TagEnd::Link) => close(&mut stack, |text| Span::Link {
                href: String::new(),
                text,
            }),
            Event::Text(words) => stack.last_mut().unwrap().push(Span::Text(words.into())),
            Event::Code(words) => stack.last_mut().unwrap().push(Span::Code(words.into())),
            // It only parts marks.
            Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
            other => panic!("{other:?} in {block}"),
        }
    }
    let read = normal(&Inline(stack.pop().unwrap()));
    assert_eq!(read, without_addresses(&normal(text)), "{block}");
}

fn close(stack: &mut Vec<Vec<Span>>, span: impl Fn(Inline) -> Span) {
    let inner = stack.pop().unwrap();
    stack.last_mut().unwrap().push(span(Inline(inner)));
}

fn without_addresses(text: &Inline) -> Inline {
    let spans = text.0.iter().map(|span| match span {
        Span::Emphasis(inner) => Span::Emphasis(without_addresses(inner)),
        Span::Strong(inner) => Span::Strong(without_addresses(inner)),
        Span::Link { text, .. } => Span::Link {
            href: String::new(),
            text: without_addresses(text),
        },
        span => span.clone(),
    });
    Inline(spans.collect())
}

proptest! {
    #[test]
    fn commonmark_reads_each_text_as_it_was(text in generate::inline()) {
        check_commonmark(&text);
    }
}

#[test]
fn pandoc_reads_each_text_as_it_was() {
    check(generate::some(generate::inline(), 1000));
}

/// A résumé with all its texts as pandoc has them.
fn normal_resume(mut resume: Resume) -> Resume {
    fn texts(lines: &mut [Line]) {
        for line in lines {
            line.text = normal(&line.text);
            texts(&mut line.lines);
        }
    }
    let words = |text: &mut String| *text = text.replace('\u{a0}', " ");
    let href = |url: &mut String| *url = pandoc::address(url);
    let person = &mut resume.person;
    words(&mut person.name);
    let parts = [&mut person.label, &mut person.phone, &mut person.address];
    parts.into_iter().flatten().for_each(words);
    person.url.iter_mut().for_each(href);
    let at = &mut person.location;
    let parts = [&mut at.street, &mut at.city, &mut at.region, &mut at.code];
    parts.into_iter().flatten().for_each(words);
    for profile in &mut person.profiles {
        words(&mut profile.network);
        profile.url.iter_mut().for_each(href);
        [&mut profile.username, &mut profile.note]
            .into_iter()
            .flatten()
            .for_each(words);
    }
    for tag in &mut resume.tags {
        words(&mut tag.name);
        tag.aliases.iter_mut().for_each(words);
    }
    for section in &mut resume.sections {
        words(&mut section.title);
        for entry in &mut section.entries {
            let names = [&mut entry.title, &mut entry.organisation];
            names
                .into_iter()
                .flatten()
                .for_each(|name| *name = normal(name));
            entry.url.iter_mut().for_each(href);
            [&mut entry.place, &mut entry.dates]
                .into_iter()
                .flatten()
                .for_each(words);
            texts(&mut entry.lines);
        }
    }
    resume
}

fn comes_back(resume: Resume) {
    let markdown = markdown(&resume);
    let again = normal_resume(again::resume(&markdown));
    let resume = normal_resume(resume);
    assert_eq!(again.person, resume.person);
    assert_eq!(again.tags, resume.tags);
    for (again, section) in again.sections.iter().zip(&resume.sections) {
        for (again, entry) in again.entries.iter().zip(&section.entries) {
            assert_eq!(again, entry);
        }
    }
    assert_eq!(again, resume, "{markdown}");
}

#[test]
fn all_of_it_comes_back() {
    comes_back(samples::full());
    comes_back(samples::ada());
    comes_back(samples::published());
    let some = generate::some(generate::resume(), 16);
    some.into_iter().for_each(comes_back);
}

#[test]
fn no_text_begins_a_block_of_another_kind() {
    let starts = [
        "#", "# x", "#. x", "(#) x", "% x", ": x", "+ x", "- x", "| x", "= x", "1. x", "12) x",
        "(3) x", "a. x", "B) x", "(c) x", "iv. x", "(XI) x", "(@) x", "[x] y", "[ ] y", "---",
        "***", "===", "> x", "```", "~~~ x", "<p>", ":::", "1.",
    ];
    check(starts.map(Inline::plain).to_vec());
}
