//! Where nothing is found: the query nearest to the one asked that finds
//! something.
//!
//! Never changes a query that finds something.

use super::{Index, Matches, Query};

/// A query to ask instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// What to ask.
    pub query: Query,
    /// How many lines answer it.
    pub lines: u32,
}

/// The nearest query that finds something: a word spelt as the résumé has it,
/// then one condition less, the ones that say least about the reader's wish
/// first. `None` if even that finds nothing.
#[must_use]
pub fn nearest(index: &Index, query: &Query) -> Option<Nearest> {
    let mut matches = Matches::room(index);
    let mut ask = |query: Query| {
        matches.answer(index, &query);
        let lines = matches.matching.count();
        (lines > 0 && !query.is_empty()).then_some(Nearest { query, lines })
    };
    if ask(query.clone()).is_some() {
        return None;
    }
    let words = words(query).count();
    let mut instead: Vec<_> = (0..words)
        .filter_map(|at| respell(index, query, at))
        .collect();
    let mut with = |change: &dyn Fn(&mut Query)| {
        let mut query = query.clone();
        change(&mut query);
        instead.push(query);
    };
    with(&|now| *now = without_slips(index, now, words));
    with(&|query| query.all = false);
    with(&|query| (query.from, query.to) = (None, None));
    for tag in &query.without {
        with(&|query| query.toggle_without(*tag));
    }
    for at in 0..words {
        with(&|query| *query = replace(query, at, ""));
    }
    for tag in &query.tags {
        with(&|query| query.toggle(*tag));
    }
    instead.into_iter().find_map(ask)
}

/// The query with every word that occurs nowhere spelt as the nearest that
/// does, or left out.
fn without_slips(index: &Index, query: &Query, words: usize) -> Query {
    let mut query = query.clone();
    for at in (0..words).rev() {
        let word = (index.fold)(self::words(&query).nth(at).unwrap_or_default());
        let mut known = index.headings.words().chain(index.text.words());
        if known.any(|one| one.contains(&word)) {
            continue;
        }
        query = respell(index, &query, at).unwrap_or_else(|| replace(&query, at, ""));
    }
    query
}

fn words(query: &Query) -> impl Iterator<Item = &str> {
    query.text.split(' ')
}

/// The query with another word in place of one.
fn replace(query: &Query, at: usize, word: &str) -> Query {
    let words: Vec<_> = (words(query).enumerate())
        .map(|(place, old)| if place == at { word } else { old })
        .collect();
    let mut query = query.clone();
    query.set_text(&words.join(" "));
    query
}

/// The query with one word as the résumé spells what is nearest to it.
fn respell(index: &Index, query: &Query, at: usize) -> Option<Query> {
    let word = (index.fold)(words(query).nth(at)?);
    let letters: Vec<char> = word.chars().collect();
    // A word of a letter or two is near to every other.
    if letters.len() <= 2 {
        return None;
    }
    let mut best = (letters.len() / 3).clamp(1, 3) + 1;
    let mut nearest = None;
    let mut row = Vec::new();
    for candidate in index.headings.words().chain(index.text.words()) {
        let apart = distance(&letters, candidate, best, &mut row);
        if apart > 0 && apart < best {
            best = apart;
            nearest = Some(candidate);
        }
    }
    nearest.map(|word| replace(query, at, word))
}

/// How many letters have to be put in, taken out or exchanged (Levenshtein
/// distance); at least `limit` where it is not less. `row` is room to work.
fn distance(letters: &[char], word: &str, limit: usize, row: &mut Vec<usize>) -> usize {
    // A letter of a word is one to four bytes.
    if word.len() + limit <= letters.len() || letters.len() * 4 + limit * 4 <= word.len() {
        return limit;
    }
    row.clear();
    row.extend(0..=letters.len());
    for (at, c) in word.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        let mut least = row[0];
        for (place, letter) in letters.iter().enumerate() {
            let above = row[place + 1];
            let exchanged = diagonal + usize::from(*letter != c);
            row[place + 1] = exchanged.min(above + 1).min(row[place] + 1);
            diagonal = above;
            least = least.min(row[place + 1]);
        }
        if least >= limit {
            return limit;
        }
    }
    row[letters.len()]
}
