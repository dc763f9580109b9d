//! The parts of a headline, apart by words and signs.
//!
//! Never says which is what.

use super::headline::edge;

use super::rich::{BREAK, Rich};
use super::titles;
use crate::source::{KINDS, Problem, quote};

/// What stands between someone's title and where they had it.
const AT: [&str; 8] = [
    " at ", " @ ", " bei ", " beim ", " chez ", " presso ", " bij ", " for ",
];

/// What stands between parts, the strongest first.
const BETWEEN: [&str; 10] = [
    " | ", "\t", " — ", " – ", " - ", " · ", " • ", "; ", ": ", ", ",
];

/// Endings of companies' names that a comma can stand before.
const FORMS: [&str; 12] = [
    "inc", "llc", "ltd", "gmbh", "corp", "co", "ag", "plc", "se", "sa", "bv", "limited",
];

/// The parts of what is left, and whether a word says which is the company.
pub fn parts(kind: &str, text: &Rich, notes: &mut Vec<Problem>) -> (Vec<Rich>, bool) {
    if text.is_blank() {
        return (Vec::new(), false);
    }
    let lines = text.split(|letter| letter.c == BREAK);
    if lines.len() > 1 {
        return (lines, false);
    }
    if ["work", "volunteer", "projects", ""].contains(&kind)
        || !KINDS.iter().any(|(known, _)| *known == kind)
    {
        let found: Vec<_> = AT
            .iter()
            .filter_map(|at| text.find(at, 0).map(|from| (from, at.chars().count())))
            .collect();
        let usual = kind == "work" || kind == "volunteer";
        let clear = |at: usize| {
            usual || text.link().is_some() || titles::is_title(&text.slice(0..at).words())
        };
        if let Some((at, length)) = found.into_iter().min().filter(|(at, _)| clear(*at)) {
            let again = text.find(" at ", at + length);
            let (mut at, mut length) = (at, length);
            if let Some(second) = again {
                let linked = text
                    .0
                    .get(second + 4)
                    .is_some_and(|letter| letter.mark.link.is_some());
                if linked {
                    (at, length) = (second, 4);
                }
                let message = format!("{} has more than one \"at\"", quote(&text.words()));
                let help = format!(
                    "{} was taken for the company",
                    quote(&text.slice(at + length..text.len()).words())
                );
                notes.push(Problem::hint(text.span(), message).help(help));
            }
            let mut parts = vec![text.slice(0..at)];
            parts.extend(organisation(&text.slice(at + length..text.len())));
            return (parts, true);
        }
    }
    let stressed = text.stressed();
    if stressed > 1 && stressed < text.len() {
        let rest = text.slice(stressed..text.len()).trimmed_of(edge);
        let first = text.slice(0..stressed).trimmed_of(edge);
        // "**Lead** Engineer" is one part.
        let sign = text.0[stressed..]
            .iter()
            .take(3)
            .any(|letter| edge(letter.c) && !letter.c.is_whitespace() || letter.c == '(')
            || text.slice(0..stressed).words().ends_with([',', ':', ';'])
            || rest.stressed() > 1;
        if sign && !rest.is_blank() {
            let mut parts = vec![first];
            parts.extend(pieces(&rest));
            return (parts, false);
        }
    }
    (pieces(text), false)
}

/// A company, and a place after it.
fn organisation(text: &Rich) -> Vec<Rich> {
    let linked = text
        .0
        .iter()
        .take_while(|letter| letter.mark.link.is_some())
        .count();
    if linked > 0 {
        let rest = text.slice(linked..text.len()).trimmed_of(edge);
        let parts = [text.slice(0..linked), rest];
        return parts.into_iter().filter(|part| !part.is_blank()).collect();
    }
    pieces(text)
}

/// The parts between the strongest signs that there are.
pub fn pieces(text: &Rich) -> Vec<Rich> {
    for between in BETWEEN {
        let mut cuts = Vec::new();
        let mut from = 0;
        while let Some(at) = text.find(between, from) {
            from = at + between.chars().count();
            let after = text.slice(from..text.len()).lower();
            let first = after.split([' ', ',', '.']).next().unwrap_or_default();
            let form = between == ", " && FORMS.contains(&first);
            let open = text.0[..at].iter().filter(|letter| letter.c == '(').count();
            let close = text.0[..at].iter().filter(|letter| letter.c == ')').count();
            if !form && open == close {
                cuts.push((at, from));
            }
        }
        if cuts.is_empty() {
            continue;
        }
        let mut parts = Vec::new();
        let mut start = 0;
        for (end, next) in cuts {
            parts.push(text.slice(start..end));
            start = next;
        }
        parts.push(text.slice(start..text.len()));
        return parts
            .into_iter()
            .map(Rich::trimmed)
            .filter(|part| !part.is_blank())
            .collect();
    }
    vec![text.clone()]
}
