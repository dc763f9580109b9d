//! What a résumé is, once read and checked. Nothing here changes afterwards.
//!
//! Never knows the file it came from, nor how it is shown.

mod date;
mod edition;
pub mod file;
mod inline;
mod theme;

pub use date::{Date, Period};
pub use edition::{Edition, NAMES, beginning};
pub use inline::{Inline, Span};
pub use theme::{Accent, Colour, Theme, Typeface};

use crate::words::Language;

/// The place of a [`Tag`] in [`Resume::tags`].
pub type TagId = u16;

/// A whole résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// Whose it is.
    pub person: Person,
    /// Its parts, in the order shown.
    pub sections: Vec<Section>,
    /// Every skill and keyword that lines can be evidence for, in the order
    /// of the file.
    pub tags: Vec<Tag>,
    /// How it is to look.
    pub theme: Theme,
    /// The language of what it leaves to the page to say.
    pub language: Language,
    /// The address that the site will have, with a slash at its end.
    pub url: Option<String>,
    /// Whether browsers keep the page for when there is no network.
    pub offline: bool,
}

/// The person and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// A headline, such as "Senior Software Engineer".
    pub label: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number, as written.
    pub phone: Option<String>,
    /// A home page.
    pub url: Option<String>,
    /// The postal address in one line.
    pub address: Option<String>,
    /// The parts that line is made of.
    pub location: Location,
    /// Accounts elsewhere.
    pub profiles: Vec<Profile>,
}

/// A postal address in parts, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// Street and number.
    pub street: Option<String>,
    /// City or village.
    pub city: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// Postal code.
    pub code: Option<String>,
    /// The country's code of two letters (ISO 3166-1).
    pub country: Option<String>,
}

/// An account at another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The site's name, such as "GitHub".
    pub network: String,
    /// The name of the account there.
    pub username: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What is to be found there.
    pub note: Option<String>,
}

/// A part of the résumé, such as "Education".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Unique in the page; the fragment of its address.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it lists.
    pub entries: Vec<Entry>,
}

/// One thing a section lists: a position, a degree, a skill.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Unique in the page; the fragment of its address.
    pub id: String,
    /// The first part of its headline. An entry without headline holds only
    /// lines: an introduction, a plain list.
    pub title: Option<Inline>,
    /// The second part of its headline: the employer, the school.
    pub organisation: Option<Inline>,
    /// Where more is to be read.
    pub url: Option<String>,
    /// Where it was.
    pub place: Option<String>,
    /// When it was.
    pub period: Option<Period>,
    /// Shown instead of the period.
    pub dates: Option<String>,
    /// The tag that every line of this entry is evidence for: set in the
    /// section of skills.
    pub tag: Option<TagId>,
    /// Tags of those lines that name none themselves.
    pub skills: Vec<TagId>,
    /// What is said of it.
    pub lines: Vec<Line>,
}

/// The least thing a filter shows or hides: a paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: Inline,
    /// The tags it names; `None` where the file leaves them out and the text
    /// decides.
    pub skills: Option<Vec<TagId>>,
    /// Whether it is running text rather than an item of a list.
    pub paragraph: bool,
    /// What belongs under it.
    pub lines: Vec<Line>,
}

/// A skill, or a keyword that belongs to skills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name, as its button shows it.
    pub name: String,
    /// Other names it goes by in text.
    pub aliases: Vec<String>,
    /// The tags that evidence for this one is evidence for, too: the skills
    /// it is a keyword of, and theirs.
    pub implies: Vec<TagId>,
    /// Whether it is listed only as a keyword.
    pub keyword: bool,
}

impl Entry {
    /// Whether the section shows a headline for it.
    #[must_use]
    pub fn has_headline(&self) -> bool {
        self.title.is_some() || self.organisation.is_some()
    }
}
