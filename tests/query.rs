//! What filtering means, as tables and as properties that hold for any
//! résumé and any query.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::path::Path;

use proptest::prelude::*;
use resume::query::{Bits, Data, Entry, Index, Line, Matches, Query, Tag, apply, fold};
use resume::{source, url};

const RESUME: &str = "
basics: {name: A}
skills:
  - name: Java
  - name: Hadoop
    keywords: [Hive]
  - name: Rust
    highlights: [A first compiler, {text: Old, skills: []}]
  - name: Go
work:
  - name: Dröpbox
    position: Engineer
    highlights:
      - text: Led the APIs
        skills: [Java]
        highlights:
          - {text: Query service, skills: [Hive]}
          - {text: Job service, skills: []}
      - Was ready to go to Java island
  - name: Elsewhere
    skills: [Go]
    highlights: [Résumé pages, {text: Rusty gates, skills: [Rust, Hive]}]
awards:
  - {title: Best of Rust}
";

/// The lines shown for a query, by their first words.
#[track_caller]
fn check(search: &str, shown: &[&str]) {
    let (resume, _) = source::parse(Path::new("r"), RESUME).unwrap();
    let index = Index::of(&resume);
    let query = url::parse(search, &index.data.tags);
    let matches = apply(&index, &query, fold);
    let lines = index.data.lines.iter().enumerate();
    let found: Vec<_> = lines
        .filter(|(at, _)| matches.shown.has(*at))
        .map(|(_, line)| line.text.as_str())
        .collect();
    assert_eq!(found, shown, "{search}");
}

#[test]
fn shows_evidence_with_its_context() {
    // A named tag; and a mention where the file names none.
    check(
        "skill=java",
        &[
            "led the apis",
            "query service",
            "job service",
            "was ready to go to java island",
        ],
    );
    // A keyword is evidence for its skill.
    check(
        "skill=hive",
        &["led the apis", "query service", "rusty gates", "hive"],
    );
    check(
        "skill=hadoop",
        &["led the apis", "query service", "rusty gates", "hive"],
    );
    // Lines of a skill's own entry, whatever they name.
    check("skill=rust", &["rusty gates", "a first compiler", "old"]);
    // "go to" is not Go; lines that name nothing take their entry's skills.
    check("skill=go", &["resume pages"]);
}

#[test]
fn joins_tags_by_any_or_all() {
    check(
        "skill=go&skill=rust",
        &["resume pages", "rusty gates", "a first compiler", "old"],
    );
    check("skill=hive&skill=rust&match=all", &["rusty gates"]);
    check("skill=go&skill=java&match=all", &[]);
}

#[test]
fn finds_every_word_in_line_or_headline() {
    check(
        "q=SERVICE",
        &["led the apis", "query service", "job service"],
    );
    check("q=dropbox+query", &["led the apis", "query service"]);
    check("q=resume", &["resume pages"]);
    check("q=R%C3%89SUM%C3%89+ELSEWHERE", &["resume pages"]);
    check("q=query+gates", &[]);
    check("skill=java&q=island", &["was ready to go to java island"]);
}

#[test]
fn headlines_without_lines_stand_by_themselves() {
    let (resume, _) = source::parse(Path::new("r"), RESUME).unwrap();
    let index = Index::of(&resume);
    let stands = |search: &str| {
        let matches = apply(&index, &url::parse(search, &index.data.tags), fold);
        (0..index.data.entries.len())
            .filter(|at| matches.entries.has(*at))
            .map(|at| index.data.entries[at].heading.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(stands("q=best"), ["best of rust"]);
    assert_eq!(stands("skill=java"), ["engineer dropbox", "java"]);
    assert_eq!(stands("").len(), index.data.entries.len());
}

/// A résumé of some shape, with words and tags from small sets, so that they
/// meet.
fn data() -> impl Strategy<Value = Data> {
    let word = || proptest::sample::select(vec!["hive", "java", "rust", "a", "b", "日本"]);
    let text = move || proptest::collection::vec(word(), 0..4).prop_map(|words| words.join(" "));
    let tags = proptest::collection::vec(0u16..5, 0..4);
    let line = (text(), tags, 0u32..4);
    let entry = (
        text(),
        proptest::collection::vec(line, 0..6),
        proptest::option::of(0u16..5),
    );
    let section = proptest::collection::vec(entry, 0..4);
    proptest::collection::vec(section, 0..4).prop_map(|sections| {
        let mut data = Data {
            tags: ["A", "B", "C", "D", "E"]
                .map(|name| Tag {
                    name: name.into(),
                    key: name.to_lowercase(),
                })
                .into(),
            sections: sections
                .iter()
                .map(|section| section.len() as u32)
                .collect(),
            entries: Vec::new(),
            lines: Vec::new(),
        };
        for (heading, lines, tag) in sections.into_iter().flatten() {
            let count = lines.len() as u32;
            data.entries.push(Entry {
                heading,
                lines: count,
                tag,
            });
            // Nesting has to be proper: a line ends where the one around it
            // ends, or before.
            let mut ends: Vec<u32> = Vec::new();
            for (at, (text, tags, nested)) in (0..count).zip(lines) {
                ends.retain(|end| *end > at);
                let limit = ends.last().copied().unwrap_or(count);
                let end = (at + 1 + nested).min(limit);
                ends.push(end);
                data.lines.push(Line {
                    text,
                    nested: end - at - 1,
                    tags,
                });
            }
        }
        data
    })
}

fn query() -> impl Strategy<Value = Query> {
    let tags = proptest::sample::subsequence((0..5).collect::<Vec<u16>>(), 0..=5);
    let text = proptest::sample::select(vec!["", "hive", "a java", "日", "é", "a b rust"]);
    (tags, any::<bool>(), text).prop_map(|(tags, all, text)| Query {
        tags,
        all,
        text: text.into(),
    })
}

fn within(a: &Bits, b: &Bits) -> bool {
    a.count_common(b) == a.count()
}

proptest! {
    #[test]
    fn all_is_within_any(data in data(), query in query()) {
        let index = Index::from(data);
        let ask = |all| apply(&index, &Query { all, ..query.clone() }, fold);
        prop_assert!(within(&ask(true).matching, &ask(false).matching));
    }

    #[test]
    fn a_word_more_adds_nothing(data in data(), query in query()) {
        let index = Index::from(data);
        let mut more = query.clone();
        more.set_text(&format!("{} hive", query.text));
        let before = apply(&index, &query, fold);
        prop_assert!(within(&apply(&index, &more, fold).matching, &before.matching));
    }

    #[test]
    fn counts_are_what_choosing_leaves(data in data(), query in query(), tag in 0u16..5) {
        let index = Index::from(data);
        let mut more = query.clone();
        if !more.tags.contains(&tag) {
            more.toggle(tag);
        }
        let left = apply(&index, &more, fold).matching.count();
        prop_assert_eq!(apply(&index, &query, fold).counts[usize::from(tag)], left);
    }

    #[test]
    fn shown_is_what_matches_and_its_context(data in data(), query in query()) {
        let index = Index::from(data);
        let Matches { matching, shown, .. } = apply(&index, &query, fold);
        let ancestors = |line: usize| {
            let parent = |at: &usize| index.parent_of[*at].map(|at| at as usize);
            std::iter::successors(parent(&line), parent).collect::<Vec<_>>()
        };
        for line in 0..index.data.lines.len() {
            let inside = line + 1..=line + index.data.lines[line].nested as usize;
            let wanted = matching.has(line)
                || ancestors(line).iter().any(|at| matching.has(*at))
                || inside.clone().any(|at| matching.has(at));
            prop_assert_eq!(shown.has(line), wanted);
        }
    }

    #[test]
    fn what_shows_a_line_stands(data in data(), query in query()) {
        let index = Index::from(data);
        let matches = apply(&index, &query, fold);
        for line in (0..index.data.lines.len()).filter(|line| matches.shown.has(*line)) {
            let entry = index.entry_of[line] as usize;
            prop_assert!(matches.entries.has(entry));
            prop_assert!(matches.sections.has(index.section_of[entry] as usize));
        }
    }

    #[test]
    fn asking_for_nothing_shows_everything(data in data(), all in any::<bool>()) {
        let index = Index::from(data);
        let matches = apply(&index, &Query { all, ..Query::default() }, fold);
        prop_assert_eq!(matches.shown, Bits::all(index.data.lines.len()));
        prop_assert_eq!(matches.entries, Bits::all(index.data.entries.len()));
    }

    #[test]
    fn no_text_and_no_tag_is_too_strange(data in data(), text in ".*", tag in any::<u16>()) {
        let index = Index::from(data);
        let mut query = Query { tags: vec![tag], ..Query::default() };
        query.set_text(&text);
        let _ = apply(&index, &query, fold);
    }
}
