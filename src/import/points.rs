//! Points in time as people write them, from the words, numbers and signs of
//! a text.
//!
//! Never puts two of them together.

use super::months;
use crate::model::Date;

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Word(String),
    Number(u16, usize),
    Sign(char),
}

/// A word, a number or a sign, and its letters in the text.
#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Whether white space stands before it.
    pub apart: bool,
}

/// One point in time.
#[derive(Debug, Clone, Default)]
pub struct Point {
    pub first: Option<Date>,
    pub last: Option<Date>,
    /// Whether the words say more than the date.
    pub more: bool,
    pub doubt: Option<&'static str>,
    pub present: bool,
    /// A month whose year comes later.
    pub month: Option<u8>,
}

pub fn tokens(letters: &[char]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut apart = false;
    while at < letters.len() {
        let start = at;
        let c = letters[at];
        at += 1;
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        let mut take = |kind: fn(char) -> bool| {
            while at < letters.len() && kind(letters[at]) {
                at += 1;
            }
            letters[start..at].iter().collect::<String>()
        };
        let kind = if c.is_ascii_digit() {
            let digits = take(|c| c.is_ascii_digit());
            let number = digits.parse().unwrap_or(u16::MAX);
            Kind::Number(number, digits.len())
        } else if c.is_alphabetic() {
            let word =
                take(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}'));
            Kind::Word(months::folded(&word))
        } else {
            Kind::Sign(c)
        };
        tokens.push(Token {
            kind,
            start,
            end: at,
            apart,
        });
        apart = false;
    }
    tokens
}

pub fn word(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

pub fn sign(tokens: &[Token], at: usize, signs: &str) -> Option<char> {
    match &tokens.get(at)?.kind {
        Kind::Sign(sign) if signs.contains(*sign) => Some(*sign),
        _ => None,
    }
}

pub fn number(tokens: &[Token], at: usize, digits: usize) -> Option<u16> {
    match &tokens.get(at)?.kind {
        Kind::Number(number, count) if *count <= digits => Some(*number),
        _ => None,
    }
}

fn year(tokens: &[Token], at: usize) -> Option<u16> {
    match &tokens.get(at)?.kind {
        Kind::Number(year @ 1900..=2099, 4) => Some(*year),
        _ => None,
    }
}

pub fn date(year: u16, month: Option<u16>, day: Option<u16>) -> Option<Date> {
    let month = month
        .map(|month| format!("-{month:02}"))
        .unwrap_or_default();
    let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
    format!("{year:04}{month}{day}").parse().ok()
}

pub fn at(date: Date) -> Point {
    Point {
        first: Some(date),
        last: Some(date),
        ..Point::default()
    }
}

/// A point in time, and the token after it.
pub fn point(tokens: &[Token], from: usize) -> Option<(Point, usize)> {
    match &tokens.get(from)?.kind {
        Kind::Word(word) => named(tokens, from, word),
        Kind::Number(..) => numeric(tokens, from),
        // `'17`
        Kind::Sign(_) => None,
    }
}

fn named(tokens: &[Token], from: usize, first: &str) -> Option<(Point, usize)> {
    if months::is_present(first) {
        let point = Point {
            present: true,
            ..Point::default()
        };
        // "à aujourd'hui", "to date"
        return Some((point, from + 1));
    }
    if months::is_joining(first)
        || matches!(
            first,
            "mid" | "early" | "late" | "ca" | "circa" | "approx" | "about"
        )
    {
        let skip = from + 1 + usize::from(sign(tokens, from + 1, ".-").is_some());
        let (mut point, next) = point(tokens, skip)?;
        point.more |= !months::is_joining(first);
        return (!point.present).then_some((point, next));
    }
    let mut next = from + 1;
    next += usize::from(sign(tokens, next, ".").is_some());
    if let Some(month) = months::month(first) {
        let day = number(tokens, next, 2).filter(|day| (1..=31).contains(day));
        let mut after = next + usize::from(day.is_some());
        if day.is_some() {
            after += usize::from(word(tokens, after).is_some_and(is_ordinal));
        }
        while sign(tokens, after, ",'’/-").is_some()
            || word(tokens, after).is_some_and(months::is_joining)
        {
            if year(tokens, after + 1).is_none() && short_year(tokens, after).is_none() {
                break;
            }
            after += 1;
        }
        if let Some(year) = year(tokens, after) {
            let date = date(year, Some(month.into()), day)?;
            return Some((at(date), after + 1));
        }
        if let Some(year) = short_year(tokens, after.saturating_sub(1)) {
            return Some((at(date(year, Some(month.into()), None)?), after + 1));
        }
        let alone = Point {
            month: Some(month),
            ..Point::default()
        };
        return Some((alone, next));
    }
    let (from_month, to_month) = months::season(first).or_else(|| months::quarter(first))?;
    next += usize::from(sign(tokens, next, ",").is_some());
    next += usize::from(word(tokens, next).is_some_and(months::is_joining));
    let year = year(tokens, next)?;
    let point = Point {
        first: date(year, Some(from_month.into()), None),
        last: date(year, Some(to_month.into()), None),
        more: true,
        ..Point::default()
    };
    Some((point, next + 1))
}

/// `'17`, the apostrophe at a token.
fn short_year(tokens: &[Token], at: usize) -> Option<u16> {
    sign(tokens, at, "'’‘")?;
    let Kind::Number(year, 2) = tokens.get(at + 1)?.kind else {
        return None;
    };
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th", "er", "de"].contains(&word)
}

fn numeric(tokens: &[Token], from: usize) -> Option<(Point, usize)> {
    let tight = |at: usize, signs| {
        let here = sign(tokens, at, signs)?;
        let close = !tokens[at].apart && tokens.get(at + 1).is_some_and(|next| !next.apart);
        close.then_some(here)
    };
    if let Some(year) = year(tokens, from) {
        let Some(joint) = tight(from + 1, "-/.") else {
            return Some((at(date(year, None, None)?), from + 1));
        };
        let two = matches!(tokens[from + 2].kind, Kind::Number(_, 2));
        let Some(month) = number(tokens, from + 2, 2).filter(|month| (1..=12).contains(month))
        else {
            return Some((at(date(year, None, None)?), from + 1));
        };
        if tight(from + 3, "-/.").is_some_and(|c| c == joint)
            && let Some(day) = number(tokens, from + 4, 2)
            && let Some(date) = date(year, Some(month), Some(day))
        {
            return Some((at(date), from + 5));
        }
        let mut point = at(date(year, Some(month), None)?);
        if two && joint != '.' && year % 100 + 1 == month {
            point.doubt = Some("taken for a year and a month, not for two years");
        }
        return Some((point, from + 3));
    }
    let first = number(tokens, from, 2)?;
    if let Some(month) = spelt_month(tokens, from + 1) {
        // `5. Januar 2017`, `5 Jan 2017`, `1er mars 2017`
        let (mut point, next) = named(tokens, month, word(tokens, month)?)?;
        let date_of = point.first?;
        if date_of.day.is_none() && point.month.is_none() {
            point = at(date(
                date_of.year,
                date_of.month.map(Into::into),
                Some(first),
            )?);
        }
        return Some((point, next));
    }
    let joint = tight(from + 1, "/.-")?;
    if let Some(year) = year(tokens, from + 2) {
        return Some((at(date(year, Some(first), None)?), from + 3));
    }
    let second = number(tokens, from + 2, 2)?;
    tight(from + 3, "/.-").filter(|c| *c == joint)?;
    let year = year(tokens, from + 4)?;
    let (day, month) = if joint == '/' && first <= 12 {
        (second, first)
    } else {
        (first, second)
    };
    let mut point = at(date(year, Some(month), Some(day))?);
    if joint == '/' && first <= 12 && second <= 12 && first != second {
        point.doubt = Some("taken for month/day/year");
    }
    Some((point, from + 5))
}

/// The token of a month that follows a day.
fn spelt_month(tokens: &[Token], mut at: usize) -> Option<usize> {
    at += usize::from(sign(tokens, at, ".").is_some());
    at += usize::from(word(tokens, at).is_some_and(is_ordinal));
    at += usize::from(word(tokens, at).is_some_and(months::is_joining));
    word(tokens, at).and_then(months::month).map(|_| at)
}
