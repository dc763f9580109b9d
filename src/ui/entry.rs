//! Entries as HTML: headline, dates, place, lines.
//!
//! Never decides how they look.

use leptos::prelude::*;

use super::line::{Numbers, isolated, lines, marked};
use crate::model::{Date, Entry, Inline};
use crate::words::{Language, Piece, Shown, Word};

/// All entries of a section. Those that are no more than a name stand
/// together in one list.
pub fn entries(entries: &[Entry], language: &Language, numbers: &mut Numbers) -> Vec<AnyView> {
    entries
        .chunk_by(|a, b| is_bare(a) && is_bare(b))
        .map(|run| match run {
            [one] if !is_bare(one) => entry(one, language, numbers),
            names => {
                let names = names.iter().map(|it| name(it, language)).collect_view();
                view! { <ul class="names">{names}</ul> }.into_any()
            }
        })
        .collect()
}

/// An address without what every address begins with.
#[must_use]
pub fn short(href: &str) -> &str {
    // Only at the beginning: what follows could stand there for another host.
    let after = |kind: &str| {
        let (start, rest) = href.split_at_checked(kind.len())?;
        start.eq_ignore_ascii_case(kind).then_some(rest)
    };
    let rest = ["https://", "http://", "mailto:"]
        .into_iter()
        .find_map(after);
    let rest = rest.unwrap_or(href);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// A number to call, as a link says it (RFC 3966): its digits.
#[must_use]
pub fn tel(phone: &str) -> String {
    let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    format!("tel:{}", digits.collect::<String>())
}

/// Whether an entry is no more than its name.
#[must_use]
pub fn is_bare(entry: &Entry) -> bool {
    entry.lines.is_empty()
        && entry.organisation.is_none()
        && entry.place.is_none()
        && entry.url.is_none()
        && entry.period.is_none()
        && entry.dates.is_none()
}

fn name(entry: &Entry, language: &Language) -> AnyView {
    let id = entry.id.clone();
    let title = (entry.title.as_ref()).map(|title| marked(title, language));
    view! { <li id=id.clone() data-entry=id>{title}</li> }.into_any()
}

/// A quiet link to a part of the page, to be copied.
pub fn anchor(id: &str, name: &str, language: &Language) -> AnyView {
    let href = "#".to_owned() + id;
    let label = language.words.say(Word::LinkTo, &[name]);
    view! { <a class="anchor" href=href aria-label=label>"#"</a> }.into_any()
}

fn entry(entry: &Entry, language: &Language, numbers: &mut Numbers) -> AnyView {
    let id = entry.id.clone();
    let name = [&entry.title, &entry.organisation].into_iter().flatten();
    let name: Vec<_> = name.map(Inline::to_plain).collect();
    let anchor = anchor(&id, &name.join(language.words.text(Word::Comma)), language);
    let lines = lines(&entry.lines, language, numbers);
    if !entry.has_headline() {
        return view! { <div class="entry" id=id.clone() data-entry=id>{lines}</div> }.into_any();
    }
    let place = place(entry, language);
    if lines.is_none() {
        return view! {
            <div class="entry" id=id.clone() data-entry=id>
                {headline(entry, language)}
                {anchor}
                {place}
            </div>
        }
        .into_any();
    }
    view! {
        <details class="entry" id=id.clone() data-entry=id open="">
            <summary>{headline(entry, language)}</summary>
            {anchor}
            {place}
            {lines}
        </details>
    }
    .into_any()
}

fn headline(entry: &Entry, language: &Language) -> AnyView {
    let title = (entry.title.as_ref()).map(|title| marked(title, language));
    let comma = language.words.text(Word::Comma).to_owned();
    let organisation = (entry.organisation.as_ref())
        .map(|name| view! { {comma} <span class="organisation">{marked(name, language)}</span> });
    view! {
        <h3>{title} {organisation}</h3>
        {dates(entry, language)}
    }
    .into_any()
}

fn dates(entry: &Entry, language: &Language) -> Option<AnyView> {
    if let Some(label) = &entry.dates {
        return Some(view! { <span class="dates">{label.clone()}</span> }.into_any());
    }
    let time = |date: Date| {
        let shown = language.date(date);
        view! { <time datetime=date.iso()>{shown}</time> }.into_any()
    };
    let (start, end) = match Shown::of(entry.period?) {
        Shown::At(date) => {
            return Some(view! { <span class="dates">{time(date)}</span> }.into_any());
        }
        Shown::Between(start, end) => (start, Some(end)),
        Shown::Since(start) => (start, None),
    };
    let present = || language.words.text(Word::Present).to_owned().into_any();
    let pieces = language
        .words
        .pieces(Word::Period)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Hole(0) => time(start),
            Piece::Hole(_) => end.map_or_else(present, time),
        });
    let pieces: Vec<_> = pieces.collect();
    Some(view! { <span class="dates">{pieces}</span> }.into_any())
}

fn place(entry: &Entry, language: &Language) -> Option<AnyView> {
    let link = entry.url.as_ref().map(|url| {
        let shown = isolated(short(url), language, short(url).to_owned().into_any());
        view! { <a href=url.clone()>{shown}</a> }
    });
    if entry.place.is_none() && link.is_none() {
        return None;
    }
    let between = (entry.place.is_some() && link.is_some()).then_some(" · ");
    let place = entry.place.as_ref();
    let place = place.map(|place| isolated(place, language, place.clone().into_any()));
    Some(view! { <p class="place">{place} {between} {link}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn only_the_beginning_of_an_address_is_left_out() {
        for (href, shown) in [
            ("https://a.example/", "a.example"),
            ("HTTP://A.EXAMPLE/b/", "A.EXAMPLE/b"),
            ("mailto:a@b.example", "a@b.example"),
            (
                "mailto:e@evil.example?x=://good.example",
                "e@evil.example?x=://good.example",
            ),
            ("https://evil.example?://b", "evil.example?://b"),
            ("é", "é"),
        ] {
            assert_eq!(short(href), shown);
        }
    }
}
