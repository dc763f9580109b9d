//! Sections: which, in which order, under which titles.
//!
//! Never tests entries.

use super::outline::check;

const ENTRIES: &str = "
basics: {name: A, summary: About A.}
skills: [{name: Rust}]
talks: [{title: T, organization: O, date: 2017}]
work: [{name: W}]
side-projects_2: [{name: S}]
";

#[track_caller]
fn check_sections(sections: &str, outline: &str) {
    // Sections of one's own have to be named, or there would be a warning.
    check(&format!("{ENTRIES}sections: {sections}"), outline);
}

#[test]
fn standard_sections_have_an_order_and_titles() {
    check(
        "
references: [{name: R}]
work: [{name: W}]
education: [{area: E}]
basics: {name: A, summary: About A.}
projects: [{name: P}]
$schema: https://example.org/schema.json
meta: {version: v1.0.0, anything: [else]}
",
        "
summary: Summary
  summary-list:
    | About A.
work: Work experience
  w: W
projects: Projects
  p: P
education: Education
  e: E
references: References
  r: R
",
    );
}

#[test]
fn sections_give_order_and_titles_and_lose_nothing() {
    check_sections(
        "
  - talks
  - id: work
    title: Jobs
    summary: |
      Some *paid*.

      Some not.
  - id: side-projects_2
  -
  - education
",
        "
talks: Talks
  o: T / O / 2017
work: Jobs
  work-list:
    | Some ‹em paid›.
    | Some not.
  w: W
side-projects_2: Side projects 2
  s: S
summary: Summary
  summary-list:
    | About A.
skills: Skills
  rust: Rust / is [Rust]
",
    );
}

#[test]
fn a_section_may_be_an_introduction_alone() {
    check(
        "
basics: {name: A}
sections:
  - {id: work, summary: Later.}
  - {id: summary, title: Profile, summary: '**B**'}
",
        "
work: Work experience
  work-list:
    | Later.
summary: Profile
  summary-list:
    | ‹strong B›
",
    );
}
