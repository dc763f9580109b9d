//! What holds of every text, however broken.
//!
//! Never compares words.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use resume::model::{Inline, Line, Resume, Span};
use resume::source::{self, Audience};

const FILES: [&str; 6] = [
    include_str!("../../resume.yaml"),
    include_str!("../valid/resume.yaml"),
    include_str!("../valid/resume.json"),
    include_str!("../valid/theme.yaml"),
    include_str!("../valid/views.yaml"),
    include_str!("../valid/kept.json"),
];

/// Pieces that mean something to a parser or to a check.
const PIECES: [&str; 40] = [
    "",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "- ",
    ": ",
    ":",
    "#",
    " # ",
    "'",
    "\"",
    "\\",
    "|\n",
    ">-\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!t ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\u{feff}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "é",
    "👩‍🚀",
    "[x](javascript:y)",
    "<<: ",
    "null",
    "\\ud83d",
    "2020-13",
];

/// Reads a text, and looks at all that is said of it.
fn read(text: &str) -> Result<(), TestCaseError> {
    let inner = text.strip_prefix('\u{feff}').unwrap_or(text);
    let report = match source::parse(Path::new("resume.yaml"), text, Audience::World) {
        Ok(source) => {
            for edition in &source.editions {
                holds(&edition.resume)?;
            }
            source.report
        }
        Err(report) => report,
    };
    for problem in report.problems() {
        let span = &problem.span;
        prop_assert!(span.start <= span.end, "{:?}", problem);
        prop_assert!(inner.get(span.clone()).is_some(), "{:?}", problem);
        let lone = |c: char| c.is_control();
        prop_assert!(!problem.message.contains(lone), "{:?}", problem);
        prop_assert!(
            !problem
                .help
                .as_ref()
                .is_some_and(|help| help.contains(lone))
        );
    }
    let rendered = report.render(false);
    prop_assert_eq!(rendered.is_empty(), report.problems().is_empty());
    prop_assert!(report.render(true).len() >= rendered.len());
    Ok(())
}

/// What the page relies on.
fn holds(resume: &Resume) -> Result<(), TestCaseError> {
    let mut ids: Vec<&str> = vec!["controls", "filter", "q", "resume"];
    for section in &resume.sections {
        ids.push(&section.id);
        for entry in &section.entries {
            ids.push(&entry.id);
            entry.url.iter().try_for_each(|href| absolute(href))?;
            for text in [&entry.title, &entry.organisation].into_iter().flatten() {
                links(text)?;
            }
            lines(&entry.lines)?;
        }
    }
    let given = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), given);
    let person = &resume.person;
    let profiles = person.profiles.iter().map(|profile| &profile.url);
    let urls = profiles.chain([&person.url]).flatten();
    urls.map(String::as_str).try_for_each(absolute)
}

fn lines(of: &[Line]) -> Result<(), TestCaseError> {
    for line in of {
        links(&line.text)?;
        lines(&line.lines)?;
    }
    Ok(())
}

fn links(text: &Inline) -> Result<(), TestCaseError> {
    for span in &text.0 {
        match span {
            Span::Text(words) | Span::Code(words) => {
                prop_assert!(!words.contains(char::is_control), "{:?}", words);
            }
            Span::Emphasis(inner) | Span::Strong(inner) => links(inner)?,
            Span::Link { href, text } => {
                absolute(href)?;
                links(text)?;
            }
        }
    }
    Ok(())
}

fn absolute(href: &str) -> Result<(), TestCaseError> {
    let scheme = href.to_lowercase();
    let good = ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| scheme.starts_with(start));
    prop_assert!(good && !href.contains(char::is_control), "{:?}", href);
    Ok(())
}

/// A place in a text, moved to where a character begins.
fn place(text: &str, index: Index) -> usize {
    let at = index.index(text.len() + 1);
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap()
}

/// One slip of the pen: a part is left out, doubled, or written over.
fn mutation() -> impl Strategy<Value = (Index, Index, u8, &'static str)> {
    (
        any::<Index>(),
        any::<Index>(),
        0..4_u8,
        proptest::sample::select(&PIECES[..]),
    )
}

fn mutate(text: &str, (one, other, kind, piece): (Index, Index, u8, &str)) -> String {
    let (one, other) = (place(text, one), place(text, other));
    // Small slips break less, and so get further.
    let near = text[one..]
        .char_indices()
        .nth(other % 12)
        .map_or(text.len(), |(at, _)| one + at);
    let (start, end) = match kind {
        0 => (one.min(other), one.max(other)),
        _ => (one, near),
    };
    let part = if kind == 2 {
        text[start..end].repeat(2)
    } else {
        piece.to_owned()
    };
    format!("{}{part}{}", &text[..start], &text[end..])
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        read(&text)?;
    }

    #[test]
    fn any_pieces_are_answered(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        read(&pieces.concat())?;
        read(&format!("basics: {{name: A}}\nwork:\n  - name: {}", pieces.concat()))?;
        read(&format!("{{\"basics\": {}", pieces.concat()))?;
    }

    #[test]
    fn any_markdown_is_answered(text in "[]\\[()<>*_`!&#;:a /\\\\\n\t]{0,60}") {
        let indented = text.replace('\n', "\n    ");
        read(&format!("basics:\n  name: A\n  summary: |2\n    {indented}\n"))?;
    }

    #[test]
    fn any_slips_are_answered(
        file in prop::sample::select(&FILES[..]),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let text = mutations.into_iter().fold(file.to_owned(), |text, slip| mutate(&text, slip));
        read(&text)?;
    }
}
