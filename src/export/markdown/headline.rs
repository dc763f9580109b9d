//! The headline of an entry: title, organisation, address and place, so that
//! each can be told from the others.
//!
//! Never writes when it was.

use super::inline::{inline, link, plain};
use crate::model::{Entry, Inline, Span};

/// `*Title at [Organisation](url)* (Place)`, with the language's own word for
/// the " at "; empty for an entry that has none of it.
pub fn headline(entry: &Entry, at: &str) -> String {
    let (name, linked) = match (&entry.title, &entry.organisation) {
        (None, None) => (String::new(), false),
        (Some(title), None) if stands_alone(entry, title) => (inline(title), false),
        (title, organisation) => match simple(entry, at) {
            Some(name) => (inline(&name), true),
            None => (spans(title.as_ref(), organisation.as_ref(), at), false),
        },
    };
    let place = entry
        .place
        .as_ref()
        .map(|place| format!("({})", plain(place)));
    let url = entry.url.as_ref().filter(|_| !linked);
    let parts = [Some(name), place, url.map(|url| link(url, None))];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// Whether a title needs no mark of where it ends.
fn stands_alone(entry: &Entry, title: &Inline) -> bool {
    let dated = entry.period.is_some() || entry.dates.is_some();
    let marked = matches!(title.0.first(), Some(Span::Emphasis(_)));
    !dated && !marked && entry.url.is_none() && entry.place.is_none()
}

/// The usual form, unless it could be read in another way.
fn simple(entry: &Entry, at: &str) -> Option<Inline> {
    let parts = [&entry.title, &entry.organisation];
    if parts.into_iter().flatten().any(is_marked) {
        return None;
    }
    let linked = |text: &Inline| match &entry.url {
        Some(href) => vec![Span::Link {
            href: href.clone(),
            text: text.clone(),
        }],
        None => text.0.clone(),
    };
    let spans = match (&entry.title, &entry.organisation) {
        (Some(title), Some(organisation)) => {
            let (title_words, rest) = (title.to_plain(), organisation.to_plain());
            let whole = format!("{title_words}{at}{rest}");
            let clear = whole.split_once(at) == Some((&title_words, &rest));
            if entry.url.is_none() && !clear {
                return None;
            }
            let mut spans = title.0.clone();
            spans.push(Span::Text(at.to_owned()));
            spans.extend(linked(organisation));
            spans
        }
        (Some(title), None) => {
            if entry.url.is_none() && title.to_plain().contains(at) {
                return None;
            }
            linked(title)
        }
        (None, _) => return None,
    };
    Some(Inline(vec![Span::Emphasis(Inline(spans))]))
}

/// Whether a text has markup that would be lost in the headline's own.
fn is_marked(text: &Inline) -> bool {
    let simple = |span: &Span| matches!(span, Span::Text(_) | Span::Code(_));
    !text.0.iter().all(simple)
}

/// `[Title]{.title} at [Organisation]{.organisation}`
fn spans(title: Option<&Inline>, organisation: Option<&Inline>, at: &str) -> String {
    let span = |text: Option<&Inline>, class: &str| {
        text.map(|text| format!("[{}]{{.{class}}}", inline(text)))
    };
    let parts = [span(title, "title"), span(organisation, "organisation")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(at)
}
