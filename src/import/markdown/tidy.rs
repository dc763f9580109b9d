//! Text as pandoc reads it, where that differs from `CommonMark`: inline notes,
//! classes, bare addresses.
//!
//! Never reads blocks.

use std::rc::Rc;

use crate::import::rich::{Letter, Rich};
use crate::source;

/// With pandoc's notes in parentheses, without its classes, and with links
/// where addresses stand bare.
pub fn tidied(text: Rich) -> Rich {
    linked(classless(noted(text)))
}

/// `^[A note.]`
fn noted(mut text: Rich) -> Rich {
    let (mut from, mut end) = (0, 0);
    while let Some(at) = text.find("^[", from) {
        from = at + 1;
        // None is left before the end of the note before.
        let Some(next) = text.find("]", at.max(end)) else {
            break;
        };
        end = next;
        text.0[end].c = ')';
        text.0[at].c = if at == 0 || text.0[at - 1].c.is_whitespace() {
            GONE
        } else {
            ' '
        };
        text.0[at + 1].c = '(';
    }
    if from > 0 {
        text.0.retain(|letter| letter.c != GONE);
    }
    text
}

/// Stands for a letter that is to be taken out: to move all that follow, one
/// note after the other, would take as long as the text is for each.
const GONE: char = '\u{200b}';

/// `[text]{.class}`
fn classless(text: Rich) -> Rich {
    let mut stays = vec![true; text.len()];
    // The brackets before a place that no class has closed.
    let mut opens = Vec::new();
    let (mut seen, mut from, mut close, mut equals) = (0, 0, 0, 0);
    while let Some(middle) = text.find("]{", from) {
        from = middle + 2;
        opens.extend((seen..middle).filter(|at| text.0[*at].c == '['));
        seen = middle;
        if close <= middle {
            match text.find("}", middle) {
                Some(at) => close = at,
                None => break,
            }
        }
        if equals < from {
            let next = text.0[from..].iter().position(|letter| letter.c == '=');
            equals = next.map_or(text.len(), |next| from + next);
        }
        let class = text.0[from..close].iter().map(|letter| letter.c);
        let first = class.clone().find(|c| !c.is_whitespace());
        if !matches!(first, Some('.' | '#')) && equals > close {
            continue;
        }
        let Some(open) = opens.pop() else {
            continue;
        };
        stays[open] = false;
        stays[middle..=close].fill(false);
        (seen, from) = (close + 1, close + 1);
    }
    let letters = text.0.into_iter().zip(stays);
    Rich(
        letters
            .filter(|(_, stays)| *stays)
            .map(|(letter, _)| letter)
            .collect(),
    )
}

fn linked(mut text: Rich) -> Rich {
    let mut at = 0;
    while at < text.len() {
        if text.0[at].c != 'h' {
            at += 1;
            continue;
        }
        let start = at > 0 && text.0[at - 1].c.is_alphanumeric();
        let scheme = ["https://", "http://"]
            .iter()
            .any(|scheme| text.slice(at..at + scheme.len()).string() == *scheme);
        if start || !scheme || text.0[at].mark.link.is_some() || text.0[at].mark.code {
            at += 1;
            continue;
        }
        let more = |letter: &&Letter| {
            !letter.c.is_whitespace() && letter.mark.link.is_none() && !"<>\"”“|".contains(letter.c)
        };
        let mut end = at + text.0[at..].iter().take_while(more).count();
        while end > at && ".,;:!?)]'’*_".contains(text.0[end - 1].c) {
            end -= 1;
        }
        let href = text.slice(at..end).string();
        if source::is_address(&href) {
            let href: Rc<str> = href.as_str().into();
            for letter in &mut text.0[at..end] {
                letter.mark.link = Some(href.clone());
            }
        }
        at = end.max(at + 1);
    }
    text
}
