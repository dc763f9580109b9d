//! JSON Resume files of ours that were edited by hand: what they say counts,
//! and of what is kept for them as much as still fits.
//!
//! Never tests files as they were written.

use resume::model::{Line, Tag};
use serde_json::Value;

use crate::json_resume::{read, round};

/// Lines as text, each with its skills.
fn show(lines: &[Line], tags: &[Tag], depth: usize) -> Vec<String> {
    let mut shown = Vec::new();
    for line in lines {
        let skills = line.skills.iter().flatten();
        let skills = skills.map(|tag| format!(" [{}]", tags[usize::from(*tag)].name));
        let (dashes, skills) = ("- ".repeat(depth), skills.collect::<String>());
        shown.push(format!("{dashes}{}{skills}", line.text.to_plain()));
        shown.extend(show(&line.lines, tags, depth + 1));
    }
    shown
}

/// Edits the form of a file by hand, and compares what is read then: lines
/// with their skills, and the warnings.
#[track_caller]
fn check_edit(edit: impl Fn(&mut Vec<Value>), lines: &[&str], warnings: &[&str]) {
    let file = "
basics: {name: A}
skills: [{name: Rust}, {name: Hive}]
work:
  - name: One
    highlights:
      - {text: First of all, skills: [Rust]}
      - {text: Second, skills: [Hive], highlights: [{text: Beneath, skills: [Rust]}]}
      - Third
";
    let mut written: Value = serde_json::from_str(&round(file)).unwrap();
    edit(written["work"][0]["highlights"].as_array_mut().unwrap());
    let (resume, told) = read(&written.to_string());
    let work = resume.sections.iter().find(|section| section.id == "work");
    let found = show(&work.unwrap().entries[0].lines, &resume.tags, 0);
    assert_eq!(found, lines);
    assert_eq!(told, warnings);
}

const CHANGED: &str = "`meta` was written for other words than these";

#[test]
fn lines_edited_by_hand_count_as_they_stand() {
    // A line more, at the top and beneath another.
    check_edit(
        |lines| {
            lines.insert(0, "New".into());
            lines.insert(3, "New beneath".into());
        },
        &[
            "New",
            "First of all [Rust]",
            "Second [Hive]",
            "- New beneath",
            "- Beneath [Rust]",
            "Third",
        ],
        &[],
    );
    // Other words.
    check_edit(
        |lines| lines[1] = "Another".into(),
        &[
            "First of all [Rust]",
            "Another [Hive]",
            "- Beneath [Rust]",
            "Third",
        ],
        &[CHANGED],
    );
    // Further words, which do not tell it from what it was.
    check_edit(
        |lines| lines[2] = "Beneath".into(),
        &[
            "First of all [Rust]",
            "Second [Hive]",
            "- Beneath [Rust]",
            "Third",
        ],
        &[],
    );
    // Another order.
    check_edit(
        |lines| lines.swap(0, 3),
        &[
            "Third",
            "Second [Hive]",
            "- Beneath [Rust]",
            "First of all [Rust]",
        ],
        &[],
    );
    // A line less.
    check_edit(
        |lines| {
            lines.remove(0);
        },
        &["Second [Hive]", "- Beneath [Rust]", "Third"],
        &["nothing begins with `First of all` any more"],
    );
}

#[test]
fn what_is_kept_of_nothing_is_left_out_with_a_warning() {
    let file = "basics: {name: A}\nwork: [{name: One, id: x, location: L, highlights: [{text: T, skills: []}]}]";
    let mut written: Value = serde_json::from_str(&round(file)).unwrap();
    written.as_object_mut().unwrap().remove("work");
    let (resume, told) = read(&written.to_string());
    assert!(resume.sections.is_empty());
    assert_eq!(told, ["there is no `work` any more that this is kept of"]);
}
