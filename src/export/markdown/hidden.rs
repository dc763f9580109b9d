//! What Markdown cannot show, in comments, which pandoc does not show: at the
//! end of what they belong to, so that they move with it.
//!
//! A comment holds `key: value`, several of them apart by `; `. A value is
//! text, or texts apart by `, `. A text is as it stands, or a JSON string
//! where it could be read as something else.
//!
//! | key | of | means |
//! |---|---|---|
//! | `id` | section, entry | its id |
//! | `skills` | line, entry | the skills it names; a line without the key names none itself |
//! | `tag` | entry | the skill it is about, where that is not its title; nothing: no skill |
//! | `period` | entry | the period, where the date shown does not tell, or not in English |
//! | `label` | entry | the date shown is a label, of this period or of none |
//! | `place`, `url` | entry | those of an entry without a headline |
//! | `location` | address | street, city, region, postal code, country |
//! | `profile` | contact | a profile by a name such as "Phone" |
//!
//! Periods are as in ISO 8601-2: `2017`, `2017-01/2017-04`, `2017-01/..`,
//! `../2017-04`.
//!
//! At the end of the file stand the address of the site (`site`), the theme
//! (`theme: #1a5fb4, #8fc7ff, serif`, the accent on the light and on the dark
//! page, and the typeface), `offline: false`, the language (`language`), the words that are not
//! from its table (`words`, a JSON object) and, under `skills:`, the vocabulary: a line for each skill, with `= ` its other
//! names and `< ` the skills it is evidence for. Keywords are indented.
//!
//! Never holds what is shown.

use std::fmt::Write;

use crate::model::{Entry, Location, Period, Tag, Theme, Typeface};
use crate::words::Language;

/// A comment in the making.
#[derive(Default)]
pub struct Hidden(Vec<String>);

impl Hidden {
    /// A key alone.
    pub fn flag(&mut self, key: &str) {
        self.0.push(key.to_owned());
    }

    /// A key and a text.
    pub fn word(&mut self, key: &str, text: &str) {
        self.0.push(format!("{key}: {}", quoted(text)));
    }

    /// A key and texts.
    pub fn list<'t>(&mut self, key: &str, texts: impl Iterator<Item = &'t str>) {
        self.0.push(format!("{key}: {}", joined(texts)));
    }

    /// The parts of an address.
    pub fn location(&mut self, at: &Location) {
        if *at == Location::default() {
            return;
        }
        let parts = [&at.street, &at.city, &at.region, &at.code, &at.country];
        let parts = parts.map(|part| part.as_deref().unwrap_or_default());
        self.list("location", parts.into_iter());
    }

    /// When an entry was, as far as the date shown does not tell.
    pub fn period(&mut self, entry: &Entry, language: &Language) {
        let key = match (&entry.dates, entry.period) {
            (Some(_), _) => "label",
            (None, None) => return,
            _ if !language.has_english_dates() => "period",
            (None, Some(Period::Until(_))) => "period",
            (None, Some(Period::From(start, Some(end)))) if start == end => "period",
            _ => return,
        };
        let period = entry.period.map(iso).unwrap_or_default();
        self.0.push(format!("{key}: {period}"));
    }

    /// What only a headline would show.
    pub fn unseen(&mut self, entry: &Entry) {
        for (key, text) in [("place", &entry.place), ("url", &entry.url)] {
            if let Some(text) = text {
                self.word(key, text);
            }
        }
    }

    /// A text with the comment at its end.
    pub fn after(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let parts: Vec<_> = self.0.iter().map(|part| part.trim_end()).collect();
        let comment = format!("<!-- {} -->", parts.join("; "));
        format!("{text} {comment}").trim_start().to_owned()
    }
}

/// The address that the site will have.
pub fn site(url: Option<&str>) -> Option<String> {
    let mut comment = Hidden::default();
    comment.word("site", url?);
    Some(comment.after(""))
}

/// The look, unless it is the usual one.
pub fn theme(theme: Theme) -> Option<String> {
    if theme == Theme::default() {
        return None;
    }
    let accent = theme.accent.map(|accent| [accent.light, accent.dark]);
    let mut parts: Vec<_> = accent.iter().flatten().map(ToString::to_string).collect();
    let names = Typeface::NAMES.iter();
    let name = names.filter(|(_, typeface)| *typeface == theme.typeface);
    parts.extend(name.map(|(name, _)| (*name).to_owned()));
    Some(format!("<!-- theme: {} -->", parts.join(", ")))
}

/// That browsers do not keep the page.
pub fn offline(offline: bool) -> Option<String> {
    (!offline).then(|| "<!-- offline: false -->".to_owned())
}

/// The language, unless it is the usual one, and what is said in other words.
pub fn language(language: &Language) -> Vec<String> {
    let mut comments = Vec::new();
    if language.tag != Language::default().tag {
        comments.push(format!("<!-- language: {} -->", language.tag));
    }
    let words = language.own_words();
    if words.as_object().is_some_and(|words| !words.is_empty()) {
        let words = words.to_string();
        let marks = ["-", "<", ">"].into_iter();
        let words = marks.fold(words, |words, mark| {
            let code = u32::from(mark.as_bytes()[0]);
            words.replace(mark, &format!("\\u{code:04x}"))
        });
        comments.push(format!("<!-- words: {words} -->"));
    }
    comments
}

/// All skills and keywords, a line each.
pub fn vocabulary(tags: &[Tag]) -> Option<String> {
    if tags.is_empty() {
        return None;
    }
    let mut lines = "<!-- skills:\n".to_owned();
    for tag in tags {
        if tag.keyword {
            lines.push_str("    ");
        }
        lines.push_str(&quoted(&tag.name));
        if !tag.aliases.is_empty() {
            let aliases = tag.aliases.iter().map(String::as_str);
            lines.extend([" = ", &joined(aliases)]);
        }
        if !tag.implies.is_empty() {
            let implied = tag
                .implies
                .iter()
                .filter_map(|tag| tags.get(usize::from(*tag)));
            lines.extend([" < ", &joined(implied.map(|tag| tag.name.as_str()))]);
        }
        lines.push('\n');
    }
    Some(lines + "-->")
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(quoted).collect::<Vec<_>>().join(", ")
}

/// A text as it stands, or as a JSON string where it is empty or has marks of
/// the comment's own.
fn quoted(text: &str) -> String {
    let marked = text.contains([',', ';', '=', '<', '>', '"', '\\']) || text.contains("--");
    let edged = text.trim() != text || text.starts_with('-') || text.ends_with('-');
    let controls = text.contains(char::is_control);
    if !text.is_empty() && !marked && !edged && !controls {
        return text.to_owned();
    }
    let mut json = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            // Two hyphens may end a comment.
            '-' | '<' | '>' => drop(write!(json, "\\u{:04x}", u32::from(c))),
            c if c.is_control() => drop(write!(json, "\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json + "\""
}

fn iso(period: Period) -> String {
    match period {
        Period::At(date) => date.iso(),
        Period::From(start, Some(end)) => format!("{}/{}", start.iso(), end.iso()),
        Period::From(start, None) => format!("{}/..", start.iso()),
        Period::Until(end) => format!("../{}", end.iso()),
    }
}
