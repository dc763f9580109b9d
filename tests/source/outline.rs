//! A résumé in a few lines, to compare readings by.
//!
//! Never reads a file.

use std::fmt::Write;
use std::path::Path;

use resume::model::{Entry, Inline, Line, Period, Resume, Span, TagId};
use resume::source::{self, Audience, Severity, Source};

/// What a file is read as. It has to be read without any problem.
#[track_caller]
pub fn read(text: &str) -> Resume {
    let mut source = source(text);
    source.editions.remove(0).resume
}

/// All that a file gives the world. It has to be read without any problem.
#[track_caller]
pub fn source(text: &str) -> Source {
    match source::parse(Path::new("resume.yaml"), text, Audience::World) {
        Ok(source) if source.report.count(Severity::Warning) == 0 => source,
        Ok(Source { report, .. }) | Err(report) => panic!("{report}\n{text}"),
    }
}

/// Compares the sections of a file with their outline: headlines after the
/// id of their entry, paragraphs after `|`, items after `-`, tags in brackets.
#[track_caller]
pub fn check(text: &str, outline: &str) {
    let lines = |text: &str| -> String {
        let lines: Vec<&str> = text.trim_matches('\n').lines().collect();
        let indent = |line: &&str| line.len() - line.trim_start().len();
        let least = lines.iter().map(indent).min().unwrap_or_default();
        lines
            .iter()
            .map(|line| line[least..].to_owned() + "\n")
            .collect()
    };
    assert_eq!(sections(&read(text)), lines(outline), "{text}");
}

/// The sections of a résumé.
pub fn sections(resume: &Resume) -> String {
    let mut shown = String::new();
    for section in &resume.sections {
        writeln!(shown, "{}: {}", section.id, section.title).unwrap();
        for entry in &section.entries {
            writeln!(shown, "  {}", headline(resume, entry)).unwrap();
            add_lines(&mut shown, resume, &entry.lines, 2);
        }
    }
    shown
}

fn headline(resume: &Resume, entry: &Entry) -> String {
    let parts = [
        entry.title.as_ref().map(marked),
        entry.organisation.as_ref().map(marked),
        entry.place.clone(),
        entry.dates.clone().or(entry.period.map(period)),
        entry.url.clone(),
        entry.tag.map(|tag| format!("is {}", tags(resume, &[tag]))),
        (!entry.skills.is_empty()).then(|| tags(resume, &entry.skills)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}: {}", entry.id, parts.join(" / "))
        .trim_end()
        .to_owned()
}

fn period(period: Period) -> String {
    match period {
        Period::At(date) => date.to_string(),
        Period::From(start, None) => format!("{start} – Present"),
        Period::From(start, Some(end)) => format!("{start} – {end}"),
        Period::Until(end) => format!("until {end}"),
    }
}

fn add_lines(shown: &mut String, resume: &Resume, lines: &[Line], depth: usize) {
    for line in lines {
        let sign = if line.paragraph { '|' } else { '-' };
        let text = marked(&line.text);
        let skills = line.skills.as_ref().map(|skills| tags(resume, skills));
        let indent = "  ".repeat(depth);
        let skills = skills
            .map(|skills| format!(" {skills}"))
            .unwrap_or_default();
        writeln!(shown, "{indent}{sign} {text}{skills}").unwrap();
        add_lines(shown, resume, &line.lines, depth + 1);
    }
}

fn tags(resume: &Resume, ids: &[TagId]) -> String {
    let names = ids
        .iter()
        .map(|id| resume.tags[usize::from(*id)].name.as_str());
    format!("[{}]", names.collect::<Vec<_>>().join(", "))
}

/// Text with its markup in tags, so that none is taken for words.
pub fn marked(text: &Inline) -> String {
    text.0
        .iter()
        .map(|span| match span {
            Span::Text(words) => words.clone(),
            Span::Code(words) => format!("‹code {words}›"),
            Span::Emphasis(inner) => format!("‹em {}›", marked(inner)),
            Span::Strong(inner) => format!("‹strong {}›", marked(inner)),
            Span::Link { href, text } => format!("‹{href} {}›", marked(text)),
        })
        .collect()
}
