//! The parts of a line of contacts.
//!
//! Never says what they are.

use super::reach::{email, href, is_phone, unlabelled};
use super::rich::{BREAK, Letter, Rich};

/// No line of contacts is longer, in letters; what is need not be taken apart.
const LONGEST: usize = 2000;

/// The parts of a line: apart by signs, or by more room than between words.
pub fn bits(line: &Rich) -> Vec<Rich> {
    if line.len() > LONGEST {
        return vec![line.clone()];
    }
    let mut line = line.clone();
    let mut at = 0;
    while at < line.len() {
        let wide = |letter: &Letter| letter.c == ' ' || letter.c == '\u{a0}';
        let run = line.0[at..]
            .iter()
            .take_while(|letter| wide(letter))
            .count();
        if run >= 2 {
            line.0[at].c = BREAK;
        }
        at += run.max(1);
    }
    let signs = |c: char| {
        matches!(
            c,
            '|' | '•'
                | '·'
                | '∙'
                | '⋅'
                | '●'
                | '◦'
                | '■'
                | '¦'
                | '‖'
                | ';'
                | '\t'
                | '⬥'
                | '✦'
        )
    };
    let parts =
        line.split(|letter| letter.mark.link.is_none() && (signs(letter.c) || letter.c == BREAK));
    let mut bits = Vec::new();
    for part in parts {
        // `a / b`, `a - b`, `a, b` between ways to reach someone.
        let mut cut = vec![part];
        for between in [" / ", " – ", " — ", " - ", ", "] {
            cut = cut
                .into_iter()
                .flat_map(|part| apart(&part, between))
                .collect();
        }
        bits.extend(cut);
    }
    bits
}

/// The two sides of a mark, where one of them is an address of its own.
fn apart(part: &Rich, between: &str) -> Vec<Rich> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut from = 0;
    if is_phone(unlabelled(&part.words()).1) {
        return vec![part.clone()];
    }
    while let Some(at) = part.find(between, from) {
        let (left, right) = (
            part.slice(start..at),
            part.slice(at + between.chars().count()..part.len()),
        );
        let next = ["/", "–", "—", " - ", ","]
            .iter()
            .filter_map(|mark| right.find(mark, 0))
            .min();
        let next = right.slice(0..next.unwrap_or(right.len()));
        let sure = |side: &Rich| {
            email(side).is_some() || href(side).is_some() || is_phone(unlabelled(&side.words()).1)
        };
        from = at + between.chars().count();
        if sure(&left) || sure(&next) {
            parts.push(left);
            start = from;
        }
    }
    parts.push(part.slice(start..part.len()));
    let parts = parts.into_iter().map(Rich::trimmed);
    parts
        .filter(|part| part.0.iter().any(|letter| letter.c.is_alphanumeric()))
        .collect()
}
