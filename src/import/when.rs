//! The date within a headline.
//!
//! Never reads dates itself.

use super::dates::{self, When};
use super::headline::{Headline, edge};
use super::rich::{BREAK, Rich};
use crate::source::{Problem, quote};

/// Takes the date with which a text ends or begins.
pub fn take_date(found: &mut Headline, text: &mut Rich, notes: &mut Vec<Problem>) {
    let words: String = text.string();
    let trimmed = words.trim_end_matches(|c: char| edge(c) || c == '.');
    let bracket = trimmed.ends_with([')', ']']);
    let inner = if bracket {
        &trimmed[..trimmed.len() - 1]
    } else {
        trimmed
    };
    let last = dates::last(inner).filter(|(_, start)| {
        let before = inner.chars().take(*start).last();
        match before {
            None => true,
            Some(c) if bracket => c == '(' || c == '[' || edge(c),
            Some(c) => edge(c) || c == BREAK,
        }
    });
    if let Some((when, start)) = last {
        let joined = inner.chars().take(start).collect::<String>();
        // "since the summer of 2011, in 2012" and the like are sentences.
        let opened = bracket && joined.trim_end().ends_with(['(', '[']);
        let apart = joined
            .trim_end()
            .ends_with(|c: char| ",;:|–—·•-([".contains(c));
        let wide = joined.ends_with("  ") || joined.ends_with(['\t', '\n', BREAK]);
        let stressed = text.0.get(start).map(|letter| &letter.mark)
            != start
                .checked_sub(2)
                .and_then(|at| text.0.get(at))
                .map(|letter| &letter.mark);
        let clear = joined.trim().is_empty() || apart || wide || stressed;
        if clear && (!bracket || opened) {
            set_when(found, when, text, notes);
            let mut left = text.slice(0..start);
            if opened {
                left = left.trimmed();
                left.0.pop();
            }
            *text = left.trimmed_of(edge);
            return;
        }
        if clear && bracket && joined.contains(['(', '[']) {
            // `(Berlin, 2010)`
            set_when(found, when, text, notes);
            let left = text.slice(0..start).trimmed_of(edge);
            *text = left;
            let at = text.0.last().map_or(0, |letter| letter.at);
            text.0.extend(Rich::plain(")", at).0);
            return;
        }
    }
    let lead = words
        .chars()
        .take_while(|c| c.is_whitespace() || *c == '[' || *c == '(')
        .count();
    let rest: String = words.chars().skip(lead).collect();
    if let Some((when, end)) = dates::first(&rest) {
        let after: String = rest.chars().skip(end).collect();
        if after.starts_with(|c: char| edge(c) || c == ')' || c == ']')
            && !after.starts_with(" -based")
        {
            set_when(found, when, text, notes);
            *text = text
                .slice(lead + end..text.len())
                .trimmed_of(|c| edge(c) || c == ')' || c == ']');
        }
    }
    if found.when.is_none() {
        take_bracketed(found, text, notes);
    }
}

/// Takes a date in brackets from anywhere in a text.
fn take_bracketed(found: &mut Headline, text: &mut Rich, notes: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(open) = text.find("(", from) {
        let Some(close) = text.find(")", open) else {
            return;
        };
        let inner = text.slice(open + 1..close);
        if let Some(when) = dates::whole(&inner.words()) {
            set_when(found, when, &inner, notes);
            let rest = text.slice(close + 1..text.len());
            *text = text.slice(0..open).trimmed_of(char::is_whitespace);
            text.0.extend(rest.0);
            return;
        }
        from = open + 1;
    }
}

fn set_when(found: &mut Headline, when: When, text: &Rich, notes: &mut Vec<Problem>) {
    doubt(&when, text, notes);
    found.when = Some(when);
}

/// Notes a date that can be read in two ways.
pub fn doubt(when: &When, text: &Rich, notes: &mut Vec<Problem>) {
    if let Some(doubt) = when.doubt {
        let message = format!("{} can be read in two ways", quote(&text.words()));
        notes.push(Problem::hint(text.span(), message).help(doubt));
    }
}
