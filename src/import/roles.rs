//! Which part of a headline is the title, which the company or school.
//!
//! Never cuts text.

use super::headline::{Headline, is_place};

use super::rich::Rich;
use super::titles;
use crate::source::{Problem, quote};

/// Decides which part is what.
pub fn assign(
    kind: &str,
    found: &mut Headline,
    mut parts: Vec<Rich>,
    sure: bool,
    notes: &mut Vec<Problem>,
) {
    let names = [
        "publications",
        "skills",
        "languages",
        "interests",
        "references",
    ];
    if names.contains(&kind) || (kind == "projects" && parts.len() > 2) {
        let mut all = Rich::default();
        for part in parts {
            all.join(", ", part);
        }
        found.title = all;
        return;
    }
    if parts.len() > 4 {
        // A sentence rather than a headline.
        let mut all = Rich::default();
        for part in parts.drain(..) {
            all.join(", ", part);
        }
        found.title = all;
        return;
    }
    // "Company, Place — Title"
    let titles: Vec<_> = parts
        .iter()
        .map(|part| titles::is_title(&part.words()))
        .collect();
    if titles == [false, false, true] && ["work", "volunteer"].contains(&kind) {
        parts.rotate_right(1);
    }
    let mut parts = parts.into_iter();
    let (Some(first), second) = (parts.next(), parts.next()) else {
        return;
    };
    let Some(second) = second else {
        one(kind, found, first, notes);
        return;
    };
    let third = parts.next();
    let swapped = match kind {
        "education" => education(found, first, second, third.as_ref()),
        "work" | "volunteer" if !sure => work(found, first, second, notes),
        _ => {
            found.title = first;
            found.organisation = second;
            false
        }
    };
    let mut left: Vec<Rich> = third
        .filter(|_| !swapped)
        .into_iter()
        .chain(parts)
        .collect();
    if found.place.is_blank() && !left.is_empty() {
        // "Mountain View, CA" is one place.
        let mut place = Rich::default();
        for part in &left {
            place.join(", ", part.clone());
        }
        if is_place(&place.words()) && place.link().is_none() {
            found.place = place.unstressed();
            left.clear();
        }
    }
    found.rest = left;
}

/// A headline of one part.
fn one(kind: &str, found: &mut Headline, part: Rich, notes: &mut Vec<Problem>) {
    let words = part.words();
    match kind {
        "work" | "volunteer" => {
            if titles::is_title(&words) {
                found.title = part;
                return;
            }
            if part.link().is_none() {
                let message = format!("{} can be a company or what one was there", quote(&words));
                notes.push(Problem::hint(part.span(), message).help("taken for the company"));
            }
            found.organisation = part;
        }
        "education" if titles::is_school(&words) && !titles::is_degree(&words) => {
            found.organisation = part;
        }
        _ => found.title = part,
    }
}

fn work(found: &mut Headline, first: Rich, second: Rich, notes: &mut Vec<Problem>) -> bool {
    let titles = [&first, &second].map(|part| titles::is_title(&part.words()));
    let links = [&first, &second].map(|part| part.link().is_some());
    let title_first = match (titles, links) {
        ([true, false], _) | (_, [false, true]) => true,
        ([false, true], _) | (_, [true, false]) => false,
        _ => {
            let message = format!(
                "which of {} and {} is the company?",
                quote(&first.words()),
                quote(&second.words())
            );
            notes.push(
                Problem::hint(first.span(), message)
                    .help(format!("{} was taken for it", quote(&second.words()))),
            );
            true
        }
    };
    (found.title, found.organisation) = if title_first {
        (first, second)
    } else {
        (second, first)
    };
    false
}

/// Whether the third part was used, too.
fn education(found: &mut Headline, first: Rich, second: Rich, third: Option<&Rich>) -> bool {
    let school = |part: &Rich| titles::is_school(&part.words());
    let degree = |part: &Rich| titles::is_degree(&part.words());
    if let Some(third) = third
        && school(third)
        && !school(&first)
    {
        // "PhD, Computer Science, University of Lisbon"
        found.title = first;
        found.title.join(", ", second);
        found.organisation = third.clone();
        return true;
    }
    if school(&first) && !school(&second) || degree(&second) && !degree(&first) {
        found.organisation = first;
        found.title = second;
        if let Some(third) = third
            .filter(|third| !degree(third) && degree(&found.title) && !is_place(&third.words()))
        {
            found.title.join(", ", third.clone());
            return true;
        }
    } else {
        found.title = first;
        found.organisation = second;
    }
    false
}
