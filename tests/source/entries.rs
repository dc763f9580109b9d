//! Entries: headlines, dates, lines, ids.
//!
//! Never tests tags.

use super::outline::check;

#[track_caller]
fn check_entries(entries: &str, outline: &str) {
    check(&format!("basics: {{name: A}}\n{entries}"), outline);
}

#[test]
fn each_kind_has_its_headline() {
    check_entries(
        "
work:
  - {position: Analyst, name: Engines, location: London, url: https://a.org, description: Wheels.}
  - {name: Engines}
volunteer:
  - {position: Tutor, organization: School}
projects:
  - {name: Notes, entity: Journal, type: text, roles: [author, translator], keywords: [a, '*b*'], description: On it.}
education:
  - {studyType: BSc, area: Maths, institution: Home, score: '1.0', courses: ['[A](https://a.org)', B]}
  - {area: Maths}
awards:
  - {title: Prize, awarder: Society, date: 1843-05-01, summary: For it.}
certificates:
  - {name: Paper, issuer: Office, date: 1843-05, url: https://a.org}
publications:
  - {name: Notes, publisher: Journal, releaseDate: 1843}
languages:
  - {language: French, fluency: fluent}
interests:
  - {name: Horses, keywords: [racing, betting]}
references:
  - {name: Charles, reference: An enchantress.}
",
        "
work: Work experience
  engines: Analyst / Engines / London / https://a.org
    | Wheels.
  engines-2: Engines
volunteer: Volunteering
  school: Tutor / School
projects: Projects
  journal: Notes / Journal
    | On it.
    | Roles: author, translator
    | Keywords: a, ‹em b›
    | Type: text
education: Education
  home: BSc in Maths / Home
    | Grade: 1.0
    | Courses: ‹https://a.org A›, B
  maths: Maths
awards: Awards
  society: Prize / Society / 1 May 1843
    | For it.
certificates: Certificates
  office: Paper / Office / May 1843 / https://a.org
publications: Publications
  journal-2: Notes / Journal / 1843
languages: Languages
  french: French
    | fluent
interests: Interests
  horses: Horses
    | racing, betting
references: References
  charles: Charles
    | An enchantress.
",
    );
}

#[test]
fn dates_are_as_exact_as_they_were_given() {
    let check_dates = |dates: &str, shown: &str| {
        let shown = format!("work: Work experience\n  x: X{shown}");
        check_entries(&format!("work:\n  - {{name: X, {dates}}}"), &shown);
    };
    check_dates("startDate: 2017", " / 2017 – Present");
    check_dates("startDate: 2017-01, endDate: 2018", " / Jan 2017 – 2018");
    check_dates(
        "startDate: '2017-01-31', endDate: ''",
        " / 31 Jan 2017 – Present",
    );
    for present in [
        "Present", "present", "CURRENT", "now", "today", "ongoing", "~",
    ] {
        let dates = format!("startDate: 2017, endDate: {present}");
        check_dates(&dates, " / 2017 – Present");
    }
    check_dates("endDate: 2017-12", " / until Dec 2017");
    check_dates("endDate: Present", "");
    check_dates(
        "startDate: 2017-05, endDate: 2017-05",
        " / May 2017 – May 2017",
    );
    check_dates("startDate: 2017-05, endDate: 2017", " / May 2017 – 2017");
    check_dates("startDate: 2016, dates: Summer 2016", " / Summer 2016");
}

#[test]
fn any_entry_says_what_any_other_can() {
    check_entries(
        "
languages:
  - language: French
    id: fr
    url: https://a.org
    location: Paris
    startDate: 1840
    summary:
      text: |
        One.

        Two.
    highlights:
      - Read *much*.
      - text: Wrote
        highlights:
          - letters
          - text: poems
            highlights: [odes]
      -
      - ''
      - {text: ''}
",
        "
languages: Languages
  fr: French / Paris / 1840 – Present / https://a.org
    | One.
    | Two.
    - Read ‹em much›.
    - Wrote
      - letters
      - poems
        - odes
",
    );
}

#[test]
fn ids_come_from_headlines_and_never_clash() {
    check_entries(
        "
work:
  - {name: 'Engines, Ltd.'}
  - {name: engines ltd}
  - {id: engines-ltd-3, name: B}
  - {name: Engines (Ltd)}
  - {name: Work}
  - {name: Filter}
  - {name: Q}
  - {name: Palette}
  - {name: Keys}
  - {name: Choices}
  - {name: Choice}
  - {name: Café Größe 語}
  - {name: '!?'}
  - {highlights: [a]}
  - {name: '[Link](https://a.org) `code`'}
interests:
  - {highlights: [a]}
  - {highlights: [b]}
",
        "
work: Work experience
  engines-ltd: Engines, Ltd.
  engines-ltd-2: engines ltd
  engines-ltd-3: B
  engines-ltd-4: Engines (Ltd)
  work-2: Work
  filter-2: Filter
  q-2: Q
  palette-2: Palette
  keys-2: Keys
  choices-2: Choices
  choice-2: Choice
  café-größe-語: Café Größe 語
  work-list: !?
  work-list-2:
    - a
  link-code: ‹https://a.org Link› ‹code code›
interests: Interests
  interests-list:
    - a
  interests-list-2:
    - b
",
    );
}

#[test]
fn forms_never_filled_in_are_left_out() {
    check_entries(
        "
work:
  - {name: '', position: ~, highlights: [''], url: ' '}
  - {}
  -
education: []
awards:
skills:
  - {name: '', level: '', keywords: ['']}
",
        "",
    );
}
