//! The keys of entries, kind by kind: those of JSON Resume 1.0.0 and our own.
//!
//! Never knows what sections there are.

use super::forms::{ADDRESS, DATE, END};
use super::keys::{Key, Kind, LINES, SUMMARY, TEXTS, key};

use Kind::{Either, List, Mapping, Text};

/// What every entry may have.
pub const COMMON: &[Key] = &[
    key(
        "id",
        Text,
        "Its name in links to it (#example): letters, digits, `-` and `_`.",
    ),
    key("url", ADDRESS, "Where the heading leads."),
    key("location", Text, "The place."),
    key(
        "startDate",
        DATE,
        "When it began: \"2017\", \"2017-01\" or \"2017-01-31\".",
    ),
    key(
        "endDate",
        END,
        "When it ended. Without it, it says \"Present\".",
    ),
    key("dates", Text, "What is shown in place of the period."),
    key("summary", SUMMARY, "A paragraph, before the lines."),
    key(
        "highlights",
        LINES,
        "The lines: each a text, or `text` with `skills` and `highlights`.",
    ),
    key("skills", TEXTS, "The skills of those lines that name none."),
];

pub const WORK: &[Key] = &[
    key("position", Text, "What you were there."),
    key("name", Text, "The company."),
    key("description", SUMMARY, "What the company does."),
];

pub const VOLUNTEER: &[Key] = &[
    key("position", Text, "What you did there."),
    key("organization", Text, "The organisation."),
];

pub const PROJECTS: &[Key] = &[
    key("name", Text, "The project."),
    key("entity", Text, "The company or organisation behind it."),
    key("description", SUMMARY, "What it is."),
    key("roles", TEXTS, "What you were in it."),
    key("keywords", TEXTS, "Words for it."),
    key(
        "type",
        Text,
        "Of what kind it is, such as `application` or `talk`.",
    ),
];

pub const EDUCATION: &[Key] = &[
    key("institution", Text, "The school or university."),
    key(
        "studyType",
        Text,
        "The degree, such as `Master of Science`.",
    ),
    key("area", Text, "The subject."),
    key("score", Text, "The grade."),
    key("courses", TEXTS, "Courses worth naming."),
];

pub const AWARDS: &[Key] = &[
    key("title", Text, "What it is called."),
    key("awarder", Text, "Who gave it."),
    key(
        "date",
        DATE,
        "When: \"2017\", \"2017-01\" or \"2017-01-31\".",
    ),
];

pub const CERTIFICATES: &[Key] = &[
    key("name", Text, "What it is called."),
    key("issuer", Text, "Who gave it."),
    key(
        "date",
        DATE,
        "When: \"2017\", \"2017-01\" or \"2017-01-31\".",
    ),
];

pub const PUBLICATIONS: &[Key] = &[
    key("name", Text, "Its title."),
    key("publisher", Text, "Where it was published."),
    key(
        "releaseDate",
        DATE,
        "When: \"2017\", \"2017-01\" or \"2017-01-31\".",
    ),
];

pub const SKILLS: &[Key] = &[
    key(
        "name",
        Text,
        "The name that lines use and the button shows.",
    ),
    key(
        "title",
        Text,
        "The heading, where it says more than the name.",
    ),
    key("aliases", TEXTS, "Other words for it in the text."),
    key("level", SUMMARY, "How well you know it."),
    key(
        "keywords",
        List(&Either(&Text, &Mapping(KEYWORD))),
        "Parts of it, which are buttons, too: a line that shows one shows this skill.",
    ),
];

const KEYWORD: &[Key] = &[
    key("name", Text, "The name that lines use."),
    key("aliases", TEXTS, "Other words for it in the text."),
];

pub const LANGUAGES: &[Key] = &[
    key("language", Text, "The language."),
    key("fluency", SUMMARY, "How well you speak it."),
];

pub const INTERESTS: &[Key] = &[
    key("name", Text, "What it is."),
    key("keywords", TEXTS, "More of it, in a line."),
];

pub const REFERENCES: &[Key] = &[
    key("name", Text, "Who says it."),
    key("reference", SUMMARY, "What they say."),
];

/// In a section of one's own.
pub const OWN: &[Key] = &[
    key("title", Text, "The heading."),
    key("name", Text, "The heading, where there is no `title`."),
    key("organization", Text, "Whose it is."),
    key(
        "date",
        DATE,
        "When: \"2017\", \"2017-01\" or \"2017-01-31\".",
    ),
];
