//! An entry's headline, taken apart again: see `export::markdown::headline`.
//!
//! Never reads dates.

use super::text::{classed, inline, shown};
use crate::model::{Entry, Inline, Span};

/// An entry that has only its headline, its address and its place. `dated`
/// says whether the date stands before it; `at` stands between title and
/// organisation.
pub fn read(text: &str, dated: bool, at: &str) -> Option<Entry> {
    let mut entry = Entry::default();
    if let Some((title, rest)) = classed(text, "title") {
        entry.title = Some(title);
        let organisation = rest
            .strip_prefix(at)
            .and_then(|rest| classed(rest, "organisation"));
        let rest = organisation.map_or(rest, |(organisation, rest)| {
            entry.organisation = Some(organisation);
            rest
        });
        return about(entry, inline(rest)?.0);
    }
    if let Some((organisation, rest)) = classed(text, "organisation") {
        entry.organisation = Some(organisation);
        return about(entry, inline(rest)?.0);
    }
    let mut whole = inline(text)?.0;
    let place = matches!(whole.first(), Some(Span::Text(text)) if text.starts_with('('));
    let address =
        matches!(&whole[..], [Span::Link { href, text }] if text.to_plain() == shown(href));
    if dated && (place || address) {
        return about(entry, whole);
    }
    if let Some(Span::Emphasis(name)) = whole.first() {
        named(&mut entry, name.0.clone(), at)?;
        whole.remove(0);
        return about(entry, whole);
    }
    entry.title = Some(Inline(whole)).filter(|title| !title.0.is_empty());
    Some(entry)
}

/// `(Place) <url>`
fn about(mut entry: Entry, mut spans: Vec<Span>) -> Option<Entry> {
    if let Some(Span::Link { .. }) = spans.last()
        && let Some(Span::Link { href, .. }) = spans.pop()
    {
        entry.url = Some(href);
    }
    let place = match &spans[..] {
        [] => "",
        [Span::Text(text)] => text.trim_matches(' '),
        _ => return None,
    };
    if !place.is_empty() {
        let place = place.strip_prefix('(')?.strip_suffix(')')?;
        entry.place = Some(place.to_owned());
    }
    Some(entry)
}

/// `Title at [Organisation](url)`
fn named(entry: &mut Entry, mut spans: Vec<Span>, word: &str) -> Option<()> {
    if let Some(Span::Link { .. }) = spans.last()
        && let Some(Span::Link { href, text }) = spans.pop()
    {
        entry.url = Some(href);
        let Some(last) = spans.last_mut() else {
            entry.title = Some(text);
            return Some(());
        };
        let Span::Text(last) = last else {
            return None;
        };
        last.truncate(last.strip_suffix(word)?.len());
        spans.retain(|span| *span != Span::Text(String::new()));
        (entry.title, entry.organisation) = (Some(Inline(spans)), Some(text));
        return Some(());
    }
    let parts = spans.iter().enumerate().find_map(|(at, span)| match span {
        Span::Text(text) => text.split_once(word).map(|parts| (at, parts)),
        _ => None,
    });
    let Some((at, (before, after))) = parts else {
        entry.title = Some(Inline(spans));
        return Some(());
    };
    let some = |text: &str| (!text.is_empty()).then(|| Span::Text(text.to_owned()));
    let title = spans[..at].iter().cloned().chain(some(before)).collect();
    let rest = spans[at + 1..].iter().cloned();
    let organisation = some(after).into_iter().chain(rest).collect();
    (entry.title, entry.organisation) = (Some(Inline(title)), Some(Inline(organisation)));
    Some(())
}
