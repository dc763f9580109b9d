//! Entries as HTML: headline, dates, place, lines.
//!
//! Never decides how they look.

use leptos::prelude::*;

use super::line::{Numbers, inline, lines};
use crate::model::{Date, Entry, Inline, Period};

const BETWEEN: &str = " – ";
const PRESENT: &str = "Present";

/// All entries of a section. Those that are no more than a name stand
/// together in one list.
pub fn entries(entries: &[Entry], numbers: &mut Numbers) -> Vec<AnyView> {
    entries
        .chunk_by(|a, b| is_bare(a) && is_bare(b))
        .map(|run| match run {
            [one] if !is_bare(one) => entry(one, numbers),
            names => {
                let names = names.iter().map(name).collect_view();
                view! { <ul class="names">{names}</ul> }.into_any()
            }
        })
        .collect()
}

/// An address without what every address begins with.
#[must_use]
pub fn short(href: &str) -> &str {
    let rest = href.split_once("://").map_or(href, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
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

fn name(entry: &Entry) -> AnyView {
    let id = entry.id.clone();
    let title = entry.title.as_ref().map(inline);
    view! { <li id=id.clone() data-entry=id>{title}</li> }.into_any()
}

/// A quiet link to a part of the page, to be copied.
pub fn anchor(id: &str, name: &str) -> AnyView {
    let href = "#".to_owned() + id;
    let label = "Link to ".to_owned() + name;
    view! { <a class="anchor" href=href aria-label=label>"#"</a> }.into_any()
}

fn entry(entry: &Entry, numbers: &mut Numbers) -> AnyView {
    let id = entry.id.clone();
    let name = [&entry.title, &entry.organisation].into_iter().flatten();
    let name: Vec<_> = name.map(Inline::to_plain).collect();
    let anchor = anchor(&id, &name.join(", "));
    let lines = lines(&entry.lines, numbers);
    if !entry.has_headline() {
        return view! { <div class="entry" id=id.clone() data-entry=id>{lines}</div> }.into_any();
    }
    let place = place(entry);
    if lines.is_none() {
        return view! {
            <div class="entry" id=id.clone() data-entry=id>
                {headline(entry)}
                {anchor}
                {place}
            </div>
        }
        .into_any();
    }
    view! {
        <details class="entry" id=id.clone() data-entry=id open="">
            <summary>{headline(entry)}</summary>
            {anchor}
            {place}
            {lines}
        </details>
    }
    .into_any()
}

fn headline(entry: &Entry) -> AnyView {
    let title = entry.title.as_ref().map(inline);
    let organisation = (entry.organisation.as_ref())
        .map(|name| view! { ", " <span class="organisation">{inline(name)}</span> });
    view! {
        <h3>{title} {organisation}</h3>
        {dates(entry)}
    }
    .into_any()
}

fn dates(entry: &Entry) -> Option<AnyView> {
    if let Some(label) = &entry.dates {
        return Some(view! { <span class="dates">{label.clone()}</span> }.into_any());
    }
    let time = |date: Date| {
        let shown = date.to_string();
        view! { <time datetime=date.iso()>{shown}</time> }
    };
    let (start, end) = limits(entry.period?);
    let end = match end {
        End::Same => None,
        End::At(date) => Some(view! { {BETWEEN} {time(date)} }.into_any()),
        End::None => Some(view! { {BETWEEN} {PRESENT} }.into_any()),
    };
    Some(view! { <span class="dates">{time(start)} {end}</span> }.into_any())
}

/// When an entry was, in words.
#[must_use]
pub fn period(entry: &Entry) -> Option<String> {
    if let Some(label) = &entry.dates {
        return Some(label.clone());
    }
    let (start, end) = limits(entry.period?);
    let mut words = start.to_string();
    match end {
        End::Same => {}
        End::At(date) => words.extend([BETWEEN, &date.to_string()]),
        End::None => words.extend([BETWEEN, PRESENT]),
    }
    Some(words)
}

/// The dates that are shown of a period.
fn limits(period: Period) -> (Date, End) {
    match period {
        Period::At(date) | Period::Until(date) => (date, End::Same),
        Period::From(start, Some(end)) if start == end => (start, End::Same),
        Period::From(start, Some(end)) => (start, End::At(end)),
        Period::From(start, None) => (start, End::None),
    }
}

/// What is shown of the end of a period.
enum End {
    /// Nothing besides the start.
    Same,
    At(Date),
    /// It goes on.
    None,
}

fn place(entry: &Entry) -> Option<AnyView> {
    let link = entry.url.as_ref().map(|url| {
        let shown = short(url).to_owned();
        view! { <a href=url.clone()>{shown}</a> }
    });
    if entry.place.is_none() && link.is_none() {
        return None;
    }
    let between = (entry.place.is_some() && link.is_some()).then_some(" · ");
    Some(view! { <p class="place">{entry.place.clone()} {between} {link}</p> }.into_any())
}
