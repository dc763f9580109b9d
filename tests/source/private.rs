//! `private`: what is taken out, how it can be named, and what is hinted at.
//!
//! Never looks at the files of a site.

use std::path::Path;

use resume::source::{self, Audience, Severity};
use serde_json::json;

use super::outline::source;

const FILE: &str = "
basics: {name: A, label: B, phone: '1', location: {address: S, city: C}}
skills:
  - {name: Rust}
  - {name: Hadoop, aliases: [Apache Hadoop], keywords: [Hive, {name: HBase, aliases: [hb]}]}
work:
  - id: one
    name: Quarry Inc.
    highlights:
      - {text: First, skills: [Rust, hive]}
      - text: Second
        skills: [Apache Hadoop]
        highlights: [Below]
  - name: Two
    skills: [Hadoop, hb, Rust]
  - name: Two
talks: [{name: T}]
sections: [{id: talks, title: Talks}, work]
";

/// Compares what a list of private paths leaves of a part of the file.
#[track_caller]
fn check(private: &str, part: &str, expected: serde_json::Value) {
    let source = source(&format!("{FILE}private: [{private}]\n"));
    let json = &source.editions[0].json;
    assert_eq!(json.pointer(part), Some(&expected), "{private}");
    assert!(json.get("private").is_none());
    assert_eq!(source.withheld.join(", "), private);
}

#[test]
fn parts_are_named_by_key_id_name_and_number() {
    check("basics.phone, basics.location.address", "/basics", {
        json!({"name": "A", "label": "B", "location": {"city": "C"}})
    });
    for path in [
        "work.one.highlights.2",
        "work.1.highlights.2",
        "work.quarry inc..highlights.second",
        "work.one.highlights.Second.text",
    ] {
        let left = json!([{"text": "First", "skills": ["Rust", "hive"]}]);
        check(path, "/work/0/highlights", left);
    }
    let left = json!([{"name": "HBase", "aliases": ["hb"]}]);
    check("skills.Hadoop.keywords.Hive", "/skills/1/keywords", left);
    check("work.3, work.2, work.one", "/work", json!([]));
}

#[test]
fn what_refers_to_a_skill_goes_with_it() {
    let lines = |skills: [serde_json::Value; 2]| {
        let [first, second] = skills;
        json!([
            {"text": "First", "skills": first},
            {"text": "Second", "skills": second, "highlights": ["Below"]},
        ])
    };
    let part = "/work/0/highlights";
    let gone = lines([json!(["Rust"]), json!([])]);
    check("skills.Hadoop", part, gone.clone());
    check("skills.Hadoop.name", part, gone);
    check("skills.Hadoop", "/work/1/skills", json!(["Rust"]));
    // An alias stands for a name that is still there.
    let named = lines([json!(["Rust", "hive"]), json!(["Hadoop"])]);
    check("skills.2.aliases", part, named);
    let some = "skills.2.keywords.HBase.aliases, skills.Rust";
    check(some, "/work/1/skills", json!(["Hadoop", "HBase"]));
}

#[test]
fn sections_and_their_entries_are_private_together() {
    for path in ["talks", "sections.talks", "sections.1", "sections.talks.id"] {
        let source = source(&format!("{FILE}private: [{path}]\n"));
        let json = &source.editions[0].json;
        assert_eq!(json["sections"], json!(["work"]), "{path}");
        assert!(json.get("talks").is_none(), "{path}");
    }
    // The title alone is another matter.
    check(
        "sections.talks.title",
        "/sections/0",
        json!({"id": "talks"}),
    );
}

#[test]
fn an_id_made_of_a_private_name_goes_with_it() {
    let file = "
basics: {name: A}
work:
  - {id: trace-genomics, name: Trace Genomics, position: P}
  - {id: job, name: Trace Genomics, position: P}
private: [work.1.name, work.2.name]
";
    let left = json!([{"position": "P"}, {"id": "job", "position": "P"}]);
    assert_eq!(source(file).editions[0].json["work"], left);
}

#[test]
fn entries_and_lines_can_be_marked() {
    let source = source(
        "
basics: {name: A, summary: {text: S, private: true}, location: {city: C, private: true}}
work:
  - {id: one, name: B, private: true}
  - name: C
    private: false
    highlights: [{text: D, private: true}, {text: E, highlights: [{text: F, private: true}]}]
skills: [{name: Rust, keywords: [{name: Cargo, private: true}]}]
private: []
",
    );
    assert_eq!(
        source.editions[0].json,
        json!({
            "basics": {"name": "A"},
            "work": [{"name": "C", "highlights": [{"text": "E", "highlights": []}]}],
            "skills": [{"name": "Rust", "keywords": []}],
        })
    );
    let withheld = "basics.summary, basics.location, work.one, work.2.highlights.1, \
                    work.2.highlights.2.highlights.1, skills.1.keywords.1";
    assert_eq!(source.withheld.join(", "), withheld);
}

#[test]
fn what_tools_leave_behind_can_be_marked() {
    let source = source(
        "
basics: {name: A}
meta: {version: v1, note: {text: B, private: true}, tool: {keys: [{key: C, private: true}, D]}}
private: []
",
    );
    let left = json!({"version": "v1", "tool": {"keys": ["D"]}});
    assert_eq!(source.editions[0].json["meta"], left);
    assert_eq!(source.withheld.join(", "), "meta.note, meta.tool.keys.1");
}

#[test]
fn the_owner_gets_everything() {
    let file = format!("{FILE}private: [basics.phone, skills.Hadoop, work.one]\n");
    let with = source::parse(Path::new("r"), &file, Audience::Owner).unwrap();
    let all = source(FILE);
    assert_eq!(with.editions, all.editions);
    assert!(with.withheld.is_empty() && with.report.problems().is_empty());
}

#[test]
fn what_leaves_an_entry_silent_is_no_mistake() {
    let source = source("basics: {name: A}\nwork: [{id: b, name: C}]\nprivate: [work.b.name]\n");
    assert!(source.report.problems().is_empty());
    assert!(source.whole().sections.is_empty());
}

/// Compares the hint on a file.
#[track_caller]
fn hint(file: &str, expected: Option<(&str, &str)>) {
    let source = source::parse(Path::new("r"), file, Audience::World).unwrap();
    let problems = source.report.problems();
    let hints = problems.iter().map(|hint| {
        assert_eq!(hint.severity, Severity::Hint);
        (hint.message.as_str(), hint.help.as_deref().unwrap())
    });
    assert_eq!(hints.collect::<Vec<_>>(), Vec::from_iter(expected));
}

#[test]
fn what_goes_public_unawares_is_hinted_at_once() {
    let file = "basics:\n  name: A\n  phone: 1\n  location:\n    address: S\n    city: C\n";
    hint(
        file,
        Some((
            "the telephone number (line 3) and the street address (line 5) go public",
            "to withhold that, add `private: [basics.phone, basics.location.address]`; \
             `private: []` says that it may be public",
        )),
    );
    hint(
        &format!("{file}private: [basics.phone]"),
        Some((
            "the street address (line 5) goes public",
            "to withhold that, add to `private`: basics.location.address",
        )),
    );
    hint(
        &format!("{file}private: [basics.phone, basics.location]"),
        None,
    );
    hint(&format!("{file}private: []"), None);
    hint(
        "basics: {name: A, phone: '', location: {address: , city: C}}",
        None,
    );
}
