//! Skills, keywords, aliases, and who names them.
//!
//! Never tests which lines mention one.

use super::outline::{check, read};

/// Compares the vocabulary: `NAME (aliases) < what it implies`, keywords
/// after `-`.
#[track_caller]
fn check_tags(skills: &str, expected: &[&str]) {
    let resume = read(&format!("basics: {{name: A}}\nskills:\n{skills}"));
    let name = |id: &u16| resume.tags[usize::from(*id)].name.clone();
    let shown: Vec<String> = (resume.tags.iter())
        .map(|tag| {
            let sign = if tag.keyword { "- " } else { "" };
            let aliases = match tag.aliases.join(", ").as_str() {
                "" => String::new(),
                aliases => format!(" ({aliases})"),
            };
            let implied: Vec<String> = tag.implies.iter().map(name).collect();
            let belongs = match implied.join(", ").as_str() {
                "" => String::new(),
                implied => format!(" < {implied}"),
            };
            format!("{sign}{}{aliases}{belongs}", tag.name)
        })
        .collect();
    assert_eq!(shown, expected, "{skills}");
}

#[test]
fn keywords_belong_to_their_skill() {
    check_tags(
        "
  - name: Hadoop
    keywords: [Hive, '  Map   Reduce ', '', ~, {name: HBase, aliases: [Apache HBase]}, 3]
  - name: Rust
",
        &[
            "Hadoop",
            "- Hive < Hadoop",
            "- Map Reduce < Hadoop",
            "- HBase (Apache HBase) < Hadoop",
            "- 3 < Hadoop",
            "Rust",
        ],
    );
}

#[test]
fn a_keyword_may_be_a_skill_and_belong_to_several() {
    check_tags(
        "
  - {name: Data, keywords: [Hadoop, SQL]}
  - {name: Hadoop, keywords: [hive]}
  - {name: Databases, keywords: [sql, Hive, databases]}
",
        &[
            "Data",
            "- SQL < Data, Databases",
            "Hadoop < Data",
            "- hive < Hadoop, Databases, Data",
            "Databases",
        ],
    );
}

#[test]
fn implications_run_to_their_ends_and_in_circles() {
    check_tags(
        "
  - {name: A, keywords: [B]}
  - {name: B, keywords: [C]}
  - {name: C, keywords: [D, A]}
",
        &["A < C, B", "B < A, C", "C < B, A", "- D < C, B, A"],
    );
}

#[test]
fn aliases_are_other_names() {
    check_tags(
        "
  - {name: AWS, aliases: [Amazon Web Services, aws, amazon  web services, '']}
  - {name: R}
",
        &["AWS (Amazon Web Services)", "R"],
    );
}

#[test]
fn names_are_one_whatever_their_case() {
    check_tags(
        "
  - {name: Rust}
  - {name: RUST, keywords: [tokio]}
",
        &["Rust", "- tokio < Rust"],
    );
}

#[test]
fn entries_and_lines_name_skills() {
    check(
        "
basics: {name: A}
work:
  - name: W
    skills: [rust, AMAZON web services, Rust]
    summary: {text: S., skills: [Hive]}
    highlights:
      - none said
      - {text: none, skills: []}
      - {text: a null, skills: ~}
      - {text: some, skills: [Hive, rust], highlights: [{text: below, skills: [AWS]}]}
skills:
  - name: AWS
    title: Amazon's *cloud*
    aliases: [Amazon Web Services]
    level: Master
    summary: Much.
    keywords: [EC2, '', ~, {name: S3}]
  - {name: Hadoop, keywords: [Hive]}
  - name: rust
  - {title: 'No tag, a heading', highlights: [a]}
",
        "
work: Work experience
  w: W / [rust, AWS]
    | S. [Hive]
    - none said
    - none []
    - a null
    - some [Hive, rust]
      - below [AWS]
skills: Skills
  amazon-s-cloud: Amazon's ‹em cloud› / is [AWS]
    | Master
    | Much.
    | EC2, S3
  hadoop: Hadoop / is [Hadoop]
    | Hive
  rust: rust / is [rust]
  no-tag-a-heading: No tag, a heading
    - a
",
    );
}
