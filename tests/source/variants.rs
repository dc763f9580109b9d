//! `variants`: what each shows otherwise than the whole.
//!
//! Never tests where their pages are.

use std::path::Path;

use resume::model::Edition;
use resume::source::{self, Audience};

use super::outline::{sections, source as read};

const FILE: &str = "
basics: {name: A, label: B, summary: Whole}
skills:
  - {name: Rust}
  - {name: Hadoop, aliases: [Apache Hadoop], keywords: [Hive]}
  - {name: Java}
work:
  - {id: one, name: One, highlights: [{text: First, skills: [Hive]}, Second]}
  - {name: Two}
education: [{institution: School}]
talks: [{name: Talk}]
sections: [{id: work, title: Jobs}, {id: talks, title: Talks}]
";

/// The editions of a file with these variants, the whole first.
fn editions(variants: &str) -> Vec<Edition> {
    read(&format!("{FILE}variants:\n{variants}")).editions
}

/// Compares the sections of a variant with their outline.
#[track_caller]
fn check(variant: &str, outline: &str) {
    let variant = &editions(&format!("  v: {variant}\n"))[1];
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    assert_eq!(lines(&sections(&variant.resume)), lines(outline));
}

#[test]
fn each_has_a_name_and_the_whole_stays_whole() {
    let editions = editions("  back-end: {label: C}\n  short: {omit: [work]}\n");
    let names: Vec<_> = editions.iter().map(|e| (&*e.slug, &*e.name)).collect();
    let expected = [
        ("", "Whole résumé"),
        ("back-end", "Back end"),
        ("short", "Short"),
    ];
    assert_eq!(names, expected);
    assert_eq!(editions[0], read(FILE).editions[0]);
    let labels = editions.iter().map(|e| e.resume.person.label.as_deref());
    assert_eq!(
        labels.collect::<Vec<_>>(),
        [Some("B"), Some("C"), Some("B")]
    );
    assert!(editions.iter().all(|e| e.json.get("variants").is_none()));
}

#[test]
fn skills_lead_in_the_order_named() {
    let edition = &editions("  v: {skills: [java, Apache Hadoop]}\n")[1];
    let names = edition.resume.tags.iter().map(|tag| tag.name.as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["Java", "Hadoop", "Hive", "Rust"]
    );
}

#[test]
fn what_is_omitted_leaves_nothing_behind() {
    check(
        "{omit: [talks, work.one.highlights.2, skills.Hadoop, education.School, basics.summary]}",
        "
        work: Jobs
          one: One
            - First []
          two: Two
        skills: Skills
          rust: Rust / is [Rust]
          java: Java / is [Java]
        ",
    );
}

#[test]
fn sections_stand_in_the_order_named_and_the_rest_after() {
    check(
        "{sections: [education, talks], omit: [skills, work.one]}",
        "
        education: Education
          school: School
        talks: Talks
          talk: Talk
        work: Jobs
          two: Two
        summary: Summary
          summary-list:
            | Whole
        ",
    );
}

#[test]
fn a_summary_of_its_own_comes_first() {
    check(
        "{summary: {text: Mine, skills: [Java]}, omit: [skills, work, education, talks]}",
        "
        summary: Summary
          summary-list:
            | Mine []
        ",
    );
    check(
        "{summary: Mine, sections: [talks, summary], omit: [skills, work, education]}",
        "
        talks: Talks
          talk: Talk
        summary: Summary
          summary-list:
            | Mine
        ",
    );
}

#[test]
fn each_needs_a_name() {
    let file = "basics: {name: A}\nvariants: {\"\": {label: B}}\n";
    let report = source::parse(Path::new("r.yaml"), file, Audience::World).unwrap_err();
    let report = report.render(false);
    assert!(
        report.starts_with("r.yaml:2:12: error: a variant needs a name\n"),
        "{report}"
    );
}

#[test]
fn what_is_private_is_in_no_variant() {
    let private = "private: [basics.label, skills.Java, variants.v.summary, variants.secret]\n";
    let variants = "variants:
  v: {skills: [Java, Hadoop], summary: Mine, omit: [work, basics.label]}
  secret: {label: Secret}
";
    let source = read(&format!("{FILE}{private}{variants}"));
    let slugs: Vec<&str> = source.editions.iter().map(|e| &*e.slug).collect();
    assert_eq!(slugs, ["", "v"]);
    let variant = &source.editions[1];
    assert_eq!(variant.json["basics"]["summary"], "Whole");
    let names = variant.resume.tags.iter().map(|tag| tag.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Hadoop", "Hive", "Rust"]);
}
