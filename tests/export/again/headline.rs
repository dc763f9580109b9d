//! An entry's headline, taken apart again.
//!
//! Never reads dates.

use resume::model::{Entry, Inline, Span};

use crate::pandoc::{self, Piece, Text};

/// An entry that has only its headline, its address and its place.
pub fn headline(text: Text, dated: bool) -> Entry {
    let mut entry = Entry::default();
    let mut pieces = text.spans.into_iter().peekable();
    let marked = matches!(
        pieces.peek(),
        Some(Piece::Plain(Span::Emphasis(_)) | Piece::Classed(..))
    );
    let starts =
        |span: &Piece| matches!(span, Piece::Plain(Span::Text(text)) if text.starts_with('('));
    let bare = dated && pieces.peek().is_some_and(starts);
    let mut place = String::new();
    let mut whole = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Plain(Span::Emphasis(inner)) if entry.title.is_none() && marked => {
                named(&mut entry, inner);
            }
            Piece::Classed(class, text) if class == "title" => entry.title = Some(text),
            Piece::Classed(_, text) => {
                place.clear();
                entry.organisation = Some(text);
            }
            Piece::Plain(Span::Link { href, .. }) if marked || bare => entry.url = Some(href),
            Piece::Plain(Span::Text(text)) if marked || bare => place.push_str(&text),
            Piece::Plain(span) => whole.push(span),
        }
    }
    let place = place.trim();
    if !place.is_empty() && place != "at" {
        let place = place
            .strip_prefix('(')
            .and_then(|place| place.strip_suffix(')'));
        entry.place = place.map(str::to_owned);
    }
    if !whole.is_empty() {
        assert!(!marked && !bare, "{whole:?}");
        match (&whole[..], entry.title.is_none()) {
            // An address alone, under a date.
            ([Span::Link { href, text }], true) if pandoc::address(&text.to_plain()) == *href => {
                entry.url = Some(href.clone());
            }
            _ => entry.title = Some(Inline(whole)),
        }
    }
    entry
}

/// `Title at [Organisation](url)`
fn named(entry: &mut Entry, text: Inline) {
    let mut spans = text.0;
    if let Some(Span::Link { .. }) = spans.last() {
        let Some(Span::Link { href, text }) = spans.pop() else {
            unreachable!();
        };
        entry.url = Some(href);
        if spans.is_empty() {
            entry.title = Some(text);
            return;
        }
        let Some(Span::Text(last)) = spans.last_mut() else {
            panic!("{spans:?} before a link");
        };
        last.truncate(last.strip_suffix(" at ").unwrap().len());
        spans.retain(|span| *span != Span::Text(String::new()));
        (entry.title, entry.organisation) = (Some(Inline(spans)), Some(text));
        return;
    }
    let at = spans
        .iter()
        .position(|span| matches!(span, Span::Text(text) if text.contains(" at ")));
    let Some(at) = at else {
        entry.title = Some(Inline(spans));
        return;
    };
    let mut after = spans.split_off(at);
    let Span::Text(text) = after.remove(0) else {
        unreachable!();
    };
    let (before, rest) = text.split_once(" at ").unwrap();
    let some = |text: &str| (!text.is_empty()).then(|| Span::Text(text.to_owned()));
    spans.extend(some(before));
    after.splice(0..0, some(rest));
    (entry.title, entry.organisation) = (Some(Inline(spans)), Some(Inline(after)));
}
