//! The facts of the résumé: each one on the page, in the entry and under the
//! line it belongs to, and each line evidence for what it should be.
//!
//! The facts themselves are tables in the other files. Never how the page
//! looks, nor how it filters.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod fact;
mod html;
mod skills;
mod studies;
mod work;

use std::path::Path;

use fact::{Fact, PERSON, SECTIONS, VOCABULARY};
use html::Node;
use resume::model::{self, Resume};
use resume::source::{self, Audience, Severity};

/// A line or an entry, as the page or the model has it.
#[derive(Default)]
struct Found {
    text: String,
    links: Vec<String>,
    /// `None` where they can't be told.
    skills: Option<Vec<String>>,
    lines: Vec<Found>,
}

#[test]
fn every_fact_is_on_the_page() {
    let page = page();
    let mut missing = Vec::new();
    let outside_sections = words(&page, &|node| node.name == "details");
    compare("person", &PERSON, &outside_sections, &mut missing);
    for (id, facts, entries) in SECTIONS {
        let Some(section) = page.find("id", id) else {
            missing.push(format!("section {id}"));
            continue;
        };
        compare(id, facts, &words(section, &|_| false), &mut missing);
        for (id, facts) in *entries {
            let entry = section.find("data-entry", id).map(shown);
            compare(id, facts, &entry.unwrap_or_default(), &mut missing);
        }
    }
    report(&missing);
}

#[test]
fn lines_under_lines_are_list_items_in_list_items() {
    let page = page();
    for line in page.all(&is_line) {
        for under in line.outermost(&is_line) {
            let names = (line.name.as_str(), under.name.as_str());
            assert_eq!(names, ("li", "li"), "{}", under.text(&is_line));
        }
    }
}

#[test]
fn every_line_names_the_skills_it_is_evidence_for() {
    let resume = resume();
    let mut missing = Vec::new();
    for (section, _, entries) in SECTIONS {
        let section = resume.sections.iter().find(|own| own.id == *section);
        for (id, facts) in *entries {
            let entry = section.and_then(|own| own.entries.iter().find(|own| own.id == *id));
            let lines = entry.map_or(&[][..], |entry| &entry.lines);
            let lines: Vec<_> = lines.iter().map(|line| named(&resume, line)).collect();
            compare_lines(id, facts.lines, &lines, &mut missing);
        }
    }
    report(&missing);
}

#[test]
fn skills_have_buttons_in_this_order() {
    let page = page();
    let buttons: Vec<_> = page
        .all(&|node| node.name == "button" && node.attribute("data-skill").is_some())
        .into_iter()
        .filter_map(|button| button.attribute("data-skill"))
        .collect();
    assert_eq!(buttons, VOCABULARY);
}

/// The comments at the top are also those of a résumé that `resume new` writes.
#[test]
fn the_file_begins_as_new_ones_do() {
    let [file, new] = [
        include_str!("../../resume.yaml"),
        include_str!("../../src/starter.yaml"),
    ]
    .map(|text| text.split_once("\n\n").unwrap().0);
    assert_eq!(file, new);
}

fn resume() -> Resume {
    let mut source = match source::read(Path::new("resume.yaml"), Audience::World) {
        Ok(source) => source,
        Err(report) => panic!("{}", report.render(false)),
    };
    assert_eq!(source.report.count(Severity::Warning), 0);
    source.editions.remove(0).resume
}

fn page() -> Node {
    html::parse(&resume::site::prerender(&resume()))
}

fn is_line(node: &Node) -> bool {
    node.attribute("data-line").is_some()
}

/// What an element says, but for those that are `left_out`.
fn words(node: &Node, left_out: &dyn Fn(&Node) -> bool) -> Found {
    Found {
        text: node.text(left_out),
        links: node.links(left_out),
        ..Found::default()
    }
}

/// What an element says itself, and the lines in it.
fn shown(node: &Node) -> Found {
    Found {
        lines: node.outermost(&is_line).into_iter().map(shown).collect(),
        ..words(node, &is_line)
    }
}

/// What a line of the model says itself, and the lines under it.
fn named(resume: &Resume, line: &model::Line) -> Found {
    let name = |tag: &model::TagId| resume.tags[usize::from(*tag)].name.clone();
    Found {
        text: html::fold(&line.text.to_plain()),
        links: hrefs(&line.text),
        skills: Some(line.skills.iter().flatten().map(name).collect()),
        lines: line.lines.iter().map(|line| named(resume, line)).collect(),
    }
}

fn hrefs(text: &model::Inline) -> Vec<String> {
    let links = text.0.iter().flat_map(|span| match span {
        model::Span::Link { href, .. } => vec![href.clone()],
        model::Span::Emphasis(inner) | model::Span::Strong(inner) => hrefs(inner),
        model::Span::Text(_) | model::Span::Code(_) => Vec::new(),
    });
    links.collect()
}

fn compare(place: &str, facts: &Fact, found: &Found, missing: &mut Vec<String>) {
    for words in facts
        .says
        .iter()
        .filter(|words| !found.text.contains(**words))
    {
        missing.push(format!("{place}: `{words}` in `{}`", found.text));
    }
    for link in facts
        .links
        .iter()
        .filter(|link| !found.links.iter().any(|href| href == *link))
    {
        missing.push(format!("{place}: a link to {link}"));
    }
    if let Some(skills) = &found.skills {
        let mut named: Vec<_> = skills.iter().map(String::as_str).collect();
        let mut wanted = facts.skills.to_vec();
        named.sort_unstable();
        wanted.sort_unstable();
        if named != wanted {
            missing.push(format!("{place}: skills {wanted:?}, not {named:?}"));
        }
    }
    compare_lines(place, facts.lines, &found.lines, missing);
}

/// Lines are as many as the facts, and in their order, at every depth.
fn compare_lines(place: &str, facts: &[Fact], found: &[Found], missing: &mut Vec<String>) {
    let nothing = Found::default();
    for (index, fact) in facts.iter().enumerate() {
        let place = format!("{place}, line {}", index + 1);
        compare(&place, fact, found.get(index).unwrap_or(&nothing), missing);
    }
    for line in found.iter().skip(facts.len()) {
        missing.push(format!("{place}: a fact for the line `{}`", line.text));
    }
}

fn report(missing: &[String]) {
    assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
}
