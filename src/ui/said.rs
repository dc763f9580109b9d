//! What the controls say of a query and its answer, in words.
//!
//! Never touches the page, nor holds a word: those are the table's.

#[cfg(feature = "hydrate")]
use crate::query::Why;
use crate::query::{Index, Matches, Nearest, Query};
use crate::words::{Word, Words};

/// "12 of 60 lines", how many of them are there only for context, and how
/// long the chosen skills were in use.
pub fn status(words: &Words, index: &Index, query: &Query, matches: &Matches) -> String {
    let (shown, matching) = (matches.shown.count(), matches.matching.count());
    let mut said = words.count(Word::Shown, index.lines() as u32, &shown.to_string());
    if matching < shown {
        said.push_str(words.text(Word::Comma));
        said += &words.say(Word::ForContext, &[&(shown - matching).to_string()]);
    }
    for tag in query.tags.iter().map(|tag| usize::from(*tag)) {
        let months = index.experience[tag];
        if months == 0 {
            continue;
        }
        said.push_str(words.text(Word::Stop));
        said.push_str(&index.tags[tag].name);
        said.push_str(words.text(Word::Colon));
        let (years, months) = (months / 12, months % 12);
        let mut time = words.count(Word::Years, years, "");
        if months > 0 {
            let rest = words.count(Word::Months, months, "");
            time = match years {
                0 => rest,
                _ => words.say(Word::YearsAndMonths, &[&time, &rest]),
            };
        }
        said += &time;
    }
    said
}

/// Whether something is chosen, as ARIA says it.
pub fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// Text as HTML.
pub fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The line that tells a filtered print from a whole one, and where that is;
/// empty for a whole one.
pub fn query(words: &Words, query: &Query, index: &Index, address: &str) -> String {
    if query.is_empty() {
        return String::new();
    }
    words.say(Word::Extract, &[&conditions(words, query, index), address])
}

/// What the button says that asks the nearest query.
pub fn nearest(words: &Words, nearest: &Nearest, index: &Index) -> String {
    let lines = words.count(Word::Lines, nearest.lines, "");
    let filter = conditions(words, &nearest.query, index);
    words.say(Word::Nearest, &[&filter, &lines])
}

/// What a mark in the row of a skill says.
#[cfg(feature = "hydrate")]
pub fn mark(words: &Words, skill: &str, year: u32, lines: u32) -> String {
    let lines = words.count(Word::Lines, lines, "");
    words.say(Word::Mark, &[skill, &year.to_string(), &lines])
}

/// Why a line is on screen: the styles have the words for it.
#[cfg(feature = "hydrate")]
pub fn why(why: Why) -> &'static str {
    match why {
        Why::Named => "named",
        Why::Mentioned => "mentioned",
        Why::Text => "text",
        Why::Headline => "headline",
        Why::Left => "left",
        Why::Above | Why::Below => "context",
    }
}

/// What a query asks for: "Java or Perl, not C++, “hive”, from 2010".
fn conditions(words: &Words, query: &Query, index: &Index) -> String {
    let mut said = String::new();
    let name = |tag: &u16| {
        index
            .tags
            .get(usize::from(*tag))
            .map(|tag| tag.name.as_str())
    };
    let between = if query.all { Word::And } else { Word::Or };
    for name in query.tags.iter().filter_map(name) {
        if !said.is_empty() {
            said.push_str(words.text(between));
        }
        said.push_str(name);
    }
    let mut part = |text: &str| {
        if !said.is_empty() {
            said.push_str(words.text(Word::Comma));
        }
        said.push_str(text);
    };
    for name in query.without.iter().filter_map(name) {
        part(&words.say(Word::Not, &[name]));
    }
    if !query.text.is_empty() {
        part(&words.say(Word::Quoted, &[&query.text]));
    }
    for (word, year) in [(Word::From, query.from), (Word::To, query.to)] {
        if let Some(year) = year {
            part(&words.say(word, &[&year.to_string()]));
        }
    }
    said
}
