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
use resume::query::{
    Bits, Data, Entry, Index, Line, Matches, Query, Span, Tag, Why, apply, fold, nearest,
};
use resume::source::{self, Audience};
use resume::url;

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
  - name: Härbour
    position: Engineer
    startDate: 2015-05
    endDate: 2016-12
    highlights:
      - text: Led the APIs
        skills: [Java]
        highlights:
          - {text: Query service, skills: [Hive]}
          - {text: Job service, skills: []}
      - Was ready to go to Java island
  - name: Elsewhere
    skills: [Go]
    startDate: 2016
    highlights: [Résumé pages, {text: Rusty gates, skills: [Rust, Hive]}]
awards:
  - {title: Best of Rust, date: 2020-01-02}
";

/// November 2026, in months from the year 0.
const TODAY: u32 = 2026 * 12 + 10;

fn index() -> Index {
    let source = source::parse(Path::new("r"), RESUME, Audience::World).unwrap();
    Index::of(source.whole(), TODAY)
}

fn ask(index: &Index, search: &str) -> (Query, Matches) {
    let query = url::parse(&url::decode(search), &index.tags);
    let matches = apply(index, &query);
    (query, matches)
}

/// The lines shown for a query.
#[track_caller]
fn check(search: &str, shown: &[&str]) {
    let index = index();
    let (_, matches) = ask(&index, search);
    let mut found = Vec::new();
    matches.shown.each(|line| found.push(index.text(line)));
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
    check("q=harbour+query", &["led the apis", "query service"]);
    check("q=resume", &["resume pages"]);
    check("q=R%C3%89SUM%C3%89+ELSEWHERE", &["resume pages"]);
    check("q=query+gates", &[]);
    check("skill=java&q=island", &["was ready to go to java island"]);
}

#[test]
fn finds_phrases_and_does_without_words() {
    check("q=%22query+service%22", &["led the apis", "query service"]);
    check("q=%22service+query%22", &[]);
    check(
        "q=harbour+-service",
        &[
            "led the apis",
            "query service",
            "job service",
            "was ready to go to java island",
        ],
    );
    check("q=service+-query", &["led the apis", "job service"]);
    check("q=-harbour+-rust+-e", &[]);
}

#[test]
fn does_without_tags() {
    check(
        "skill=hive&skill=-rust",
        &["led the apis", "query service", "hive"],
    );
    check(
        "skill=-java&skill=-rust&skill=-hadoop",
        &["led the apis", "job service", "resume pages"],
    );
}

#[test]
fn finds_what_overlaps_the_years() {
    let at_harbour = [
        "led the apis",
        "query service",
        "job service",
        "was ready to go to java island",
    ];
    let elsewhere = ["resume pages", "rusty gates"];
    check("to=2015", &at_harbour);
    check("from=2017", &elsewhere);
    check(
        "from=2016&to=2016",
        &[&at_harbour[..], &elsewhere[..]].concat(),
    );
    check("from=2026", &elsewhere);
    // What goes on has lasted until today.
    check("from=2027", &[]);
    check("to=2014", &[]);
    check("from=2017&skill=rust", &["rusty gates"]);
}

#[test]
fn counts_months_once() {
    let index = index();
    let months = |name: &str| {
        let at = index.tags.iter().position(|tag| tag.name == name).unwrap();
        index.experience[at]
    };
    // May 2015 to December 2016.
    assert_eq!(months("Java"), 20);
    // January 2016 to this month, that is to say to its end.
    assert_eq!(months("Rust"), 10 * 12 + 11);
    // From May 2015 on, though two entries overlap.
    assert_eq!(months("Hive"), 8 + 10 * 12 + 11);
    assert_eq!(months("Hadoop"), months("Hive"));
}

#[test]
fn says_why() {
    let index = index();
    let reasons = |search: &str| {
        let (query, matches) = ask(&index, search);
        let lines = 0..index.lines();
        lines
            .filter_map(|line| index.why(&query, &matches, line))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        reasons("skill=java"),
        [Why::Named, Why::Below, Why::Below, Why::Mentioned]
    );
    assert_eq!(reasons("skill=hive&q=gates"), [Why::Named]);
    assert_eq!(reasons("q=island"), [Why::Text]);
    assert_eq!(reasons("q=harbour+island"), [Why::Headline]);
    assert_eq!(reasons("q=job"), [Why::Above, Why::Text]);
    assert_eq!(reasons("from=2020"), [Why::Left, Why::Left]);
}

#[test]
fn offers_the_nearest_that_finds_something() {
    let index = index();
    let offered = |search: &str| {
        let (query, _) = ask(&index, search);
        let nearest = nearest(&index, &query)?;
        Some((
            url::encode(&url::print(&nearest.query, &index.tags)),
            nearest.lines,
        ))
    };
    let some = |search: &str, lines| Some((search.to_owned(), lines));
    assert_eq!(offered("q=servce"), some("q=service", 2));
    assert_eq!(offered("q=compilr+first"), some("q=compiler+first", 1));
    assert_eq!(
        offered("skill=go&skill=java&match=all"),
        some("skill=java&skill=go", 3)
    );
    assert_eq!(offered("skill=go&from=1990&to=1999"), some("skill=go", 1));
    assert_eq!(offered("skill=rust&skill=-rust"), None);
    assert_eq!(offered("q=island+xyzzyx"), some("q=island", 1));
    assert_eq!(offered("q=servce+xyzzyx"), some("q=service", 2));
    assert_eq!(offered("q=xyzzyx"), None);
}

#[test]
fn headlines_without_lines_stand_by_themselves() {
    let index = index();
    let stands = |search: &str| {
        let (_, matches) = ask(&index, search);
        let mut found = Vec::new();
        matches
            .entries
            .each(|entry| found.push(index.heading(entry)));
        found.into_iter().map(String::from).collect::<Vec<_>>()
    };
    assert_eq!(stands("q=best"), ["best of rust"]);
    assert_eq!(stands("skill=java"), ["engineer harbour", "java"]);
    assert_eq!(
        stands("from=2020&to=2020&q=-pages+-gates"),
        ["best of rust"]
    );
    assert_eq!(stands("").len(), index.entries());
}

/// A résumé of some shape, with words and tags from small sets, so that they
/// meet.
fn data() -> impl Strategy<Value = Data> {
    let word = || proptest::sample::select(vec!["hive", "java", "rust", "a", "b", "日本"]);
    let text = move || proptest::collection::vec(word(), 0..4).prop_map(|words| words.join(" "));
    let tags = proptest::collection::vec(0u16..5, 0..4);
    let line = (text(), tags, 0u32..4);
    let year = || 2000u32 * 12..2030 * 12;
    let span = proptest::option::of((year(), proptest::option::of(0u32..60)));
    let entry = (
        text(),
        proptest::collection::vec(line, 0..6),
        proptest::option::of(0u16..5),
        span,
    );
    let section = proptest::collection::vec(entry, 0..4);
    proptest::collection::vec(section, 0..4).prop_map(|sections| {
        let mut data = Data {
            tags: ["A", "B", "C", "D", "E"]
                .map(|name| Tag {
                    name: name.into(),
                    key: name.to_lowercase(),
                    skill: None,
                })
                .into(),
            sections: sections
                .iter()
                .map(|section| section.len() as u32)
                .collect(),
            entries: Vec::new(),
            lines: Vec::new(),
        };
        for (heading, lines, tag, span) in sections.into_iter().flatten() {
            let count = lines.len() as u32;
            data.entries.push(Entry {
                heading,
                lines: count,
                tag,
                span: span.map(|(first, months)| Span {
                    first,
                    last: months.map(|months| first + months),
                }),
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
                    named: tags.iter().copied().filter(|tag| tag % 2 == 0).collect(),
                    mentioned: tags.iter().copied().filter(|tag| tag % 2 == 1).collect(),
                });
            }
        }
        data
    })
}

fn query() -> impl Strategy<Value = Query> {
    let roles = proptest::collection::vec(0..4, 5);
    let texts = vec![
        "",
        "hive",
        "a java",
        "日",
        "é",
        "\"a b\" rust",
        "a -java",
        "-b",
    ];
    let year = || proptest::option::of(1998u16..2032);
    let text = proptest::sample::select(texts);
    (roles, any::<bool>(), text, year(), year()).prop_map(|(roles, all, text, from, to)| {
        let with_role = |role| {
            let tags = (0..).zip(&roles).filter(move |(_, is)| **is == role);
            tags.map(|(tag, _)| tag).collect()
        };
        Query {
            tags: with_role(1),
            without: with_role(2),
            all,
            text: text.into(),
            from,
            to,
        }
    })
}

fn within(a: &Bits, b: &Bits) -> bool {
    a.count_common(b) == a.count()
}

proptest! {
    #[test]
    fn all_is_within_any(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        let ask = |all| apply(&index, &Query { all, ..query.clone() });
        prop_assert!(within(&ask(true).matching, &ask(false).matching));
    }

    #[test]
    fn a_word_more_adds_nothing(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        let mut more = query.clone();
        more.set_text(&format!("{} hive", query.text));
        let before = apply(&index, &query);
        prop_assert!(within(&apply(&index, &more).matching, &before.matching));
    }

    #[test]
    fn a_year_bound_adds_nothing(data in data(), query in query(), year in 1998u16..2032) {
        let index = Index::new(data, TODAY, fold);
        let whole = apply(&index, &Query { from: None, to: None, ..query.clone() });
        for (from, to) in [(Some(year), None), (None, Some(year)), (query.from, query.to)] {
            let narrow = apply(&index, &Query { from, to, ..query.clone() });
            prop_assert!(within(&narrow.matching, &whole.matching));
        }
    }

    #[test]
    fn an_answer_filled_in_anew_is_a_new_answer(data in data(), one in query(), two in query()) {
        let index = Index::new(data, TODAY, fold);
        let mut matches = apply(&index, &one);
        matches.answer(&index, &two);
        prop_assert_eq!(matches, apply(&index, &two));
    }

    #[test]
    fn what_is_shown_has_a_reason(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        let matches = apply(&index, &query);
        for line in 0..index.lines() {
            let why = index.why(&query, &matches, line);
            prop_assert_eq!(why.is_some(), matches.shown.has(line));
            let context = matches!(why, Some(Why::Above | Why::Below));
            prop_assert_eq!(why.is_some() && !context, matches.matching.has(line));
        }
    }

    #[test]
    fn the_nearest_finds_what_it_says(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        if let Some(nearest) = nearest(&index, &query) {
            let found = apply(&index, &nearest.query).matching.count();
            prop_assert_eq!(found, nearest.lines);
            prop_assert!(found > 0);
        }
    }

    #[test]
    fn counts_are_what_choosing_leaves(data in data(), query in query(), tag in 0u16..5) {
        let index = Index::new(data, TODAY, fold);
        let mut more = query.clone();
        if !more.tags.contains(&tag) {
            more.toggle(tag);
        }
        let left = apply(&index, &more).matching.count();
        prop_assert_eq!(apply(&index, &query).counts[usize::from(tag)], left);
    }

    #[test]
    fn shown_is_what_matches_and_its_context(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        let Matches { matching, shown, .. } = apply(&index, &query);
        let ancestors = |line: usize| {
            let parent = |at: &usize| index.parent_of[*at].map(|at| at as usize);
            std::iter::successors(parent(&line), parent).collect::<Vec<_>>()
        };
        for line in 0..index.lines() {
            let inside = line + 1..=line + index.nested[line] as usize;
            let wanted = matching.has(line)
                || ancestors(line).iter().any(|at| matching.has(*at))
                || inside.clone().any(|at| matching.has(at));
            prop_assert_eq!(shown.has(line), wanted);
        }
    }

    #[test]
    fn what_shows_a_line_stands(data in data(), query in query()) {
        let index = Index::new(data, TODAY, fold);
        let matches = apply(&index, &query);
        for line in (0..index.lines()).filter(|line| matches.shown.has(*line)) {
            let entry = index.entry_of[line] as usize;
            prop_assert!(matches.entries.has(entry));
            prop_assert!(matches.sections.has(index.section_of[entry] as usize));
        }
    }

    #[test]
    fn asking_for_nothing_shows_everything(data in data(), all in any::<bool>()) {
        let index = Index::new(data, TODAY, fold);
        let matches = apply(&index, &Query { all, ..Query::default() });
        prop_assert_eq!(matches.shown, Bits::all(index.lines()));
        prop_assert_eq!(matches.entries, Bits::all(index.entries()));
    }

    #[test]
    fn no_text_and_no_tag_is_too_strange(data in data(), text in ".*", tag in any::<u16>()) {
        let index = Index::new(data, TODAY, fold);
        let mut query = Query { tags: vec![tag], ..Query::default() };
        query.set_text(&text);
        let _ = apply(&index, &query);
    }
}
