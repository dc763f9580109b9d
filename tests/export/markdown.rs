//! The Markdown, as pandoc reads it: every word is where it belongs, and all
//! of the résumé can be told from it again.
//!
//! Never looks at how it is written.

use std::path::Path;

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use resume::export::markdown;
use resume::import;
use resume::model::{Entry, Inline, Line, Person, Resume, Section, Span, Theme};
use resume::source::{self, Audience};
use resume::words::Language;

use crate::generate;
use crate::json_resume;
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
        language: Language::default(),
        url: None,
        offline: true,
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
        Block::Heading | Block::Comment(_) => None,
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

/// Every line of a résumé and how deep in lists it stands.
fn lines<'r>(lines: &'r [Line], depth: usize, all: &mut Vec<(usize, &'r Inline)>) {
    for line in lines {
        let depth = depth + usize::from(!line.paragraph);
        all.push((depth, &line.text));
        self::lines(&line.lines, depth, all);
    }
}

/// Every text that pandoc finds, headlines among them.
fn texts(blocks: Vec<Block>, depth: usize, all: &mut Vec<(usize, Inline)>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => all.extend(text.unclassed().map(|text| (depth, text))),
            Block::Items(items) => items
                .into_iter()
                .for_each(|item| texts(item, depth + 1, all)),
            Block::Definitions(items) => items
                .into_iter()
                .for_each(|(_, blocks)| texts(blocks, depth, all)),
            Block::Heading | Block::Lines | Block::Comment(_) => {}
        }
    }
}

#[test]
fn pandoc_finds_each_line_where_it_stands() {
    let generated = generate::some(generate::resume(), 16);
    for resume in samples::all().iter().chain(&generated) {
        let markdown = markdown(resume);
        let mut found = Vec::new();
        texts(pandoc::read(&markdown).1, 0, &mut found);
        let mut found = found.into_iter();
        let entries = resume.sections.iter().flat_map(|section| &section.entries);
        let mut all = Vec::new();
        entries.for_each(|entry| lines(&entry.lines, 0, &mut all));
        for (depth, text) in all {
            let line = (depth, normal(text));
            assert!(found.any(|found| found == line), "{line:?} in\n{markdown}");
        }
    }
}

/// What comes of the Markdown when it is imported.
fn imported(markdown: &str) -> Resume {
    let import = import::read(Path::new("r.md"), markdown.as_bytes()).unwrap();
    let source = source::parse(Path::new("r"), &import.yaml, Audience::World).unwrap();
    source.whole().clone()
}

#[test]
fn files_come_back_as_the_same() {
    for resume in samples::all() {
        assert_eq!(imported(&markdown(&resume)), resume);
    }
    for file in json_resume::files() {
        let resume = json_resume::whole(&file).resume;
        let markdown = markdown(&resume);
        assert_eq!(imported(&markdown), resume, "{markdown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_file_comes_back_as_the_same(file in json_resume::some()) {
        let source = source::parse(Path::new("r"), &file.to_string(), Audience::World);
        if let Ok(source) = source {
            let markdown = markdown(source.whole());
            prop_assert_eq!(&imported(&markdown), source.whole(), "{}", markdown);
        }
    }

    #[test]
    fn all_of_any_resume_is_in_it(resume in generate::resume()) {
        let markdown = markdown(&resume);
        prop_assert_eq!(import::read_own(&markdown), Some(resume), "{}", markdown);
    }
}

#[test]
fn what_is_added_by_hand_is_read_with_the_rest() {
    let markdown = "% Ada

## Work experience <!-- id: work -->

2019 – Present
:   *Engineer at [Engines](https://example.org)* (London)

    - New work
      in two lines
        - and beneath it

    And a word at the end

Jan 2017 – Apr 2018
:   *Analyst at Tables* <!-- id: tables -->

## Skills <!-- id: skills -->

- Rust <!-- id: rust -->
- Go

<!-- skills:
Rust
-->
";
    let resume = imported(markdown);
    let [first, second] = &resume.sections[0].entries[..] else {
        panic!("{resume:?}");
    };
    assert_eq!((&*first.id, &*second.id), ("engines", "tables"));
    let texts = first.lines.iter().map(|line| line.text.to_plain());
    let texts: Vec<_> = texts.collect();
    assert_eq!(texts, ["New work in two lines", "And a word at the end"]);
    assert_eq!(first.lines[0].lines.len(), 1);
    let names: Vec<_> = resume.tags.iter().map(|tag| &tag.name).collect();
    assert_eq!(names, ["Rust", "Go"]);
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
