//! The keys of a résumé file: of what kind each is, and what it is for, as
//! editors say it beside the cursor.
//!
//! `source` decides what is read; a test holds this table to it. Never knows
//! how a schema is written.

use super::entries::{
    AWARDS, CERTIFICATES, EDUCATION, INTERESTS, LANGUAGES, PROJECTS, PUBLICATIONS, REFERENCES,
    SKILLS, VOLUNTEER, WORK,
};
use super::forms::{ADDRESS, COLOUR, EMAIL, LANGUAGE};
use crate::model::Typeface;

/// What a value has to be. None of them has to be filled in.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Words, or what reads like a number.
    Text,
    /// Words that have to be there.
    Name,
    /// A text that has this form, as a regular expression of ECMA-262.
    Form(&'static str),
    /// Yes or no.
    Switch,
    /// One of these.
    Choice(fn() -> Vec<&'static str>),
    List(&'static Kind),
    Mapping(&'static [Key]),
    /// A mapping with what every entry may have, besides.
    Entry(&'static [Key]),
    /// Mappings under names of one's own, which have this form.
    Named(&'static str, &'static Kind),
    Either(&'static Kind, &'static Kind),
    /// One of `highlights`.
    Line,
    /// The words of a language.
    Words,
    Anything,
}

/// A key of a mapping.
pub struct Key {
    pub name: &'static str,
    pub kind: Kind,
    pub about: &'static str,
}

pub const fn key(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, about }
}

use Kind::{
    Anything, Choice, Either, Entry, Line, List, Mapping, Name, Named, Switch, Text, Words,
};

pub const TEXTS: Kind = List(&Text);
pub const LINES: Kind = List(&Line);

/// A text, or one with the skills that it is evidence for.
pub const SUMMARY: Kind = Either(
    &Text,
    &Mapping(&[
        key(
            "text",
            Text,
            "The text. It may hold [links](https://example.org), *emphasis*, **strong** and `code`.",
        ),
        key("skills", TEXTS, SHOWN),
    ]),
);

/// What `skills` says in lines and summaries.
const SHOWN: &str = "The skills that this is evidence for, by the names or aliases that \
    stand under `skills` at the top. Without it, the skills that the text mentions count.";

/// What a line may have that is not its text alone.
pub const LINE: &[Key] = &[
    key(
        "text",
        Text,
        "The line. It may hold [links](https://example.org), *emphasis*, **strong** and `code`.",
    ),
    key("skills", TEXTS, SHOWN),
    key("highlights", LINES, "Lines beneath this one."),
];

/// The file.
pub const RESUME: &[Key] = &[
    key("$schema", Text, "The schema of JSON Resume, for its tools."),
    key(
        "language",
        LANGUAGE,
        "What the page speaks: `en`, `de`, `es`, `fr`, `ja` or `ar`, with a region (`de-AT`) or \
         without.",
    ),
    key(
        "words",
        Words,
        "What the page says in other words than its language has.",
    ),
    key("basics", Mapping(BASICS), "Who, and how to get in touch."),
    key(
        "sections",
        List(&Either(&Text, &Mapping(SECTION))),
        "The parts of the page in their order. Those that are not named here come after them.",
    ),
    key("work", List(&Entry(WORK)), "Jobs, the latest first."),
    key("volunteer", List(&Entry(VOLUNTEER)), "Unpaid work."),
    key("projects", List(&Entry(PROJECTS)), "Projects."),
    key(
        "skills",
        List(&Entry(SKILLS)),
        "Skills in the order of their buttons. Lines can name no others.",
    ),
    key("education", List(&Entry(EDUCATION)), "Degrees and schools."),
    key("awards", List(&Entry(AWARDS)), "Prizes and honours."),
    key("certificates", List(&Entry(CERTIFICATES)), "Certificates."),
    key(
        "publications",
        List(&Entry(PUBLICATIONS)),
        "What was published.",
    ),
    key("languages", List(&Entry(LANGUAGES)), "Languages spoken."),
    key(
        "interests",
        List(&Entry(INTERESTS)),
        "What else there is to life.",
    ),
    key("references", List(&Entry(REFERENCES)), "What others say."),
    key("theme", Mapping(THEME), "What can be chosen of the look."),
    key(
        "url",
        ADDRESS,
        "The address that the site will have, such as https://example.org/cv/: search engines \
         and previews in chats want it.",
    ),
    key(
        "offline",
        Switch,
        "Whether browsers keep the page for when there is no network: they do, unless this is \
         `false`, which also takes it from those that have it.",
    ),
    key(
        "private",
        TEXTS,
        "Paths of what is not for the world, such as `basics.phone`. An empty list says that all \
         may be public.",
    ),
    key(
        "variants",
        Named("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", &Mapping(VARIANT)),
        "Views of the résumé for some readers, each in a folder of the site by its name.",
    ),
    key("meta", Anything, "What tools of JSON Resume leave here."),
];

const BASICS: &[Key] = &[
    key("name", Name, "Your name."),
    key(
        "label",
        Text,
        "The headline under the name, such as `Software Engineer`.",
    ),
    key(
        "image",
        Text,
        "A portrait, for tools of JSON Resume: the page shows none.",
    ),
    key("email", EMAIL, "The e-mail address: name@example.org"),
    key(
        "phone",
        Text,
        "The telephone number. It goes public, unless `private` names it.",
    ),
    key("url", ADDRESS, "Your own site."),
    key(
        "summary",
        SUMMARY,
        "A few sentences on who you are, a section of the page.",
    ),
    key(
        "location",
        Mapping(LOCATION),
        "Where you live, as exactly as the world may know.",
    ),
    key(
        "profiles",
        List(&Mapping(PROFILE)),
        "Where else you are to be found.",
    ),
];

const LOCATION: &[Key] = &[
    key(
        "address",
        Text,
        "Street and number. They go public, unless `private` names them.",
    ),
    key(
        "postalCode",
        Text,
        "The postal code, in quotes if it begins with 0.",
    ),
    key("city", Text, "The city."),
    key("region", Text, "The state, province or region."),
    key(
        "countryCode",
        Text,
        "The country in two letters (ISO 3166-1), such as `DE`.",
    ),
];

const PROFILE: &[Key] = &[
    key(
        "network",
        Text,
        "What the link is called, such as `GitHub`.",
    ),
    key("username", Text, "Your name there."),
    key("url", ADDRESS, "The address."),
    key("note", Text, "What is to be found there."),
];

const SECTION: &[Key] = &[
    key(
        "id",
        Text,
        "The key of its entries, such as `work`, or one of your own.",
    ),
    key("title", Text, "The heading."),
    key("summary", SUMMARY, "An introduction, before the entries."),
];

const THEME: &[Key] = &[
    key(
        "accent",
        Either(
            &COLOUR,
            &Mapping(&[
                key("light", COLOUR, "The colour on the light page."),
                key("dark", COLOUR, "The colour on the dark page."),
            ]),
        ),
        "The one colour on the page, in quotes: \"#b3261e\". The dark page gets its like, unless \
         each has its own.",
    ),
    key("typeface", Choice(typefaces), "What the page is set in."),
];

fn typefaces() -> Vec<&'static str> {
    Typeface::NAMES.iter().map(|(name, _)| *name).collect()
}

const VARIANT: &[Key] = &[
    key(
        "label",
        Text,
        "The headline, in place of that under `basics`.",
    ),
    key(
        "summary",
        SUMMARY,
        "The summary, in place of that under `basics`.",
    ),
    key("skills", TEXTS, "The skills whose buttons come first."),
    key("sections", TEXTS, "The sections that come first."),
    key(
        "omit",
        TEXTS,
        "Paths of what is left out, such as `work.example`.",
    ),
];
