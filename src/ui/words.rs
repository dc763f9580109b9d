//! What the controls say of a query and its answer, in words.
//!
//! Never touches the page.

#[cfg(feature = "hydrate")]
use crate::query::Why;
use crate::query::{Index, Matches, Nearest, Query};

/// "12 of 60 lines", how many of them are there only for context, and how
/// long the chosen skills were in use.
pub fn status(index: &Index, query: &Query, matches: &Matches) -> String {
    let (shown, matching) = (matches.shown.count(), matches.matching.count());
    let mut words = Words::default();
    words.number(shown);
    words.add(" of ");
    words.count(index.lines() as u32, "line");
    if matching < shown {
        words.add(", ");
        words.number(shown - matching);
        words.add(" for context");
    }
    for tag in query.tags.iter().map(|tag| usize::from(*tag)) {
        let months = index.experience[tag];
        if months == 0 {
            continue;
        }
        words.add(". ");
        words.escaped(&index.tags[tag].name);
        words.add(": ");
        let (years, months) = (months / 12, months % 12);
        if years > 0 {
            words.count(years, "year");
        }
        if years > 0 && months > 0 {
            words.add(" ");
        }
        if months > 0 {
            words.count(months, "month");
        }
    }
    words.0
}

/// The line that tells a filtered print from a whole one, and where that is;
/// empty for a whole one.
pub fn query(query: &Query, index: &Index, address: &str) -> String {
    let mut words = Words::default();
    if query.is_empty() {
        return words.0;
    }
    words.add("An extract: ");
    words.conditions(query, index);
    words.add(". The whole résumé: ");
    words.add(address);
    words.0
}

/// What the button says that asks the nearest query.
pub fn nearest(nearest: &Nearest, index: &Index) -> String {
    let mut words = Words::default();
    words.add("Nearest: ");
    words.conditions(&nearest.query, index);
    words.add(" (");
    words.count(nearest.lines, "line");
    words.add(")");
    words.0
}

/// What a mark in the row of a skill says.
#[cfg(feature = "hydrate")]
pub fn mark(skill: &str, year: u32, lines: &str) -> String {
    let mut words = Words::default();
    words.add(skill);
    words.add(", ");
    words.number(year);
    words.add(": ");
    words.count(lines.parse().unwrap_or(0), "line");
    words.0
}

/// Why a line is on screen, in a word or two.
#[cfg(feature = "hydrate")]
pub fn why(why: Why) -> &'static str {
    match why {
        Why::Named => "evidence",
        Why::Mentioned => "mention",
        Why::Text => "found here",
        Why::Headline => "found with its headline",
        Why::Left => "match",
        Why::Above | Why::Below => "context",
    }
}

/// Text in the making: without the machinery of formatting, which ships.
#[derive(Default)]
struct Words(String);

impl Words {
    fn add(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn number(&mut self, number: u32) {
        self.0.push_str(&number.to_string());
    }

    fn count(&mut self, number: u32, what: &str) {
        self.number(number);
        self.add(" ");
        self.add(what);
        if number != 1 {
            self.add("s");
        }
    }

    /// A name that stands in HTML.
    fn escaped(&mut self, text: &str) {
        self.add(&text.replace('&', "&amp;").replace('<', "&lt;"));
    }

    fn conditions(&mut self, query: &Query, index: &Index) {
        let start = self.0.len();
        let name = |tag: &u16| {
            index
                .tags
                .get(usize::from(*tag))
                .map(|tag| tag.name.as_str())
        };
        for (at, name) in query.tags.iter().filter_map(name).enumerate() {
            if at > 0 {
                self.add(if query.all { " and " } else { " or " });
            }
            self.add(name);
        }
        for name in query.without.iter().filter_map(name) {
            self.part(start, "not ");
            self.add(name);
        }
        if !query.text.is_empty() {
            self.part(start, "“");
            self.add(&query.text);
            self.add("”");
        }
        for (word, year) in [("from ", query.from), ("to ", query.to)] {
            if let Some(year) = year {
                self.part(start, word);
                self.number(u32::from(year));
            }
        }
    }

    fn part(&mut self, start: usize, text: &str) {
        if self.0.len() > start {
            self.add(", ");
        }
        self.add(text);
    }
}
