//! The plain text: nothing is lost, and it is as plain as it says.
//!
//! Never compares whole files: golden.rs does.

use proptest::prelude::*;
use resume::export::text;
use resume::model::{Inline, Person, Resume, Span, Theme};
use resume::words::Language;
use unicode_width::UnicodeWidthStr;

use crate::leaves::{self, Leaf, fold};
use crate::{generate, samples};

fn check(resume: &Resume) {
    let text = text(resume);
    let words = fold(&text);
    for leaf in leaves::all(resume) {
        let said = match &leaf {
            Leaf::Words(leaf) => words.contains(leaf),
            Leaf::Href(href) => {
                let href = fold(href);
                words.contains(href.strip_prefix("mailto:").unwrap_or(&href))
            }
        };
        assert!(said, "{leaf:?} is not in\n{text}");
    }
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    for line in text.lines() {
        assert!(!line.ends_with(' '), "{line:?}");
        assert!(!line.contains(['\t', '\r']), "{line:?}");
        // Only what cannot be broken is wider: a word after its mark.
        let wide = line.width() > 80;
        let words = line
            .trim_start()
            .trim_start_matches("- ")
            .matches(' ')
            .count();
        assert!(!wide || words == 0 || line.contains(": "), "{line:?}");
    }
}

#[test]
fn nothing_is_lost() {
    samples::all().iter().for_each(check);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_of_any_resume_is_lost(resume in generate::resume()) {
        check(&resume);
    }
}

/// Gaps stand between parts, so what ends early ends without one.
#[test]
fn a_name_alone_is_a_heading() {
    let mut resume = samples::small();
    resume.person = Person {
        name: "Ada".to_owned(),
        ..Person::default()
    };
    resume.sections.clear();
    assert_eq!(text(&resume), "Ada\n===\n");
}

#[test]
fn links_say_once_where_they_lead() {
    let check = |href: &str, words: &str, expected: &str| {
        let name = Inline(vec![Span::Link {
            href: href.to_owned(),
            text: Inline::plain(words),
        }]);
        let resume = Resume {
            person: Person {
                name: "Ada".to_owned(),
                ..Person::default()
            },
            sections: vec![resume::model::Section {
                id: "links".to_owned(),
                title: "Links".to_owned(),
                entries: vec![resume::model::Entry {
                    title: Some(name),
                    ..resume::model::Entry::default()
                }],
            }],
            tags: Vec::new(),
            theme: Theme::default(),
            language: Language::default(),
            url: None,
            offline: true,
        };
        let text = text(&resume);
        assert_eq!(text.lines().last(), Some(expected));
    };
    check("https://a.org/", "A", "A (https://a.org/)");
    check("https://a.org/", "https://a.org/", "https://a.org/");
    check("mailto:a@b.org", "a@b.org", "a@b.org");
    check("mailto:a@b.org", "Ada", "Ada (mailto:a@b.org)");
}
