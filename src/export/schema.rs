//! What JSON Resume 1.0.0 has a place for, and of what kind
//! (<https://github.com/jsonresume/resume-schema/blob/v1.0.0/schema.json>).
//!
//! Never knows where the rest goes.

/// What a value has to be.
#[derive(Clone, Copy)]
pub enum Kind {
    Text,
    /// A year, a month or a day of the years 1000 to 2999.
    Date,
    /// An address by RFC 3986, in ASCII.
    Address,
    /// A list of texts.
    Texts,
    /// A list of lines, each a text.
    Lines,
    Mapping(&'static [(&'static str, Kind)]),
    /// A list of mappings.
    Entries(&'static [(&'static str, Kind)]),
}

use Kind::{Address, Date, Entries, Lines, Mapping, Text, Texts};

/// The schema's address, as files name it.
pub const URL: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The schema, but for `$schema` and `meta`.
pub const RESUME: &[(&str, Kind)] = &[
    ("basics", Mapping(BASICS)),
    ("work", Entries(WORK)),
    ("volunteer", Entries(VOLUNTEER)),
    ("education", Entries(EDUCATION)),
    ("awards", Entries(AWARDS)),
    ("certificates", Entries(CERTIFICATES)),
    ("publications", Entries(PUBLICATIONS)),
    ("skills", Entries(SKILLS)),
    ("languages", Entries(LANGUAGES)),
    ("interests", Entries(INTERESTS)),
    ("references", Entries(REFERENCES)),
    ("projects", Entries(PROJECTS)),
];

const BASICS: &[(&str, Kind)] = &[
    ("name", Text),
    ("label", Text),
    ("image", Text),
    ("email", Text),
    ("phone", Text),
    ("url", Address),
    ("summary", Text),
    ("location", Mapping(LOCATION)),
    ("profiles", Entries(PROFILE)),
];

const LOCATION: &[(&str, Kind)] = &[
    ("address", Text),
    ("postalCode", Text),
    ("city", Text),
    ("countryCode", Text),
    ("region", Text),
];

const PROFILE: &[(&str, Kind)] = &[("network", Text), ("username", Text), ("url", Address)];

const WORK: &[(&str, Kind)] = &[
    ("name", Text),
    ("location", Text),
    ("description", Text),
    ("position", Text),
    ("url", Address),
    ("startDate", Date),
    ("endDate", Date),
    ("summary", Text),
    ("highlights", Lines),
];

const VOLUNTEER: &[(&str, Kind)] = &[
    ("organization", Text),
    ("position", Text),
    ("url", Address),
    ("startDate", Date),
    ("endDate", Date),
    ("summary", Text),
    ("highlights", Lines),
];

const EDUCATION: &[(&str, Kind)] = &[
    ("institution", Text),
    ("url", Address),
    ("area", Text),
    ("studyType", Text),
    ("startDate", Date),
    ("endDate", Date),
    ("score", Text),
    ("courses", Texts),
];

const AWARDS: &[(&str, Kind)] = &[
    ("title", Text),
    ("date", Date),
    ("awarder", Text),
    ("summary", Text),
];

const CERTIFICATES: &[(&str, Kind)] = &[
    ("name", Text),
    ("date", Date),
    ("url", Address),
    ("issuer", Text),
];

const PUBLICATIONS: &[(&str, Kind)] = &[
    ("name", Text),
    ("publisher", Text),
    ("releaseDate", Date),
    ("url", Address),
    ("summary", Text),
];

const SKILLS: &[(&str, Kind)] = &[("name", Text), ("level", Text), ("keywords", Texts)];

const LANGUAGES: &[(&str, Kind)] = &[("language", Text), ("fluency", Text)];

const INTERESTS: &[(&str, Kind)] = &[("name", Text), ("keywords", Texts)];

const REFERENCES: &[(&str, Kind)] = &[("name", Text), ("reference", Text)];

const PROJECTS: &[(&str, Kind)] = &[
    ("name", Text),
    ("description", Text),
    ("highlights", Lines),
    ("keywords", Texts),
    ("startDate", Date),
    ("endDate", Date),
    ("url", Address),
    ("roles", Texts),
    ("entity", Text),
    ("type", Text),
];
