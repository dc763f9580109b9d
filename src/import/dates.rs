//! Dates and periods as people write them: "Jan 2017 - April 2020", "seit
//! 03/2019", "Summer 2011 (3 months)".
//!
//! Never knows what happened then.

use super::months;
use super::points::{Kind, Point, Token, at, date, number, point, sign, tokens, word};
use crate::model::Date;

/// When something was, as far as it can be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct When {
    pub start: Option<Date>,
    /// Nothing where it goes on.
    pub end: Option<Date>,
    /// Whether it is a range, open or not, rather than one date.
    pub range: bool,
    /// The words, where they say more than the dates do.
    pub label: Option<String>,
    /// What was chosen among several readings.
    pub doubt: Option<&'static str>,
}

/// No date is longer; what is need not be looked through.
const LONGEST: usize = 120;

/// Reads a text that is a date as a whole.
pub fn whole(text: &str) -> Option<When> {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() > LONGEST {
        return None;
    }
    let tokens = tokens(&letters);
    let (mut when, next) = when(&tokens, 0)?;
    when.label = when.label.filter(|_| next == tokens.len());
    if next < tokens.len() {
        let rest = &tokens[next..];
        let bracketed =
            rest[0].kind == Kind::Sign('(') && rest[rest.len() - 1].kind == Kind::Sign(')');
        let about = rest.iter().all(|token| match &token.kind {
            Kind::Word(word) => months::is_about(word),
            Kind::Number(..) => false,
            Kind::Sign(sign) => ",;.?)(".contains(*sign),
        });
        if !bracketed && !about {
            return None;
        }
        when.label = Some(String::new());
    }
    if when.label.is_some() {
        when.label = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Some(when)
}

/// The date with which a text begins, and the letter after it.
pub fn first(text: &str) -> Option<(When, usize)> {
    let letters: Vec<char> = text.chars().take(LONGEST).collect();
    let tokens = tokens(&letters);
    let (when, next) = when(&tokens, 0)?;
    Some((
        labelled(when, text, 0, tokens[next - 1].end),
        tokens[next - 1].end,
    ))
}

/// The date with which a text ends, and its first letter.
pub fn last(text: &str) -> Option<(When, usize)> {
    let letters: Vec<char> = text.chars().collect();
    let from = letters.len().saturating_sub(LONGEST);
    let tokens = tokens(&letters[from..]);
    for at in 0..tokens.len() {
        let inside = at > 0 && !tokens[at].apart && !matches!(&tokens[at - 1].kind, Kind::Sign(_));
        if inside || matches!(&tokens[at].kind, Kind::Sign(_)) {
            continue;
        }
        if let Some((when, next)) = when(&tokens, at)
            && next == tokens.len()
        {
            let start = tokens[at].start;
            let end = tokens[next - 1].end;
            return Some((labelled(when, text, from + start, from + end), from + start));
        }
    }
    None
}

fn labelled(mut when: When, text: &str, start: usize, end: usize) -> When {
    if when.label.is_some() {
        let words: String = text.chars().skip(start).take(end - start).collect();
        when.label = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    when
}

/// A period, and the token after it.
fn when(tokens: &[Token], from: usize) -> Option<(When, usize)> {
    let mut next = from;
    let mut label = false;
    while let Some(about) = word(tokens, next).filter(|word| months::is_about(word)) {
        label |= !about.is_empty();
        next += 1;
        next += usize::from(sign(tokens, next, ".:").is_some());
    }
    let lead = word(tokens, next).unwrap_or_default().to_owned();
    let (since, until) = (months::is_since(&lead), months::is_until(&lead));
    if since || until {
        next += 1;
    }
    let (mut start, mut next) = point(tokens, next)?;
    let mut when = When {
        range: since || until,
        ..When::default()
    };
    if let Some(after) = separator(tokens, next)
        && !until
        && let Some((end, after)) = end(tokens, after, &start, next)
    {
        next = after;
        when.range = true;
        if let (Some(month), Some(last)) = (start.month, end.first) {
            start.first = date(last.year, Some(month.into()), None);
            start.month = None;
        }
        when.start = start.first;
        when.end = end.last;
        label |= end.more;
        when.doubt = end.doubt;
    } else if until {
        when.end = start.last;
    } else {
        when.start = start.first;
        when.end = start.last.filter(|_| !since);
        when.range |= start.first != start.last;
    }
    if start.month.is_some() || start.present {
        return None;
    }
    when.doubt = when.doubt.or(start.doubt);
    label |= start.more;
    when.label = label.then(String::new);
    Some((when, next))
}

/// What stands between the two points of a range: the token after it.
fn separator(tokens: &[Token], at: usize) -> Option<usize> {
    let dash = |at| sign(tokens, at, "-–—‐‑−→~/").is_some();
    if dash(at) {
        let mut next = at + 1;
        // `--`, `->`
        while sign(tokens, next, "->").is_some() {
            next += 1;
        }
        return Some(next);
    }
    word(tokens, at).filter(|word| months::is_to(word))?;
    Some(at + 1)
}

fn end(tokens: &[Token], at: usize, start: &Point, dash: usize) -> Option<(Point, usize)> {
    if let Some(found) = point(tokens, at).filter(|(end, _)| end.month.is_none()) {
        return Some(found);
    }
    // `2010–14`
    let short = number(tokens, at, 2).filter(|_| matches!(tokens[at].kind, Kind::Number(_, 2)))?;
    let first = start.first.filter(|first| first.month.is_none())?;
    let year = first.year / 100 * 100 + short;
    let whole = sign(tokens, dash, "/").is_none() || short == first.year % 100 + 1;
    (year > first.year && whole).then(|| Some((self::at(date(year, None, None)?), at + 1)))?
}
